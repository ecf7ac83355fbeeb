"""What an import of a stranger's folder asks the system for, recorded with strace: its own files, the case and the folder; no calls out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.crash.system_calls import MISSING
from tests.hostile.test_importers_bad_input import ARTICLE, everything_that_points_outside

ROOT = Path(__file__).resolve().parents[2]
_CALL = re.compile(r'^(?:\d+\s+)?(?P<name>\w+)\((?P<folder>(?:AT_FDCWD|\d+)(?:<[^>]*>)?, )?(?:"(?P<path>(?:[^"\\]|\\.)*)")?(?P<rest>.*)$')
_FOLDER = re.compile(r"<([^>]*)>")
SYSTEM = (
    "/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/", "/etc/ld.so.", "/usr/share/zoneinfo", "/etc/localtime",
    "/usr/share/locale", "/dev/null", "/dev/urandom", "/proc/self/", "/sys/devices/system/", "/etc/nsswitch.conf", "/etc/passwd",
    "/proc/sys/kernel/random/boot_id",
)  # fmt: skip
"""What the interpreter and its libraries open; /etc/passwd says who works here, the boot's id whether a lock is an old one."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call that worked: its name, the path it was about, and all that strace wrote of it."""

    name: str
    path: str
    line: str


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """All calls about files and the network of one import through the command line, the reading child's among them."""
    if sys.platform != "linux":
        pytest.skip("strace records system calls on Linux only")
    if not shutil.which("strace"):
        pytest.fail(MISSING)
    top = tmp_path_factory.mktemp("trace")
    (top / "private").mkdir()
    (top / "private" / "note.txt").write_text("a private note")
    received = top / "received"
    received.mkdir()
    (received / "page.html").write_text(everything_that_points_outside("127.0.0.1:9", top / "private" / "note.txt"))
    (received / "own.txt").write_text(
        f"A story\n\nThe council voted on Tuesday. See http://127.0.0.1:9/ and file://{top}/private/note.txt."
    )
    (received / "notes.md").write_text(f"# A story\n\n![picture]({top}/private/note.txt)\n\n{ARTICLE}")
    (received / "release.txt").symlink_to(top / "private" / "note.txt")
    (received / "more").symlink_to("../private")
    (received / "wide.txt").symlink_to("/proc/self/environ")
    os.mkfifo(received / "pipe.txt")
    for name in ("case", "temporary"):
        (top / name).mkdir()
    command = ["strace", "-f", "-y", "-s", "4096", "-e", "trace=%file,%network", "-o", str(top / "log"), sys.executable]
    done = subprocess.run(
        [*command, "-m", "workbench", "import", str(top / "case" / "new.case"), str(received)], cwd=ROOT, capture_output=True, text=True,
        check=False, timeout=200, env={**os.environ, "WORKBENCH_HOME": str(top / "home"), "TMPDIR": str(top / "temporary")},
    )  # fmt: skip
    assert done.returncode == 5, done.stderr
    assert done.stdout.startswith("3 articles added"), done.stdout
    return [call for line in (top / "log").read_text(errors="replace").splitlines() if (call := _call(line))]


def _call(line: str) -> Call | None:
    found = _CALL.match(line)
    if not found or re.search(r"= -1 E\w+", found["rest"]):
        return None
    folder = _FOLDER.search(found["folder"] or "")
    start = folder[1] if folder else str(ROOT)
    return Call(found["name"], os.path.normpath(Path(start, found["path"])) if found["path"] else "", line)


def test_an_import_makes_no_connection_where_linux_can_be_traced(calls: list[Call]) -> None:
    network = [call.line for call in calls if call.name in ("socket", "connect", "bind", "sendto", "sendmsg", "listen", "accept4")]
    assert [line for line in network if "AF_UNIX" not in line] == []
    assert [line for line in network if "connect(" in line] == []


def test_an_import_opens_nothing_but_its_own_files_and_what_it_was_given_where_linux_can_be_traced(calls: list[Call]) -> None:
    top = next(Path(call.path).parent for call in calls if call.path.endswith("/received"))
    own = (
        *SYSTEM,
        *(f"{place}/" for place in (ROOT, *map(top.joinpath, ("case", "home", "received", "temporary")), sys.prefix, sys.base_prefix)),
    )
    opened = {call.path + "/" * Path(call.path).is_dir() for call in calls if call.name in ("open", "openat", "openat2", "execve")}
    real = {os.path.realpath(place) + "/" for place in (sys.prefix, sys.base_prefix)}
    assert sorted(path for path in opened if not path.startswith((*own, *real)) and not re.match(r"/proc/\d+/", path)) == []
    assert any(path.endswith("/received/own.txt") or path == f"{top}/received/own.txt" for path in opened)


def test_what_a_folder_links_to_is_not_even_looked_at_where_linux_can_be_traced(calls: list[Call]) -> None:
    assert [call.line for call in calls if "/private" in call.path and not call.path.endswith(".py")] == []
    assert [call.line for call in calls if call.path.endswith("pipe.txt") and "open" in call.name] == []
