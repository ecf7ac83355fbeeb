"""Words that are typed are kept: a moment after the last key, on leaving, on Enter, on undo and on close."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.making import settle
from tests.journeys.driver import CTRL, Analyst
from workbench.desk.free_text import AFTER_TYPING, FreeText
from workbench.desk.window import Window

FIELDS = ("reason", "would_change", "note")
AWAY = 60_000  # milliseconds: not while the test runs, however slow the machine


def kept(window: Window, name: str) -> str:
    return str(getattr(window.desk.case.claims.view(2).claim, name))


def line(analyst: Analyst, name: str) -> FreeText:
    return analyst.window.detail.text if name == "text" else analyst.window.detail.texts[name]


def write(analyst: Analyst, name: str, words: str) -> None:
    line(analyst, name).setFocus()
    line(analyst, name).selectAll()
    analyst.type(words)


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    sample.desk.choose(2)
    QApplication.processEvents()
    return Analyst(sample)


def test_the_delay_is_the_one_the_window_promises() -> None:
    assert AFTER_TYPING == 600


@pytest.mark.parametrize("name", ["text", *FIELDS])
def test_words_are_kept_600_ms_after_the_last_key(analyst: Analyst, qtbot: QtBot, name: str) -> None:
    before = kept(analyst.window, name)
    line(analyst, name)._timer.setInterval(AWAY)
    write(analyst, name, "Seen at the qua")
    assert kept(analyst.window, name) == before, "not with every key"
    line(analyst, name)._timer.setInterval(AFTER_TYPING)
    analyst.type("y")
    last_key = time.monotonic()
    qtbot.waitUntil(lambda: kept(analyst.window, name) != before, timeout=20_000)
    assert time.monotonic() - last_key > 0.8 * AFTER_TYPING / 1000
    assert kept(analyst.window, name) == "Seen at the quay"


@pytest.mark.parametrize("name", ["text", *FIELDS])
def test_words_are_kept_on_leaving(analyst: Analyst, name: str) -> None:
    write(analyst, name, "Left at once")
    analyst.window.area.panes[0].view.setFocus()
    assert kept(analyst.window, name) == "Left at once"


def test_words_are_kept_on_enter(analyst: Analyst) -> None:
    write(analyst, "text", "Entered")
    analyst.press(Qt.Key.Key_Return)
    assert kept(analyst.window, "text") == "Entered"


def test_words_are_kept_when_another_claim_is_chosen_and_go_to_their_own_claim(analyst: Analyst) -> None:
    other = analyst.window.desk.case.claims.view(3).claim
    write(analyst, "note", "For the second claim")
    analyst.window.desk.choose(3)
    assert kept(analyst.window, "note") == "For the second claim"
    assert analyst.window.desk.case.claims.view(3).claim == other
    assert analyst.window.detail.texts["note"].toPlainText() == other.note


def test_words_are_kept_on_close(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    path = analyst.window.desk.case.path
    write(analyst, "reason", "Written in the last second")
    analyst.window.close()
    assert kept(open_window(path), "reason") == "Written in the last second"


def test_a_burst_of_typing_is_one_step_of_undo(analyst: Analyst) -> None:
    before = kept(analyst.window, "note")
    write(analyst, "note", "A few words more")
    analyst.window.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert kept(analyst.window, "note") == before


def test_a_claim_without_words_is_refused_and_shown_as_it_was(analyst: Analyst) -> None:
    before = kept(analyst.window, "text")
    line = analyst.window.detail.text
    line.setFocus()
    line.selectAll()
    analyst.press(Qt.Key.Key_Delete)
    analyst.window.area.panes[0].view.setFocus()
    assert kept(analyst.window, "text") == before
    assert analyst.window.message.isVisible()
    assert line.toPlainText() == before


def test_a_day_that_is_none_is_refused(analyst: Analyst) -> None:
    line = analyst.window.detail.dates["review_on"]
    line.setFocus()
    line.selectAll()
    analyst.type("31 June")
    analyst.press(Qt.Key.Key_Return)
    assert "“31 June” has no year" in analyst.window.message.words.text()
    assert kept(analyst.window, "review_on") == line.text()


def test_a_change_elsewhere_does_not_take_the_words_being_written(analyst: Analyst) -> None:
    write(analyst, "text", "Half a sen")
    desk = analyst.window.desk
    desk.do(lambda: desk.case.claims.assess(2, credibility="3"))
    assert analyst.window.detail.text.toPlainText() == "Half a sen"


@pytest.mark.parametrize("name", ["text", *FIELDS])
def test_a_change_of_the_claim_meanwhile_keeps_no_half_of_what_is_being_written(analyst: Analyst, qtbot: QtBot, name: str) -> None:
    before = kept(analyst.window, name)
    line(analyst, name)._timer.setInterval(AWAY)
    write(analyst, name, "Seen at")
    desk = analyst.window.desk
    desk.do(lambda: desk.case.claims.edit(2, priority="key"))
    settle(analyst.window)
    assert kept(analyst.window, name) == before
    line(analyst, name)._timer.setInterval(AFTER_TYPING)
    analyst.type(" the quay")
    qtbot.waitUntil(lambda: kept(analyst.window, name) == "Seen at the quay", timeout=20_000)
