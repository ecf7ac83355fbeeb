"""Erasing an article for good from the window: asked for twice in words, refused without them, gone from panes and list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.desk.making import fill, form, forms
from tests.journeys.driver import Analyst
from workbench.desk.command import Command
from workbench.desk.past import PastWindow
from workbench.desk.window import Window


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    sample.area.panes[0].view.setFocus()
    return Analyst(sample)


def command(window: Window, name: str) -> Command:
    return next(c for c in window.commands if c.spec.name == name)


def test_an_article_is_erased_after_a_reason_and_its_number(analyst: Analyst) -> None:
    window = analyst.window
    case, exhibit = window.desk.case, window.area.panes[0].article_id
    command(window, "erase").trigger()
    form(window).lines[0].setFocus()
    analyst.type("The court of Kolvaran ordered it")
    analyst.press(Qt.Key.Key_Return)
    analyst.type(f"ex. {exhibit}")
    analyst.press(Qt.Key.Key_Return)
    analyst.wait()
    assert forms(window) == []
    assert exhibit not in {a.id for a in case.articles.all()}
    assert exhibit not in {p.article_id for p in window.area.panes}
    assert [t.reason for t in case.takedowns.all()] == ["The court of Kolvaran ordered it"]
    assert "erased for good" in analyst.said[-1]


@pytest.mark.parametrize(("why", "number"), [("", "Ex. 1"), ("a reason", "Ex. 2"), ("a reason", "")])
def test_without_a_reason_or_with_another_number_nothing_is_erased(analyst: Analyst, why: str, number: str) -> None:
    window = analyst.window
    assert window.area.panes[0].article_id == 1
    command(window, "erase").trigger()
    fill(form(window), Why=why, To_be_sure=number)
    analyst.wait()
    assert len(forms(window)) == 1, "the form stays, with what is wrong"
    assert len(window.desk.case.articles.all()) == 5


def test_a_window_on_the_past_is_closed_before_what_it_shows_is_erased(analyst: Analyst) -> None:
    window = analyst.window
    past = window.desk.case.as_of(2)
    shown = PastWindow(window.work, past, window.desk.case.past.moment(2))
    shown.show()
    shown.start()
    exhibit = window.area.panes[0].article_id
    command(window, "erase").trigger()
    fill(form(window), Why="The court of Kolvaran ordered it", To_be_sure=f"Ex. {exhibit}")
    analyst.wait()
    assert not past.path.exists()
    assert window.desk.case.takedowns.left == ()
    assert "second pair of eyes" in analyst.said[-1], "what nobody can know is said"
