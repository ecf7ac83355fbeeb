"""One writer a case file: the lock beside it, and the record of who holds it and of which file the log beside it is."""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import random
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import BaseFileLock, FileLock, SoftFileLock, Timeout

from workbench.domain.errors import CaseLocked
from workbench.storage.place import Identity, identity

NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
"""What a folder says that cannot lock files (some shares). A lock that goes by the file's being there takes its place."""
TRIES: dict[type[BaseFileLock], float] = {FileLock: 0, SoftFileLock: 0.1}
"""Seconds; where the lock is a file's being there, a first try removes what a dead process has left, and a second one takes it."""
LONGEST_RECORD = 4096
"""Bytes; a record that is longer was not written by this program."""
LONGEST_NAME = 60
AGAIN = 0.03
"""Seconds, on the average, until one who has just come tries again."""
EAGER = 10
"""How many times as often as that one tries who has waited a second: whoever waits longest gets in next, by and by."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as the system saw it last: device, inode, size in bytes, and when it was written (nanoseconds)."""

    device: int
    inode: int
    size: int
    written: int

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """Raises OSError."""
        found = path.stat()
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open to change it, by their own word: for a person to read, and for nothing else."""

    who: str = ""
    host: str = ""
    since: str = ""
    window: bool = False

    def __str__(self) -> str:
        """In words, for a sentence: “by rhea on desk-3 since 13:20”; empty when nothing is known."""
        parts = [f"by {self.who}" if self.who else "", f"on {self.host}" if self.host else "", f"since {self.since}" if self.since else ""]
        return " ".join(filter(None, parts))


class CaseLock:
    """Held while a case is open to be changed. Beside the case stand `NAME.lock` and, with who and what, `NAME.open`."""

    def __init__(self, path: Path, *, window: bool = False, patience: float = 0) -> None:
        """Take the lock. While a command holds it, which ends by itself, try for `patience` seconds; while a window does, not at all.

        Raises CaseLocked with who holds it, as far as that is known.
        """
        self.path = path
        self._window = window
        self._signed: Identity | None = None
        begun = time.monotonic()
        if patience and begun - _let_go.get(path, -1.0) < 1:
            time.sleep(AGAIN)  # whoever has just had it lets others in first
        while (lock := _taken(path)) is None:
            holder, waited = held_by(path), time.monotonic() - begun
            if holder.window or waited >= patience:
                raise CaseLocked(path, str(holder))
            time.sleep(AGAIN * random.uniform(0.5, 1.5) / (1 + EAGER * waited))  # noqa: S311 not for secrets
        self._lock = lock
        self._file = identity(Path(lock.lock_file))

    def is_at(self, path: Path) -> bool:
        """Whether the lock's file for that path is the one that is held."""
        return self._file is not None and self._file in map(identity, lock_files(path))

    def sign(self) -> None:
        """Say beside the case who has it open, and that the log beside it belongs to the file as it is now."""
        with suppress(OSError):  # a record that cannot be written costs a longer look at the next opening, and nothing else
            values = {
                "who": _user(), "host": platform.node(), "since": datetime.now(UTC).isoformat(timespec="seconds"), "window": self._window,
            }  # fmt: skip
            stamp = Stamp.of(self.path)
            log_of = {"device": stamp.device, "inode": stamp.inode, "size": stamp.size, "written": stamp.written}
            _write_private(record_file(self.path), json.dumps(values | {"log_of": log_of}))
            self._signed = identity(record_file(self.path))

    def release(self) -> None:
        """Remove the record and the lock's file while we still hold it, then let go; afterwards it may be somebody else's.

        What stands under these names by now and is not ours stays: the folder may have been renamed.
        """
        file = Path(self._lock.lock_file)
        _remove(record_file(self.path), self._signed)
        if os.name == "posix":
            _remove(file, self._file)
        self._lock.release()
        _let_go[self.path] = time.monotonic()
        if os.name != "posix":  # Windows refuses to remove a file that is open
            _remove(file, self._file)


_let_go: dict[Path, float] = {}
"""When this process let go of a case last, by path."""


def record_file(path: Path) -> Path:
    return path.with_name(path.name + ".open")


def held_by(path: Path) -> Holder:
    """Who says to have the case open; an empty Holder when nobody says so."""
    values = _record(path)
    who, host, since = (_plain(values.get(name)) for name in ("who", "host", "since"))
    return Holder(who, host, _clock(since), window=values.get("window") is True) if values else Holder()


def log_owner(path: Path) -> Stamp | None:
    """The file that the log beside `path` was written for, by the record beside it; None when there is none that can be read."""
    found = _record(path).get("log_of")
    names = ("device", "inode", "size", "written")
    if not isinstance(found, dict) or not all(isinstance(found.get(name), int) for name in names):
        return None
    return Stamp(*(found[name] for name in names))


def _taken(path: Path) -> BaseFileLock | None:
    """The lock, if it is free. Its file may be used by whoever may change the case."""
    mode = (stat.S_IMODE(path.stat().st_mode) if path.exists() else 0) & 0o666 | 0o600
    for kind, file in zip((FileLock, SoftFileLock), lock_files(path), strict=True):
        lock: BaseFileLock = kind(file, timeout=TRIES[kind], mode=mode, is_singleton=False, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire()
        except Timeout:
            return None
        except PermissionError as error:  # left by somebody else, and not ours to open
            raise CaseLocked(path, f"by {_owner(file)}", left=file.name) from error
        except OSError as error:
            if error.errno in NO_LOCKS and kind is FileLock:
                file.unlink(missing_ok=True)  # it can hold nobody out here
                continue
            raise
        return lock
    return None


def lock_files(path: Path) -> tuple[Path, Path]:
    """The file that is locked, and the one whose being there is the lock where files cannot be locked."""
    return path.with_name(path.name + ".lock"), path.with_name(path.name + ".held")


def _remove(file: Path, ours: Identity | None) -> None:
    if ours is not None and identity(file) == ours:
        with suppress(OSError):  # it stands where nothing can be changed any more
            file.unlink(missing_ok=True)


def _plain(value: object) -> str:
    """A short text of letters that can be printed; it may have come from anybody."""
    return "".join(c for c in value if c.isprintable())[:LONGEST_NAME] if isinstance(value, str) else ""


def _owner(file: Path) -> str:
    try:
        return file.owner()
    except (OSError, KeyError, NotImplementedError):
        return "somebody else"


def _record(path: Path) -> dict[str, Any]:
    """What stands in the record beside a case, which may have come from anybody."""
    try:
        with os.fdopen(os.open(record_file(path), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return {}
            values = json.loads(file.read(LONGEST_RECORD).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _write_private(file: Path, text: str) -> None:
    half = file.with_name(file.name + ".part")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as out:
        out.write(text)
    half.replace(file)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _clock(since: str) -> str:
    """An ISO time as people here write it: the day only when it is not today."""
    try:
        then = datetime.fromisoformat(since).astimezone()
    except ValueError:
        return ""
    return f"{then:%H:%M}" if then.date() == datetime.now(UTC).astimezone().date() else f"{then:%d %B, %H:%M}"
