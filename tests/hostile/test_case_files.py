"""Case files that are damaged, foreign, newer, locked away or on a full disk: a reason in plain words, and nothing is changed."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.hostile.tables import contents
from workbench.case import Case
from workbench.domain.errors import (
    BackupFailed,
    CaseFileError,
    CaseReadOnly,
    DamagedCase,
    DiskFull,
    ForeignSchema,
    NewerCase,
    NotACase,
    WorkbenchError,
)
from workbench.storage.header import SCHEMA_VERSION


def me() -> str:
    return "Ida Holm"


@pytest.fixture
def closed(case: Case) -> Path:
    """The path of a sound, closed case with a claim."""
    case.claims.add("40 passengers fell ill")
    case.close()
    return case.path


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of a folder with its SHA-256: nothing may be changed, added or left behind."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.is_file()}


def refused(path: Path, kind: type[WorkbenchError], words: str, *, read_only: bool = False) -> None:
    before = fingerprint(path.parent)
    with pytest.raises(kind, match=words) as caught:
        Case.open(path, me, read_only=read_only)
    assert path.name in str(caught.value)
    assert fingerprint(path.parent) == before


def sql(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


NOT_CASES = {
    "empty": (b"", "empty"),
    "one byte": (b"S", "not a Workbench case"),
    "text": (b"Dear desk,\n" * 400, "not a Workbench case"),
    "random": (random.Random(1).randbytes(8192), "not a Workbench case"),
    "magic only": (b"SQLite format 3\0", "not a Workbench case"),
    "magic and zeros": (b"SQLite format 3\0" + bytes(8000), "not a Workbench case"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), "not a Workbench case"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("what", NOT_CASES)
def test_what_is_no_case_is_refused(tmp_path: Path, what: str, read_only: bool) -> None:
    data, words = NOT_CASES[what]
    path = tmp_path / "odd.case"
    path.write_bytes(data)
    refused(path, NotACase, words, read_only=read_only)


def test_a_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.case").mkdir()
    refused(tmp_path / "a.case", NotACase, "not a file")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.case"
    sql(path, "CREATE TABLE claims (id)", "INSERT INTO claims VALUES (1)")
    refused(path, NotACase, "not a Workbench case")


def test_an_empty_database_with_our_application_id_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hollow.case"
    sql(path, "PRAGMA application_id=0x57424348", "CREATE TABLE x (id)")
    refused(path, NotACase, "which version")
    sql(path, f"PRAGMA user_version={SCHEMA_VERSION}")
    refused(path, ForeignSchema, "table “x”")


def test_a_case_without_its_description_is_refused(closed: Path) -> None:
    sql(closed, "DELETE FROM info")
    with pytest.raises(DamagedCase, match="no description"):
        Case.open(closed, me)
    assert [p.name for p in closed.parent.iterdir() if p.is_file()] == [closed.name], "not left locked"


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 99, 2**31 - 1])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_file_is_refused_untouched(closed: Path, version: int, read_only: bool) -> None:
    sql(closed, f"PRAGMA user_version={version}", "CREATE TABLE of_the_future (id)")
    refused(closed, NewerCase, f"newer Workbench .file version {version}", read_only=read_only)


FOREIGN = {
    "trigger": ("CREATE TRIGGER t AFTER INSERT ON journal BEGIN UPDATE journal SET who = 'x'; END", "trigger “t”"),
    "trigger with our name": ("CREATE TRIGGER record_claims_INSERT AFTER INSERT ON claims BEGIN DELETE FROM claims; END", "trigger"),
    "view": ("CREATE VIEW v AS SELECT * FROM claims", "view “v”"),
    "table": ("CREATE TABLE extra (id)", "table “extra”"),
    "index": ("CREATE INDEX extra ON claims (text)", "index “extra”"),
    "full-text table": ("CREATE VIRTUAL TABLE words USING fts5(text)", "table “words"),
    "missing index": ("DROP INDEX ix_zones_article_id", "missing .*ix_zones_article_id"),
    "missing table": ("DROP TABLE assessments", "missing .*assessments"),
    "column": ("ALTER TABLE claims ADD COLUMN truth TEXT", "table “claims”"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("what", FOREIGN)
def test_a_schema_that_is_not_ours_is_refused(closed: Path, what: str, read_only: bool) -> None:
    statement, words = FOREIGN[what]
    sql(closed, statement)
    refused(closed, ForeignSchema, words, read_only=read_only)


def test_a_table_that_lost_its_strictness_is_refused(closed: Path) -> None:
    """The definition is compared to the letter, not by its name."""
    sql(closed, "PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'claims'")
    refused(closed, ForeignSchema, "table “claims”")


@pytest.mark.parametrize("kind", ["trigger", "TRIGGER", "tRigger"])
@pytest.mark.parametrize("name", ["evil", "sqlite_evil", "sqlite_autoindex_evil_1", "SQLITE_sequence"])
def test_a_trigger_under_a_false_name_is_refused(closed: Path, kind: str, name: str) -> None:
    """SQLite runs a trigger whose row in the schema says "TRIGGER", under a name of its own, too."""
    statement = f"CREATE TRIGGER {name} AFTER INSERT ON searches BEGIN UPDATE claims SET note = 'evil'; END"
    values = f"('{kind}', '{name}', 'searches', 0, '{statement.replace(chr(39), chr(39) * 2)}')"
    sql(closed, "PRAGMA writable_schema=ON", f"INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES {values}")
    raw = sqlite3.connect(closed)
    raw.execute("INSERT INTO searches (name, query) VALUES ('a', 'b')")
    (ran,) = raw.execute("SELECT count(*) FROM claims WHERE note = 'evil'").fetchone()
    assert ran > 0, "it does run"
    raw.close()
    refused(closed, ForeignSchema, name)
    refused(closed, ForeignSchema, name, read_only=True)


@pytest.mark.parametrize("edit", ["type = 'TABLE' WHERE name = 'sign_offs'", "type = 'Index' WHERE name = 'ix_zones_article_id'"])
def test_a_schema_of_other_letters_is_refused(closed: Path, edit: str) -> None:
    sql(closed, "PRAGMA writable_schema=ON", f"UPDATE sqlite_schema SET {edit}")
    refused(closed, ForeignSchema, "sign_offs|ix_zones")


def test_truncated_at_every_4_kb(closed: Path) -> None:
    whole = closed.read_bytes()
    assert len(whole) > 20 * 4096
    for size in range(0, len(whole), 4096):
        closed.write_bytes(whole[:size])
        refused(closed, DamagedCase if size else NotACase, "missing at its end" if size else "empty")
        refused(closed, DamagedCase if size else NotACase, "missing at its end" if size else "empty", read_only=True)
    closed.write_bytes(whole[:-1])
    refused(closed, DamagedCase, "1 of")


def opens_or_says_why(path: Path) -> str:
    """Open a case that may be damaged; a raw error of SQLite's or Python's fails the test."""
    before = path.read_bytes()
    try:
        case = Case.open(path, me)
    except CaseFileError as error:
        assert path.read_bytes() == before
        return type(error).__name__
    try:
        faults = case.integrity.faults()
        return "found" if faults else "sound"
    except CaseFileError as error:
        return type(error).__name__
    finally:
        case.close()


@pytest.mark.parametrize("flip", [0xFF, 0x01, 0x80])
def test_every_flipped_byte_of_the_header_is_refused_or_harmless(closed: Path, flip: int) -> None:
    """Some bytes of the header mean nothing (counters, reserved space): then the case opens and is sound."""
    whole = closed.read_bytes()
    said: dict[str, list[int]] = {}
    for position in range(100):
        closed.write_bytes(whole[:position] + bytes([whole[position] ^ flip]) + whole[position + 1 :])
        said.setdefault(opens_or_says_why(closed), []).append(position)
        closed.with_name(closed.name + "-wal").unlink(missing_ok=True)
        closed.with_name(closed.name + "-shm").unlink(missing_ok=True)
    assert {*range(16), *range(68, 72)} <= set(said["NotACase"]), "magic and application id"
    assert not {16, 17, 21, 22, 23, 47} & set(said.get("sound", [])), f"page size, fractions, schema format: {said}"


def test_flipped_bytes_in_the_pages_are_found_or_reported(closed: Path) -> None:
    """Anywhere in the file: refused, found by `check`, or of no consequence, which is that nothing in it reads differently."""
    original = contents(closed)
    whole = closed.read_bytes()
    chance = random.Random(7)
    said: list[str] = []
    for _ in range(150):
        position = chance.randrange(100, len(whole))
        closed.write_bytes(whole[:position] + bytes([whole[position] ^ chance.choice((1, 0x80, 0xFF))]) + whole[position + 1 :])
        differs = contents(closed) != original
        said.append(opens_or_says_why(closed))
        assert not (differs and said[-1] == "sound"), f"other data is called sound, byte {position}"
        closed.with_name(closed.name + "-wal").unlink(missing_ok=True)
        closed.with_name(closed.name + "-shm").unlink(missing_ok=True)
    assert "found" in said


# Where nothing can be written


def locked_away(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """These paths may not be written, whoever runs the tests (root may write anything)."""
    real = os.access
    closed = {str(p.resolve()) for p in paths}
    monkeypatch.setattr(os, "access", lambda path, mode, **more: not (mode & os.W_OK and str(path) in closed) and real(path, mode, **more))


@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_case_where_nothing_can_be_written_opens_to_read(closed: Path, monkeypatch: pytest.MonkeyPatch, which: str) -> None:
    locked_away(monkeypatch, closed if which == "file" else closed.parent)
    before = fingerprint(closed.parent)
    case = Case.open(closed, me)
    assert case.read_only
    assert [v.claim.text for v in case.claims.views()] == ["40 passengers fell ill"]
    assert case.integrity.faults() == []
    with pytest.raises(CaseReadOnly, match="read only"):
        case.claims.add("x")
    case.close()
    assert fingerprint(closed.parent) == before


def test_a_live_file_on_read_only_media_opens_without_its_log(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in WAL mode whose log is empty: opened immutable, nothing is written beside it."""
    sql(closed, "PRAGMA journal_mode=WAL")
    assert closed.read_bytes()[18] == 2
    locked_away(monkeypatch, closed, closed.parent)
    before = fingerprint(closed.parent)
    case = Case.open(closed, me)
    assert len(case.claims.views()) == 1
    case.close()
    assert fingerprint(closed.parent) == before


def test_a_leftover_log_on_read_only_media_is_refused_not_passed_over(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened immutable it would show stale data."""
    case.claims.add("40 passengers fell ill")
    disc = tmp_path / "disc"
    disc.mkdir()
    for name in ("ferry.case", "ferry.case-wal"):
        shutil.copyfile(tmp_path / name, disc / name)
    locked_away(monkeypatch, disc, disc / "ferry.case")
    refused(disc / "ferry.case", DamagedCase, "not closed properly")


# A full disk


def fill(case: Case) -> Callable[[], None]:
    """From now on no connection of the case may grow the file. Returns what ends that."""
    full = True

    def limit(connection: object, *_: object) -> None:
        raw = case.file._standing._engine.raw_connection if connection is None else connection
        pages = raw.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        raw.execute(f"PRAGMA max_page_count={pages if full else 2**30}")  # type: ignore[attr-defined]

    event.listen(case.file._standing._engine, "checkout", limit)

    def end() -> None:
        nonlocal full
        full = False

    return end


def test_a_full_disk_loses_nothing_and_the_next_change_works(case: Case, tmp_path: Path) -> None:
    case.claims.add("saved before")
    room = fill(case)
    before = case.history.of_case()
    big = tmp_path / "big.txt"
    big.write_text("Every line of this is long. " * 20_000, encoding="utf-8")
    with pytest.raises(DiskFull, match="disk is full") as caught:
        case.imports.files([big])
    assert "ferry.case" in str(caught.value)
    assert case.history.of_case() == before
    assert len(case.articles.all()) == 2
    assert case.integrity.faults() == []
    room()
    assert case.imports.files([big]).added == (3,)
    assert case.integrity.faults() == []


def test_a_new_case_on_a_full_disk_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.storage import case_file

    def full(path: Path) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(case_file, "fill", full)
    with pytest.raises(DiskFull):
        Case.create(tmp_path / "a.case", me)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_fails_leaves_nothing_half_done(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.storage import backups

    target = tmp_path / "copies" / "copy.case"
    target.parent.mkdir()
    target.write_bytes(b"the copy before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups.os, "fsync", full)
    with pytest.raises(BackupFailed, match="No space left"):
        case.save_copy(target)
    assert fingerprint(target.parent) == {"copy.case": hashlib.sha256(b"the copy before").hexdigest()}
