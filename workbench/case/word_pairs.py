"""Which words of one line are words of another: the longest common subsequence, found bit by bit.

Method: H. Hyyrö, “Bit-parallel LCS-length computation revisited” (2004); the rows are kept and followed back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workbench.case.line_pairs import in_order

_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
"""A word; where words are written without spaces (Thai, Lao, Chinese, Japanese) a letter is one."""
ROOM = 400_000_000
"""Bits for the rows of one comparison; lines of more words are parted first at those that each has once."""
Run = tuple[int, int, int, int]
"""A stretch of the old text and where it is in the new one: start, end, start, end. As long there as here: the same letters; else a
word that another has taken the place of. One that has as many letters is told by comparing."""


def word_places(text: str) -> list[tuple[int, int]]:
    """Where each word starts and ends."""
    return [found.span() for found in _WORD.finditer(text)]


def common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs (number in old, number in new) of a longest common subsequence, in order."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    here, there = old[first : len(old) - last], new[first : len(new) - last]
    middle = _middle(here, there) if len(here) * len(there) <= ROOM else _parted(here, there)
    head = [(at, at) for at in range(first)]
    tail = [(len(old) - left, len(new) - left) for left in range(last, 0, -1)]
    return head + [(first + i, first + j) for i, j in middle] + tail


def _middle(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    where: dict[str, int] = {}
    for at, word in enumerate(old):
        where[word] = where.get(word, 0) | 1 << at
    row = whole = (1 << len(old)) - 1
    rows = []
    for word in new:
        both = row & where.get(word, 0)
        row = (row + both | row - both) & whole
        rows.append(row)
    found = []
    i, j = len(old) - 1, len(new) - 1
    while i >= 0 and j >= 0:
        if rows[j] >> i & 1:
            i -= 1
        elif j and not rows[j - 1] >> i & 1:
            j -= 1
        else:
            found.append((i, j))
            i, j = i - 1, j - 1
    return found[::-1]


def _parted(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The same of very many words, by those that stand once on both sides; what is too much between two of them is left out."""
    here, there = Counter(old), Counter(new)
    numbers = {word: j for j, word in enumerate(new)}
    pairs = {i: numbers[word] for i, word in enumerate(old) if here[word] == 1 == there.get(word)}
    found = []
    i = j = 0
    for k in [*in_order(pairs, old), len(old)]:
        m = pairs.get(k, len(new))
        if (k - i) * (m - j) <= ROOM:
            found += [(i + a, j + b) for a, b in _middle(old[i:k], new[j:m])]
        found += [(k, m)] if k in pairs else []
        i, j = k + 1, m + 1
    return found


def runs_between(old: str, new: str, at: int, to: int) -> tuple[list[Run], float, float]:
    """The runs of a line that starts at `at` in its text and is now another, which starts at `to`; and the shares of the words of the
    old one and of the shorter one that are in both."""
    here, there = word_places(old), word_places(new)
    pairs = common([old[a:b] for a, b in here], [new[a:b] for a, b in there])
    runs: list[Run] = []
    i = j = 0
    for (k, m), (n, o) in _in_rows(pairs):
        runs += _each(here[i:k], there[j:m])
        whole = (here[k][0], here[n][1], there[m][0], there[o][1])
        runs += [whole] if _same(old, new, whole) else _each(here[k : n + 1], there[m : o + 1])
        i, j = n + 1, o + 1
    grown = _joined(old, new, runs + _each(here[i:], there[j:]))
    mine, least = (len(pairs) / max(1, count) for count in (len(here), min(len(here), len(there))))
    return [(a + at, b + at, c + to, d + to) for a, b, c, d in grown], mine, least


def _each(here: list[tuple[int, int]], there: list[tuple[int, int]]) -> list[Run]:
    """Word by word, as far as there are as many."""
    return [(a, b, c, d) for (a, b), (c, d) in zip(here, there, strict=False)]


def _in_rows(pairs: list[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The first and the last pair of each row of words that follow each other on both sides."""
    rows: list[tuple[tuple[int, int], tuple[int, int]]] = []
    first = before = (-2, -2)
    for pair in pairs:
        if pair != (before[0] + 1, before[1] + 1):
            if first[0] >= 0:
                rows.append((first, before))
            first = pair
        before = pair
    return [*rows, (first, before)] if pairs else []


def _joined(old: str, new: str, runs: list[Run]) -> list[Run]:
    """The runs with what stands between and around the words, as far as it is the same; those that touch then as one."""
    made: list[Run] = []
    here = there = 0
    for a, b, c, d in [*runs, (len(old), len(old), len(new), len(new))]:
        gap, other = old[here:a], new[there:c]
        after = len(gap) if gap == other else _shared(gap, other)
        _add(made, old, new, (here, here + after, there, there + after))
        before = 0 if gap == other else _shared(gap[after:][::-1], other[after:][::-1])
        _add(made, old, new, (a - before, a, c - before, c))
        _add(made, old, new, (a, b, c, d))
        here, there = b, d
    return made


def _add(made: list[Run], old: str, new: str, run: Run) -> None:
    """Add a run, to the last one where both are the same on both sides and touch."""
    if run[0] == run[1]:
        return
    last = made[-1] if made else (-1, -1, -1, -1)
    if last[1] == run[0] and last[3] == run[2] and _same(old, new, last) and _same(old, new, run):
        made[-1] = (last[0], run[1], last[2], run[3])
    else:
        made.append(run)


def _same(old: str, new: str, run: Run) -> bool:
    return old[run[0] : run[1]] == new[run[2] : run[3]]


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count
