"""The user's settings: what is in the file is never trusted, and two windows never take each other's changes away."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.thorough import share
from workbench import settings_file
from workbench.settings import Settings
from workbench.settings_shapes import KEYS, cleaned

NOTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
"""Any JSON value."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def kept(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8")))


def heard(settings: Settings) -> list[str]:
    """What the user is told of the settings, once all is written that can be."""
    said: list[str] = []
    settings.listen(said.append)
    settings.flush(20)
    return said


# What is in the file


@given(st.dictionaries(st.sampled_from(list(KEYS)) | st.text(max_size=4), NOTHING, max_size=6))
@settings(max_examples=share(300), deadline=None)
def test_what_is_used_of_anything_is_used_again_as_it_is(values: dict[str, Any]) -> None:
    good = cleaned(values)
    assert cleaned(good) == good
    assert json.loads(json.dumps(good)) == good
    for key in KEYS:
        Settings(apart=good).get(key)


@pytest.mark.parametrize("key", KEYS)
def test_what_holds_when_nothing_is_set_has_the_shape_itself(key: str) -> None:
    usual = KEYS[key].usual
    if usual is not None and usual != "":
        assert KEYS[key].shape(usual) == usual


def zero(file: Path) -> None:
    file.symlink_to("/dev/zero")


def folder(file: Path) -> None:
    (file / "in it").mkdir(parents=True)


def endless(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(2**40)


STRANGE: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo if hasattr(os, "mkfifo") else lambda _: pytest.skip("no pipes with names on this system"),
    "a link to a device": zero,
    "a folder": folder,
    "endless": endless,
    "nested deeply": lambda file: file.write_text('{"a":' * 100_000 + "1" + "}" * 100_000),
    "nested deeply where only a newer program knows": lambda file: file.write_text('{"new":' + "[" * 200 + "]" * 200 + "}"),
    "not UTF-8": lambda file: file.write_bytes(b'{"analyst": "Caf\xe9"}'),
    "cut off": lambda file: file.write_text('{"analyst": "Id'),
    "empty": lambda file: file.write_bytes(b""),
    "a list": lambda file: file.write_text("[1, 2]"),
    "a number of a million figures": lambda file: file.write_text('{"hints": ' + "9" * 1_000_000 + "}"),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_what_is_no_settings_is_set_aside_and_told(kind: str, file: Path) -> None:
    STRANGE[kind](file)
    before = os.lstat(file)
    mine = Settings(file)
    assert mine.get("theme") == "light"
    mine.set("theme", "dark")
    (said,) = heard(mine)
    assert "settings.damaged.json" in said
    assert kept(file) == {"theme": "dark"}
    aside = os.lstat(file.with_name("settings.damaged.json"))
    assert (aside.st_ino, aside.st_mode, aside.st_size) == (before.st_ino, before.st_mode, before.st_size)
    assert heard(Settings(file)) == [], "told once"


def test_what_was_set_aside_before_is_never_replaced(file: Path) -> None:
    for number in range(3):
        file.write_text(f"damaged, {number}")
        assert len(heard(Settings(file))) == 1
    found = {f.name: f.read_text() for f in file.parent.glob("settings.damaged*")}
    assert found == {
        "settings.damaged.json": "damaged, 0", "settings.damaged-2.json": "damaged, 1", "settings.damaged-3.json": "damaged, 2",
    }  # fmt: skip


def test_of_settings_that_are_wrong_in_part_the_rest_is_kept(file: Path) -> None:
    file.write_text(json.dumps({"keys": {"plain": "Shift+U", "undo": 7}, "recent": "none", "hints": False, "newer": {"a": [1]}}))
    mine = Settings(file)
    assert (mine.get("keys"), mine.get("recent"), mine.get("hints")) == ({"plain": "Shift+U"}, [], False)
    assert "settings.damaged.json" in heard(mine)[0]
    assert kept(file) == {"keys": {"plain": "Shift+U"}, "hints": False, "newer": {"a": [1]}}
    assert kept(file.with_name("settings.damaged.json"))["keys"] == {"plain": "Shift+U", "undo": 7}


def test_names_that_are_no_utf8_are_kept(file: Path) -> None:
    mine = Settings(file)
    mine.remember_case(Path("/caf\udce9/a.case"))
    assert mine.flush(20)
    assert Settings(file).get("recent") == ["/caf\udce9/a.case"]


# Where nothing can be written


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_where_nothing_can_be_written_it_is_told_once_and_all_goes_on(error: int, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('{"hints": false}')
    mine = Settings(file)
    with monkeypatch.context() as patch:
        patch.setattr(settings_file.os, "replace", _refuse(error))
        said = heard(mine)
        for theme in ("dark", "light", "dark"):
            mine.set("theme", theme)
            assert not mine.flush(20)
        assert len(said) == 1
        assert "cannot be kept" in said[0]
        assert mine.get("theme") == "dark"
        assert kept(file) == {"hints": False}
        assert sorted(f.name for f in file.parent.iterdir()) == ["settings.json", "settings.lock"]
    mine.set("hints", True)
    assert mine.flush(20)
    assert kept(file) == {"theme": "dark", "hints": True}, "once there is room again, all is written"


def _refuse(error: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    return refuse


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    mine = Settings(tmp_path / "home" / "config" / "settings.json")
    mine.set("theme", "dark")
    assert "its folder cannot be made" in heard(mine)[0]


@pytest.mark.skipif(os.name != "posix", reason="the bits of a file's mode are those of POSIX")
def test_only_the_user_can_read_them_and_nothing_else_is_left(file: Path) -> None:
    (file.parent / "settings.json.0123abcd.part").write_text("by one that was killed")
    mine = Settings(file)
    mine.set("theme", "dark")
    assert mine.flush(20)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(f.name for f in file.parent.iterdir()) == ["settings.json", "settings.lock"]


def test_a_link_to_where_the_settings_really_are_stays_a_link(file: Path, tmp_path: Path) -> None:
    true = tmp_path / "elsewhere" / "mine.json"
    true.parent.mkdir()
    true.write_text('{"hints": false}')
    file.symlink_to(true)
    mine = Settings(file)
    mine.set("theme", "dark")
    assert mine.flush(20)
    assert file.is_symlink()
    assert kept(true) == {"hints": False, "theme": "dark"}


# Two windows


def test_each_window_writes_only_what_it_changed(file: Path) -> None:
    one, two = Settings(file), Settings(file)
    one.set("keys", {"plain": "Shift+U"})
    two.set("keys", {"undo": "Ctrl+Shift+F9"})
    one.set("columns", {"articles": False})
    two.set("columns", {"claims": False})
    one.remember_case(Path("/one.case"))
    assert one.flush(20)
    two.remember_case(Path("/two.case"))
    assert two.flush(20)
    assert kept(file) == {
        "keys": {"plain": "Shift+U", "undo": "Ctrl+Shift+F9"}, "columns": {"articles": False, "claims": False},
        "recent": ["/two.case", "/one.case"],
    }  # fmt: skip
    one.set("keys", {})
    assert one.flush(20)
    assert kept(file)["keys"] == {"undo": "Ctrl+Shift+F9"}


def test_of_many_cases_those_worked_on_last_are_kept(file: Path) -> None:
    mine = Settings(file)
    for number in (*range(60), 15):
        mine.set("cases", mine.get("cases") | {f"{number:032}": {"claim": number + 1}})
        mine.set("cases", mine.get("cases") | {f"{number:032}": {"claim": number}})
        assert mine.flush(20)
    found = [int(uid) for uid in kept(file)["cases"]]
    assert len(found) == KEYS["cases"].most
    assert found[-1] == 15


def test_settings_that_have_grown_too_long_give_up_what_was_kept_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_file, "MOST_BYTES", 3000)
    mine = Settings(file)
    mine.set("keys", {"plain": "Shift+U"})
    for number in range(40):
        mine.set("searches", mine.get("searches") | {f"{number:032}": {"recent": ["word " * 20]}})
    assert mine.flush(20)
    assert file.stat().st_size <= 3000
    again = Settings(file)
    assert again.get("keys") == {"plain": "Shift+U"}
    assert f"{39:032}" in again.get("searches")


def test_a_lock_that_somebody_holds_keeps_nobody_waiting_for_long(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_file, "PATIENCE", 0.05)
    with FileLock(file.with_name("settings.lock")):
        mine = Settings(file)
        mine.set("theme", "dark")
        assert mine.flush(20)
    assert kept(file) == {"theme": "dark"}


@pytest.mark.parametrize("error", [OSError(errno.ENOLCK, "No locks available"), NotImplementedError("no locks here")])
def test_where_there_are_no_locks_the_last_value_of_a_key_stays(error: Exception, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise error

    monkeypatch.setattr(FileLock, "acquire", no_locks)
    one, two = Settings(file), Settings(file)
    one.set("keys", {"plain": "Shift+U"})
    assert one.flush(20)
    two.set("keys", {"undo": "F12"})
    assert two.flush(20)
    assert kept(file) == {"keys": {"plain": "Shift+U", "undo": "F12"}}


def test_a_disk_that_does_not_answer_holds_up_nobody(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()
    true = os.fsync

    def slow(number: int) -> None:
        answers.wait(60)
        true(number)

    monkeypatch.setattr(settings_file.os, "fsync", slow)
    mine = Settings(file)
    mine.set("theme", "dark")
    assert mine.get("theme") == "dark"
    assert not mine.flush(0.01), "the disk has not answered, and nobody waits"
    answers.set()
    assert mine.flush(20)
    assert kept(file) == {"theme": "dark"}


BINDS = """
import sys
from pathlib import Path
from workbench.settings import Settings
mine = Settings(Path(sys.argv[1]))
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
for number in range(int(sys.argv[3])):
    mine.set("keys", mine.get("keys") | {f"{sys.argv[2]}{number}": f"F{number}"})
    mine.set("cases", mine.get("cases") | {f"{sys.argv[2]}": {"claim": number}})
    assert mine.flush(60)
"""


def binding(file: Path, name: str, times: int) -> subprocess.Popen[str]:
    """A process that binds so many keys, each written before the next; it begins when it is told to."""
    command = [sys.executable, "-c", BINDS, str(file), name, str(times)]
    made = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert made.stdout is not None
    assert made.stdout.readline() == "ready\n"
    return made


def test_two_processes_lose_no_key_binding_and_one_that_is_killed_breaks_nothing(file: Path) -> None:
    windows = [binding(file, name, times) for name, times in (("a", 25), ("b", 25), ("killed", 100_000))]
    for window in windows:
        window.communicate.__self__.stdin.write("go\n")  # type: ignore[attr-defined]
        window.stdin.flush()  # type: ignore[union-attr]
    for window in windows[:2]:
        window.communicate()
        assert window.returncode == 0
    windows[2].send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    windows[2].communicate()
    again = Settings(file)
    assert heard(again) == []
    bound = again.get("keys")
    assert {f"{name}{number}" for name in "ab" for number in range(25)} <= bound.keys()
    assert again.get("cases")["a"] == {"claim": 24}
    again.set("theme", "dark")
    assert again.flush(20)
    assert not list(file.parent.glob("*.part"))


class Windows(RuleBasedStateMachine):
    """Windows that come and go over one file: what the file holds is, for each entry, what was set last by whoever set it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "settings.json"
        self.windows = [Settings(self.file), Settings(self.file)]
        self.wanted: dict[str, Any] = {}

    @rule(at=st.integers(0, 1), name=st.sampled_from("abc"), key=st.sampled_from(["F1", "F2", "F3"]))
    def bind(self, at: int, name: str, key: str) -> None:
        if self.windows[at].get("keys").get(name) != key:
            self.windows[at].set("keys", self.windows[at].get("keys") | {name: key})
            self.wanted.setdefault("keys", {})[name] = key
        self.written(at)

    @rule(at=st.integers(0, 1), name=st.sampled_from("abc"))
    def unbind(self, at: int, name: str) -> None:
        if name in self.windows[at].get("keys"):
            self.windows[at].set("keys", {n: k for n, k in self.windows[at].get("keys").items() if n != name})
            self.wanted["keys"].pop(name, None)
        self.written(at)

    @rule(at=st.integers(0, 1), uid=st.sampled_from("uv"), search=st.sampled_from("12"), runs=st.sampled_from(["1-5", "7"]))
    def see(self, at: int, uid: str, search: str, runs: str) -> None:
        mine = self.windows[at].get("searches")
        case = mine.get(uid, {})
        if case.get("seen", {}).get(search) != {"article": runs}:
            self.windows[at].set("searches", mine | {uid: case | {"seen": case.get("seen", {}) | {search: {"article": runs}}}})
            self.wanted.setdefault("searches", {}).setdefault(uid, {}).setdefault("seen", {})[search] = {"article": runs}
        self.written(at)

    @rule(at=st.integers(0, 1), theme=st.sampled_from(["light", "dark"]))
    def dress(self, at: int, theme: str) -> None:
        if self.windows[at].get("theme") != theme:
            self.windows[at].set("theme", theme)
            self.wanted["theme"] = theme
        self.written(at)

    @rule(at=st.integers(0, 1))
    def come_back(self, at: int) -> None:
        self.windows[at] = Settings(self.file)
        assert all(self.windows[at].values[key] == value for key, value in self.wanted.items())

    def written(self, at: int) -> None:
        assert self.windows[at].flush(30)

    @invariant()
    def the_file_holds_what_was_set_last(self) -> None:
        found = kept(self.file) if self.file.exists() else {}
        assert found == self.wanted

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


Windows.TestCase.settings = settings(max_examples=share(30), stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
TestWindows = Windows.TestCase
