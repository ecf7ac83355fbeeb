"""How much of an article's words stands, in the same order, in articles that are there: a hint that they have it from one origin.

Measure: the share of the runs of five words (shingles) of the shorter article that the other has too, its containment (A. Broder, “On the
resemblance and containment of documents”, 1997). Candidates are found by a sample of the runs; what is said is counted over all of them.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from workbench.case.word_pairs import word_places
from workbench.domain.draft import DraftZone
from workbench.domain.entities import Zone
from workbench.domain.vocabulary import LIVE

RUN = 5
"""Words in a row."""
SAMPLED = 4
"""Of so many runs one is kept to find candidates by."""
FEWEST = 12
"""Runs that two articles must share: fewer are a name, a set phrase, a date line."""
WORTH_SAYING = 0.3
"""The share of the shorter one from which it is said."""
MUCH_THE_SAME = 0.7
"""The share of each of the two from which they are much the same text."""
LONGEST = 60_000
"""Letters of an article that are looked at, from its beginning."""
MOST = 3
"""Candidates that are counted through."""
COMMON = 40
"""Articles that may have one run; what more of them have is a set phrase of theirs."""


class Shared(NamedTuple):
    """An article that shares words with another one: the share of the shorter one's runs, and of the longer one's."""

    article_id: int
    share: float
    of_longer: float

    @property
    def is_much(self) -> bool:
        return self.of_longer >= MUCH_THE_SAME


def runs_of(text: str, zones: Iterable[DraftZone | Zone]) -> frozenset[int]:
    """The runs of words of what is the article, each as a number; none across two zones."""
    found: set[int] = set()
    room = LONGEST
    for zone in sorted(zones, key=lambda zone: zone.start):
        if zone.kind in LIVE and room > 0:
            part = text[zone.start : min(zone.end, zone.start + room)].casefold()
            room -= len(part)
            words = [part[a:b] for a, b in word_places(part)]
            found.update(crc32("\x00".join(words[at : at + RUN]).encode("utf-8", "replace")) for at in range(len(words) - RUN + 1))
    return frozenset(found)


def sampled(runs: Iterable[int]) -> array[int]:
    """The runs by which candidates are found, the same of every text; each takes four bytes."""
    return array("I", (run for run in runs if not run % SAMPLED))


class SharedText:
    """Articles by the sample of their runs."""

    def __init__(self) -> None:
        self._articles: dict[int, list[int]] = {}

    def add(self, article_id: int, sample: Iterable[int]) -> None:
        """Know one more."""
        for run in sample:
            self._articles.setdefault(run, []).append(article_id)

    def candidates(self, sample: Iterable[int]) -> list[int]:
        """The articles that may share enough with one of this sample to be said, the likeliest first."""
        counted: Counter[int] = Counter()
        for run in sample:
            articles = self._articles.get(run, ())
            if len(articles) <= COMMON:
                counted.update(articles)
        return [article_id for article_id, count in counted.most_common(MOST) if count * SAMPLED >= FEWEST / 2]


def shared(article_id: int, runs: frozenset[int], others: frozenset[int]) -> Shared | None:
    """What an article with `others` shares with one with these runs; None where it is not worth saying."""
    both = len(runs & others)
    short, long = sorted((len(runs), len(others)))
    return Shared(article_id, both / short, both / long) if both >= max(FEWEST, WORTH_SAYING * short) else None
