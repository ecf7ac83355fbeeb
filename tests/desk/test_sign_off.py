"""The sign-off sheet by keys: what stands in the way, putting up, two names, reopening, undo, and the status bar that says it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.desk.making import form, forms, steps
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.desk.signing.checking import CheckersPass
from workbench.desk.signing.versions import SignOff
from workbench.desk.window import Window
from workbench.domain.vocabulary import CaseState, ReviewVerdict

CHECKER = "Noor Haddad"


def sheet_of(analyst: Analyst) -> SignOff:
    (found,) = [w for w in analyst.window.findChildren(SignOff) if w.isVisible()]
    return found


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    analyst = Analyst(sample)
    sample.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_P, CTRL | SHIFT)
    sheet = sheet_of(analyst)
    sheet.activateWindow()
    assert QTest.qWaitForWindowActive(sheet)
    analyst.wait()
    return analyst


def agree_with_all(analyst: Analyst) -> None:
    passing = analyst.window.desk.case.signing.passing
    for item in passing.items(CHECKER):
        analyst.window.desk.announce(passing.review(item, ReviewVerdict.AGREES, CHECKER))
    analyst.wait()


def key(analyst: Analyst, name: Qt.Key) -> None:
    sheet = sheet_of(analyst)
    if not any(child.hasFocus() for child in sheet.findChildren(QPushButton)):
        next(made for made in sheet.findChildren(QPushButton) if made.isEnabled()).setFocus()
    analyst.press(name)
    analyst.wait()


def sign(analyst: Analyst, name: Qt.Key, who: str) -> None:
    key(analyst, name)
    asked = form(sheet_of(analyst))
    asked.lines[0].setFocus()
    asked.lines[0].clear()
    analyst.type(who)
    analyst.press(Qt.Key.Key_Return)
    analyst.wait()


def cell(analyst: Analyst, row: int, column: int) -> str:
    return sheet_of(analyst).table.item(row, column).text()


def test_at_first_there_is_no_version_and_the_sheet_says_what_one_is(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    assert sheet.empty.isVisible()
    assert not sheet.table.isVisible()
    assert sheet.put_button.text() == "Put up v1 for signing"
    assert sheet.put_button.isEnabled()
    assert not any(made.isEnabled() for made in sheet.sign_buttons.values())
    assert "No version has been put up" in sheet.way_words.text()
    assert "not looked at yet: C10" in sheet.cautions.text()


def test_the_whole_way_by_keys_to_signed_off_and_back_by_undo(analyst: Analyst) -> None:
    sheet, case, status = sheet_of(analyst), analyst.window.desk.case, analyst.window.status
    key(analyst, Qt.Key.Key_P)
    assert (cell(analyst, 0, 0), cell(analyst, 0, 1)) == ("v1", "put up for signing")
    assert status.signed.text() == "v1 put up for signing"
    assert not sheet.put_button.isEnabled()
    assert "0 of 45 agreed" in sheet.way_words.text() or "Nobody has begun" in sheet.way_words.text()
    sign(analyst, Qt.Key.Key_A, case.info.get().analyst)
    assert cell(analyst, 0, 2).startswith(case.info.get().analyst)
    agree_with_all(analyst)
    sign(analyst, Qt.Key.Key_C, CHECKER)
    assert case.memos.state() is CaseState.SIGNED
    assert sheet.state.text() == status.signed.text() == "Signed off v1"
    assert "Signed as checker" in sheet.way_words.text()
    analyst.window.desk.undo()
    analyst.wait()
    assert status.signed.text() == "v1 put up for signing"
    analyst.window.desk.redo()
    analyst.wait()
    assert status.signed.text() == "Signed off v1"


def test_a_change_reopens_here_and_in_the_status_bar_and_offers_the_next_version(analyst: Analyst) -> None:
    desk = analyst.window.desk
    key(analyst, Qt.Key.Key_P)
    agree_with_all(analyst)
    sign(analyst, Qt.Key.Key_A, desk.case.info.get().analyst)
    sign(analyst, Qt.Key.Key_C, CHECKER)
    desk.announce(desk.case.claims.edit(1, reason="Something new."))
    analyst.wait()
    sheet = sheet_of(analyst)
    assert sheet.state.text() == analyst.window.status.signed.text() == "Reopened since v1"
    assert sheet.put_button.text() == "Put up v2 for signing"
    assert not any(made.isEnabled() for made in sheet.sign_buttons.values())
    key(analyst, Qt.Key.Key_P)
    assert [cell(analyst, row, 0) for row in range(2)] == ["v2", "v1"]
    assert "superseded by v2" in cell(analyst, 1, 1)
    assert cell(analyst, 0, 4) == "v1"


def test_the_checker_with_the_analysts_name_is_refused_in_words(analyst: Analyst) -> None:
    desk = analyst.window.desk
    key(analyst, Qt.Key.Key_P)
    agree_with_all(analyst)
    before = steps(analyst)
    sign(analyst, Qt.Key.Key_C, desk.case.info.get().analyst.upper())
    assert steps(analyst) == before
    assert any("two people" in said for said in analyst.said)


def test_a_name_must_be_given_and_escape_signs_nothing(analyst: Analyst) -> None:
    key(analyst, Qt.Key.Key_P)
    before = steps(analyst)
    sign(analyst, Qt.Key.Key_A, "")
    assert "name" in form(sheet_of(analyst)).problem.text()
    analyst.press(Qt.Key.Key_Escape)
    assert not forms(sheet_of(analyst))
    assert steps(analyst) == before
    assert sheet_of(analyst).isVisible()


def test_a_key_does_nothing_while_its_button_is_off(analyst: Analyst) -> None:
    before = steps(analyst)
    key(analyst, Qt.Key.Key_A)
    key(analyst, Qt.Key.Key_C)
    assert not forms(sheet_of(analyst))
    assert steps(analyst) == before


def test_the_checkers_pass_opens_from_here(analyst: Analyst) -> None:
    made = next(b for b in sheet_of(analyst).findChildren(QPushButton) if b.text().startswith("Checker"))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    analyst.wait()
    assert [w for w in analyst.window.findChildren(CheckersPass) if w.isVisible()]


def test_buttons_have_names_and_hints(analyst: Analyst) -> None:
    for made in sheet_of(analyst).findChildren(QPushButton):
        assert made.accessibleName()
        assert made.toolTip()


def test_what_was_asked_for_a_sheet_that_is_closed_is_dropped(analyst: Analyst) -> None:
    desk, sheet = analyst.window.desk, sheet_of(analyst)
    sheet.reload()
    sheet.close()
    analyst.wait()
    desk.announce(desk.case.claims.edit(1, reason="Something new."))
    analyst.wait()
    assert analyst.window.isVisible()
