"""Dates as pages print them, to ISO 8601. Only dates that can be read in one way; nothing is completed from today's date."""

from __future__ import annotations

import re
from datetime import date

from workbench.domain.months import MONTH_OF, PATTERN

_MONTH = rf"(?P<month>{PATTERN})\b\.?"
_FORMS = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b"),
)
_SLASHED = re.compile(r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>(?:19|20)\d\d)\b")


def iso_date(text: str) -> str | None:
    """The first date with a year in `text` as YYYY-MM-DD; None for none, or one such as 3/4/2024 that reads two ways."""
    for form in _FORMS:
        found = form.search(text)
        if found:
            parts = found.groupdict()
            month = MONTH_OF[parts["month"].casefold()] if parts.get("month") else int(parts["m"])
            return _day(int(parts["year"]), month, int(parts["day"]))
    slashed = _SLASHED.search(text)
    if slashed:
        a, b, year = int(slashed["a"]), int(slashed["b"]), int(slashed["year"])
        if a > 12 >= b or a == b:
            return _day(year, b, a)
        if b > 12 >= a:
            return _day(year, a, b)
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def is_date_alone(line: str) -> bool:
    """Whether a line is a date, perhaps with a weekday, a time and "updated", and nothing else."""
    for form in (*_FORMS, _SLASHED):
        rest = form.sub(" ", line, count=1)
        if rest != line:
            words = re.findall(r"[^\W\d_]{4,}", rest.casefold())
            return len(words) <= 3 and len(line) <= 90 and not re.search(r"[^\W\d_]{4,}[^\n]*[.!?]$", rest.strip())
    return False
