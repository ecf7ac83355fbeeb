"""Backups in the window: listed by a command, opened as a new file by Enter, reached from every message that advises it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.app import Program
from workbench.case import Case
from workbench.case.backups import folder_of
from workbench.desk.backups import Backups
from workbench.desk.window import Window
from workbench.desk.workplace import Opener
from workbench.domain.errors import DamagedCase
from workbench.settings import Settings
from workbench.storage import daily_backup
from workbench.storage.soundness import Examination

FIRST = date(2031, 5, 5)


def worked(path: Path, days: int = 3) -> str:
    """A case with one claim and one backup a day; its identity."""
    case = Case.open(path, lambda: "Rhea") if path.exists() else Case.create(path, lambda: "Rhea")
    uid = case.info.get().uid
    for day in range(days):
        case.claims.add(f"Claim of day {day + 1}")
        assert daily_backup(case.path, folder_of(uid), FIRST + timedelta(days=day))
    case.close()
    return uid


def sheet_of(parent: QWidget) -> Backups:
    """The one sheet that is open, once it has read the backups."""
    (found,) = [s for s in parent.findChildren(Backups) if s.isVisible()]
    until = time.monotonic() + 60
    while not found.worker.idle:
        assert time.monotonic() < until
        QTest.qWait(5)
    found.activateWindow()
    found.table.setFocus()
    assert QTest.qWaitForWindowActive(found)
    return found


def days(sheet: Backups) -> list[str]:
    return [row[1] for row in sheet.model.rows]


def chooses(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Whatever a file dialog asks, this file is chosen; what was proposed."""
    proposed: list[str] = []

    def answer(_parent: QWidget, _title: str, usual: str, *_rest: object) -> tuple[str, str]:
        proposed.append(usual)
        return (str(path) if path else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    worked(tmp_path / "ferry.case")
    return tmp_path / "ferry.case"


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def analyst(path: Path, open_window: Callable[..., Window], opened: list[Path]) -> Analyst:
    window = open_window(path)
    window.work.opener = Opener(case=opened.append)
    assert QTest.qWaitForWindowActive(window)
    analyst = Analyst(window)
    analyst.wait()
    return analyst


def test_a_key_lists_the_backups_of_this_case_newest_first_with_what_they_hold(analyst: Analyst, path: Path) -> None:
    analyst.press(Qt.Key.Key_B, CTRL | ALT)
    sheet = sheet_of(analyst.window)
    assert days(sheet) == ["7 May 2031", "6 May 2031", "5 May 2031"]
    assert [row[3:6] for row in sheet.model.rows] == [("4", "3", "0"), ("3", "2", "0"), ("2", "1", "0")]
    assert {row[7] for row in sheet.model.rows} == {"✓ sound"}
    assert sheet.words.text().startswith("3 backups, ")
    assert sheet.table.isColumnHidden(0)
    spoken = sheet.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Backup of 7 May 2031: step 4, 3 claims, 0 articles, ")
    assert str(path) in spoken
    for made in sheet.findChildren(QPushButton):
        assert made.accessibleName()
        assert made.toolTip()
    assert sheet.table.accessibleName() == "Backups"
    analyst.press(Qt.Key.Key_Escape)
    assert not [s for s in analyst.window.findChildren(Backups) if s.isVisible()]


def test_enter_writes_the_chosen_one_to_a_new_file_and_opens_it(
    analyst: Analyst, path: Path, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    proposed = chooses(monkeypatch, tmp_path / "back")
    analyst.press(Qt.Key.Key_B, CTRL | ALT)
    sheet_of(analyst.window)
    analyst.press(Qt.Key.Key_Down)
    analyst.press(Qt.Key.Key_Return)
    wait_for(lambda: bool(opened))
    assert proposed == [str(path.with_name("ferry as backed up on 2031-05-06.case"))]
    assert opened == [tmp_path / "back.case"]
    assert not analyst.window.findChildren(Backups)
    case = Case.open(opened[0], lambda: "Rhea")
    assert [v.claim.text for v in case.claims.views()] == ["Claim of day 1", "Claim of day 2"]
    case.close()
    assert path.read_bytes()[:100] == before[:100]
    assert len(analyst.window.desk.case.claims.views()) == 3


def test_a_name_that_is_taken_is_refused_in_the_sheet(
    analyst: Analyst, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.case"
    mine.write_bytes(b"mine")
    chooses(monkeypatch, mine)
    analyst.press(Qt.Key.Key_B, CTRL | ALT)
    sheet = sheet_of(analyst.window)
    analyst.press(Qt.Key.Key_Return)
    wait_for(lambda: sheet.problem.isVisible())
    assert "of that name is there already" in sheet.problem.text()
    assert mine.read_bytes() == b"mine"
    assert opened == []
    chooses(monkeypatch, None)
    analyst.press(Qt.Key.Key_Return)
    assert sheet.isVisible(), "nothing was chosen"


def test_a_damaged_one_says_why_and_is_not_opened(analyst: Analyst, opened: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    uid = analyst.window.desk.case.info.get().uid
    (folder_of(uid) / "2031-05-07.case").write_bytes(b"")
    asked = chooses(monkeypatch, None)
    analyst.press(Qt.Key.Key_B, CTRL | ALT)
    sheet = sheet_of(analyst.window)
    assert "1 of them is not sound" in sheet.words.text()
    states = {row[1]: row[7] for row in sheet.model.rows}
    assert states["7 May 2031"] == "✕ not sound: the file is empty"
    assert sheet.model.rows[sheet.table.currentIndex().row()][1] == "6 May 2031", "the newest sound one is chosen"
    sheet.table.setCurrentIndex(sheet.model.index(days(sheet).index("7 May 2031"), 1))
    analyst.press(Qt.Key.Key_Return)
    assert "not sound: the file is empty" in sheet.problem.text()
    assert asked == []


def test_what_they_take_stands_where_the_backup_is_told(analyst: Analyst) -> None:
    assert "3 backups, " in analyst.window.status.file.toolTip()


def test_a_message_that_advises_a_backup_leads_there(analyst: Analyst) -> None:
    window = analyst.window

    def damaged() -> None:
        raise DamagedCase(window.desk.case.path, "a page is torn")

    window.desk.do(damaged)  # type: ignore[arg-type]
    assert "Open a backup instead" in window.message.words.text()
    assert window.message.action is not None
    QTest.mouseClick(window.message.action, Qt.MouseButton.LeftButton)
    assert len(days(sheet_of(window))) == 3


def test_a_check_that_finds_something_leads_there(analyst: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    window = analyst.window
    monkeypatch.setattr(window.desk.case.integrity, "examine", lambda: Examination(("claims: row 2 was changed outside the program",)))
    next(c for c in window.commands if c.spec.name == "check").trigger()
    analyst.wait()
    assert window.message.action is not None
    assert window.message.action.text() == "Open a backup…"


# --- without a case that can be opened ----------------------------------------------------------------------------------------------


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    made = Program(qapp, Settings(tmp_path / "settings.json"))
    yield made
    for window in (made.window, made.welcome):
        if window:
            window.close()
            window.deleteLater()
    QApplication.processEvents()


def wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not true():
        assert time.monotonic() < until
        QTest.qWait(5)


def test_the_welcome_page_opens_a_backup_of_a_case_that_is_gone(
    program: Program, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked(tmp_path / "other.case", 1)
    path.unlink()
    chooses(monkeypatch, tmp_path / "back.case")
    program.show_welcome()
    welcome = program.welcome
    assert welcome
    assert QTest.qWaitForWindowActive(welcome)
    QTest.mouseClick(welcome.backup, Qt.MouseButton.LeftButton)
    sheet = sheet_of(welcome)
    assert sorted(row[0] for row in sheet.model.rows) == ["ferry  ferry.case"] * 3 + ["other  other.case"]
    assert not sheet.table.isColumnHidden(0)
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    wait_for(lambda: program.window is not None)
    assert program.window
    assert program.window.desk.case.path == tmp_path / "back.case"
    assert len(program.window.desk.case.claims.views()) == 3
    Analyst(program.window).wait()


@pytest.mark.parametrize("fate", ["gone", "torn", "empty of all"])
def test_what_cannot_be_opened_leads_to_its_own_backups(program: Program, path: Path, tmp_path: Path, fate: str) -> None:
    worked(tmp_path / "other.case", 1)
    if fate == "gone":
        path.unlink()
    elif fate == "torn":
        path.write_bytes(path.read_bytes()[:-20_000])
    else:
        whole = path.read_bytes()
        path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    program.open_path(path)
    welcome = program.welcome
    assert welcome
    assert "backup" in welcome.problem.text()
    QTest.mouseClick(welcome.backup, Qt.MouseButton.LeftButton)
    sheet = sheet_of(welcome)
    assert days(sheet) == ["7 May 2031", "6 May 2031", "5 May 2031"]
    QTest.mouseClick(sheet.every, Qt.MouseButton.LeftButton)
    assert len(days(sheet_of(welcome))) == 4
    sheet.close()


def test_from_an_open_case_the_message_leads_to_the_backups_of_the_damaged_one(program: Program, path: Path, tmp_path: Path) -> None:
    worked(tmp_path / "other.case", 1)
    program.open_path(tmp_path / "other.case")
    window = program.window
    assert window
    Analyst(window).wait()
    path.write_bytes(path.read_bytes()[:-20_000])
    program.open_path(path)
    assert window.message.action is not None
    QTest.mouseClick(window.message.action, Qt.MouseButton.LeftButton)
    assert len(days(sheet_of(window))) == 3


def test_closing_the_sheet_while_it_reads_is_nothing_to_wait_for(analyst: Analyst) -> None:
    next(c for c in analyst.window.commands if c.spec.name == "open_backup").trigger()
    (sheet,) = analyst.window.findChildren(Backups)
    sheet.close()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    analyst.wait()
    assert analyst.window.isVisible()


def test_no_backup_yet_is_said(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Case, "backup_today", lambda _: None)
    window = open_window()
    Analyst(window).wait()
    next(c for c in window.commands if c.spec.name == "open_backup").trigger()
    sheet = sheet_of(window)
    assert sheet.words.text() == "There is no backup yet."
    assert not sheet.opener.isEnabled()
