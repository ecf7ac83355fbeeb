"""What is drawn on a text: marks with lanes, so that any number of overlapping ones stay traceable. No Qt here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from workbench.domain.statuses import Verdict

_BITS = 24
_LANE = (1 << _BITS) - 1


class TextMark(NamedTuple):
    """One appearance as it stands on the whole text: span in code points, claim number, status, whether its stance opposes, the stance in
    words."""

    start: int
    end: int
    claim: int
    appearance: int
    verdict: Verdict
    against: bool = False
    stance: str = ""


class PlacedMark(NamedTuple):
    """One appearance as it is drawn on the part that is shown: as a TextMark, but its span in UTF-16 units, and with its lane (0 is nearest
    to the text)."""

    start: int
    end: int
    claim: int
    appearance: int
    verdict: Verdict
    against: bool = False
    stance: str = ""
    lane: int = 0


class Piece(NamedTuple):
    """The part of a mark in one block, relative to the block's start."""

    start: int
    end: int
    mark: int
    first: bool
    last: bool


def in_lanes(marks: Sequence[TextMark], unit: Callable[[int], int] | None = None) -> list[PlacedMark]:
    """The marks in order of start, each in the lowest lane that is free: greedy interval colouring in one sweep.

    `unit` converts code points to units on the way (None: they are the same); it never changes their order. Tens of thousands are laid
    whenever one of them changes, so the heaps hold plain numbers (end and lane in one) and the order is made by three sorts that run in C.
    """
    ordered = sorted(marks, key=itemgetter(2))
    ordered.sort(key=itemgetter(1), reverse=True)
    ordered.sort(key=itemgetter(0))
    free: list[int] = []
    busy: list[int] = []
    placed: list[PlacedMark] = []
    for start, end, claim, appearance, verdict, against, stance in ordered:
        if unit is not None:
            start, end = unit(start), unit(end)
        gone = (start << _BITS) | _LANE
        while busy and busy[0] <= gone:
            heappush(free, heappop(busy) & _LANE)
        lane = heappop(free) if free else len(busy)
        heappush(busy, (end << _BITS) | lane)
        placed.append(tuple.__new__(PlacedMark, (start, end, claim, appearance, verdict, against, stance, lane)))
    return placed


class Pieces:
    """The parts of ordered marks in each block, made when a block is painted and kept. `starts` are the blocks' positions, ascending.

    A mark that reaches into a block starts before its end, and lies behind the first mark that any reached so far from.
    """

    def __init__(self, marks: Sequence[PlacedMark] = (), starts: Sequence[int] = (0,)) -> None:
        self._marks, self._blocks = marks, starts
        self._starts = [m[0] for m in marks]
        self._reach = list(accumulate((m[1] for m in marks), max))
        self._made: dict[int, list[Piece]] = {}

    def of(self, block: int) -> list[Piece]:
        """The pieces in a block (by number), in the order of the marks."""
        if block not in self._made:
            self._made[block] = self._make(block)
        return self._made[block]

    def _make(self, block: int) -> list[Piece]:
        if not self._starts:
            return []
        begin = self._blocks[block]
        following = self._blocks[block + 1] if block + 1 < len(self._blocks) else self._reach[-1] + 1
        numbers = range(bisect_right(self._reach, begin), bisect_left(self._starts, following))
        return [
            Piece(max(start - begin, 0), min(end, following) - begin, number, start >= begin, end <= following)
            for number in numbers
            for start, end in (self._marks[number][:2],)
            if end > begin and start < end
        ]


def smallest(marks: Iterable[PlacedMark]) -> PlacedMark | None:
    """The mark that a click takes among those under the pointer: the smallest one."""
    return min(marks, key=lambda m: (m.end - m.start, m.claim), default=None)
