"""What became of every file of an import: the list by key, what was not read, copying it, and going to an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.desk.conftest import active
from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.desk.import_sheet import ImportSheet
from workbench.desk.window import Window

TEXT = "Council keeps the ferry\n\nThe harbour council voted on {} to keep the ferry until spring.\n"


@pytest.fixture
def analyst(blank: Window, tmp_path: Path) -> Analyst:
    """A window into which two articles were dropped, and two files that cannot be read."""
    analyst = Analyst(blank)
    for name, data in (
        ("one.txt", TEXT.format("Monday").encode()), ("two.txt", TEXT.format("Tuesday").encode()), ("photo.xyz", b"\x00"),
        ("void.txt", b""),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(data)
    analyst.drop([tmp_path / name for name in ("one.txt", "photo.xyz", "void.txt", "two.txt")])
    return analyst


def sheet_of(analyst: Analyst) -> ImportSheet:
    analyst.press(Qt.Key.Key_I, CTRL | ALT)
    sheet = analyst.window.findChild(ImportSheet)
    assert sheet
    active(sheet)  # type: ignore[arg-type]
    return sheet


def test_every_file_stands_there_with_what_became_of_it(analyst: Analyst) -> None:
    rows = sheet_of(analyst).model.rows
    assert [row[:2] for row in rows] == [
        ("one.txt", "added as Ex. 1"), ("photo.xyz", "not read"), ("void.txt", "not read"), ("two.txt", "added as Ex. 2"),
    ]  # fmt: skip
    assert rows[0][2] == "16"
    assert analyst.window.work.imported is not None
    assert analyst.window.work.imported.counts == "2 articles added, 2 files not read."
    assert "“.xyz”" in rows[1][3]
    assert rows[2][3] == "the file is empty (0 bytes)."


def test_the_refused_alone_the_list_copied_and_an_article_opened_by_key(analyst: Analyst, tmp_path: Path) -> None:
    sheet = sheet_of(analyst)
    analyst.press(Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\n")[0].split("\t")[0] == "File"
    assert str(tmp_path / "two.txt") in copied
    sheet.chip.click()
    assert [row[0] for row in sheet.model.rows] == ["photo.xyz", "void.txt"]
    analyst.press(Qt.Key.Key_Return)
    assert "“.xyz”" in sheet.told.text()
    sheet.chip.click()
    sheet.table.selectRow(3)
    analyst.press(Qt.Key.Key_Return)
    pane = analyst.window.area.current
    assert pane
    assert pane.article_id == 2


def test_what_was_not_read_stands_in_the_history_and_the_collection_log(analyst: Analyst) -> None:
    case = analyst.window.desk.case
    assert "photo.xyz: files ending in" in case.history.of_case()[0].why
    last = case.collection.log()[-1]
    assert (last.method, last.exhibit) == ("not read", "")
    assert "void.txt: the file is empty" in last.note


def test_before_any_import_it_says_so(blank: Window) -> None:
    analyst = Analyst(blank)
    analyst.press(Qt.Key.Key_I, CTRL | ALT)
    assert analyst.said[-1].startswith("Nothing has been imported")
