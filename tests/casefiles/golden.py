"""What stands in a case file, and the claims as the program reads them. Rows are read without it, by table, number and column."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from workbench.case import Case

Rows = dict[str, dict[str, dict[str, Any]]]
KEYS = {"originals": "sha256", "texts": "sha256", "journal": "seq"}
"""What a row is known by where it is not the `id`."""
ASIDE = ("alembic_version", "sqlite_sequence")
"""Tables that a migration or SQLite itself writes."""


def rows_of(path: Path) -> Rows:
    """Table -> number of the row, as text -> column -> value. Bytes and whole texts are told by their length and SHA-256."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        names = [row["name"] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {name: _table(raw, name) for name in names if name not in ASIDE}


def _table(raw: sqlite3.Connection, name: str) -> dict[str, dict[str, Any]]:
    key = KEYS.get(name, "id")
    return {str(row[key]): {column: _short(row[column]) for column in row.keys()} for row in raw.execute(f"SELECT * FROM {name}")}  # noqa: SIM118


def _short(value: Any) -> Any:
    if isinstance(value, bytes) or (isinstance(value, str) and len(value) > 400):
        data = value if isinstance(value, bytes) else value.encode()
        return f"{len(data)} bytes {hashlib.sha256(data).hexdigest()}"
    return value


def assert_holds(path: Path, wanted: Rows) -> None:
    """Fail unless every row that was there is there as it was, and no other, but for later steps. New columns and tables are free."""
    found = rows_of(path)
    for table, rows in wanted.items():
        ours = {key: row for key, row in found[table].items() if table != "journal" or key in rows}
        assert set(ours) == set(rows), table
        for key, row in rows.items():
            assert {column: ours[key].get(column) for column in row} == row, f"{table} {key}"


def summary(case: Case) -> list[list[object]]:
    """The claims as the program reads them: number, text, status, basis, how many articles and origins."""
    found = ((view.claim, view.meter) for view in case.claims.views())
    return [[c.number, c.text, c.status.value, c.basis.value if c.basis else None, m.articles, m.origins] for c, m in found]


def describe(path: Path, copy: Path) -> dict[str, Any]:
    """What is to be held against a file later on. `copy` is where a copy of it may be worked with."""
    told: dict[str, Any] = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "rows": rows_of(path)}
    case = Case.open(shutil.copyfile(path, copy), lambda: "me")
    told |= {"claims": summary(case), "redo": case.undo_names()[1]}
    undone = []
    while case.undo_names()[0]:
        undone.append(case.undo()[0])
    told |= {"undo": undone[::-1], "claims at the beginning": summary(case), "next claim": case.claims.add("another").new("claims")}
    case.close()
    return told


def write(path: Path, golden: dict[str, Any]) -> None:
    """A file with one row on a line, so that a difference can be read."""
    head = "".join(f"{_json(name)}: {_json(value)},\n" for name, value in golden.items() if name != "rows")
    tables = ",\n".join(f"{_json(table)}: {_lines(rows)}" for table, rows in golden["rows"].items())
    path.write_text(f'{{\n{head}"rows": {{\n{tables}\n}}\n}}\n', encoding="utf-8")


def _lines(rows: dict[str, dict[str, Any]]) -> str:
    return "{" + ",".join(f"\n  {_json(key)}: {_json(row)}" for key, row in rows.items()) + "\n}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))
