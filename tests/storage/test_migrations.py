"""Bringing an older file up to date: after a backup, whole or not at all, and only a file of ours."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Text

from workbench import paths
from workbench.case import Case
from workbench.domain.errors import BackupFailed, DamagedCase, ForeignSchema, NewerCase, OlderCase
from workbench.storage import header, schema, tables
from workbench.storage.case_file import CaseFile

NOW, NEXT = header.SCHEMA_VERSION, header.SCHEMA_VERSION + 1
FIRST_LINES = f"""
from alembic import op

revision = "{NEXT:04}"
down_revision = "{NOW:04}"


def upgrade() -> None:
"""
ADDED = (
    "ALTER TABLE claims ADD COLUMN trial TEXT DEFAULT 'calm' NOT NULL",
    "CREATE TABLE trials (id INTEGER NOT NULL PRIMARY KEY, name TEXT) STRICT",
    "CREATE INDEX ix_claims_trial ON claims (trial)",
)
"""A trial migration: a column, a table and an index."""
RENAMED = ("CREATE TABLE articles_new AS SELECT * FROM articles", "DROP TABLE articles", "ALTER TABLE articles_new RENAME TO articles")
"""One that forgets what a table must have."""
RELEASED = sorted((Path(__file__).resolve().parents[1] / "casefiles").glob("v*.case"))


def migration(*statements: str) -> str:
    """The text of a migration that runs these statements."""
    return FIRST_LINES + "".join(f"    op.execute({statement!r})\n" for statement in statements)


def middle_rebuilt() -> tuple[str, ...]:
    """A migration that makes the table of claims anew with a column in the middle, as one does that changes a table for good."""
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(schema.schema_file().read_text(encoding="utf-8"))
        (made,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'claims'").fetchone()
        indexes = [
            sql for (sql,) in raw.execute("SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'claims' AND sql <> ''")
        ]
        columns = ", ".join(f'"{row[1]}"' for row in raw.execute("PRAGMA table_info(claims)"))
    first, rest = made.split("\n    kind ", 1)
    middle = f"{first}\n    trial TEXT DEFAULT 'calm' NOT NULL,\n    kind {rest}".replace("CREATE TABLE claims", "CREATE TABLE claims_new")
    counter = "UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'claims') WHERE name = 'claims_new'"
    insert = f"INSERT INTO claims_new ({columns}) SELECT {columns} FROM claims"
    return ("INSERT INTO sqlite_sequence (name, seq) VALUES ('claims_new', 0)", middle, insert, counter, "DROP TABLE claims",
            "ALTER TABLE claims_new RENAME TO claims", *indexes)  # fmt: skip


NextVersion = Callable[..., None]


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
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NextVersion:
    """Make this program one version newer: with a migration that runs these statements, and a schema that is what `wanted` make of it."""

    def make(statements: Sequence[str], wanted: Sequence[str] = ADDED) -> None:
        folder = tmp_path / "db"
        shutil.copytree(paths.db(), folder)
        (folder / "migrations" / "versions" / f"{NEXT:04}_trial.py").write_text(migration(*statements))
        monkeypatch.setattr(paths, "db", lambda: folder)
        monkeypatch.setattr(header, "SCHEMA_VERSION", NEXT)
        with closing(sqlite3.connect(":memory:")) as raw:
            raw.executescript(schema.schema_file().read_text(encoding="utf-8"))
            for statement in wanted:
                raw.execute(statement)
            schema.schema_file().write_text(schema.dump(raw), encoding="utf-8")

    return make


@pytest.fixture
def trial(old: Path) -> Iterator[None]:
    """The tables of the next version, as the code would say them, once `old` is made. The new column stands last here."""
    column = Column("trial", Text, nullable=False, server_default="calm")
    tables.claims.append_column(column)
    yield
    tables.claims._columns.remove(column)


def version_of(path: Path) -> tuple[int, str]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("PRAGMA user_version").fetchone()[0], raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def lines_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def test_a_migration_is_made_after_a_backup(old: Path, home: Path, next_version: NextVersion) -> None:
    before = sqlite3.connect(old)
    claims = before.execute("SELECT text FROM claims").fetchall()
    before.close()
    next_version(ADDED)
    Case.open(old, me).close()
    raw = sqlite3.connect(old)
    assert version_of(old) == (NEXT, f"{NEXT:04}")
    assert raw.execute("SELECT text, trial FROM claims").fetchall() == [(*claims[0], "calm")]
    raw.close()
    (kept,) = (home / "data" / "backups").glob("*.case")
    assert kept.name.startswith(f"ferry.before-update-from-{NOW}.")
    raw = sqlite3.connect(kept)
    assert raw.execute("PRAGMA user_version").fetchone() == (NOW,)
    assert raw.execute("SELECT text FROM claims").fetchall() == claims
    raw.close()
    Case.open(old, me).close()
    assert len(list((home / "data" / "backups").glob("*.case"))) == 1, "no second migration"


@pytest.mark.parametrize("statements", [ADDED, middle_rebuilt()], ids=["a column last", "a column in the middle"])
@pytest.mark.usefixtures("trial")
def test_a_migrated_case_is_sound_and_undo_goes_back_over_the_migration(
    old: Path, tmp_path: Path, next_version: NextVersion, statements: Sequence[str]
) -> None:
    """A new column has its default in the rows that the journal kept before it was there, wherever it stands: undo and redo, the past
    and a copy for a second pair of eyes go by its name."""
    next_version(statements, statements)
    case = Case.open(old, me)
    assert case.integrity.faults() == []
    assert case.undo()[0] == "New claim"
    assert case.redo()[0] == "New claim"
    with case.file.operation("Mood") as operation:
        operation.update("claims", 1, trial="cross")
    case.past.save(3, tmp_path / "then.case")
    with closing(case.as_of(3)) as then:
        assert then.claims.views() == case.claims.views()
    case.second.export(tmp_path / "second.case")
    case.undo()
    assert case.claims.add("another").new("claims") == 2, "no number is given twice"
    case.undo()
    assert case.integrity.faults() == []
    case.close()
    for name, at in (("ferry", "calm"), ("then", "calm"), ("second", "cross")):
        with closing(Case.open(tmp_path / f"{name}.case", me)) as other:
            assert other.integrity.faults() == []
        with closing(sqlite3.connect(tmp_path / f"{name}.case")) as raw:
            assert raw.execute("SELECT text, trial FROM claims").fetchall() == [("40 passengers fell ill", at)], name


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.name)
@pytest.mark.usefixtures("trial")
def test_every_file_ever_given_out_goes_through_all_migrations(released: Path, tmp_path: Path, next_version: NextVersion) -> None:
    """From whatever version it is, over those there are, to the one that comes next."""
    next_version(ADDED)
    path = shutil.copyfile(released, tmp_path / "old.case")
    with closing(Case.open(path, me)) as case:
        assert case.integrity.faults() == []
        while case.undo_names()[0]:
            case.undo()
        assert case.integrity.faults() == []
    assert version_of(path) == (NEXT, f"{NEXT:04}")


def test_a_file_of_the_next_version_is_refused_untouched(old: Path, next_version: NextVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(header, "SCHEMA_VERSION", NOW)
        next_version(ADDED)
        Case.open(old, me).close()
    before = sha(old)
    monkeypatch.setattr(header, "SCHEMA_VERSION", NOW)
    with pytest.raises(NewerCase):
        Case.open(old, me)
    assert sha(old) == before


@pytest.mark.parametrize(
    ("statements", "error"), [((*ADDED, "INSERT INTO no_such_table VALUES (1)"), DamagedCase), ((*ADDED, *RENAMED), ForeignSchema)]
)
def test_a_failing_migration_leaves_the_file_as_it_was(
    old: Path, home: Path, next_version: NextVersion, statements: Sequence[str], error: type[Exception]
) -> None:
    """One that raises, and one that ends with another schema than db/schema.sql says."""
    wanted = lines_of(old)
    next_version(statements)
    with pytest.raises(error):
        Case.open(old, me)
    assert version_of(old)[0] == NOW
    assert lines_of(old) == wanted
    assert [p.name for p in old.parent.iterdir() if p.is_file() and p.name.endswith(".lock")] == []
    assert len(list((home / "data" / "backups").glob("*.case"))) == 1


def test_without_a_backup_no_migration(old: Path, home: Path, next_version: NextVersion) -> None:
    next_version(ADDED)
    (home / "data").mkdir(exist_ok=True)
    (home / "data" / "backups").write_text("in the way")
    before = sha(old)
    with pytest.raises(BackupFailed):
        Case.open(old, me)
    assert sha(old) == before


def test_an_older_file_is_read_from_a_copy_and_stays_as_it_is(old: Path, next_version: NextVersion) -> None:
    next_version(ADDED)
    before = sha(old)
    case = Case.open(old, me, read_only=True)
    assert case.read_only
    assert case.integrity.faults() == []
    copy = case.path
    assert copy != old
    case.close()
    assert not copy.exists()
    assert sha(old) == before
    with pytest.raises(OlderCase):
        CaseFile.open(old, me, read_only=True)


@pytest.mark.parametrize(
    "statement", ["CREATE TRIGGER t AFTER UPDATE ON claims BEGIN DELETE FROM journal; END", "CREATE VIEW v AS SELECT 1"]
)
def test_an_older_file_with_code_in_it_is_refused_untouched(old: Path, next_version: NextVersion, statement: str) -> None:
    raw = sqlite3.connect(old)
    raw.execute(statement)
    raw.commit()
    raw.close()
    next_version(ADDED)
    before = sha(old)
    with pytest.raises(ForeignSchema):
        CaseFile.open(old, me)
    assert sha(old) == before


def test_an_older_file_with_a_table_too_many_is_refused_and_as_it_was(old: Path, next_version: NextVersion) -> None:
    raw = sqlite3.connect(old)
    raw.execute("CREATE TABLE extra (id)")
    raw.commit()
    raw.close()
    wanted = lines_of(old)
    next_version(ADDED)
    with pytest.raises(ForeignSchema, match="extra"):
        Case.open(old, me)
    assert lines_of(old) == wanted
