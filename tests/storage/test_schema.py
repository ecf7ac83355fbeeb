"""The schema: what the migrations make, what db/schema.sql says, what the tables say and what db/README.md explains are one."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from workbench import paths
from workbench.storage import CaseFile, schema
from workbench.storage.tables import metadata

ROOT = Path(__file__).resolve().parents[2]
OTHERS = {"alembic_version"}


def made_by_migrations() -> str:
    spec = importlib.util.spec_from_file_location("make_schema", ROOT / "scripts" / "make_schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.schema_from_migrations())


def plain(statement: object) -> str:
    """One statement without what does not matter: white space and needless quotes."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(str(statement).split()).rstrip(";"))


def test_schema_sql_is_what_the_migrations_make() -> None:
    assert schema.schema_file().read_text(encoding="utf-8") == made_by_migrations()


def test_schema_sql_is_what_the_tables_say() -> None:
    dialect = sqlite.dialect()
    wanted = {plain(CreateTable(table).compile(dialect=dialect)) for table in metadata.tables.values()}
    wanted |= {plain(CreateIndex(index).compile(dialect=dialect)) for table in metadata.tables.values() for index in table.indexes}
    written = {plain(statement) for statement in schema.expected() if not any(f"TABLE {name}" in statement for name in OTHERS)}
    assert written == wanted


def test_a_new_file_has_that_schema(tmp_path: Path) -> None:
    file = CaseFile.create(tmp_path / "a.case", lambda: "me")
    file.close()
    raw = sqlite3.connect(file.path)
    assert schema.dump(raw) == schema.schema_file().read_text(encoding="utf-8")
    schema.compare(file.path, raw)
    raw.close()


def test_every_table_of_ours_is_strict() -> None:
    for table in metadata.tables.values():
        assert table.dialect_options["sqlite"]["strict"], table.name


@pytest.mark.parametrize("table", [*metadata.tables, "alembic_version"])
def test_the_readme_explains_every_table_and_column(table: str) -> None:
    """A section `### table` with one line of a table for each column."""
    text = (paths.db() / "README.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0].strip("` "): part for part in text.split("\n### ")[1:]}
    assert table in sections
    told = set(re.findall(r"^\| `(\w+)` \| \S", sections[table], flags=re.MULTILINE))
    columns = set(metadata.tables[table].columns.keys()) if table in metadata.tables else {"version_num"}
    assert told == columns


def test_the_readme_explains_every_check() -> None:
    text = (paths.db() / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+\.sql)` \|", text, flags=re.MULTILINE)) == {p.name for p in (paths.db() / "checks").glob("*.sql")}
