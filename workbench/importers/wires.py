"""The news agency whose copy a text is: by its dateline, by its credit, or only by a mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.draft import DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, ZoneKind
from workbench.importers.agencies import NAME, agency
from workbench.importers.bylines import byline

_OWN = frozenset({ZoneKind.BODY, ZoneKind.DECK, ZoneKind.CREDIT})

_PLACE = r"[^a-zа-я.!?()（）\[\]]{0,40}|[^\W\d_](?:[^.!?()（）\[\]]|\.(?=\s\d)){0,70}?"
_DATELINE = (
    re.compile(rf"^(?:{_PLACE})\(\s*(?:[^()=]{{0,20}}=\s*)?(?P<a>{NAME})\s*\)\s*(?:[-–—―:.]|$|(?=[\w“\"«]*\s*기자))"),
    re.compile(rf"^[^a-z.!?]{{3,60}}\((?P<a>{NAME})\)"),
    re.compile(rf"^\(\s*[^()=]{{0,20}}=\s*(?P<a>{NAME})\s*\)"),
    re.compile(rf"^[【\[]\s*[^\]】]{{0,12}}?(?P<a>{NAME})\s*[】\]]"),
    re.compile(rf"^[^/]{{0,60}}/\s*(?P<a>{NAME})\s*/"),
    re.compile(rf"^[^a-z.!?]{{3,60}}[,/]\s*(?P<a>{NAME})\s*[-–—/]"),
    re.compile(rf"^[^a-z.!?]{{3,40}}\s[-–—]\s(?P<a>{NAME})\s[-–—]\s"),
    re.compile(rf"^(?:{_PLACE})\s[-–—]\s(?P<a>{NAME})\s*[-–—:.]\s"),
    re.compile(rf"^(?P<a>{NAME})\s*[,，]?\s*[^\W\d_]{{1,12}}\d{{1,2}}月\d{{1,2}}日[电電讯訊]"),
)
_ALONE = re.compile(rf"^[\s(\[—–―-]*(?:via |from |©\s*)?(?P<a>{NAME})[\s)\]./]*$")
"""A line that is nothing but an agency, as under a headline or behind the last paragraph."""
_SIGNED = re.compile(rf"(?:^|[.!?。»”\"]\s*)(?:[(（]\s*(?P<a>{NAME})\s*[)）]|[—–―]\s?(?P<b>{NAME})|(?P<c>dpa)(?:/\w{{2,4}})*)\s*\.?$")
"""The end of a last paragraph, behind its last sentence: within one, letters in brackets are as well a party's."""
_CREDITED = (
    re.compile(
        r"(?<!Australian )"
        rf"\b(?:the )?(?P<a>(?-i:{NAME}))\s+(?:writers?|reporters?|correspondents?|journalists?|staff|(?:also )?contributed)\b"
        rf"|\bby (?:the )?(?P<b>(?-i:{NAME}))(?=\s*(?:[.,;|)/]|$))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:source|quelle|fuente|fonte|sursa|zdroj|źródło|kaynak|forrás|kilde|källa|lähde|bron|πηγή|источник|джерело|المصدر|出典|来源|來源"
        rf"|출처|ソース|منبع|מקור)s?\s*[:：/]\s*[^.\n]{{0,40}}?(?P<a>(?-i:{NAME}))(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(rf"[;.,|]\s*(?P<a>{NAME})\s*\.?$"),
    re.compile(rf"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:(?:19|20)\d\d,?\s*)?(?:the\s+)?(?P<a>(?-i:{NAME}))(?!\w)", re.IGNORECASE),
)
_CITED = re.compile(
    rf"\b(?:according to|told|reported by|quoted by|cited by|citing)\s+(?:the )?(?P<a>{NAME})\b"
    rf"|\b(?:the )?(?P<b>{NAME})\s+(?:news agency\s+)?(?:reported|reports|said|quoted)\b"
)
_LAST = 3
"""Paragraphs at the end of a text that an agency may sign."""


def wire_of(text: str, zones: Sequence[DraftZone]) -> Metadatum:
    """The agency by dateline, signature, byline or credit line (high), or as cited in the text (low: citing is not carrying)."""
    body = [text[z.start : z.end] for z in zones if z.kind is ZoneKind.BODY]
    paragraphs = [line.strip() for line in "\n".join(body).split("\n") if line.strip()]
    for paragraph in paragraphs[:4]:
        for form in _DATELINE:
            if found := form.search(paragraph[:140]):
                return Metadatum(_agency(found), Confidence.HIGH, f"the dateline “{found[0].strip()[-70:]}”")
    signed = _by_edges(text, zones, paragraphs) or _by_credit(text, zones)
    if signed:
        return signed
    for part in body:
        cited = _CITED.search(part[:200_000])
        if cited:
            basis = f"only cited (“{cited[0]}”): a citation, not a sign that the text is the agency's own"
            return Metadatum(_agency(cited), Confidence.LOW, basis)
    return Metadatum(None, None, "no dateline, byline, credit or citation names an agency")


def _by_edges(text: str, zones: Sequence[DraftZone], paragraphs: Sequence[str]) -> Metadatum | None:
    """By a line of its own near the headline or the end, or the end of the last paragraph."""
    lines = [line.strip() for zone in zones if zone.kind in _OWN for line in text[zone.start : zone.end].split("\n") if line.strip()]
    for line in (*lines[:5], *lines[-_LAST:]):
        if found := _ALONE.match(line):
            return Metadatum(_agency(found), Confidence.HIGH, f"the line “{line}”")
    for line in paragraphs[-_LAST:] if len(paragraphs) > 1 else ():
        if found := _SIGNED.search(line[-60:]):
            return Metadatum(_agency(found), Confidence.HIGH, f"the signature “{found[0].strip()}”")
    return None


def _by_credit(text: str, zones: Sequence[DraftZone]) -> Metadatum | None:
    for zone in zones:
        if zone.kind not in (ZoneKind.CREDIT, ZoneKind.BOILERPLATE):
            continue
        for line in text[zone.start : zone.end][:4000].split("\n"):
            signed = byline(line) if zone.kind is ZoneKind.CREDIT else None
            if signed and signed.wire:
                return Metadatum(signed.wire, Confidence.HIGH, f"the byline “{line.strip()[:90]}”")
            for form in _CREDITED if zone.kind is ZoneKind.CREDIT else _CREDITED[-1:]:
                if credit := form.search(line.strip()):
                    # "The X contributed to this report" may be one paragraph; a writer of the agency's is its own copy.
                    sure = Confidence.MODERATE if credit[0].casefold().endswith("contributed") else Confidence.HIGH
                    return Metadatum(_agency(credit), sure, f"the credit line “{line.strip()[:90]}”")
    return None


def _agency(found: re.Match[str]) -> str:
    named = next(value for value in found.groupdict().values() if value)
    return agency(named) or agency(named.split("/")[0]) or named
