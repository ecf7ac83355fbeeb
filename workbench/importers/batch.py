"""Several files read at once, each in one of a few reading children, and given out in the order in which they were asked for."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import NamedTuple, TypeVar

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.isolated import Reader

MOST = 4
"""Children at most: each may take its own share of memory."""
FILES_EACH = 4
"""Files below which another child costs more to start than it saves."""
AHEAD = 2
"""Files for each child that may be read before the first of them is taken: they wait in memory."""
Source = TypeVar("Source")


class Reading(NamedTuple):
    """What came of one file: its bytes and its draft, or why it was refused."""

    data: bytes
    draft: Draft | None
    refused: ImportRefused | None


def children_for(files: int) -> int:
    """How many children read a batch: as many as the cores that this process may use, at most four, fewer for a few files."""
    return max(1, min(MOST, _cores(), files // FILES_EACH))


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # macOS and Windows have none
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def readings(
    sources: Iterable[Source], count: int, load: Callable[[Source], tuple[str, bytes]], cancelled: Callable[[], bool]
) -> Iterator[tuple[Source, Reading]]:
    """Each of `count` sources with what came of it, in order; `load` gives its name and bytes and may raise ImportRefused.

    No more is begun once `cancelled` says so; what has begun is waited for, and not given out.
    """
    number = children_for(count)
    with ExitStack() as stack:
        free: SimpleQueue[Reader] = SimpleQueue()
        for _ in range(number):
            free.put(stack.enter_context(Reader()))
        pool = stack.enter_context(ThreadPoolExecutor(number, "reading"))
        waiting: deque[tuple[Source, Future[Reading]]] = deque()
        for source in sources:
            if cancelled():
                break
            waiting.append((source, pool.submit(_read, source, load, free, cancelled)))
            if len(waiting) >= AHEAD * number:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting and not cancelled():
            first, future = waiting.popleft()
            yield first, future.result()


def _read(source: Source, load: Callable[[Source], tuple[str, bytes]], free: SimpleQueue[Reader], cancelled: Callable[[], bool]) -> Reading:
    reader = free.get()
    try:
        if cancelled():
            return Reading(b"", None, None)
        name, data = load(source)
        return Reading(data, reader.read(name, data), None)
    except ImportRefused as refused:
        return Reading(b"", None, refused)
    finally:
        free.put(reader)
