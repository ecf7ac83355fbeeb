"""How dates are written: forms in, their parts out (year, month, day, time, as numbers of the words). Whether there is such a day is
not asked here.

A range is two halves; one may leave to the other what they share: "8–13 Oct 2024", "Oct – Nov 2024", "Oct 8–13, 2024".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.domain.months import MONTH_OF, MONTHS, PATTERN


class Misread(ValueError):
    """What is wrong with what was written, in words that follow it: “3/4/2016” reads two ways."""


NONE = "is no date that can be read"


@dataclass(frozen=True, slots=True)
class Parts:
    """0 or empty for what is not said. `time` is in the form in which it is kept, `weekday` counts from Monday, which is 1."""

    year: int
    month: int
    day: int
    time: str = ""
    weekday: int = 0


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(r"\d", "[0-9]"))


_KEPT_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_ISO = _form(rf"(?!0000)(\d{{4}})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T({_KEPT_TIME}))?)?)?")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|o|\.)?"
_MONTH = rf"(?P<name>{PATTERN})(?![^\W\d_])\.?"
_YEAR = r"(?P<year>\d{4})"
_OF = r"(?:of |de )?"
_FORMS = tuple(
    _form(form)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?",
        rf"{_YEAR}(?:/|\. ?)(?P<month>\d{{1,2}})(?:/|\. ?)(?P<day>\d{{1,2}})\.?",
        rf"{_YEAR} ?[年년] ?(?P<month>\d{{1,2}}) ?[月월](?: ?(?P<day>\d{{1,2}}) ?[日일])?",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        _YEAR,
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?: ?(?P<year>\d{4}))?",
        rf"(?:the )?{_DAY}[ -]?{_OF}{_MONTH}(?:,? ?-?{_OF}{_YEAR})?",
        rf"{_MONTH}[ -]?{_DAY}(?:,? ?-?{_YEAR})?",
        rf"{_MONTH}(?:,? ?-?{_OF}{_YEAR})?",
        rf"{_YEAR}[ -]?{_MONTH}(?:[ -]?{_DAY})?",
    )
)
_HALF = _form(rf"{_DAY}(?:, ?{_YEAR})?")
"""What only a half of a range may be: a day, and the year of both behind it."""
_TWO_WAYS = _form(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_ZONE = r"(?: ?(?P<zone>z|(?:utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d(?::?\d\d)?))?"
_MINUTE = r":(?P<minute>\d\d)(?::(?P<second>\d\d(?:[.,]\d{1,6})?))?(?: ?(?P<half>[ap])\.?m\.?)?"
_CLOCK = rf"(?P<hour>\d{{1,2}})(?:{_MINUTE}| ?(?P<alone>[ap])\.?m\.?)"
_BEFORE = _form(rf"(?:at )?{_CLOCK}{_ZONE},? (?:on )?")
_AFTER = _form(rf"(?P<date>.*?[^ ,])(?P<lead>t|,? (?:at )?){_CLOCK}{_ZONE}")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: n for n, full in enumerate(_DAYS, start=1) for name in (full, full[:3])} | {"tues": 2, "thur": 4, "thurs": 4}
_WEEKDAY = _form(rf"(?:on )?(?P<weekday>{'|'.join(WEEKDAYS)})\b[.,]* ?")
_BETWEEN = re.compile(r" to | until | - |\.\.|/|-")


def iso(text: str) -> Parts | None:
    """The parts of one date in the form in which dates are kept; None for anything else. The quick way, for what is stored."""
    found = _ISO.fullmatch(text)
    return Parts(int(found[1]), int(found[2] or 0), int(found[3] or 0), found[4] or "") if found else None


def parts_of(text: str) -> tuple[Parts, Parts]:
    """The first and the last of what is written, the same where it is one date. Raises Misread."""
    ends = [iso(part) for part in text.split("/")]
    if len(ends) <= 2 and ends[0] and ends[-1]:
        return ends[0], ends[-1]
    folded = _folded(text)
    single = _single(folded)
    if single:
        return single, single
    found = set(_ranges(folded))
    if len(found) > 1:
        raise Misread("reads two ways")
    if not found:
        raise Misread(NONE)
    return found.pop()


def _folded(text: str) -> str:
    """Small letters, plain digits, one kind of dash, single spaces."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    dashed = ("-" if unicodedata.category(c) == "Pd" or c == "\N{MINUS SIGN}" else c for c in plain)
    return " ".join("".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in dashed).split())


def _ranges(text: str) -> Iterator[tuple[Parts, Parts]]:
    """Every way in which it is two dates with something between."""
    bare = re.sub(r"^from (?=.* to )", "", text)
    if bare.startswith("between "):
        bare = bare.removeprefix("between ").replace(" and ", " to ")
    for found in _BETWEEN.finditer(bare):
        left, right = (_single(half.strip(" "), half=True) for half in (bare[: found.start()], bare[found.end() :]))
        if left and right and (both := _shared(left, right)):
            yield both


def _shared(left: Parts, right: Parts) -> tuple[Parts, Parts] | None:
    """The two halves with what one leaves to the other; None where something is still left open."""
    if not left.month and left.day and right.day:
        left = replace(left, month=right.month)
    if not left.year:
        left = replace(left, year=right.year)
    if not right.month and right.day and left.day:
        right = replace(right, month=left.month)
    if not right.year and left.month:
        right = replace(right, year=left.year)
    whole = all(half.year and (half.month or not half.day) for half in (left, right))
    return (left, right) if whole else None


def _single(text: str, *, half: bool = False) -> Parts | None:
    """One date, with its day of the week and time where they are said; None for what is none. Raises Misread for what reads two ways."""
    text, time = _timed(text)
    found = _WEEKDAY.match(text)
    weekday = WEEKDAYS[found["weekday"]] if found else 0
    text = text[found.end() :] if found else text
    parts = _date(text, half=half)
    if parts is None or ((time or weekday) and not parts.day):
        return None
    return replace(parts, time=time, weekday=weekday)


def _date(text: str, *, half: bool) -> Parts | None:
    if found := _TWO_WAYS.fullmatch(text):
        return _day_and_month(int(found[1]), int(found[3]), int(found[4]))
    for form in (*_FORMS, _HALF) if half else _FORMS:
        if found := form.fullmatch(text):
            said = found.groupdict()
            year, month, day = (int(said.get(name) or 0) for name in ("year", "month", "day"))
            if any(said.get(name) and not int(said[name]) for name in ("year", "month", "day")):
                raise Misread("names a day, a month or a year 0")
            return Parts(year, MONTH_OF[said["name"]] if said.get("name") else month, day)
    return None


def _day_and_month(first: int, second: int, year: int) -> Parts:
    """Two numbers and a year: which of them is the month is known only where one of them can be none, or where they are the same."""
    if not first * second * year:
        raise Misread("names a day, a month or a year 0")
    if first <= 12 and second <= 12 and first != second:
        one, other = (f"{day} {MONTHS[month - 1][:3]} {year}" for day, month in ((first, second), (second, first)))
        raise Misread(f"reads two ways, as {one} and as {other}")
    day, month = (second, first) if second > 12 else (first, second)
    return Parts(year, month, day)


def _timed(text: str) -> tuple[str, str]:
    """The text without its time, and the time as it is kept; the whole text and nothing where it says none that there is."""
    after, before = _AFTER.fullmatch(text), _BEFORE.match(text)
    if after and (time := _time(after, exact=after["lead"] == "t")):
        return after["date"], time
    if before and (time := _time(before, exact=False)):
        return text[before.end() :], time
    return text, ""


def _time(found: re.Match[str], *, exact: bool) -> str:
    """A time of day as it is kept; empty for one that there is not.

    “10:00-11:30” is from when to when for people and an offset for ISO 8601: it is read only where it can be no time to end.
    """
    hour, half, second, zone = int(found["hour"]), found["half"] or found["alone"], found["second"] or "", found["zone"] or ""
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = found["minute"] or "00"
    offset = _offset(zone)
    if offset is None or (zone.startswith("-") and not (exact or second or len(zone) == 5)):
        return ""
    time = f"{hour:02}:{minute}" + (f":{second.replace(',', '.')}" if second else "") + offset
    return time if iso(f"2000-01-01T{time}") else ""


def _offset(zone: str) -> str | None:
    """The zone of a time as it is kept; None for none there is."""
    bare = re.sub(r"^(?:utc|gmt)", "", zone)
    if not bare:
        return "Z" if zone else ""
    if bare == "z":
        return "Z"
    hours, minutes = re.fullmatch(r"(\d\d?):?(\d\d)?", bare[1:]).groups()  # type: ignore[union-attr] # the form of _ZONE
    return f"{bare[0]}{int(hours):02}:{minutes or '00'}"
