"""What a newcomer slipped on: keys right after marking, offers that have gone stale, empty answers, popups left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.desk.conftest import active
from tests.desk.making import case_of, chooser, form, forms, settle, span_of, steps
from tests.journeys.driver import CTRL, Analyst
from workbench.case.passages import Mark
from workbench.desk.popup import Chooser
from workbench.desk.window import Window
from workbench.domain.statuses import Status

TEXT = "The harbour office said on Monday that forty passengers fell ill on board.\n\nReports said that three boats turned back.\n"
ILL = "forty passengers fell ill"
Key = Qt.Key


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    case = case_of(tmp_path, TEXT)
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.window.area.panes[0].view.setFocus()
    return analyst


def select(analyst: Analyst, words: str) -> None:
    pane = analyst.window.area.panes[0]
    pane.view.setFocus()
    pane.view.go_to(span_of(TEXT, words), select=True)


def test_words_that_became_a_claim_are_no_longer_selected_and_the_next_key_is_about_it(analyst: Analyst) -> None:
    select(analyst, ILL)
    analyst.press(Key.Key_2)
    analyst.type("s")
    pane, case = analyst.window.area.panes[0], analyst.window.desk.case
    assert pane.view.selection() is None
    assert pane.aim.appearance() is not None
    analyst.press(Key.Key_2)
    analyst.type("n")
    assert [v.claim.basis for v in case.claims.views()] == ["not_checkable_yet"], "corrected, not made a second time"
    analyst.press(Key.Key_A)
    assert "C1" in chooser(analyst.window).accessibleName()


def test_an_empty_origin_takes_nothing_away_and_none_does(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.announce(desk.case.claims.add(ILL, Mark(1, *span_of(TEXT, ILL))))
    desk.choose(1)
    desk.announce(desk.case.appearances.set_origin(1, "Harbour office"))
    analyst.window.area.panes[0].view.go_to(span_of(TEXT, "three boats"))
    before = steps(analyst)
    analyst.press(Key.Key_O)
    asked = form(analyst.window)
    assert "For the one appearance that carries C1:" in asked.problem.text()
    assert asked.lines[0].text() == "Harbour office", "the origin they share"
    asked.lines[0].clear()
    analyst.press(Key.Key_Return)
    assert "Type an origin" in asked.problem.text()
    assert steps(analyst) == before
    analyst.type("none")
    asked.accept()
    assert [a.origin_id for a in desk.case.appearances.of(1)] == [None]


def test_nobody_named_is_no_origin(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.announce(desk.case.claims.add("x", Mark(1, *span_of(TEXT, "three boats turned back"))))
    desk.choose(1)
    analyst.window.area.panes[0].view.go_to(span_of(TEXT, "three boats"))
    analyst.press(Key.Key_O)
    assert form(analyst.window).lines[0].text() == ""


def test_an_offer_to_undo_goes_when_something_else_is_done(analyst: Analyst) -> None:
    desk, bar = analyst.window.desk, analyst.window.message
    desk.announce(desk.case.claims.add("a claim"))
    desk.choose(1)
    analyst.press(Key.Key_Delete, CTRL)
    assert bar.isVisible()
    assert bar.action is not None
    desk.announce(desk.case.claims.add("another"))
    assert not bar.isVisible()


def test_a_choice_is_left_when_the_mouse_is_pressed_elsewhere(analyst: Analyst) -> None:
    select(analyst, ILL)
    analyst.press(Key.Key_2)
    assert isinstance(chooser(analyst.window), Chooser)
    analyst.click(analyst.window.area.panes[0].view.viewport(), QPoint(40, 10))
    assert not [c for c in analyst.window.findChildren(Chooser) if c.isVisible()]
    assert analyst.window.desk.case.claims.views() == []


def test_a_press_inside_a_form_does_not_leave_it(analyst: Analyst) -> None:
    select(analyst, ILL)
    analyst.press(Key.Key_3)
    analyst.type("p")
    asked = form(analyst.window)
    QTest.mouseClick(asked.lines[1], Qt.MouseButton.LeftButton)
    assert forms(analyst.window) == [asked]


def test_a_denial_of_new_words_asks_for_the_claim_that_is_denied(analyst: Analyst) -> None:
    select(analyst, ILL)
    analyst.press(Key.Key_3)
    analyst.type("p")
    asked = form(analyst.window)
    for line, words in zip(asked.lines, ("Norlin", "2031-03-04", "Passengers fell ill."), strict=True):
        line.setText(words)
    asked.accept()
    (view,) = analyst.window.desk.case.claims.views()
    assert (view.claim.text, view.claim.status, view.claim.denied_by) == ("Passengers fell ill.", Status.DENIED, "Norlin")


def test_what_is_set_to_what_it_was_is_no_step(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.announce(desk.case.claims.add(ILL, Mark(1, *span_of(TEXT, ILL))))
    before = steps(analyst)
    desk.do(lambda: desk.case.claims.edit(1, text=ILL))
    settle(analyst.window)
    assert steps(analyst) == before


def test_a_sentence_is_set_aside_with_a_reason_counts_as_read_and_undo_brings_it_back(analyst: Analyst) -> None:
    reading = analyst.window.desk.case.reading
    analyst.window.area.panes[0].view.go_to(span_of(TEXT, "three boats"))
    before = len(reading.of(1).unread)
    analyst.press(Key.Key_W)
    asked = form(analyst.window)
    analyst.press(Key.Key_Return)
    assert "Say why" in asked.problem.text()
    analyst.type("weather, not the ferry")
    analyst.press(Key.Key_Return)
    assert len(reading.of(1).unread) == before - 1
    with analyst.window.desk.case.file.read() as reader:
        assert [(c.kind, c.reason) for c in reader.checked(article_id=1)] == [("waived", "weather, not the ferry")]
    analyst.press(Key.Key_Z, CTRL)
    assert len(reading.of(1).unread) == before


def test_an_article_that_has_just_gone_is_not_opened_by_the_next_key(analyst: Analyst) -> None:
    analyst.press(Key.Key_1, CTRL)
    window = analyst.window
    while window.desk.case.articles.all():
        window.desk.undo()
    window.area.set_count(1, list)
    assert window.desk.unsettled, "the next key comes before the views have settled"
    analyst.press(Key.Key_2, CTRL)
    assert [p.article_id for p in window.area.panes] == []
