"""Daily backups in their folder: whatever the clock says, whatever lies there, nothing sound is lost, and each can be given back."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.domain.errors import BackupFailed, CaseExists, RestoreFailed
from workbench.storage import backups, daily, daily_backup, daily_backups
from workbench.storage.daily import checked, identity, look, restore, where_it_lay, wrong_with

FIRST = date(2031, 5, 5)
TODAY = "2031-05-05.case"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def work(case: Case) -> int:
    """One step; its number."""
    return case.claims.add(f"claim {os.urandom(4).hex()}").step


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.case"))


def worked(case: Case, folder: Path, days: int, first: date = FIRST) -> list[Path]:
    made = []
    for number in range(days):
        work(case)
        made.append(daily_backup(case.path, folder, first + timedelta(days=number)))
    return [file for file in made if file]


def flipped(file: Path) -> None:
    """One byte of a text is another: the pages are as sound as before, what is written in them is not."""
    data = bytearray(file.read_bytes())
    place = data.index(b"40 passengers fell ill")
    data[place] = ord("9")
    file.write_bytes(data)


def test_twelve_days_with_work_stay_though_weeks_without_any_follow(empty: Case, folder: Path) -> None:
    made = worked(empty, folder, 12)
    for day in range(12, 26):
        assert daily_backup(empty.path, folder, FIRST + timedelta(days=day)) is None, "nothing was done since"
    assert names(folder) == sorted(file.name for file in made)
    work(empty)
    back = daily_backup(empty.path, folder, FIRST + timedelta(days=26))
    assert back == folder / "2031-05-31.case"
    assert names(folder) == [*sorted(file.name for file in made)[1:], back.name]


@pytest.mark.parametrize("wrong", [date(2062, 1, 1), date(1970, 1, 1)])
def test_a_wrong_clock_deletes_nothing(empty: Case, folder: Path, wrong: date) -> None:
    made = worked(empty, folder, 12)
    work(empty)
    odd = daily_backup(empty.path, folder, wrong)
    assert odd == folder / f"{wrong}.case"
    assert set(names(folder)) == {file.name for file in (*made, odd)}
    newest = work(empty)
    right = daily_backup(empty.path, folder, FIRST + timedelta(days=12))
    assert right == folder / "2031-05-17.case"
    assert set(names(folder)) == {file.name for file in (*made, odd, right)}
    assert max(checked(b).step for b in daily_backups(folder)) == newest
    for day in range(13, 40):
        work(empty)
        daily_backup(empty.path, folder, FIRST + timedelta(days=day))
    assert right.name not in names(folder), "the days are counted again"
    assert len(names(folder)) <= 12 + 8 + 12 + 6


@pytest.mark.parametrize("bad", [b"", b"half a file", None])
def test_a_file_of_today_that_is_not_sound_does_not_count_as_todays(case: Case, folder: Path, bad: bytes | None) -> None:
    there = daily_backup(case.path, folder, FIRST)
    assert there == folder / TODAY
    if bad is None:
        flipped(there)
    else:
        there.write_bytes(bad)
    made = daily_backup(case.path, folder, FIRST)
    assert made == folder / "2031-05-05.2.case"
    assert checked(look(made)).sound
    assert daily_backup(case.path, folder, FIRST) is None
    found = {b.file.name: b for b in map(checked, daily_backups(folder))}
    assert found[TODAY].wrong
    assert found["2031-05-05.2.case"].sound


def test_a_byte_that_turned_is_seen_though_the_file_has_been_found_sound_before(case: Case, folder: Path) -> None:
    made = daily_backup(case.path, folder, FIRST)
    assert made is not None
    assert checked(look(made)).sound
    flipped(made)
    assert "SHA-256" in checked(look(made)).wrong
    with pytest.raises(RestoreFailed, match="not sound"):
        restore(made, folder.parent / "back.case")
    assert not (folder.parent / "back.case").exists()


def test_damaged_ones_take_no_place_of_sound_ones(case: Case, folder: Path) -> None:
    made = worked(case, folder, 12)
    for file in made[::2]:
        flipped(file)
    for day in range(12, 18):
        work(case)
        daily_backup(case.path, folder, FIRST + timedelta(days=day))
    assert {file.name for file in made[1:]} <= set(names(folder)), "the first is damaged, and twelve sound days have followed"
    assert sum(b.sound for b in map(checked, daily_backups(folder))) == 12


def test_what_is_kept_beside_them_may_be_gone_or_nonsense(case: Case, folder: Path) -> None:
    (made,) = worked(case, folder, 1)
    note = folder / daily.NOTE
    assert json.loads(note.read_text())["files"].keys() == {made.name}
    assert where_it_lay(folder) == str(case.path)
    for nonsense in ("", "[1", "[" * 100_000, '{"files": 7, "path": []}', '{"files": {"2031-05-05.case": 1}}', "\0"):
        note.write_text(nonsense)
        assert checked(look(made)).sound
    note.unlink()
    assert where_it_lay(folder) == ""
    assert checked(look(made)).sound
    assert json.loads(note.read_text())["files"].keys() == {made.name}


def test_names_of_before_are_known_and_others_left_alone(empty: Case, folder: Path) -> None:
    folder.mkdir()
    (folder / "mine.case").write_bytes(b"mine")
    (folder / "2031-99-99.case").write_bytes(b"no day")
    (folder / "2031-05-04.case").mkdir()
    work(empty)
    made = daily_backup(empty.path, folder, FIRST)
    made.rename(folder / "2031-05-01.case")  # type: ignore[union-attr]
    assert daily_backup(empty.path, folder, FIRST) is None
    assert {b.file.name for b in daily_backups(folder)} == {"2031-05-01.case", "2031-99-99.case"}
    worked(empty, folder, 14)
    assert (folder / "mine.case").read_bytes() == b"mine"


def test_what_a_case_that_is_not_sound_leaves_is_no_backup_that_counts(case: Case, folder: Path) -> None:
    (good,) = worked(case, folder, 1)
    case.close()
    raw = sqlite3.connect(case.path)
    raw.execute("UPDATE claims SET text = 'tampered with'")
    raw.commit()
    raw.close()
    again = Case.open(case.path, lambda: "Ida")
    work(again)
    doubtful = daily_backup(again.path, folder, FIRST + timedelta(days=1))
    assert doubtful is not None
    assert "changed outside" in checked(look(doubtful)).wrong
    assert daily_backup(again.path, folder, FIRST + timedelta(days=2)) is None, "there is such a copy already"
    assert names(folder) == [good.name, doubtful.name]
    again.close()


def test_a_failed_backup_takes_none_away(empty: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = worked(empty, folder, 12)
    work(empty)
    monkeypatch.setattr(backups, "copy", broken(OSError(28, "No space left on device")))
    with pytest.raises(BackupFailed):
        daily_backup(empty.path, folder, date(2031, 7, 1))
    assert sorted(folder.glob("*.case")) == sorted(made)
    assert not list(folder.glob(".*"))


def broken(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_what_they_take_is_thinned_from_the_middle(empty: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = worked(empty, folder, 12)
    size = made[-1].stat().st_size
    monkeypatch.setattr(daily, "to_remove", lambda found: original(found, size * 5))
    work(empty)
    last = daily_backup(empty.path, folder, FIRST + timedelta(days=12))
    assert last is not None
    assert sum(file.stat().st_size for file in folder.glob("*.case")) <= size * 5
    assert {made[1].name, last.name} <= set(names(folder))


original = daily.to_remove


# --- giving back --------------------------------------------------------------------------------------------------------------------


def test_a_backup_comes_back_as_a_case_of_its_own(case: Case, folder: Path, tmp_path: Path) -> None:
    case.claims.add("40 passengers fell ill")
    made = daily_backup(case.path, folder, FIRST)
    assert made is not None
    before = made.read_bytes()
    back = restore(made, tmp_path / "back.case")
    assert made.read_bytes() == before
    assert back.stat().st_mode & 0o077 == 0
    again = Case.open(back, lambda: "Ida")
    assert [v.claim.text for v in again.claims.views()] == ["40 passengers fell ill"]
    assert again.integrity.faults() == []
    assert again.undo()[0] == "New claim"
    again.close()
    assert not list(tmp_path.glob(".back*"))


def test_a_backup_never_takes_the_place_of_a_file(case: Case, folder: Path, tmp_path: Path) -> None:
    made = daily_backup(case.path, folder, FIRST)
    assert made is not None
    mine = tmp_path / "mine.case"
    mine.write_bytes(b"mine")
    (tmp_path / "link.case").symlink_to(tmp_path / "nowhere")
    for target in (mine, case.path, made, tmp_path / "link.case"):
        with pytest.raises(CaseExists):
            restore(made, target)
    assert mine.read_bytes() == b"mine"
    for target in (tmp_path / "no folder" / "back.case", tmp_path / "back.txt", mine / "back.case"):
        with pytest.raises(RestoreFailed):
            restore(made, target)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("bad", [b"", b"SQLite format 3\0", b"x" * 5000])
def test_what_is_no_case_is_not_given_back(tmp_path: Path, bad: bytes) -> None:
    source = tmp_path / "2031-05-05.case"
    source.write_bytes(bad)
    assert look(source).wrong
    with pytest.raises(RestoreFailed):
        restore(source, tmp_path / "back.case")
    assert [file.name for file in tmp_path.iterdir()] == [source.name]


def test_a_damaged_case_may_still_say_which_one_it_was(case: Case, tmp_path: Path) -> None:
    uid = case.info.get().uid
    case.close()
    assert identity(case.path) == uid
    data = bytearray(case.path.read_bytes())
    data[-4096:] = b"\xff" * 4096
    case.path.write_bytes(data)
    assert identity(case.path) == uid
    for bad in (b"", b"x" * 5000, bytes(data[:200])):
        case.path.write_bytes(bad)
        assert identity(case.path) == ""
    assert identity(tmp_path) == identity(tmp_path / "gone.case") == ""


def test_an_identity_that_is_none_is_not_believed(case: Case) -> None:
    case.close()
    raw = sqlite3.connect(case.path)
    raw.execute("UPDATE info SET uid = '../../../Documents'")
    raw.commit()
    raw.close()
    assert identity(case.path) == ""


@pytest.mark.parametrize(
    ("bad", "said"),
    [(b"", "the file is empty"), (b"SQLite format 3\0", "this is not a Workbench case"), (b"x" * 5000, "this is not a Workbench case")],
)
def test_why_a_backup_is_none_is_said_without_what_to_do(tmp_path: Path, bad: bytes, said: str) -> None:
    source = tmp_path / "2031-05-05.case"
    source.write_bytes(bad)
    assert (look(source).wrong, look(source).step) == (said, 0)
    assert wrong_with(source) == said


@pytest.mark.parametrize("version", ["v1", "v1-example", "v4-example"])
def test_a_backup_of_an_earlier_version_is_sound_where_its_pages_are(tmp_path: Path, version: str) -> None:
    source = Path(shutil.copy(Path(__file__).parents[1] / "casefiles" / f"{version}.case", tmp_path / TODAY))
    assert wrong_with(source) == ""
