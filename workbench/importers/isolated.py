"""The parent side of reading: a child process does it, and whatever happens to the child costs one file."""

from __future__ import annotations

import signal
import sys
import threading
from typing import Self

from workbench.domain.draft import Contents, Draft
from workbench.domain.errors import ColumnsUnsure, ImportRefused
from workbench.domain.list_columns import NOTHING_CHOSEN, ChosenColumns, unsure_in
from workbench.importers import parcel
from workbench.importers.limits import (
    CANCELLED,
    CPU_SECONDS,
    EMPTY,
    ENDED_FROM_OUTSIDE,
    HOLDS_ONLY,
    LARGEST_FILE,
    MEMORY,
    TOO_MUCH_MEMORY,
    WALL_SECONDS,
    could_not_start,
    ended_the_reader,
    too_large,
    too_much_computing,
    too_slow,
)
from workbench.importers.starting import CannotStart, Child
from workbench.importers.watching import CannotWatch, Watch


class Reader:
    """Reads files in one child process for a batch; a new child starts when one has died. Use as a context manager.

    `read` and `open` are for one thread; `stop` may be called from any. The limits are seconds for one file and bytes of memory; the one on
    computing does not hold on Windows.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS, cpu_seconds: int = CPU_SECONDS, memory: int = MEMORY) -> None:
        self._wall_seconds = wall_seconds
        self._cpu_seconds = cpu_seconds
        self._memory = memory
        self._child: Child | None = None
        self._lock = threading.Lock()
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._end()

    def read(self, name: str, data: bytes, *, encoding: str | None = None, media_type: str | None = None) -> Draft:
        """The draft for the bytes of one file called `name`, without what else is inside it. As `open`; refuses what only holds others."""
        contents = self.open(name, data, encoding=encoding, media_type=media_type)
        if contents.draft is None:
            raise ImportRefused(name, HOLDS_ONLY)
        return contents.draft

    def open(
        self, name: str, data: bytes, *, encoding: str | None = None, media_type: str | None = None, columns: ChosenColumns = NOTHING_CHOSEN
    ) -> Contents:
        """What the bytes of one file called `name` give: its own draft, and the documents inside it.

        `encoding` is the analyst's choice; `media_type` overrides what the name's ending says; `columns` is what was chosen
        for lists. Raises ImportRefused with the reason in plain words, ColumnsUnsure for a list that has to be asked about; the next call
        works whatever happened to this one.
        """
        from workbench.importers.protocol import ListHolder
        from workbench.importers.registry import importer_for  # here: it is needed by the first import, not by every start

        if not data:
            raise ImportRefused(name, EMPTY)
        if len(data) > LARGEST_FILE:
            raise ImportRefused(name, too_large(len(data)))
        importer = importer_for(name, data, media_type)
        modules = importer.modules
        order: dict[str, object] = {"name": name, "encoding": encoding, "media_type": media_type, "cpu_seconds": self._cpu_seconds}
        if isinstance(importer, ListHolder):
            order["columns"] = columns.dumped()
        try:
            return self._answer(self._running(name, frozenset(modules)), order, data)
        except (CannotStart, CannotWatch) as error:
            self._end()
            raise ImportRefused(name, CANCELLED if self._stopped else could_not_start(str(error))) from error

    def _answer(self, child: Child, order: dict[str, object], data: bytes) -> Contents:
        name = str(order["name"])
        watch = Watch(child, self._wall_seconds, child.memory)
        try:
            with watch:
                head, body = child.exchange(order, data)
            if "refused" not in head:
                return parcel.unpacked(head, body)
        except (parcel.Broken, OSError, ValueError) as error:
            raise ImportRefused(name, self._why(child, watch)) from error
        finally:
            if watch.late or watch.greedy:
                self._end()
        if head.get("tired"):
            self._end()
        if table := unsure_in(head.get("table")):
            raise ColumnsUnsure(name, str(head["refused"]), table)
        raise ImportRefused(name, str(head["refused"]))

    def stop(self) -> None:
        """Ends the batch: the pending read and all later ones are refused as cancelled. For any thread."""
        with self._lock:
            self._stopped = True
            if self._child is not None:
                self._child.kill()

    def _running(self, name: str, modules: frozenset[str]) -> Child:
        """The child, with those modules loaded: one that lacks any makes way for one that has what it had, too."""
        if self._child is not None and not modules <= self._child.modules:
            modules |= self._child.modules
            self._end()
        with self._lock:
            if self._stopped:
                raise ImportRefused(name, CANCELLED)
            if self._child is not None:
                return self._child
            self._child = child = Child(sorted(modules), self._memory)
        child.greet()  # without the lock, so that `stop` need not wait for it
        return child

    def _why(self, child: Child, watch: Watch) -> str:
        """Why the child is gone, in words; the next read starts a new one."""
        child.kill()
        code = child.wait()
        self._end()
        if self._stopped:
            return CANCELLED
        if watch.late:
            return too_slow(self._wall_seconds)
        if watch.greedy:
            return TOO_MUCH_MEMORY
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return too_much_computing(self._cpu_seconds)
        if sys.platform != "win32" and code == -signal.SIGKILL:
            return ENDED_FROM_OUTSIDE
        return ended_the_reader(code)

    def _end(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.end()
