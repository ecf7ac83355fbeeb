"""Reading to the end: sentences are checked off, what is left is gone to, and the bar tells how much that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, span_of, steps
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.case.passages import Mark
from workbench.desk.reading.pane import Pane
from workbench.desk.window import Window
from workbench.domain.spans import Span
from workbench.domain.vocabulary import ZoneKind

LINES = [
    "The tide mill stopped at six in the evening.",
    "Its owner said a beam had cracked.",
    "A joiner looked at the wheel on Friday.",
    "He found no crack in any of the beams.",
    "Subscribe to our evening letter.",
    "The mill was grinding again by Sunday noon.",
]
TEXT = " ".join(LINES[:2]) + "\n\n" + " ".join(LINES[2:4]) + "\n\n" + LINES[4] + "\n\n" + LINES[5] + "\n"
MARKED, GREY = LINES[1], LINES[4]
BODY = [line for line in LINES if line != GREY]
UNREAD = [line for line in BODY if line != MARKED]


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """One article of six sentences: one carries a mark, one is furniture."""
    case = case_of(tmp_path, TEXT)
    case.articles.set_zone(1, 0, len(TEXT), ZoneKind.BODY)
    case.articles.set_zone(1, *span_of(TEXT, GREY), ZoneKind.BOILERPLATE)
    case.claims.add("A beam had cracked.", Mark(1, *span_of(TEXT, "a beam had cracked")))
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    put(analyst, LINES[0])
    return analyst


def pane(analyst: Analyst) -> Pane:
    return analyst.window.area.panes[0]


def put(analyst: Analyst, line: str) -> None:
    view = pane(analyst).view
    view.setFocus()
    at = TEXT.index(line)
    view.go_to(Span(at, at))
    QApplication.processEvents()


def here(analyst: Analyst) -> str:
    sentence = pane(analyst).view.sentence()
    return TEXT[slice(*sentence)] if sentence else ""


def left(analyst: Analyst) -> list[str]:
    return [TEXT[slice(*s)] for s in pane(analyst).unread()]


def told(analyst: Analyst) -> str:
    return pane(analyst).bar.accessibleName()


def test_furniture_and_marked_sentences_are_not_left_to_read(analyst: Analyst) -> None:
    assert left(analyst) == UNREAD
    assert told(analyst).startswith("1 of 5 sentences read: 1 marked, 0 checked off.")


def test_enter_checks_off_and_goes_on_to_the_next_unread_one(analyst: Analyst) -> None:
    step = steps(analyst)
    seen = []
    for _ in UNREAD:
        seen.append(here(analyst))
        analyst.press(Qt.Key.Key_Return)
    assert seen == UNREAD
    assert left(analyst) == []
    assert steps(analyst) == step + len(UNREAD)
    assert told(analyst).startswith("5 of 5 sentences read: 1 marked, 4 checked off.")
    assert any("has been read" in said for said in analyst.said), "at the end it says so"


def test_enter_on_a_checked_sentence_unchecks_it_and_stays(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_Return)
    put(analyst, LINES[0])
    analyst.press(Qt.Key.Key_Return)
    assert left(analyst) == UNREAD
    assert here(analyst) == LINES[0]
    assert pane(analyst).view.standing.checked == []


def test_a_checked_sentence_steps_back_and_reading_mode_hides_it(analyst: Analyst) -> None:
    view = pane(analyst).view
    put(analyst, LINES[5])
    before = view.viewport().grab().toImage()
    analyst.window.desk.do(lambda: analyst.window.desk.case.reading.check_off(1, span_of(TEXT, LINES[2])))
    QApplication.processEvents()
    assert view.viewport().grab().toImage() != before
    assert [TEXT[slice(*view.offsets.points(*s))] for s in view.overlay.checked] == [LINES[2]]


def test_a_waived_sentence_looks_like_a_checked_one(analyst: Analyst) -> None:
    view = pane(analyst).view
    put(analyst, LINES[5])
    before = view.viewport().grab().toImage()
    analyst.window.desk.do(lambda: analyst.window.desk.case.reading.waive(1, span_of(TEXT, LINES[2]), "the weather, every day the same"))
    QApplication.processEvents()
    assert view.viewport().grab().toImage() != before
    assert [TEXT[slice(*view.offsets.points(*s))] for s in view.overlay.checked] == [LINES[2]]


def test_ctrl_enter_checks_the_rest_in_one_step(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_Return)
    step = steps(analyst)
    analyst.press(Qt.Key.Key_Return, CTRL)
    assert left(analyst) == []
    assert steps(analyst) == step + 1
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert left(analyst) == UNREAD[1:], "one undo brings the rest back, and only the rest"


def test_ctrl_enter_with_nothing_left_changes_nothing(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_Return, CTRL)
    step = steps(analyst)
    analyst.press(Qt.Key.Key_Return, CTRL)
    assert steps(analyst) == step


def test_undo_and_redo_of_a_check(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_Return)
    assert left(analyst) == UNREAD[1:]
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert left(analyst) == UNREAD
    assert told(analyst).startswith("1 of 5")
    analyst.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert left(analyst) == UNREAD[1:]
    assert told(analyst).startswith("2 of 5 sentences read: 1 marked, 1 checked off.")


def test_shift_j_and_k_skip_what_has_been_read(analyst: Analyst) -> None:
    reading = analyst.window.desk.case.reading
    analyst.window.desk.do(lambda: reading.check_off(1, span_of(TEXT, LINES[3])))
    put(analyst, LINES[0])
    seen = []
    for _ in range(2):
        analyst.press(Qt.Key.Key_J, SHIFT)
        seen.append(here(analyst))
    assert seen == [LINES[2], LINES[5]]
    analyst.press(Qt.Key.Key_J, SHIFT)
    assert any("from here on has been read" in said for said in analyst.said)
    back = []
    for _ in range(2):
        analyst.press(Qt.Key.Key_K, SHIFT)
        back.append(here(analyst))
    assert back == [LINES[2], LINES[0]]
    analyst.press(Qt.Key.Key_K, SHIFT)
    assert any("before this one has been read" in said for said in analyst.said)


def test_a_new_mark_and_new_furniture_count_at_once(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.do(lambda: desk.case.appearances.add(1, Mark(1, *span_of(TEXT, "no crack"))))
    assert LINES[3] not in left(analyst)
    assert told(analyst).startswith("2 of 5 sentences read: 2 marked")
    desk.do(lambda: desk.case.articles.set_zone(1, *span_of(TEXT, LINES[2]), ZoneKind.BOILERPLATE))
    assert told(analyst).startswith("2 of 4 sentences read")
    desk.undo()
    assert told(analyst).startswith("2 of 5")


def test_a_mark_and_a_check_on_one_sentence_count_once(analyst: Analyst) -> None:
    put(analyst, MARKED)
    analyst.press(Qt.Key.Key_Return)
    assert told(analyst).startswith("1 of 5 sentences read: 1 marked, 0 checked off.")


def test_what_was_read_is_still_read_after_a_restart(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    analyst.press(Qt.Key.Key_Return)
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = Analyst(active(open_window(path)))
    assert left(again) == UNREAD[1:]
    assert told(again).startswith("2 of 5 sentences read: 1 marked, 1 checked off.")
    put(again, LINES[0])
    analyst.window = again.window
    again.press(Qt.Key.Key_Z, CTRL)
    assert left(again) == UNREAD, "undo reaches across the restart"


def test_the_bar_is_painted_in_proportion(analyst: Analyst) -> None:
    bar = pane(analyst).bar
    analyst.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    picture = bar.grab().toImage()
    ratio = picture.devicePixelRatio()
    colors = [picture.pixel(int((bar.width() * (i + 0.5) / 5) * ratio), 1) for i in range(5)]
    assert len({colors[0], colors[1], colors[2]}) == 3, "marked, checked and left can be told apart"
    assert colors[2] == colors[3] == colors[4]


def test_the_case_counts_over_all_articles(analyst: Analyst) -> None:
    reading = analyst.window.desk.case.reading
    assert reading.of_case() == (1, 5)
    analyst.press(Qt.Key.Key_Return)
    assert reading.of_case() == (2, 5)
