"""The line of hints, the columns that can be hidden, how much of the case is read, and what the status bar says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.conftest import active
from tests.desk.making import hinted, settle
from tests.journeys.driver import ALT, CTRL, SHIFT, Analyst
from workbench.desk.actions.imports import import_text
from workbench.desk.commands import SPECS
from workbench.desk.hints import Situation, hints
from workbench.desk.window import Window
from workbench.domain.backups import size_words

SITUATIONS = [
    Situation(panes=2), Situation(panes=2, claims=3), Situation(2, 3, "C2 “x”", chosen="C2 “x”", exhibit="Ex. 1"),
    Situation(2, 3, "C2 “x”", chosen="C2 “x”", exhibit="Ex. 1", suggestions=1), Situation(2, 3, "New claim “y”", new=True),
    Situation(2, 3, "New claim “y”", new=True, chosen="C2 “x”", exhibit="Ex. 1"), Situation(2, 3, "C2 “x”", read_only=True),
]  # fmt: skip


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    return Analyst(sample)


def said(analyst: Analyst) -> str:
    return hinted(analyst.window)


@pytest.mark.parametrize("now", SITUATIONS)
def test_every_hint_names_a_command_that_there_is(now: Situation) -> None:
    names = {spec.name for spec in SPECS} | {""}
    assert len(hints(now)) >= 4
    assert {name for name, _ in hints(now)} <= names
    assert ("undo" in dict(hints(now))) is not now.read_only


def test_the_hints_change_with_what_is_there(analyst: Analyst) -> None:
    analyst.window.desk.choose(0)
    analyst.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert "J: next claim" in said(analyst)
    analyst.press(Qt.Key.Key_1, ALT)
    analyst.press(Qt.Key.Key_J)
    analyst.wait()
    claim = analyst.window.desk.case.claims.view(analyst.window.desk.claim).claim
    assert said(analyst).startswith(f"{claim.number} “{claim.text[:20]}")
    assert "Space: show it in all panes" in said(analyst)


def test_an_empty_case_says_how_to_begin_and_one_without_claims_how_to_mark(blank: Window) -> None:
    analyst = Analyst(blank)
    assert not blank.hints.isVisible(), "the empty place says the next step"
    import_text(blank.work, "The ferry was stopped at nine. The port said so.\n\nNobody was hurt, the port said.")
    analyst.wait()
    assert "1: confirmed" in said(analyst)
    assert blank.hints.isVisible()
    assert "Ctrl+Z: undo" in said(analyst)


def test_a_changed_key_stands_in_the_hints(analyst: Analyst) -> None:
    command = next(c for c in analyst.window.commands if c.spec.name == "all_to_claim")
    command.use_key("G")
    analyst.window.desk.choose(0)
    analyst.window.desk.choose(1)
    assert "G: show it in all panes" in said(analyst)


def test_hints_are_put_away_for_good_and_brought_back(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    assert analyst.window.hints.isVisible()
    analyst.press(Qt.Key.Key_F1, SHIFT)
    assert not analyst.window.hints.isVisible()
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = Analyst(active(open_window(path)))
    assert not again.window.hints.isVisible()
    again.press(Qt.Key.Key_F1, SHIFT)
    assert again.window.hints.isVisible()


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_F8, "articles"), (Qt.Key.Key_F9, "claims")])
def test_a_key_hides_a_column_and_going_there_shows_it(analyst: Analyst, key: Qt.Key, name: str) -> None:
    window = analyst.window
    column = getattr(window, name)
    room = window.area.width()
    analyst.press(key)
    assert not column.isVisible()
    assert window.area.width() > room + 150
    analyst.press(key)
    assert column.isVisible()
    assert abs(window.area.width() - room) <= 2
    analyst.press(key)
    analyst.press({"articles": Qt.Key.Key_A, "claims": Qt.Key.Key_C}[name], CTRL | SHIFT)
    assert column.isVisible()
    assert column.list.hasFocus()


def test_a_hidden_column_is_hidden_after_a_restart(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    analyst.press(Qt.Key.Key_F8)
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = Analyst(active(open_window(path)))
    assert not again.window.articles.isVisible()
    again.press(Qt.Key.Key_F8)
    assert again.window.articles.width() >= 170


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (960, 540), (640, 360)])
def test_a_small_window_keeps_room_for_reading(analyst: Analyst, width: int, height: int) -> None:
    window = analyst.window
    window.resize(width, height)
    window.desk.choose(2)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    assert window.area.width() >= 340
    assert window.area.panes[0].view.viewport().height() >= 90
    assert window.claims.isVisible() is (width >= 700)
    if width < 700:
        assert window.columns.openers["claims"].isVisible(), "what is hidden has a button that shows it"
        analyst.click(window.columns.openers["claims"], window.columns.openers["claims"].rect().center())
    assert window.claims.list.viewport().height() >= 40
    assert max(s.geometry().right() for s in window.detail.segments.values()) <= window.detail.viewport().width()


def test_the_bar_counts_the_whole_case(analyst: Analyst, qtbot: QtBot) -> None:
    bar = analyst.window.articles.reading
    qtbot.waitUntil(lambda: len(bar.counts) == 5, timeout=20_000)
    read, total = analyst.window.desk.case.reading.of_case()
    assert bar.accessibleName().startswith(f"{read} of {total} sentences read in the whole case")
    analyst.press(Qt.Key.Key_1, ALT)
    analyst.press(Qt.Key.Key_Return, CTRL)
    after, total = analyst.window.desk.case.reading.of_case()
    assert after > read
    qtbot.waitUntil(lambda: bar.accessibleName().startswith(f"{after} of {total} sentences"), timeout=20_000)


def test_the_status_bar_says_file_size_and_backup(analyst: Analyst) -> None:
    analyst.wait()
    words = analyst.window.status.file.text()
    path = analyst.window.desk.case.path
    assert words.startswith(f"{path.name} · {size_words(path.stat().st_size)}")
    assert "backed up today" in words
    tip = analyst.window.status.file.toolTip()
    assert tip.startswith(f"{path}\n1 backup, ")


@pytest.mark.parametrize(("size", "words"), [(0, "1 KB"), (212_000, "212 KB"), (1_430_000, "1.4 MB"), (2_000_000_000, "2.0 GB")])
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words


def test_the_empty_place_says_the_next_step_with_and_without_articles(sample: Window) -> None:
    from PySide6.QtWidgets import QLabel

    def words() -> str:
        return " ".join(found.text() for found in sample.area.empty.findChildren(QLabel))

    analyst = Analyst(sample)
    while sample.area.panes:
        analyst.press(Qt.Key.Key_W, CTRL)
    assert sample.area.empty.isVisible()
    assert "No article is open" in words()
    assert "Ctrl+2" in words()
    for number in sample.articles.ids():
        sample.desk.do(lambda n=number: sample.desk.case.articles.delete(n))  # type: ignore[misc]
    settle(sample)
    assert "Drop articles or a folder here" in words()
