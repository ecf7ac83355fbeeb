"""What a step of the journal changed, read back from its JSON: the one place where that text is believed or not.

The chain of hashes says whether a step was changed after it was written; a reader of the journal does not wait for that, so what it
reads has the shape that the triggers write, or it is a BadRow.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Column, Integer, Table

from workbench.domain.changes import Edit, Row
from workbench.storage.rows import BadRow, shape_of, worded
from workbench.storage.tables import JOURNALED

TABLES = {table.name: table for table in JOURNALED}


def edits_of(seq: int, text: object) -> list[Edit]:
    """The edits of the step `seq`, every image with every column of its table. Raises BadRow for what no step says."""
    try:
        return [_edit(*edit) for edit in json.loads(text)]  # type: ignore[arg-type] # what is no text raises TypeError
    except (ValueError, TypeError, LookupError, RecursionError, BadRow) as error:
        raise BadRow("journal", seq, "what this step changed cannot be read") from error


def _edit(table: str, before: Row | None, after: Row | None) -> Edit:
    definition = TABLES[table]
    was, became = _image(definition, before), _image(definition, after)
    if (was or became) is None or (was and became and was["id"] != became["id"]):
        raise ValueError("an edit has a row before or after it, and both are one row")
    return table, was, became


def _image(table: Table, row: Row | None) -> Row | None:
    if row is None:
        return None
    if not isinstance(row, dict):
        raise TypeError("a row is columns by name")
    shape = shape_of(table)
    known = row if row.keys() == shape.columns else complete(table, row)
    shape.check([known[name] for name in shape.names], known["id"])
    return known


def listed(seq: int, edit: Edit) -> Edit:
    """The edit, once every value of a closed list in it is found to be on it. Raises BadRow."""
    table, *images = edit
    for image in images:
        try:
            if image is not None:
                worded(table, image)
        except ValueError as error:
            raise BadRow("journal", seq, error) from error
    return edit


def complete(table: Table, row: Row) -> Row:
    """A row as kept, with the defaults of columns that came in a later version of the file. Raises ValueError for columns there are not."""
    if not row.keys() <= shape_of(table).columns:
        raise ValueError(f"{table.name} has no such column")
    return {column.name: row[column.name] if column.name in row else default(column) for column in table.columns}


def default(column: Column[Any]) -> str | int | None:
    """What a row has in a column that came in a later version of the file."""
    if column.server_default is None:
        return None
    said = str(column.server_default.arg)  # type: ignore[attr-defined]
    return int(said) if isinstance(column.type, Integer) else said
