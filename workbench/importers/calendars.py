"""Days in calendars other than the Gregorian one, as pages print them: the Iranian solar year, Japanese eras, the years of Taiwan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

_SOLAR_MONTHS = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
_SOLAR_PATTERN = "|".join(_SOLAR_MONTHS)
_SOLAR = re.compile(
    rf"(?<!\d)(?:(?P<day>\d{{1,2}})\s+(?P<month>{_SOLAR_PATTERN})(?:\s+ماه)?،?\s+(?P<year>1[34]\d\d)"
    r"|(?P<y>1[34]\d\d)(?P<sign>[/.-])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2}))(?!\d)"
)
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Years of a cycle of 33 that have a day more. Right for 1343 to 1472 (1964 to 2093)."""
_SOLAR_FIRST, _SOLAR_LAST, _CYCLE = 1343, 1472, 33
_NEW_YEAR_1400 = date(2021, 3, 21)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of each."""
_ERA = re.compile(r"(?P<era>令和|平成|昭和|民[國国])\s?(?P<year>元|\d{1,3})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")


def other_calendars(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Each date with its place and its day as YYYY-MM-DD; None for a day that there is not. Digits must be those from 0 to 9."""
    if text.isascii():
        return
    for found in _SOLAR.finditer(text):
        month = _SOLAR_MONTHS.index(found["month"]) + 1 if found["month"] else int(found["m"])
        if found["month"] or _ARABIC.search(text):
            yield (*found.span(), solar_day(int(found["year"] or found["y"]), month, int(found["day"] or found["d"])))
    for found in _ERA.finditer(text):
        year = _ERAS[found["era"]] + (1 if found["year"] == "元" else int(found["year"]))
        yield (*found.span(), _day(year, int(found["month"]), int(found["day"])))


_ARABIC = re.compile("[\u0600-\u06ff]")


def solar_day(year: int, month: int, day: int) -> str | None:
    """A day of the Iranian calendar as YYYY-MM-DD; None for one that there is not, or that is too far off to reckon."""
    if not (_SOLAR_FIRST <= year <= _SOLAR_LAST and 1 <= month <= 12 and 1 <= day <= _days_in(year, month)):
        return None
    step = 1 if year >= 1400 else -1
    years = range(1400, year) if step > 0 else range(year, 1400)
    whole = step * sum(365 + _is_leap(one) for one in years)
    before = sum(_days_in(year, one) for one in range(1, month))
    return (_NEW_YEAR_1400 + timedelta(days=whole + before + day - 1)).isoformat()


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAP


def _days_in(year: int, month: int) -> int:
    return 31 if month <= 6 else 30 if month <= 11 else 29 + _is_leap(year)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
