"""V shows the original page that the cursor stands on, as a picture; articles without pages say that they have none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.importers.pdf_making import Put, pdf
from tests.journeys.driver import Analyst
from workbench.case import Case
from workbench.desk import theme
from workbench.desk.memo.pages import Pages
from workbench.desk.reading.page_sheet import PageSheet
from workbench.desk.window import Window
from workbench.domain.errors import ImportRefused

BLACK = "0 0 0 rg 60 60 400 300 re f\n"
WORDS = ("The council keeps the ferry", "Nobody had expected the vote on the harbour wall.", "It opens again on Tuesday, the port said.")


def three_pages() -> bytes:
    return pdf([[Put(70, 700, words), Put(70, 680, "It said no more than that.")] for words in WORDS], before=BLACK)


@pytest.fixture
def reading(blank: Window, tmp_path: Path) -> Analyst:
    analyst = Analyst(blank)
    (tmp_path / "report.pdf").write_bytes(three_pages())
    (tmp_path / "note.txt").write_text("A note\n\nThe ferry stays, the council said on Monday.\n", encoding="utf-8")
    analyst.drop([tmp_path / "report.pdf", tmp_path / "note.txt"])
    analyst.wait()
    return analyst


def sheets(window: Window) -> list[PageSheet]:
    return [sheet for sheet in window.findChildren(PageSheet) if sheet.isVisible()]


def exhibit(analyst: Analyst, name: str) -> int:
    return next(article.id for article in analyst.window.desk.case.articles.all() if article.name == name)


def test_v_shows_the_page_of_the_cursor_and_the_arrows_turn_it(reading: Analyst, blank: Window) -> None:
    number = exhibit(reading, "report.pdf")
    blank.work.area.open(number)
    reading.click_on(number, "expected the vote")
    reading.press(Qt.Key.Key_V)
    (sheet,) = sheets(blank)
    assert sheet.words.text().startswith("Drawing page 2 of 3")
    reading.wait()
    assert sheet.words.text() == "Page 2 of 3 · the cursor is in line 1"
    (pages,) = sheet.findChildren(Pages)
    assert pages.accessibleName() == f"Page 2 of 3 of Ex. {number}, as a picture"
    image = pages.images[0]
    across, up = image.width() / 595, image.height() / 842
    assert image.pixelColor(int(200 * across), int((842 - 200) * up)).name() == "#000000"
    assert image.pixelColor(int(500 * across), int((842 - 200) * up)).name() == "#ffffff"
    QTest.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_Right)
    reading.wait()
    assert sheet.words.text() == "Page 3 of 3"
    assert not sheet.on.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    reading.wait()
    assert sheet.words.text().startswith("Page 2 of 3")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheets(blank) == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_page_stands_white_in_either_theme(reading: Analyst, blank: Window, name: str) -> None:
    theme.apply(name)
    number = exhibit(reading, "report.pdf")
    blank.work.area.open(number)
    reading.click_on(number, "The council")
    reading.press(Qt.Key.Key_V)
    reading.wait()
    (sheet,) = sheets(blank)
    (pages,) = sheet.findChildren(Pages)
    (box,) = pages.boxes()
    picture = pages.grab().toImage()
    spots = {picture.pixelColor(int(box.left() + 9), int(box.top() + 9 + n)).name() for n in range(9)}
    assert spots == {"#ffffff"}
    sheet.close()


def test_an_article_without_pages_says_so(reading: Analyst, blank: Window, said: Callable[[], str]) -> None:
    number = exhibit(reading, "note.txt")
    blank.work.area.open(number)
    reading.click_on(number, "The ferry")
    reading.press(Qt.Key.Key_V)
    assert sheets(blank) == []
    assert said() == f"Ex. {number} has no pages: only PDF articles have."


@pytest.fixture
def said(blank: Window) -> Callable[[], str]:
    heard: list[str] = []
    blank.desk.said.connect(lambda message: heard.append(message.text))
    return lambda: heard[-1]


def test_what_cannot_be_drawn_says_why(empty: Case, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(three_pages())
    empty.imports.files([tmp_path / "report.pdf"])
    (article,) = empty.articles.all()
    assert empty.articles.page(article.id, 3, 300).width == 300
    with pytest.raises(ImportRefused, match="page 4 cannot be drawn"):
        empty.articles.page(article.id, 4, 300)
