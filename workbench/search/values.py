"""The values that key and date fields of a query take, checked and explained."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from workbench.domain.vocabulary import Verdict, ZoneKind
from workbench.search.tree import KIND_NAMES, Dates

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*")
_CLAIM = re.compile(r"[cC]?([0-9]{1,9})")
_DATE_HELP = "A date looks like 2024-10-18, 2024-10 or 2024; a range like 2024-10-18..2024-10-22, >2024-10-18 or <2024-10-18."


def key_value(field: str, typed: str) -> str:
    """The stored form of what was typed after `lang:`, `status:`, `in:`, `claim:` or `zone:`. ValueError says what to type."""
    value = typed.lower()
    if field == "lang":
        if match := _LANGUAGE.fullmatch(value):
            return match[1]
        raise ValueError("lang: takes a language code: lang:en, lang:ko.")
    if field == "claim":
        if (match := _CLAIM.fullmatch(typed)) and int(match[1]):
            return str(int(match[1]))
        raise ValueError("claim: takes the number of a claim: claim:C7.")
    if field == "in":
        value = KIND_NAMES.get(value, value)
        return _one_of("in", value, list(KIND_NAMES.values()), list(KIND_NAMES))
    choices = [str(term) for term in (Verdict if field == "status" else ZoneKind)]
    return _one_of(field, value, choices, choices)


def _one_of(field: str, value: str, values: list[str], shown: list[str]) -> str:
    if value in values:
        return value
    raise ValueError(f"{field}: takes one of {', '.join(shown)}.")


def dates(typed: str) -> Dates:
    """The days that `published:` names. ValueError says what to type."""
    try:
        return _dates(typed)
    except (OverflowError, ValueError) as error:
        raise ValueError(_DATE_HELP) from error


def _dates(typed: str) -> Dates:
    one = timedelta(days=1)
    if typed.startswith(">="):
        return Dates(span_of_days(typed[2:])[0].isoformat(), "")
    if typed.startswith("<="):
        return Dates("", span_of_days(typed[2:])[1].isoformat())
    if typed.startswith(">"):
        return Dates((span_of_days(typed[1:])[1] + one).isoformat(), "")
    if typed.startswith("<"):
        return Dates("", (span_of_days(typed[1:])[0] - one).isoformat())
    lower, dots, upper = typed.partition("..")
    if not dots:
        upper = lower
    if not lower and not upper:
        raise ValueError("no date")
    first = span_of_days(lower)[0].isoformat() if lower else ""
    last = span_of_days(upper)[1].isoformat() if upper else ""
    if first and last and first > last:
        raise ValueError("range ends before it begins")
    return Dates(first, last)


def span_of_days(text: str) -> tuple[date, date]:
    """The first and last day of an ISO day, month or year. Raises ValueError for anything else."""
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(f"not a date: {text}")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not match[2]:
        return date(year, 1, 1), date(year, 12, 31)
    if not match[3]:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
