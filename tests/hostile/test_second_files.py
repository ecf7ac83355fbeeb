"""Files that come back as the answer of a second pair of eyes and are not: each is refused with its reason, and nothing changes."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.case.claims import Decision
from workbench.case.passages import Mark
from workbench.domain.errors import CaseFileError, DamagedCase, NewerCase, NotASecondCopy
from workbench.domain.statuses import Basis, Status


@pytest.fixture
def worked(case: Case, mark: Callable[[int, str], Mark]) -> Case:
    case.claims.add("40 passengers fell ill.", mark(2, "40 passengers fell ill"))
    case.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
    return case


@pytest.fixture
def returned(worked: Case, tmp_path: Path) -> Path:
    """A copy that a colleague has answered."""
    path = worked.second.export(tmp_path / "returned.case")
    other = Case.open(path, lambda: "Ana Ruiz")
    other.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.NOT_CHECKABLE_YET))
    other.close()
    return path


def refused(case: Case, path: Path, kind: type[CaseFileError] = NotASecondCopy) -> str:
    """The reason for which a file is refused; neither it nor the case is changed by that."""
    with case.file.read() as reader:
        step = reader.head()
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(kind) as raised:
        case.second.compare(path)
    with case.file.read() as reader:
        assert reader.head() == step
    assert (path.read_bytes() if path.is_file() else b"") == before
    return str(raised.value)


def edit(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def test_the_answer_itself_is_read(worked: Case, returned: Path) -> None:
    assert worked.second.compare(returned).colleague == "Ana Ruiz"


def test_a_copy_of_another_case(worked: Case, tmp_path: Path) -> None:
    stranger = Case.create(tmp_path / "stranger.case", lambda: "Ida Holm")
    stranger.info.edit(title="The Brenn fire")
    copy = stranger.second.export(tmp_path / "strange copy.case")
    stranger.close()
    assert "copy of another case (The Brenn fire)" in refused(worked, copy)


def test_a_case_that_is_no_copy_and_the_case_itself(worked: Case, tmp_path: Path) -> None:
    Case.create(tmp_path / "plain.case", lambda: "Ida Holm").close()
    assert "not made for a second pair of eyes" in refused(worked, tmp_path / "plain.case")
    assert "this case itself" in refused(worked, worked.save_copy(tmp_path / "saved.case"))


def test_a_copy_made_of_a_later_state_than_this(worked: Case, tmp_path: Path) -> None:
    earlier = worked.save_copy(tmp_path / "earlier.case")
    worked.claims.edit(1, reason="later")
    copy = worked.second.export(tmp_path / "later.case")
    case = Case.open(earlier, lambda: "Ida Holm")
    try:
        assert "not in its history" in refused(case, copy)
    finally:
        case.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET status = 'confirmed', basis = 'first_hand'",
        "UPDATE claims SET text = 'Nobody fell ill.'",
        "DELETE FROM appearances",
        "INSERT INTO claims (text, kind, priority, status) VALUES ('Slipped in.', 'event', 'normal', 'open')",
        "UPDATE info SET second_of = 'ffffffffffffffffffffffffffffffff'",
        "UPDATE passages SET exact = 'another quotation'",
        "UPDATE journal SET who = 'Ida Holm' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 2",
        "UPDATE texts SET text = text || ' More.'",
        "UPDATE originals SET bytes = x'00'",
        "UPDATE claims SET status = 'true'",
        "UPDATE sqlite_sequence SET seq = 0",
    ],
)
def test_one_that_was_edited_by_hand(worked: Case, returned: Path, statement: str) -> None:
    edit(returned, statement)
    assert "changed by something else than Workbench" in refused(worked, returned)


def test_one_from_a_newer_program(worked: Case, returned: Path) -> None:
    edit(returned, "PRAGMA user_version = 99")
    assert "newer Workbench" in refused(worked, returned, NewerCase)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_one_that_was_cut_off(worked: Case, returned: Path, share: float) -> None:
    data = returned.read_bytes()
    returned.write_bytes(data[: int(len(data) * share)])
    refused(worked, returned, DamagedCase)


def test_one_with_bytes_overwritten(worked: Case, returned: Path) -> None:
    data = bytearray(returned.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    returned.write_bytes(bytes(data))
    refused(worked, returned, CaseFileError)


@pytest.mark.parametrize("content", [b"", b"not a case at all", b"SQLite format 3\0" + b"\0" * 200])
def test_one_that_is_no_case(worked: Case, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.case"
    path.write_bytes(content)
    refused(worked, path, CaseFileError)
    refused(worked, tmp_path / "gone.case", CaseFileError)
    refused(worked, tmp_path, CaseFileError)


def test_one_with_code_in_it(worked: Case, returned: Path) -> None:
    edit(returned, "CREATE TRIGGER sly AFTER INSERT ON claims BEGIN UPDATE claims SET status = 'confirmed'; END")
    refused(worked, returned, CaseFileError)


def test_one_that_is_read_only_and_lies_in_a_folder_that_is(worked: Case, returned: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sealed"
    folder.mkdir()
    path = Path(shutil.copy(returned, folder / "answer.case"))
    path.chmod(0o400)
    folder.chmod(0o500)
    try:
        assert worked.second.compare(path).colleague == "Ana Ruiz"
    finally:
        folder.chmod(0o700)
