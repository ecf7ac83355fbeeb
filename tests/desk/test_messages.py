"""Messages move nothing, an error stays until it is closed, a screen reader hears each, and the last hundred can be read again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.desk import messages
from workbench.desk.message_log import MessageLog
from workbench.desk.messages import KEPT
from workbench.desk.window import Window

Key = Qt.Key


def places(window: Window) -> list[object]:
    """Where everything in the window stands."""
    parts = (window.area, window.hints, window.strip, window.claims.list, window.articles.list, *window.area.panes)
    return [(part.mapTo(window, part.rect().topLeft()), part.size()) for part in parts]


def test_a_message_moves_nothing(sample: Window) -> None:
    Analyst(sample).wait()
    sample.desk.choose(1)
    Analyst(sample).wait()
    QTest.qWait(50)
    before = places(sample)
    sample.desk.say("A line.", action=("Undo", lambda: None))
    QApplication.processEvents()
    assert sample.message.isVisible()
    assert places(sample) == before
    sample.desk.say("An error of two lines. " * 12, error=True)
    QApplication.processEvents()
    assert places(sample) == before
    sample.message.close_all()
    QApplication.processEvents()
    assert places(sample) == before
    assert not sample.message.isVisible()


def test_an_error_stays_beside_what_is_said_later_until_it_is_closed(sample: Window) -> None:
    sample.desk.say("That cannot be.", error=True)
    sample.desk.say("Undone: a step")
    assert sample.message.words.text() == "That cannot be.\nUndone: a step"
    sample.message._timer.timeout.emit()
    assert sample.message.isVisible()
    assert sample.message.words.text() == "That cannot be."
    sample.message.close_all()
    sample.desk.say("Undone: another")
    assert sample.message.words.text() == "Undone: another"
    sample.message._timer.timeout.emit()
    assert not sample.message.isVisible()


def test_a_screen_reader_hears_messages_and_what_keys_did_elsewhere(sample: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    analyst = Analyst(sample)
    analyst.press(Key.Key_1, ALT)
    analyst.wait()
    heard: list[str] = []
    monkeypatch.setattr(messages.QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    sample.desk.say("A line.")
    assert heard == ["A line."]
    assert sample.message.words.accessibleName() == "A line."
    analyst.press(Key.Key_J)
    view = sample.desk.case.claims.view(sample.desk.claim)
    assert heard[-1].startswith(f"C{view.claim.id}, {view.claim.verdict.label.lower()}")
    analyst.press(Key.Key_Space)
    assert heard[-1].startswith(f"C{view.claim.id}. ")
    assert QAccessible.AnnouncementPoliteness.Polite is not QAccessible.AnnouncementPoliteness.Assertive


def test_the_last_hundred_can_be_read_again_newest_first(sample: Window) -> None:
    analyst = Analyst(sample)
    analyst.wait()
    for number in range(KEPT + 20):
        sample.desk.say(f"Message {number}", error=number % 2 == 0)
    analyst.press(Key.Key_M, CTRL | ALT)
    (sheet,) = [s for s in sample.findChildren(MessageLog) if s.isVisible()]
    assert len(sheet.model.rows) == KEPT
    assert sheet.model.rows[0][1] == f"Message {KEPT + 19}"
    assert sheet.model.rows[1][1] == f"⚠ Message {KEPT + 18}"
