"""The simulated disk keeps what it must and may drop the rest."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.crash import system_calls
from tests.crash.disk import SECTOR, Disk
from tests.crash.system_calls import Call, record

CHANCE = random.Random(0)


def disk_with(*calls: Call) -> Disk:
    disk = Disk()
    for call in calls:
        disk.do(call)
    return disk


SYNCED = (Call("create", "/d/a"), Call("write", "/d/a", 0, b"old"), Call("sync", "/d/a"), Call("sync", "/d"))


def test_what_was_synchronised_stays_and_the_rest_may_go() -> None:
    disk = disk_with(*SYNCED, Call("write", "/d/a", 1, b"ew"), Call("create", "/d/b"), Call("unlink", "/d/a"))
    assert disk.cut("nothing more", CHANCE) == {"/d/a": b"old"}
    assert disk.cut("everything", CHANCE) == {"/d/b": b""}


def test_a_name_without_its_folder_synchronised_may_be_gone_whatever_was_in_it() -> None:
    disk = disk_with(Call("create", "/d/a"), Call("write", "/d/a", 0, b"new"), Call("sync", "/d/a"))
    assert disk.cut("nothing more", CHANCE) == {}
    assert disk.cut("everything", CHANCE) == {"/d/a": b"new"}


def test_a_renamed_file_is_under_its_old_name_or_its_new_one() -> None:
    disk = disk_with(*SYNCED, Call("rename", "/d/a", data=b"/d/b"))
    assert disk.cut("nothing more", CHANCE) == {"/d/a": b"old"}
    assert disk.cut("everything", CHANCE) == {"/d/b": b"old"}


def test_writes_are_torn_at_sectors_and_truncation_may_be_late() -> None:
    disk = disk_with(*SYNCED, Call("write", "/d/a", 0, b"x" * 4 * SECTOR), Call("truncate", "/d/a", 2 * SECTOR))
    seen = {disk.cut("torn writes", random.Random(n))["/d/a"] for n in range(200)}
    assert b"old" in seen
    assert b"x" * 2 * SECTOR in seen
    assert any(content[:3] == b"old" and content[SECTOR : SECTOR + 1] == b"x" for content in seen), "a later sector without the first"
    assert all(
        set(content[at : at + SECTOR]) <= {ord("x")} or b"x" not in content[at : at + SECTOR] for content in seen for at in (SECTOR,)
    )


def test_a_call_cut_in_two_by_another_thread_is_joined() -> None:
    lines = [
        r'7 pwrite64(3<\x2f\x64>, "\x61"..., 1, 5 <unfinished ...>' + "\n",
        r"8 fsync(4<\x2f\x65>) = 0" + "\n",
        "7 <... pwrite64 resumed>) = 1\n",
        "7 +++ exited with 0 +++\n",
    ]
    assert [(name, result) for name, _, result in system_calls.finished(iter(lines))] == [("fsync", 0), ("pwrite64", 1)]


def test_without_strace_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(FileNotFoundError, match="apt-get install strace"):
        record(tmp_path, ["-c", "pass"])


def test_a_process_that_fails_under_strace_is_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1, "", "not allowed to trace"))
    with pytest.raises(RuntimeError, match="not allowed to trace"):
        record(tmp_path, ["-c", "pass"])
