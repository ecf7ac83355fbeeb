"""What an operation changed: ids per kind of thing. Every mutation returns one; views decide what to redraw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids touched by one or more steps, by table name, and those newly made; `step` is the last journal sequence number seen.

    A row that belongs to a claim or an article (it has claim_id or article_id) touches that claim or article too.
    """

    step: int = 0
    ids: Mapping[str, frozenset[int]] = field(default_factory=dict)
    made: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def new(self, table: str) -> int:
        """The id of the (first) row of `table` that these changes made."""
        return self.made[table][0]

    def __bool__(self) -> bool:
        return bool(self.ids)

    def of(self, table: str) -> frozenset[int]:
        return self.ids.get(table, frozenset())

    @property
    def articles(self) -> frozenset[int]:
        return self.of("articles")

    @property
    def claims(self) -> frozenset[int]:
        return self.of("claims")

    def only(self, table: str) -> bool:
        """Whether nothing but rows of that table changed."""
        return self.ids.keys() == {table}

    def touches(self, *tables: str) -> bool:
        return any(self.ids.get(table) for table in tables)

    def __or__(self, other: Changes) -> Changes:
        tables = {*self.ids, *other.ids}
        made = {table: (*self.made.get(table, ()), *other.made.get(table, ())) for table in {*self.made, *other.made}}
        return Changes(max(self.step, other.step), {table: self.of(table) | other.of(table) for table in tables}, made)


OWNERS = (("claim_id", "claims"), ("article_id", "articles"), ("discrepancy_id", "discrepancies"), ("memo_id", "memos"))
Row = dict[str, Any]
Edit = tuple[str, Row | None, Row | None]
"""Table name, the row before (None for an insert) and the row after (None for a delete)."""


def changes_from(step: int, edits: Iterable[Edit]) -> Changes:
    """The Changes that a list of journal edits amounts to."""
    ids: dict[str, set[int]] = {}
    made: dict[str, list[int]] = {}
    for table, before, after in edits:
        if before is None and after is not None:
            made.setdefault(table, []).append(after["id"])
        touched = ids.setdefault(table, set())
        for row in (before, after):
            if row is None:
                continue
            touched.add(row["id"])
            for column, owner in OWNERS:
                if (owner_id := row.get(column)) is not None:
                    ids.setdefault(owner, set()).add(owner_id)
    return Changes(step, {table: frozenset(found) for table, found in ids.items()}, {table: tuple(new) for table, new in made.items()})
