"""The triggers that write the journal, generated from the table definitions.

They are TEMP triggers: stored ones would be refused under trusted_schema=OFF, and a case file carries no code. They see
every path to the data, bulk statements, cascades and REPLACE included (recursive_triggers is ON), so nobody calls the
journal and nobody writes an inverse.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table

from workbench.storage.tables import CONTENT, JOURNALED, journal

SCRATCH = """
CREATE TEMP TABLE IF NOT EXISTS operation (name TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS edits (n INTEGER PRIMARY KEY, edit TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS erasing (sha256 TEXT NOT NULL);
"""
OUTSIDE = "outside an operation"


def image(table: Table, alias: str) -> str:
    """SQL for a row as canonical JSON: keys sorted, no spaces."""
    names = sorted(column.name for column in table.columns)
    return "json_object(" + ", ".join(f"'{name}', {alias}.\"{name}\"" for name in names) + ")"


def _guard(table: Table, verb: str) -> str:
    return (
        f"CREATE TEMP TRIGGER guard_{table.name}_{verb} BEFORE {verb} ON main.{table.name} "
        f"WHEN NOT EXISTS (SELECT 1 FROM temp.operation) BEGIN SELECT RAISE(ABORT, '{OUTSIDE}: {verb} on {table.name}'); END"
    )


def _forbid(table: Table, verb: str, unless: str = "") -> str:
    return (
        f"CREATE TEMP TRIGGER forbid_{table.name}_{verb} BEFORE {verb} ON main.{table.name} {unless}"
        f"BEGIN SELECT RAISE(ABORT, '{OUTSIDE}: {table.name} is never changed'); END"
    )


def _fixed_id(table: Table) -> str:
    return (
        f"CREATE TEMP TRIGGER fixed_{table.name} BEFORE UPDATE ON main.{table.name} WHEN OLD.id IS NOT NEW.id "
        f"BEGIN SELECT RAISE(ABORT, '{OUTSIDE}: an id of {table.name} never changes'); END"
    )


def _record(table: Table, verb: str) -> str:
    before = "'null'" if verb == "INSERT" else image(table, "OLD")
    after = "'null'" if verb == "DELETE" else image(table, "NEW")
    changed = " OR ".join(f'OLD."{column.name}" IS NOT NEW."{column.name}"' for column in table.columns)
    when = f"WHEN {changed} " if verb == "UPDATE" else ""  # what is set to what it was is no change, and no step
    return (
        f"CREATE TEMP TRIGGER record_{table.name}_{verb} AFTER {verb} ON main.{table.name} {when}BEGIN "
        f"INSERT INTO edits (edit) VALUES ('[\"{table.name}\",' || {before} || ',' || {after} || ']'); END"
    )


def statements() -> Iterator[str]:
    """Everything a connection needs before it may change a case."""
    yield from (s for s in SCRATCH.strip().split(";\n") if s)
    for table in JOURNALED:
        for verb in ("INSERT", "UPDATE", "DELETE"):
            yield _guard(table, verb)
            yield _record(table, verb)
        yield _fixed_id(table)
    for table in (*CONTENT, journal):
        yield _guard(table, "INSERT")
        yield _forbid(table, "UPDATE")
        erased = "" if table is journal else "WHEN NOT EXISTS (SELECT 1 FROM temp.erasing WHERE sha256 = OLD.sha256) "
        yield _forbid(table, "DELETE", erased)
