"""Is one thing a plan here and done there: "plans to send", "have arrived"?

Only the words of the passages are read: what will be, against what is under way or has been done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.matter import Matter, Question, Saying
from workbench.domain.vocabulary import ClaimKind, DiscrepancyType, Severity

_PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)? (?:to|on)|intend(?:s|ed|ing)? to|(?:is|are|was|were) (?:set|due|about|expected|to be) to|expected to"
    r"|preparing to|decided to|threaten(?:s|ed|ing)? (?:to|with)|vow(?:s|ed) to|going to|will (?!not\b)(?:be |soon |now |also )*\w+)\b",
    re.IGNORECASE,
)
_TO_BE = r"(?:has|have|had|was|were|being|been|is|are)"
_DEED = re.compile(
    rf"\b{_TO_BE}\s+(?:\w+ly\s+|already\s+|now\s+|being\s+|been\s+)*\w+(?:ed|en|ing|nt|wn|ck|ught|ade)\b"
    r"|\b(?:arrived|began|started|struck|took|went|became|gave|saw)\b",
    re.IGNORECASE,
)
SPOKEN_OF = frozenset({ClaimKind.UTTERANCE, ClaimKind.LEGAL, ClaimKind.SUPERLATIVE, ClaimKind.IDENTITY})
"""Kinds of claims that are not planned and then done."""


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim: the passage that tells a plan first, then those of other articles that tell it as done."""
    for sayings in matter.sayings.values():
        carrying = [s for s in sayings if s.appearance.carries and s.english and s.claim.kind not in SPOKEN_OF]
        plans = [(s, match[0]) for s in carrying if (match := _PLAN.search(s.words)) and not _DEED.search(s.words[: match.start()])]
        done = [(s, match[0]) for s in carrying if not _PLAN.search(s.words) and (match := _DEED.search(s.words))]
        planned = next(((s, said) for s, said in plans if any(d.article.id != s.article.id for d, _ in done)), None)
        if planned:
            yield _question(planned, [(s, said) for s, said in done if s.article.id != planned[0].article.id])


def _question(planned: tuple[Saying, str], done: list[tuple[Saying, str]]) -> Question:
    saying, words = planned
    told = ", ".join(f"{s.article.exhibit} as done or under way (“{said}”)" for s, said in done[:2])
    places = (saying.place, *(s.place for s, _ in done[:3]))
    why = f"{saying.article.exhibit} tells it as a plan (“{words}”), {told}."
    return Question(DiscrepancyType.PREDICATE, Severity.HIGH, saying.claim.id, places, why)
