"""The window and its file: renamed, deleted or replaced under it, it says so within a second, and work goes on where all of it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.files.happenings import claims_in
from tests.journeys.driver import Analyst
from workbench.app import Program
from workbench.case import Case
from workbench.desk import dialogs
from workbench.desk.window import Window
from workbench.desk.workplace import Opener
from workbench.settings import Settings

PATIENCE = 20_000  # milliseconds


def told(qtbot: QtBot, window: Window, words: str) -> None:
    """Wait until the message bar says so."""
    qtbot.waitUntil(lambda: words in window.message.words.text(), timeout=PATIENCE)


def added(window: Window, text: str) -> None:
    assert window.desk.do(lambda: window.desk.case.claims.add(text)) is not None


def test_a_renamed_file_is_followed_and_named_everywhere(qtbot: QtBot, sample: Window) -> None:
    Analyst(sample).wait()
    before = sample.desk.case.path
    added(sample, "saved before")
    now = before.rename(before.with_name("renamed.case"))
    told(qtbot, sample, "It is now “renamed.case”")
    added(sample, "saved after")
    assert sample.desk.case.path == now
    assert sample.status.file.text().startswith("renamed.case")
    assert sample.desk.settings.get("last") == str(now)
    sample.close()
    assert [f.name for f in now.parent.glob("*.case*")] == ["renamed.case"]
    assert claims_in(now)[-2:] == ["saved before", "saved after"]


def test_a_step_made_before_it_is_noticed_is_in_the_renamed_file(qtbot: QtBot, sample: Window) -> None:
    Analyst(sample).wait()
    now = sample.desk.case.path.rename(sample.desk.case.path.with_name("renamed.case"))
    added(sample, "saved at once")  # the next write looks first
    assert sample.desk.case.path == now
    assert sample.saved.text().startswith("✓ Saved")


def test_a_deleted_file_is_rescued_and_can_be_saved_where_one_likes(
    qtbot: QtBot, sample: Window, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Analyst(sample).wait()
    before = sample.desk.case.path
    added(sample, "saved before")
    before.unlink()
    told(qtbot, sample, "Nothing is lost")
    rescued = sample.desk.case.path
    assert rescued.parent == home / "data" / "rescued"
    added(sample, "saved after")
    opened: list[Path] = []
    sample.work.opener = Opener(case=lambda path, **_: opened.append(path))
    elsewhere = before.with_name("saved as.case")
    monkeypatch.setattr(dialogs, "ask_copy", lambda *_: elsewhere)
    assert sample.message.action is not None
    sample.message.action.click()
    qtbot.waitUntil(lambda: opened == [elsewhere], timeout=PATIENCE)
    assert claims_in(elsewhere)[-2:] == ["saved before", "saved after"]


def test_another_case_put_in_its_place_is_neither_read_nor_written(qtbot: QtBot, sample: Window, tmp_path: Path) -> None:
    Analyst(sample).wait()
    before = sample.desk.case.path
    other = Case.create(tmp_path / "other.case", lambda: "Ida")
    other.claims.add("of another case")
    other.close()
    content = other.path.read_bytes()
    os.replace(other.path, before)
    told(qtbot, sample, "Another file was put in the place")
    added(sample, "saved after")
    assert before.read_bytes() == content
    now = sample.desk.case.path
    sample.close()
    assert "saved after" in claims_in(now)


def test_a_second_after_the_last_step_a_plain_copy_of_the_file_is_whole(qtbot: QtBot, sample: Window, tmp_path: Path) -> None:
    Analyst(sample).wait()
    added(sample, "made and left alone")
    path = sample.desk.case.path
    log = path.with_name(path.name + "-wal")
    qtbot.waitUntil(lambda: not log.exists() or not log.stat().st_size, timeout=PATIENCE)
    copy = Path(shutil.copy(path, tmp_path / "mailed.case"))
    assert claims_in(copy)[-1] == "made and left alone"


def test_a_copy_that_lacks_steps_says_so_when_it_is_opened(qtbot: QtBot, sample: Window, tmp_path: Path) -> None:
    Analyst(sample).wait()
    copy = Path(shutil.copy(sample.desk.case.path, tmp_path / "early.case"))
    added(sample, "made after the copy")
    sample.close()
    case = Case.open(copy, lambda: "Ida")
    try:
        assert len(case.notices) == 1
        assert "lacks steps" in case.notices[0]
        assert str(sample.desk.case.path) in case.notices[0]
    finally:
        case.close()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program, without a window yet."""
    made = Program(qapp, Settings(tmp_path / "settings.json"))
    yield made
    for shown in (made.window, made.welcome):
        if shown:
            shown.close()
            shown.deleteLater()


def test_a_case_that_is_open_elsewhere_is_taken_over_when_it_is_free(qtbot: QtBot, program: Program, example_file: Path) -> None:
    elsewhere = Case.open(example_file, lambda: "Ida", window=True)
    program.open_path(example_file)
    assert program.window is not None
    assert program.window.desk.case.read_only
    told(qtbot, program.window, "as soon as it is free")
    elsewhere.close()
    qtbot.waitUntil(lambda: program.window is not None and not program.window.desk.case.read_only, timeout=PATIENCE)
    told(qtbot, program.window, "it can be changed here now")
    added(program.window, "made here")
    program.window.close()
    assert claims_in(example_file)[-1] == "made here"


def test_a_case_that_another_program_holds_is_opened_when_it_lets_go(qtbot: QtBot, program: Program, example_file: Path) -> None:
    holder = sqlite3.connect(example_file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    program.open_path(example_file)
    assert program.window is None
    assert program.welcome is not None
    assert "another program is holding the file" in program.welcome.problem.text()
    holder.close()
    qtbot.waitUntil(lambda: program.window is not None, timeout=PATIENCE)
    assert not program.window.desk.case.read_only  # type: ignore[union-attr]


def test_what_a_file_lacks_is_told_in_the_window(qtbot: QtBot, program: Program, example_file: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(example_file, tmp_path / "early.case"))
    case = Case.open(example_file, lambda: "Ida")
    case.claims.add("made after the copy")
    case.close()
    program.open_path(copy)
    assert program.window is not None
    told(qtbot, program.window, "lacks steps")
