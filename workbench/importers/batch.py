"""Several files read at once, each in one of a few reading children, and given out in order, what is inside a file right after it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from queue import SimpleQueue

from workbench.domain.draft import Contents, Draft, Member
from workbench.domain.errors import ImportRefused
from workbench.domain.list_columns import NOTHING_CHOSEN, ChosenColumns
from workbench.importers.isolated import Reader
from workbench.importers.limits import DEEPEST_HOLDER, NESTED

MOST = 4
"""Children at most: each may take its own share of memory."""
FILES_EACH = 4
"""Files below which another child costs more to start than it saves."""
AHEAD = 2
"""Files for each child that may be read before the first of them is taken: they wait in memory."""


@dataclass(eq=False, slots=True)
class File:
    """A file to read: its name, the path that says where it is, what gives its bytes, once (raises ImportRefused), and the file that it is
    inside, if any; `path` is that of a file of the disk."""

    name: str
    location: str
    load: Callable[[], bytes]
    inside: File | None = None
    path: Path | None = None

    def taken(self) -> bytes:
        """Its bytes; what gave them is let go."""
        load, self.load = self.load, _nothing
        return load()

    @property
    def outermost(self) -> File:
        """The file of the disk that it is, or is inside."""
        return self if self.inside is None else self.inside.outermost

    @property
    def depth(self) -> int:
        """1 for a file of the disk, one more for what is inside it."""
        return 1 if self.inside is None else self.inside.depth + 1


def _nothing() -> bytes:
    return b""


@dataclass(eq=False, slots=True)
class Reading:
    """What came of one file: its bytes and what they gave, or why it was refused."""

    file: File
    data: bytes
    contents: Contents | None
    refused: ImportRefused | None = None

    @property
    def draft(self) -> Draft | None:
        return self.contents.draft if self.contents else None


def children_for(files: int) -> int:
    """How many children read a batch: as many as the cores that this process may use, at most four, fewer for a few files."""
    return max(1, min(MOST, _cores(), files // FILES_EACH))


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # macOS and Windows have none
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def readings(
    files: Sequence[File],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    columns: ChosenColumns = NOTHING_CHOSEN,
) -> Iterator[Reading]:
    """What came of each file, in order; what is inside one comes right after it, as files of their own. `progress` is told how many have
    been given out, and of how many; `columns` is what was chosen for lists.

    No more is begun once `cancelled` says so; what has begun is waited for, and not given out.
    """
    with ExitStack() as stack:
        children = _Children(stack)
        pool = stack.enter_context(ThreadPoolExecutor(MOST, "reading"))
        waiting = deque(_Entry(file) for file in files)
        done, total = 0, len(waiting)
        progress(done, total)
        while waiting and not cancelled():
            number = children.ready_for(total)
            for entry in islice(waiting, AHEAD * number):
                entry.future = entry.future or pool.submit(_read, entry.file, children.free, cancelled, columns)
            first = waiting.popleft()
            assert first.future is not None
            reading = first.future.result()
            if cancelled():
                return
            inside, left = _inside(reading)
            waiting.extendleft(_Entry(file) for file in reversed(inside))
            done, total = done + 1, total + len(inside)
            yield reading
            yield from left
            progress(done, total)


@dataclass(slots=True)
class _Entry:
    file: File
    future: Future[Reading] | None = None


class _Children:
    """The reading children of a batch; those that wait are `free`. None is started before it reads."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._number = 0
        self.free: SimpleQueue[Reader] = SimpleQueue()

    def ready_for(self, files: int) -> int:
        """How many there are, once there are enough for so many files."""
        while self._number < children_for(files):
            self.free.put(self._stack.enter_context(Reader()))
            self._number += 1
        return self._number


def _inside(reading: Reading) -> tuple[list[File], list[Reading]]:
    """The files inside one that was read, and those of them that were refused at once."""
    file, contents = reading.file, reading.contents
    if contents is None:
        return [], []
    left = [_refused(reading, name, reason) for name, reason in contents.refused]
    if file.depth >= DEEPEST_HOLDER:
        return [], left + [_refused(reading, member.name, NESTED) for member in contents.members]
    return [
        File(PurePosixPath(member.name).name or member.name, f"{file.location} › {member.name}", partial(_bytes_of, member), file)
        for member in contents.members
    ], left


def _bytes_of(member: Member) -> bytes:
    return member.data


def _refused(holder: Reading, name: str, reason: str) -> Reading:
    file = File(name, f"{holder.file.location} › {name}", _nothing, holder.file)
    return Reading(file, b"", None, ImportRefused(name, reason))


def _read(file: File, free: SimpleQueue[Reader], cancelled: Callable[[], bool], columns: ChosenColumns) -> Reading:
    reader = free.get()
    try:
        if cancelled():
            return Reading(file, b"", None)
        data = file.taken()
        return Reading(file, data, reader.open(file.name, data, columns=columns))
    except ImportRefused as refused:
        return Reading(file, b"", None, refused)
    finally:
        free.put(reader)
