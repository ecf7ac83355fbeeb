"""What rows are called, for a history in words: the few columns that say it, one row at a time or all at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.storage.edits import edits_of
from workbench.storage.reader import Reader, connection_of

LONGEST = 1000
"""Letters of a text that are read; no line of a history shows more."""
CALLED = {
    "claims": f"SELECT id, substr(text, 1, {LONGEST}) AS text FROM claims",
    "articles": "SELECT id, name, (SELECT value FROM metadata_fields m WHERE m.article_id = a.id AND m.field = 'publisher') AS publisher, "
    "(SELECT value FROM metadata_fields m WHERE m.article_id = a.id AND m.field = 'title') AS title FROM articles a",
    "passages": f"SELECT id, article_id, substr(exact, 1, {LONGEST}) AS exact FROM passages",
    "origins": "SELECT id, name FROM origins",
    "discrepancies": f"SELECT id, substr(summary, 1, {LONGEST}) AS summary FROM discrepancies",
    "appearances": "SELECT id, article_id, passage_id FROM appearances",
    "evidence": "SELECT id, article_id, passage_id, url, name, note FROM evidence",
}
"""By table, what is read of its rows."""

Known = dict[str, Any]


class RowNames:
    """Rows as they are now, or were when they went, each read once."""

    def __init__(self, reader: Reader) -> None:
        # Many small questions: the driver itself answers them five times as fast.
        self._cursor = connection_of(reader).connection.cursor()
        self._known: dict[tuple[str, int], Known | None] = {}

    def of(self, table: str, row: int) -> Known | None:
        """The columns of CALLED of a row; None for one that never was."""
        key = (table, row)
        if key not in self._known:
            found = next(self._read(f"{CALLED[table]} WHERE id = ?", row), None)
            self._known[key] = found or self._last(table, row)
        return self._known[key]

    def _last(self, table: str, row: int) -> Known | None:
        """How a row was when it went, by the journal."""
        query = "SELECT seq, edits FROM journal WHERE instr(edits, ?) > 0 AND instr(edits, ?) > 0 ORDER BY seq DESC LIMIT 1"
        for step in self._read(query, f'["{table}",', f'"id":{row},'):
            images = [
                before for name, before, _ in edits_of(step["seq"], step["edits"]) if name == table and before and before["id"] == row
            ]
            return images[-1] if images else None
        return None

    def _read(self, query: str, *values: object) -> Iterator[Known]:
        found = self._cursor.execute(query, values)
        names = [column[0] for column in self._cursor.description]
        return (dict(zip(names, row, strict=True)) for row in found.fetchall())

    def read_all(self) -> None:
        """Read every row that may be asked for: quicker than one at a time where a whole journal is told."""
        for table, query in CALLED.items():
            self._known.update(((table, found["id"]), found) for found in self._read(query))
