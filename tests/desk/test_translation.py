"""A translation of a passage, by one key: words, by whom, how; Enter keeps them, undo takes them back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.desk.making import form
from tests.journeys.driver import Analyst
from workbench.desk.window import Window


def test_t_asks_for_the_words_whose_and_how_and_enter_keeps_them(sample: Window) -> None:
    analyst, case = Analyst(sample), sample.desk.case
    row = next(a for a in case.appearances.all() if a.passage_id)
    words = case.articles.passage(row.passage_id or 0).anchor.exact
    sample.area.open(row.article_id)
    analyst.wait()
    analyst.click_on(row.article_id, words)
    analyst.press(Qt.Key.Key_T)
    open_form = form(sample)
    assert sample.desk.settings.analyst in [line.text() for line in open_form.lines]
    analyst.type("the same, in other words")
    analyst.press(Qt.Key.Key_Return)
    analyst.wait()
    (kept,) = [a for a in case.appearances.all() if a.translation]
    assert kept.article_id == row.article_id
    assert (kept.translation, kept.translated_how) == ("the same, in other words", "own translation")
    assert kept.translated_by == sample.desk.settings.analyst
    sample.desk.undo()
    assert not any(a.translation for a in case.appearances.all())
