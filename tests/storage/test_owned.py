"""Private folders and their owners: swept when the process is gone, never while it lives, and nothing but what was written there."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from workbench.storage.owned import Left, Owned, own, sweep

UID = "0123456789abcdef" * 2
HOLDS = """
import sys
from pathlib import Path
from workbench.storage.owned import own
made = own(Path(sys.argv[1]), sys.argv[2])
(made.folder / "ferry (step 3).case").write_bytes(b"what was there then")
print(made.folder, flush=True)
sys.stdin.readline()
made.give_up()
"""


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "past"


@pytest.fixture
def held(parent: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A folder that another process holds."""
    made = subprocess.Popen([sys.executable, "-c", HOLDS, str(parent), UID], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert made.stdout is not None
    yield made, Path(made.stdout.readline().strip())
    made.kill()
    made.communicate()


def fill(folder: Path) -> None:
    """What a case of the past with its index writes."""
    (folder / "ferry (step 3).case").write_bytes(b"case")
    (folder / "ferry (step 3).case-wal").write_bytes(b"log")
    (folder / "index" / UID).mkdir(parents=True)
    (folder / "index" / UID / "MAIN_1.seg").write_bytes(b"words")
    (folder / "index-manifests").mkdir()
    (folder / "index-manifests" / f"{UID}.json").write_bytes(b"{}")


def orphan(parent: Path) -> Path:
    """A folder that is left when its process is gone."""
    made = own(parent, UID)
    fill(made.folder)
    made._lock.release()
    return made.folder


def test_what_nobody_holds_is_swept_and_what_somebody_holds_stays(held: tuple[subprocess.Popen[str], Path], parent: Path) -> None:
    process, theirs = held
    mine, dead = own(parent, "f" * 32), orphan(parent)
    assert set(sweep(parent)) == {Left(theirs, UID, held=True), Left(mine.folder, "f" * 32, held=True)}
    assert not dead.exists()
    assert theirs.exists()
    process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    process.wait()
    assert sweep(parent) == (Left(mine.folder, "f" * 32, held=True),)
    assert not theirs.exists()
    mine.give_up()
    assert list(parent.iterdir()) == []


def test_a_folder_without_its_lock_has_no_owner(parent: Path) -> None:
    folder = orphan(parent)
    folder.with_name(f"{folder.name}.lock").unlink()
    assert sweep(parent) == ()
    assert list(parent.iterdir()) == []


@pytest.mark.parametrize("name", ["notes.txt", "inner/more.case", "index/0/1/2/deep", "ferry.case"])
def test_what_the_program_did_not_write_stays_and_is_told(name: str, parent: Path) -> None:
    folder = orphan(parent)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("somebody's own")
    assert sweep(parent) == (Left(folder, UID, held=False),)
    assert (folder / name).read_text() == "somebody's own"
    assert not (folder / "ferry (step 3).case").exists(), "what the program wrote has gone all the same"
    assert not (folder / "index" / UID).exists()
    (folder / name).unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_no_link_is_followed(parent: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    fill_precious(precious)
    folder = orphan(parent)
    (folder / "index" / "linked").symlink_to(precious)
    (folder / "index-manifests" / "linked.json").symlink_to(precious / "index" / "words")
    (folder / "a (step 1).case").symlink_to(precious / "a (step 1).case")
    (parent / ("a" * 32)).symlink_to(precious)
    (parent / ("b" * 32)).symlink_to(precious)
    assert [left.folder for left in sweep(parent)] == [folder]
    assert sorted(p.relative_to(precious).as_posix() for p in precious.rglob("*")) == ["a (step 1).case", "index", "index/words", "of"]
    linked = tmp_path / "linked"
    linked.symlink_to(precious)
    assert sweep(linked) == ()
    with pytest.raises(OSError, match="link"):
        own(linked, UID)


def fill_precious(folder: Path) -> None:
    (folder / "index").mkdir(parents=True)
    for name in ("of", "a (step 1).case", "index/words"):
        (folder / name).write_text("precious")


@pytest.mark.parametrize("error", [OSError(errno.ENOLCK, "No locks available"), NotImplementedError("no locks here")])
def test_without_locks_nothing_is_swept_and_all_is_told(error: Exception, parent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = orphan(parent)

    def no_locks(*_: object) -> None:
        raise error

    monkeypatch.setattr(FileLock, "acquire", no_locks)
    assert sweep(parent) == (Left(folder, UID, held=True),)
    with pytest.raises(type(error)):
        own(parent, UID)


@pytest.mark.parametrize("place", ["mkdir", "write_text"])
def test_a_folder_that_cannot_be_made_leaves_nothing(place: str, parent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent.mkdir(parents=True)
    true = getattr(Path, place)

    def full(path: Path, *rest: object, **named: object) -> object:
        if path == parent or path.suffix == ".lock":
            return true(path, *rest, **named)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, place, full)
        with pytest.raises(OSError, match="No space"):
            own(parent, UID)
    assert list(parent.iterdir()) == []


def test_what_is_about_no_case_or_lies_is_about_none(parent: Path) -> None:
    made = own(parent, UID)
    for words in (b"", b"../../x", b"\xff" * 32, b"0" * 10_000):
        (made.folder / "of").write_bytes(words)
        assert sweep(parent) == (Left(made.folder, "", held=True),)
    made.give_up()


def test_there_is_nothing_to_sweep_where_there_is_no_folder(parent: Path) -> None:
    assert sweep(parent) == ()
    parent.parent.mkdir()
    parent.write_text("a file")
    assert sweep(parent) == ()
    assert isinstance(own(parent.with_name("other"), UID), Owned)
