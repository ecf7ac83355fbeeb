"""Code points and UTF-16 units: the case counts the first, Qt the second. Converted here and nowhere else."""

from __future__ import annotations

from bisect import bisect_left

from workbench.domain.spans import Span


class OffsetMap:
    """Converts positions of one text. Only the astral characters need to be known: each takes two units."""

    def __init__(self, text: str) -> None:
        self._points = [i for i, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
        self._units = [point + before for before, point in enumerate(self._points)]

    def unit(self, point: int) -> int:
        """The UTF-16 position of a code point position."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """The code point position of a UTF-16 position; inside a pair, the position of the pair."""
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._points[before - 1]
        return unit - before

    def units(self, span: Span) -> Span:
        return Span(self.unit(span.start), self.unit(span.end))

    def points(self, start: int, end: int) -> Span:
        """Units to code points; a pair that is cut at the end is taken whole."""
        last = self.point(end)
        return Span(self.point(start), last + (self.unit(last) < end))


def shown(text: str) -> str:
    """The text as given to Qt: the two code points that Qt keeps for its own frames are shown as U+FFFD, one unit each."""
    return text.replace("\ufdd0", "\ufffd").replace("\ufdd1", "\ufffd")
