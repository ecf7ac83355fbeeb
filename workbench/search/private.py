"""Files of the user's own: read only when they are what they seem, written whole or not at all, for nobody else to read."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from io import BufferedReader, BufferedWriter
from pathlib import Path

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def opened(path: Path) -> BufferedReader:
    """A regular file, to be read. Raises OSError, also for a link, a pipe or a device, which are not even waited for."""
    descriptor = os.open(path, _READ)
    file = os.fdopen(descriptor, "rb")
    if path.is_symlink() or not stat.S_ISREG(os.fstat(descriptor).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "not a plain file", str(path))
    return file


def made(path: Path) -> BufferedWriter:
    """A new file, to be written, for its owner alone. Raises OSError, also when there is one of that name."""
    return os.fdopen(os.open(path, _MAKE, 0o600), "wb")


def read_whole(path: Path, most: int) -> bytes:
    """All bytes of a regular file. Raises OSError, also when there are more than `most`."""
    with opened(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, "the file is too long", str(path))
    return data


def write_whole(path: Path, data: bytes) -> None:
    """All of the data or none: written beside the file, then renamed over it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    temporary.unlink(missing_ok=True)  # of an earlier process of this number
    try:
        with made(temporary) as file:
            file.write(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def hash_of(path: Path) -> str:
    """The SHA-256 of a regular file, hex. Raises OSError, also for a symbolic link."""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
