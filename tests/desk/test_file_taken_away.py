"""The window and its file: renamed, deleted or replaced under it, it says so within a second, and work goes on where all of it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.files.happenings import claims_in
from tests.journeys.driver import Analyst
from workbench.case import Case
from workbench.desk import dialogs
from workbench.desk.window import Window

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
    sample.open_path = opened.append  # type: ignore[assignment]
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
