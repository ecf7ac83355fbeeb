"""Starting the reading child on every system, and talking with it once it stands behind its wall."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from workbench.importers import parcel
from workbench.importers.limits import MEMORY
from workbench.importers.watching import CannotWatch, Watch

READER = "--reader"
"""The argument that makes a frozen program the reader: there is no other Python that could be it."""
START_SECONDS = 60.0
"""A cold start from a slow disk, with a virus scanner in between, takes long and is nobody's fault."""
_ROOT = str(Path(__file__).resolve().parents[2])
# -I keeps the user's environment and the working folder out of the child; the package's own place is then said by name.
_START = "import sys; sys.path.append({root!r}); from workbench.importers.child import main; main()"


class CannotStart(Exception):
    """The child could not be made ready; its words say why. No file has anything to do with it."""


def command() -> list[str]:
    """What starts the child: our own program, with nothing of the user's in it."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READER]
    return [sys.executable, "-I", "-c", _START.format(root=_ROOT)]


class Child:
    """One reading child. `modules` were loaded before its wall went up; `memory` is what the parent must watch over, or None
    when the system does."""

    def __init__(self, modules: Sequence[str] = (), memory: int = MEMORY) -> None:
        """Start the process; `greet` waits until it is ready. Raises CannotStart."""
        self.modules = frozenset(modules)
        self.memory: int | None = memory
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show a console for a moment
        try:
            self._process = subprocess.Popen(  # noqa: S603
                command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=hidden
            )
        except OSError as error:
            raise CannotStart(error.strerror or str(error)) from error

    @property
    def pid(self) -> int:
        return self._process.pid

    def greet(self) -> None:
        """Tell it what to load, and wait until it says that its limits and its wall stand. Raises CannotStart."""
        memory = self.memory
        try:
            with Watch(self, START_SECONDS, None) as watch:
                said, _ = self.exchange({"modules": sorted(self.modules), "memory": memory}, b"")
        except CannotWatch as error:
            raise CannotStart(str(error)) from error
        except (parcel.Broken, OSError, ValueError) as error:
            self.kill()
            late = f"it was not ready within {START_SECONDS:g} s"
            raise CannotStart(late if watch.late else f"it ended with code {self.wait()}") from error
        if "failed" in said:
            raise CannotStart(str(said["failed"]))
        if said.get("limited"):
            self.memory = None

    def exchange(self, head: dict[str, object], data: bytes) -> tuple[dict[str, object], bytes]:
        """One question and its answer. Raises parcel.Broken, OSError or ValueError when the child is gone or talks nonsense."""
        if self._process.stdin is None or self._process.stdout is None:
            raise parcel.Broken("the child has no pipes")
        parcel.send(self._process.stdin, head, data)
        return parcel.receive(self._process.stdout)

    def kill(self) -> None:
        """End it; for any thread, more than once."""
        self._process.kill()

    def wait(self) -> int:
        """Its exit code, once it has ended; below zero for a signal."""
        return self._process.wait()

    def close(self) -> None:
        """The same as `end`."""
        self.end()

    def end(self) -> None:
        """End it and let go of all that it had."""
        self.kill()
        self.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    # Closing flushes into a pipe whose reader may be dead.
    with contextlib.suppress(OSError):
        pipe.close()
