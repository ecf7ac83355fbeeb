"""What does an endorsement cover? "Highly likely", says an official: of this claim, or of something wider?

An endorsement grades a claim and is no second source (invariant 5); what it was said of is asked wherever it does not repeat the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.figures import figures
from workbench.checks.matter import Matter, Question, Saying
from workbench.checks.words import content
from workbench.domain.vocabulary import DiscrepancyType, Severity, Stance

REPEATED = 0.6  # share of the claim's words that an endorsement must repeat to be clear


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim that somebody endorses without saying it again: the endorsement and what it seems to grade."""
    for sayings in matter.sayings.values():
        carrying = [s for s in sayings if s.appearance.carries]
        for saying in (s for s in sayings if s.appearance.stance is Stance.ENDORSES):
            graded = next((s for s in carrying if s.article.id == saying.article.id), carrying[0] if carrying else None)
            if graded is None or _repeats(saying, graded):
                continue
            why = f"{saying.article.exhibit} has it graded (“{saying.words}”): does that cover all of “{graded.words}”?"
            yield Question(DiscrepancyType.SCOPE, Severity.HIGH, saying.claim.id, (saying.place, graded.place), why)
            break


def _repeats(saying: Saying, graded: Saying) -> bool:
    numbers = {f.value for f in figures(graded.words, graded.language)}
    about = content(graded.words)
    same = len(about & content(saying.words)) >= REPEATED * len(about)
    return same and numbers <= {f.value for f in figures(saying.words, saying.language)}
