"""Bringing an older file up to date: after a backup, whole or not at all, and only a file of ours."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Column, Text

from workbench import paths
from workbench.case import Case
from workbench.domain.errors import BackupFailed, CaseReadOnly, DamagedCase, ForeignSchema
from workbench.storage import header, schema, tables
from workbench.storage.case_file import CaseFile

SECOND = """
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE claims ADD COLUMN mood TEXT DEFAULT 'calm' NOT NULL")
    op.execute("CREATE TABLE moods (id INTEGER NOT NULL PRIMARY KEY, name TEXT) STRICT")
    op.execute("INSERT INTO moods (name) VALUES ('calm')")
"""
FAILING = SECOND + '    op.execute("INSERT INTO no_such_table VALUES (1)")\n'
REBUILDING = (
    SECOND
    + """
    op.execute("CREATE TABLE articles_new AS SELECT * FROM articles")
    op.execute("DROP TABLE articles")
    op.execute("ALTER TABLE articles_new RENAME TO articles")
"""
)


def me() -> str:
    return "Ida Holm"


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def old(case: Case) -> Path:
    """A closed case of today's version, with a claim."""
    case.claims.add("40 passengers fell ill")
    case.close()
    return case.path


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make this program one version newer, with a migration of the text given."""

    def make(migration: str) -> None:
        folder = tmp_path / "db"
        shutil.copytree(paths.db(), folder)
        (folder / "migrations" / "versions" / "0002_second.py").write_text(migration)
        monkeypatch.setattr(paths, "db", lambda: folder)
        monkeypatch.setattr(header, "SCHEMA_VERSION", 2)
        raw = sqlite3.connect(":memory:")
        raw.executescript(schema.schema_file().read_text(encoding="utf-8"))
        raw.execute("ALTER TABLE claims ADD COLUMN mood TEXT DEFAULT 'calm' NOT NULL")
        raw.execute("CREATE TABLE moods (id INTEGER NOT NULL PRIMARY KEY, name TEXT) STRICT")
        schema.schema_file().write_text(schema.dump(raw), encoding="utf-8")
        raw.close()

    return make


def test_a_migration_is_made_after_a_backup(old: Path, home: Path, next_version: Callable[[str], None]) -> None:
    before = sqlite3.connect(old)
    claims = before.execute("SELECT text FROM claims").fetchall()
    before.close()
    next_version(SECOND)
    Case.open(old, me).close()
    raw = sqlite3.connect(old)
    assert raw.execute("PRAGMA user_version").fetchone() == (2,)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
    assert raw.execute("SELECT text, mood FROM claims").fetchall() == [(*claims[0], "calm")]
    raw.close()
    (kept,) = (home / "data" / "backups").glob("*.case")
    assert kept.name.startswith("ferry.before-update-from-1.")
    raw = sqlite3.connect(kept)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    assert raw.execute("SELECT text FROM claims").fetchall() == claims
    raw.close()
    Case.open(old, me).close()
    assert len(list((home / "data" / "backups").glob("*.case"))) == 1, "no second migration"


def test_a_migrated_case_is_sound_and_undo_goes_back_over_the_migration(
    old: Path, next_version: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new column has its default in the rows that the journal kept before it was there."""
    next_version(SECOND)
    mood = Column("mood", Text, nullable=False, server_default="calm")
    tables.claims.append_column(mood)
    try:
        case = Case.open(old, me)
        assert case.integrity.faults() == []
        assert case.undo()[0] == "New claim"
        assert case.redo()[0] == "New claim"
        assert case.integrity.faults() == []
        case.close()
    finally:
        tables.claims._columns.remove(mood)


@pytest.mark.parametrize(("migration", "error"), [(FAILING, DamagedCase), (REBUILDING, ForeignSchema)])
def test_a_failing_migration_leaves_the_file_as_it_was(
    old: Path, home: Path, next_version: Callable[[str], None], migration: str, error: type[Exception]
) -> None:
    """One that raises, and one that ends with another schema than db/schema.sql says."""
    before = sqlite3.connect(old)
    wanted = list(before.iterdump())
    before.close()
    next_version(migration)
    with pytest.raises(error):
        Case.open(old, me)
    raw = sqlite3.connect(old)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    assert list(raw.iterdump()) == wanted
    raw.close()
    assert [p.name for p in old.parent.iterdir() if p.is_file() and p.name.endswith(".lock")] == []
    assert len(list((home / "data" / "backups").glob("*.case"))) == 1


def test_without_a_backup_no_migration(old: Path, home: Path, next_version: Callable[[str], None]) -> None:
    next_version(SECOND)
    (home / "data").mkdir(exist_ok=True)
    (home / "data" / "backups").write_text("in the way")
    before = sha(old)
    with pytest.raises(BackupFailed):
        Case.open(old, me)
    assert sha(old) == before


def test_an_older_file_is_not_migrated_to_be_read_only(old: Path, next_version: Callable[[str], None]) -> None:
    next_version(SECOND)
    before = sha(old)
    with pytest.raises(CaseReadOnly):
        Case.open(old, me, read_only=True)
    assert sha(old) == before


@pytest.mark.parametrize(
    "statement", ["CREATE TRIGGER t AFTER UPDATE ON claims BEGIN DELETE FROM journal; END", "CREATE VIEW v AS SELECT 1"]
)
def test_an_older_file_with_code_in_it_is_refused_untouched(old: Path, next_version: Callable[[str], None], statement: str) -> None:
    raw = sqlite3.connect(old)
    raw.execute(statement)
    raw.commit()
    raw.close()
    next_version(SECOND)
    before = sha(old)
    with pytest.raises(ForeignSchema):
        CaseFile.open(old, me)
    assert sha(old) == before


def test_an_older_file_with_a_table_too_many_is_refused_and_as_it_was(old: Path, next_version: Callable[[str], None]) -> None:
    raw = sqlite3.connect(old)
    raw.execute("CREATE TABLE extra (id)")
    raw.commit()
    wanted = list(raw.iterdump())
    raw.close()
    next_version(SECOND)
    with pytest.raises(ForeignSchema, match="extra"):
        Case.open(old, me)
    raw = sqlite3.connect(old)
    assert list(raw.iterdump()) == wanted
    raw.close()
