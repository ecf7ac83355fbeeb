"""A thread that looks after an open case file: folds its log back when it is quiet, and sees when the file is taken from under it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from workbench.domain.errors import CaseFileError
from workbench.domain.moves import Move

LOOK_EVERY = 0.4
"""Seconds between two looks at the file."""
QUIET = 0.5
"""Seconds without a step before the log is folded back; with LOOK_EVERY the file is whole within a second of the last step."""
LARGE_LOG = 16_000_000
"""Bytes; a log that has grown so large is folded back though it is not quiet."""


class Tending:
    """Runs until it is stopped. `moved` is called, in its thread or in that of the step that found it out, with every move once."""

    def __init__(
        self, look: Callable[[], object], fold: Callable[[], bool], log_size: Callable[[], int], moved: Callable[[Move], None]
    ) -> None:
        self._look, self._fold, self._log_size, self.tell = look, fold, log_size, moved
        self._over = threading.Event()
        self._last = 0.0
        self._unfolded = True
        self._thread = threading.Thread(target=self._run, name="tending", daemon=True)
        self._thread.start()

    def written(self) -> None:
        """A step was committed."""
        self._last = time.monotonic()
        self._unfolded = True

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            try:
                self._look()
            except CaseFileError:
                continue  # it cannot be reached now: the next step says so, and the next look may find it
            if self._unfolded and (time.monotonic() - self._last >= QUIET or self._log_size() > LARGE_LOG):
                self._unfolded = False
                if not self._fold():
                    self._unfolded = True
