"""Numbers, dates and lists as a memo words them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def plural(count: int, noun: str) -> str:
    """The count in digits with its noun: "1 article", "5 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def number(count: int) -> str:
    """The count in a word up to ten, in digits above."""
    return NUMBERS[count] if 0 < count <= 10 else f"{count:,}"


def counted(count: int, noun: str) -> str:
    """The count as prose has it: "one article", "five articles", "no articles"."""
    return f"{NUMBERS[0] if count == 0 else number(count)} {noun}{'' if count == 1 else 's'}"


def listed(items: Sequence[str]) -> str:
    """ "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


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


def day(iso: str) -> str:
    """ "22 October 2024" for an ISO 8601 date or moment, "October 2024" for a month; a range with "to"; anything else as it stands."""
    if "/" in iso:
        return " to ".join(dict.fromkeys(day(part) for part in iso.split("/") if part.strip()))
    found = _DATE.match(iso.strip())
    if not found:
        return iso.strip()
    year, month, daynumber = found.groups()
    if month is None:
        return year if iso.strip() == year else iso.strip()
    if not 1 <= int(month) <= 12:
        return iso.strip()
    name = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(daynumber)} {name}" if daynumber else name


def moment(iso: str) -> str:
    """ "22 October 2024, 00:00 UTC" for an ISO 8601 moment (no offset means UTC); a bare date or anything else as `day` has it."""
    at = parsed(iso)
    if at is None or "T" not in iso.replace(" ", "T"):
        return day(iso)
    return f"{day(at.date().isoformat())}, {at:%H:%M} UTC"


def parsed(iso: str) -> datetime | None:
    """The moment an ISO 8601 string names, in UTC, or None; None too for one that in UTC lies before the first or after the last year."""
    try:
        at = datetime.fromisoformat(iso.strip())
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def date_of(iso: str) -> date:
    """The day of an ISO 8601 string, or the last day of all when it has none, so that no rule about the future fires."""
    at = parsed(iso)
    return at.date() if at else date.max
