"""Not mentioned only where somebody has looked; suggestions are shown before they are added; a new case asks who works on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, fill, form, forms, settle, span_of
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.app import Program
from workbench.case.passages import Mark
from workbench.desk.window import Window
from workbench.domain.vocabulary import OriginBasis, Stance
from workbench.settings import Settings

Key = Qt.Key
ONE = "Ferry\n\nForty passengers fell ill on the ferry. The pier is long.\n"
TWO = "Again\n\nThe ferry was late. Some forty passengers fell ill, it is said.\n"
THREE = "Elsewhere\n\nBread costs more than it did. Nobody minds.\n"


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """C1 is marked in Ex. 1, which is the only article in a pane."""
    case = case_of(tmp_path, ONE, TWO, THREE)
    case.claims.add("Forty passengers fell ill", Mark(1, *span_of(ONE, "Forty passengers fell ill")))
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.press(Key.Key_1, CTRL)
    analyst.wait()
    analyst.window.desk.choose(1)
    analyst.wait()
    return analyst


def test_enter_in_the_list_shows_the_place_and_enter_again_adds_it(analyst: Analyst) -> None:
    window = analyst.window
    analyst.press(Key.Key_X, CTRL | SHIFT)
    assert window.strip.table.hasFocus()
    assert window.strip.table.selectionModel().hasSelection(), "the current row can be seen"
    row = next(n for n, r in enumerate(window.strip.model.rows) if r.suggestion)
    while window.strip.table.currentIndex().row() < row:
        analyst.press(Key.Key_Down)
    analyst.press(Key.Key_Return)
    assert [p.article_id for p in window.area.panes if p.suggestion] == [2], "the pane shows it"
    assert len(window.desk.case.appearances.of(1)) == 1, "and nothing is added yet"
    assert window.strip.table.hasFocus()
    analyst.press(Key.Key_Return)
    settle(window)
    assert {a.article_id for a in window.desk.case.appearances.of(1)} == {1, 2}
    assert window.strip.model.rows[window.strip.table.currentIndex().row()].article_id == 2, "the row stays"


def test_x_in_the_list_wants_the_article_to_have_been_in_a_pane(analyst: Analyst) -> None:
    window = analyst.window
    row = next(r for r in window.strip.model.rows if r.suggestion)
    window.strip.table.refused_row.emit(row)
    assert "Look into Ex. 2 first" in analyst.said[-1]
    assert len(window.desk.case.appearances.of(1)) == 1
    window.area.open(2)
    analyst.wait()
    window.strip.table.refused_row.emit(row)
    assert Stance.NOT_MENTIONED in {a.stance for a in window.desk.case.appearances.of(1)}


def test_after_the_claims_words_changed_it_must_be_looked_for_again(analyst: Analyst) -> None:
    window = analyst.window
    window.area.open(2)
    analyst.wait()
    window.area.open(1)
    analyst.wait()
    assert window.seen.has(1, 2)
    window.desk.do(lambda: window.desk.case.claims.edit(1, text="Exactly forty passengers fell ill"))
    settle(window)
    assert not window.seen.has(1, 2)
    assert window.seen.has(1, 1), "it stands in a pane now"


def test_what_was_looked_for_is_said_and_never_that_nothing_is_there(analyst: Analyst) -> None:
    window = analyst.window
    window.area.open(3)
    analyst.press(Key.Key_Space)
    analyst.wait()
    (pane,) = window.area.panes
    assert pane.note.text().startswith("C1: no passage in Ex. 3 with “")
    assert "nothing" not in pane.note.text().lower()
    window.area.open(2)
    analyst.wait()
    (pane,) = window.area.panes
    assert "Ex. 3" not in pane.note.text(), "a word about one article does not stand over another"


def test_selected_words_state_an_origin(analyst: Analyst) -> None:
    window = analyst.window
    window.desk.do(lambda: window.desk.case.appearances.add(1, Mark(2, *span_of(TWO, "forty passengers fell ill"))))
    window.area.open(2)
    analyst.wait()
    analyst.drag_over(2, "it is said")
    analyst.press(Key.Key_O)
    fill(form(window), Origin="The harbour office")
    assert not forms(window)
    found = next(a for a in window.desk.case.appearances.of(1) if a.article_id == 2)
    assert found.origin_basis is OriginBasis.STATED
    assert window.desk.case.articles.passage(found.statement_id or 0).anchor.exact == "it is said"


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    made = Program(qapp, Settings(tmp_path / "settings.json"))
    yield made
    for window in (made.window, made.welcome):
        if window:
            window.close()
            window.deleteLater()
    QApplication.processEvents()


def test_a_new_case_asks_once_for_name_title_question_and_cut_off_and_enter_passes(program: Program, tmp_path: Path) -> None:
    program.open_path(tmp_path / "fire.case", create=True)
    assert program.window is not None
    assert QTest.qWaitForWindowActive(program.window)
    asked = form(program.window)
    assert [line.accessibleName() for line in asked.lines] == ["Your name", "Title", "Question", "Cut-off"]
    fill(asked, Your_name="Ida Holm", Title="A fire at the mill", Question="Who set it?", **{"Cut-off": "22 Oct 2024"})
    info = program.window.desk.case.info.get()
    assert (info.analyst, info.memo_from, info.title, info.question) == ("Ida Holm", "Ida Holm", "A fire at the mill", "Who set it?")
    assert info.as_of.startswith("2024-10-22")
    assert program.settings.analyst == "Ida Holm"
    Analyst(program.window).wait()
    program.open_path(tmp_path / "other.case", create=True)
    assert QTest.qWaitForWindowActive(program.window)
    Analyst(program.window).press(Key.Key_Return)
    Analyst(program.window).press(Key.Key_Return)
    assert not forms(program.window), "Enter takes what stands there"
    Analyst(program.window).wait()
