"""The values that key and date fields of a query take, checked and explained."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.dates import Shape, read_date
from workbench.domain.errors import RuleBroken
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import ZoneKind
from workbench.search.tree import KIND_NAMES, Dates

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*")
_CLAIM = re.compile(r"[cC]?([0-9]{1,9})")
_AGAINST = re.compile(r"[<>]=?")
_EXAMPLE = '2024-10-18, 2024-10, 2024 or "18 Oct 2024"; a range like 2024-10-18..2024-10-22, >2024-10-18 or <2024-10-18'


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
    except OverflowError as error:
        raise ValueError(f"There is no day beyond “{typed}”. Write it like {_EXAMPLE}.") from error


def _dates(typed: str) -> Dates:
    if found := _AGAINST.match(typed):
        first, last = _days(typed[found.end() :])
        one, beyond = timedelta(days=1), len(found[0]) == 1
        if found[0].startswith(">"):
            return Dates((last + one if beyond else first).isoformat(), "")
        return Dates("", (first - one if beyond else last).isoformat())
    lower, dots, upper = (part.strip() for part in typed.partition(".."))
    if dots and bool(lower) != bool(upper):
        first, last = _days(lower or upper)
        return Dates(first.isoformat(), "") if lower else Dates("", last.isoformat())
    first, last = _days(typed)
    return Dates(first.isoformat(), last.isoformat())


def _days(text: str) -> tuple[date, date]:
    """The first and last day of what was typed. ValueError says what to type."""
    try:
        found = read_date(text, Shape.DAYS, _EXAMPLE)
    except RuleBroken as broken:
        raise ValueError(str(broken)) from broken
    return found.first.first, found.last.last
