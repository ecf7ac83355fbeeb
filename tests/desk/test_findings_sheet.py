"""What the articles say against each other, in its sheet (F6), by real keys: nothing is marked yet, and nothing is decided."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desk.conftest import active
from tests.journeys.driver import CTRL, Analyst
from workbench.desk.findings.rows import Part
from workbench.desk.findings.sheet import FindingsSheet
from workbench.desk.popup import Form
from workbench.desk.window import Window
from workbench.domain.statuses import Status

FIRST = """Seven killed as ferry sinks off Halvik

At least seven people were killed when the ferry Brage sank off Halvik on Tuesday morning, police said.

The harbour office said the ferry struck a rock at about 6.10am. "We heard a bang and then everybody ran to the doors," said Ida Holm.

The captain is believed to have fallen asleep before the ferry struck the rock.
"""
SECOND = """Nine dead in ferry disaster

At least nine people were killed when the ferry Brage sank near Halvik on Tuesday, the coast guard said.

The ferry struck a rock at 6.40am, according to the coast guard.
Passenger Ida Holm said: "We heard a crash and then everybody ran for the doors."

The captain had fallen asleep before the ferry struck the rock, a spokesman said.
"""
THIRD = """Ferry Brage sinks: what is known

At least seven people were killed when the ferry Brage sank off Halvik, the police said on Wednesday. A service is planned for Sunday.
"""


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """Three articles, two of them open, nothing marked."""
    window = active(open_window())
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND), ("third.txt", THIRD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    window.desk.announce(window.desk.case.imports.files([tmp_path / f"{n}.txt" for n in ("first", "second", "third")]).changes)
    window.area.open(1)
    window.area.open(2).view.setFocus()
    return Analyst(window)


def sheet_of(analyst: Analyst) -> FindingsSheet:
    analyst.press(Qt.Key.Key_F6)
    sheet = analyst.window.findChild(FindingsSheet)
    assert sheet
    active(sheet)  # type: ignore[arg-type]
    compared(analyst, sheet)
    return sheet


def compared(analyst: Analyst, sheet: FindingsSheet) -> None:
    """Wait until the sheet has compared again what the last key changed."""
    analyst.wait()
    until = time.monotonic() + 60
    while sheet._later.isActive():
        assert time.monotonic() < until, "the sheet did not compare again"
        QTest.qWait(5)
    analyst.wait()


def test_it_shows_what_does_not_agree_before_anything_is_marked(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    assert analyst.window.desk.case.claims.all() == []
    said = [row.words for row in sheet.rows]
    assert any("seven" in words and "nine" in words for words in said)
    assert any("6.10am" in words and "6.40am" in words for words in said)
    assert any("believed to have fallen asleep" in words for words in said)
    assert any("bang" in words and "crash" in words for words in said)
    assert sheet.tabs.tabText(0) == f"Do not agree  {len(said)}"
    assert len(sheet.beside.texts) == len(sheet.rows[0].places)


def test_enter_raises_a_query_and_undo_takes_it_back(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    first, count = sheet.rows[0], len(sheet.rows)
    analyst.press(Qt.Key.Key_Return)
    compared(analyst, sheet)
    (query,) = case.queries.all()
    assert query.summary == first.words
    assert first.words not in [row.words for row in sheet.rows]
    analyst.press(Qt.Key.Key_Z, CTRL)
    compared(analyst, sheet)
    assert case.queries.all() == []
    assert len(sheet.rows) == count


def test_a_finding_is_dismissed_with_a_reason_that_is_kept_and_comes_back(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    first = sheet.rows[0]
    analyst.press(Qt.Key.Key_Delete)
    form = sheet.findChild(Form)
    assert form
    analyst.press(Qt.Key.Key_Return)
    assert "Say why" in form.problem.text()
    analyst.type("Two counts at two hours")
    analyst.press(Qt.Key.Key_Return)
    compared(analyst, sheet)
    assert first.words not in [row.words for row in sheet.rows]
    assert first.words not in [q.why for q in case.findings.whole().found.findings]
    sheet.tabs.setCurrentIndex(list(Part).index(Part.DISMISSED))
    assert [row.cells[2:] for row in sheet.rows] == [(first.words, "Two counts at two hours")]
    sheet.table.setFocus()
    analyst.press(Qt.Key.Key_Return)
    compared(analyst, sheet)
    assert first.words in [q.why for q in case.findings.whole().found.findings]


def test_what_is_said_alike_becomes_a_claim_with_its_appearances_in_one_step(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    analyst.press(Qt.Key.Key_Tab, CTRL)
    assert sheet.part is Part.ALIKE
    row = sheet.rows[0]
    assert {place.article_id for place in row.places} == {1, 2, 3}
    analyst.press(Qt.Key.Key_Return)
    analyst.press(Qt.Key.Key_Return)
    compared(analyst, sheet)
    (claim,) = case.claims.all()
    assert claim.status is Status.OPEN
    assert [a.article_id for a in case.appearances.of(claim.id)] == [1, 2, 3]
    analyst.press(Qt.Key.Key_Z, CTRL)
    compared(analyst, sheet)
    assert case.claims.all() == []


def test_passages_join_the_chosen_claim_and_those_marked_already_stay(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    analyst.press(Qt.Key.Key_M)
    assert analyst.said[-1].startswith("Choose a claim in the window first")
    analyst.press(Qt.Key.Key_Tab, CTRL)
    analyst.press(Qt.Key.Key_N)
    analyst.press(Qt.Key.Key_Return)
    compared(analyst, sheet)
    analyst.window.desk.choose(1)
    analyst.press(Qt.Key.Key_M)
    analyst.wait()
    assert analyst.said[-1] == "All of these passages are marked for C1 already."
    assert len(case.appearances.of(1)) == len(sheet.rows[0].places)


def test_a_passage_can_be_left_out_as_long_as_two_stay(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    analyst.press(Qt.Key.Key_Tab, CTRL)
    assert len(sheet.rows[0].places) == 3
    sheet._leave_out(0)
    assert {place.article_id for place in sheet.rows[0].places} == {2, 3}
    sheet._leave_out(0)
    assert len(sheet.rows[0].places) == 2


def test_j_and_k_go_through_the_rows_and_g_shows_the_passages(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    analyst.press(Qt.Key.Key_J)
    assert sheet.table.currentIndex().row() == 1
    analyst.press(Qt.Key.Key_K)
    assert sheet.table.currentIndex().row() == 0
    place = sheet.rows[0].places[0]
    analyst.press(Qt.Key.Key_G)
    pane = next(p for p in analyst.window.area.panes if p.article_id == place.article_id)
    assert pane.view.selection() == place.span
