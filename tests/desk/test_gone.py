"""What was on screen and has gone since: undo takes articles, claims and links away under every view, and none of them stumbles."""

from __future__ import annotations

import sys
import threading
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.making import popups, settle
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench import app
from workbench.case.passages import Mark
from workbench.checks import registry
from workbench.checks.matter import Matter, Place, Question
from workbench.desk.changed_since import Since
from workbench.desk.claims.chain import told
from workbench.desk.compare.matrix import Matrix
from workbench.desk.queries.sheet import QuerySheet
from workbench.desk.window import Window
from workbench.domain.errors import NotFound
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, Severity

K = Qt.Key
GUEST = "A guest was here\n\nAbout 40,000 litres of industrial solvent have leaked from the Brannik Coatings works into the river Mereth."


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    analyst = Analyst(sample)
    analyst.wait()
    return analyst


def invite(analyst: Analyst) -> int:
    """Another article, pasted: one undo takes it away. Its number."""
    desk = analyst.window.desk
    desk.announce(desk.case.imports.paste(GUEST).changes)
    analyst.wait()
    return int(desk.case.articles.all()[-1].id)


def test_a_popup_is_left_by_a_click_though_what_had_the_keyboard_has_gone(analyst: Analyst) -> None:
    window = analyst.window
    window.area.panes[1].view.setFocus()
    analyst.press(K.Key_2)
    assert popups(window)
    window.area.close_pane(window.area.panes[1])
    analyst.settle()
    analyst.click(window.articles, QPoint(5, 5))
    analyst.settle()
    assert not popups(window)


def test_panes_that_scroll_together_stay_where_they_are_when_one_shows_a_shorter_text(analyst: Analyst) -> None:
    guest = invite(analyst)
    window = analyst.window
    left, right = window.area.panes[:2]
    assert window.area.lock.toggle()
    left.view.verticalScrollBar().setValue(left.view.verticalScrollBar().maximum())
    QApplication.processEvents()
    place = right.view.verticalScrollBar().value()
    assert place > 0
    left.show_article(guest)
    QApplication.processEvents()
    assert left.view.text.startswith("A guest")
    assert right.view.verticalScrollBar().value() == place


def test_a_suggestion_goes_with_its_article(analyst: Analyst) -> None:
    guest = invite(analyst)
    analyst.window.desk.choose(3)
    analyst.wait()
    strip = analyst.window.strip
    assert guest in {row.article_id for row in strip.model.rows}
    analyst.press(K.Key_Z, CTRL)
    settle(analyst.window)
    assert strip.model.rows
    assert guest not in {row.article_id for row in strip.model.rows}


def test_a_question_of_the_checks_goes_with_its_article(analyst: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    guest = invite(analyst)
    places = (Place(guest, Span(0, 7)), Place(1, Span(0, 7)))
    asked = Question(DiscrepancyType.OTHER, Severity.HIGH, None, places, "Who was first?")
    held = threading.Event()

    def ask(_: Matter) -> Any:
        held.wait(20)
        return iter([asked])

    monkeypatch.setattr(registry, "CHECKS", (ask,))
    analyst.press(K.Key_Q, CTRL | SHIFT)
    (sheet,) = analyst.window.findChildren(QuerySheet)
    held.set()
    analyst.wait()
    assert sheet.questions == [asked]
    held.clear()
    analyst.window.desk.undo()  # the checks look again, and are held: what they asked before still stands
    settle(analyst.window)
    assert sheet.questions == []
    held.set()
    analyst.wait()
    assert sheet.questions == [], "nor does an answer that comes late bring it back"


def test_rows_ordered_by_an_article_that_goes_are_ordered_by_number(analyst: Analyst) -> None:
    guest = invite(analyst)
    analyst.window.desk.do(lambda: analyst.window.desk.case.appearances.add(5, Mark(guest, 0, 7)))
    analyst.press(K.Key_M, CTRL)
    (matrix,) = analyst.window.findChildren(Matrix)
    matrix.sort_by(guest)
    assert matrix.model.views[0].claim.id == 5
    analyst.window.desk.undo()
    analyst.window.desk.undo()
    analyst.wait()
    QTest.qWait(20)
    numbers = [v.claim.id for v in matrix.model.views]
    assert guest not in {a.id for a in matrix.model.articles}
    assert numbers == sorted(numbers)


def test_half_a_query_is_dropped_with_its_article(analyst: Analyst) -> None:
    guest = invite(analyst)
    window = analyst.window
    pane = window.area.open(guest)
    pane.view.go_to(Span(0, 16), select=True)
    pane.view.setFocus()
    analyst.press(K.Key_Q)
    analyst.type("p")
    assert window.work.querying.half
    window.desk.undo()
    settle(window)
    window.area.open(1)
    analyst.click_on(1, "The town of 61,000")
    analyst.press(K.Key_Q)
    assert window.work.querying.half is None or window.work.querying.half.mark.article_id == 1, "a new one"
    assert "The half-made query was dropped: its article has gone." in analyst.said


def test_passages_asked_for_a_claim_that_goes_meanwhile_are_not_shown(analyst: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    window = analyst.window
    desk = window.desk
    desk.do(lambda: desk.case.claims.add("A guest was here.", Mark(1, 0, 7)))
    number = desk.case.claims.views()[-1].claim.id
    analyst.wait()
    begun, held = threading.Event(), threading.Event()
    passages = desk.case.suggestions.passages

    def slow(*args: Any) -> Any:
        found = passages(*args)
        begun.set()
        held.wait(20)
        return found

    monkeypatch.setattr(desk.case.suggestions, "passages", slow)
    window.found.passages(number)
    while not begun.is_set():
        QTest.qWait(5)
    desk.undo()
    held.set()
    analyst.wait()
    assert not [row for row in window.found.model.rows if row.kind == "passage"]


def test_a_line_left_by_closing_a_sheet_asks_nothing_more(analyst: Analyst, qtbot: QtBot) -> None:
    analyst.press(K.Key_H, CTRL | Qt.KeyboardModifier.AltModifier)
    (since,) = analyst.window.findChildren(Since)
    analyst.wait()
    since.pick.setEditText("step 2")
    since.close()
    since.look()
    analyst.settle()
    analyst.wait()  # an answer to a sheet that has gone would fail here


def test_what_a_claim_rested_on_a_moment_ago_is_told_without_the_article_that_has_gone(analyst: Analyst) -> None:
    guest = invite(analyst)
    desk = analyst.window.desk
    desk.do(lambda: desk.case.appearances.add(5, Mark(guest, 0, 7)))
    view = desk.case.claims.view(5)
    assert any("A guest" in line.whole for line in told(view, desk.case.claims.cited(view)))
    desk.undo()
    desk.undo()
    assert not any("A guest" in line.whole for line in told(view, desk.case.claims.cited(view)))


def test_an_article_that_has_gone_gets_no_empty_pane(analyst: Analyst) -> None:
    guest = invite(analyst)
    analyst.window.desk.undo()
    area = analyst.window.area
    area.wanted = 4
    shown = [pane.article_id for pane in area.panes]
    with pytest.raises(NotFound):
        area.go_to(guest, Span(0, 0))
    assert [pane.article_id for pane in area.panes] == shown


def test_a_known_error_of_a_click_is_told_and_not_taken_for_a_fault_of_the_program(
    analyst: Analyst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = app.Program(QApplication.instance(), analyst.window.desk.settings)  # type: ignore[arg-type]
    program.windows.append(analyst.window)
    app.log_failures(program)
    error = NotFound("such evidence")
    sys.excepthook(NotFound, error, None)
    assert analyst.said[-1] == "There is no such evidence in this case."
