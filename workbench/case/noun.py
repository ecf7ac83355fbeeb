"""What the noun modules share: the case file, and words made fit to be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbench.domain.dates import FIELDS, kept_date
from workbench.domain.errors import RuleBroken
from workbench.domain.terms import Term

if TYPE_CHECKING:
    from workbench.case.views import Views
    from workbench.storage import CaseFile


class Noun:
    """One kind of thing and what can be done with it: changes go to the file, and what is shown comes from the views."""

    def __init__(self, file: CaseFile, views: Views) -> None:
        self._file = file
        self._views = views


TRANSLATION = ("translation", "translated_by", "translated_how")
"""The fields of a passage's translation: its words, whose they are, how they were made."""
Columns = Mapping[str, type[Term] | None]
"""The fields that may be set by name, each with its closed list if it has one."""


def refuse_unknown(values: Mapping[str, object], columns: Columns) -> None:
    """Raise RuleBroken for a field that is not set by name, or a value that is not a term of its closed list."""
    for name, value in values.items():
        if name not in columns:
            raise RuleBroken("field", f"“{name.replace('_', ' ')}” cannot be set that way.")
        terms = columns[name]
        if terms and value is not None and value not in {term.value for term in terms}:
            raise RuleBroken("term", f"“{value}” is not a {name.replace('_', ' ')}. Choose one of: {', '.join(terms)}.")


def as_date(table: str, field: str, written: str) -> str:
    """What a person wrote in a field of a table that takes a date, in the form in which it is kept. Raises RuleBroken."""
    return kept_date(written, FIELDS[table, field])


def with_dates(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values, those of fields that take a date in the form in which they are kept. Raises RuleBroken."""
    return {name: as_date(table, name, str(value or "")) if (table, name) in FIELDS else value for name, value in values.items()}


def words(text: str) -> str:
    """Text from a person as one line: white space folded, NUL and lone surrogates (which no file can hold) replaced."""
    return " ".join(kept(text).split())


def kept(text: str) -> str:
    """Text from a person as it may be kept, line breaks included."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
