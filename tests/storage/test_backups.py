"""Backups and copies that can be trusted."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.domain.errors import BackupFailed
from workbench.storage import daily_backup, save_copy
from workbench.storage.backups import backup


def me() -> str:
    return "Ida Holm"


def data(path: Path) -> list[str]:
    raw = sqlite3.connect(path)
    found = list(raw.iterdump())
    raw.close()
    return found


def test_a_copy_of_an_open_case_has_everything_and_opens(case: Case, tmp_path: Path) -> None:
    case.claims.add("40 passengers fell ill")
    assert case.path.with_name("ferry.case-wal").stat().st_size, "a plain copy would miss what stands in the log"
    copy = save_copy(case.path, tmp_path / "copy.case")
    assert data(copy) == data(case.path)
    assert copy.read_bytes()[18] == 1, "one single file"
    other = Case.open(copy, me)
    assert other.integrity.faults() == []
    assert other.undo()[0] == "New claim"
    other.close()
    assert len(case.claims.views()) == 1
    assert not [p for p in tmp_path.iterdir() if p.name.startswith("copy.case-")]


def test_a_copy_of_a_read_only_view_and_of_a_closed_case(case: Case, tmp_path: Path) -> None:
    view = Case.open(case.path, me, read_only=True)
    one = view.save_copy(tmp_path / "one.case")
    view.close()
    case.close()
    two = save_copy(case.path, tmp_path / "two.case")
    assert data(one) == data(two) == data(case.path)


def test_a_copy_replaces_an_older_one_whole(empty: Case, tmp_path: Path) -> None:
    target = tmp_path / "copy.case"
    target.write_bytes(b"old")
    empty.save_copy(target)
    assert data(target) == data(empty.path)


def test_a_copy_onto_the_case_itself_is_refused(case: Case, tmp_path: Path) -> None:
    (tmp_path / "link.case").symlink_to(case.path)
    for target in (case.path, tmp_path / "link.case"):
        with pytest.raises(BackupFailed, match="place of the case itself"):
            case.save_copy(target)
    case.claims.add("still here")
    assert case.integrity.faults() == []


def test_a_copy_onto_another_open_case_is_refused(case: Case, tmp_path: Path) -> None:
    other = Case.create(tmp_path / "other.case", me)
    with pytest.raises(BackupFailed, match=r"other.case is open"):
        case.save_copy(other.path)
    assert other.integrity.faults() == []
    other.close()


def test_a_stopped_backup_leaves_nothing(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    with pytest.raises(BackupFailed, match="stopped"):
        backup(case.path, folder / "copy.case", cancelled=lambda: True)
    assert list(folder.iterdir()) == []


def test_a_copy_that_is_not_sound_is_thrown_away(case: Case, tmp_path: Path) -> None:
    """A damaged page in the middle goes through the backup API unnoticed; the check after it does not let it."""
    case.close()
    raw = sqlite3.connect(case.path)
    page = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'zones'").fetchone()[0]
    raw.close()
    damaged = bytearray(case.path.read_bytes())
    damaged[(page - 1) * 4096 : page * 4096] = b"\x0d" + b"\xff" * 4095
    case.path.write_bytes(damaged)
    folder = tmp_path / "copies"
    folder.mkdir()
    with pytest.raises(BackupFailed, match=r"not sound|malformed"):
        save_copy(case.path, folder / "copy.case")
    assert list(folder.iterdir()) == []


def test_where_no_copy_can_be_written(case: Case, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="No such file"):
        case.save_copy(tmp_path / "no" / "copy.case")
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupFailed, match=r"Not a directory|File exists"):
        daily_backup(case.path, tmp_path / "file" / "backups", date(2031, 5, 3))


def test_the_days_backup_lies_in_the_users_own_folder(case: Case, home: Path) -> None:
    made = case.backup_today()
    assert made is not None
    assert made.is_relative_to(home / "data" / "backups")
    assert case.backup_today() is None
    moved = shutil.copyfile(made, case.path.with_name("restored.case"))
    restored = Case.open(moved, me)
    assert len(restored.articles.all()) == 2
    restored.close()
