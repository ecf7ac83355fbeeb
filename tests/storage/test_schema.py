"""The schema: what the migrations make, what db/schema.sql says, what the tables say and what db/README.md explains are one."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from workbench import paths
from workbench.storage import CaseFile, schema
from workbench.storage.header import SCHEMA_VERSION
from workbench.storage.tables import metadata

ROOT = Path(__file__).resolve().parents[2]
OTHERS = {"alembic_version"}
FROZEN = {
    "0001_first.py": "8c131a6c354be943d8e2ae9b1cfbcd69fa3a3e3b5fb57db109c19187ca3a02a3",
    "0002_statements.py": "2c13288260b8cae2ab57600c45cb75e3f470bf61d16b3b3a00a4e77f3953b4ee",
    "0003_whole_page.py": "4098f2ae86126935a5e24d8a633ee1f105333a644d1679df637a8ac479ec0406",
    "0004_other_formats.py": "75567355b4d67915680b555afac201cdab2403672a177217f63e020f438854b2",
}
"""The SHA-256 of every migration that files have gone through: from then on not a letter of it changes."""


def migrations() -> list[Path]:
    return sorted((paths.db() / "migrations" / "versions").glob("*.py"))


def test_the_migrations_lead_one_by_one_to_the_version_that_stands_in_the_header() -> None:
    """`header.SCHEMA_VERSION` is the one place; the names of the migrations and what they follow are checked against it."""
    names = [path.name.split("_")[0] for path in migrations()]
    assert names == [f"{number:04}" for number in range(1, SCHEMA_VERSION + 1)]
    for path, before in zip(migrations(), [None, *names], strict=False):
        told: dict[str, object] = {}
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and "revision" in node.targets[0].id:
                told[node.targets[0].id] = ast.literal_eval(node.value)
        assert told == {"revision": path.name.split("_")[0], "down_revision": before}


def test_a_migration_that_is_not_the_newest_never_changes() -> None:
    """Nor does the newest once a file went through it: its SHA-256 is written down when it is given out, at the latest with the next."""
    assert {path.name for path in migrations()[:-1]} <= set(FROZEN)
    for path in migrations():
        assert FROZEN.get(path.name) in (None, hashlib.sha256(path.read_bytes()).hexdigest()), path.name
    assert set(FROZEN) <= {path.name for path in migrations()}


def test_a_migration_knows_nothing_of_the_program_that_will_change() -> None:
    for path in migrations():
        imported = {node.module for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)}
        assert not {name for name in imported if name and name.startswith("workbench")}, path.name


def made_by_migrations() -> str:
    spec = importlib.util.spec_from_file_location("make_schema", ROOT / "scripts" / "make_schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.schema_from_migrations())


def test_schema_sql_is_what_the_migrations_make() -> None:
    assert schema.schema_file().read_text(encoding="utf-8") == made_by_migrations()


def test_schema_sql_is_what_the_tables_say() -> None:
    """Whatever the order of the columns: a new one stands last in a file that was brought up to date, and where it belongs in the code."""
    dialect = sqlite.dialect()
    made = [CreateTable(table).compile(dialect=dialect) for table in metadata.tables.values()]
    made += [CreateIndex(index).compile(dialect=dialect) for table in metadata.tables.values() for index in table.indexes]
    wanted = {schema.shape(str(statement)) for statement in made}
    written = {schema.shape(statement) for statement in schema.expected() if not any(f"TABLE {name}" in statement for name in OTHERS)}
    assert written == wanted


@pytest.mark.parametrize(
    "other",
    [
        "CREATE TABLE b (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL, UNIQUE (id, name)) STRICT",
        "CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, z' NOT NULL, UNIQUE (id, name)) STRICT",
        "CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL, UNIQUE (name, id)) STRICT",
        "CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL, UNIQUE (id, name))",
        "CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL) STRICT",
        "CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL, extra TEXT, UNIQUE (id, name)) STRICT",
        "CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL, CHECK (id > 0), UNIQUE (id, name)) STRICT",
        "CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL COLLATE NOCASE, UNIQUE (id, name)) STRICT",
        "CREATE INDEX a ON b (id, name)",
    ],
)
def test_only_the_order_of_columns_is_free(other: str) -> None:
    one = schema.shape("CREATE TABLE a (id INTEGER, name TEXT DEFAULT 'x, y' NOT NULL, UNIQUE (id, name)) STRICT")
    assert schema.shape('CREATE TABLE  "a" (UNIQUE (id,name),\n "name" TEXT DEFAULT \'x, y\' NOT NULL, id INTEGER)\nSTRICT;') == one
    assert schema.shape(other) != one
    inline = schema.shape("CREATE TABLE c (id INTEGER, a_id INTEGER REFERENCES a (id) ON DELETE SET NULL) STRICT")
    apart = "CREATE TABLE c (id INTEGER, a_id INTEGER, FOREIGN KEY(a_id) REFERENCES a (id) ON DELETE {}) STRICT"
    assert inline == schema.shape(apart.format("SET NULL"))
    assert inline != schema.shape(apart.format("CASCADE"))
    assert schema.shape("CREATE INDEX i ON a (id, name)") != schema.shape("CREATE INDEX i ON a (name, id)")


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
