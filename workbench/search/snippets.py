"""Excerpts: the part of a text with the most hits in it, cut at spaces."""

from __future__ import annotations

from workbench.domain.spans import Span
from workbench.search.documents import Snippet

WIDTH = 220
_BEFORE = 60
_SLACK = 20


def snippet(text: str, spans: tuple[Span, ...]) -> Snippet:
    """About WIDTH code points around the densest hits; the beginning of the text when there are none."""
    first = _densest(spans)
    start = _cut(text, max(0, spans[first].start - _BEFORE), forward=True) if spans else 0
    start = min(start, spans[first].start) if spans else 0
    end = _cut(text, min(len(text), start + WIDTH), forward=False)
    if spans:
        end = max(end, min(spans[first].end, start + 4 * WIDTH))
    inside = tuple(Span(s.start - start, s.end - start) for s in spans if s.start >= start and s.end <= end)
    return Snippet(text[start:end], start, inside)


def _densest(spans: tuple[Span, ...]) -> int:
    best = most = last = 0
    for first, span in enumerate(spans):
        while last < len(spans) and spans[last].end - span.start <= WIDTH - _BEFORE:
            last += 1
        if last - first > most:
            best, most = first, last - first
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
