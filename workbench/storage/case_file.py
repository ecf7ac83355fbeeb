"""One case = one SQLite file: created, opened, closed, copied and moved by the user like any document."""

from __future__ import annotations

import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, select

from workbench.domain.changes import Changes, changes_from
from workbench.domain.errors import CaseExists, CaseReadOnly, NotACase
from workbench.domain.moves import Move
from workbench.storage import journal
from workbench.storage.connection import refuse_long, translated
from workbench.storage.making import fill, put_in_place
from workbench.storage.open_file import Standing
from workbench.storage.opening import Opening, prepare
from workbench.storage.reader import Reader, connection_of
from workbench.storage.recent import RecentSteps
from workbench.storage.steps import StepIndex
from workbench.storage.tables import journal as journal_table


class CaseFile:
    """An open case file. One writer at a time; any number of read-only views."""

    left_out: tuple[int, ...] = ()
    gone: frozenset[tuple[str, int]] = frozenset()
    """In a case of the past: exhibits erased for good since, and the rows (table, id) that are missing with them."""

    def __init__(self, opening: Opening, who: Callable[[], str], home: Path | None = None) -> None:
        self.read_only = opening.read_only
        self.notices = tuple(opening.notices)
        """What is to be told of it, in sentences: steps it lacks, a log that was not its own."""
        self._who = who
        self._standing = Standing(opening, home)
        self._stack = journal.UndoStack()
        self._steps = StepIndex()
        self._recent = RecentSteps()
        self._writing = threading.RLock()
        self.log_emptied = True
        """Whether what was erased is gone from the file's log too."""

    @classmethod
    def create(
        cls, path: Path, who: Callable[[], str], first: Callable[[journal.Operation], object] = lambda _: None, *, home: Path | None = None,
        window: bool = False,
    ) -> CaseFile:  # fmt: skip
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
        return cls.open(path, who, home=home, window=window)

    @classmethod
    def open(
        cls, path: Path, who: Callable[[], str], *, read_only: bool = False, home: Path | None = None, window: bool = False,
        patience: float = 0,
    ) -> CaseFile:  # fmt: skip
        """Open a case after every check that costs little. Raises the CaseFileErrors of domain.errors; a refused file is untouched.

        `home` is the user's own folder for backups, rescued copies and the last saved steps; `window` says whether a window or a command
        asks; `patience` is how many seconds to wait for a command that has it open.
        """
        opening = prepare(path, home, read_only=read_only, window=window, patience=patience)
        try:
            with translated(opening.path):
                return cls(opening, who, home)
        except BaseException:
            if opening.lock:
                opening.lock.release()
            raise

    @property
    def path(self) -> Path:
        """Where the file is now: it may be renamed or moved while it is open."""
        return self._standing.path

    @property
    def moves(self) -> tuple[Move, ...]:
        """How its file was taken away while it was open, and where work went on."""
        return tuple(self._standing.moves)

    @property
    def immutable(self) -> bool:
        return self._standing.immutable

    def close(self) -> None:
        """Close it into one single file. A read-only view of somebody else's may keep the log beside it until it closes."""
        self._standing.close()

    def who(self) -> str:
        """Who works here now; what no file can hold of a name (it may come from a system that keeps other bytes) is replaced."""
        return self._who().encode("utf-8", "replace").decode("utf-8")

    def tend(self, moved: Callable[[Move], None]) -> None:
        """From now on, fold the log back whenever it is quiet and look after the file by itself; `moved` is called in another thread."""
        self._standing.tend(moved)

    def fold(self) -> bool:
        """Write the log back into the file, which is then whole by itself; whether nothing was in the way."""
        return self._standing.fold()

    def look(self) -> Move | None:
        """Whether the file still stands at its name; if not, where work goes on (storage/standing.py). Raises CaseGone or CaseBusy."""
        return self._standing.look()

    @contextmanager
    def held_still(self) -> Iterator[Path]:
        """The file's path, which leads to it as long as the block runs: for what opens it by name."""
        self._standing.look()
        with self._standing.gate.passed():
            yield self.path

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A consistent view of the case as it is now."""
        with translated(self.path), self._standing.connection() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def operation(self, name: str, reason: str = "", *, undoable: bool = True) -> Iterator[journal.Operation]:
        """One transaction, one undo step, one journal row. Its `changes` are there when the block has ended."""
        with self._write() as connection:
            journal.begin(connection, name)
            operation = journal.Operation(connection, name, reason)
            yield operation
            journal.record(connection, operation, who=self.who(), kind="do" if undoable else "begin")
        self._recent.add(operation)

    @contextmanager
    def erasing(self, name: str, reason: str) -> Iterator[journal.Operation]:
        """An operation that may erase content. It cannot be undone, nor can what came before it; the log beside the file is emptied."""
        with self._write() as connection:
            journal.begin(connection, name)
            operation = journal.Operation(connection, name, reason)
            yield operation
            journal.record(connection, operation, who=self.who(), kind="erase")
        self._recent.add(operation)
        self._standing.forget_shadows()
        self._empty_log()

    def _empty_log(self, *, patient: bool = True) -> None:
        """Write the log into the file, so that what was erased stands in neither. While somebody reads, it cannot be: the next
        change tries again, and closing the case does."""
        self.log_emptied = self._standing.fold(patient=patient)

    def undo(self) -> tuple[str, Changes]:
        """Undo the last step; returns its name and what changed. Raises NothingToUndo or UndoConflict."""
        return self._replay(undo=True)

    def redo(self) -> tuple[str, Changes]:
        return self._replay(undo=False)

    def _replay(self, *, undo: bool) -> tuple[str, Changes]:
        with self._write() as connection:
            operation, target = journal.replay(connection, self._stack, undo=undo)
            journal.record(connection, operation, who=self.who(), kind="undo" if undo else "redo", target=target)
        self._recent.add(operation)
        return operation.name, operation.changes

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A transaction that writes. The file is looked for before it, and after it, so that what is shown as saved is where it is told."""
        if self.read_only:
            raise CaseReadOnly(self.path)
        with translated(self.path), self._standing.connection() as connection, self._writing:
            immediate = connection.execution_options(begin="IMMEDIATE")
            with immediate.begin():
                yield immediate
        self._standing.written()
        if not self.log_emptied:
            self._empty_log(patient=False)

    def last_step(self) -> int:
        """The number of the journal's last step: known here, but read of a file that somebody else may change."""
        return self.last_saved()[0]

    def last_saved(self) -> tuple[int, str]:
        """The journal's last step and when it was made (ISO 8601)."""
        elsewhere = self.read_only and not self.immutable
        if elsewhere or not self._recent.last[0]:
            with self.read() as reader:
                self._recent.begin(*reader.last_saved(), again=elsewhere)
        return self._recent.last

    def recent(self, step: int) -> Changes | None:
        """What changed after that step; None where that is not known without reading the journal."""
        return self._recent.since(step)

    def undo_names(self) -> tuple[str, str]:
        """The names of the steps that undo and redo would take, or empty."""
        with self.read() as reader:
            return self._stack.names(connection_of(reader))

    def steps_of(self, table: str, row: int) -> list[int]:
        """The numbers of the steps that touched a claim ("claims") or an article ("articles"), or what belongs to it; oldest first."""
        with self.read() as reader:
            return self.steps_in(reader, table, row)

    def steps_in(self, reader: Reader, table: str, row: int) -> list[int]:
        """The same, for whoever is reading already."""
        return self._steps.of(connection_of(reader), table, row)

    def changes_since(self, step: int) -> Changes:
        """Everything changed after journal step `step`."""
        with self.read() as reader:
            total = Changes(step)
            query = select(journal_table.c.seq).where(journal_table.c.seq > step).order_by(journal_table.c.seq)
            for seq in connection_of(reader).execute(query).scalars().all():
                total = total | changes_from(seq, journal.step_row(connection_of(reader), seq)[1])
        return total
