"""Copies that can be trusted: backup API to a temporary name, check, rename. A plain copy of a live file loses everything."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from workbench.domain.errors import BackupFailed
from workbench.storage.connection import connect, refuse_long

PAGES_A_STEP = 2000


def backup(source: Path, target: Path, cancelled: Callable[[], bool] = lambda: False) -> Path:
    """A verified copy of `source` (open or not) at `target`, one single file. Raises BackupFailed; never leaves half a file."""
    refuse_long(target)
    _refuse_open_target(source, target)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        copy(source, temporary, cancelled)
        temporary.replace(target)
    except (OSError, sqlite3.DatabaseError) as error:
        raise BackupFailed(source, str(error)) from error
    finally:
        with suppress(NotADirectoryError):
            temporary.unlink(missing_ok=True)
    return target


def _refuse_open_target(source: Path, target: Path) -> None:
    """A file that is open may not be replaced: its log beside it would then belong to another file."""
    log = target.with_name(target.name + "-wal")
    if target.resolve() == source.resolve():
        raise BackupFailed(source, "a copy cannot take the place of the case itself. Choose another name.")
    if log.exists():
        raise BackupFailed(source, f"{target.name} is open in another window. Choose another name.")


def copy(source: Path, temporary: Path, cancelled: Callable[[], bool] = lambda: False) -> None:
    """Fill a new file with a copy that is one single file and whose pages are sound. Raises OSError or sqlite3.DatabaseError."""

    def progress(_status: int, _remaining: int, _total: int) -> None:
        if cancelled():
            raise InterruptedError("it was stopped")

    with closing(connect(source, read_only=True)) as here, closing(sqlite3.connect(temporary)) as there:
        here.backup(there, pages=PAGES_A_STEP, progress=progress)
        there.execute("PRAGMA journal_mode=DELETE")
        found = there.execute("PRAGMA integrity_check(3)").fetchall()
        if found != [("ok",)]:
            raise sqlite3.DatabaseError(f"the copy is not sound: {found[0][0]}")
    with temporary.open("rb") as file:
        os.fsync(file.fileno())


def save_copy(source: Path, target: Path) -> Path:
    """Save a copy of a case while it is open."""
    return backup(source, target)
