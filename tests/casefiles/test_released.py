"""One file of every version that was ever given out: it opens with everything in it, is sound, prints, and its steps go back and forth.

Beside each lies what stood in it (scripts/make_casefile.py): its rows by table, number and name of column. A later version may add
columns and tables to that; where one changes what is there, its author changes the JSON by hand and says why.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.casefiles import golden
from workbench.case import Case
from workbench.storage.header import SCHEMA_VERSION, read_header

RELEASED = sorted(Path(__file__).resolve().parent.glob("v*.case"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.name)
def released(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def told(released: Path) -> dict[str, Any]:
    """What stood in it."""
    return golden.read(released.with_suffix(".json"))


@pytest.fixture
def opened(released: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy, brought up to date."""
    case = Case.open(shutil.copyfile(released, tmp_path / "old.case"), lambda: "me")
    yield case
    case.close()


def test_there_is_one_of_every_version_before_this_one() -> None:
    """Of this one too, once it is given out."""
    versions = {read_header(path).version for path in RELEASED}
    assert set(range(1, SCHEMA_VERSION)) <= versions <= set(range(1, SCHEMA_VERSION + 1))
    for path in RELEASED:
        assert path.name.startswith(f"v{read_header(path).version}")
        assert path.stat().st_size < 1_000_000


def test_it_is_the_file_that_was_given_out(released: Path, told: dict[str, Any]) -> None:
    assert hashlib.sha256(released.read_bytes()).hexdigest() == told["sha256"]


def test_it_opens_is_sound_and_has_every_row(opened: Case, told: dict[str, Any]) -> None:
    assert opened.integrity.faults() == []
    assert golden.summary(opened) == told["claims"]
    opened.close()
    assert read_header(opened.path).version == SCHEMA_VERSION
    golden.assert_holds(opened.path, told["rows"])


def test_its_memo_is_made_and_no_draft(opened: Case, told: dict[str, Any]) -> None:
    assert opened.memos.build().banner == ""
    printed = opened.memos.render(".md").decode()
    assert [text for _, text, *_ in told["claims"] if text not in printed] == []
    assert opened.memos.render(".pdf").startswith(b"%PDF")


def test_its_steps_go_back_to_the_beginning_and_forth_again(opened: Case, told: dict[str, Any]) -> None:
    assert opened.undo_names() == (told["undo"][-1], told["redo"])
    undone = []
    while opened.undo_names()[0]:
        undone.append(opened.undo()[0])
    assert undone == told["undo"][::-1]
    assert opened.integrity.faults() == []
    assert golden.summary(opened) == told["claims at the beginning"]
    for name in told["undo"]:
        assert opened.redo()[0] == name
    assert golden.summary(opened) == told["claims"]
    assert opened.integrity.faults() == []
    opened.close()
    golden.assert_holds(opened.path, told["rows"])


def test_a_new_claim_gets_a_number_that_was_never_given(opened: Case, told: dict[str, Any]) -> None:
    assert opened.claims.add("another").new("claims") == told["next claim"]


def test_the_past_of_every_fortieth_step_is_sound(opened: Case, told: dict[str, Any]) -> None:
    steps = [int(step) for step in told["rows"]["journal"]]
    for step in steps[::40]:
        then = opened.as_of(step)
        faults = [fault for fault in then.integrity.faults() if "has been erased for good since" not in fault]
        then.close()
        assert faults == [], step


@pytest.mark.parametrize("locked", [False, True], ids=["may be written", "read only"])
def test_it_is_read_as_it_is_and_not_a_byte_of_it_changes(released: Path, told: dict[str, Any], tmp_path: Path, *, locked: bool) -> None:
    """What only reads (check, search, claims, memo) asks for it to read only: it must not be brought up to date for that."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    copy = shutil.copyfile(released, folder / "old.case")
    copy.chmod(0o400 if locked else 0o600)
    before = copy.read_bytes()
    case = Case.open(copy, lambda: "me", read_only=True)
    try:
        assert case.integrity.faults() == []
        assert golden.summary(case) == told["claims"]
        case.index.refresh()
    finally:
        case.close()
    assert copy.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["old.case"]
    if read_header(released).version < SCHEMA_VERSION:
        assert any("earlier version" in notice for notice in case.notices)
