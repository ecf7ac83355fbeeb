"""A list whose headings leave a doubt: asked once, remembered, read; one that is left stays unread and is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.desk.conftest import active
from tests.journeys.driver import CTRL, Analyst
from workbench.desk import columns_sheet
from workbench.desk.columns_sheet import ColumnsSheet
from workbench.desk.window import Window
from workbench.domain.list_columns import ListField
from workbench.domain.vocabulary import Field

LONG = "The harbour council voted on Monday to keep the old ferry running until the bridge opens in spring, as nobody had expected."
LIST = f"Kopf;Words;Wo\nFerry stays;{LONG};Harbour Post\nBridge late;{LONG[::-1]};Quay News\n"


@pytest.fixture
def analyst(blank: Window, tmp_path: Path) -> Analyst:
    analyst = Analyst(blank)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "other.csv").write_text(LIST.replace("stays", "goes").replace("late", "early").replace("spring", "May"), encoding="utf-8")
    (tmp_path / "one.txt").write_text("An article\n\nWith words of its own, and none of a list.", encoding="utf-8")
    return analyst


def sheet_of(analyst: Analyst) -> ColumnsSheet:
    sheet = next(sheet for sheet in analyst.window.findChildren(ColumnsSheet) if sheet.isVisible())
    active(sheet)  # type: ignore[arg-type]
    return sheet


def choose(pick: QComboBox, heading: str) -> None:
    pick.setCurrentIndex(pick.findData(heading))


def test_asked_once_and_read_with_the_answer(analyst: Analyst, tmp_path: Path) -> None:
    analyst.drop([tmp_path / "list.csv", tmp_path / "one.txt"])
    assert len(analyst.window.desk.case.articles.ids()) == 1, "the rest has come in"
    sheet = sheet_of(analyst)
    assert sheet.picks[ListField.TEXT].currentData() == "Words"
    choose(sheet.picks[ListField.TITLE], "Kopf")
    choose(sheet.picks[ListField.PUBLISHER], "Wo")
    analyst.press(Qt.Key.Key_Return, CTRL)
    analyst.wait()
    articles = analyst.window.desk.case.articles.all()
    assert [article.metadata[Field.TITLE].value for article in articles[1:]] == ["Ferry stays", "Bridge late"]
    assert [article.metadata[Field.PUBLISHER].value for article in articles[1:]] == ["Harbour Post", "Quay News"]
    assert articles[1].location == f"{tmp_path / 'list.csv'} › Ferry stays.json"
    analyst.settle()
    analyst.drop([tmp_path / "other.csv"])
    assert len(analyst.window.desk.case.articles.ids()) == 5, "lists with these headings are read without a word"
    assert not any(sheet.isVisible() for sheet in analyst.window.findChildren(ColumnsSheet))


def test_an_answer_without_a_text_or_with_one_column_twice_is_not_taken(analyst: Analyst, tmp_path: Path) -> None:
    analyst.drop([tmp_path / "list.csv"])
    sheet = sheet_of(analyst)
    choose(sheet.picks[ListField.TITLE], "Words")
    sheet.answer()
    assert sheet.told.text() == columns_sheet.TWICE.format("Words")
    choose(sheet.picks[ListField.TEXT], "")
    sheet.answer()
    assert sheet.told.text() == columns_sheet.NO_TEXT
    analyst.press(Qt.Key.Key_Escape)
    assert not analyst.window.desk.case.articles.ids()
    assert "not sure which of its columns is what" in analyst.said[-1]


def test_a_row_is_read_again_by_itself(analyst: Analyst, tmp_path: Path) -> None:
    (tmp_path / "sure.csv").write_text(LIST.replace("Kopf", "Title").replace("Words", "Text"), encoding="utf-8")
    analyst.drop([tmp_path / "sure.csv"])
    articles = analyst.window.desk.case.articles
    assert articles.read_again(1).text == "Ex. 1 read again: the same text. No marks stand on it."
