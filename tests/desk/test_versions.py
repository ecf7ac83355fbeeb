"""Two versions of an article in their sheet, by real keys: what differs is shown, marks are carried over in one step, and undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.case.test_article_versions import FIRST, SECOND, mark
from tests.desk.conftest import active
from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.case.claims import Decision
from workbench.desk.actions.reading import show_versions
from workbench.desk.versions.beside import NOTHING, other_words
from workbench.desk.versions.sheet import VersionSheet
from workbench.desk.window import Window
from workbench.domain.statuses import Basis, Status

HOSTILE = "\n<b>Bold</b> & <img src=x> \u202e{}\n"


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """Two versions in two panes; C1 stands in both, C2 is decided and its words have changed."""
    window = active(open_window())
    analyst = Analyst(window)
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND + HOSTILE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        window.desk.case.imports.files([tmp_path / name])
    for words in ("ran aground on Tuesday morning", "Seven people were hurt"):
        window.desk.case.claims.add(words, mark(FIRST, words))
    window.desk.announce(window.desk.case.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN)))
    window.area.open(1)
    window.area.open(2).view.setFocus()
    return analyst


def sheet_of(analyst: Analyst) -> VersionSheet:
    analyst.press(Qt.Key.Key_V, CTRL | ALT)
    sheet = analyst.window.findChild(VersionSheet)
    assert sheet
    active(sheet)  # type: ignore[arg-type]
    analyst.wait()
    return sheet


def test_what_differs_is_shown_with_what_it_does_and_nothing_is_mark_up(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    assert sheet.pair == (1, 2)
    assert sheet.summary.text().startswith("In Ex. 2, beside Ex. 1: 1 paragraph changed, 1 paragraph gone, 2 paragraphs new")
    shown = sheet.text.toPlainText()
    assert "softer: “at least”" in shown
    assert "<b>Bold</b> & <img src=x>" in shown
    assert "The ferry ran aground" not in shown
    analyst.press(Qt.Key.Key_L, CTRL)
    assert "The ferry ran aground" in sheet.text.toPlainText()


def test_marks_are_carried_over_by_key_and_undone(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    assert [row[0] for row in sheet.model.rows] == ["C1", "C2"]
    assert [row[3] for row in sheet.model.rows] == ["the same words", "other words"]
    analyst.press(Qt.Key.Key_Return, CTRL)
    analyst.wait()
    assert analyst.said[-1] == "1 mark carried to Ex. 2. To be looked at again, because their words are not the same there: C2."
    assert [a.article_id for a in case.appearances.of(1)] == [1, 2]
    assert sheet.model.rows[0][3] == "the same words, marked already"
    assert case.claims.view(2).claim.status is Status.UNCONFIRMED
    analyst.press(Qt.Key.Key_Z, CTRL)
    analyst.wait()
    assert [a.article_id for a in case.appearances.of(1)] == [1]
    assert sheet.model.rows[0][3] == "the same words"


def test_enter_goes_to_the_place_and_swapping_turns_it_round(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    sheet.marks.setFocus()
    analyst.press(Qt.Key.Key_Return)
    pane = analyst.window.area.current
    assert pane
    assert pane.article_id == 2
    active(sheet)  # type: ignore[arg-type]
    analyst.press(Qt.Key.Key_T, CTRL)
    analyst.wait()
    assert sheet.pair == (2, 1)
    assert sheet.summary.text().startswith("In Ex. 1, beside Ex. 2: ")


def test_an_article_that_goes_takes_the_sheet_along(analyst: Analyst) -> None:
    sheet_of(analyst)
    analyst.window.desk.do(lambda: analyst.window.desk.case.articles.delete(2))
    analyst.wait()
    assert not any(isinstance(each, VersionSheet) and each.isVisible() for each in QApplication.topLevelWidgets())


def test_without_two_articles_it_says_what_to_do(blank: Window) -> None:
    analyst = Analyst(blank)
    analyst.press(Qt.Key.Key_V, CTRL | ALT)
    assert analyst.said[-1].startswith("Open two articles")


def test_articles_with_the_same_words_say_so(analyst: Analyst, tmp_path: Path) -> None:
    (tmp_path / "third.txt").write_text(FIRST.replace("\n\n", "\n \n"), encoding="utf-8")
    analyst.window.desk.announce(analyst.window.desk.case.imports.files([tmp_path / "third.txt"]).changes)
    analyst.window.area.open(3).view.setFocus()
    sheet = sheet_of(analyst)
    assert sheet.pair == (1, 3)
    assert sheet.text.toPlainText() == NOTHING
    assert "the same words throughout" in sheet.summary.text()


def test_a_version_that_comes_in_offers_the_comparison(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    page = (
        '<html><head><link rel="canonical" href="https://norlin.example/ferry"></head><body><article><h1>Ferry aground</h1>'
        "<p>The ferry ran aground at six, the harbour office said, with {} on board.</p></article></body></html>"
    )
    for number in ("forty", "sixty"):
        (tmp_path / f"{number}.html").write_text(page.format(number), encoding="utf-8")
        analyst.drop([tmp_path / f"{number}.html"])
    offered = next(b for b in blank.message.findChildren(QAbstractButton) if b.text() == "Compare…")
    offered.click()
    sheet = blank.findChild(VersionSheet)
    assert sheet
    assert sheet.pair == (1, 2)
    blank.desk.do(lambda: blank.desk.case.articles.delete(1))
    analyst.wait()
    show_versions(blank.work, (1, 2))
    assert analyst.said[-1] == "One of them is no longer in the case."


WORDS = st.lists(st.sampled_from(["the", "ferry", "sank", "on", "Tuesday", "at", "nine", "ferry"]), max_size=9).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_left_without_the_other_words_is_the_same_on_both_sides(was: str, now: str) -> None:
    def left(text: str, spans: list[tuple[int, int]]) -> list[str]:
        for start, end in reversed(spans):
            text = text[:start] + text[end:]
        return text.split()

    gone, come = other_words(was, now)
    assert left(was, [tuple(s) for s in gone]) == left(now, [tuple(s) for s in come])
