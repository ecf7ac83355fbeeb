"""Days and ranges of days as people read them: "21–22 Oct 2024" for 2024-10-21/2024-10-22. English month names, whatever the system's.

All of these read what they are given as domain/dates.py does, whatever form it was kept in.
"""

from __future__ import annotations

import re
from datetime import date

from workbench.domain.dates import Point, known_date
from workbench.domain.months import SHORT

TIME = re.compile(r"([\d:.]+)(.*)")


def day_words(value: str, *, year: bool = True) -> str:
    """A date, or a range, in short words; without the year when told so.

    What cannot be read as a date comes back as it is: an older file may hold "early October".
    """
    found = known_date(value)
    if found is None:
        return value
    first, last = found.first, found.last
    if first.iso_date == last.iso_date:
        return _words(first, year=year)
    same_year = first.year == last.year
    if same_year and first.month == last.month and first.day and last.day:
        return f"{first.day}–{_words(last, year=year)}"
    return f"{_words(first, year=year and not same_year)} – {_words(last, year=year)}"


def first_day(value: str) -> str:
    """The first day of a date or range as YYYY-MM-DD (or YYYY-MM, YYYY), for sorting and grouping; empty when it is no date."""
    found = known_date(value)
    return found.first.iso_date if found else ""


def last_day(value: str) -> str:
    """The last day of a date or range, in the form of first_day."""
    found = known_date(value)
    return found.last.iso_date if found else ""


def _words(point: Point, *, year: bool) -> str:
    number = str(point.day) if point.day else ""
    month = SHORT[point.month - 1] if point.month else ""
    return " ".join(filter(None, (number, month, f"{point.year:04}" if year or not month else "")))


def day_span(value: str) -> tuple[date, date] | None:
    """The first and the last day that a date or range covers: a month covers all its days. None for what is no date."""
    found = known_date(value)
    return (found.first.first, found.last.last) if found else None


def date_words(value: str) -> str:
    """The same as `day_words` with the time, where a single day has one: "9 Nov 2016 22:58 UTC+09:00"."""
    found = known_date(value)
    if found is None or found.first != found.last or not found.first.time:
        return day_words(value)
    clock, zone = TIME.fullmatch(found.first.time).groups()  # type: ignore[union-attr] # a time is kept in this form
    return " ".join(filter(None, (_words(found.first, year=True), clock, f"UTC{zone}".removesuffix("Z") if zone else "")))
