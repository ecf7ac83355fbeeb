"""One case = one SQLite file: created, opened, closed, copied and moved by the user like any document."""

from __future__ import annotations

import os
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout
from sqlalchemy import Connection, select

from workbench.domain.changes import Changes, changes_from
from workbench.domain.entities import FieldChange, Step
from workbench.domain.errors import BackupFailed, CaseExists, CaseLocked, CaseReadOnly, DamagedCase, NotACase
from workbench.storage import backups, header, journal, migrations, schema
from workbench.storage.connection import APPLICATION_ID, connect, make_engine, refuse_long, translated, uri
from workbench.storage.reader import Reader
from workbench.storage.steps import OWNED_BY, StepIndex
from workbench.storage.tables import journal as journal_table


class CaseFile:
    """An open case file. One writer at a time; any number of read-only views."""

    left_out: tuple[int, ...] = ()
    gone: frozenset[tuple[str, int]] = frozenset()
    """In a case of the past: exhibits erased for good since, and the rows (table, id) that are missing with them."""

    def __init__(self, path: Path, *, read_only: bool, immutable: bool, lock: FileLock | None, who: Callable[[], str]) -> None:
        self.path = path
        self.read_only = read_only
        self.immutable = immutable
        self._who = who
        self._lock = lock
        self._engine = make_engine(path, read_only=read_only, immutable=immutable)
        self._stack = journal.UndoStack()
        self._steps = StepIndex()
        self._writing = threading.RLock()
        self.log_emptied = True
        """Whether what was erased is gone from the file's log too."""

    @classmethod
    def create(cls, path: Path, who: Callable[[], str], first: Callable[[journal.Operation], object] = lambda _: None) -> CaseFile:
        """A new case file, readable by its owner only; `first` writes its first step, which cannot be undone.

        It is made under another name and appears whole or not at all. Raises CaseExists, DiskFull or NotACase.
        """
        refuse_long(path)
        if path.exists():
            raise CaseExists(path)
        half = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
        try:
            os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with translated(path):
                fill(half)
                file = cls.open(half, who)
                try:
                    with file.operation("New case", undoable=False) as operation:
                        first(operation)
                finally:
                    file.close()
            put_in_place(half, path)
        except FileExistsError as error:
            raise CaseExists(path) from error
        except OSError as error:
            raise NotACase(path, f"it cannot be created ({error.strerror})") from error
        finally:
            half.unlink(missing_ok=True)
        return cls.open(path, who)

    @classmethod
    def open(cls, path: Path, who: Callable[[], str], *, read_only: bool = False, backup_folder: Path | None = None) -> CaseFile:
        """Open a case after every check that costs little. Raises the CaseFileErrors of domain.errors; a refused file is untouched."""
        path = path.resolve()  # one lock for one file, whatever link led to it
        head = header.read_header(path)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        read_only = read_only or not writable
        lock = None if read_only else _lock(path)
        try:
            if writable:
                head = _recovered(path, head, lock)
            immutable = not writable and head.wal
            _check(path, head.version, immutable=immutable)
            if head.version < header.SCHEMA_VERSION:
                if read_only:
                    raise CaseReadOnly(path)
                _migrate(path, head.version, backup_folder or path.parent)
            file = cls(path, read_only=read_only, immutable=immutable, lock=lock, who=who)
        except BaseException:
            if lock:
                _unlock(lock)
            raise
        return file

    def close(self) -> None:
        """Close it into one single file. A read-only view of somebody else's may keep the log beside it until it closes."""
        self._engine.dispose()
        if self._lock is None:
            return
        with suppress(sqlite3.OperationalError), closing(connect(self.path, read_only=False)) as raw:
            raw.execute("PRAGMA busy_timeout=200")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # with a view still open the log stays, but nothing stands in it alone
            raw.execute("PRAGMA journal_mode=DELETE")
        _unlock(self._lock)
        self._lock = None

    def who(self) -> str:
        """Who works here now; what no file can hold of a name (it may come from a system that keeps other bytes) is replaced."""
        return self._who().encode("utf-8", "replace").decode("utf-8")

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A consistent view of the case as it is now."""
        with translated(self.path), self._engine.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def operation(self, name: str, reason: str = "", *, undoable: bool = True) -> Iterator[journal.Operation]:
        """One transaction, one undo step, one journal row. Its `changes` are there when the block has ended."""
        with self._write() as connection:
            journal.begin(connection, name)
            operation = journal.Operation(connection, name, reason)
            yield operation
            journal.record(connection, operation, who=self.who(), kind="do" if undoable else "begin")

    @contextmanager
    def erasing(self, name: str, reason: str) -> Iterator[journal.Operation]:
        """An operation that may erase content. It cannot be undone, nor can what came before it; the log beside the file is emptied."""
        with self._write() as connection:
            journal.begin(connection, name)
            operation = journal.Operation(connection, name, reason)
            yield operation
            journal.record(connection, operation, who=self.who(), kind="erase")
        self._empty_log()

    def _empty_log(self, *, patient: bool = True) -> None:
        """Write the log into the file, so that what was erased stands in neither. While somebody reads, it cannot be: the next
        change tries again, and closing the case does."""
        with closing(connect(self.path, read_only=False)) as raw:
            if not patient:
                raw.execute("PRAGMA busy_timeout=0")
            self.log_emptied = not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    def undo(self) -> tuple[str, Changes]:
        """Undo the last step; returns its name and what changed. Raises NothingToUndo or UndoConflict."""
        return self._replay(undo=True)

    def redo(self) -> tuple[str, Changes]:
        return self._replay(undo=False)

    def _replay(self, *, undo: bool) -> tuple[str, Changes]:
        with self._write() as connection:
            operation, target = journal.replay(connection, self._stack, undo=undo)
            journal.record(connection, operation, who=self.who(), kind="undo" if undo else "redo", target=target)
        return operation.name, operation.changes

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if self.read_only:
            raise CaseReadOnly(self.path)
        with self._writing, translated(self.path), self._engine.connect() as connection:
            immediate = connection.execution_options(begin="IMMEDIATE")
            with immediate.begin():
                yield immediate
        if not self.log_emptied:
            self._empty_log(patient=False)

    def undo_names(self) -> tuple[str, str]:
        """The names of the steps that undo and redo would take, or empty."""
        with self.read() as reader:
            return self._stack.names(reader.connection)

    def steps_of(self, table: str, row: int) -> list[int]:
        """The numbers of the steps that touched a claim ("claims") or an article ("articles"), or what belongs to it; oldest first."""
        with self.read() as reader:
            return self._steps.of(reader.connection, table, row)

    def history(self, table: str, row: int) -> list[tuple[Step, list[FieldChange]]]:
        """The steps that touched a claim or an article, with what they changed of it; newest first."""
        with self.read() as reader:
            return reader.history(self._steps.of(reader.connection, table, row), table, row, OWNED_BY[table])

    def changes_since(self, step: int) -> Changes:
        """Everything changed after journal step `step`."""
        with self.read() as reader:
            total = Changes(step)
            query = select(journal_table.c.seq).where(journal_table.c.seq > step).order_by(journal_table.c.seq)
            for seq in reader.connection.execute(query).scalars().all():
                total = total | changes_from(seq, journal.step_row(reader.connection, seq)[1])
        return total


def put_in_place(half: Path, path: Path) -> None:
    """Give a finished file its name, never over another one; and see to it that the name survives a power cut."""
    if os.name == "posix":
        os.link(half, path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    else:
        half.rename(path)


def fill(path: Path) -> None:
    """Make an empty file a case file with nothing in it."""
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={header.SCHEMA_VERSION}")
        raw.executescript("BEGIN;" + schema.schema_file().read_text(encoding="utf-8"))
        raw.execute("INSERT INTO alembic_version VALUES (?)", (f"{header.SCHEMA_VERSION:04}",))
        raw.execute("COMMIT")
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


def _recovered(path: Path, head: header.Header, lock: FileLock | None) -> header.Header:
    """Roll back what a crash left half done while the file was being opened or closed: a read-only connection could not even read it.

    Left alone when another window holds the lock: then it is no leftover.
    """
    half_done = path.with_name(path.name + "-journal")
    if not (half_done.exists() and half_done.stat().st_size):
        return head
    try:
        own = lock or _lock(path)
    except CaseLocked:
        return head
    try:
        with translated(path), closing(sqlite3.connect(uri(path, mode="rw"), uri=True)) as raw:
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        if own is not lock:
            _unlock(own)
    return header.read_header(path)


def _check(path: Path, version: int, *, immutable: bool) -> None:
    """Refuse a damaged file or a foreign schema before anything is written to it."""
    wal = path.with_name(path.name + "-wal")
    if immutable and wal.exists() and wal.stat().st_size:
        raise DamagedCase(path, "it was not closed properly and lies where nothing can be written; copy both files elsewhere")
    with translated(path):
        raw = connect(path, read_only=True, immutable=immutable)
        try:
            schema.refuse_code(path, raw)
            if version == header.SCHEMA_VERSION:
                schema.compare(path, raw)
            raw.execute("SELECT count(*) FROM info").fetchone()
        finally:
            raw.close()


def _lock(path: Path) -> FileLock:
    lock = FileLock(path.with_name(path.name + ".lock"), timeout=0, mode=0o600, is_singleton=False, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise CaseLocked(path) from error
    return lock


def _unlock(lock: FileLock) -> None:
    """Remove the lock file while we still hold it, then let go; afterwards it may be somebody else's. Windows refuses the first."""
    if os.name == "posix":
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()
    if os.name != "posix":
        with suppress(OSError):
            Path(lock.lock_file).unlink(missing_ok=True)
