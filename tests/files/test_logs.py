"""A log beside a case is taken in by the file that it was written for, and by no other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.happenings import claims_in, made, me
from workbench.case import Case
from workbench.storage import leftovers
from workbench.storage.leftovers import Contents, take_over

Held = tuple[str, dict[int, str], bool]
Replace = Callable[[Path, Path], None]


def copied_over(source: Path, target: Path) -> None:
    """In place: the file keeps its number."""
    shutil.copyfile(source, target)


def copied_with_its_times(source: Path, target: Path) -> None:
    shutil.copy2(source, target)


def put_in_place(source: Path, target: Path) -> None:
    os.replace(source, target)


WAYS: tuple[Replace, ...] = (copied_over, copied_with_its_times, put_in_place)


def killed(path: Path, folder: Path, *claims: str, fold_after: int = -1) -> Path:
    """Work on the case and leave it as a kill does: the file and its log, copied to another folder while it is open."""
    case = Case.open(path, me)
    for number, claim in enumerate(claims):
        if number == fold_after:
            case.file.fold()
        case.claims.add(claim)
    folder.mkdir()
    for file in path.parent.glob(path.name + "*"):
        if not file.name.endswith(".lock"):
            shutil.copy2(file, folder / file.name)
    case.close()
    return folder / path.name


def moved_back(dead: Path, path: Path) -> Path:
    """The dead desk's files under the case's own path and, as far as can be, with their own times."""
    for file in dead.parent.glob(dead.name + "*"):
        target = path.with_name(file.name)
        shutil.copy2(file, target)
    return path


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("fold_after", [-1, 1, 2])
@pytest.mark.parametrize("what", ["backup", "other"])
def test_a_file_put_in_the_place_of_a_killed_case_is_no_mix(what: str, fold_after: int, way: Replace, tmp_path: Path) -> None:
    path = made(tmp_path / "leak.case", "in the backup")
    replacing = (
        Path(shutil.copy(path, tmp_path / "backup.case")) if what == "backup" else made(tmp_path / "other.case", *map(str, range(40)))
    )
    was = claims_in(replacing)
    dead = killed(path, tmp_path / "dead", "one", "two", "three", fold_after=fold_after)
    way(replacing, dead)
    found = claims_in(dead)
    whole = ["in the backup", "one", "two", "three"]
    assert found in (was, whole) if what == "backup" else found == was
    aside = [f.name for f in dead.parent.iterdir() if "log of another file" in f.name]
    assert bool(aside) == (found != whole), "either it was taken in whole, or it is kept under another name"


def test_a_log_set_aside_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "leak.case", "one")
    other = made(tmp_path / "other.case", "of another case")
    dead = killed(path, tmp_path / "dead", "two")
    os.replace(other, dead)
    case = Case.open(dead, me)
    try:
        assert len(case.notices) == 1
        assert "log of another file" in case.notices[0]
    finally:
        case.close()


@pytest.mark.parametrize("fold_after", [-1, 1])
def test_a_folder_copied_as_a_whole_loses_nothing(fold_after: int, tmp_path: Path) -> None:
    """The file has another number and other times there: the two are tried together."""
    path = made(tmp_path / "leak.case", "before")
    dead = killed(path, tmp_path / "dead", "one", "two", fold_after=fold_after)
    shutil.copytree(dead.parent, tmp_path / "stick", copy_function=shutil.copyfile)
    assert claims_in(tmp_path / "stick" / "leak.case") == ["before", "one", "two"]
    assert [f.name for f in (tmp_path / "stick").iterdir()] == ["leak.case"]


def test_without_its_record_a_log_is_taken_in_all_the_same(tmp_path: Path) -> None:
    path = made(tmp_path / "leak.case", "before")
    dead = killed(path, tmp_path / "dead", "one")
    dead.with_name("leak.case.open").unlink()
    assert claims_in(dead) == ["before", "one"]


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_whatever_was_folded_when_a_killed_case_is_whole(data: st.DataObject) -> None:
    import tempfile

    steps = data.draw(st.integers(1, 6))
    fold = data.draw(st.integers(-1, steps - 1))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = made(folder / "leak.case", "before")
        dead = killed(path, folder / "dead", *(f"claim {n}" for n in range(steps)), fold_after=fold)
        assert claims_in(dead) == ["before", *(f"claim {n}" for n in range(steps))]


def test_the_log_left_under_an_old_name_is_taken_over_where_it_belongs_and_else_left_there(tmp_path: Path) -> None:
    path = made(tmp_path / "leak.case", "one")
    other = made(tmp_path / "other.case", *map(str, range(40)))
    dead = killed(path, tmp_path / "dead", "two")
    log = dead.with_name(dead.name + "-wal")
    for case, belongs in ((other, False), (Path(shutil.copy(dead, tmp_path / "now.case")), True)):
        assert take_over(dead, case) is belongs
        assert log.exists() is not belongs
        assert case.with_name(case.name + "-wal").exists() is belongs
    assert claims_in(tmp_path / "now.case") == ["one", "two"]


@pytest.mark.parametrize(
    ("alone", "both", "fits"),
    [
        (("a", {}, False), ("a", {}, False), True),
        (("a", {1: "x"}, False), ("b", {1: "y"}, True), True),
        (("a", {1: "x", 2: "y"}, True), ("a", {1: "x", 2: "y", 3: "z"}, True), True),
        (("a", {1: "x", 2: "y"}, True), ("a", {1: "x", 2: "other"}, True), False),
        (("a", {1: "x", 2: "y"}, True), ("a", {1: "x", 2: "y"}, False), False),
        (("a", {1: "x"}, True), ("b", {1: "x"}, True), False),
        (("a", {}, True), ("a", {}, True), True),
        (("a", {}, True), ("a", {1: "x"}, True), True),
    ],
)
def test_a_log_fits_what_it_goes_on_from(alone: Held, both: Held, fits: bool) -> None:
    def contents(held: Held) -> Contents:
        found = Contents()
        found.case, found.hashes, found.sound = held
        return found

    assert leftovers._fit(contents(alone), contents(both)) is fits
