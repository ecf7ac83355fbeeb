"""Excerpts: the part of a text with the most different words and hits in it, cut at spaces."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.spans import Span
from workbench.search.documents import Snippet

WIDTH = 220
_BEFORE = 60
_SLACK = 20
STEM = 5  # letters by which forms of a word are taken for one
MOST = 24  # hits in an excerpt that are looked at for different words


def snippet(text: str, spans: tuple[Span, ...]) -> Snippet:
    """About WIDTH code points around the densest hits; the beginning of the text when there are none."""
    first = _densest(text, spans)
    start = _cut(text, max(0, spans[first].start - _BEFORE), forward=True) if spans else 0
    start = min(start, spans[first].start) if spans else 0
    end = _cut(text, min(len(text), start + WIDTH), forward=False)
    if spans:
        end = max(end, min(spans[first].end, start + 4 * WIDTH))
    inside = tuple(Span(s.start - start, s.end - start) for s in spans if s.start >= start and s.end <= end)
    return Snippet(text[start:end], start, inside)


def different(text: str, spans: Sequence[Span]) -> int:
    """How many different words were found there: by their first letters, so that forms of one word count once."""
    return len({text[s.start : s.end].casefold()[:STEM] for s in spans})


def _densest(text: str, spans: tuple[Span, ...]) -> int:
    """The hit at which the best excerpt begins: the one with the most different words, of those the one with the most hits."""
    best, most, last = 0, (0, 0), 0
    for first, span in enumerate(spans):
        while last < len(spans) and spans[last].end - span.start <= WIDTH - _BEFORE:
            last += 1
        worth = (different(text, spans[first : min(last, first + MOST)]), last - first)
        if worth > most:
            best, most = first, worth
    return best


def _cut(text: str, at: int, forward: bool) -> int:
    """The nearest place at a space, not more than a few characters on (or back)."""
    if at <= 0 or at >= len(text):
        return at
    for step in range(_SLACK):
        place = at + step if forward else at - step
        if 0 < place < len(text) and text[place - 1].isspace():
            return place
    return at
