"""Code points and UTF-16 units: the case counts the first, Qt the second. Converted here and nowhere else."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from workbench.domain.spans import Span


class UnitSpan(NamedTuple):
    """A stretch of the part of a text that Qt shows, [start, end), in UTF-16 units. No Span: that counts code points of the whole text."""

    start: int
    end: int

    def overlaps(self, other: UnitSpan) -> bool:
        return self.start < other.end and other.start < self.end


class OffsetMap:
    """Converts positions of one text, or of a part of it that starts at `base` code points.

    Code points are counted in the whole text, units in the part; positions outside the part are brought to its ends. Only the
    astral characters need to be known: each takes two units.
    """

    def __init__(self, text: str, base: int = 0) -> None:
        self._base, self._length = base, len(text)
        self._points = [i for i, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
        self._units = [point + before for before, point in enumerate(self._points)]

    @property
    def same(self) -> bool:
        """Whether code points and units are the same everywhere in this text, as in nearly all."""
        return not self._points

    def unit(self, point: int) -> int:
        """The UTF-16 position of a code point position."""
        inside = point - self._base
        if inside < 0:
            return 0
        if inside > self._length:
            inside = self._length
        return inside + bisect_left(self._points, inside) if self._points else inside

    def point(self, unit: int) -> int:
        """The code point position of a UTF-16 position; inside a pair, the position of the pair."""
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._base + self._points[before - 1]
        return self._base + unit - before

    def units(self, span: Span) -> UnitSpan:
        """A span in units; empty when it lies outside the part."""
        return UnitSpan(self.unit(span.start), self.unit(span.end))

    def points(self, start: int, end: int) -> Span:
        """Units to code points; a pair that is cut at the end is taken whole."""
        last = self.point(end)
        return Span(self.point(start), last + (self.unit(last) < end))


def shown(text: str) -> str:
    """The text as Qt shows it: the two code points that it keeps for its own frames become U+FFFD, one unit each."""
    return text.replace("\ufdd0", "\ufffd").replace("\ufdd1", "\ufffd")


def handed_over(text: str) -> str:
    """A string as it must be given to Qt to arrive whole: Qt drops one leading byte order mark, so it gets two."""
    return "\ufeff" + text if text.startswith("\ufeff") else text
