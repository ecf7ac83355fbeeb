"""A whole inquiry into a stranger's documents of every format, traced: no call goes out, nothing is written but where it may be."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.crash.system_calls import MISSING
from tests.hostile import strangers_files
from tests.hostile.inquiry_process import PRINTING
from tests.hostile.strangers_files import VOTE
from tests.hostile.traced import NAMES, Asked, calls_out, printers_asked, traced, written_outside
from workbench.importers.registry import IMPORTERS, importer_for

SECONDS = 230


@dataclass(frozen=True, slots=True)
class Story:
    """What was asked of the system, what the processes said, and the folder that all of it happened in."""

    calls: list[Asked]
    said: list[str]
    top: Path

    def before_printing(self) -> list[Asked]:
        """All that was asked until a printer was, if one was."""
        saved = (n for n, call in enumerate(self.calls) if call.writes and any(path.endswith(PRINTING) for path in call.paths))
        return self.calls[: next(saved, len(self.calls))]

    def places(self) -> list[Path]:
        """Where may be written: the case's folder, the user's own, the system's temporary one."""
        return [self.top / name for name in ("case", "own", "temporary")]


def laid_out(top: Path) -> dict[str, str]:
    """The documents and a private file they name; the environment of a person who is at home elsewhere than where the desk keeps things."""
    if sys.platform != "linux":
        pytest.skip("strace records system calls on Linux only")
    if not shutil.which("strace"):
        pytest.fail(MISSING)
    for name in ("private", "case", "temporary", "person"):
        (top / name).mkdir()
    secret = top / "private" / "note.txt"
    secret.write_text("the combination is 4711")
    strangers_files.write(top / "received", "127.0.0.1:9", secret)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | {
        "WORKBENCH_HOME": str(top / "own"), "TMPDIR": str(top / "temporary"), "HOME": str(top / "person"), "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip


@pytest.fixture(scope="module")
def by_commands(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Imported, searched, checked and printed by the command line."""
    top = tmp_path_factory.mktemp("commands")
    env, case = laid_out(top), str(top / "case" / "new.case")
    calls, said = list[Asked](), list[str]()
    for arguments, codes in (
        (["import", case, str(top / "received")], (5,)), (["search", case, f'"{VOTE}"', "--json"], (0,)), (["mentions", case, VOTE], (0,)),
        (["check", case], (0,)), (["memo", case, "-o", str(top / "case" / "memo.pdf")], (0,)), (["backup", case], (0,)),
    ):  # fmt: skip
        done, asked = traced(["-m", "workbench", *arguments], top / "log", env, SECONDS)
        assert done.returncode in codes, (arguments[0], done.stdout, done.stderr)
        calls += asked
        said.append(done.stdout + done.stderr)
    return Story(calls, said, top)


@pytest.fixture(scope="module")
def at_the_desk(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Dropped on the window, read, searched, marked and printed there."""
    top = tmp_path_factory.mktemp("desk")
    env = laid_out(top)
    told = [str(top / "case" / "new.case"), str(top / "received"), VOTE, str(top / "case" / "memo.pdf")]
    done, calls = traced(["-m", "tests.hostile.inquiry_process", *told], top / "log", env, SECONDS)
    assert done.returncode == 0, done.stderr
    return Story(calls, [done.stdout], top)


@pytest.fixture(params=["by_commands", "at_the_desk"])
def story(request: pytest.FixtureRequest) -> Story:
    found: Story = request.getfixturevalue(request.param)
    return found


def test_there_is_a_document_of_every_format_that_is_read(tmp_path: Path) -> None:
    made = {name: make("127.0.0.1:9", tmp_path / "note.txt") for name, make in (strangers_files.FILES | strangers_files.PICTURES).items()}
    assert {importer_for(name, data).media_type for name, data in made.items()} == {importer.media_type for importer in IMPORTERS}


def test_the_words_of_every_document_are_read_and_the_private_ones_are_not(by_commands: Story, at_the_desk: Story) -> None:
    told = json.loads(at_the_desk.said[0].splitlines()[-1])
    private = at_the_desk.top / "private"
    rest = {text for text in told["texts"] if VOTE not in text}
    assert rest == {"", str(private), f"{private}/note.txt"}, "pictures, and what links in an archive are"
    assert len(told["texts"]) >= len(strangers_files.FILES)
    assert "4711" not in json.dumps(told["texts"]) + "".join(by_commands.said)
    assert told["hits"] >= len(strangers_files.FILES)
    assert told["claims"] == 1
    assert told["printed"] > 1000
    assert all(name in by_commands.said[0] for name in strangers_files.REFUSED)


def test_no_call_goes_out_where_linux_can_be_traced(story: Story) -> None:
    assert calls_out(story.before_printing()) == []


def test_printing_asks_only_this_machines_own_print_service_where_linux_can_be_traced(at_the_desk: Story) -> None:
    printing = at_the_desk.calls[len(at_the_desk.before_printing()) :]
    assert printing
    tried = [call for call in printing if call.name == "connect" and NAMES not in call.paths]
    assert tried == printers_asked(printing)


def test_nothing_is_written_but_where_it_may_be_where_linux_can_be_traced(story: Story) -> None:
    assert written_outside(story.calls, story.places()) == []


def test_what_documents_name_is_not_opened_where_linux_can_be_traced(story: Story) -> None:
    private = str(story.top / "private")
    assert [call for call in story.calls if call.opens and any(path.startswith(private) for path in call.paths)] == []
    assert [file.name for file in (story.top / "private").iterdir()] == ["note.txt"]


def test_no_program_is_started_but_python_where_linux_can_be_traced(story: Story) -> None:
    started = {os.path.realpath(call.paths[0]) for call in story.calls if call.name.startswith("execve")}
    assert started == {os.path.realpath(sys.executable)}


def test_what_would_be_wrong_is_noticed_where_linux_can_be_traced(tmp_path: Path) -> None:
    env, private = laid_out(tmp_path), tmp_path / "private"
    source = (
        "import os, socket; open('{0}/new', 'a').close(); os.rename('{0}/new', '{0}/moved'); os.remove('{0}/moved'); os.mkdir('{0}/d');"
        "os.rmdir('d', dir_fd=os.open('{0}', os.O_RDONLY)); open('{0}/note.txt').close(); os.path.realpath('/proc/self/exe');"
        "socket.socket().connect_ex(('127.0.0.1', 9)); socket.socket(socket.AF_UNIX)"
    )
    done, calls = traced(["-c", source.format(private)], tmp_path / "log", env, 60)
    assert done.returncode == 0, done.stderr
    wrong = [line.replace(str(private), "") for line in written_outside(calls, [tmp_path / "own"])]
    assert wrong == ["mkdir /d", "openat /new", "rename /moved", "rename /new", "unlink /moved", "unlinkat /d"]
    assert written_outside(calls, [private]) == []
    assert [call.split("(")[0] for call in calls_out(calls)] == ["socket", "connect"]
    assert printers_asked(calls) == []
