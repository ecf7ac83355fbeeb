"""A second pair of eyes in the window: a copy made and brought back by commands, agreements folded, theirs taken and ours kept by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.desk.making import steps
from tests.journeys.driver import CTRL, Analyst
from workbench.case import Case
from workbench.case.claims import Decision
from workbench.desk.signing.second import SecondPairSheet
from workbench.desk.window import Window
from workbench.domain.statuses import Basis, Status

COLLEAGUE = "Ana Ruiz"


def command(window: Window, name: str) -> None:
    next(c for c in window.commands if c.spec.name == name).trigger()


def chooses(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Whatever a file dialog asks, this file is chosen."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *a, **k: (str(path), ""))


def work(path: Path, do: Callable[[Case], object]) -> None:
    case = Case.open(path, lambda: COLLEAGUE)
    try:
        do(case)
    finally:
        case.close()


def answer(case: Case) -> None:
    """C1 on another basis, C2 with another word, C3 as ours; one more claim."""
    case.claims.set_status(1, Decision(Status.CONFIRMED, Basis.PUBLIC_DOCUMENT, "The permit is public."))
    case.claims.set_status(2, Decision(Status.CONFIRMED, Basis.FIRST_HAND, "I saw the valve."))
    case.claims.set_status(3, Decision(Status.UNCONFIRMED, Basis.CONFLICTING))
    case.claims.add("The council knew on 8 March.")


@pytest.fixture
def analyst(sample: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Analyst:
    """The sheet, open on an answer."""
    analyst, path = Analyst(sample), tmp_path / "for Ana.case"
    chooses(monkeypatch, path)
    command(sample, "second_copy")
    analyst.wait()
    work(path, answer)
    command(sample, "second_back")
    analyst.wait()
    sheet = sheet_of(analyst)
    sheet.activateWindow()
    sheet.table.setFocus()
    assert QTest.qWaitForWindowActive(sheet)
    return analyst


def sheet_of(analyst: Analyst) -> SecondPairSheet:
    (found,) = [w for w in analyst.window.findChildren(SecondPairSheet) if w.isVisible()]
    return found


def numbers(analyst: Analyst) -> list[str]:
    table = sheet_of(analyst).table
    return [table.item(row, 0).text() for row in range(table.rowCount())]


def chosen(analyst: Analyst) -> str:
    return numbers(analyst)[sheet_of(analyst).table.currentRow()]


def test_the_copy_is_made_in_the_background_and_said(analyst: Analyst, tmp_path: Path) -> None:
    assert any("no verdict" in said for said in analyst.said)
    assert (tmp_path / "for Ana.case").is_file()
    assert analyst.window.desk.case.info.get().uid


def test_what_differs_stands_there_and_what_asks_nothing_is_folded(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    assert numbers(analyst) == ["C1", "C2", "their C101"]
    assert COLLEAGUE in sheet.summary.text()
    assert "1 agrees" in sheet.summary.text()
    assert sheet.fold_button.text().startswith("Show 8 ")
    analyst.press(Qt.Key.Key_F)
    assert len(numbers(analyst)) == 11
    assert chosen(analyst) == "C1"
    analyst.press(Qt.Key.Key_F)
    assert numbers(analyst) == ["C1", "C2", "their C101"]


def test_both_verdicts_bases_and_reasons_stand_beside_each_other(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    analyst.press(Qt.Key.Key_J)
    assert "single origin" in sheet.ours.facts.text()
    assert "first-hand" in sheet.theirs.facts.text()
    assert "I saw the valve." in sheet.theirs.facts.text()
    assert sheet.theirs.title.text() == f"THEIRS: {COLLEAGUE}"
    analyst.press(Qt.Key.Key_J)
    assert "not in this case" in sheet.ours.words.text()
    assert not sheet.keep_button.isEnabled()
    analyst.press(Qt.Key.Key_K)
    assert chosen(analyst) == "C2"


def test_t_takes_theirs_in_one_step_and_goes_on_and_undo_takes_it_back(analyst: Analyst) -> None:
    case, before = analyst.window.desk.case, steps(analyst)
    analyst.press(Qt.Key.Key_T)
    analyst.wait()
    claim = case.claims.view(1).claim
    assert (claim.basis, claim.reason) == (Basis.PUBLIC_DOCUMENT, "The permit is public.")
    assert steps(analyst) == before + 1
    assert chosen(analyst) == "C2"
    sheet = sheet_of(analyst)
    assert "agree" in sheet.table.item(0, 4).text()
    assert COLLEAGUE in case.history.of_case()[0].why
    analyst.press(Qt.Key.Key_Z, CTRL)
    analyst.wait()
    assert case.claims.view(1).claim.basis is Basis.INDEPENDENT_CORROBORATION
    assert "other basis" in sheet.table.item(0, 4).text()


def test_o_keeps_ours_and_leaves_a_note(analyst: Analyst) -> None:
    case, claim = analyst.window.desk.case, analyst.window.desk.case.claims.view(1).claim
    analyst.press(Qt.Key.Key_O)
    analyst.wait()
    kept = case.claims.view(1).claim
    assert (kept.status, kept.basis) == (claim.status, claim.basis)
    assert COLLEAGUE in kept.note
    assert "public document" in kept.note
    assert "ours kept" in sheet_of(analyst).table.item(0, 4).text()
    assert chosen(analyst) == "C2"


def test_a_new_claim_of_theirs_is_taken_with_our_next_number(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_J)
    analyst.press(Qt.Key.Key_J)
    analyst.press(Qt.Key.Key_T)
    analyst.wait()
    assert analyst.window.desk.case.claims.view(11).claim.text == "The council knew on 8 March."
    assert "their C101" not in numbers(analyst)


def test_what_a_rule_forbids_is_said_and_not_taken(analyst: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet_of(analyst).close()
    path = tmp_path / "denied.case"
    desk = analyst.window.desk
    desk.case.second.export(path)

    def deny(case: Case) -> None:
        found = next(v for v in case.claims.views() if any(a.stance.value == "denies" for a in v.appearances))
        decision = Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Somebody", denied_on="2026-03-12")
        case.claims.set_status(found.claim.id, decision)

    work(path, deny)
    found = next(v for v in desk.case.claims.views() if any(a.stance.value == "denies" for a in v.appearances))
    for appearance in found.appearances:
        if appearance.stance.value == "denies":
            desk.case.appearances.delete(appearance.id)
    for link in found.evidence:
        desk.case.evidence.delete(link.id)
    chooses(monkeypatch, path)
    command(analyst.window, "second_back")
    analyst.wait()
    sheet = sheet_of(analyst)
    sheet.activateWindow()
    sheet.table.setFocus()
    before = steps(analyst)
    sheet._go(next(row for row, line in enumerate(sheet.lines) if line.key == found.claim.id))
    analyst.press(Qt.Key.Key_T)
    analyst.wait()
    assert "stays as it was" in sheet.said.text()
    assert steps(analyst) == before


def test_a_file_that_is_no_answer_is_refused_in_the_message_bar(analyst: Analyst, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sheet_of(analyst).close()
    Case.create(tmp_path / "plain.case", lambda: "Rhea").close()
    before = steps(analyst)
    chooses(monkeypatch, tmp_path / "plain.case")
    command(analyst.window, "second_back")
    analyst.wait()
    assert "not made for a second pair of eyes" in analyst.window.message.words.text()
    assert not [w for w in analyst.window.findChildren(SecondPairSheet) if w.isVisible()]
    assert steps(analyst) == before


def test_a_name_that_is_taken_is_refused(analyst: Analyst) -> None:
    command(analyst.window, "second_copy")
    analyst.wait()
    assert "of that name is there already" in analyst.window.message.words.text()


def test_escape_leaves_and_buttons_have_names_and_hints(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    assert sheet.table.accessibleName()
    for made in sheet.findChildren(QPushButton):
        assert made.accessibleName()
        assert made.toolTip()
    QTest.mouseClick(sheet.keep_button, Qt.MouseButton.LeftButton)
    assert COLLEAGUE in analyst.window.desk.case.claims.view(1).claim.note
    sheet.table.setFocus()
    analyst.press(Qt.Key.Key_Escape)
    assert not [w for w in analyst.window.findChildren(SecondPairSheet) if w.isVisible()]


def test_what_was_asked_for_a_sheet_that_is_closed_is_dropped(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    analyst.press(Qt.Key.Key_T)
    sheet.close()
    analyst.wait()
    analyst.window.desk.undo()
    analyst.wait()
    assert analyst.window.isVisible()
