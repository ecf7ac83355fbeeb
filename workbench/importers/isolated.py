"""The parent side of reading: a child process does it, and whatever happens to the child costs one file."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Self

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers import parcel
from workbench.importers.limits import CANCELLED, CPU_SECONDS, EMPTY, LARGEST_FILE, WALL_SECONDS, too_large, too_much_computing, too_slow

_ROOT = str(Path(__file__).resolve().parents[2])
# -I keeps the user's environment and the working folder out of the child; the package's own place is then said by name.
_START = "import sys; sys.path.append({root!r}); from workbench.importers.child import main; main()"


class Reader:
    """Reads files in one child process for a batch; a new child starts when one has died. Use as a context manager.

    `read` is for one thread; `stop` may be called from any. The limits are seconds for one file; the one on computing
    does not hold on Windows.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS, cpu_seconds: int = CPU_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._cpu_seconds = cpu_seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self._late = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._end()

    def read(self, name: str, data: bytes, *, encoding: str | None = None, media_type: str | None = None) -> Draft:
        """The draft for the bytes of one file called `name`.

        `encoding` is the analyst's choice; `media_type` overrides what the name's ending says. Raises ImportRefused
        with the reason in plain words; the next call works whatever happened to this one.
        """
        if not data:
            raise ImportRefused(name, EMPTY)
        if len(data) > LARGEST_FILE:
            raise ImportRefused(name, too_large(len(data)))
        child = self._running(name)
        order: dict[str, str | int | None] = {
            "name": name,
            "encoding": encoding,
            "media_type": media_type,
            "cpu_seconds": self._cpu_seconds,
        }
        try:
            with self._watch(child):
                head, body = _exchange(child, order, data)
            if "refused" not in head:
                return parcel.unpacked(head, body)
        except (parcel.Broken, OSError, ValueError) as error:
            raise ImportRefused(name, self._why(child)) from error
        if head.get("tired"):
            self._end()
        raise ImportRefused(name, str(head["refused"]))

    @contextlib.contextmanager
    def _watch(self, child: subprocess.Popen[bytes]) -> Iterator[None]:
        """Kills the child when the time for one file is over."""
        timer = threading.Timer(self._wall_seconds, self._expire, (child,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # it may be killing the child at this moment; the next file must not pay for that
        if self._late:
            self._end()

    def stop(self) -> None:
        """Ends the batch: the pending read and all later ones are refused as cancelled. For any thread."""
        with self._lock:
            self._stopped = True
            if self._child is not None:
                self._child.kill()

    def _running(self, name: str) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._stopped:
                raise ImportRefused(name, CANCELLED)
            if self._child is None:
                self._late = False
                self._child = _started()
            return self._child

    def _expire(self, child: subprocess.Popen[bytes]) -> None:
        self._late = True
        child.kill()

    def _why(self, child: subprocess.Popen[bytes]) -> str:
        """Why the child is gone, in words; the next read starts a new one."""
        child.kill()
        code = child.wait()
        self._end()
        if self._stopped:
            return CANCELLED
        if self._late:
            return too_slow(self._wall_seconds)
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return too_much_computing(self._cpu_seconds)
        return f"reading it ended the reader (code {code}): the file is damaged, or needs more memory than allowed."

    def _end(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                _close(pipe)


def _started() -> subprocess.Popen[bytes]:
    start = _START.format(root=_ROOT)
    command = [sys.executable, "-I", "-c", start]  # our own program, with nothing of the user's in it
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603


def _exchange(child: subprocess.Popen[bytes], head: dict[str, str | int | None], data: bytes) -> tuple[dict[str, object], bytes]:
    if child.stdin is None or child.stdout is None:
        raise parcel.Broken("the child has no pipes")
    parcel.send(child.stdin, head, data)
    return parcel.receive(child.stdout)


def _close(pipe: IO[bytes]) -> None:
    # Closing flushes into a pipe whose reader may be dead.
    with contextlib.suppress(OSError):
        pipe.close()
