"""Which passages state the same? Sentences of different articles, gathered into groups; each could become a claim with its appearances.

The most alike come together first; a further one joins where it is alike to the group on average. A sentence that says two things may
stand in two groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from workbench.checks.comparing.likeness import Alike, Likeness, Stated

LEAST = 0.2
"""How alike two sentences must be to be brought together."""
JOINING = 0.7
"""The part of it that a further sentence must have on average with those that are there."""
FEWEST = 3
"""Words that a group must share."""
TWICE = 3
"""Groups that one sentence may stand in."""
MOST = 60
"""Sentences of one group."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences said to state the same, in the order of articles; `shared` the words that brought them together."""

    stated: tuple[Stated, ...]
    shared: tuple[str, ...]
    score: float

    @property
    def articles(self) -> int:
        return len({each.reading.article_id for each in self.stated})

    @property
    def why(self) -> str:
        """The reason in words."""
        words = ", ".join(f"“{word}”" for word in self.shared[:5])
        return f"{self.articles} articles share {words}."


def groups(likeness: Likeness, pairs: Sequence[Alike]) -> list[Group]:
    """The groups of sentences that are alike (`pairs`, the most alike first), those first that most articles carry."""
    gathered = _gathered(pairs)
    found = [_group(likeness, numbers, pairs_score) for numbers, pairs_score in gathered]
    found = [group for group in found if len(group.shared) >= FEWEST]
    return sorted(found, key=lambda group: (-group.articles, -group.score, group.stated[0].place))


def _group(likeness: Likeness, numbers: Sequence[int], score: float) -> Group:
    ordered = sorted(numbers)
    return Group(tuple(likeness.stated[n] for n in ordered), likeness.shared(ordered), score)


def _gathered(pairs: Sequence[Alike]) -> list[tuple[list[int], float]]:
    """Numbers of sentences in groups, with the average score of the pairs in each."""
    scores = {(pair.one, pair.other): pair.score for pair in pairs}
    members: list[list[int]] = []
    of: dict[int, list[int]] = defaultdict(list)

    def between(number: int, group: int) -> float:
        return fmean(scores.get((min(number, m), max(number, m)), 0.0) for m in members[group])

    for pair in pairs:
        mine, theirs = of[pair.one], of[pair.other]
        if set(mine) & set(theirs):
            continue
        joined = False
        for number, groups_of in ((pair.one, theirs), (pair.other, mine)):
            for group in groups_of:
                if len(of[number]) < TWICE and len(members[group]) < MOST and between(number, group) >= JOINING * LEAST:
                    members[group].append(number)
                    of[number].append(group)
                    joined = True
                    break
            if joined:
                break
        if not joined and len(mine) < TWICE and len(theirs) < TWICE:
            members.append([pair.one, pair.other])
            of[pair.one].append(len(members) - 1)
            of[pair.other].append(len(members) - 1)
    return [(group, _average(group, scores)) for group in members]


def _average(group: Sequence[int], scores: dict[tuple[int, int], float]) -> float:
    ordered = sorted(group)
    return fmean(scores.get((a, b), 0.0) for at, a in enumerate(ordered) for b in ordered[at + 1 :])
