"""Which words do articles share, run for run? A sentence that stands in two papers was written once: a hint for origins.

Runs of FEWEST words or more that two articles have in the same order, in their live zones; case, accents and punctuation do not count.
What more than OFTEN articles have is a set phrase or everybody's agency copy: it is said once, of neighbours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.matter import Place
from workbench.checks.reading.reading import Reading
from workbench.domain.spans import Span

FEWEST = 10
"""Words of a run. Fewer are names, titles and set phrases."""
OFTEN = 30
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Copy:
    """Words that two articles share: the place in each, how many, and whether they are a quotation in both (then anybody may have them)."""

    one: Place
    other: Place
    words: int
    quoted: bool


def copies(readings: Sequence[Reading]) -> list[Copy]:
    """The shared runs, the longest first."""
    texts = [list(_words(reading)) for reading in readings]
    having: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(texts):
        for at in range(len(words) - FEWEST + 1):
            having[tuple(word for word, _ in words[at : at + FEWEST])].append((number, at))
    seen: set[tuple[int, int, int, int]] = set()
    found = []
    for places in having.values():
        for (a, i), (b, j) in _neighbours(places):
            if a == b or (a, b, j - i, i) in seen:
                continue
            length = _length(texts[a], texts[b], i, j)
            seen.update((a, b, j - i, i + step) for step in range(length - FEWEST + 1))
            one, other = _place(readings[a], texts[a], i, length), _place(readings[b], texts[b], j, length)
            found.append(Copy(one, other, length, _quoted(readings[a], one.span) and _quoted(readings[b], other.span)))
    return sorted(found, key=lambda copy: (-copy.words, copy.one, copy.other))


def _neighbours(places: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """All pairs of few places, each with the next of many."""
    if len(places) <= OFTEN:
        yield from ((one, other) for at, one in enumerate(places) for other in places[at + 1 :])
    else:
        yield from zip(places, places[1:], strict=False)


def _words(reading: Reading) -> Iterator[tuple[str, Span]]:
    for sentence in reading.sentences:
        for match in _WORD.finditer(reading.text, *sentence.span):
            yield match[0].casefold().replace("’", "'"), Span(*match.span())


def _length(one: Sequence[tuple[str, Span]], other: Sequence[tuple[str, Span]], i: int, j: int) -> int:
    """Words that two texts share from two places on."""
    length = FEWEST
    while i + length < len(one) and j + length < len(other) and one[i + length][0] == other[j + length][0]:
        length += 1
    return length


def _place(reading: Reading, words: Sequence[tuple[str, Span]], at: int, length: int) -> Place:
    return Place(reading.article_id, Span(words[at][1].start, words[at + length - 1][1].end))


def _quoted(reading: Reading, span: Span) -> bool:
    """Whether most of a span lies within quotation marks."""
    inside = sum(max(0, min(span.end, q.marks.end) - max(span.start, q.marks.start)) for q in reading.quotations)
    return 2 * inside > span.end - span.start
