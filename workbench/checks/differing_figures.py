"""Do passages name different figures for one thing? Within a claim, and across claims that count the same thing.

A passage whose figures are all in another one says less, not something else, and raises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from workbench.checks.figures import Figure, figures
from workbench.checks.matter import Matter, Question, Saying
from workbench.checks.words import content
from workbench.domain.vocabulary import DiscrepancyType, Severity, Stance

SILENT = frozenset({Stance.NEUTRAL, Stance.ENDORSES, Stance.NOT_MENTIONED})
"""Stances that say nothing of a figure."""
COUNTED = 4  # words after a figure that say what it counts


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim whose passages differ; one for each thing that several claims count differently."""
    for sayings in matter.sayings.values():
        yield from _within(sayings)
    yield from _across(matter)


def _within(sayings: Sequence[Saying]) -> Iterator[Question]:
    speaking = [(s, found) for s in sayings if s.appearance.stance not in SILENT and (found := figures(s.words, s.language))]
    chosen: list[tuple[Saying, list[Figure]]] = []
    for one, other in combinations(speaking, 2):
        left, right = ({f.value for f in found} for _, found in (one, other))
        if left - right and right - left:
            chosen += [each for each in (one, other) if all(_values(each) != _values(kept) for kept in chosen)]
    if len(chosen) > 1:
        said = [f"{s.article.exhibit} says {' and '.join(f.whole for f in found)}" for s, found in chosen]
        yield Question(
            DiscrepancyType.FIGURE, Severity.HIGH, chosen[0][0].claim.id, tuple(s.place for s, _ in chosen), ", ".join(said) + "."
        )


def _values(each: tuple[Saying, list[Figure]]) -> frozenset[Decimal]:
    return frozenset(f.value for f in each[1])


def _across(matter: Matter) -> Iterator[Question]:
    """Claims apart that count the same thing: often read as one, though each may be right."""
    counted: list[tuple[Saying, Figure, frozenset[str]]] = []
    for sayings in matter.sayings.values():
        for saying in sayings:
            if saying.appearance.stance not in SILENT:
                counted += [(saying, f, what) for f in figures(saying.words, saying.language) if len(what := _counted(saying.words, f)) > 1]
    groups: list[list[tuple[Saying, Figure, frozenset[str]]]] = []
    for each in counted:
        mine = next((g for g in groups if any(len(each[2] & other[2]) > 1 for other in g)), None)
        if mine is None:
            groups.append([each])
        elif all(each[1].value != other[1].value for other in mine):
            mine.append(each)
    for group in groups:
        owners = {saying.claim.id for saying, _, _ in group}
        if len(group) > 1 and len(owners) == len(group):
            said = [f"{s.claim.number} in {s.article.exhibit} says {f.words}" for s, f, _ in group]
            thing = " ".join(w for w in group[0][0].words[group[0][1].span.end :].split()[:COUNTED] if content(w) & group[1][2])
            why = f"{', '.join(said)} {thing}: one quantity or several?"
            yield Question(DiscrepancyType.FIGURE, Severity.MEDIUM, group[0][0].claim.id, tuple(s.place for s, _, _ in group), why)


def _counted(words: str, figure: Figure) -> frozenset[str]:
    return content(" ".join(words[figure.span.end :].split()[:COUNTED]))
