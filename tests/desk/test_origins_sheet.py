"""The sheet of origins: what stands in it, editing in a form, circles refused there, deleting, and undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.making import chooser, fill, form, forms, steps
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.desk.actions.view import show_origins
from workbench.desk.origins import COLUMNS, Origins
from workbench.desk.window import Window
from workbench.domain.entities import Origin
from workbench.domain.vocabulary import OriginKind, Reliability


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    analyst = Analyst(sample)
    sample.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_R, CTRL | SHIFT)
    sheet = sheet_of(analyst)
    sheet.activateWindow()
    sheet.table.setFocus()
    assert QTest.qWaitForWindowActive(sheet)
    return analyst


def sheet_of(analyst: Analyst) -> Origins:
    (found,) = [w for w in analyst.window.findChildren(Origins) if w.isVisible()]
    return found


def cell(analyst: Analyst, row: int, column: str) -> str:
    item = sheet_of(analyst).table.item(row, COLUMNS.index(column))
    return item.text() if item else "no such row"


def card(analyst: Analyst, row: int) -> str:
    """What is told of the origin of a row when it is chosen."""
    sheet = sheet_of(analyst)
    sheet.table.setCurrentCell(row, 0)
    return sheet.card.text()


def origins(analyst: Analyst) -> list[Origin]:
    return list(analyst.window.desk.case.origins.all().values())


def row_of(analyst: Analyst, words: str) -> int:
    return next(i for i, o in enumerate(origins(analyst)) if words in o.name)


def edit(analyst: Analyst, row: int) -> None:
    table = sheet_of(analyst).table
    table.setFocus()
    table.setCurrentCell(row, 0)
    analyst.press(Qt.Key.Key_Return)


def test_every_origin_stands_there_with_its_parent_and_its_root(analyst: Analyst) -> None:
    found = origins(analyst)
    assert sheet_of(analyst).table.rowCount() == len(found)
    by_id = {o.id: o for o in found}
    for row, origin in enumerate(found):
        parent = by_id[origin.derives_from] if origin.derives_from else None
        assert origin.name.startswith(cell(analyst, row, "Origin").removesuffix(" (anonymous)"))
        assert parent is None or parent.name.startswith(cell(analyst, row, "Root")), "the example's derivations are one step deep"
        assert bool(cell(analyst, row, "Root")) == bool(parent)
        assert cell(analyst, row, "Grade") == origin.reliability.value
        told = card(analyst, row)
        assert told.startswith(origin.name)
        assert f"Derives from: {parent.name}" in told if parent else "A root" in told
        assert origin.kind.label in told
        assert origin.reliability.label in told


def test_the_counts_are_those_of_the_case(analyst: Analyst) -> None:
    case = analyst.window.desk.case
    appearances = [a for view in case.claims.views() for a in view.appearances]
    for row, origin in enumerate(origins(analyst)):
        mine = [a for a in appearances if a.origin_id == origin.id]
        count = f"{len(mine)} appearance{'' if len(mine) == 1 else 's'} of "
        assert (count if mine else "Cited by nobody") in card(analyst, row)
        assert cell(analyst, row, "Claims") == str(len({a.claim_id for a in mine}))


def test_enter_edits_and_the_row_shows_it_in_one_step(analyst: Analyst) -> None:
    row, step = row_of(analyst, "Brannik"), steps(analyst)
    edit(analyst, row)
    fill(form(sheet_of(analyst)), Reliability="b", Kind=OriginKind.OFFICIAL.label, Interest="its licence", Anonymous="yes")
    assert not forms(sheet_of(analyst))
    origin = origins(analyst)[row]
    assert (origin.reliability, origin.kind, origin.interest, origin.anonymous) == (Reliability.B, OriginKind.OFFICIAL, "its licence", True)
    assert cell(analyst, row, "Grade") == "B"
    assert "Interest: its licence" in card(analyst, row)
    assert cell(analyst, row, "Origin").endswith("(anonymous)")
    assert steps(analyst) == step + 1
    analyst.window.desk.undo()
    assert origins(analyst)[row].interest != "its licence"
    assert not cell(analyst, row, "Origin").endswith("(anonymous)"), "the sheet follows an undo"


def test_derives_from_another_changes_the_root_and_the_count_of_origins(analyst: Analyst) -> None:
    case = analyst.window.desk.case
    row, parent = row_of(analyst, "Kolvaran fire station"), origins(analyst)[row_of(analyst, "quay briefing")]
    edit(analyst, row)
    fill(form(sheet_of(analyst)), Derives_from=parent.name)
    origin = origins(analyst)[row]
    assert origin.derives_from == parent.id
    assert origins(analyst)[0].name.startswith(cell(analyst, row, "Root")), "the root of the parent"
    assert f"Derives from: {parent.name} → {origins(analyst)[0].name}" in card(analyst, row)
    assert parent.derives_from == origins(analyst)[0].id
    assert case.integrity.faults() == []
    edit(analyst, row)
    fill(form(sheet_of(analyst)), Derives_from="")
    assert origins(analyst)[row].derives_from is None


def test_a_circle_is_refused_in_the_form_and_nothing_is_kept(analyst: Analyst) -> None:
    child = next(o for o in origins(analyst) if o.derives_from)
    root_row = next(i for i, o in enumerate(origins(analyst)) if o.id == child.derives_from)
    before, step = origins(analyst), steps(analyst)
    edit(analyst, root_row)
    fill(form(sheet_of(analyst)), Derives_from=child.name)
    assert "cannot derive from something that derives from it" in form(sheet_of(analyst)).problem.text()
    assert origins(analyst) == before
    assert steps(analyst) == step


def test_an_origin_cannot_be_said_to_derive_from_itself(analyst: Analyst) -> None:
    edit(analyst, 0)
    fill(form(sheet_of(analyst)), Derives_from=origins(analyst)[0].name)
    assert form(sheet_of(analyst)).problem.text()
    assert origins(analyst)[0].derives_from is None


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"Reliability": "G"}, "A to F"),
        ({"Reliability": ""}, "A to F"),
        ({"Kind": "rumour mill"}, "The kind is one of"),
        ({"Derives_from": "nobody known"}, "There is no origin"),
        ({"Name": ""}, "needs a name"),
    ],
)
def test_what_is_wrong_is_said_in_the_form(analyst: Analyst, values: dict[str, str], told: str) -> None:
    before = origins(analyst)
    edit(analyst, 0)
    fill(form(sheet_of(analyst)), **values)
    assert told in form(sheet_of(analyst)).problem.text()
    assert origins(analyst) == before


def test_delete_takes_it_away_keeps_the_appearances_and_undo_brings_it_back(analyst: Analyst) -> None:
    case = analyst.window.desk.case
    row = row_of(analyst, "Ilse Vorandt")
    origin, before = origins(analyst)[row], origins(analyst)
    count = sum(len(v.appearances) for v in case.claims.views())
    table = sheet_of(analyst).table
    table.setCurrentCell(row, 0)
    analyst.press(Qt.Key.Key_Delete)
    assert "will" in chooser(sheet_of(analyst)).warning
    analyst.press(Qt.Key.Key_D)
    assert origin.id not in case.origins.all()
    assert table.rowCount() == len(before) - 1
    assert sum(len(v.appearances) for v in case.claims.views()) == count
    assert case.integrity.faults() == []
    analyst.window.desk.undo()
    assert origins(analyst) == before
    assert table.rowCount() == len(before)


def test_deleting_a_root_makes_what_derives_from_it_first_hand(analyst: Analyst) -> None:
    child = next(o for o in origins(analyst) if o.derives_from)
    root_row = next(i for i, o in enumerate(origins(analyst)) if o.id == child.derives_from)
    table = sheet_of(analyst).table
    table.setCurrentCell(root_row, 0)
    analyst.press(Qt.Key.Key_Delete)
    assert "will" in chooser(sheet_of(analyst)).warning
    analyst.press(Qt.Key.Key_D)
    assert analyst.window.desk.case.origins.all()[child.id].derives_from is None
    row = row_of(analyst, child.name)
    assert cell(analyst, row, "Root") == ""
    assert "A root" in card(analyst, row)


def test_a_double_click_opens_one_form(analyst: Analyst) -> None:
    table = sheet_of(analyst).table
    point = table.visualRect(table.model().index(1, 0)).center()
    analyst.double_click(table.viewport(), point)
    assert len(forms(sheet_of(analyst))) == 1


def test_escape_leaves_the_form_first_and_then_the_sheet(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    edit(analyst, 0)
    assert forms(sheet)
    analyst.press(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert not forms(sheet)
    analyst.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not [w for w in analyst.window.findChildren(Origins) if w.isVisible()]


def test_delete_in_the_form_takes_a_letter_and_not_the_origin(analyst: Analyst) -> None:
    before = origins(analyst)
    edit(analyst, 0)
    line = form(sheet_of(analyst)).lines[0]
    line.setCursorPosition(0)
    analyst.press(Qt.Key.Key_Delete)
    assert line.text() == before[0].name[1:]
    assert origins(analyst) == before


def test_an_empty_case_says_how_an_origin_is_made(blank: Window) -> None:
    show_origins(blank.work)
    (sheet,) = blank.findChildren(Origins)
    assert sheet.empty.isVisible()
    assert "press O" in sheet.empty.text()
    sheet.close()
