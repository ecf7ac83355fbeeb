"""The sentences of a text that say most nearly what a claim says, and why they are offered. Pure.

A claim is looked for by its own words and by those of each passage marked for it; figures, times and names weigh more than other words,
rare words more than common ones, and what the sentences beside it share counts a little. The factors were tuned on two worked cases.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.spans import Span
from workbench.domain.stopwords import STOPWORDS
from workbench.search.analyser import tokens
from workbench.search.languages import language_tag, stems

OFFERED = 3
"""Passages of one text that are offered at most."""
LEAST_SHARE = 0.27
"""The part of a claim's weight that a sentence must share to be offered. More of it missed places that a worked case has, less of it
offered one in four of the articles that say nothing of the claim."""
NEARLY_AS_GOOD = 0.5
"""The part of the best score that a further passage must have."""
ALONE_ENOUGH = 0.3
"""The part that a single shared word must have, if it is no figure."""
FIGURE, TIME, NAME, OTHER = 2.0, 2.0, 1.3, 1.0
BESIDE = 0.35
"""What the words of the claim count that stand in the sentence before or after."""
CLAIM, ALONE = 0.5, 0.75
"""The claim's own words and those of the passages marked for it count half each, and either alone that much."""
_SHOWN = 4
_TIME = re.compile(r"\b(?:\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_WORDS = (
    {word: str(number) for number, word in enumerate(_ONES.split()) if word != "one"}
    | {word: str(20 + 10 * number) for number, word in enumerate(_TENS.split())}
    | {"dozen": "12", "hundred": "100", "thousand": "1000"}
)
"""Numbers in words that a sentence may have in figures; "one" is seldom a number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something a sentence says: a stem, a figure by its value, or that a time of day is named; what it counts, and where it stands."""

    key: str
    factor: float
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A text as it is compared: for each of its sentences what it says, by key."""

    text: str
    sentences: tuple[Span, ...]
    said: tuple[Mapping[str, Unit], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence: its span, the share of the claim's weight it has (0 to 1), why in words, and the words shared as it writes them."""

    span: Span
    score: float
    reason: str
    shared: tuple[str, ...]


def units(text: str) -> list[Unit]:
    """What a text says, in order."""
    known, found = stems(language_tag("", text)), []
    times = [Span(match.start(), match.end()) for match in _TIME.finditer(text)]
    inside = {at for span in times for at in range(*span)}
    for token in tokens(text):
        raw, span = text[token.start : token.end], Span(token.start, token.end)
        if token.start in inside:
            continue  # part of a time of day
        if number := _WORDS.get(token.surface):
            found.append(Unit(f"#{number}", FIGURE, span))
        elif raw[0].isdigit():
            found.append(Unit("#" + re.sub(r"[.,]", "", token.surface), FIGURE, span))
            if _YEAR.fullmatch(token.surface):
                found.append(Unit(f"#{token.surface[:3]}0s", OTHER, span))  # a year lies in its decade
        elif token.surface not in STOPWORDS:
            found.append(Unit(known[token.surface], NAME if found and raw[0].isupper() else OTHER, span))
    for span in times:
        said = re.sub(r"[^0-9apm]", "", text[span.start : span.end].lower())
        found += [Unit("@time", TIME, span), Unit(f"#{said}", FIGURE, span)]
    return sorted(found, key=lambda unit: unit.span.start)


def page(text: str, sentences: Sequence[Span]) -> Page:
    """A text with what each of its sentences says, to be compared with any number of claims."""
    every = units(text)
    starts = [unit.span.start for unit in every]
    inside = (every[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in sentences)
    return Page(text, tuple(sentences), tuple({unit.key: unit for unit in reversed(each)} for each in inside))


class Wanted:
    """What is looked for: the claim's words, and those of each passage marked for it, weighed by how rare they are in some pages."""

    def __init__(self, claim: str, marked: Iterable[str], pages: Iterable[Page]) -> None:
        having: Counter[str] = Counter()
        count = 0
        for each in pages:
            count += len(each.said)
            for said in each.said:
                having.update(said.keys())
        self._having, self._count = having, count
        self._written: dict[str, str] = {}
        self.claim = self._weights(claim)
        self.marked = [weights for text in marked if (weights := self._weights(text))]

    def _rare(self, key: str) -> float:
        """How much it says that a sentence has this, by how few have it."""
        return math.log(1 + (self._count + 1) / (self._having[key] + 1))

    def _weights(self, text: str) -> dict[str, float]:
        weights: dict[str, float] = {}
        for unit in units(text):
            weights[unit.key] = max(weights.get(unit.key, 0.0), unit.factor * self._rare(unit.key))
            self._written.setdefault(unit.key, text[unit.span.start : unit.span.end])
        return weights

    @property
    def words(self) -> tuple[str, ...]:
        """The words that say most, as they are written: what was looked for."""
        return tuple(self._written[key] for key in sorted(self.claim, key=lambda key: -self.claim[key])[:_SHOWN])


def likely(page: Page, wanted: Wanted) -> list[Candidate]:
    """The sentences that most likely say it, the best first, at most OFFERED; none that shares little."""
    if not page.said or not wanted.claim:
        return []
    own = _shares(page.said, wanted.claim)
    others = [_shares(page.said, weights) for weights in wanted.marked]
    scores = []
    for number, (share, beside) in enumerate(own):
        best = max((s + b for s, b in (each[number] for each in others)), default=share + beside)
        scores.append(max(CLAIM * (share + beside) + (1 - CLAIM) * best, ALONE * max(share + beside, best)))
    order = sorted(range(len(scores)), key=lambda number: -scores[number])[:OFFERED]
    found = []
    for number in order:
        weights = max((wanted.claim, *wanted.marked), key=lambda each: _share(page.said[number], each))
        fit = _share(page.said[number], weights) >= LEAST_SHARE and scores[number] >= NEARLY_AS_GOOD * scores[order[0]]
        if fit and (candidate := _candidate(page, number, weights, scores[number])):
            found.append(candidate)
    return found


def _share(said: Mapping[str, Unit], weights: Mapping[str, float]) -> float:
    total = sum(weights.values())
    return sum(weight for key, weight in weights.items() if key in said) / total if total else 0.0


def _shares(every: Sequence[Mapping[str, Unit]], weights: Mapping[str, float]) -> list[tuple[float, float]]:
    """For each sentence the share of the weight that it has, and what its neighbours add that it lacks."""
    total = sum(weights.values()) or 1.0
    held = [frozenset(key for key in weights if key in said) for said in every]
    found = []
    for number, here in enumerate(held):
        near = frozenset[str]().union(*held[max(0, number - 1) : number], *held[number + 1 : number + 2]) - here if here else ()
        found.append((sum(weights[key] for key in here) / total, BESIDE * sum(weights[key] for key in near) / total))
    return found


def _candidate(page: Page, number: int, weights: Mapping[str, float], score: float) -> Candidate | None:
    """One sentence with why; None for one that shares a single word that says little."""
    said = page.said[number]
    shared = sorted((key for key in weights if key in said), key=lambda key: -weights[key])
    if len(shared) < 2 and not any(key[0] in "#@" for key in shared) and _share(said, weights) < ALONE_ENOUGH:
        return None
    written = tuple(page.text[said[key].span.start : said[key].span.end] for key in shared)
    return Candidate(page.sentences[number], score, "shares " + ", ".join(f"“{word}”" for word in written[:_SHOWN]), written)
