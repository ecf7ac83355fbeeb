"""A reading: what one article says, worked out once from its text, zones and language, for whatever compares it with others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.checks.reading.attributions import Attribution, attributions
from workbench.checks.reading.concepts import Concept, concepts
from workbench.checks.reading.moments import Moment, moments
from workbench.checks.reading.quantities import Quantity, quantities
from workbench.checks.reading.quotations import Quoted, quotation_spans
from workbench.checks.reading.tongues import likely_language
from workbench.domain.entities import Zone
from workbench.domain.spans import Span
from workbench.domain.vocabulary import LIVE, ZoneKind

SPEAKING = LIVE - {ZoneKind.CAPTION}
"""Zones in which somebody may be quoted."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article itself: its span (code points), the zone it stands in, its number among them, and what it is about."""

    span: Span
    zone: ZoneKind
    number: int
    concepts: tuple[Concept, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(concept.key for concept in self.concepts)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says. Only what stands in live zones is read; all spans are code points into `text`. `language` is the article's, or
    the likeliest where that is not known."""

    article_id: int
    text: str
    language: str
    published: date | None
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    attributions: tuple[Attribution, ...]
    quotations: tuple[Quoted, ...]
    dark: tuple[Span, ...] = ()
    """What of the text no live zone holds."""

    @property
    def exhibit(self) -> str:
        return f"Ex. {self.article_id}"

    def words(self, span: Span) -> str:
        """The words at a span, on one line."""
        return " ".join(self.text[span.start : span.end].split())

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities that stand within a span."""
        first = bisect_left(self.quantities, span.start, key=lambda q: q.span.start)
        last = bisect_left(self.quantities, span.end, lo=first, key=lambda q: q.span.start)
        return self.quantities[first:last]


def reading(
    article_id: int, text: str, language: str, published: date | None, zones: Iterable[Zone], cut: Callable[[str], Sequence[Span]]
) -> Reading:
    """Read an article. `cut` gives the sentences of a text."""
    live = sorted((z for z in zones if z.kind in LIVE), key=lambda zone: zone.start)
    whole, dark = cut(text), _gaps(len(text), [zone.span for zone in live])
    tongue = language or likely_language(text)
    amounts = tuple(q for q in quantities(text, language) if not _within(dark, q.span))
    days = tuple(m for m in moments(text, language, published) if not _within(dark, m.span))
    numbers = _numbers(amounts, days)
    pieces = enumerate(_pieces(whole, [(zone.span, zone.kind) for zone in live]))
    sentences = tuple(Sentence(span, kind, number, concepts(text, span, tongue, numbers)) for number, (span, kind) in pieces)
    silent = [*dark, *(zone.span for zone in live if zone.kind not in SPEAKING)]
    quoted = tuple(q for q in quotation_spans(text, tongue) if not _within(dark, q.marks))
    said = tuple(attributions(text, whole, tongue, silent))
    return Reading(article_id, text, tongue, published, sentences, amounts, days, said, quoted, tuple(dark))


def _numbers(amounts: Iterable[Quantity], days: Iterable[Moment]) -> dict[int, Concept]:
    """Figures and times as concepts, by where they begin."""
    found = {q.span.start: Concept(f"#{q.value.normalize():f}", q.span) for q in amounts}
    return found | {m.span.start: Concept(f"@{m.first.isoformat()}", m.span) for m in days}


def _within(dark: Sequence[Span], span: Span) -> bool:
    """Whether a span begins in one of the dark parts, which are in order."""
    place = bisect_right(dark, span.start, key=lambda part: part.start) - 1
    return place >= 0 and span.start < dark[place].end


def _gaps(length: int, spans: Sequence[Span]) -> list[Span]:
    """What of a text none of these spans holds."""
    found, at = [], 0
    for span in spans:
        if span.start > at:
            found.append(Span(at, span.start))
        at = max(at, span.end)
    if at < length:
        found.append(Span(at, length))
    return found


def _pieces(sentences: Sequence[Span], zones: Sequence[tuple[Span, ZoneKind]]) -> list[tuple[Span, ZoneKind]]:
    """The sentences cut at the borders between zones of different kinds, with the kind of each."""
    found: list[tuple[Span, ZoneKind]] = []
    first = 0
    for sentence in sentences:
        while first < len(zones) and zones[first][0].end <= sentence.start:
            first += 1
        number, begun = first, len(found)
        while number < len(zones) and zones[number][0].start < sentence.end:
            span, kind = zones[number]
            part = Span(max(span.start, sentence.start), min(span.end, sentence.end))
            if len(found) > begun and found[-1][1] is kind:
                found[-1] = (Span(found[-1][0].start, part.end), kind)
            else:
                found.append((part, kind))
            number += 1
    return found
