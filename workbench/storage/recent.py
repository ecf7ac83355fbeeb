"""The latest steps of an open case in memory: who keeps what was read of it learns from them what to read again."""

from __future__ import annotations

import threading
from collections import deque

from workbench.domain.changes import Changes
from workbench.storage.journal import Operation

KEPT = 64
LARGE = 1_000_000
"""Letters of a step's edits; of a larger step it is only said that it was made."""


class RecentSteps:
    """Steps as they are committed, the last KEPT of them. Any thread may add and ask."""

    def __init__(self) -> None:
        self._steps: deque[tuple[int, Operation | None]] = deque(maxlen=KEPT)
        self._lock = threading.Lock()
        self.last = (0, "")
        """The last step and when it was made; 0 until `begin`."""

    def begin(self, step: int, at: str, *, again: bool = False) -> None:
        """Take the journal's last step as where it starts, unless a step was made meanwhile; `again` where others make steps."""
        with self._lock:
            if again or not self.last[0]:
                self.last = (step, at)

    def add(self, operation: Operation) -> None:
        """Take a step that was committed; an operation that changed nothing is none."""
        step, edits = operation.recorded
        if step:
            with self._lock:
                self._steps.append((step, operation if len(edits) < LARGE else None))
                self.last = max(self.last, (step, operation.at))

    def since(self, step: int) -> Changes | None:
        """What the steps after that one changed; None when that is not known here any more and all may have changed."""
        with self._lock:
            later = [each for each in self._steps if each[0] > step]
            if len(later) != self.last[0] - step:
                return None
        total = Changes(step)
        for _, operation in later:
            if operation is None:
                return None
            total |= operation.changes
        return total
