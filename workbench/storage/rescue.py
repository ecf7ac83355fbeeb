"""Rescued copies: a whole case in the user's own folder when its file can no longer be worked on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path


def rescue(folder: Path, path: Path, write: Callable[[Path], None]) -> Path:
    """A copy of the case of `path` in `folder`, written by `write`, brought into one sound file. Raises OSError or sqlite3.Error."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S.%f")[:-4]
    target = folder / f"{_short(path.stem)} (rescued {stamp}).case"
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        write(target)
        with closing(sqlite3.connect(target)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")
            said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if said != "ok":
            raise sqlite3.DatabaseError(said)
    except (OSError, sqlite3.Error):
        target.unlink(missing_ok=True)
        raise
    with target.open("rb") as file:
        os.fsync(file.fileno())
    return target


def _short(stem: str) -> str:
    """A name that leaves room for what is put after it: most systems allow a name of 255 bytes."""
    return stem.encode("utf-8", "replace")[:150].decode("utf-8", "ignore")
