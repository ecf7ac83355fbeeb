"""The journal: every change is one operation, one transaction, one undo step and one hash-chained row.

The hashed record is JSON with sorted keys, no spaces, UTF-8; `hash` is its SHA-256 and `previous` the hash before it, so a
change to any earlier row breaks the chain. Undo is itself a step: history is never rewritten and the undo stack is derived.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from workbench.domain.changes import Changes, Edit, changes_from
from workbench.domain.errors import NotFound, NothingToUndo, UndoConflict
from workbench.storage.edits import edits_of
from workbench.storage.reader import Reader
from workbench.storage.rows import LINK_SHAPE, BadRow, shape_of
from workbench.storage.tables import CONTENT, JOURNALED, journal

GENESIS = "0" * 64
LAST = 2**63 - 1
"""The greatest number that SQLite holds."""
TABLES: dict[str, Table] = {table.name: table for table in (*JOURNALED, *CONTENT)}


def now() -> str:
    """This moment, ISO 8601 in UTC with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass
class Operation:
    """An open operation: change rows through it, read through its `reader`; `changes` says what it did when it has ended."""

    _connection: Connection
    name: str
    reason: str = ""
    recorded: tuple[int, str] = (0, "[]")
    """The step and the text of its edits, once it is in the journal."""
    at: str = ""
    """When, once it is there."""

    @cached_property
    def changes(self) -> Changes:
        """What it did, once it has ended. Worked out when asked for: a large import commits before anybody needs it."""
        step, edits = self.recorded
        return changes_from(step, json.loads(edits)) if step else Changes()

    @cached_property
    def reader(self) -> Reader:
        """The case as the operation has it so far."""
        return Reader(self._connection)

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of it that can fail alone: whatever an error ends leaves no trace, and the rest of the operation goes on."""
        with self._connection.begin_nested():
            yield

    def insert(self, table: str, **values: Any) -> int:
        """Insert one row and return its id."""
        key = self._connection.execute(insert(TABLES[table]).values(**values)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def insert_many(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        listed = list(rows)
        if listed:
            self._connection.execute(insert(TABLES[table]), listed)

    def keep(self, table: str, **values: Any) -> None:
        """Write content under its own hash, once."""
        self._connection.execute(insert(TABLES[table]).prefix_with("OR IGNORE").values(**values))

    def update(self, table: str, row: int, **values: Any) -> None:
        if values:
            target = TABLES[table]
            if not self._connection.execute(update(target).where(target.c.id == row).values(**values)).rowcount:
                raise NotFound(f"row {row} in {table}")

    def delete(self, table: str, *rows: int) -> None:
        target = TABLES[table]
        self._connection.execute(delete(target).where(target.c.id.in_(rows)))

    def erase(self, table: str, *digests: str) -> None:
        """Remove content for good, its bytes overwritten in the file: a takedown (invariant 7). Nothing may point to it any more."""
        self._connection.exec_driver_sql("PRAGMA main.secure_delete=ON")
        for digest in digests:
            self._connection.exec_driver_sql("INSERT INTO temp.erasing VALUES (?)", (digest,))
            self._connection.execute(delete(TABLES[table]).where(TABLES[table].c.sha256 == digest))
        self._connection.exec_driver_sql("DELETE FROM temp.erasing")

    def delete_where(self, table: str, **equals: Any) -> None:
        target = TABLES[table]
        self._connection.execute(delete(target).where(*(target.c[name] == value for name, value in equals.items())))


def begin(connection: Connection, name: str) -> None:
    connection.exec_driver_sql("DELETE FROM temp.edits")
    connection.exec_driver_sql("INSERT INTO temp.operation VALUES (?)", (name,))


def record(connection: Connection, operation: Operation, *, who: str, kind: str = "do", target: int | None = None) -> None:
    """Close the open operation: gather its edits into one journal row. Nothing changed means nothing is written."""
    edits_text = "[" + ",".join(connection.exec_driver_sql("SELECT edit FROM temp.edits ORDER BY n").scalars()) + "]"
    if edits_text != "[]":
        seq, previous = _head(connection)
        if not 0 <= seq < LAST:
            raise BadRow("journal", seq, "no step can come after it")
        step = {
            "seq": seq + 1, "at": now(), "who": who, "name": operation.name, "kind": kind,
            "target": target, "reason": operation.reason, "previous": previous,
        }  # fmt: skip
        digest = step_hash(step, edits_text)
        try:
            connection.execute(insert(journal).values(**step, edits=edits_text, hash=digest))
        except IntegrityError as error:
            raise BadRow("journal", seq + 1, "this step is there, though the last one is before it") from error
        operation.recorded, operation.at = (seq + 1, edits_text), str(step["at"])
    connection.exec_driver_sql("DELETE FROM temp.edits")
    connection.exec_driver_sql("DELETE FROM temp.operation")


def step_hash(step: dict[str, Any], edits_text: str) -> str:
    """SHA-256, hex, of the step's canonical record. `edits_text` is canonical JSON already: the triggers wrote it."""
    head = {"at": step["at"]}
    rest = {name: step[name] for name in ("kind", "name", "previous", "reason", "seq", "target", "who")}
    canonical = f'{_json(head)[:-1]},"edits":{edits_text},{_json(rest)[1:]}'
    return hashlib.sha256(canonical.encode()).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _head(connection: Connection) -> tuple[int, str]:
    row = connection.execute(select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


class UndoStack:
    """What can be undone and redone, derived from the journal and kept up to date by reading only what is new."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.undone: list[int] = []
        self._names: dict[int, str] = {}
        self._seen = 0
        self._lock = threading.Lock()  # the window asks for names while the worker writes

    def refresh(self, connection: Connection) -> None:
        with self._lock:
            self._read(connection)

    def names(self, connection: Connection) -> tuple[str, str]:
        """The names of the steps that undo and redo would take, or empty. They are kept here: another thread may have put a step
        on the stack that this connection, which reads an earlier state, does not see."""
        with self._lock:
            self._read(connection)
            undo, redo = (self._names[stack[-1]] if stack else "" for stack in (self.done, self.undone))
            return undo, redo

    def _read(self, connection: Connection) -> None:
        columns = select(journal.c.seq, journal.c.kind, journal.c.target, journal.c.name)
        new = connection.execute(columns.where(journal.c.seq > self._seen).order_by(journal.c.seq))
        for seq, kind, target, name in LINK_SHAPE.checked(new):
            self._note(seq, kind, target, name)
            self._seen = seq

    def _note(self, seq: int, kind: str, target: int, name: str) -> None:
        """Raises BadRow for a step that takes back or does again what is not there to be."""
        try:
            if kind == "do":
                self._names[seq] = name
                self.done.append(seq)
                self.undone.clear()
            elif kind == "undo":
                self.done.remove(target)
                self.undone.append(target)
            elif kind == "redo":
                self.undone.remove(target)
                self.done.append(target)
            elif kind == "erase":  # what came before it may need what is gone
                self.done.clear()
                self.undone.clear()
        except ValueError as error:
            raise BadRow("journal", seq, f"it says {kind} of step {target}, which cannot be") from error


def step_row(connection: Connection, seq: int) -> tuple[str, list[Edit]]:
    """The name and the edits of one step."""
    row = connection.execute(select(journal.c.name, journal.c.edits).where(journal.c.seq == seq)).first()
    if row is None:
        raise BadRow("journal", seq, "this step is not there, though others come after it")
    return row.name, edits_of(seq, row.edits)


def replay(connection: Connection, stack: UndoStack, *, undo: bool) -> tuple[Operation, int]:
    """Apply the last step backwards (undo) or the last undone one forwards (redo) inside an open operation.

    Raises NothingToUndo, or UndoConflict when a row is not as the step left it.
    """
    stack.refresh(connection)
    source = stack.done if undo else stack.undone
    if not source:
        raise NothingToUndo("undo" if undo else "redo")
    name, edits = step_row(connection, source[-1])
    if undo:
        edits = [(table, after, before) for table, before, after in reversed(edits)]
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    begin(connection, name)
    expected = _first_and_last(edits)
    _must_match(connection, name, {key: ends[0] for key, ends in expected.items()})
    for table, before, after in edits:
        _apply(connection, TABLES[table], before, after)
    _must_match(connection, name, {key: ends[1] for key, ends in expected.items()})
    return Operation(connection, name), source[-1]


Key = tuple[str, int]


def _first_and_last(edits: Iterable[Edit]) -> dict[Key, tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    """For every row touched: its image before the first edit and after the last."""
    ends: dict[Key, tuple[dict[str, Any] | None, dict[str, Any] | None]] = {}
    for table, before, after in edits:
        key = (table, (before or after or {})["id"])
        ends[key] = (ends[key][0] if key in ends else before, after)
    return ends


def _must_match(connection: Connection, name: str, rows: dict[Key, dict[str, Any] | None]) -> None:
    for (table, row), wanted in rows.items():
        found = connection.execute(select(TABLES[table]).where(TABLES[table].c.id == row))
        there = next(shape_of(TABLES[table]).checked(found), None)
        if (dict(there._mapping) if there else None) != wanted:  # noqa: SLF001 as in verify_chain
            raise UndoConflict(name, table)


def _apply(connection: Connection, table: Table, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    if after is None:
        assert before is not None
        connection.execute(delete(table).where(table.c.id == before["id"]))  # a cascade may have taken it already
    elif before is None:
        connection.execute(insert(table).values(**after))
    else:
        connection.execute(update(table).where(table.c.id == after["id"]).values(**after))


def verify_chain(connection: Connection) -> Iterator[str]:
    """What is wrong with the chain of hashes, in words; nothing when it is sound."""
    previous, expected = GENESIS, 1
    rows = shape_of(journal).checked(connection.execute(select(journal).order_by(journal.c.seq)))
    for row in (row._mapping for row in rows):  # noqa: SLF001 SQLAlchemy's documented name for it
        if row["seq"] != expected:
            yield f"journal: step {expected} is missing"
        if row["previous"] != previous:
            yield f"journal: step {row['seq']} does not follow from the step before it"
        if step_hash(dict(row), row["edits"]) != row["hash"]:
            yield f"journal: step {row['seq']} was changed after it was written"
        previous, expected = row["hash"], row["seq"] + 1


def verify_rows(connection: Connection, gone: frozenset[Key] = frozenset()) -> Iterator[str]:
    """Rows that are not as the journal says they became: changed by a foreign tool. Those `gone` are known to be missing."""
    last: dict[Key, dict[str, Any] | None] = {}
    for seq, edits in connection.execute(select(journal.c.seq, journal.c.edits).order_by(journal.c.seq)):
        for key, (_, after) in _first_and_last(edits_of(seq, edits)).items():
            last[key] = after
    for table in JOURNALED:
        names = shape_of(table).names
        found = {row.id: tuple(row) for row in shape_of(table).checked(connection.execute(select(table)))}
        kept = {row: tuple(after[n] for n in names) for (name, row), after in last.items() if name == table.name and after is not None}
        for row in sorted({*found, *kept}):
            if found.get(row) != kept.get(row) and (table.name, row) not in gone:
                yield f"{table.name}: row {row} was changed outside the program"
