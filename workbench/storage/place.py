"""Where an open file is: what stands at its name now, and where the file itself went when that is another one.

SQLite goes by the name it was given once; a file that is renamed or removed is still reached through the descriptor that is open.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

DESCRIPTORS = Path("/dev/fd")
"""This process's open files by number, on Linux and macOS. Windows does not let an open file be renamed or removed."""
DELETED = " (deleted)"
"""What Linux puts after the name of a file that has none any more."""
F_GETPATH = 50
"""macOS: the path of an open file (sys/fcntl.h)."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file it is, whatever its name: device and inode, or the file's number on Windows."""

    device: int
    inode: int


def identity(path: Path) -> Identity | None:
    """Which file stands at that name; None when none can be reached there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Identity(found.st_dev, found.st_ino)


def whereabouts(wanted: Identity) -> Path | None:
    """The path that a file open in this process has now; None when it has none any more, or none that leads to it."""
    for number in _descriptors():
        try:
            found = os.fstat(number)
        except OSError:
            continue
        if Identity(found.st_dev, found.st_ino) == wanted:
            path = _path_of(number)
            return path if path is not None and identity(path) == wanted else None
    return None


def _descriptors() -> list[int]:
    try:
        return sorted(int(entry.name) for entry in DESCRIPTORS.iterdir())
    except OSError:
        return []


def _path_of(number: int) -> Path | None:
    try:
        if sys.platform == "darwin":
            import fcntl

            return Path(os.fsdecode(fcntl.fcntl(number, F_GETPATH, bytes(1024)).rstrip(b"\0")))
        return Path(str(Path(f"/proc/self/fd/{number}").readlink()).removesuffix(DELETED))
    except OSError:
        return None
