"""The schema a case file must have, to the letter: anything else in it (a trigger, a view) could rewrite history.

Only the order of a table's columns is free: everything that reads or writes rows goes by name, and a column that came in a later
version stands last in one table and in the middle of another.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from workbench import paths
from workbench.domain.errors import ForeignSchema

Shape = tuple[str, frozenset[str], str]
"""A statement without the order of what a table consists of: what stands before the parts, the parts, and what follows."""


def schema_file() -> Path:
    return paths.db() / "schema.sql"


def expected() -> list[str]:
    """The statements of db/schema.sql."""
    text = re.sub(r"^--.*\n", "", schema_file().read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [" ".join(statement.split()) for statement in text.split(";\n") if statement.strip()]


@lru_cache(maxsize=512)
def shape(statement: str) -> Shape:
    """A statement as it is compared. White space and quotes round plain names say nothing.

    Worked out once for each statement: every case that is opened has the same ones.
    """
    plain = re.sub(r"\s*([(),])\s*", r"\1", re.sub(r'"(\w+)"', r"\1", " ".join(statement.split()))).rstrip("; ")
    head, opened, rest = plain.partition("(")
    if not opened or not head.startswith("CREATE TABLE "):
        return plain, frozenset(), ""
    body, _, tail = rest.rpartition(")")
    return head.strip(), frozenset(each for part in _parts(body) for each in _apart(part)), tail.strip()


def _apart(part: str) -> tuple[str, ...]:
    """A column that says itself what it points to, as one that a later version added does, as a column and a foreign key."""
    column, points, to = part.partition(" REFERENCES ")
    name = column.partition(" ")[0]
    return (column, f"FOREIGN KEY({name})REFERENCES {to}") if points and name.isidentifier() and name != "FOREIGN" else (part,)


def _parts(body: str) -> Iterator[str]:
    """What stands between the commas that are in no bracket and in no text."""
    start = depth = 0
    quoted = False
    for at, sign in enumerate(body):
        quoted ^= sign == "'"
        depth += (sign == "(") - (sign == ")") if not quoted else 0
        if sign == "," and not depth and not quoted:
            yield body[start:at]
            start = at + 1
    yield body[start:]


OWN_TABLES = frozenset({"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})
"""Tables that SQLite makes for itself; its automatic indexes have no statement."""


def found(connection: sqlite3.Connection) -> dict[str, str]:
    """What the file has: statement -> name. SQLite's own tables and automatic indexes are left out."""
    rows = connection.execute("SELECT name, type, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return {" ".join(sql.split()): f"{kind} “{name}”" for name, kind, sql in rows}


def compare(path: Path, connection: sqlite3.Connection) -> None:
    """Raise ForeignSchema if the file's schema is not this program's."""
    have, want = found(connection), {shape(statement): statement for statement in expected()}
    known = {shape(statement): what for statement, what in have.items()}
    for form, what in known.items():
        if form not in want:
            raise ForeignSchema(path, f"it carries a {what}")
    if missing := [statement for form, statement in want.items() if form not in known]:
        raise ForeignSchema(path, f"a table or index is missing ({min(missing)[:60]}…)")


def refuse_code(path: Path, connection: sqlite3.Connection) -> None:
    """Raise ForeignSchema if a file, of whatever version, carries anything but tables and indexes, a trigger or a view: no case ever does.

    SQLite takes "TRIGGER" for a trigger, too, and a name of its own for anybody's, so both are held against what they are letter by letter.
    """
    for kind, name, statement in connection.execute("SELECT type, name, sql FROM sqlite_schema"):
        own = str(name).lower().startswith("sqlite_")
        if kind not in ("table", "index") or (own and name not in OWN_TABLES and (kind != "index" or statement is not None)):
            raise ForeignSchema(path, f"{kind} “{name}”")


def dump(connection: sqlite3.Connection) -> str:
    """The text of db/schema.sql for a migrated file."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC, name"
    )
    head = "-- Generated from the migrations by `make schema`; tests/storage/test_schema.py checks it. Do not edit.\n"
    return head + "".join(f"{sql.strip()};\n" for (sql,) in rows)
