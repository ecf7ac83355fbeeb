"""Finding words in the pane in focus, and narrowing the lists: in whatever way they are written there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desk.conftest import active
from tests.desk.making import case_of
from tests.journeys.driver import CTRL, Analyst
from workbench.desk.popup import Form
from workbench.desk.window import Window
from workbench.domain.vocabulary import Field

WORDS = "Mr O’Hearn of the élysée said that the cease‑fire cost 12 000 francs in the Haupt\u00adstraße. U.S. men saw MH17 and צה״ל."
TEXT = f"The Harbour\n\n{WORDS}\n"


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    others = [f"Paper {number}\n\nNothing of it.\n" for number in range(8)]
    case = case_of(tmp_path, TEXT, *others)
    case.articles.set_metadata(1, Field.TITLE, "O’Hearn and the cease-fire of 1.500 days")
    case.claims.add("The cease-fire cost O’Hearn 1.500 francs")
    case.claims.add("Another claim")
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.window.area.panes[0].view.setFocus()
    analyst.wait()
    return analyst


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("O'Hearn", "O’Hearn"),
        ("O`HEARN", "O’Hearn"),
        ("elysee", "élysée"),
        ("e\u0301lyse\u0301e", "élysée"),
        ("ceasefire", "cease‑fire"),
        ("cease fire", "cease‑fire"),
        ("12000", "12 000"),
        ("12,000 francs", "12 000 francs"),
        ("hauptstrasse", "Haupt\u00adstraße"),
        ("US men", "U.S. men"),
        ("MH-17", "MH17"),
        ('צה"ל', "צה״ל"),
    ],
)
def test_words_are_found_however_they_are_written(analyst: Analyst, typed: str, marked: str) -> None:
    view = analyst.window.area.panes[0].view
    analyst.press(Qt.Key.Key_F, CTRL)
    analyst.type(typed)
    analyst.press(Qt.Key.Key_Return)
    assert [view.text[start:end] for start, end in view.standing.hits] == [marked]
    assert view.position() == view.text.index(marked)
    assert analyst.window.area.panes[0].head.found.text() == "1 hit"


def test_what_is_not_there_is_said(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_F, CTRL)
    analyst.type("12 0000")
    analyst.press(Qt.Key.Key_Return)
    form = analyst.window.findChild(Form)
    assert form is not None
    assert "“12 0000” is not in this article." in form.problem.text()


@pytest.mark.parametrize("typed", ["O'Hearn", "ceasefire", "cease fire", "1500", "1 500 cease", "OHEARN 1,500"])
def test_the_lists_are_narrowed_however_it_is_written(analyst: Analyst, typed: str) -> None:
    window = analyst.window
    window.claims.filter.setText(typed)
    assert [view.claim.id for view in window.claims.model.rows] == [1]
    window.articles.filter.setText(typed)
    assert [row.article.id for row in window.articles.model.rows] == [1]
    window.claims.filter.setText("1501")
    assert not window.claims.model.rows


def test_the_list_of_articles_follows_a_new_title(analyst: Analyst) -> None:
    window = analyst.window
    window.articles.filter.setText("ohearn")
    window.desk.do(lambda: window.desk.case.articles.set_metadata(1, Field.TITLE, "Plain"))
    analyst.wait()
    assert not window.articles.model.rows
    window.articles.filter.setText("plain")
    assert [row.article.id for row in window.articles.model.rows] == [1]
