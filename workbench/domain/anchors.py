"""Anchors: a passage is held by its position and by its words (W3C Web Annotation, 2017, §4.2.4 and §4.2.5).

Invariant 2: `text[start:end] == exact`, always; else the passage is an orphan, kept and shown, never moved silently.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.spans import Span

CONTEXT = 32
"""Code points of prefix and suffix kept with a quotation."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """TextPositionSelector (start, end in code points) and TextQuoteSelector (exact, prefix, suffix) in one."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The anchor for text[start:end]. Raises ValueError for an empty or outlying span."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage at {start}–{end} in a text of {len(text)} characters")
    return Anchor(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def holds(text: str, anchor: Anchor) -> bool:
    """Whether the words at the anchor's position are still its words."""
    return text[anchor.start : anchor.end] == anchor.exact


def split_at(text: str, spans: list[Span], edges: list[int]) -> list[Span]:
    """Ordered, disjoint spans cut wherever one of the ordered `edges` lies inside them; white space at new ends is left out."""
    found: list[Span] = []
    at = 0
    for span in spans:
        left = span.start
        while at < len(edges) and edges[at] <= span.start:
            at += 1
        while at < len(edges) and edges[at] < span.end:
            found.append(trimmed(text, left, edges[at]))
            left = edges[at]
            at += 1
        found.append(trimmed(text, left, span.end) if left != span.start else span)
    return [span for span in found if span.start < span.end]


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty at `start` if nothing else is in it."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    core = part.strip()
    return Span(start + left, start + left + len(core)) if core else Span(start, start)
