"""Dates in the forms and fields of the window: the desk's own forms go in, what is none stays in the form with a word about it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.making import fill, form, forms
from tests.desk.test_past import history
from workbench.desk.actions.reading import edit_article_of
from workbench.desk.moment_words import day_of
from workbench.desk.window import Window
from workbench.domain.vocabulary import Field


def test_a_publication_that_is_none_stays_in_the_form(sample: Window) -> None:
    case = sample.desk.case
    edit_article_of(sample.work, 1)
    asked = form(sample)
    before = case.articles.get(1).value(Field.PUBLISHED)
    fill(asked, Published="early in May", Title="Another title")
    assert "“early in May” is no date that can be read. Write it like 9 Nov 2016" in asked.problem.text()
    assert case.articles.get(1).value(Field.PUBLISHED) == before
    steps = len(case.history.of_case(10**6))
    fill(asked, Published="9 Nov 2016 22:58")
    assert not forms(sample)
    assert case.articles.get(1).value(Field.PUBLISHED) == "2016-11-09T22:58"
    assert case.articles.get(1).title == "Another title"
    assert len(case.history.of_case(10**6)) == steps + 1  # the title was kept before and is not kept again
    assert [p.first for p in case.times.timeline().publications if p.article.id == 1] == [date(2016, 11, 9)]


@pytest.mark.parametrize(("written", "kept"), [("21–22 Oct 2024", "2024-10-21/2024-10-22"), ("9.11.2016", "2016-11-09")])
def test_a_day_beside_the_claim_is_shown_as_it_is_kept(sample: Window, qtbot: QtBot, written: str, kept: str) -> None:
    sample.desk.choose(4)
    qtbot.waitUntil(lambda: sample.detail.view is not None and sample.detail.view.claim.id == 4)
    line = sample.detail.dates["event_date"]
    for _ in range(2):  # the second time it is the same day, and nothing is there to be kept
        line.setFocus()
        line.setText(written)
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert sample.desk.case.claims.view(4).claim.event_date == line.text() == kept


def test_the_history_is_narrowed_by_a_day_as_it_is_shown(sample: Window, qtbot: QtBot) -> None:
    sheet = history(sample, qtbot)
    sheet.filter.setText(day_of(sheet.events[0].at))
    assert sheet.shown == [e for e in sheet.events if day_of(e.at) == day_of(sheet.events[0].at)]
    sheet.filter.setText("31 Dec 1999")
    assert not sheet.shown
    sheet.close()


def test_articles_are_narrowed_by_a_day_in_words_and_in_figures(sample: Window) -> None:
    sample.desk.do(lambda: sample.desk.case.articles.set_metadata(2, Field.PUBLISHED, "9 Nov 2016"))
    sample.articles.reload()
    for words in ("9 Nov 2016", "2016-11-09"):
        sample.articles.filter.setText(words)
        assert sample.articles.model.rowCount() == 1


def test_the_check_of_the_case_names_dates_that_are_none_and_calls_it_sound(sample: Window, qtbot: QtBot) -> None:
    with sample.desk.case.file.operation("Older") as operation:
        operation.update("claims", 2, review_on="early October")
    next(c for c in sample.commands if c.spec.name == "check").trigger()
    qtbot.waitUntil(lambda: "The case is sound" in sample.message.words.text(), timeout=20_000)
    assert "Remarks (1): claims, C2: review on “early October” is no date" in sample.message.words.text()
