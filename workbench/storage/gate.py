"""Who uses an open file now. Many may; whoever stands it elsewhere waits until nobody does, and the others wait for that."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Passed by every thread that reads or writes the file; it may be passed again by one that is inside."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside: Counter[int] = Counter()
        self._alone: int | None = None

    @property
    def entered(self) -> bool:
        """Whether the thread that asks is inside."""
        with self._changed:
            return bool(self._inside[threading.get_ident()])

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Use the file; waits only while another thread stands it elsewhere."""
        me = threading.get_ident()
        with self._changed:
            if not self._inside[me]:
                self._changed.wait_for(lambda: self._alone in (None, me))
            self._inside[me] += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside[me] -= 1
                self._inside += Counter()  # forgets the threads that have gone
                self._changed.notify_all()

    @contextmanager
    def closed(self, seconds: float) -> Iterator[None]:
        """Have the file alone. Raises TimeoutError when others are still inside after that time. Not for a thread that is inside."""
        me = threading.get_ident()
        with self._changed:
            if not self._changed.wait_for(lambda: self._alone is None, seconds):
                raise TimeoutError
            self._alone = me
            if not self._changed.wait_for(lambda: not self._inside, seconds):
                self._alone = None
                self._changed.notify_all()
                raise TimeoutError
        try:
            yield
        finally:
            with self._changed:
                self._alone = None
                self._changed.notify_all()
