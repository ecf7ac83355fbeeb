"""Dates as pages print them, to ISO 8601. Only dates that can be read in one way; nothing is completed from today's date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from workbench.domain.months import MONTH_OF, PATTERN, in_small
from workbench.importers.calendars import other_calendars

_MONTH = rf"(?P<month>{PATTERN})(?![^\W\d_])\.?"
_TWICE = r"(?:\s?[/(]\s?[^\W\d_]{3,8}(?:\s[^\W\d_]{5,7})?\)?)?"
"""The same month in the other Arabic naming: مارس/آذار."""
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = r"(?P<day>\d{1,2})"
_FORMS = (
    re.compile(rf"\b{_YEAR}-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"\b{_YEAR}([/.]) ?(?P<m>\d{{1,2}})\2 ?(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"\b{_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]"),
    re.compile(
        rf"\b{_DAY}(?:st|nd|rd|th|\.|º|er)?[\s/.-]+(?:de\s+|of\s+|ב-?)?{_MONTH}{_TWICE},?[\s/.-]+(?:de\s+|del\s+)?{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"\b{_YEAR},?\s+{_MONTH}\s+{_DAY}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?!\d)"),
)
_SLASHED = re.compile(rf"\b(?P<a>\d{{1,2}})([/-])(?P<b>\d{{1,2}})\2{_YEAR}(?!\d)")
_TWO_MONTHS = re.compile(r"\.\s+listopada\b", re.IGNORECASE)
"""With a point before it this is the tenth month in Croatian; in Polish, which has none there, the eleventh."""
_UPDATED = re.compile(
    r"updated?\b|modified|last edit|revised|aktualisiert|geändert|\bstand\b|mis(?:e)? à jour|modifié|actuali[sz]ad|modificad|atualizad"
    r"|aggiornat|обновлен|оновлен|изменен|aktualizac|aktualizow|zmodyfik|güncelle|تحديث|تعديل|更新|修订|수정|업데이트|oppdatert|uppdatera"
    r"|opdatere|bijgewerkt|ενημερώθηκε|τροποποι|actualizat|frissít|päivitetty|diperbarui|cập nhật",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publish|posted|\bfirst\b|created|erschienen|veröffentlicht|erstellt|publi[ée]|publicad|pubblicat|creado|опублик|опубліков|создан"
    r"|opublikow|dodan|publikov|vydáno|yayı[nm]|giriş|oluştur|نشر|发布|發佈|发表|刊登|掲載|公開|입력|등록|작성|gepubliceer|publicerad|publicer"
    r"|δημοσιε|publicat|közzété|julkaistu|diterbitkan",
    re.IGNORECASE,
)
_REACH_AFTER = 14


class Told(NamedTuple):
    """The days that a line gives, as YYYY-MM-DD: of publication and of the last change; None for what it does not say."""

    published: str | None
    modified: str | None


def iso_date(text: str) -> str | None:
    """The first date with a year in `text` as YYYY-MM-DD; None for none, or one such as 3/4/2024 that reads two ways."""
    return next((day for _, _, day in _dates(_plain(text))), None)


def told(text: str) -> Told:
    """What the dates of a line are: each is what the words before it say ("updated", "erschienen"), or behind it, as East Asian pages do.

    Without such words a date is that of publication.
    """
    plain = _plain(text)
    found = list(_dates(plain))
    days: dict[str, list[str]] = {"published": [], "modified": [], "": []}
    edges = [0, *(end for _, end, _ in found)], [*(start for start, _, _ in found), len(plain)]
    between = [plain[start:end] for start, end in zip(*edges, strict=True)]
    named = [_named(words) for words in between]
    behind = bool(found) and not named[0] and bool(_named(between[-1][:_REACH_AFTER]))
    for (_, _, day), what in zip(found, named[1:] if behind else named[:-1], strict=True):
        if day:
            days[what].append(day)
    published = [*days["published"], *days[""], None][0]
    return Told(published, days["modified"][0] if days["modified"] else None)


def _named(words: str) -> str:
    """What words say of the date beside them: the one that stands nearest before it."""
    spots = [(m.start(), name) for name, form in (("modified", _UPDATED), ("published", _PUBLISHED)) for m in form.finditer(words)]
    return max(spots)[1] if spots else ""


def _plain(text: str) -> str:
    """Digits of every script as those from 0 to 9. Code points do not move."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _dates(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Each date with its place, in the order of the text; None for a day for one that reads two ways, or that there is not."""
    found: list[tuple[int, int, str | None]] = list(other_calendars(text))
    if not found and not _ANY_YEAR.search(text):
        return
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = MONTH_OF[in_small(parts["month"])] if parts.get("month") else int(parts["m"])
            two_ways = _TWO_MONTHS.search(match[0])
            found.append((*match.span(), None if two_ways else _day(int(parts["year"]), month, int(parts["day"]))))
    found += [(*match.span(), _slashed(match)) for match in _SLASHED.finditer(text)]
    at = 0
    for start, end, day in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= at:
            yield start, end, day
            at = end


def _slashed(match: re.Match[str]) -> str | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if a > 12 >= b or a == b:
        return _day(year, b, a)
    return _day(year, a, b) if b > 12 >= a else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def is_date_alone(line: str) -> bool:
    """Whether a line is a date or two, perhaps with a weekday, a time and "updated", and nothing else."""
    rest, at = "", 0
    plain = _plain(line)
    for start, end, _ in _dates(plain):
        rest += plain[at:start] + " "
        at = end
    if not at or len(line) > 120:
        return False
    rest = _PUBLISHED.sub(" ", _UPDATED.sub(" ", rest + plain[at:]))
    words = re.findall(r"[^\W\d_]{4,}", rest.casefold())
    return len(words) <= 3 and not re.search(r"[^\W\d_]{4,}[^\n]*[.!?]$", rest.strip())
