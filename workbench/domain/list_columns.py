"""Which column of a list of articles is what: the fields that a list may have, what was chosen for some headings, and what is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeGuard

LONGEST_CELL = 200
"""Code points of a cell that are shown when it is asked which column is which."""
SHOWN_ROWS = 5


class ListField(StrEnum):
    """What a column of a list of articles may hold; the value is its name on the command line and in the settings."""

    TITLE = "title"
    TEXT = "text"
    SUMMARY = "summary"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    DATE = "date"
    ADDRESS = "address"
    LANGUAGE = "language"


Columns = Mapping[ListField, str]
"""By field the heading of its column."""


@dataclass(frozen=True, slots=True)
class UnsureColumns:
    """A list whose columns have to be asked for: its headings, the beginning of its first rows, and what they may be."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Columns = field(default_factory=dict)

    def dumped(self) -> dict[str, object]:
        """The same as JSON may hold it."""
        return {"headings": [*self.headings], "rows": [[*row] for row in self.rows], "guess": written(self.guess)}


@dataclass(frozen=True, slots=True)
class ChosenColumns:
    """What a person has said of columns: `given` for every list that has these headings, `remembered` by the key of a set of headings."""

    given: Columns = field(default_factory=dict)
    remembered: Mapping[str, Columns] = field(default_factory=dict)

    def of(self, headings: Sequence[str]) -> Columns | None:
        """What was chosen for a list with these headings; None where nothing was, or it names others."""
        for columns in (self.given, self.remembered.get(key_of(headings), {})):
            if ListField.TEXT in columns and {*columns.values()} <= {*headings}:
                return columns
        return None

    def dumped(self) -> dict[str, object]:
        """The same as JSON may hold it."""
        return {"given": written(self.given), "remembered": {key: written(columns) for key, columns in self.remembered.items()}}


NOTHING_CHOSEN = ChosenColumns()


def key_of(headings: Sequence[str]) -> str:
    """What a set of headings is known by, in whatever order they stand: SHA-256 in hex."""
    return hashlib.sha256("\n".join(sorted(headings)).encode("utf-8", "replace")).hexdigest()


def written(columns: Columns) -> dict[str, str]:
    """Columns as JSON may hold them."""
    return {each.value: heading for each, heading in columns.items()}


def columns_in(value: object) -> dict[ListField, str]:
    """Columns out of JSON; what is none is left out."""
    known = {each.value: each for each in ListField}
    found = value.items() if isinstance(value, dict) else ()
    return {known[name]: heading for name, heading in found if name in known and isinstance(heading, str)}


def chosen_in(value: object) -> ChosenColumns:
    """What was chosen, out of JSON."""
    parts = value if isinstance(value, dict) else {}
    several = parts.get("remembered")
    remembered = {str(key): columns_in(each) for key, each in several.items()} if isinstance(several, dict) else {}
    return ChosenColumns(columns_in(parts.get("given")), remembered)


def unsure_in(value: object) -> UnsureColumns | None:
    """What is asked, out of JSON; None for what is none: each row must have a cell for each heading."""
    parts: dict[str, Any] = value if isinstance(value, dict) else {}
    headings, rows = parts.get("headings"), parts.get("rows")
    if not (_words(headings) and isinstance(rows, list) and all(_words(row) and len(row) == len(headings) for row in rows)):
        return None
    guess = {each: heading for each, heading in columns_in(parts.get("guess")).items() if heading in headings}
    return UnsureColumns(tuple(headings), tuple(tuple(row) for row in rows[:SHOWN_ROWS]), guess)


def _words(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)
