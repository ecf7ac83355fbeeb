"""The user's own folder is full, read-only, missing, or holds what it should not: the case opens all the same, and is closed."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from tests.desk.conftest import active
from tests.journeys.conftest import open_window
from tests.journeys.driver import Analyst
from tests.test_settings import NOTHING
from workbench import paths
from workbench.app import Program, log_failures
from workbench.case import Case
from workbench.desk.command import Command
from workbench.desk.desk import Desk
from workbench.desk.past import show_past
from workbench.desk.welcome import MOST_RESCUED, Welcome
from workbench.desk.window import Window
from workbench.desk.workplace import Opener
from workbench.settings import Settings
from workbench.settings_shapes import KEYS

__all__ = ["open_window"]
ROOT = Path(__file__).parents[2]
XDG = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


@pytest.fixture
def file(built_case: Path, tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    return Path(shutil.copy(built_case, tmp_path / "desk" / "ferry.case"))


@pytest.fixture
def uid(file: Path) -> str:
    with closing(Case.open(file, lambda: "Ida Holm", read_only=True)) as case:
        return case.info.get().uid


def opened(file: Path, *refusing: str, **environment: str | None) -> dict[str, Any]:
    """What the program shows when it opens a case, in a process of its own that ends by itself."""
    changed = {name: value for name, value in (os.environ | environment).items() if value is not None}
    command = [sys.executable, "-m", "tests.hostile.desk_opened", str(file), *refusing]
    done = subprocess.run(
        command, cwd=ROOT, env=changed | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def closed_well(file: Path) -> None:
    """The case is one file that nobody holds, sound, and can be worked on."""
    assert [f.name for f in file.parent.iterdir()] == [file.name]
    case = Case.open(file, lambda: "Ida Holm")
    assert not case.read_only
    assert case.integrity.faults() == []
    case.close()


# Places in which nothing can be kept


def a_file(tmp_path: Path) -> dict[str, str | None]:
    (tmp_path / "home").write_text("a file")
    return {"WORKBENCH_HOME": str(tmp_path / "home")}


def home_a_file(tmp_path: Path) -> dict[str, str | None]:
    (tmp_path / "home").write_text("a file")
    return {"WORKBENCH_HOME": None, "HOME": str(tmp_path / "home"), **dict.fromkeys(XDG)}


def xdg_files(tmp_path: Path) -> dict[str, str | None]:
    for name in XDG:
        (tmp_path / name).write_text("a file")
    return {"WORKBENCH_HOME": None, "HOME": str(tmp_path), **{name: str(tmp_path / name) for name in XDG}}


@pytest.mark.parametrize("place", [a_file, home_a_file, xdg_files])
def test_where_no_folder_can_be_made_the_case_opens_and_it_is_told(
    place: Callable[[Path], dict[str, str | None]], file: Path, tmp_path: Path
) -> None:
    seen = opened(file, **place(tmp_path))
    assert seen["title"].startswith("ferry")
    assert not seen["read_only"]
    assert seen["said"].count("Your settings cannot be kept") == 1
    closed_well(file)


def test_without_xdg_folders_they_are_made_where_they_usually_are(file: Path, tmp_path: Path) -> None:
    seen = opened(file, WORKBENCH_HOME=None, HOME=str(tmp_path / "new"), **dict.fromkeys(XDG))
    assert "settings" not in seen["said"]
    assert [f.parent.name for f in (tmp_path / "new").rglob("settings.json")] == ["workbench"]
    closed_well(file)


@pytest.mark.parametrize(("error", "new"), [(errno.ENOSPC, True), (errno.EROFS, False)], ids=["full at first", "read-only later"])
def test_where_nothing_can_be_written_the_case_opens_and_it_is_told(error: int, new: bool, file: Path, home: Path) -> None:
    if not new:
        for folder in ("config", "cache", "data", "log"):
            (home / folder).mkdir()
        (home / "config" / "settings.json").write_text('{"theme": "dark"}')
    seen = opened(file, str(error), str(home))
    assert seen["title"].startswith("ferry")
    assert seen["said"].count("Your settings cannot be kept") == 1
    closed_well(file)


def test_without_a_home_no_folder_is_made_where_one_happens_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBENCH_HOME")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths.platformdirs, "user_data_dir", lambda *_, **__: "~/.local/share/workbench")
    assert not paths.data().exists()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A home on a disk without room."""
    place = tmp_path / "full"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        (place / "config").mkdir()
        (place / "config" / "settings.json").write_text("x" * 3000)
        with (place / "filler").open("wb", buffering=0) as filler:
            try:
                while filler.write(b"x" * 4096):
                    pass
            except OSError as error:
                assert error.errno == errno.ENOSPC
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted as Linux does it")
def test_on_a_disk_that_is_full_in_truth_the_case_opens_and_it_is_told(file: Path, full: Path) -> None:
    seen = opened(file, WORKBENCH_HOME=str(full))
    assert "Your settings cannot be kept: the disk is full" in seen["said"]
    closed_well(file)


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_pipes_devices_and_folders_where_files_should_be_stop_nothing(kind: str, file: Path, home: Path) -> None:
    for place in (home / "config" / "settings.json", home / "config" / "settings.lock", home / "log" / "workbench.log"):
        place.parent.mkdir(parents=True, exist_ok=True)
        make: dict[str, Callable[[Path], object]] = {
            "pipe": os.mkfifo, "device": lambda p: p.symlink_to("/dev/zero"), "folder": lambda p: (p / "inner").mkdir(parents=True),
        }  # fmt: skip
        make[kind](place)
    seen = opened(file)
    assert seen["title"].startswith("ferry")
    assert "settings.damaged.json" in seen["said"]
    assert json.loads((home / "config" / "settings.json").read_text())["last"] == str(file)
    closed_well(file)


# Anything in the settings

ODD = st.sampled_from([None, True, -1, 0, 1, 3, 7, 2**31, 2**70, 1e300, "", "x", "\ud800", "/nowhere", [], {}])
PLACE = st.dictionaries(st.sampled_from(["article", "scroll", "at", "tab"]), ODD, min_size=1)
STATE = st.fixed_dictionaries(
    {},
    optional={
        "panes": st.lists(st.builds(lambda p, tabs: p | {"tabs": tabs}, PLACE, st.lists(PLACE, max_size=3) | ODD), max_size=3) | ODD,
        "sizes": st.lists(ODD, max_size=4) | ODD, "wanted": ODD, "focus": ODD, "claim": ODD,
    },
)  # fmt: skip
SEARCHED = st.fixed_dictionaries({}, optional={"recent": st.lists(ODD) | ODD, "seen": st.dictionaries(st.text(max_size=2), ODD) | ODD})
LOOK = st.dictionaries(st.sampled_from(["size", "line_height", "width", "justified", "snap", "checked", "other"]), ODD)
BOUND = st.dictionaries(st.sampled_from(["plain", "undo", "nothing"]), ODD | st.sampled_from(["Ctrl+K", "Shift+U", "Ctrl+"]))
NEAR = {"look": LOOK, "keys": BOUND, "columns": st.dictionaries(st.sampled_from(["articles", "claims", "x"]), ODD)}


def anything(uid: str) -> st.SearchStrategy[dict[str, Any]]:
    """Settings with any value at all for any key, and such as are nearly right."""
    near = NEAR | {"cases": st.dictionaries(st.just(uid), STATE), "searches": st.dictionaries(st.just(uid), SEARCHED)}
    kinds = {key: NOTHING | ODD | st.lists(ODD, max_size=3) | near.get(key, ODD) for key in KEYS}
    return st.fixed_dictionaries({}, optional=kinds)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_window_opens_whatever_stands_in_the_settings(data: st.DataObject, qapp: QApplication, file: Path, uid: str, home: Path) -> None:
    values = data.draw(anything(uid))
    kept = home / "config" / "settings.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(json.dumps(values).encode("utf-8", "backslashreplace"))
    mine = Settings(kept)
    window = Window(Desk(Case.open(file, lambda: "Ida Holm"), mine), Opener(past=show_past))
    welcome = Welcome(mine, lambda _: None)
    try:
        window.show()
        window.start()
        assert mine.analyst
        Analyst(window).wait()
        assert window.area.panes or not values.get("cases") or window.uid in values["cases"]
    finally:
        window.close()
        window.deleteLater()
        welcome.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # one that is closed but there might still read the case
    closed_well(file)
    assert all(Settings(kept).get(key) is not ... for key in KEYS)


def test_a_key_that_two_windows_gave_to_two_commands_runs_one_of_them(
    open_window: Callable[..., Window], file: Path, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"keys": {"plain": "Shift+U", "split": "Shift+U"}}))
    window = open_window(file)
    holders = [c.spec.name for c in window.commands if c.has_key("Shift+U")]
    assert len(holders) == 1
    keys: list[Command] = [c for c in window.commands if c.spec.name in ("plain", "split")]
    assert all(c.keys_text for c in keys), "the other has its usual key again"


# Whatever fails on the way


@pytest.fixture
def program(qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    made = Program(qapp, Settings())
    log_failures(made)
    yield made
    for each in (made.window, made.welcome, made.shell):
        if each:
            each.close()
            each.deleteLater()


@pytest.mark.parametrize("place", ["workbench.desk.desk.Desk.__init__", "workbench.desk.window.Window._build",
                                   "workbench.desk.state.restore_splits"])  # fmt: skip
def test_a_failure_while_opening_holds_no_case_and_leaves_no_empty_window(
    place: str, program: Program, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.show_shell()
    with monkeypatch.context() as patch:
        patch.setattr(place, _broken)
        with pytest.raises(ZeroDivisionError) as raised:
            program.open_path(file)
        sys.excepthook(raised.type, raised.value, raised.tb)
    closed_well(file)
    assert program.shell is None
    assert program.welcome is not None
    assert program.welcome.isVisible()
    assert "went wrong" in program.welcome.problem.text()
    program.open_path(file)
    assert program.window is not None, "the next try finds nothing in its way"
    Analyst(program.window).wait()


def _broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("place", ["workbench.desk.state.remember_window", "workbench.desk.window.settle_clipboard",
                                   "workbench.desk.claims.list.ClaimList.rest", "workbench.desk.search.panel.SearchPanel.stop",
                                   "workbench.case.indexing.CaseIndex.close", "workbench.desk.worker.Worker.close"])  # fmt: skip
def test_a_failure_while_closing_leaves_no_case_open(
    place: str, open_window: Callable[..., Window], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = active(open_window(file))
    Analyst(window).wait()
    if place.endswith("Worker.close"):
        window.desk.jobs.close()
        window.desk.questions.close()
    with monkeypatch.context() as patch:
        patch.setattr(place, _broken)
        with pytest.raises(ZeroDivisionError):
            window.closeEvent(QCloseEvent())
    closed_well(file)
    window.hide()


def test_what_lasts_stays_beside_other_messages_until_it_is_closed(open_window: Callable[..., Window]) -> None:
    window = open_window()
    words, bar = window.message.words, window.message
    window.desk.say("It holds.", error=True, lasting=True)
    window.desk.say("Done.", action=("Undo", lambda: None))
    assert words.text() == "It holds.\nDone."
    bar.outdated()
    assert words.text() == "It holds."
    window.desk.say("It holds.", lasting=True)
    assert words.text() == "It holds."
    assert bar.isVisible()
    next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Close the message").click()
    assert not bar.isVisible()
    window.desk.say("Done.")
    assert words.text() == "Done."


# Rescued copies


def test_rescued_copies_are_on_the_first_page_newest_first_and_open_by_key(qapp: QApplication, file: Path, home: Path) -> None:
    folder = paths.rescued()
    folder.mkdir(parents=True)
    for number in range(MOST_RESCUED + 2):
        made = Path(shutil.copy(file, folder / f"ferry {number:02}.case"))
        os.utime(made, (1_800_000_000 + number * 60,) * 2)
    (folder / "link.case").symlink_to(file)
    (folder / "ferry.part").write_text("half")
    asked: list[object] = []
    page = Welcome(Settings(), asked.append)
    page.show()
    try:
        rows = [b for b in page.findChildren(QPushButton) if "rescued on" in b.accessibleName()]
        assert [b.text() for b in rows] == [f"ferry {number:02}" for number in range(MOST_RESCUED + 1, 1, -1)]
        assert "2027" in rows[0].accessibleName()
        for number, key in enumerate((Qt.Key.Key_Return, Qt.Key.Key_Space)):
            rows[number].setFocus()
            QTest.keyClick(rows[number], key)
        rows[2].click()
        assert asked == [folder / f"ferry {number:02}.case" for number in range(MOST_RESCUED + 1, MOST_RESCUED - 2, -1)]
    finally:
        page.close()
        page.deleteLater()


def test_without_rescued_copies_nothing_is_said_of_them(qapp: QApplication, home: Path) -> None:
    page = Welcome(Settings(), lambda _: None)
    assert not [b for b in page.findChildren(QPushButton) if "rescued" in b.accessibleName()]
    page.deleteLater()
