"""Nothing changes outside an operation; what a foreign tool changes is found by `check`."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from tests.storage.rows import fill_the_rest
from workbench.case import Case
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.errors import OutsideOperation, RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Relation
from workbench.storage import CaseFile
from workbench.storage.reader import connection_of
from workbench.storage.tables import CONTENT, JOURNALED, metadata

GUARDED = sorted({table.name for table in (*JOURNALED, *CONTENT)} | {"journal"})


@pytest.fixture
def full(case: Case, mark: Callable[[int, str], Mark]) -> Case:
    """A case with at least one row in every table."""
    claim = case.claims.add("40 passengers fell ill", mark(1, "40 passengers fell ill")).new("claims")
    case.origins.add(NewOrigin("Harbour office"))
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, mark(2, "40 passengers fell ill")))
    case.claims.assess(claim, credibility="2")
    case.reading.check_rest(1)
    fill_the_rest(case, claim)
    return case


def test_the_full_case_has_rows_everywhere(full: Case) -> None:
    with full.file.read() as reader:
        for table in GUARDED:
            assert connection_of(reader).exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() > 0, table
    assert full.integrity.faults() == []


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize("verb", ["INSERT", "UPDATE", "DELETE", "REPLACE"])
def test_a_change_outside_an_operation_raises(full: Case, table: str, verb: str) -> None:
    key = metadata.tables[table].primary_key.columns.keys()[0]
    statement = {
        "INSERT": f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1",
        "UPDATE": f'UPDATE {table} SET "{key}" = "{key}"',
        "DELETE": f"DELETE FROM {table}",
        "REPLACE": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    }[verb]
    before = dumped(full.path)
    with pytest.raises(OutsideOperation, match="outside an operation"), full.file.read() as reader:
        connection_of(reader).execute(sql(statement))
    assert dumped(full.path) == before


@pytest.mark.parametrize("table", ["originals", "texts", "journal"])
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE", "REPLACE"])
def test_what_is_never_changed_is_not_changed_inside_an_operation_either(full: Case, table: str, verb: str) -> None:
    key = metadata.tables[table].primary_key.columns.keys()[0]
    statement = {
        "UPDATE": f'UPDATE {table} SET "{key}" = "{key}"',
        "DELETE": f"DELETE FROM {table}",
        "REPLACE": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    }[verb]
    before = dumped(full.path)
    with pytest.raises(OutsideOperation), full.file.operation("Meddle") as operation:
        connection_of(operation.reader).execute(sql(statement))
    assert dumped(full.path) == before


def test_an_id_never_changes(full: Case) -> None:
    with pytest.raises(OutsideOperation, match="id of claims"), full.file.operation("Renumber") as operation:
        operation.update("claims", 1, id=7)


def test_an_operation_that_has_ended_lets_nothing_through(full: Case) -> None:
    """The same pooled connection, just after an operation and just after a failed one."""
    full.claims.add("Another claim")
    with pytest.raises(RuleBroken):
        full.claims.add("gone", decision=Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION))
    for _ in range(5):
        with pytest.raises(OutsideOperation), full.file.read() as reader:
            connection_of(reader).execute(sql("UPDATE claims SET text = 'x'"))


FOREIGN = {
    "a row is edited": ("UPDATE claims SET text = 'x'", "claims: row 1 was changed outside"),
    "a status is set": ("UPDATE claims SET status = 'confirmed', basis = 'first_hand'", "claims: row 1 was changed outside"),
    "a row is added": (
        "INSERT INTO claims (text, kind, priority, status) VALUES ('x', 'event', 'normal', 'open')",
        "claims: row 2 was changed",
    ),
    "a row is taken away": ("DELETE FROM zones WHERE id = 1", "zones: row 1 was changed outside"),
    "a row points nowhere": ("UPDATE appearances SET claim_id = 99", "points to something in claims"),
    "no term of a list": ("UPDATE articles SET grade = 'Z'", "unknown grade"),
    "a step is reworded": ("UPDATE journal SET name = 'Nothing' WHERE seq = 2", "step 2 was changed after it was written"),
    "a step's author": ("UPDATE journal SET who = 'somebody' WHERE seq = 2", "step 2 was changed after it was written"),
    "a step's time": ("UPDATE journal SET at = '2020-01-01' WHERE seq = 2", "step 2 was changed after it was written"),
    "a step's reason": ("UPDATE journal SET reason = 'because' WHERE seq = 2", "step 2 was changed after it was written"),
    "a step's edits are garbage": ("UPDATE journal SET edits = '[[' WHERE seq = 2", "step 2 was changed after it was written"),
    "a step's edits are odd": ("UPDATE journal SET edits = '[1,{}]' WHERE seq = 2", "journal 2: what this step changed cannot be read"),
    "a step is missing": ("DELETE FROM journal WHERE seq = 2", "step 2 is missing"),
    "the first step is missing": ("DELETE FROM journal WHERE seq = 1", "step 1 is missing"),
    "the tail is cut": ("DELETE FROM journal WHERE seq >= 3", "was changed outside"),
    "the whole journal is gone": ("DELETE FROM journal", "was changed outside"),
    "an original is edited": ("UPDATE originals SET bytes = x'00'", "Ex. 1: the original bytes no longer match"),
    "an original is gone": ("DELETE FROM originals", "Ex. 1: the original bytes are missing"),
    "a text is edited": ("UPDATE texts SET text = text || ' '", "Ex. 1: the reading text no longer matches"),
    "a text is gone": ("DELETE FROM texts", "Ex. 2: the reading text is missing"),
    "a text is no UTF-8": ("UPDATE texts SET text = CAST(x'ff' AS TEXT) WHERE rowid = 2", "the reading text no longer matches"),
    "a quotation is edited": ("UPDATE passages SET exact = 'nobody fell ill'", "does not say what was quoted"),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_foreign_change_is_found(full: Case, what: str) -> None:
    statement, expected = FOREIGN[what]
    raw = sqlite3.connect(full.path)
    assert raw.execute(statement).rowcount > 0
    raw.commit()
    raw.close()
    faults = full.integrity.faults()
    assert any(expected in fault for fault in faults), faults


def test_a_changed_original_of_a_removed_article_is_found(full: Case) -> None:
    """Undo would bring it back."""
    full.articles.delete(2)
    raw = sqlite3.connect(full.path)
    raw.execute("UPDATE originals SET bytes = x'00' WHERE sha256 NOT IN (SELECT original_sha256 FROM articles)")
    raw.commit()
    raw.close()
    assert any("removed article" in fault for fault in full.integrity.faults())


def test_a_chain_rewritten_whole_with_right_hashes_still_does_not_fit_the_rows(full: Case) -> None:
    """Who recomputes every hash has still to change the rows the same way; the head hash in the memo finds the rest."""
    from workbench.storage.journal import GENESIS, step_hash

    raw = sqlite3.connect(full.path)
    raw.row_factory = sqlite3.Row
    previous = GENESIS
    for row in raw.execute("SELECT * FROM journal ORDER BY seq").fetchall():
        step = dict(row) | {"previous": previous}
        edits = step["edits"].replace("40 passengers fell ill", "4 passengers fell ill")
        previous = step_hash(step, edits)
        raw.execute("UPDATE journal SET edits = ?, previous = ?, hash = ? WHERE seq = ?", (edits, step["previous"], previous, row["seq"]))
    raw.commit()
    raw.close()
    faults = full.integrity.faults()
    assert any("claims: row 1 was changed outside" in fault for fault in faults)
    assert not any("journal: step" in fault for fault in faults)


def test_two_threads_lose_no_update(tmp_path: Path) -> None:
    """200 increments, each a read and a write of its own operation, by two files' worth of connections."""
    file = CaseFile.create(tmp_path / "a.case", lambda: "me")
    with file.operation("Start") as operation:
        claim = operation.insert("claims", text="0")
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(100):
                with file.operation("Add one") as operation:
                    found = connection_of(operation.reader).exec_driver_sql("SELECT text FROM claims").scalar_one()
                    operation.update("claims", claim, text=str(int(found) + 1))
        except BaseException as error:  # noqa: BLE001 it is raised below, in the test's own thread
            failed.append(error)

    run_both(work)
    assert not failed
    with file.read() as reader:
        assert connection_of(reader).exec_driver_sql("SELECT text FROM claims").scalar_one() == "200"
        assert reader.head()[0] == 201
    file.close()


def test_two_connections_without_the_common_lock_lose_no_update(tmp_path: Path) -> None:
    """BEGIN IMMEDIATE alone holds it: two CaseFiles on one file, as two processes would be."""
    from workbench.storage.opening import Opening

    first = CaseFile.create(tmp_path / "a.case", lambda: "one")
    second = CaseFile(Opening(first.path, read_only=False, immutable=False, lock=None), lambda: "two")
    with first.operation("Start") as operation:
        claim = operation.insert("claims", text="0")
    failed: list[BaseException] = []

    def work(file: CaseFile) -> None:
        try:
            for _ in range(100):
                with file.operation("Add one") as operation:
                    found = connection_of(operation.reader).exec_driver_sql("SELECT text FROM claims").scalar_one()
                    operation.update("claims", claim, text=str(int(found) + 1))
        except BaseException as error:  # noqa: BLE001 it is raised below, in the test's own thread
            failed.append(error)

    files = iter((first, second))
    run_both(lambda: work(next(files)))
    assert not failed
    with first.read() as reader:
        assert connection_of(reader).exec_driver_sql("SELECT text FROM claims").scalar_one() == "200"
    second.close()
    first.close()


def run_both(work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def dumped(path: Path) -> str:
    raw = sqlite3.connect(path)
    found = json.dumps(list(raw.iterdump()))
    raw.close()
    return found
