"""Files and folders as given by a person, to the files to read. What a folder only links to is somebody else's, and stays there."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import ImportRefused
from workbench.importers import links
from workbench.importers.limits import EMPTY, LARGEST_FILE, too_large
from workbench.importers.opening import kind_refused, opened, reason_of, system_folders


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `root` is the folder that a person named, without links, and `inside` the names that lead from it to the
    file; for a file named by itself `root` is the file and `inside` is empty. `location` says where it is."""

    name: str
    root: Path
    inside: tuple[str, ...]
    location: str

    @property
    def path(self) -> Path:
        return self.root.joinpath(*self.inside)


def collect(paths: Iterable[Path]) -> tuple[list[Found], list[ImportRefused]]:
    """The files to read, each once, and what cannot be read with its reason.

    Folders are walked in natural order ("2.txt" before "10.txt"); hidden files and folders inside them are passed over. A link
    that a person names is followed; one inside a folder only within that folder, where what it leads to is taken once, as
    itself. A file named by itself is taken even if it is hidden.
    """
    files: list[Found] = []
    refused: list[ImportRefused] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found in _Walk(path, seen).files():
            if isinstance(found, ImportRefused):
                refused.append(found)
            else:
                files.append(found)
    return files, refused


class _Walk:
    """What is found at and under one path, with a stack of its own: folders nest deeper than Python's calls may."""

    def __init__(self, given: Path, seen: set[tuple[int, int]]) -> None:
        self._given = given
        self._seen = seen
        self._system = system_folders()
        self._been: set[tuple[str, ...]] = set()
        self._links: list[tuple[str, ...]] = []

    def files(self) -> Iterator[Found | ImportRefused]:
        try:
            self._root = links.followed(self._given)
        except OSError as error:
            yield ImportRefused(self._given.name or str(self._given), reason_of(error))
            return
        waiting: list[tuple[str, ...]] = [()]
        while waiting or self._links:
            if not waiting:  # links come last: most lead to what has been met by then, and each file keeps its own place
                target = self._target(self._links.pop(0))
                if isinstance(target, ImportRefused):
                    yield target
                    continue
                waiting.append(target)
            here = waiting.pop()
            found = self._at(here)
            if isinstance(found, list):
                waiting.extend(found)
            elif found is not None:
                yield found

    def _at(self, inside: tuple[str, ...]) -> Found | ImportRefused | list[tuple[str, ...]] | None:
        """What stands there: a file, what a folder holds (last first), why it is not read, or None for what was met before."""
        path = self._root.joinpath(*inside)
        name = inside[-1] if inside else self._given.name or self._root.name or str(self._root)
        try:
            state = path.lstat()
            if links.is_link(state):
                self._links.append(inside)
                return None
            if inside in self._been or (state.st_ino and (state.st_dev, state.st_ino) in self._seen):
                return None
            self._been.add(inside)
            self._seen.add((state.st_dev, state.st_ino))
            refused = kind_refused(state, self._system)
            if refused:
                return ImportRefused(name, refused)
            if stat.S_ISDIR(state.st_mode):
                visible = (entry for entry in path.iterdir() if not entry.name.startswith("."))
                return [(*inside, entry.name) for entry in sorted(visible, key=_natural, reverse=True)]
        except OSError as error:
            return ImportRefused(name, reason_of(error))
        return Found(name, self._root, inside, _said(self._given, self._root, inside))

    def _target(self, inside: tuple[str, ...]) -> tuple[str, ...] | ImportRefused:
        """Where a link leads, as the names from the root; or why it is not followed."""
        try:
            target = links.within(self._root, self._given, inside)
        except OSError as error:
            return ImportRefused(inside[-1], links.reason_of(error))
        return ImportRefused(inside[-1], links.LEADS_OUT) if target is None else target


def _said(given: Path, root: Path, inside: tuple[str, ...] = ()) -> str:
    """A path as a person gave it, and what it leads to where that is a link."""
    shown = str(given.joinpath(*inside))
    return f"{shown} → {root.joinpath(*inside)}" if links.leads_elsewhere(given) else shown


def _natural(path: Path) -> list[tuple[int, int, str]]:
    """The sort key in which runs of digits count as numbers."""
    parts = re.split(r"([0-9]+)", path.name.casefold())
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]


def named(path: Path) -> Found:
    """A file that a person has named; a link is followed. Raises ImportRefused."""
    try:
        root = links.followed(path)
    except OSError as error:
        raise ImportRefused(path.name or str(path), reason_of(error)) from error
    return Found(path.name or root.name or str(root), root, (), _said(path, root))


def load(source: Found | Path) -> bytes:
    """The bytes of a file that was found, or of one that a person names.

    Raises ImportRefused for one that is empty, over LARGEST_FILE, not a regular file, not readable, or not any more what was found.
    """
    found = source if isinstance(source, Found) else named(source)
    try:
        with os.fdopen(opened(found.name, found.root, found.inside), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST_FILE:
                raise ImportRefused(found.name, too_large(size))
            # Files that the system makes up on the way, endless ones among them, say that they are empty: nothing is read of those.
            data = file.read(LARGEST_FILE + 1) if size else b""
    except OSError as error:
        raise ImportRefused(found.name, reason_of(error)) from error
    if not data:
        raise ImportRefused(found.name, EMPTY)
    if len(data) > LARGEST_FILE:
        raise ImportRefused(found.name, too_large(len(data)))
    return data
