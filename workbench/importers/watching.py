"""Watching over the reading child while it works: its time always, its memory where the system sets no limit (macOS)."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, Self

EVERY = 0.05
"""Seconds between two looks at the memory."""
_FIGURES_OF_MACOS = 10
_FOOTPRINT = 7


class CannotWatch(Exception):
    """No thread could be started to watch; its words say so."""


class Watched(Protocol):
    """A process that can be ended."""

    @property
    def pid(self) -> int: ...

    def kill(self) -> None: ...


class Watch(threading.Thread):
    """Ends a process when its time is over, when it takes more memory than allowed, or when nobody wants it any more. A context manager
    around one piece of work.

    `memory` is in bytes, None where the system limits it. `late`, `greedy` and `unwanted` say afterwards why it was ended, if it was.
    """

    def __init__(self, process: Watched, seconds: float, memory: int | None, cancelled: Callable[[], bool] | None = None) -> None:
        super().__init__(name="reader's watch", daemon=True)
        self.late = False
        self.greedy = False
        self.unwanted = False
        self._cancelled = cancelled
        self._process = process
        self._seconds = seconds
        self._memory = memory
        self._done = threading.Event()

    def __enter__(self) -> Self:
        """Raises CannotWatch."""
        try:
            self.start()
        except RuntimeError as error:  # the system gives out no more threads
            raise CannotWatch("no thread could be started to watch over it") from error
        return self

    def __exit__(self, *_raised: object) -> None:
        self._done.set()
        self.join()  # it may be ending the child at this moment; the next file must not pay for that

    def run(self) -> None:
        end = time.monotonic() + self._seconds
        while not self._done.wait(min(EVERY, self._left(end)) if self._memory or self._cancelled else self._left(end)):
            self.late = time.monotonic() >= end
            self.greedy = not self.late and self._memory is not None and (resident(self._process.pid) or 0) > self._memory
            self.unwanted = self._cancelled is not None and self._cancelled()
            if self.late or self.greedy or self.unwanted:
                self._process.kill()
                return

    @staticmethod
    def _left(end: float) -> float:
        return max(0.0, end - time.monotonic())


def resident(pid: int) -> int | None:
    """Bytes of memory that a process of ours holds; None where it cannot be asked for, or when it has ended."""
    if sys.platform == "darwin":
        return footprint(pid, ctypes.CDLL(None).proc_pid_rusage)
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except OSError:
        return None
    return int(pages[1]) * os.sysconf("SC_PAGE_SIZE")


def footprint(pid: int, rusage: Callable[[int, int, Any], int]) -> int | None:
    """What macOS counts for a process, compressed memory included: proc_pid_rusage with rusage_info_v0, a UUID and ten figures."""
    answer = (ctypes.c_uint64 * (2 + _FIGURES_OF_MACOS))()
    return int(answer[2 + _FOOTPRINT]) if rusage(pid, 0, ctypes.byref(answer)) == 0 else None
