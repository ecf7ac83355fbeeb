"""How nearly two sentences of different articles say the same.

Shared concepts weigh by how rare they are among the sentences at hand (inverse document frequency, K. Spärck Jones, 1972), over the
weight of both sentences to the power of BREADTH: 1 would be a cosine of sets and favour short sentences, 0 long ones. What stands early
in its article counts for more, since news say first what matters. The factors were tuned on ECB+ topics and two worked cases.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from workbench.checks.matter import Place
from workbench.checks.reading.reading import Reading, Sentence

BREADTH = 0.7
ALONE = 0.3
"""What a concept weighs that one article alone has: it can be shared with nobody, and takes a little from the likeness of its sentence."""
LATE = 0.025
"""What each sentence before it takes from how much a sentence counts."""
COMMON = 80
"""Sentences that may share a concept which brings two of them together; a more common one only adds to what rarer ones have found."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of an article."""

    reading: Reading
    sentence: Sentence

    @property
    def place(self) -> Place:
        return Place(self.reading.article_id, self.sentence.span)

    @property
    def words(self) -> str:
        return self.reading.words(self.sentence.span)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two sentences, by their numbers, and how alike they are (about 0 to 1; above it for long ones that share all)."""

    score: float
    one: int
    other: int


class Likeness:
    """The sentences of some readings, weighed against each other."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.stated = [Stated(reading, sentence) for reading in readings for sentence in reading.sentences if sentence.concepts]
        self._keys = [each.sentence.keys for each in self.stated]
        articles: dict[str, set[int]] = defaultdict(set)
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, (each, keys) in enumerate(zip(self.stated, self._keys, strict=True)):
            for key in sorted(keys):
                self._having[key].append(number)
                articles[key].add(each.reading.article_id)
        count = len(self.stated)
        self.weights = {
            key: math.log(count / len(numbers)) * (1 if len(articles[key]) > 1 else ALONE) for key, numbers in self._having.items()
        }
        self._totals = [sum(self.weights[key] for key in keys) or 1.0 for keys in self._keys]
        self._middle: float = median(self._totals) if self._totals else 1.0
        self._early = [1 / (1 + LATE * each.sentence.number) for each in self.stated]

    def alike(self, least: float, cancelled: Callable[[], bool] = lambda: False) -> list[Alike]:
        """Every two sentences of different articles that are at least so alike, the most alike first."""
        found = [pair for number in range(len(self.stated)) if not cancelled() for pair in self._of(number) if pair.score >= least]
        return sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other))

    def score(self, one: int, other: int) -> float:
        """How alike two sentences are."""
        weight = sum(self.weights[key] for key in self._keys[one] & self._keys[other])
        return self._scored(weight, one, other)

    def shared(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """The words by which sentences were brought together, as the first of them writes them, what weighs most first."""
        counts = Counter(key for number in numbers for key in self._keys[number])
        keys = [key for key, count in counts.items() if count > len(numbers) / 2]
        keys.sort(key=lambda key: (-self.weights[key] * counts[key], key))
        return tuple(dict.fromkeys(self._written(key, numbers) for key in keys if self.weights[key] > 0))

    def _of(self, number: int) -> Iterator[Alike]:
        weights: dict[int, float] = defaultdict(float)
        mine = self.stated[number].reading.article_id
        common = []
        for key in self._keys[number]:
            having = self._having[key]
            if len(having) > COMMON:
                common.append(key)
                continue
            weight = self.weights[key]
            for other in having:
                if other > number:
                    weights[other] += weight
        for other, weight in weights.items():
            if self.stated[other].reading.article_id != mine:
                more = sum(self.weights[key] for key in common if key in self._keys[other])
                yield Alike(self._scored(weight + more, number, other), number, other)

    def _scored(self, weight: float, one: int, other: int) -> float:
        both = math.sqrt(self._totals[one] * self._totals[other])
        early = math.sqrt(self._early[one] * self._early[other])
        return float(weight / (both**BREADTH * self._middle ** (1 - BREADTH)) * early)

    def _written(self, key: str, numbers: Sequence[int]) -> str:
        for number in numbers:
            each = self.stated[number]
            for concept in each.sentence.concepts:
                if concept.key == key:
                    return each.reading.words(concept.span)
        return key
