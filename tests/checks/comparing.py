"""Readings of made-up articles: a headline, then the body, a paragraph a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.checks.matter import Question
from workbench.checks.reading.reading import Reading, reading
from workbench.domain.entities import Zone
from workbench.domain.vocabulary import SetBy, ZoneKind
from workbench.importers.sentences import sentence_spans


def read(number: int, text: str, language: str = "en", published: date | None = date(2031, 3, 11)) -> Reading:
    """One article; its first line is the headline."""
    end = text.find("\n") if "\n" in text else len(text)
    kinds = ((0, end, ZoneKind.HEADLINE), (end, len(text), ZoneKind.BODY))
    zones = [Zone(at, number, start, stop, kind, SetBy.MACHINE, "") for at, (start, stop, kind) in enumerate(kinds) if stop > start]
    return reading(number, text, language, published, zones, sentence_spans)


def readings(*texts: str, language: str = "en") -> list[Reading]:
    return [read(number, text, language) for number, text in enumerate(texts, start=1)]


def words_at(found: Question, of: Sequence[Reading]) -> list[tuple[int, str]]:
    """The passages of a question: article and words."""
    texts = {each.article_id: each for each in of}
    return [(place.article_id, texts[place.article_id].words(place.span)) for place in found.places]
