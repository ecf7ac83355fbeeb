"""Private folders that live as long as the process that made them, and what is done with those whose process was killed.

Beside each folder lies a lock that its process holds. The system frees it when the process ends, however it ends: a folder whose lock
can be had has no owner any more. What is removed is what this program writes into such a folder, by name; no link is followed.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from errno import ELOOP
from pathlib import Path

from filelock import FileLock

NAME = re.compile(r"[0-9a-f]{32}")
OF = "of"
"""The name of the file that says which case a folder is about."""
FILES = re.compile(rf"{OF}|.+ \(step -?\d+\)\.case(-wal|-shm|-journal)?", re.DOTALL)
FOLDERS = {"index": 2, "index-manifests": 1}
"""Folders in it, and how many levels of them are this program's."""
PATIENCE = 10
"""Seconds that one process waits for another that is making or removing such a folder just now."""


@dataclass(frozen=True, slots=True)
class Left:
    """A folder that is still there: what it is about (the uid of a case, "" when it does not say), and whether somebody holds it."""

    folder: Path
    of: str
    held: bool


class Owned:
    """A folder of this process."""

    def __init__(self, folder: Path, lock: FileLock) -> None:
        self.folder = folder
        self._lock = lock

    def give_up(self) -> None:
        """Remove the folder. What cannot be removed has no owner from now on."""
        _let_go(self._lock, gone=_removed(self.folder))


def own(parent: Path, of: str) -> Owned:
    """A new folder (0700) in `parent`, held by this process. Raises OSError where there can be none, NotImplementedError without locks."""
    parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if parent.is_symlink():
        raise OSError(ELOOP, "a link stands in its place", str(parent))
    folder = parent / uuid.uuid4().hex
    lock = _lock(folder)
    with _lock(parent, PATIENCE):  # nobody sweeps between the lock and the folder
        lock.acquire()
        made = Owned(folder, lock)
        try:
            folder.mkdir(mode=0o700)
            (folder / OF).write_text(of, encoding="utf-8")
        except BaseException:
            made.give_up()
            raise
    return made


def sweep(parent: Path) -> tuple[Left, ...]:
    """Remove the folders that nobody holds; those that are left, because somebody does or something is in the way."""
    if parent.is_symlink() or not parent.is_dir():
        return ()
    gate = _lock(parent, PATIENCE)
    try:
        gate.acquire()
        return tuple(left for folder in _folders(parent) if (left := _swept(folder)))
    except (OSError, NotImplementedError):  # not while another sweeps, or nothing can be written here: all that can be done is to say so
        return tuple(Left(folder, _about(folder), held=True) for folder in _folders(parent) if folder.is_dir())
    finally:
        gate.release()


def _folders(parent: Path) -> list[Path]:
    names = {entry.name.removesuffix(".lock") for entry in os.scandir(parent)}
    return [parent / name for name in sorted(names) if NAME.fullmatch(name) and not (parent / name).is_symlink()]


def _swept(folder: Path) -> Left | None:
    lock = _lock(folder)
    try:
        lock.acquire()
    except (OSError, NotImplementedError):
        return Left(folder, _about(folder), held=True) if folder.is_dir() else None
    of = _about(folder)
    gone = _removed(folder)
    _let_go(lock, gone=gone)
    return None if gone else Left(folder, of, held=False)


def _lock(place: Path, seconds: float = 0) -> FileLock:
    """The lock of a folder. Only one that the system frees by itself will do: no lock by a file's mere presence."""
    return FileLock(
        place.with_name(f"{place.name}.lock"), seconds, mode=0o600, is_singleton=False, thread_local=False, fallback_to_soft=False
    )


def _let_go(lock: FileLock, *, gone: bool) -> None:
    """Let go of a lock; with its folder its file goes too: while it is still held, or, where that cannot be done, after."""
    file = Path(lock.lock_file)
    with suppress(OSError):  # an empty file that is left is swept with the next
        if gone and os.name == "posix":
            file.unlink(missing_ok=True)
    lock.release()
    with suppress(OSError):
        if gone and os.name != "posix":
            file.unlink(missing_ok=True)


def _about(folder: Path) -> str:
    """What a folder says it is about; nothing for one that does not say it."""
    file = folder / OF
    try:
        if file.is_symlink() or not file.is_file():
            return ""
        with file.open("rb") as opened:
            words = opened.read(64).decode("ascii", "replace")
    except OSError:
        return ""
    return words if NAME.fullmatch(words) else ""


def _removed(folder: Path) -> bool:
    """Remove a folder with what this program writes into it; whether it is gone. Whatever else is in it stays, and the folder too."""
    for entry in _entries(folder):
        levels = FOLDERS.get(entry.name, 0)
        if entry.is_dir(follow_symlinks=False) and levels:
            _empty(Path(entry.path), levels - 1)
            _try(Path(entry.path).rmdir)
        elif entry.is_file(follow_symlinks=False) and FILES.fullmatch(entry.name):
            _try(Path(entry.path).unlink)
    _try(folder.rmdir)
    return not os.path.lexists(folder)


def _empty(folder: Path, levels: int) -> None:
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False) and levels:
            _empty(Path(entry.path), levels - 1)
            _try(Path(entry.path).rmdir)
        elif entry.is_file(follow_symlinks=False):
            _try(Path(entry.path).unlink)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            yield from list(found)
    except OSError:  # it has gone, or cannot be looked into: then it is still there at the end, and that is said
        return


def _try(remove: Callable[[], None]) -> None:
    with suppress(OSError):  # whether the folder is gone is looked at in the end
        remove()
