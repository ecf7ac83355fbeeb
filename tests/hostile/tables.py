"""A case file under the hands of somebody with a database tool: no triggers, no foreign keys, no types if need be."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any


class opened:  # noqa: N801 used as a function is
    """A plain connection without foreign keys or triggers, at journal_mode DELETE; `loose` lifts STRICT and NOT NULL for its life."""

    def __init__(self, path: Path, *, loose: bool = False) -> None:
        self._path, self._loose = path, loose

    def __enter__(self) -> sqlite3.Connection:
        if self._loose:
            self._kept = self._redefined(lambda sql: sql.replace(" STRICT", "").replace("STRICT", "").replace(" NOT NULL", ""))
        self._raw = sqlite3.connect(self._path, isolation_level=None)
        return self._raw

    def __exit__(self, *_: object) -> None:
        self._raw.close()
        if self._loose:
            kept = dict(self._kept)
            self._redefined(lambda sql: kept.get(sql, sql))

    def _redefined(self, change: Callable[[str], str]) -> list[tuple[str, str]]:
        """Change the text of the tables' definitions alone; pairs (as it is now, as it was)."""
        with closing(sqlite3.connect(self._path, isolation_level=None)) as raw:
            version = raw.execute("PRAGMA schema_version").fetchone()[0]
            found = raw.execute("SELECT rowid, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
            raw.execute("PRAGMA writable_schema=ON")
            for row, sql in found:
                raw.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (change(sql), row))
            raw.execute(f"PRAGMA schema_version={version + 1}")
        return [(change(sql), sql) for _, sql in found]


def quoted(name: str) -> str:
    return f'"{name}"'


def tables(raw: sqlite3.Connection) -> list[str]:
    return [
        n
        for (n,) in raw.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
        )
    ]


def columns(raw: sqlite3.Connection) -> list[tuple[str, str]]:
    return [(table, row[1]) for table in tables(raw) for row in raw.execute(f"PRAGMA table_info({table})")]


def row_of(chance: random.Random, raw: sqlite3.Connection, table: str) -> int:
    return int(chance.choice(raw.execute(f"SELECT rowid FROM {table}").fetchall() or [(1,)])[0])


def place_of(chance: random.Random, raw: sqlite3.Connection) -> tuple[str, str, int]:
    table, column = chance.choice([(t, c) for t, c in columns(raw) if t not in ("originals", "texts")])
    return table, column, row_of(chance, raw, table)


def another(chance: random.Random, raw: sqlite3.Connection, table: str, column: str) -> object:
    return chance.choice(raw.execute(f"SELECT {quoted(column)} FROM {table}").fetchall() or [(None,)])[0]


def put(raw: sqlite3.Connection, table: str, column: str, row: int, new: object, *, key: str = "rowid") -> None:
    """Set it where SQLite lets it be; where not (a type, a key twice), nothing happens."""
    try:
        raw.execute(f"UPDATE {table} SET {quoted(column)} = ? WHERE {key} = ?", (new, row))
    except sqlite3.DatabaseError:
        return


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]] | None:
    """Every row of every table as it stands in the file; None when it cannot be read whole."""

    def all_of(raw: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            table = name.decode("utf-8", "replace")
            yield table, sorted(raw.execute(f"SELECT * FROM {table} NOT INDEXED").fetchall(), key=repr)

    try:
        with closing(sqlite3.connect(path)) as raw:
            raw.text_factory = bytes
            return dict(all_of(raw))
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
