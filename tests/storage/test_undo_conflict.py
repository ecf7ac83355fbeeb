"""Undo and redo take back what a step did and nothing else: a row that is no longer as the step left it is refused, and all stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from workbench.case import Case
from workbench.case.claims import Decision
from workbench.domain.errors import UndoConflict
from workbench.domain.statuses import Basis, Status


def behind_its_back(case: Case, statement: str) -> None:
    """Change a row as a foreign tool does: without the journal knowing."""
    with closing(sqlite3.connect(case.path)) as raw:
        assert raw.execute(statement).rowcount == 1
        raw.commit()


CHANGED = {
    "the field that the step set": "UPDATE claims SET status = 'open', basis = NULL WHERE id = 1",
    "another field of the row": "UPDATE claims SET note = 'by hand' WHERE id = 1",
    "the row is gone": "DELETE FROM claims WHERE id = 1",
}


def decided(empty: Case) -> None:
    empty.claims.add("The ferry was stopped.")
    empty.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.NOT_CHECKABLE_YET))


@pytest.mark.parametrize("statement", CHANGED.values(), ids=CHANGED.keys())
def test_undo_refuses_a_row_that_is_not_as_the_step_left_it(empty: Case, statement: str) -> None:
    decided(empty)
    behind_its_back(empty, statement)
    before = empty.history.of_case(), [v.claim for v in empty.claims.views()]
    with pytest.raises(UndoConflict, match="“Unconfirmed: C1” cannot be undone: a row of claims is no longer as that step left it"):
        empty.undo()
    assert (empty.history.of_case(), [v.claim for v in empty.claims.views()]) == before


@pytest.mark.parametrize("statement", CHANGED.values(), ids=CHANGED.keys())
def test_redo_refuses_a_row_that_is_not_as_it_was_before_the_step(empty: Case, statement: str) -> None:
    decided(empty)
    empty.undo()
    behind_its_back(empty, statement.replace("'open'", "'confirmed'"))
    with pytest.raises(UndoConflict):
        empty.redo()


def test_undo_of_a_new_row_refuses_one_that_was_put_in_its_place(empty: Case) -> None:
    empty.claims.add("The ferry was stopped.")
    empty.undo()
    behind_its_back(empty, "INSERT INTO claims (id, text, kind, priority, status) VALUES (1, 'mine', 'event', 'normal', 'open')")
    with pytest.raises(UndoConflict):
        empty.redo()
    assert [v.claim.text for v in empty.claims.views()] == ["mine"]
