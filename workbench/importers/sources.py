"""Files and folders as given by a person, to the files to read and to their bytes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.domain.errors import ImportRefused
from workbench.importers.limits import EMPTY, LARGEST_FILE, too_large

_KINDS = (
    (stat.S_ISFIFO, "it is a pipe, not a file."),
    (stat.S_ISSOCK, "it is a socket, not a file."),
    (stat.S_ISCHR, "it is a device, not a file."),
    (stat.S_ISBLK, "it is a device, not a file."),
)


def collect(paths: Iterable[Path]) -> tuple[list[Path], list[ImportRefused]]:
    """The files to read, each once, and what cannot be read with its reason.

    Folders are walked in natural order ("2.txt" before "10.txt"); hidden files and folders inside them are passed over;
    a folder reached twice by symbolic links is walked once. A file named by itself is taken even if it is hidden.
    """
    files: list[Path] = []
    refused: list[ImportRefused] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found in _walk(path, seen):
            if isinstance(found, ImportRefused):
                refused.append(found)
            else:
                files.append(found)
    return files, refused


def _walk(path: Path, seen: set[tuple[int, int]]) -> Iterator[Path | ImportRefused]:
    """What is found at and under `path`, with a stack of its own: folders nest deeper than Python's calls may."""
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            state = here.stat()
            if state.st_ino and (state.st_dev, state.st_ino) in seen:
                continue
            seen.add((state.st_dev, state.st_ino))
            if stat.S_ISDIR(state.st_mode):
                visible = (entry for entry in here.iterdir() if not entry.name.startswith("."))
                waiting.extend(sorted(visible, key=_natural, reverse=True))
                continue
        except OSError as error:
            yield ImportRefused(here.name or str(here), _reason(error))
            continue
        special = next((words for is_kind, words in _KINDS if is_kind(state.st_mode)), None)
        yield ImportRefused(here.name, special) if special else here


def _natural(path: Path) -> list[tuple[int, int, str]]:
    """The sort key in which runs of digits count as numbers."""
    parts = re.split(r"([0-9]+)", path.name.casefold())
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]


def load(path: Path) -> bytes:
    """The bytes of a file. Raises ImportRefused for one that is empty, over 20 MB, not a regular file or not readable."""
    try:
        # O_NONBLOCK: a pipe put in a file's place after it was collected must not hold the desk.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise ImportRefused(path.name, "it is not a regular file.")
            if state.st_size > LARGEST_FILE:
                raise ImportRefused(path.name, too_large(state.st_size))
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ImportRefused(path.name or str(path), _reason(error)) from error
    if not data:
        raise ImportRefused(path.name, EMPTY)
    if len(data) > LARGEST_FILE:
        raise ImportRefused(path.name, too_large(len(data)))
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file."
    if isinstance(error, PermissionError):
        return "you may not read it. Change its permissions or make a copy."
    if isinstance(error, IsADirectoryError):
        return "it is a folder."
    return f"it cannot be read ({error.strerror or error})."
