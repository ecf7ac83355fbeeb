"""Every command as a real process on every path that cannot be what it asks for: one line, a documented code, never a traceback."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.thorough import THOROUGH
from workbench import cli, places
from workbench.domain.errors import WorkbenchError

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTED = {int(code) for code in re.findall(r"^\| (\d+) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)}
POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes and rights of POSIX")

CALLS = {
    "import into": ["import", "BAD", "TEXT"], "import": ["import", "CASE", "BAD"], "extract": ["extract", "BAD"],
    "search": ["search", "BAD", "ferry"], "claims": ["claims", "BAD"], "memo": ["memo", "BAD", "-o", "memo.md"],
    "memo to": ["memo", "CASE", "-o", "BAD"], "check": ["check", "BAD"], "history": ["history", "BAD"],
    "as-of": ["as-of", "BAD", "1", "then.case"], "as-of to": ["as-of", "CASE", "1", "BAD"], "backup": ["backup", "BAD"],
    "backup to": ["backup", "CASE", "-o", "BAD"], "restore": ["restore", "BAD", "2031-05-05", "-o", "back.case"],
    "restore it": ["restore", "CASE", "BAD", "-o", "back.case"], "restore to": ["restore", "CASE", "DAY", "-o", "BAD"],
    "versions": ["versions", "BAD"], "versions of": ["versions", "CASE", "--verify", "BAD"], "second": ["second", "BAD", "for Ana.case"],
    "second to": ["second", "CASE", "BAD"], "compare-second": ["compare-second", "BAD", "CASE"],
    "compare-second with": ["compare-second", "CASE", "BAD"], "picture": ["picture", "BAD", "-o", "desk.png"],
    "picture to": ["picture", "CASE", "-o", "BAD"],
}  # fmt: skip
"""Each command with the bad path in each of its places."""

EVERY_PATH = THOROUGH
"""Whether each call is tried with each path: a process each, three minutes on two cores."""
BAD = {
    "a folder": "folder", "the root": "/", "nothing": "", "too long": "x" * 245 + ".case", "far too long": "x" * 300 + ".case",
    "a link to itself": "loop.case", "in a loop": "loop.case/a.case", "in a file": "a.txt/b.case", "in no folder": "no/b.case",
    "locked away": "shut/b.case", "a pipe": "pipe.case", "a device": "/dev/null", "a web address": "https://example.org/b.case",
    "broken": "broken.case", "a dangling link": "dangling.case", "no UTF-8": os.fsdecode(b"caf\xe9-\x1b[31m/b.case"),
}  # fmt: skip
"""What addresses and names that are none come to is tried below, without a process for each."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case that has a backup, and with what is bad."""
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        (folder / "a.txt").write_text("The ferry sank at noon, the harbour office said.\n", encoding="utf-8")
        assert cli.run(["import", str(folder / "mine.case"), str(folder / "a.txt")]) == 0
        assert cli.run(["backup", str(folder / "mine.case")]) == 0
    (folder / "loop.case").symlink_to(folder / "loop.case")
    (folder / "dangling.case").symlink_to(folder / "nowhere")
    (folder / "broken.case").write_bytes(b"SQLite format 3\0" + b"\0" * 9000)
    (folder / "shut").mkdir()
    (folder / "shut" / "b.case").write_bytes(b"mine")
    (folder / "shut").chmod(0)
    os.mkfifo(folder / "pipe.case")
    (folder / "folder").mkdir()
    return folder


def without_the_rights_of_root() -> None:
    """In the child: who runs as root may look into every folder; nobody else may."""
    if os.getuid() == 0:
        for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, right, 0, 0, 0)  # PR_CAPBSET_DROP


def started(folder: Path, words: list[str], **environment: str) -> subprocess.Popen[bytes]:
    own = os.environ | {"WORKBENCH_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"} | environment
    return subprocess.Popen(
        [sys.executable, "-m", "workbench", *words], cwd=folder, env=own, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, preexec_fn=without_the_rights_of_root,
    )  # fmt: skip


def ended(process: subprocess.Popen[bytes], what: object) -> tuple[int, str, str]:
    """Code, output and errors, after what holds of every end: no traceback, no raw control, one line, a code that is documented."""
    out, err = (part.decode("utf-8") for part in process.communicate(timeout=200))
    assert "Traceback" not in err + out, (what, err)
    assert "\x1b" not in err + out, what
    assert process.returncode in DOCUMENTED, (what, process.returncode, err)
    assert len(err.splitlines()) <= 1, (what, err)
    return process.returncode, out, err


def called(folder: Path, *words: str, **environment: str) -> tuple[int, str, str]:
    return ended(started(folder, list(words), **environment), words)


def rows(case: Path) -> list[str]:
    """All that stands in a case; that it was opened to be written to may be seen in its bytes."""
    with closing(sqlite3.connect(case)) as raw:
        return list(raw.iterdump())


def words_of(desk: Path, call: str, bad: str) -> list[str]:
    day = next((desk / "home" / "data" / "backups").rglob("*.case")).stem
    given = {"CASE": "mine.case", "TEXT": "a.txt", "DAY": day, "BAD": bad}
    return [given.get(word, word) for word in CALLS[call]]


@POSIX
def a_share(call: str) -> list[tuple[str, str]]:
    """A third of the bad paths, another one for each call, so that each path is tried by many; all of them with THOROUGH set."""
    turn = list(CALLS).index(call)
    return [item for number, item in enumerate(BAD.items()) if EVERY_PATH or (turn + number) % 3 == 0]


@pytest.mark.parametrize("call", CALLS)
def test_every_bad_path_is_one_line_and_a_code(desk: Path, call: str) -> None:
    before = rows(desk / "mine.case")
    for name, bad in a_share(call):
        if (call, name) == ("import", "the root"):  # that is no mistake but a long day
            continue
        words = words_of(desk, call, bad)
        code, out, err = called(desk, *words)
        if (call, name) == ("import", "a folder"):  # there is nothing in it, and nothing wrong with it
            assert code == 0
        else:
            assert code != 0, words
            assert err.startswith("workbench: ") or (code == 8 and out), (words, err)
    assert rows(desk / "mine.case") == before


@POSIX
@pytest.mark.parametrize(
    "bad", ["", "loop.case", "loop.case/x", "a.txt", "a.txt/x", "x" * 300, "shut/x", "file://server/share", "/dev/null"]
)
def test_the_example_needs_a_folder(desk: Path, bad: str) -> None:
    code, out, err = called(desk, "example", "--unattended", "-o", bad)
    assert (code, out, err[:11]) == (1, "", "workbench: ")


@POSIX
def test_the_codes_of_the_readme_are_those_of_the_program() -> None:
    assert {0, 1, 2, 3, 4, 5, 6, 7, 8, 130} == DOCUMENTED


@POSIX
@pytest.mark.parametrize("kind", ["config", "data", "cache", "log"])
@pytest.mark.parametrize(
    "command", [["check"], ["claims"], ["search", "ferry"], ["backup"], ["restore"], ["import", "a.txt"]], ids=" ".join
)
def test_a_folder_of_the_user_that_cannot_be_written(desk: Path, tmp_path: Path, kind: str, command: list[str]) -> None:
    shutil.copy(desk / "mine.case", tmp_path / "mine.case")
    shutil.copy(desk / "a.txt", tmp_path / "a.txt")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / kind).write_text("in the way")
    code, _, err = called(tmp_path, command[0], "mine.case", *command[1:])
    assert code == 0 or err.startswith("workbench: ")


@POSIX
@pytest.mark.parametrize("command", [["check"], ["search", "ferry"], ["restore"]], ids=" ".join)
def test_a_home_that_is_a_file(desk: Path, tmp_path: Path, command: list[str]) -> None:
    shutil.copy(desk / "mine.case", tmp_path / "mine.case")
    (tmp_path / "file").write_text("in the way")
    where = {name: str(tmp_path / "file") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    code, _, err = called(tmp_path, command[0], "mine.case", *command[1:], WORKBENCH_HOME="", **where)
    assert code == 0 or err.startswith("workbench: ")


@POSIX
def test_output_that_nobody_reads_or_that_has_no_room(desk: Path) -> None:
    for words in (["history", "mine.case"], ["history", "mine.case", "--json"], ["--help"], ["claims", "--help"]):
        process = started(desk, words)
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait(60) in DOCUMENTED
        with Path("/dev/full").open("wb") as full:
            environment = os.environ | {"WORKBENCH_HOME": str(desk / "home"), "PYTHONPATH": str(ROOT)}
            done = subprocess.run(
                [sys.executable, "-m", "workbench", *words], cwd=desk, env=environment, stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 1
        assert done.stderr.decode().splitlines() == ["workbench: the output: No space left on device."]


@POSIX
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(desk: Path, closed: str) -> None:
    environment = os.environ | {"WORKBENCH_HOME": str(desk / "home"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m workbench history mine.case {closed}', sys.executable],
        cwd=desk, env=environment, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == (1 if ">&-" in closed.split("2>")[0] else 0)
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


@POSIX
@pytest.mark.parametrize("command", ["import", "search"])
def test_stopped_by_the_keyboard(desk: Path, tmp_path: Path, command: str) -> None:
    """Ctrl+C goes to every process of the group: one line, whoever of them was at work."""
    shutil.copy(desk / "mine.case", tmp_path / "mine.case")
    os.mkfifo(tmp_path / "never.txt")
    (tmp_path / "home").mkdir()
    (tmp_path / "sitecustomize.py").write_text(WAITING)
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", command, "mine.case", "ferry"], cwd=tmp_path, start_new_session=True,
        env=os.environ | {"WORKBENCH_HOME": str(tmp_path / "home"), "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    wait_for(lambda: (tmp_path / "reached").exists())
    os.killpg(process.pid, signal.SIGINT)
    code, _, err = ended(process, command)
    assert (code, err) == (130, "workbench: stopped. What was saved before is safe.\n")


WAITING = """
import pathlib, signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that runs the tests in the background has it ignored
def trace(frame, event, argument):
    if frame.f_code.co_name == "open" and frame.f_code.co_filename.endswith("facade.py"):
        pathlib.Path("reached").touch()
        time.sleep(120)
import sys
sys.setprofile(trace)
"""
"""Put before the program: it stops where a case is about to be opened, until somebody has had enough."""


def wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 100
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)


# --- what is understood -------------------------------------------------------------------------------------------------------------


@POSIX
def test_an_upper_case_ending_and_a_file_address_are_understood(desk: Path, tmp_path: Path) -> None:
    shutil.copy(desk / "mine.case", tmp_path / "MINE.CASE")
    (tmp_path / "a b").mkdir()
    shutil.copy(desk / "mine.case", tmp_path / "a b" / "über.case")
    shutil.copy(desk / "a.txt", tmp_path / "a.txt")
    for name in ("MINE.CASE", str(tmp_path / "MINE.CASE"), (tmp_path / "a b" / "über.case").as_uri(), f"file:{tmp_path}/MINE.CASE"):
        assert called(tmp_path, "check", name) == (0, "The case is sound.\n", "")
    assert called(tmp_path, "import", "MINE.CASE", (tmp_path / "a.txt").as_uri())[1] == "a.txt is here already as Ex. 1.\n"
    assert called(tmp_path, "memo", "MINE.CASE", "-o", "out.CASE")[0] == 1


def test_the_desk_opens_what_ends_like_a_case_and_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench import __main__, app

    opened: list[str | None] = []
    monkeypatch.setattr(app, "run_desk", lambda path: opened.append(path) or 0)
    for words in (["X.CASE"], ["x.Case"], [(tmp_path / "über.case").as_uri()], []):
        monkeypatch.setattr(sys, "argv", ["workbench", *words])
        assert __main__.main() == 0
    assert opened == ["X.CASE", "x.Case", str(tmp_path / "über.case"), None]


@POSIX
def test_the_desk_is_not_opened_on_what_cannot_be_a_case(desk: Path) -> None:
    assert called(desk, "a.case", "b.CASE") == (2, "", "workbench: one case at a time, please: each has a window of its own.\n")
    for bad in ("loop.case", "shut/b.case", "x" * 300 + ".case", "https://example.org/b.case", "pipe.case", "a.txt/b.case"):
        code, _, err = called(desk, bad)
        assert code == 3, (bad, err)


@pytest.mark.parametrize(("text", "path"), [("a.txt", "a.txt"), ("file:///a%20b", "/a b"), ("FILE://localhost/a", "/a"), ("a:b", "a:b")])
@POSIX
def test_a_path_as_it_is_given(text: str, path: str) -> None:
    assert places.given(text) == Path(path)


@pytest.mark.parametrize("text", ["", "http://a/b", "ftp://a/b", "file://server/a", "file:///a%00b", "smb://server/a"])
def test_an_address_that_leads_to_no_file_here(text: str) -> None:
    with pytest.raises(WorkbenchError):
        places.given(text)
