"""What is looked at before a case file is opened: what it is, whose the log beside it is, its schema, its version."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from sqlalchemy import Connection

from workbench.domain.errors import BackupFailed, CaseLocked, DamagedCase, OlderCase
from workbench.storage import backups, header, last_saved, leftovers, migrations, schema
from workbench.storage.connection import connect, make_engine, translated, uri
from workbench.storage.lock import CaseLock, held_by

MOMENT = 500
"""Milliseconds to wait for a program that holds a file which is to be opened."""


@dataclass(slots=True)
class Opening:
    """A file found fit to be opened: how, with which lock, and what is to be told of it."""

    path: Path
    read_only: bool
    immutable: bool
    lock: CaseLock | None
    window: bool = False
    notices: list[str] = field(default_factory=list)


def prepare(path: Path, home: Path | None, *, read_only: bool, window: bool, patience: float) -> Opening:
    """Every check that costs little, and the lock. Raises the CaseFileErrors of domain.errors; a refused file is untouched."""
    path = path.resolve()  # one lock for one file, whatever link led to it
    header.read_header(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    read_only = read_only or not writable
    lock = None if read_only else CaseLock(path, window=window, patience=patience)
    try:
        opening = Opening(path, read_only, not writable and header.read_header(path).wal, lock, window)
        if writable:
            _settle_logs(opening, home)
        head = header.read_header(path)
        _check(path, head.version, immutable=opening.immutable)
        if head.version < header.SCHEMA_VERSION:
            if read_only:
                raise OlderCase(path)
            _migrate(path, head.version, home / "backups" if home else path.parent)
        if home:
            _compare_with_last_saved(opening, head, home / "last-saved")
    except BaseException:
        if lock:
            lock.release()
        raise
    return opening


def _settle_logs(opening: Opening, home: Path | None) -> None:
    """Have what a crash left taken in, and what belongs to another file put aside. Left alone while another window has the case."""
    path = opening.path
    if home and opening.lock:
        opening.notices += leftovers.settle_shadow(path, home)
    if not leftovers.beside(path):
        if home and opening.lock:
            _bring_home(opening, home / "last-saved")
        return
    if opening.lock is None and leftovers.held(path):
        opening.immutable = not leftovers.fits_record(path)  # the log is another window's, and of another file
        return
    own = opening.lock or CaseLock(path)
    try:
        if leftovers.belongs(path):
            _roll_back(path)
            return
        names = leftovers.set_aside(path)
        opening.notices.append(
            f"Beside {path.name} lay a log of another file, left when the program ended unexpectedly; it was not taken in, and was kept as "
            f"{', '.join(f'“{name}”' for name in names)}. This file is as it was saved last itself."
        )
    finally:
        if own is not opening.lock:
            own.release()


def _roll_back(path: Path) -> None:
    """Undo what a crash left half done while the file was being opened or closed: a read-only connection could not even read it."""
    if path.with_name(path.name + leftovers.ROLLBACK).exists():
        with translated(path), closing(sqlite3.connect(uri(path, mode="rw"), uri=True)) as raw:
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _bring_home(opening: Opening, folder: Path) -> None:
    """Take in the log of a case that was renamed after a crash: it still lies under the old name, which is known here."""
    path = opening.path
    if not header.read_header(path).wal:
        return
    for known in last_saved.recall(folder, _head(path)[0]):
        old = Path(known.path)
        if not known.open or old == path or old.exists() or not leftovers.beside(old):
            continue
        if leftovers.held(old):  # it was renamed under a window that has not seen it yet
            raise CaseLocked(path, str(held_by(old)))
        if leftovers.take_over(old, path):
            opening.notices.append(f"The last steps still lay in the log of “{old.name}”, this case's name before; they were taken in.")
            return


def _compare_with_last_saved(opening: Opening, head: header.Header, folder: Path) -> None:
    """Say so when the file ends before a step that was saved on this computer, or may have been copied while it was open."""
    with translated(opening.path):
        uid, step, digest = _head(opening.path, immutable=opening.immutable)
    known = next(iter(last_saved.recall(folder, uid)), None)
    if known is None:
        if head.wal and not leftovers.beside(opening.path) and not leftovers.held(opening.path):
            opening.notices.append(
                f"{opening.path.name} was copied while it was open elsewhere. It ends at step {step}; what was saved in the second before "
                "it was copied may be missing. Compare the last step with the original."
            )
    elif step < known.step or (step == known.step and digest != known.hash):
        opening.notices.append(
            f"This file lacks steps: it ends at step {step}, and on this computer step {known.step} was saved in “{known.path}” "
            f"({known.at[:16].replace('T', ' ')} UTC). It may be an earlier copy or a backup."
        )


def _head(path: Path, *, immutable: bool = True) -> tuple[str, int, str]:
    """The case's identity, its last step and that step's hash, as the file itself says; empty ones where it cannot be read."""
    try:
        with closing(connect(path, read_only=True, immutable=immutable)) as raw:
            row = raw.execute("SELECT uid, seq, hash FROM info, journal ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        row = None
    return (str(row[0]), int(row[1]), str(row[2])) if row else ("", 0, "")


def _check(path: Path, version: int, *, immutable: bool) -> None:
    """Refuse a damaged file or a foreign schema before anything is written to it."""
    if immutable and leftovers.beside(path) and not leftovers.held(path):
        raise DamagedCase(path, "it was not closed properly and lies where nothing can be written; copy both files elsewhere")
    with translated(path):
        raw = connect(path, read_only=True, immutable=immutable)
        try:
            raw.execute(f"PRAGMA busy_timeout={MOMENT}")  # who waits for another program does not keep a window waiting
            schema.refuse_code(path, raw)
            if version == header.SCHEMA_VERSION:
                schema.compare(path, raw)
            raw.execute("SELECT * FROM info").fetchall()  # what cannot be read there is refused before a byte is written
            if not all(header.is_identity(*found) for found in raw.execute("SELECT uid, second_of FROM info")):
                raise DamagedCase(path, header.NO_IDENTITY)
        finally:
            raw.close()


def _migrate(path: Path, version: int, folder: Path) -> None:
    """Bring an older file up to date, after a backup that is kept. A failure leaves the file as it was."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BackupFailed(path, str(error.strerror)) from error
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    backups.backup(path, folder / f"{path.stem}.before-update-from-{version}.{stamp}.case")

    bring_up_to_date(path)


def bring_up_to_date(path: Path) -> None:
    """Take an older file through the migrations. A failure leaves it as it was."""

    def check(connection: Connection) -> None:
        schema.compare(path, cast(sqlite3.Connection, connection.connection.driver_connection))
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise DamagedCase(path, "something in it points to what is not there")

    engine = make_engine(path, read_only=False, migrating=True)
    try:
        with translated(path):
            migrations.migrate(engine, check)
    finally:
        engine.dispose()
