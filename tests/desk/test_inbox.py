"""The inbox through the window: what is saved into the folder waits, is told in the status bar, comes in or is left by one key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.conftest import active
from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.desk.inbox.sheet import InboxSheet
from workbench.desk.window import Window
from workbench.importers import inbox as rules

TEXT = "Council keeps the ferry\n\nThe harbour council voted on {} to keep the ferry until spring.\n"
PATIENT = 20_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two notes that have stood still; nothing is waited for longer than a look."""
    monkeypatch.setattr(rules, "REST", 0.0)
    made = tmp_path / "saved here"
    made.mkdir()
    for day in ("Monday", "Tuesday"):
        (made / f"{day}.txt").write_text(TEXT.format(day), encoding="utf-8")
    return made


@pytest.fixture
def sheet(blank: Window, folder: Path, qtbot: QtBot) -> InboxSheet:
    Analyst(blank).press(Qt.Key.Key_N, CTRL | ALT)
    found = blank.findChild(InboxSheet)
    assert found
    active(found)  # type: ignore[arg-type]
    assert "No folder is watched" in found.words.text()
    blank.work.inbox.watch_folder(folder)
    qtbot.waitUntil(lambda: len(found.shown) == 2, timeout=PATIENT)
    return found


def test_what_waits_stands_there_with_its_beginning_and_in_the_status_bar(sheet: InboxSheet, blank: Window) -> None:
    assert sorted(row[0] for row in sheet.model.rows) == ["Monday.txt", "Tuesday.txt"]
    assert sheet.model.rows[0][1].startswith("Council keeps the ferry — The harbour council voted on")
    assert blank.status.inbox.isVisible()
    assert blank.status.inbox.text() == "Inbox 2"


def test_enter_brings_one_in_x_leaves_one_and_the_folder_stays_as_it_was(
    sheet: InboxSheet, blank: Window, folder: Path, qtbot: QtBot
) -> None:
    analyst = Analyst(blank)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    sheet.table.selectRow(0)
    name = sheet.model.rows[0][0]
    analyst.press(Qt.Key.Key_Return)
    analyst.wait()
    assert [article.name for article in blank.desk.case.articles.all()] == [name]
    assert blank.desk.case.articles.get(1).location == str(folder / name)
    qtbot.waitUntil(lambda: len(sheet.shown) == 1, timeout=PATIENT)
    analyst.press(Qt.Key.Key_X)
    qtbot.waitUntil(lambda: not sheet.shown, timeout=PATIENT)
    assert not blank.status.inbox.isVisible()
    assert "Nothing waits" in sheet.words.text()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before, "the folder is only read"


def test_all_come_in_as_one_step_and_undo_offers_them_again(sheet: InboxSheet, blank: Window, folder: Path, qtbot: QtBot) -> None:
    analyst = Analyst(blank)
    analyst.press(Qt.Key.Key_Return, CTRL)
    analyst.wait()
    assert len(blank.desk.case.articles.all()) == 2
    (folder / "Friday.txt").write_text(TEXT.format("Friday"), encoding="utf-8")
    qtbot.waitUntil(lambda: [row[0] for row in sheet.model.rows] == ["Friday.txt"], timeout=PATIENT)
    blank.desk.undo()
    assert blank.desk.case.articles.all() == []
    qtbot.waitUntil(lambda: len(sheet.model.rows) == 3, timeout=PATIENT)
    blank.desk.redo()
    qtbot.waitUntil(lambda: [row[0] for row in sheet.model.rows] == ["Friday.txt"], timeout=PATIENT)


def test_a_folder_that_goes_is_told_once_and_another_can_be_chosen(sheet: InboxSheet, blank: Window, folder: Path, qtbot: QtBot) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    qtbot.waitUntil(lambda: "cannot be read" in sheet.words.text(), timeout=PATIENT)
    assert "cannot be read" in blank.message.words.text()
    blank.work.inbox.watch_folder(None)
    assert "No folder is watched" in sheet.words.text()


def test_the_folder_is_remembered_for_its_case_and_what_was_left_too(
    sheet: InboxSheet, blank: Window, open_window: Callable[..., Window], qtbot: QtBot
) -> None:
    blank.work.inbox.leave([each for each in sheet.shown if each.path.name == "Monday.txt"])
    path = blank.desk.case.path
    blank.close()
    again = active(open_window(path))
    qtbot.waitUntil(lambda: [each.path.name for each in again.work.inbox.waiting] == ["Tuesday.txt"], timeout=PATIENT)
    assert again.status.inbox.text() == "Inbox 1"
