"""The days that words name: absolute ones as they stand, relative ones against the day of the article (English only)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.domain import months
from workbench.domain.dates import known_date
from workbench.domain.spans import Span

MONTHS = tuple(name.lower() for name in months.MONTHS)
_MONTH = "|".join(MONTHS)
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})\b(?:,?\s+(\d{{4}}))?(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|since|from|of|until)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_RELATIVE = re.compile(rf"\b(?:last\s+({_MONTH})|(last|this)\s+(week|month|year)|yesterday)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Days that words name: from `first` to `last`, both included; `span` is where the words stand (code points)."""

    words: str
    span: Span
    first: date
    last: date
    relative: bool = False


def anchor_day(published: str | None) -> date | None:
    """The (first) day an article was published, or None when nobody knows; nor is one at either end of the calendar any help."""
    known = known_date(published or "")
    if known is None or not known.first.day:
        return None
    return known.first.first if date.min.year + 1 < known.first.year < date.max.year - 1 else None


def named_days(text: str, anchor: date | None) -> list[Named]:
    """The days that a text names, in order. Without the article's day, only those that need none."""
    found = list(_absolute(text, anchor))
    found += [named for match in _RELATIVE.finditer(text) if anchor and (named := _against(match, anchor))]
    return sorted(found, key=lambda each: each.span)


def relative_words(text: str) -> list[Span]:
    """Where a text names days relative to another day."""
    return [Span(*match.span()) for match in _RELATIVE.finditer(text)]


def _absolute(text: str, anchor: date | None) -> list[Named]:
    found = []
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        for match in pattern.finditer(text):
            year = int(match[3]) if match[3] else anchor.year if anchor else 0
            named = _day(year, MONTHS.index(match[month].lower()) + 1, int(match[day]))
            found += [Named(match[0], Span(*match.span()), named, named)] if named else []
    for match in _ISO.finditer(text):
        named = _day(int(match[1]), int(match[2]), int(match[3]))
        found += [Named(match[0], Span(*match.span()), named, named)] if named else []
    for match in _YEAR.finditer(text):
        year = int(match[1])
        found.append(Named(match[0], Span(*match.span()), date(year, 1, 1), date(year, 12, 31)))
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _against(match: re.Match[str], anchor: date) -> Named | None:
    """What relative words mean on the day of the article: "last week" is the week before, Monday to Sunday."""
    first = last = anchor - timedelta(days=1)
    if match[1]:
        month = MONTHS.index(match[1].lower()) + 1
        year = anchor.year if month < anchor.month else anchor.year - 1
        first, last = date(year, month, 1), _month_end(year, month)
    elif match[3]:
        back = match[2].lower() == "last"
        unit = match[3].lower()
        if unit == "week":
            first = anchor - timedelta(days=anchor.weekday() + 7 * back)
            last = first + timedelta(days=6)
        elif unit == "month":
            ended = anchor.replace(day=1) - timedelta(days=1) if back else anchor
            first, last = ended.replace(day=1), _month_end(ended.year, ended.month)
        else:
            first, last = date(anchor.year - back, 1, 1), date(anchor.year - back, 12, 31)
    return Named(match[0], Span(*match.span()), first, last, relative=True)


def _month_end(year: int, month: int) -> date:
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
