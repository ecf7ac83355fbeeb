"""Figures of the chosen claim that differ between articles: marked in the panes, named in the strip, never stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, settle, span_of, steps
from tests.journeys.driver import Analyst
from workbench.case.appearances import Attribution
from workbench.case.passages import Mark
from workbench.desk.window import Window
from workbench.domain.vocabulary import Stance

TEXTS = [
    "A storm on the moor\n\nThe storm felled 1,200 trees in 3 parishes on 4 May. Nobody counted the hedges.\n",
    "Trees down\n\nIn 3 parishes the storm of 2019 felled 900 trees. The hedges stood.\n",
    "The moor after the storm\n\nOne thousand two hundred trees fell. Others said 1200 trees in 3 parishes.\n",
]
WORDS = [
    "The storm felled 1,200 trees in 3 parishes on 4 May",
    "In 3 parishes the storm of 2019 felled 900 trees",
    "1200 trees in 3 parishes",
]


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    case = case_of(tmp_path, *TEXTS)
    case.claims.add("The storm felled trees.", Mark(1, *span_of(TEXTS[0], WORDS[0])))
    case.appearances.add(1, Mark(2, *span_of(TEXTS[1], WORDS[1])))
    case.claims.add("The hedges stood.", Mark(2, *span_of(TEXTS[1], "The hedges stood")))
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.window.desk.choose(1)
    analyst.wait()
    return analyst


def underlined(analyst: Analyst) -> list[list[str]]:
    """What is marked as differing in each pane, from what is painted."""
    QApplication.processEvents()
    views = [p.view for p in analyst.window.area.panes]
    return [[v.text[slice(*v.offsets.points(*s))] for s in v.overlay.figures] for v in views]


def test_only_the_figures_that_differ_are_marked(analyst: Analyst) -> None:
    assert underlined(analyst) == [["1,200"], ["900"]], "not the parishes, which agree, nor the day and the year"


def test_the_strip_names_them_in_order_of_value(analyst: Analyst) -> None:
    assert analyst.window.strip.meter.full.startswith("figures differ: 3 · 900 · 1,200 ")


def test_a_further_passage_that_differs_is_marked_everywhere_and_undo_takes_it_back(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.do(lambda: desk.case.appearances.delete(desk.case.appearances.of(1)[1].id))
    assert underlined(analyst) == [[], []], "one passage cannot differ"
    settle(analyst.window)
    assert "figures differ" not in analyst.window.strip.meter.full
    desk.do(lambda: desk.case.appearances.add(1, Mark(3, *span_of(TEXTS[2], WORDS[2]))))
    assert underlined(analyst) == [[], []], "1,200 and 1200 are the same"
    desk.undo()
    desk.undo()
    assert underlined(analyst) == [["1,200"], ["900"]]


def test_another_claim_or_none_takes_the_marks_away(analyst: Analyst) -> None:
    analyst.window.desk.choose(2)
    analyst.wait()
    assert underlined(analyst) == [[], []]
    assert "figures differ" not in analyst.window.strip.meter.full
    analyst.window.desk.choose(0)
    assert underlined(analyst) == [[], []]
    analyst.window.desk.choose(1)
    assert underlined(analyst) == [["1,200"], ["900"]]


def test_a_neutral_passage_is_left_out(analyst: Analyst) -> None:
    desk = analyst.window.desk
    second = next(a for a in desk.case.appearances.of(1) if a.article_id == 2)
    desk.do(lambda: desk.case.appearances.edit(second.id, stance=Stance.NEUTRAL))
    assert underlined(analyst) == [[], []]
    desk.do(lambda: desk.case.appearances.edit(second.id, stance=Stance.DENIES))
    assert underlined(analyst) == [["1,200"], ["900"]]


def test_they_are_painted_and_reading_mode_hides_them(analyst: Analyst) -> None:
    view = analyst.window.area.panes[0].view
    QApplication.processEvents()
    with_figures = view.viewport().grab().toImage()
    view.overlay.figures = []
    assert view.viewport().grab().toImage() != with_figures
    view.setFocus()
    analyst.press(Qt.Key.Key_R)
    plain = view.viewport().grab().toImage()
    analyst.window.desk.choose(0)
    analyst.window.desk.choose(1)
    QApplication.processEvents()
    assert view.viewport().grab().toImage() == plain


def test_comparing_writes_nothing(analyst: Analyst) -> None:
    step = steps(analyst)
    analyst.window.desk.choose(2)
    analyst.window.desk.choose(1)
    analyst.wait()
    assert steps(analyst) == step


def test_a_figure_written_with_a_scale_word_is_compared_by_its_value(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.do(lambda: desk.case.imports.paste("A moor ledger\n\nThe storm felled 1.2 thousand trees in 3 parishes.\n").changes)
    text = desk.case.articles.text(4)
    mark = Mark(4, *span_of(text, "felled 1.2 thousand trees in 3 parishes"))
    desk.do(lambda: desk.case.appearances.add(1, mark, Attribution()))
    agreement = desk.case.comparison.figures(1)
    assert sorted(map(int, agreement.differing)) == [900, 1200]
    assert len(agreement.written) == 3
