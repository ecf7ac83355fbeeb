"""The one reader of dates: what a person writes in a field, a query or a form, and what a file holds, as days of the calendar.

It reads what the desk writes (domain/days.py), ISO 8601 and the usual others; what reads two ways (3/4/2016) it refuses, and it
completes nothing from today's date. What it reads has one form to be kept: YYYY-MM-DD, YYYY-MM or YYYY, with a time as it was written
(T22:58, T22:58:30Z, T22:58+09:00), or two of these with "/" between.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from workbench.domain import date_forms
from workbench.domain.date_forms import WEEKDAYS, Misread, Parts
from workbench.domain.errors import RuleBroken
from workbench.domain.months import MONTHS

LONGEST = 80
"""Code points; no date is longer, and what is longer is not looked through."""
SHOWN = 40


class Shape(Enum):
    """What a field takes: its value in words, and an example for whoever wrote something else."""

    DAY = ("a single day", "9 Nov 2016 or 2016-11-09")
    DAYS = ("a day, a month, or from when to when", "9 Nov 2016, 8–13 Oct 2024, 2016-11-09 or 2024-10-08/2024-10-13")
    MOMENT = ("a day, perhaps with a time", "9 Nov 2016, 9 Nov 2016 22:58 or 2016-11-09T22:58+09:00")

    @property
    def takes(self) -> str:
        return self.value[0]

    @property
    def example(self) -> str:
        return self.value[1]


FIELDS: Mapping[tuple[str, str], Shape] = MappingProxyType(
    {
        ("info", "as_of"): Shape.MOMENT,
        ("claims", "event_date"): Shape.DAYS,
        ("claims", "denied_on"): Shape.DAY,
        ("claims", "as_of"): Shape.MOMENT,
        ("claims", "review_on"): Shape.DAY,
        ("evidence", "dated"): Shape.DAY,
        ("metadata_fields", "published"): Shape.DAYS,
        ("metadata_fields", "modified"): Shape.DAYS,
        ("metadata_fields", "retrieved"): Shape.MOMENT,
    }
)
"""Every field of a case in which a person writes a date, by table and field (of metadata: its name), with what it takes."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it or a day; 0 for a part that is not given. `time` is the time of a day as it is kept, such as
    "22:58+09:00"; empty for none."""

    year: int
    month: int = 0
    day: int = 0
    time: str = ""

    @property
    def iso(self) -> str:
        return self.iso_date + (f"T{self.time}" if self.time else "")

    @property
    def iso_date(self) -> str:
        """YYYY-MM-DD, YYYY-MM or YYYY."""
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)))

    @property
    def first(self) -> date:
        """The first day that it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class When:
    """What a date says: from `first` to `last`, the same where it is not a range."""

    first: Point
    last: Point

    @property
    def iso(self) -> str:
        """The form in which it is kept."""
        return self.first.iso if self.first == self.last else f"{self.first.iso}/{self.last.iso}"


def kept_date(words: str, shape: Shape) -> str:
    """What a person wrote in a field of that shape, in the form in which it is kept; empty for nothing.

    Raises RuleBroken that says what was written, what is wrong with it, and how it might be written.
    """
    return read_date(words, shape).iso if words.strip() else ""


def read_date(words: str, shape: Shape, example: str = "") -> When:
    """What a person wrote where a date of that shape is asked for. Raises RuleBroken as `kept_date` does; `example` stands in it."""
    written = " ".join(words.split())
    try:
        found = _read(written)
        if fault := _misfit(found, shape):
            raise Misread(fault)
    except Misread as misread:
        shown = written if len(written) <= SHOWN else f"{written[:SHOWN]}…"
        raise RuleBroken("date", f"“{shown}” {misread}. Write it like {example or shape.example}.") from misread
    return found


@lru_cache(maxsize=4096)
def known_date(text: str) -> When | None:
    """What a stored or typed date says, whatever its form and shape; None for what is no date."""
    try:
        return _read(text.strip())
    except Misread:
        return None


def kept_otherwise(value: str, shape: Shape) -> str:
    """What is to be said of a stored value that is no date of that shape in the form in which dates are kept; empty for one that is,
    and for nothing. The words follow the value: “9 Nov 2016” is taken for 2016-11-09."""
    if not value:
        return ""
    try:
        found = _read(value)
    except Misread as misread:
        return str(misread)
    if fault := _misfit(found, shape):
        return fault
    return "" if all(date_forms.iso(part) for part in value.split("/")) else f"is taken for {found.iso}"


def _read(text: str) -> When:
    """Raises Misread, whose words follow what was written: “…” is no date that can be read."""
    if len(text) > LONGEST:
        raise Misread("is longer than any date")
    first, last = date_forms.parts_of(text)
    found = When(_point(first), _point(last))
    if found.first.first > found.last.last:
        raise Misread("ends before it begins")
    return found


def _point(parts: Parts) -> Point:
    """Parts as a place in the calendar. Raises Misread for a day or month that there is not."""
    if not parts.year:
        raise Misread("has no year")
    if parts.month > 12:
        raise Misread(f"names a month {parts.month}, and there are 12")
    if parts.day > (longest := monthrange(parts.year, parts.month or 1)[1]):
        raise Misread(f"is no day: {MONTHS[parts.month - 1]} {parts.year} has {longest}")
    point = Point(parts.year, parts.month, parts.day, parts.time)
    if parts.weekday and parts.weekday != point.first.isoweekday():
        weekday = next(name for name, number in WEEKDAYS.items() if number == point.first.isoweekday())
        raise Misread(f"is no day: {point.day} {MONTHS[point.month - 1]} {point.year} is a {weekday.capitalize()}")
    return point


def _misfit(found: When, shape: Shape) -> str:
    """Why a date does not fit a field, in words; empty where it does."""
    if shape is Shape.DAYS:
        return ""
    if found.first != found.last:
        return f"says from when to when, and here stands {shape.takes}"
    if not found.first.day:
        return f"is a {'month' if found.first.month else 'year'}, and here stands {shape.takes}"
    if shape is Shape.DAY and found.first.time:
        return "says a time, and here stands a day without one"
    return ""
