"""Numbers, dates and lists as a memo words them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from workbench.domain.dates import Point, known_date
from workbench.domain.months import MONTHS
from workbench.domain.plurals import either

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


_EXACT = "about some around nearly almost roughly approximately estimated least most up"
_CERTAIN = "possibly probably perhaps may might could allegedly reportedly apparently supposedly likely unlikely suspected alleged reported"
HEDGES = frozenset(f"{_EXACT} {_CERTAIN}".split())
"""English words by which a claim itself says that something is not certain or not exact ("up to", "at least")."""


def words_of(text: str) -> list[str]:
    """The words of a text, without marks, in small letters."""
    return re.findall(r"\w+", text.casefold())


def number(count: int) -> str:
    """The count in a word up to ten, in digits above."""
    return NUMBERS[count] if 0 < count <= 10 else f"{count:,}"


def spelled(count: int, noun: str) -> str:
    """The count as prose has it: "one article", "five articles", "no articles"."""
    return f"{NUMBERS[0] if count == 0 else number(count)} {either(count, noun, f'{noun}s')}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def clause(text: str) -> str:
    """A sentence without its full stop, to be put inside another."""
    stripped = text.strip()
    return stripped[:-1] if stripped.endswith(".") and not stripped.endswith("..") else stripped


def sentence(text: str) -> str:
    """The text with a full stop unless it ends with a stop of its own. Empty stays empty."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in ".!?…" or stripped[-2:] in (".”", "!”", "?”", ".)") else stripped + "."


def within_quotes(text: str) -> str:
    """Words that are put between “ and ”: their own such marks become single ones."""
    return text.translate({0x201C: "‘", 0x201D: "’"}) if "“" in text else text


def paragraphs(text: str) -> tuple[str, ...]:
    """The non-empty lines of an edited text, list marks taken off."""
    lines = (re.sub(r"^\s*(?:[-*•]|\d+(?:\.\d+)*[.)])\s+", "", line).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def shortened(text: str, limit: int) -> str:
    """The text cut at a word before `limit` characters, with "[…]" where something is left out."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit // 2 else cut).rstrip() + " […]"


def day(value: str) -> str:
    """ "22 October 2024" for a date or moment, "October 2024" for a month; a range with "to"; anything else as it stands."""
    found = known_date(value)
    if found is None:
        return value.strip()
    return " to ".join(dict.fromkeys(_day(point) for point in (found.first, found.last)))


def _day(point: Point) -> str:
    names = (str(point.day) if point.day else "", MONTHS[point.month - 1] if point.month else "", f"{point.year:04}")
    return " ".join(filter(None, names))


def moment(value: str) -> str:
    """ "22 October 2024, 00:00 UTC" for a moment (no offset means UTC); a bare date or anything else as `day` has it."""
    found = known_date(value)
    at = parsed(value) if found and found.first.time else None
    return f"{day(at.date().isoformat())}, {at:%H:%M} UTC" if at else day(value)


def parsed(value: str) -> datetime | None:
    """The moment that a day or a moment names, in UTC; None for anything else and for one that in UTC lies outside the calendar."""
    found = known_date(value)
    if found is None or found.first != found.last or not found.first.day:
        return None
    try:
        at = datetime.fromisoformat(found.first.iso)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except OverflowError:
        return None


def date_of(value: str) -> date:
    """The day of a moment, or the last day of all when it has none, so that no rule about the future fires."""
    at = parsed(value)
    return at.date() if at else date.max
