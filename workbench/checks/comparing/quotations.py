"""Is one quotation given in other words, cut, or put in somebody else's mouth?

Quotations of different articles are brought together by runs of words that few have. Where they overlap, most words must be the same
and some not (matching blocks by J. Ratcliff and D. Metzener, 1988): the quotation has drifted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.checks.comparing.places import chosen
from workbench.checks.matter import Place, Question
from workbench.checks.reading.concepts import key_of
from workbench.checks.reading.reading import Reading
from workbench.checks.words import COMMON, words_of
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, Severity

LEAST = 4
"""Words of a quotation that can be compared."""
RUN = 2
"""Words in a row, one of them telling, by which two quotations are brought together."""
ALIKE = 0.6
"""The part of the words of both, where they overlap, that must be the same; and of the shorter one as a whole."""
TELLING = 2
"""Telling words that both must have."""
OFTEN = 12
"""Quotations that may have one run; what more of them have is a set phrase."""


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation with its words."""

    reading: Reading
    span: Span
    words: tuple[str, ...]
    """As they are compared: stems, so that spelling and number do not count."""

    @property
    def place(self) -> Place:
        return Place(self.reading.article_id, self.span)

    @property
    def shown(self) -> str:
        return self.reading.words(self.span).rstrip(",. ")


def ask(readings: Sequence[Reading]) -> Iterator[Question]:
    """One question for each quotation that has drifted between articles."""
    quoted = [each for reading in readings for each in _quoted(reading)]
    told: list[Place] = []
    for one, other in _candidates(quoted):
        if any(p.article_id == t.article_id and p.span.overlaps(t.span) for p in (one.place, other.place) for t in told):
            continue
        if differing := _drift(one, other):
            also = [w for w in quoted if w is not one and w is not other and _drift(one, w)]
            places = chosen((one.place, other.place, *(w.place for w in also)))
            told += places
            why = f"{one.reading.exhibit} quotes “{one.shown}”, {other.reading.exhibit} “{other.shown}”."
            severity = Severity.MEDIUM if sum(map(_tells, differing)) > 1 else Severity.LOW
            yield Question(DiscrepancyType.QUOTATION, severity, None, places, why)


def _quoted(reading: Reading) -> Iterator[Words]:
    for each in reading.quotations:
        if each.depth > 1 or not each.inner:
            continue
        span = Span(each.inner[0].start, each.inner[-1].end)
        written = words_of(reading.text[span.start : span.end])
        words = tuple(key_of(word.text, reading.language) or word.text for word in written)
        if len(words) >= LEAST:
            yield Words(reading, span, words)


def _candidates(quoted: Sequence[Words]) -> list[tuple[Words, Words]]:
    """Two quotations of different articles that share a telling run, those that share most first."""
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, each in enumerate(quoted):
        for run in {each.words[at : at + RUN] for at in range(len(each.words) - RUN + 1)}:
            if any(word not in COMMON and len(word) > 3 for word in run):
                having[run].append(number)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in having.values():
        if len(numbers) <= OFTEN:
            for at, a in enumerate(numbers):
                for b in numbers[at + 1 :]:
                    if quoted[a].reading.article_id != quoted[b].reading.article_id:
                        counts[a, b] += 1
    ordered = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return [(quoted[a], quoted[b]) for a, b in ordered]


def _drift(one: Words, other: Words) -> frozenset[str]:
    """The words in which two quotations differ where they overlap; none where they are two different ones, or one has only been cut.

    Only the stretch that both have is compared: what one paper leaves out at either end is its choice.
    """
    if one.reading.article_id == other.reading.article_id:
        return frozenset()
    blocks = [b for b in SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks() if b.size]
    if not blocks:
        return frozenset()
    first, last = blocks[0], blocks[-1]
    left, right = one.words[first.a : last.a + last.size], other.words[first.b : last.b + last.size]
    same = sum(block.size for block in blocks)
    telling = {word for block in blocks for word in one.words[block.a : block.a + block.size] if _tells(word)}
    if len(telling) < TELLING or 2 * same < ALIKE * (len(left) + len(right)) or same < ALIKE * min(len(one.words), len(other.words)):
        return frozenset()
    return frozenset(left) ^ frozenset(right)


def _tells(word: str) -> bool:
    return word not in COMMON and len(word) > 3
