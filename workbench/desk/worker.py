"""Background work: one thread for jobs (import, index, checks, memo), one for questions (search, suggestions).

Jobs run one after the other, report progress, can be cancelled between steps, and give back frozen values. Whatever they
raise comes back to the window's thread; nothing is swallowed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from workbench.domain.errors import WorkbenchError


class Job(QObject):
    """One piece of background work. Signals arrive in the window's thread: progressed(done, total), ended()."""

    progressed = Signal(int, int)
    _finished = Signal(object, object)
    ended = Signal()

    def __init__(self, name: str, done: Callable[[Any], None], failed: Callable[[WorkbenchError], None], *, writes: bool) -> None:
        super().__init__()
        self.name = name
        self.writes = writes
        self._begun = False
        self._done = done
        self._failed = failed
        self._stop = threading.Event()
        self.over = False
        self.reached = (0, 0)
        self._finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        self._stop.set()

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def progress(self, done: int, total: int) -> None:
        self.reached = done, total  # for whoever comes to watch after it was told
        self.progressed.emit(done, total)

    def run(self, work: Callable[[Job], Any]) -> None:
        """In the worker's thread: do it, unless it was cancelled while it waited, and hand over what came of it."""
        try:
            self._begun = not self.cancelled()
            value, error = work(self) if self._begun else None, None
        except BaseException as raised:  # noqa: BLE001 - handed to the window's thread, which raises what it does not know
            value, error = None, raised
        self._finished.emit(value, error)

    def _finish(self, value: Any, error: BaseException | None) -> None:
        self.over = True
        self.ended.emit()
        self.deleteLater()  # who listened to it is let go
        if isinstance(error, WorkbenchError):
            self._failed(error)
        elif error is not None:
            raise error
        elif self._begun and (self.writes or not self.cancelled()):
            self._done(value)


class Worker(QObject):
    """One lane of background work. `busy(Job)` when a job is taken on; the job says when it has ended."""

    busy = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._jobs: set[Job] = set()
        self._futures: list[Future[None]] = []

    def start(
        self,
        name: str,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        failed: Callable[[WorkbenchError], None],
        *,
        writes: bool = False,
    ) -> Job:
        """Queue `work(job)`; `done(value)` or `failed(error)` is called in the window's thread. What came of a cancelled job is dropped,
        unless it `writes`: what has been written is told, though Cancel came too late to stop it."""
        job = Job(name, done, failed, writes=writes)
        self._jobs.add(job)
        job.ended.connect(lambda: self._jobs.discard(job))
        self._futures = [f for f in self._futures if not f.done()]
        self._futures.append(self._pool.submit(job.run, work))
        self.busy.emit(job)
        return job

    @property
    def idle(self) -> bool:
        return not self._jobs

    def close(self) -> None:
        """Cancel what runs, and wait for its thread."""
        for job in list(self._jobs):
            job.cancel()
            job.writes = False  # nobody is left to be told
        self._pool.shutdown(wait=True, cancel_futures=True)
        for job in self._jobs:
            job.deleteLater()  # after what it may have posted to the window
