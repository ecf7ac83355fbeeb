"""Which line of an old text is which line of a new one: the same lines first, then those that their neighbours tell, then similar ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from workbench.domain.anchors import trimmed
from workbench.domain.spans import Span

SHINGLE = 3
"""Words in a row by which similar lines are found."""
COMMON = 8
"""Lines that may have the same words in a row; what more of them have tells nothing."""
ALIKE = 0.5
"""The share of words that two lines at one place have in common when the one has become the other."""
CROWD = 60
"""Lines between two that are known, of which each is held against each."""
LONG = 5000
"""Letters of a line that is taken apart at what ends a sentence."""
_STOP = re.compile(r"[.!?…][”’\"')\]]{0,3}\s+|[。！？]")
Pairs = dict[int, int]
"""Numbers of old lines, each with the number of the new line that it is."""


def lines_of(text: str) -> list[Span]:
    """The lines of a text that are not blank, without the white space at their ends; a very long one sentence by sentence."""
    found, at = [], 0
    for line in text.split("\n"):
        cuts = [at + cut.end() for cut in _STOP.finditer(line)] if len(line) > LONG else []
        edges = [at, *cuts, at + len(line)]
        spans = (trimmed(text, start, end) for start, end in zip(edges, edges[1:], strict=False))
        found += [span for span in spans if span.start < span.end]
        at += len(line) + 1
    return found


def same_lines(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """The lines that are the same, at their places or moved: those that are there once on both sides, what is beside them, and
    repeated ones where as many stand between the same neighbours. A repeated line that nothing tells is left out."""
    here, there = Counter(old), Counter(new)
    numbers = {line: j for j, line in enumerate(new)}
    pairs = {i: numbers[line] for i, line in enumerate(old) if here[line] == 1 == there.get(line)}
    _grow(pairs, old, new)
    for free, others in _gaps(pairs, old, new):
        places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (numbered, lines) in enumerate(((free, old), (others, new))):
            for number in numbered:
                places[lines[number]][side].append(number)
        for mine, theirs in places.values():
            if len(mine) == len(theirs):
                pairs |= zip(mine, theirs, strict=True)
    return pairs


def _grow(pairs: Pairs, old: Sequence[str], new: Sequence[str]) -> None:
    """Pair equal lines beside pairs, unless the neighbour on their other side points elsewhere."""
    taken = set(pairs.values())
    waiting = sorted(pairs.items())
    while waiting:
        i, j = waiting.pop()
        for by in (1, -1):
            here, there = i + by, j + by
            if here in pairs or there in taken or not (0 <= here < len(old) and 0 <= there < len(new)) or old[here] != new[there]:
                continue
            other = pairs.get(here + by, there + by) - by
            if other != there and 0 <= other < len(new) and other not in taken and new[other] == old[here]:
                continue
            pairs[here] = there
            taken.add(there)
            waiting.append((here, there))


def similar_lines(same: Mapping[int, int], old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Lines with other words that are still each other's, of those that `same` leaves: by rare words in a row wherever they stand, then
    by their words at one place."""
    taken = set(same.values())
    words, others = _once({i: old[i] for i in range(len(old)) if i not in same}, {j: new[j] for j in range(len(new)) if j not in taken})
    pairs = _best(_by_rows(words, others))
    for free, there in _gaps({**same, **pairs}, old, new):
        if len(free) * len(there) <= CROWD * CROWD:
            each = ((i, j) for i in free for j in there if i in words and j in others)
            pairs |= _best([(_alike(words[i], others[j]), -abs(i - j), i, j) for i, j in each])
    return pairs


def _once(lines: Mapping[int, str], others: Mapping[int, str]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """The words of the lines on both sides that are there once: which one of several is meant, their words cannot tell."""
    counted = Counter([*lines.values(), *others.values()])
    alone = [{number: line.split() for number, line in side.items() if counted[line] == 1} for side in (lines, others)]
    return alone[0], alone[1]


def _by_rows(words: Mapping[int, list[str]], others: Mapping[int, list[str]]) -> list[tuple[float, int, int, int]]:
    """How much each old line has in common with new ones, by the rows of words that few lines have; 1 is all."""
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, line in others.items():
        for row in _rows(line):
            held[row].append(j)
    found = []
    for i, line in words.items():
        shared: dict[int, int] = {}
        for row in _rows(line):
            if row in held and len(lines := held[row]) <= COMMON:
                for j in lines:
                    shared[j] = shared.get(j, 0) + 1
        found += [(count / max(1, min(len(line), len(others[j])) - SHINGLE + 1), -abs(i - j), i, j) for j, count in shared.items()]
    return found


def _rows(line: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(line[at:] for at in range(SHINGLE)), strict=False))


def _alike(line: list[str], other: list[str]) -> float:
    """The share of words in common, 0 when it is too small."""
    share = 2 * sum((Counter(line) & Counter(other)).values()) / (len(line) + len(other))
    return share if share >= ALIKE else 0


def _best(scored: list[tuple[float, int, int, int]]) -> Pairs:
    """The best pairs first, each line in one."""
    pairs: Pairs = {}
    taken: set[int] = set()
    for score, _, i, j in sorted(scored, reverse=True):
        if score and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _gaps(pairs: Mapping[int, int], old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """The lines without a pair between each two that are in order, on both sides, where there are any on both."""
    chain = in_order(pairs, old)
    taken = set(pairs.values())
    edges = [(-1, -1), *((i, pairs[i]) for i in chain), (len(old), len(new))]
    for (i, j), (k, m) in zip(edges, edges[1:], strict=False):
        free = [at for at in range(i + 1, k) if at not in pairs]
        others = [at for at in range(j + 1, m) if at not in taken] if free else []
        if others:
            yield free, others


def in_order(pairs: Mapping[int, int], old: Sequence[str]) -> list[int]:
    """The old lines that stand in their old order still: of all ways to choose them the one with the most letters."""
    ends: list[int] = []  # the new lines at which a chain ends, in order, each with the most letters of a chain up to there
    most: list[int] = []
    last: list[int] = []
    before: dict[int, int] = {}
    for i in sorted(pairs):
        at = bisect_right(ends, pairs[i])
        before[i] = last[at - 1] if at else -1
        letters = (most[at - 1] if at else 0) + len(old[i])
        until = at
        while until < len(ends) and most[until] <= letters:
            until += 1
        ends[at:until], most[at:until], last[at:until] = [pairs[i]], [letters], [i]
    chain, i = [], last[-1] if last else -1
    while i >= 0:
        chain.append(i)
        i = before[i]
    return chain[::-1]
