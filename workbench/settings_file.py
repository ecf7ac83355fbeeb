"""The file of the settings: read as something that anybody may have put there, written whole, one window after the other."""

from __future__ import annotations

import copy
import errno
import json
import os
import stat
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from filelock import FileLock

from workbench.settings_shapes import KEYS, cleaned

MOST_BYTES = 8_000_000
PATIENCE = 2.0
"""Seconds that a window waits for another one to have written."""
GONE: Any = object()
"""The value of what is no longer there."""
Way = tuple[str, ...]
"""Where a value stands: a key, and the names of the entries in it."""
UNSURE = {errno.ENOSPC: "the disk is full", errno.EDQUOT: "the disk is full", errno.EROFS: "nothing can be written there",
          errno.EACCES: "Workbench may not write there", errno.EPERM: "Workbench may not write there",
          errno.ENOTDIR: "its folder cannot be made", errno.EEXIST: "its folder cannot be made"}  # fmt: skip


class Unreadable(Exception):
    """The file is there and is no settings; the words say why. `values` are those of it that can be used."""

    def __init__(self, why: str, values: dict[str, Any] | None = None) -> None:
        super().__init__(why)
        self.values = values


def why_not(error: OSError) -> str:
    """Why nothing could be written, in plain words."""
    return UNSURE.get(error.errno or 0) or str(error.strerror or error)


def read(file: Path) -> dict[str, Any]:
    """The settings in a file; none when there is no file. Raises Unreadable for all that is not a small file of settings, and
    waits for nothing: neither for the other end of a pipe nor for the end of a device."""
    try:
        data = _bytes(file)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}") from error
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable("it is damaged") from error
    if not isinstance(found, dict):
        raise Unreadable("it is damaged")
    good = cleaned(found)
    if good != found:
        raise Unreadable("some of it has another form", good)
    return good


def _bytes(file: Path) -> bytes:
    if not stat.S_ISREG(file.stat().st_mode):
        raise Unreadable("it is no file")
    number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as opened:
        now = os.fstat(number)  # what was opened, whatever has come in its place since it was looked at
        if not stat.S_ISREG(now.st_mode):
            raise Unreadable("it is no file")
        data = opened.read(MOST_BYTES + 1)
    if max(now.st_size, len(data)) > MOST_BYTES:
        raise Unreadable("it is far too long")
    return data


def changes(before: Any, after: Any, depth: int, way: Way) -> dict[Way, Any]:
    """What is different after a change, value by value; down to `depth` the entries of a dictionary are values of their own."""
    if not depth or not isinstance(after, dict) or (not isinstance(before, dict) and before is not GONE):
        return {} if before == after else {way: after}
    was = {} if before is GONE else before
    names = [*after, *(name for name in was if name not in after)]
    found: dict[Way, Any] = {}
    for name in names:
        found |= changes(was.get(name, GONE), after.get(name, GONE), depth - 1, (*way, name))
    return found


def merged(values: Mapping[str, Any], changed: Mapping[Way, Any]) -> dict[str, Any]:
    """Settings with what one window changed, and all else as it is; what was changed last stands last."""
    made = copy.deepcopy(dict(values))
    for way, value in changed.items():
        _put(made, way, copy.deepcopy(value) if value is not GONE else GONE)
    for name, key in KEYS.items():
        if key.most and isinstance(made.get(name), dict):
            made[name] = dict(list(made[name].items())[-key.most :])
    return made


def _put(made: dict[str, Any], way: Way, value: Any) -> None:
    key, node = KEYS[way[0]], made
    for name in way[:-1]:
        inner = node.pop(name, None)
        node[name] = inner if isinstance(inner, dict) else {}
        node = node[name]
    there = node.pop(way[-1], None)
    if key.joined and len(way) == 1 and isinstance(there, list):
        value = [*value, *(item for item in there if item not in value)][: key.most]
    if value is not GONE:
        node[way[-1]] = value


def write(file: Path, changed: Mapping[Way, Any], known: Mapping[str, Any]) -> tuple[str, Path] | None:
    """Bring changes into the file. Other windows' changes stay. `known` are the settings of this window, for when the file holds none.

    What stood there and is no settings is set aside: why, and where to. Raises OSError when nothing can be written.
    """
    file = Path(os.path.realpath(file)) if file.is_file() else file  # a link to the true place of the settings stays a link
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(file):
        aside = None
        try:
            values = read(file) or dict(known)
        except Unreadable as error:
            aside = str(error), _set_aside(file)
            values = dict(known) if error.values is None else error.values
        _replace(file, _encoded(merged(values, changed)))
        return aside


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """While no other window writes; where that cannot be had, or not soon, each goes on, and the last value of a key stays."""
    lock = FileLock(file.with_name("settings.lock"), timeout=PATIENCE, mode=0o600, is_singleton=False, fallback_to_soft=False)
    try:
        with suppress(OSError, NotImplementedError):  # held for long, or there are no locks here
            lock.acquire()
        yield
    finally:
        lock.release()


def _set_aside(file: Path) -> Path:
    """Give what is no settings a name that says so, one that nothing has yet."""
    for number in count(1):
        aside = file.with_name(f"{file.stem}.damaged{f'-{number}' if number > 1 else ''}{file.suffix}")
        if not os.path.lexists(aside):
            break
        if not file.is_symlink() and file.is_file() and aside.is_file() and file.samefile(aside):
            return aside  # before, when nothing could be written in its place
    try:
        os.link(file, aside, follow_symlinks=False)  # it goes when the new one takes its place, and not before
    except (OSError, NotImplementedError):
        file.rename(aside)
    return aside


def _encoded(values: dict[str, Any]) -> bytes:
    """JSON of at most MOST_BYTES: what is kept for each case gives way, what was changed first before the rest."""
    while True:
        words = json.dumps(values, ensure_ascii=False, indent=1)
        data = words.encode("utf-8", "backslashreplace")  # half a letter, as in names from other systems, as JSON writes it
        fullest = max(("searches", "cases"), key=lambda name: len(values.get(name) or ()))
        if len(data) <= MOST_BYTES or not values.get(fullest):
            return data
        entries = list(values[fullest].items())
        values[fullest] = dict(entries[len(entries) // 2 + 1 :])


def _replace(file: Path, data: bytes) -> None:
    """Put a new file in the place of the old one: it is there whole or not at all, also after a power cut."""
    for left in file.parent.glob(f"{file.name}.{'[0-9a-f]' * 8}.part"):  # by one that was killed
        left.unlink(missing_ok=True)
    half = file.with_name(f"{file.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        number = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(number, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(number)
        os.replace(half, file)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise
