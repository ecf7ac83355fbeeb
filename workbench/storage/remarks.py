"""What is worth knowing about a file that is sound: dates that older versions kept as they were written, whatever they were."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from workbench.domain.dates import FIELDS, Shape, kept_otherwise

WHERE = {
    "info": "'the case'", "claims": "'C' || id", "evidence": "'evidence of C' || claim_id", "metadata_fields": "'Ex. ' || article_id",
    "articles": "'Ex. ' || id", "takedowns": "'Ex. ' || exhibit", "reviews": "'C' || claim_id", "memos": "'v' || id",
    "sign_offs": "'v' || memo_id", "appearances": "'C' || claim_id",
}  # fmt: skip
"""What a row of a table is called, in SQL."""
BY_THE_PROGRAM = (
    ("info", "created_at"), ("articles", "imported_at"), ("takedowns", "erased_at"), ("reviews", "reviewed_at"), ("memos", "as_of"),
    ("sign_offs", "signed_at"), ("appearances", "looked_at"),
)  # fmt: skip
"""Moments that no person writes; a foreign tool may have."""


def date_remarks(connection: Connection) -> Iterator[str]:
    """A line for each stored value that is not a date as its field keeps them: table, whose, field and value, and how it is taken."""
    for (table, field), shape in (dict(FIELDS) | dict.fromkeys(BY_THE_PROGRAM, Shape.MOMENT)).items():
        column, wanted = ("value", f"field = '{field}'") if table == "metadata_fields" else (field, "1")
        rows = connection.exec_driver_sql(f"SELECT {WHERE[table]}, {column} FROM {table} WHERE {wanted} AND {column} <> '' ORDER BY id")
        for where, value in rows:
            if said := kept_otherwise(value, shape):
                yield f"{table}, {where}: {field.replace('_', ' ')} “{value}” {said}. Write it again."
