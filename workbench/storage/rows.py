"""From rows to domain values: the one place where what stands in a table is believed or not.

A case file may have been damaged or changed by a foreign tool, so every value is held against its column's type and its closed list
before it becomes anything. What does not fit raises BadRow, which leaves the storage room as DamagedCase with the table and the row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Integer, LargeBinary, RowMapping, Table

from workbench.domain import entities as e
from workbench.domain import vocabulary as v
from workbench.domain.anchors import Anchor
from workbench.domain.errors import DamagedCase, WorkbenchError
from workbench.domain.layout import layout_of
from workbench.domain.statuses import Basis, Status
from workbench.domain.terms import Term
from workbench.storage import tables as t

R = TypeVar("R")
V = TypeVar("V")


class BadRow(WorkbenchError):
    """A row that is not one that this program writes. `detail` names it: `claims 12: “status” says “maybe”, which is on no list`."""

    exit_code = DamagedCase.exit_code

    def __init__(self, table: str, row: object, what: object) -> None:
        self.detail = f"{table} {row}: {what}"
        super().__init__(f"The case file is damaged ({self.detail}). Open a backup instead; nothing was changed.")


class Linked(dict[int, V]):
    """Rows by number, of which others hold the numbers. Asking for one that is not there raises BadRow: something points to nothing."""

    def __init__(self, table: str, found: Iterable[tuple[int, V]]) -> None:
        super().__init__(found)
        self._table = table

    def __missing__(self, row: int) -> V:
        raise BadRow(self._table, row, "something points to it, and it is not there")


class Terms(dict[str | None, Any]):
    """The members of a closed list by what is stored: looked up, not made anew for each of tens of thousands of rows."""

    def __init__(self, column: str, terms: type[Term], *, or_none: bool) -> None:
        super().__init__((term.value, term) for term in terms)
        self._column = column
        if or_none:
            self[None] = None

    def __missing__(self, value: object) -> Any:
        raise ValueError(f"“{self._column}” says {_shown(value)}, which is on no list")


LISTS: dict[str, dict[str, type[Term]]] = {
    "info": {"handling": v.Handling},
    "articles": {"method": v.Method, "grade": v.Reliability},
    "metadata_fields": {"field": v.Field, "confidence": v.Confidence, "set_by": v.SetBy},
    "zones": {"kind": v.ZoneKind, "set_by": v.SetBy},
    "passages": {"state": v.PassageState},
    "claims": {"kind": v.ClaimKind, "priority": v.Priority, "status": Status, "basis": Basis},
    "origins": {"kind": v.OriginKind, "reliability": v.Reliability},
    "appearances": {"stance": v.Stance, "origin_basis": v.OriginBasis},
    "evidence": {"relation": v.Relation},
    "assessments": {"credibility": v.Credibility, "likelihood": v.Likelihood, "confidence": v.Confidence},
    "checked": {"kind": v.CheckedKind},
    "discrepancies": {"type": v.DiscrepancyType, "severity": v.Severity, "state": v.DiscrepancyState, "found_by": v.FoundBy},
    "dismissals": {"type": v.DiscrepancyType},
    "sign_offs": {"role": v.Role},
    "reviews": {"verdict": v.ReviewVerdict},
}
"""Every column with a closed list, by table (db/checks/closed_lists.sql says the same)."""

TERMS = {
    table.name: {name: Terms(name, terms, or_none=bool(table.c[name].nullable)) for name, terms in LISTS.get(table.name, {}).items()}
    for table in t.JOURNALED
}


class Shape:
    """The types that the columns of a table have, STRICT and NOT NULL as they are defined: a damaged page may hold anything."""

    def __init__(self, table: Table, names: Sequence[str] = ()) -> None:
        columns = [table.c[name] for name in names] if names else list(table.columns)
        self.table = table.name
        self.names = tuple(column.name for column in columns)
        self.columns = frozenset(self.names)
        self._key = self.names.index(next(iter(table.primary_key)).name)
        self._types = [
            (int if isinstance(c.type, Integer) else bytes if isinstance(c.type, LargeBinary) else str, bool(c.nullable)) for c in columns
        ]
        self._seen: set[tuple[type, ...]] = set()

    def checked(self, rows: Iterable[Any]) -> Iterator[Any]:
        """The rows, each of which has the types of its columns. Raises BadRow."""
        for row in rows:
            self.check(row, row[self._key])
            yield row

    def check(self, values: Sequence[object], row: object) -> None:
        """Raise BadRow, naming `row`, unless these values of the columns in their order have the columns' types."""
        kinds = tuple(map(type, values))
        if kinds in self._seen:
            return
        for name, value, (kind, nullable) in zip(self.names, values, self._types, strict=True):
            if type(value) is not kind and not (value is None and nullable):
                raise BadRow(self.table, row, f"“{name}” is {_kind(value)}")
        self._seen.add(kinds)


def _kind(value: object) -> str:
    return {str: "a text", int: "a number", float: "a fraction", bytes: "bytes", type(None): "missing"}.get(
        type(value), "no value of a column"
    )


def _shown(value: object) -> str:
    text = str(value)
    return "nothing" if value is None else f"“{text[:40]}{'…' if len(text) > 40 else ''}”"


CLAIM = tuple(field.name for field in fields(e.Claim))
APPEARANCE = tuple(field.name for field in fields(e.Appearance))
LINK_SHAPE = Shape(t.journal, ("seq", "kind", "target", "name"))
EDITS_SHAPE = Shape(t.journal, ("seq", "edits"))
_SHAPES: dict[str, Shape] = {}


def shape_of(table: Table) -> Shape:
    """The shape of a whole table as it is defined now: a migration may bring it a column."""
    found = _SHAPES.get(table.name)
    if found is None or len(found.names) != len(table.columns):
        found = _SHAPES[table.name] = Shape(table)
    return found


CLAIM_SHAPE, APPEARANCE_SHAPE = Shape(t.claims, CLAIM), Shape(t.appearances, APPEARANCE)


def converted(table: str, rows: Iterable[R], convert: Callable[[R], V], key: Callable[[R], object]) -> Iterator[V]:
    """Each row as the value that `convert` makes of it. Raises BadRow naming the row that makes none."""
    for row in rows:
        try:
            value = convert(row)
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise BadRow(table, key(row), error.args[0] if error.args else error) from error
        yield value


def worded(table: str, row: Mapping[Any, Any]) -> dict[str, Any]:
    """The columns of a row by name, those of a closed list as its members. Raises ValueError for one that is on no list."""
    values = dict(row)
    for name, terms in TERMS[table].items():
        values[name] = terms[values[name]]
    return values


def article(row: RowMapping, known: dict[v.Field, e.Metadatum], size: int) -> e.Article:
    values = worded("articles", row)
    read = {"warnings": _texts(row["warnings"]), "layout": layout_of(row["layout"])}
    return e.Article(**values | read | {"original_size": size, "metadata": known})


def _texts(stored: str) -> tuple[str, ...]:
    """A list of texts kept as JSON; empty is none."""
    found = json.loads(stored or "[]")
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise ValueError("“warnings” is no list of texts")
    return tuple(found)


def metadatum(row: RowMapping) -> tuple[int, v.Field, e.Metadatum]:
    values = worded("metadata_fields", row)
    return row["article_id"], values["field"], e.Metadatum(row["value"], values["confidence"], row["basis"], values["set_by"])


def passage(row: RowMapping) -> e.Passage:
    anchor = Anchor(row["start"], row["end"], row["exact"], row["prefix"], row["suffix"])
    return e.Passage(row["id"], row["article_id"], anchor, TERMS["passages"]["state"][row["state"]])


_KINDS, _PRIORITIES, _STATUSES, _BASES = (TERMS["claims"][name] for name in ("kind", "priority", "status", "basis"))
_STANCES, _ORIGIN_BASES = (TERMS["appearances"][name] for name in ("stance", "origin_basis"))


def claim(row: Sequence[Any]) -> e.Claim:
    """A claim from its columns in the order of CLAIM."""
    number, text, kind, priority, event_date, status, basis, *rest = row
    return e.Claim(number, text, _KINDS[kind], _PRIORITIES[priority], event_date, _STATUSES[status], _BASES[basis], *rest)


def appearance(row: Sequence[Any]) -> e.Appearance:
    """An appearance from its columns in the order of APPEARANCE."""
    number, claim_id, article_id, passage_id, stance, by, verb, hedge, via, origin, basis, *rest = row
    return e.Appearance(
        number, claim_id, article_id, passage_id, _STANCES[stance], by, verb, hedge, via, origin, _ORIGIN_BASES[basis], *rest
    )  # fmt: skip


def origin(row: RowMapping) -> e.Origin:
    values = worded("origins", row)
    return e.Origin(**values | {"anonymous": bool(row["anonymous"]), "aliases": tuple(row["aliases"].splitlines())})


def evidence(row: RowMapping) -> e.Evidence:
    independent = None if row["independent"] is None else bool(row["independent"])
    return e.Evidence(**worded("evidence", row) | {"independent": independent})
