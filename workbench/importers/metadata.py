"""Guesses of a plain text's title, publisher, author, date, language and wire: each with its reason, none invented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.domain.draft import DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.bylines import byline
from workbench.importers.dates import is_date_alone, told
from workbench.importers.language import language_of
from workbench.importers.signatures import last_line_name, signature, signed_within
from workbench.importers.wires import wire_of

_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\))?|©|\(c\))\s*(?:copyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19"
    r"|20)\d\d)?)?[\s,]*(?:by\s+)?(?P<who>[^\W\d_][^.|\n;]{1,60}(?:\.(?:com|org|net|co\.\w\w|\w\w)\b)?)",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"(?:^|[.,]\s+|\b)(?P<who>The(?: [A-Z][\w’'-]+){1,4}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,4}) (?:is"
    r"|are) (?:trusted by|on the ground|a reader|reader-|an independent|funded by|supported by)"
)
_WORK = re.compile(r"\b(?:work|reporting|materials?) of (?:the )?(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}) (?:is|are)\b")
_STAMPED = re.compile(r"^\W*(?:last |first )?(?:updated|published|posted|modified)\b|\d", re.IGNORECASE)


def guessed(text: str, zones: Sequence[DraftZone], whole: str | None = None, all_zones: Sequence[DraftZone] = ()) -> dict[Field, Metadatum]:
    """Every field of Field for a text with its zones; an unknown value is None and its basis says what was missing.

    `whole` and `all_zones` are the page with all that stands around the article, where its publisher signs.
    """
    published, modified = _days(text, zones)
    return {
        Field.TITLE: _title(text, zones),
        Field.PUBLISHER: publisher_of(text if whole is None else whole, all_zones or zones),
        Field.AUTHOR: _author(text, zones),
        Field.PUBLISHED: published,
        Field.MODIFIED: modified,
        Field.LANGUAGE: language_of(text),
        Field.WIRE: wire_of(text, zones),
        Field.ADDRESS: Metadatum(None, None, "the file does not say where it was taken from"),
        Field.RETRIEVED: Metadatum(None, None, "the file does not say when it was taken"),
    }


def _words(text: str, zones: Sequence[DraftZone], *kinds: ZoneKind) -> Iterator[str]:
    return (text[z.start : z.end].strip() for z in zones if z.kind in kinds)


def _title(text: str, zones: Sequence[DraftZone]) -> Metadatum:
    title = next(_words(text, zones, ZoneKind.HEADLINE), None)
    if title is None:
        return Metadatum(None, None, "the file has no line that stands as a headline")
    return Metadatum(title.lstrip("# "), Confidence.MODERATE, "the line that stands as the headline")


def publisher_of(text: str, zones: Sequence[DraftZone]) -> Metadatum:
    """The publisher by its copyright line, or by what the page's appeals call themselves."""
    furniture = list(_words(text, zones, ZoneKind.BOILERPLATE))
    claimed = next((found["who"].strip(" ,-–") for line in furniture if (found := _COPYRIGHT.search(line))), None)
    named = _self_name(furniture)
    if claimed:
        who = re.sub(r",?\s+(?:all rights reserved|inc|llc|ltd|click here).*$", "", claimed, flags=re.IGNORECASE)
        if named and _squeezed(named) == _squeezed(re.sub(r"\.\w+$", "", who)):
            return Metadatum(named, Confidence.HIGH, f"the copyright line (“{who}”) and the page's own text agree")
        return Metadatum(who, Confidence.MODERATE, "the copyright line")
    if named:
        return Metadatum(named, Confidence.LOW, "what the page calls itself in an appeal to its readers")
    return Metadatum(None, None, "no masthead, copyright line or link in the file names it")


def _self_name(furniture: Sequence[str]) -> str | None:
    for line in furniture:
        found = _WORK.search(line) or _SELF.search(line)
        if found:
            return found["who"]
    return None


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]+|^the\s", "", name.casefold())


def _author(text: str, zones: Sequence[DraftZone]) -> Metadatum:
    for line in _words(text, zones, ZoneKind.CREDIT):
        if names := signature(line) or tuple(filter(None, [last_line_name(line)])):
            return Metadatum(", ".join(names), Confidence.MODERATE, f"the signature “{line[-60:]}”")
        found = byline(line)
        if found and found.names:
            return Metadatum(", ".join(found.names), Confidence.MODERATE, "the byline")
        if found and found.role:
            return Metadatum(found.role, Confidence.LOW, f"the byline “{line}” names a role, not a person")
    for line in _edges(text, zones):
        if names := signed_within(line):
            return Metadatum(", ".join(names), Confidence.MODERATE, f"the signature in “{line[:60]}”")
    return Metadatum(None, None, "the file has no byline")


def _edges(text: str, zones: Sequence[DraftZone]) -> Sequence[str]:
    """The first two paragraphs of the article and its last one, where agencies and papers of East Asia name who wrote it."""
    lines = [line.strip() for part in _words(text, zones, ZoneKind.BODY) for line in part.split("\n") if line.strip()]
    return [*lines[:2], *lines[-1:]]


def _days(text: str, zones: Sequence[DraftZone]) -> tuple[Metadatum, Metadatum]:
    """When it was published and when it was changed, by the date lines near its head and its foot."""
    credits = [line for line in _words(text, zones, ZoneKind.CREDIT, ZoneKind.DECK) if _STAMPED.search(line)]
    edge = [line.strip() for line in (*text[:4000].split("\n")[:20], *text[-1500:].split("\n")[-6:])]
    lines = [*credits, *(line for line in edge if line and line not in credits and is_date_alone(line))]
    published, modified = (next(((day, line) for line in lines if (day := told(line)[at])), None) for at in (0, 1))
    none = "the file has no date line; dates inside the article are not taken for its own"
    if not published and lines:
        none = f"the date line “{lines[0][:80]}” " + (
            "gives only the day of a change" if modified else "has no year or can be read in two ways"
        )
    return _dated(published, none), _dated(modified, "no line says when it was changed")


def _dated(found: tuple[str, str] | None, otherwise: str) -> Metadatum:
    return Metadatum(found[0], Confidence.MODERATE, f"the date line “{found[1][:80]}”") if found else Metadatum(None, None, otherwise)
