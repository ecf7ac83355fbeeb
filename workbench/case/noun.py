"""What the noun modules share: the case file, and words made fit to be kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.domain.days import day_span
from workbench.domain.errors import RuleBroken
from workbench.domain.vocabulary import Term

if TYPE_CHECKING:
    from workbench.case.views import Views
    from workbench.storage import CaseFile


class Noun:
    """One kind of thing and what can be done with it: changes go to the file, and what is shown comes from the views."""

    def __init__(self, file: CaseFile, views: Views) -> None:
        self._file = file
        self._views = views


DAY = re.compile(r"\d{4}-\d\d-\d\d")
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


def check_days(value: str) -> None:
    """Refuse what is not a day, a month, a range of them (2024-10-08/2024-10-13) or empty. Raises RuleBroken."""
    if value and day_span(value) is None:
        raise RuleBroken("date", f"“{value}” is not a day. Write it as 2024-10-21, or from when to when as 2024-10-08/2024-10-13.")


def words(text: str) -> str:
    """Text from a person as one line: white space folded, NUL and lone surrogates (which no file can hold) replaced."""
    return " ".join(kept(text).split())


def kept(text: str) -> str:
    """Text from a person as it may be kept, line breaks included."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")


def check_day(value: str) -> None:
    """Refuse what is not a day (YYYY-MM-DD) or empty. Raises RuleBroken."""
    span = day_span(value) if DAY.fullmatch(value) else None
    if value and span is None:
        raise RuleBroken("date", f"“{value}” is not a day. Write it as 2024-10-21.")


def check_moment(value: str) -> None:
    """Refuse what is neither a day nor a day with a time (ISO 8601) nor empty. Raises RuleBroken."""
    if value and not (DAY.match(value) and _reads(value)):
        raise RuleBroken("date", f"“{value}” is no day and no time. Write it as 2024-10-21 or 2024-10-21T18:00:00Z.")


def _reads(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
