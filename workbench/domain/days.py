"""Days and ranges of days as people read them: "21–22 Oct 2024" for 2024-10-21/2024-10-22. English month names, whatever the system's."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]\d\d:\d\d.*)?$")

Day = tuple[int, int, int]
"""Year, month and day; 0 for a part that is not given."""


def day_words(value: str, *, year: bool = True) -> str:
    """An ISO 8601 date, or two with "/" between (a range), in short words; without the year when told so.

    What cannot be read as a date comes back as it is: the analyst may have written "early October".
    """
    ends = [_day(part) for part in value.strip().split("/")]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None:
        return value
    if first == last:
        return _words(first, year=year)
    same_year = first[0] == last[0]
    if same_year and first[1] == last[1] and first[2] and last[2]:
        return f"{first[2]}–{_words(last, year=year)}"
    return f"{_words(first, year=year and not same_year)} – {_words(last, year=year)}"


def first_day(value: str) -> str:
    """The first day of a date or range as YYYY-MM-DD (or YYYY-MM, YYYY), for sorting and grouping; empty when it is no date."""
    part = value.strip().split("/")[0]
    return part[:10].split("T")[0] if _day(part) else ""


def last_day(value: str) -> str:
    """The last day of a date or range, in the form of first_day."""
    return first_day(value.rpartition("/")[2])


def _day(text: str) -> Day | None:
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    if "00" in found.groups():
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    return (year, month, day) if month <= 12 and day <= 31 else None


def _words(day: Day, *, year: bool) -> str:
    number = str(day[2]) if day[2] else ""
    month = MONTHS[day[1] - 1] if day[1] else ""
    return " ".join(filter(None, (number, month, str(day[0]) if year or not month else "")))


def day_span(value: str) -> tuple[date, date] | None:
    """The first and the last day that a date or range covers: a month covers all its days. None for what is no date."""
    ends = [_day(part) for part in value.strip().split("/")]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None:
        return None
    try:
        begin = date(first[0], first[1] or 1, first[2] or 1)
        month = last[1] or 12
        end = date(last[0], month, last[2] or monthrange(last[0], month)[1])
    except ValueError:
        return None
    return (begin, end) if begin <= end else None
