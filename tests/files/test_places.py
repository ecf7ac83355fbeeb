"""Places that cannot do what Linux can: no second names for a file, no locks, no synchronised folders, no log beside the file."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from tests.files.happenings import claims_in, me
from workbench.case import Case
from workbench.case.example import make_example
from workbench.domain.errors import CaseBusy, CaseExists, CaseLocked, DiskFailed, DiskFull

NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL)
NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)


def refusing(number: int) -> object:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("number", NO_LINKS)
def test_a_case_is_made_where_no_file_can_have_two_names(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refusing(number))
    case = Case.create(tmp_path / "a.case", me)
    case.claims.add("kept")
    case.second.export(tmp_path / "second.case")
    case.past.save(1, tmp_path / "past.case")
    case.close()
    assert claims_in(tmp_path / "a.case") == ["kept"]
    assert claims_in(tmp_path / "past.case") == []
    assert sorted(f.name for f in tmp_path.iterdir()) == ["a.case", "past.case", "second.case"]


def test_the_example_is_made_where_no_file_can_have_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    assert claims_in(make_example(tmp_path / "example.case", me))


def test_without_second_names_too_nothing_is_made_over_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program may make the file in the moment before ours gets its name."""
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    path = tmp_path / "a.case"
    real = Path.exists
    monkeypatch.setattr(Path, "exists", lambda self, **_: self.name != "a.case" and real(self))
    path.write_bytes(b"precious")
    with pytest.raises(CaseExists):
        Case.create(path, me)
    assert path.read_bytes() == b"precious"
    assert [f.name for f in tmp_path.iterdir()] == ["a.case"]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EIO])
def test_a_folder_that_cannot_be_synchronised_costs_nothing(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if Path(f"/dev/fd/{descriptor}").is_dir():
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    case = Case.create(tmp_path / "a.case", me)
    case.claims.add("kept")
    case.close()
    assert claims_in(tmp_path / "a.case") == ["kept"]


@pytest.mark.parametrize("number", NO_LOCKS)
def test_a_folder_without_locks_still_has_one_writer(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", refusing(number))
    case = Case.create(tmp_path / "a.case", me)
    case.claims.add("kept")
    with pytest.raises(CaseLocked):
        Case.open(case.path, me)
    case.close()
    again = Case.open(case.path, me)
    again.claims.add("kept too")
    again.close()
    assert claims_in(tmp_path / "a.case") == ["kept", "kept too"]
    assert [f.name for f in tmp_path.iterdir()] == ["a.case"]


def test_without_locks_the_mark_of_a_dead_process_is_not_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", refusing(errno.ENOLCK))
    case = Case.create(tmp_path / "a.case", me)
    mark = (tmp_path / "a.case.held").read_text(encoding="utf-8")
    case.close()
    child = subprocess.Popen(["true"])
    child.wait()
    (tmp_path / "a.case.held").write_text(mark.replace(str(os.getpid()), str(child.pid), 1), encoding="utf-8")
    assert claims_in(tmp_path / "a.case") == []


class Refusing(sqlite3.Connection):
    """A connection that says what SQLite says when a statement fails; `said` is set by the test."""

    said = ""

    def execute(self, statement: str, *rest: object) -> sqlite3.Cursor:  # type: ignore[override]
        if Refusing.said and "info" in statement:
            raise sqlite3.OperationalError(Refusing.said)
        return super().execute(statement, *rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(("said", "error", "words"), [
    ("database or disk is full", DiskFull, "the disk is full"),
    ("disk I/O error", DiskFailed, "could not be read or written"),
    ("database is locked", CaseBusy, "another program is holding the file"),
])  # fmt: skip
def test_each_failure_is_called_what_it_is(
    said: str, error: type[Exception], words: str, empty: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.close()
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **options: real(*args, **options | {"factory": Refusing}))
    monkeypatch.setattr(Refusing, "said", said)
    with pytest.raises(error, match=words):
        Case.open(empty.path, me)


@pytest.fixture
def fat(tmp_path: Path) -> Iterator[Path]:
    """A folder on a FAT file system in a file."""
    if not shutil.which("mkfs.vfat"):
        pytest.skip("mkfs.vfat is not installed here")
    image, place = tmp_path / "stick.img", tmp_path / "stick"
    image.write_bytes(bytes(40_000_000))
    place.mkdir()
    subprocess.run(["mkfs.vfat", str(image)], check=True, capture_output=True)
    if subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=False, capture_output=True).returncode:
        pytest.skip("FAT cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_case_lives_on_a_stick_where_fat_can_be_mounted(fat: Path) -> None:
    case = Case.create(fat / "a.case", me)
    case.claims.add("kept")
    case.close()
    assert claims_in(fat / "a.case") == ["kept"]
    assert [f.name for f in fat.iterdir()] == ["a.case"]
