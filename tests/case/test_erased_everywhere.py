"""Erased is erased: what a kill has left of the past goes too, and what cannot be cleaned is named."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from workbench import paths
from workbench.case import Case

SECRET = "he had treated 38 of them himself"
LOOKS_BACK = """
import sys
from pathlib import Path
from workbench.case import Case
case = Case.open(Path(sys.argv[1]), lambda: "Tom", read_only=sys.argv[2] == "reading")
past = case.as_of(2)
past.index.refresh()
assert past.index.search("treated")[1].hits
past.articles.text(2)
print("looks back", flush=True)
sys.stdin.readline()
past.close()
case.close()
"""


@pytest.fixture
def looking_back(case: Case) -> Iterator[subprocess.Popen[str]]:
    """Another process with a window, so to speak, on the past of the case."""
    command = [sys.executable, "-c", LOOKS_BACK, str(case.path), "reading"]
    made = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert made.stdout is not None
    assert made.stdout.readline() == "looks back\n"
    yield made
    made.kill()
    made.communicate()


def holding(home: Path, case: Case) -> list[str]:
    """Every file of the user's and beside the case that holds the erased words, as they are or as the index keeps them."""
    wanted = (SECRET.encode(), SECRET.encode("utf-16-le"), b"himself")
    files = [f for place in (home, case.path.parent) for f in place.rglob("*") if f.is_file() and f.parent.name != "articles"]
    return sorted(f.name for f in files if any(words in f.read_bytes() for words in wanted))


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_past_that_a_kill_left_goes_with_its_index_at_the_takedown(case: Case, looking_back: subprocess.Popen[str], home: Path) -> None:
    case.index.refresh()
    looking_back.send_signal(signal.SIGKILL)
    looking_back.wait()
    assert len(holding(home, case)) > 2, "the case, the copy of the past and both indexes"
    case.erase_article(2, "The clinic asked for it")
    assert case.takedowns.left == ()
    case.index.refresh()
    assert holding(home, case) == []
    assert list((paths.cache() / "past").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_past_that_a_kill_left_goes_when_any_case_is_opened(case: Case, looking_back: subprocess.Popen[str], home: Path) -> None:
    folder = paths.cache() / "past"
    with closing(case.as_of(2)) as mine:
        looking_back.send_signal(signal.SIGKILL)
        looking_back.wait()
        assert len([f for f in folder.iterdir() if f.is_dir()]) == 2
        Case.create(case.path.with_name("another.case"), lambda: "Ida").close()
        Case.open(case.path.with_name("another.case"), lambda: "Ida", read_only=True).close()
        assert [f for f in folder.iterdir() if f.is_dir()] == [mine.path.parent], "one that somebody looks at stays"
    assert list(folder.iterdir()) == []


def test_a_past_that_is_open_elsewhere_is_told_until_it_is_closed(case: Case, looking_back: subprocess.Popen[str], home: Path) -> None:
    case.erase_article(2, "The clinic asked for it")
    (said,) = (words for words in case.takedowns.left if "past" in words)
    assert "still open" in said
    looking_back.communicate("close it\n")
    assert looking_back.returncode == 0
    case.takedowns.look_again()
    assert not any("past" in words for words in case.takedowns.left)
    case.close()
    assert holding(home, case) == []


def test_a_past_of_another_case_is_not_told(case: Case, looking_back: subprocess.Popen[str], tmp_path: Path) -> None:
    with closing(Case.create(tmp_path / "another.case", lambda: "Ida")) as other:
        other.imports.files([next((tmp_path / "desk").iterdir())]) if (tmp_path / "desk").exists() else other.imports.paste("Some words.")
        other.takedowns.erase(1, "wrong file")
        assert other.takedowns.left == ()


def test_a_past_that_cannot_be_removed_is_named(case: Case) -> None:
    past = case.as_of(2)
    folder = past.path.parent
    (folder / "notes of somebody.txt").write_text("not ours")
    past.close()
    case.takedowns.erase(2, "The clinic asked for it")
    (said,) = case.takedowns.left
    assert str(folder) in said
    assert SECRET.encode() not in b"".join(f.read_bytes() for f in folder.iterdir())


def test_unfinished_backups_go_and_all_that_may_hold_it_is_named(case: Case, home: Path) -> None:
    uid = case.info.get().uid
    backups = paths.data() / "backups"
    case.backup_today()
    made = next((backups / uid).glob("*.case"))
    for name in (".2031-05-04.case.4711.part", ".2031-05-04.case.4711.part-journal", ".2031-05-04.case.0123abcd.part"):
        shutil.copy(made, backups / uid / name)
    stamp = "20310504T101112000000"
    shutil.copy(made, backups / f"ferry.before-update-from-1.{stamp}.case")
    (backups / f"other.before-update-from-1.{stamp}.case").write_bytes(b"cannot be read")
    with closing(Case.create(backups / "elsewhere.case", lambda: "Ida")):
        pass
    (backups / "elsewhere.case").rename(backups / f"elsewhere.before-update-from-1.{stamp}.case")
    paths.rescued().mkdir()
    shutil.copy(made, paths.rescued() / "ferry rescued.case")
    shutil.copy(backups / f"elsewhere.before-update-from-1.{stamp}.case", paths.rescued() / "elsewhere rescued.case")
    (case.path.parent / f".second.case.{'0' * 8}.part").write_bytes(SECRET.encode())
    case.erase_article(2, "The clinic asked for it")
    own, rescued, beside = case.takedowns.left
    assert "other.before-update" in own
    assert "elsewhere" not in own
    assert "ferry rescued.case" in rescued
    assert "elsewhere" not in rescued
    assert ".second.case.00000000.part" in beside
    assert sorted(f.name for f in backups.iterdir() if f.is_file()) == [
        f"elsewhere.before-update-from-1.{stamp}.case", f"other.before-update-from-1.{stamp}.case",
    ]  # fmt: skip
    assert not [f for f in (backups / uid).iterdir() if "part" in f.name]
    case.close()
    assert holding(home, case) == [".second.case.00000000.part", "ferry rescued.case"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights there")
def test_a_link_in_the_backups_folder_is_not_followed(case: Case, tmp_path: Path) -> None:
    folder = paths.data() / "backups" / case.info.get().uid
    folder.mkdir(parents=True)
    precious = tmp_path / "precious.case"
    precious.write_text("precious")
    (folder / ".2031-05-04.case.4711.part").symlink_to(precious)
    case.takedowns.erase(2, "The clinic asked for it")
    assert precious.read_text() == "precious"
