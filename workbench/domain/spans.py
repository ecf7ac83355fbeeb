"""Half-open spans of code points: [start, end)."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """`start` inclusive, `end` exclusive, both code points into an article's reading text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def line_of(text: str, position: int) -> int:
    """The line, counted from 1, on which the code point `position` stands."""
    return text.count("\n", 0, position) + 1
