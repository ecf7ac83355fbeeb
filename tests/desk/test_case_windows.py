"""Cases and files: several cases as several windows, closing one, the way back to the first page, and case files that are dropped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Analyst
from workbench.app import Program
from workbench.desk import fonts, theme
from workbench.desk.welcome import Welcome
from workbench.desk.window import Window
from workbench.settings import Settings

PATIENCE = 30_000  # milliseconds


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    fonts.use()
    theme.apply("light")
    made = Program(qapp, Settings(tmp_path / "settings.json"))
    yield made
    made.end()
    if made.welcome:
        made.welcome.close()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, (Window, Welcome)):
            window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def other(example_file: Path) -> Path:
    return Path(shutil.copy(example_file, example_file.with_name("other.case")))


def opened(program: Program, path: Path) -> Window:
    """The window on a case, at rest."""
    program.open_path(path)
    window = next(w for w in program.shown() if w.desk.case.path == path)
    Analyst(window).wait()
    return window


def run(window: Window, name: str) -> None:
    next(c for c in window.commands if c.spec.name == name).trigger()
    QApplication.processEvents()


def drop(on: QWidget, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    QApplication.sendEvent(on, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(on, QDropEvent(QPointF(20, 20), copy, data, left, none))


def test_two_cases_are_two_windows_side_by_side(program: Program, example_file: Path, other: Path) -> None:
    first = opened(program, example_file)
    first.resize(600, 500)
    second = opened(program, other)
    assert program.shown() == [first, second]
    assert first.isVisible()
    assert first.pos() != second.pos(), "the second does not hide the first"
    run(second, "close_case")
    assert program.shown() == [first]
    assert program.welcome is None, "there is still a case open"
    assert first.desk.case.claims.views(), "and it works on"


def test_a_case_that_is_open_is_brought_to_the_front(program: Program, example_file: Path, other: Path) -> None:
    first = opened(program, example_file)
    opened(program, other)
    program.open_path(example_file)
    assert len(program.shown()) == 2
    assert QTest.qWaitForWindowActive(first)
    assert program.window is first


def test_closing_the_last_case_leads_back_to_the_first_page(program: Program, example_file: Path, tmp_path: Path) -> None:
    window = opened(program, example_file)
    run(window, "close_case")
    assert not window.isVisible()
    assert program.welcome is not None
    assert program.welcome.isVisible()
    assert not [f for f in example_file.parent.iterdir() if f.name.startswith("example.case") and f != example_file], "one file"
    again = Settings(tmp_path / "settings.json")
    program.settings.flush()
    assert again.get("last") is None, "the next start begins there, too"


def test_save_as_goes_on_in_the_same_place(program: Program, example_file: Path, other: Path) -> None:
    window = opened(program, example_file)
    window.work.open_case(other, instead=True)
    assert [w.desk.case.path for w in program.shown()] == [other]
    assert not window.isVisible()


def test_quit_closes_every_case(program: Program, example_file: Path, other: Path) -> None:
    first, second = opened(program, example_file), opened(program, other)
    run(first, "quit")
    assert not first.isVisible()
    assert not second.isVisible()


def test_a_case_file_dropped_on_the_window_is_opened_and_articles_beside_it_come_in(
    program: Program, example_file: Path, other: Path, tmp_path: Path
) -> None:
    window = opened(program, example_file)
    before = len(window.desk.case.articles.ids())
    article = tmp_path / "new.txt"
    article.write_text("A barge ran aground off Brenn.\n\nNobody was hurt, the harbour office said on Monday.\n", encoding="utf-8")
    drop(window, [other, article])
    assert {w.desk.case.path for w in program.shown()} == {example_file, other}
    Analyst(window).wait()
    assert len(window.desk.case.articles.ids()) == before + 1


def test_case_files_dropped_on_the_first_page_are_opened(program: Program, example_file: Path, other: Path) -> None:
    program.show_welcome()
    assert program.welcome is not None
    drop(program.welcome, [example_file, other])
    assert {w.desk.case.path for w in program.shown()} == {example_file, other}
    for window in program.shown():
        Analyst(window).wait()


@pytest.mark.parametrize("known", [True, False])
def test_enter_on_the_first_page_opens_the_last_case_or_the_example(
    program: Program, example_file: Path, known: bool, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(program, "_welcomed", asked.append)
    if known:
        program.settings.remember_case(example_file)
    program.show_welcome()
    page = program.welcome
    assert page is not None
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton), timeout=PATIENCE)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert asked == [example_file if known else "example"]
    for button in page.findChildren(QPushButton):
        asked.clear()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Enter)
        assert len(asked) == 1, button.text()


def test_the_first_page_has_the_usual_keys(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(program, "_welcomed", asked.append)
    program.show_welcome()
    assert program.welcome is not None
    assert QTest.qWaitForWindowActive(program.welcome)
    for key in (Qt.Key.Key_N, Qt.Key.Key_O):
        QTest.keyClick(QApplication.focusWidget() or program.welcome, key, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["new", "open"]
