"""What is drawn on a text: marks with lanes, so that any number of overlapping ones stay traceable. No Qt here."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from workbench.domain.vocabulary import Verdict


class Mark(NamedTuple):
    """One appearance as drawn: UTF-16 span, claim number, status, stance letter, lane (0 nearest to the text)."""

    start: int
    end: int
    claim: int
    appearance: int
    verdict: Verdict
    against: bool = False
    lane: int = 0


class Piece(NamedTuple):
    """The part of a mark in one block, relative to the block's start."""

    start: int
    end: int
    mark: int
    first: bool
    last: bool


def in_lanes(marks: Sequence[Mark]) -> list[Mark]:
    """The marks in order of start, each in the lowest lane that is free: greedy interval colouring in one sweep."""
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    placed: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.claim)):
        while busy and busy[0][0] <= mark.start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (mark.end, lane))
        placed.append(Mark(*mark[:-1], lane))
    return placed


def by_block(marks: Sequence[Mark], starts: Sequence[int]) -> dict[int, list[Piece]]:
    """For each block (by number) the pieces in it. `starts` are the blocks' positions, ascending."""
    index: dict[int, list[Piece]] = {}
    count = len(starts)
    for number, mark in enumerate(marks):
        start, end = mark[:2]
        block = bisect_right(starts, start) - 1
        if block + 1 == count or end <= starts[block + 1]:  # within one block, as nearly all are
            index.setdefault(block, []).append(Piece(start - starts[block], end - starts[block], number, True, True))
            continue
        while block < len(starts) and starts[block] < mark.end:
            begin = starts[block]
            following = starts[block + 1] if block + 1 < len(starts) else mark.end
            piece = Piece(max(mark.start - begin, 0), min(mark.end, following) - begin, number, mark.start >= begin, mark.end <= following)
            index.setdefault(block, []).append(piece)
            block += 1
    return index


def smallest_at(marks: Sequence[Mark], position: int) -> Mark | None:
    """The mark that a click takes: the smallest one under the pointer."""
    under = all_at(marks, position)
    return min(under, key=lambda m: (m.end - m.start, m.claim)) if under else None


def all_at(marks: Sequence[Mark], position: int) -> list[Mark]:
    return [m for m in marks if m.start <= position < m.end]
