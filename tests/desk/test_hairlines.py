"""Hairlines between the panes: only between neighbours, only between places that can be seen, only for the chosen claim."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, span_of
from tests.journeys.driver import CTRL, Analyst
from workbench.case.passages import Mark
from workbench.desk.reading.hairlines import Hairlines
from workbench.desk.reading.pane import Pane
from workbench.desk.window import Window
from workbench.domain.spans import Span

FILLER = "\n\n".join(f"Paragraph {n} of the harbour notes says little of the boat that came and went." for n in range(120))
WORDS, SECOND = "The pilot boat sank", "The pilot went down with it"
TEXTS = [f"Notes of the {port} port\n\n{WORDS} off {port}.\n\n{SECOND} there.\n\n{FILLER}\n" for port in ("north", "south", "east")]


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """Three panes; C1 stands in all three, C2 in the first and the last, at their ends too."""
    case = case_of(tmp_path, *TEXTS)
    for number, text in enumerate(TEXTS, 1):
        mark = Mark(number, *span_of(text, WORDS))
        case.claims.add("The pilot boat sank.", mark) if number == 1 else case.appearances.add(1, mark)
    case.claims.add("The pilot drowned.", Mark(1, *span_of(TEXTS[0], SECOND)))
    case.appearances.add(2, Mark(3, *span_of(TEXTS[2], SECOND)))
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.press(Qt.Key.Key_3, CTRL)
    choose(analyst, 1)
    return analyst


def choose(analyst: Analyst, claim: int) -> None:
    analyst.window.desk.choose(claim)
    analyst.wait()
    for pane in analyst.window.area.panes:
        pane.view.go_to(Span(0, 0))
        pane.view.verticalScrollBar().setValue(0)
    settle(analyst)


def settle(analyst: Analyst) -> None:
    for _ in range(3):
        QApplication.processEvents()


def lines(analyst: Analyst) -> Hairlines:
    return analyst.window.area.lines


def box(analyst: Analyst, pane: Pane) -> tuple[float, float]:
    """Left and right of a pane in the reading area."""
    left = pane.mapTo(analyst.window.area, QPoint(0, 0)).x()
    return left, left + pane.width()


def height_of(analyst: Analyst, pane: Pane, words: str) -> float:
    view = pane.view
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.unit(view.text.index(words)))
    return float(view.viewport().mapTo(analyst.window.area, view.cursorRect(cursor).center()).y())


def test_each_pane_is_joined_to_its_neighbour_at_the_height_of_the_words(analyst: Analyst) -> None:
    panes = analyst.window.area.panes
    joins = lines(analyst).joins()
    assert len(joins) == 2
    for (start, end), left, right in zip(joins, panes, panes[1:], strict=False):
        assert box(analyst, left)[0] < start.x() <= box(analyst, left)[1]
        assert box(analyst, right)[0] <= end.x() < box(analyst, right)[1]
        assert abs(start.y() - height_of(analyst, left, WORDS)) < 12
        assert abs(end.y() - height_of(analyst, right, WORDS)) < 12


def test_a_claim_that_skips_a_pane_has_no_line_across_it(analyst: Analyst) -> None:
    choose(analyst, 2)
    assert lines(analyst).joins() == []
    analyst.window.area.close_pane(analyst.window.area.panes[1])
    choose(analyst, 1)
    choose(analyst, 2)
    assert len(lines(analyst).joins()) == 1, "now they are neighbours"


def test_what_was_scrolled_out_of_sight_is_not_joined(analyst: Analyst) -> None:
    bar = analyst.window.area.panes[2].view.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(analyst)
    assert len(lines(analyst).joins()) == 1
    bar.setValue(0)
    settle(analyst)
    assert len(lines(analyst).joins()) == 2


def test_lines_follow_the_words_that_scroll(analyst: Analyst) -> None:
    before = lines(analyst).joins()[0]
    analyst.window.area.panes[0].view.verticalScrollBar().setValue(15)
    settle(analyst)
    (start, end) = lines(analyst).joins()[0]
    assert start == before[0] - QPointF(0, 15)
    assert end == before[1]


def test_two_places_in_one_pane_are_both_joined(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.do(lambda: desk.case.appearances.add(1, Mark(1, *span_of(TEXTS[0], SECOND))))
    settle(analyst)
    assert len(lines(analyst).joins()) == 3


def test_none_without_a_chosen_claim_and_none_in_reading_mode(analyst: Analyst) -> None:
    choose(analyst, 0)
    assert lines(analyst).joins() == []
    choose(analyst, 1)
    analyst.window.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_R)
    settle(analyst)
    assert lines(analyst).joins() == []
    analyst.press(Qt.Key.Key_R)
    settle(analyst)
    assert len(lines(analyst).joins()) == 2


def test_none_with_one_pane(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_1, CTRL)
    settle(analyst)
    assert lines(analyst).joins() == []


def test_they_are_drawn_and_let_the_mouse_through(analyst: Analyst) -> None:
    assert lines(analyst).isVisible()
    assert lines(analyst).geometry() == analyst.window.area.rect()
    assert lines(analyst).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    drawn = lines(analyst).grab().toImage()
    choose(analyst, 0)
    assert lines(analyst).grab().toImage() != drawn
