"""The journal under random play: undo restores every row of every table, and no change escapes (architecture.md, The spine).

The tables come by reflection from a real case file; what is not journaled is named in storage.tables.NOT_JOURNALED.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import text as sql
from sqlalchemy.exc import DatabaseError, IntegrityError

from tests.thorough import share
from workbench.domain.errors import NothingToUndo, WorkbenchError
from workbench.storage import CaseFile, Operation
from workbench.storage.journal import verify_chain, verify_rows
from workbench.storage.reader import connection_of
from workbench.storage.tables import NOT_JOURNALED

Rows = dict[int, tuple[Any, ...]]
TEXTS = st.one_of(
    st.sampled_from(
        ["", "plain", "a\0b", "e\u0301", "👩‍🚀", "\u202eolleh", '"quoted" \\ back', "\u2028", "\ufeff", "null", "\x01\x7f", "é" * 300]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
INTEGERS = st.one_of(st.integers(-3, 3), st.sampled_from([2**63 - 1, -(2**63), 2**53 + 1]))
IDENTITIES = st.uuids().map(lambda found: found.hex)
PICK = st.integers(0, 10**6)


class Columns:
    """One table as SQLite itself describes it."""

    def __init__(self, raw: sqlite3.Connection, name: str) -> None:
        self.name = name
        described = raw.execute(f"PRAGMA table_info({name})").fetchall()
        self.all = [row[1] for row in described]
        self.types = {row[1]: row[2] for row in described}
        self.required = {row[1] for row in described if row[3]}
        self.parents = {row[3]: row[2] for row in raw.execute(f"PRAGMA foreign_key_list({name})")}
        self.free = [c for c in self.all if c != "id" and c not in self.parents]
        self.unique = [
            [column[2] for column in raw.execute(f"PRAGMA index_info({index[1]})")]
            for index in raw.execute(f"PRAGMA index_list({name})")
            if index[2]
        ]


def reflected(path: Path) -> dict[str, Columns]:
    """Every table of a case file that is not on the list of those without a journal."""
    raw = sqlite3.connect(path)
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    found = {name: Columns(raw, name) for name in names if name not in NOT_JOURNALED}
    raw.close()
    return found


class JournalMachine(RuleBasedStateMachine):
    """Random operations on a real file beside a model: the list of states that undo and redo must walk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="journal-"))
        self.path = self.folder / "machine.case"

    @initialize()
    def create(self) -> None:
        self.file = CaseFile.create(self.path, lambda: "machine")
        self.tables = reflected(self.path)
        with self.file.operation("Content", undoable=False) as operation:
            operation.keep("originals", sha256="o", bytes=b"\0\xff")
            operation.keep("texts", sha256="t", text="reading text")
            operation.insert("info", uid="0" * 32, title="the case")
        self.past: list[dict[str, Rows]] = []
        self.future: list[dict[str, Rows]] = []
        self.now = self.state()
        self.steps = 1
        self.given: dict[str, set[int]] = {name: set(rows) for name, rows in self.now.items()}

    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
            assert sorted(p.name for p in self.folder.iterdir()) == ["machine.case"]
        shutil.rmtree(self.folder)

    # What is there

    def state(self) -> dict[str, Rows]:
        with self.file.read() as reader:
            return {
                name: {row[0]: tuple(row) for row in connection_of(reader).execute(sql(f"SELECT {_listed(table.all)} FROM {name}"))}
                for name, table in self.tables.items()
            }

    def journal_length(self) -> int:
        with self.file.read() as reader:
            return reader.head()[0]

    def ids(self, table: str) -> list[int]:
        return sorted(self.now[table])

    def a_row(self, table: Columns, data: st.DataObject) -> dict[str, Any] | None:
        """Values for a new row whose links point to what is there; None when a link has nothing to point to."""
        row: dict[str, Any] = {}
        for column, parent in table.parents.items():
            if parent in ("originals", "texts"):
                row[column] = parent[0]
            elif ids := self.ids(parent):
                row[column] = ids[data.draw(PICK) % len(ids)]
            elif column in table.required:
                return None
            if column not in table.required and data.draw(st.integers(0, 3)) == 0:
                row[column] = None
        for column in table.free:
            row[column] = self.value(table, column, data)
        return row

    def value(self, table: Columns, column: str, data: st.DataObject) -> Any:
        if column in ("uid", "second_of"):  # a file with any other is refused when it is opened
            return data.draw(IDENTITIES)
        values = INTEGERS if table.types[column] == "INTEGER" else TEXTS
        return data.draw(values if column in table.required else st.none() | values)

    def run(self, name: str, work: Any) -> None:
        """One operation; a database that refuses it must leave everything as it was."""
        before, length = self.now, self.journal_length()
        try:
            with self.file.operation(name) as operation:
                work(operation)
        except (IntegrityError, WorkbenchError):
            assert self.state() == before
            assert self.journal_length() == length
            return
        self.now = self.state()
        recorded = self.journal_length() - length
        assert recorded == 1 if self.now != before else recorded in (0, 1)  # a value may be set to what it was: a step all the same
        if not recorded:
            return
        self.past.append(before)
        self.future.clear()
        for table, rows in self.now.items():
            fresh = set(rows) - set(before[table])
            assert not fresh & self.given[table], f"a number of {table} was given twice"
            self.given[table] |= fresh

    # Rules

    @rule(data=st.data(), pick=PICK, count=st.integers(1, 3))
    def add(self, data: st.DataObject, pick: int, count: int) -> None:
        for offset in range(count):
            table = list(self.tables.values())[(pick + offset) % len(self.tables)]
            row = self.a_row(table, data)
            if row is not None:
                self.run(f"Add to {table.name}", lambda op, t=table, r=row: op.insert(t.name, **r))

    @rule(data=st.data())
    def add_a_family(self, data: st.DataObject) -> None:
        """An article, a claim and what links them, in one operation."""

        def work(op: Operation) -> None:
            article = op.insert("articles", name=data.draw(TEXTS), original_sha256="o", text_sha256="t")
            claim = op.insert("claims", text=data.draw(TEXTS))
            parent = op.insert("origins", name=data.draw(TEXTS))
            origin = op.insert("origins", name="child", derives_from=parent)
            passage = op.insert("passages", article_id=article, start=0, end=7, exact="reading")
            op.insert_many("zones", [{"article_id": article, "start": n, "end": n + 1} for n in range(3)])
            op.insert("appearances", claim_id=claim, article_id=article, passage_id=passage, origin_id=origin)
            op.insert("evidence", claim_id=claim, passage_id=passage, origin_id=origin, independent=1)
            op.insert("assessments", claim_id=claim, credibility=data.draw(st.none() | TEXTS))

        self.run("Family", work)

    @rule(data=st.data(), pick=PICK)
    def link(self, data: st.DataObject, pick: int) -> None:
        """Point a row to something else, or to nothing, or to itself."""
        linked = [t for t in self.tables.values() if set(t.parents.values()) & set(self.tables) and self.ids(t.name)]
        if not linked:
            return
        table = linked[pick % len(linked)]
        links = sorted((c, p) for c, p in table.parents.items() if p in self.tables)
        column, parent = links[pick % len(links)]
        ids, targets = self.ids(table.name), self.ids(parent)
        target = None if not targets or (column not in table.required and pick % 5 == 0) else targets[data.draw(PICK) % len(targets)]
        self.run("Link", lambda op: op.update(table.name, ids[data.draw(PICK) % len(ids)], **{column: target}))

    @rule(data=st.data(), pick=PICK)
    def bulk_update(self, data: st.DataObject, pick: int) -> None:
        """One statement over many rows, past the ORM and past Operation."""
        table = list(self.tables.values())[pick % len(self.tables)]
        column = table.free[data.draw(PICK) % len(table.free)]
        value = self.value(table, column, data)
        statement = sql(f'UPDATE {table.name} SET "{column}" = :v WHERE id % 2 = :odd')
        self.run("Bulk", lambda op: connection_of(op.reader).execute(statement, {"v": value, "odd": pick % 2}))

    @rule(pick=PICK)
    def cascading_delete(self, pick: int) -> None:
        filled = [t for t in self.tables.values() if self.ids(t.name)]
        if not filled:
            return
        chosen = filled[pick % len(filled)]
        ids = self.ids(chosen.name)
        self.run("Delete", lambda op: op.delete(chosen.name, ids[pick % len(ids)]))

    @rule(pick=PICK)
    def delete_everything(self, pick: int) -> None:
        table = ("articles", "claims", "origins", "passages")[pick % 4]
        self.run("Clear", lambda op: connection_of(op.reader).execute(sql(f"DELETE FROM {table}")))

    @rule(data=st.data(), pick=PICK)
    def replace(self, data: st.DataObject, pick: int) -> None:
        """INSERT OR REPLACE takes a row away without a DELETE: on the id, and on every other unique key."""
        filled = [t for t in self.tables.values() if self.ids(t.name)]
        if not filled:
            return
        table = filled[pick % len(filled)]
        row = self.a_row(table, data)
        if row is None:
            return
        ids = self.ids(table.name)
        old = dict(zip(table.all, self.now[table.name][ids[pick % len(ids)]], strict=True))
        keys = [["id"], *table.unique]
        for column in keys[data.draw(PICK) % len(keys)]:
            row[column] = old[column]
        columns = sorted(row)
        statement = f"INSERT OR REPLACE INTO {table.name} ({_listed(columns)}) VALUES ({', '.join(':' + c for c in columns)})"
        self.run("Replace", lambda op: connection_of(op.reader).execute(sql(statement), row))

    @rule(data=st.data(), pick=PICK)
    def failing_operation(self, data: st.DataObject, pick: int) -> None:
        """It changes things and then fails: nothing has changed, no step is written, the next operation works."""
        before, length = self.now, self.journal_length()
        with contextlib.suppress(ZeroDivisionError), self.file.operation("Failing") as operation:
            operation.insert("claims", text=data.draw(TEXTS))
            operation.insert("origins", name="soon gone")
            connection_of(operation.reader).execute(sql(f"DELETE FROM {('claims', 'articles', 'origins')[pick % 3]}"))
            raise ZeroDivisionError
        assert self.state() == before
        assert self.journal_length() == length

    @rule(pick=PICK, value=st.sampled_from([0.1 + 0.2, 1e300, b"bytes", b"\0"]))
    def strict_tables_refuse_floats_and_blobs(self, pick: int, value: float | bytes) -> None:
        """json_object would round the one and refuse the other, so neither may get in."""
        table = list(self.tables.values())[pick % len(self.tables)]
        numbers = [c for c in table.free if table.types[c] == "INTEGER"]
        texts = [c for c in table.free if table.types[c] == "TEXT"]
        candidates = numbers if isinstance(value, float) else texts + numbers  # a text column turns a number into text, exactly
        if not candidates:
            return
        column = candidates[0]
        before, length = self.now, self.journal_length()
        try:
            with self.file.operation("Odd") as operation:
                connection_of(operation.reader).execute(sql(f'UPDATE {table.name} SET "{column}" = :v'), {"v": value})
        except DatabaseError as error:
            assert "cannot store" in str(error)
        else:
            assert not self.ids(table.name)
        assert self.state() == before
        assert self.journal_length() == length

    @rule()
    def undo(self) -> None:
        length = self.journal_length()
        if not self.past:
            with pytest.raises(NothingToUndo):
                self.file.undo()
            assert self.journal_length() == length
            return
        self.file.undo()
        self.future.append(self.now)
        self.now = self.past.pop()
        self.check_replayed(length, "undo")

    @rule()
    def redo(self) -> None:
        length = self.journal_length()
        if not self.future:
            with pytest.raises(NothingToUndo):
                self.file.redo()
            assert self.journal_length() == length
            return
        self.file.redo()
        self.past.append(self.now)
        self.now = self.future.pop()
        self.check_replayed(length, "redo")

    def check_replayed(self, length: int, kind: str) -> None:
        """Undo and redo are steps of the chain themselves."""
        assert self.state() == self.now
        with self.file.read() as reader:
            head = reader.head()[0]
            assert head == length + 1
            assert reader.step(head).kind == kind

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo_everything_redo_everything(self) -> None:
        steps = len(self.past)
        for _ in range(steps):
            self.undo()
        for _ in range(steps):
            self.redo()

    @rule()
    def reopen(self) -> None:
        """Undo and redo work across restarts: the stack is derived from the journal."""
        self.file.close()
        assert sorted(p.name for p in self.folder.iterdir()) == ["machine.case"]
        self.file = CaseFile.open(self.path, lambda: "machine")

    # Invariants

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        if not hasattr(self, "file"):
            return
        assert self.state() == self.now
        with self.file.read() as reader:
            assert list(verify_chain(connection_of(reader))) == []
            assert list(verify_rows(connection_of(reader))) == []
        undo, redo = self.file.undo_names()
        assert (bool(undo), bool(redo)) == (bool(self.past), bool(self.future))


def _listed(columns: list[str]) -> str:
    return ", ".join(f'"{c}"' for c in columns)


JournalMachine.TestCase.settings = settings(
    max_examples=share(300), stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
TestJournal = pytest.mark.timeout(600)(JournalMachine.TestCase)


def test_every_table_has_a_journal_or_is_on_the_list_of_those_without(tmp_path: Path) -> None:
    """A table that is in neither is a hole in the history."""
    file = CaseFile.create(tmp_path / "a.case", lambda: "me")
    with file.read() as reader:
        triggers = connection_of(reader).exec_driver_sql("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'").scalars().all()
    file.close()
    for name in reflected(file.path):
        for verb in ("INSERT", "UPDATE", "DELETE"):
            assert {f"record_{name}_{verb}", f"guard_{name}_{verb}"} <= set(triggers), f"{name} has no journal and is not in NOT_JOURNALED"
    raw = sqlite3.connect(file.path)
    there = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    raw.close()
    assert set(NOT_JOURNALED) <= there
    assert all(NOT_JOURNALED.values())


def test_the_journaled_record_is_canonical_json(tmp_path: Path) -> None:
    """Keys sorted, no spaces, UTF-8 as it is: any other program can check the chain."""
    file = CaseFile.create(tmp_path / "a.case", lambda: "me")
    with file.operation("Odd text") as operation:
        operation.insert("claims", text='é "x"\n\0')
    with file.read() as reader:
        edits = connection_of(reader).exec_driver_sql("SELECT edits FROM journal").scalar_one()
    file.close()
    assert edits == json.dumps(json.loads(edits), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
