"""What is it that nobody could verify? One body has not confirmed the movement, another not the fighting: two statements, not one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from workbench.checks.matter import Matter, Question, Saying
from workbench.checks.words import content
from workbench.domain.vocabulary import DiscrepancyType, Severity

_UNVERIFIED = re.compile(
    r"(?:\bnot|n[’']t|\bunable to|\byet to) (?:yet |been able to |immediately |independently )*(?:verif(?:y|ied)|confirm(?:ed)?)\b"
    r"(?P<what>[^.;]*)",
    re.IGNORECASE,
)
ALIKE = 0.34  # share of the fewer words from which on two objects are one
LEAST = 2  # words that say what was not verified


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim: the passages whose objects differ."""
    for sayings in matter.sayings.values():
        found = [(s, what) for s in sayings if s.english and len(what := _what(s)) >= LEAST]
        pairs = ((a, b) for a, b in combinations(found, 2) if a[0].article.id != b[0].article.id)
        pair = next((p for p in pairs if len(p[0][1] & p[1][1]) < ALIKE * min(len(p[0][1]), len(p[1][1]))), None)
        if pair:
            said = " and ".join(f"{s.article.exhibit} says “{s.words}”" for s, _ in pair)
            why = f"What was not confirmed differs: {said}."
            yield Question(DiscrepancyType.OTHER, Severity.MEDIUM, pair[0][0].claim.id, tuple(s.place for s, _ in pair), why)


def _what(saying: Saying) -> frozenset[str]:
    match = _UNVERIFIED.search(saying.words)
    return content(match["what"]) if match else frozenset()
