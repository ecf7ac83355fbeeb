"""Logs that a crash has left: one that belongs to the file beside it is taken in by SQLite, one that does not would be written over it.

SQLite takes any log of the right name for the file's own, with nothing to tell it whose it is. So the record beside an open case says
for which file its log is (storage/lock.py). Where the record does not fit – a crash while the log was written back, a folder copied as a
whole, or another file put in the place of the case – the two are tried together on a copy.
"""

from __future__ import annotations

import shutil
import sqlite3
import uuid
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from workbench.domain.errors import CaseFileError, CaseLocked
from workbench.storage import header
from workbench.storage.connection import make_engine
from workbench.storage.header import SCHEMA_VERSION
from workbench.storage.journal import verify_chain, verify_rows
from workbench.storage.lock import CaseLock, Stamp, lock_files, log_owner, record_file
from workbench.storage.rescue import rescue
from workbench.storage.rows import BadRow
from workbench.storage.shadow import left_behind
from workbench.storage.tables import info, journal

LOG, ROLLBACK, SHARED = "-wal", "-journal", "-shm"
UNUSABLE = (SQLAlchemyError, sqlite3.Error, CaseFileError, BadRow, ValueError, TypeError, LookupError, AttributeError)
"""What reading a mix of two files may raise."""


def beside(path: Path) -> list[Path]:
    """The logs beside a case that hold something."""
    return [file for end in (LOG, ROLLBACK) if (file := path.with_name(path.name + end)).is_file() and file.stat().st_size]


def held(path: Path) -> bool:
    """Whether somebody has the case open to change it, as far as can be seen without taking the lock for longer than a moment."""
    if not any(file.exists() for file in lock_files(path)):
        return False
    try:
        CaseLock(path).release()
    except CaseLocked:
        return True
    return False


def fits_record(path: Path) -> bool:
    """Whether the record beside a case says that the log there is of this very file, as it was written last."""
    return log_owner(path) == Stamp.of(path)


def belongs(path: Path) -> bool:
    """Whether the logs beside a case are its own. Nothing is changed; a copy of both is made beside them where that must be tried."""
    if fits_record(path):
        return True
    return _fit(_contents(path, immutable=True), _together(path))


def holds(path: Path, step: int, digest: str) -> bool:
    """Whether a case and the logs beside it are sound together and hold a step with that hash. Nothing is changed."""
    both = _together(path)
    return both.sound and both.hashes.get(step) == digest


def _together(path: Path) -> Contents:
    """What a file holds with the logs beside it, tried on a copy of both, which is made beside them."""
    folder = path.parent / f".{path.name}.{uuid.uuid4().hex[:8]}.part"
    try:
        folder.mkdir(mode=0o700)
        copy = folder / "copy.case"
        shutil.copyfile(path, copy)
        for log in beside(path):
            shutil.copyfile(log, copy.with_name(copy.name + log.name.removeprefix(path.name)))
        return _contents(copy, immutable=False)
    except OSError:
        return Contents()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def settle_shadow(path: Path, home: Path) -> list[str]:
    """Look at the shadows that a kill has left of what was open at that path, before its logs are settled. Returns what is to be told.

    One whose last step the file has, with its log, is removed; another one was written over since, and is rescued with its log.
    """
    notices = []
    for shadow in left_behind(home / "shadows", path):
        kept = _contents(shadow, immutable=True)
        last = max(kept.hashes, default=0)
        own = _together(path) if belongs(path) else _contents(path, immutable=True)
        if kept.sound and own.hashes.get(last) != kept.hashes.get(last):
            with suppress(OSError, sqlite3.Error):
                target = rescue(home / "rescued", path, lambda new, old=shadow, step=last: _with_log(path, old, new, step))  # type: ignore[misc]
                notices.append(
                    f"Another file was put in the place of {path.name} after the program ended unexpectedly. What had been saved there "
                    f"before is in a rescued copy, “{target.name}”."
                )
                shadow.unlink()
        else:
            shadow.unlink(missing_ok=True)
    return notices


def _with_log(path: Path, shadow: Path, target: Path, step: int) -> None:
    """Copy a shadow, and the log beside the case when that goes on from it."""
    shutil.copyfile(shadow, target)
    log, copy = path.with_name(path.name + LOG), target.with_name(target.name + LOG)
    if log.exists():
        shutil.copyfile(log, copy)
        if not _together(target).sound or step not in _together(target).hashes:
            copy.unlink()


def set_aside(path: Path) -> list[str]:
    """Give the logs beside a case names that say what they are; the new names."""
    names = []
    for log in beside(path):
        name = aside(log)
        log.rename(name)
        names.append(name.name)
    path.with_name(path.name + SHARED).unlink(missing_ok=True)
    return names


def aside(log: Path) -> Path:
    """A name for a log that says what it is, and by which it is nobody's any more."""
    name, _, end = log.name.rpartition("-")
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    return log.with_name(f"{name} log of another file {stamp}-{end}")


def take_over(old: Path, path: Path) -> bool:
    """Take the log that was left under a case's old name, if it belongs. Returns whether it was."""
    logs = beside(old)
    new = [path.with_name(path.name + log.name.removeprefix(old.name)) for log in logs]
    for log, copy in zip(logs, new, strict=True):
        shutil.copyfile(log, copy)
    if not belongs(path):
        for copy in new:
            copy.unlink()
        return False
    for log in (*logs, old.with_name(old.name + SHARED), *lock_files(old), record_file(old)):
        log.unlink(missing_ok=True)
    return True


class Contents:
    """What a file holds when it is read through: its case, the hashes of its steps, and whether it is sound."""

    def __init__(self) -> None:
        self.case = ""
        self.hashes: dict[int, str] = {}
        self.sound = False


def _fit(alone: Contents, both: Contents) -> bool:
    """Whether a log belongs, by what the file says without and with it.

    Only a file that is sound by itself and is not continued by the log speaks against it: a file is not sound by itself while its log is
    written back, and where neither is sound the log may be all there is.
    """
    if not alone.sound:
        return True
    last = max(alone.hashes, default=0)
    return both.sound and both.case == alone.case and both.hashes.get(last) == alone.hashes.get(last)


def _contents(path: Path, *, immutable: bool) -> Contents:
    found = Contents()
    engine = make_engine(path, read_only=immutable, immutable=immutable, migrating=True)
    with suppress(*UNUSABLE), closing(engine.connect()) as connection, connection.begin():
        found.case = str(connection.execute(select(info.c.uid)).scalar())
        found.hashes = {int(row.seq): str(row.hash) for row in connection.execute(select(journal.c.seq, journal.c.hash))}
        found.sound = _sound(connection, path)
    engine.dispose()
    return found


def _sound(connection: Connection, path: Path) -> bool:
    if (
        connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok"
        or connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    ):
        return False
    if any(verify_chain(connection)):
        return False
    return header.read_header(path).version != SCHEMA_VERSION or not any(verify_rows(connection))
