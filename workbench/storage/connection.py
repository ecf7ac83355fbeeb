"""How a case file is opened through SQLAlchemy: our own transactions, safe settings, the journal's triggers.

The driver's own transactions lose updates silently and do not roll back a failed migration, so they are off
(isolation_level=None) and every transaction begins here: deferred to read, IMMEDIATE to write.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool

from workbench.domain.errors import (
    CaseBusy,
    CaseGone,
    CaseReadOnly,
    DamagedCase,
    DiskFailed,
    DiskFull,
    NameTooLong,
    NotFound,
    OutsideOperation,
    RuleBroken,
)
from workbench.storage import triggers
from workbench.storage.place import Identity, identity
from workbench.storage.rows import BadRow

APPLICATION_ID = 0x57424348  # "WBCH"
BUSY_SECONDS = 5
SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA temp_store=MEMORY",
)
WRITER_SETTINGS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0")
"""The log is written back by CaseFile.fold alone, which says beside the file to which state of it the log belongs. Where a log cannot be
had (some shares), SQLite keeps its rollback journal by itself."""
LONGEST_NAME = 230
"""Bytes; most systems allow a name of 255, and 23 go to what stands before and after it."""
DAMAGED = (
    "malformed", "not a database", "unable to open", "out of range", "unsupported file format", "no such table", "no such column",
    "Could not decode", "datatype mismatch", "corrupt", "JSON cannot hold",
)  # fmt: skip
"""What SQLite says of a file that is no longer what it wrote."""


def refuse_long(path: Path) -> None:
    """Raise NameTooLong for a new file whose name leaves no room for what is put before and after it (.…part, -journal)."""
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise NameTooLong(path)


def uri(path: Path, **parameters: str) -> str:
    query = "&".join(f"{key}={value}" for key, value in parameters.items())
    return f"file:{quote(os.fsencode(path.resolve()))}?{query}"


def connect(path: Path, *, read_only: bool, immutable: bool = False, wanted: Identity | None = None) -> sqlite3.Connection:
    """A plain driver connection with this desk's settings. The file must exist; when one is `wanted`, it must be that one (else CaseGone).

    Nothing is written before that is sure: SQLite opens the file at once and does nothing to it before the first statement.
    """
    parameters = {"mode": "ro" if read_only else "rw"} | ({"immutable": "1"} if immutable else {})
    raw = sqlite3.connect(
        uri(path, **parameters), uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False, cached_statements=256
    )
    if wanted is not None and identity(path) != wanted:
        raw.close()
        raise CaseGone(path, "another file stands at its name")
    return _told(raw, (*SETTINGS, *(() if read_only else WRITER_SETTINGS)))


def _told(raw: sqlite3.Connection, statements: Iterable[str]) -> sqlite3.Connection:
    """The connection, once it has taken its statements; closed when it does not."""
    try:
        for statement in statements:
            raw.execute(statement)
    except BaseException:
        raw.close()
        raise
    return raw


def make_engine(path: Path, *, read_only: bool, immutable: bool = False, migrating: bool = False, wanted: Identity | None = None) -> Engine:
    """An engine whose connections all carry the settings and the triggers.

    A migration works without triggers (they know the new tables only) and without foreign keys (a table that is rebuilt
    would take along what points to it).
    """

    def creator() -> sqlite3.Connection:
        raw = connect(path, read_only=read_only, immutable=immutable, wanted=wanted)
        return _told(raw, ("PRAGMA foreign_keys=OFF",) if migrating else triggers.statements())

    engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool, pool_size=4, max_overflow=4)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what a person can act on."""
    try:
        yield
    except DatabaseError as error:
        _raise_known(path, str(error.orig), error)
        raise
    except sqlite3.DatabaseError as error:
        _raise_known(path, str(error), error)
        raise
    except UnicodeDecodeError as error:
        raise DamagedCase(path, "a text in it is not UTF-8") from error
    except BadRow as error:
        raise DamagedCase(path, error.detail) from error


def _raise_known(path: Path, said: str, error: Exception) -> None:
    if triggers.OUTSIDE in said:
        raise OutsideOperation(said) from error
    if "full" in said:
        raise DiskFull(path) from error
    if "disk I/O error" in said:
        raise DiskFailed(path, said) from error
    if "readonly" in said or "read-only" in said:
        raise CaseReadOnly(path) from error
    if "locked" in said or "busy" in said:
        raise CaseBusy(path) from error
    if "NOT NULL constraint" in said:
        raise RuleBroken("field", f"“{said.rpartition('.')[2].replace('_', ' ')}” cannot be left empty.") from error
    if "FOREIGN KEY" in said:
        raise NotFound("such thing to link to") from error
    if any(words in said for words in DAMAGED):
        raise DamagedCase(path, said) from error
    if isinstance(error, OperationalError) and "unable" in said:
        raise DamagedCase(path, said) from error
