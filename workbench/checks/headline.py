"""Does the text under a headline contradict what the headline carries, or carry it only in part?

It needs the claim to be marked in both: from words alone "recalls" and "summons" cannot be told to be two things.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.matter import Matter, Question, Saying
from workbench.domain.vocabulary import OPPOSING, DiscrepancyType, Severity, Stance, ZoneKind

AGAINST = OPPOSING | {Stance.PARTIAL}


def ask(matter: Matter) -> Iterator[Question]:
    """One question for each claim that a headline carries while nothing else in its article does and something speaks against it."""
    for sayings in matter.sayings.values():
        for headline in sayings:
            if not (headline.appearance.carries and _in_headline(matter, headline)):
                continue
            below = [s for s in sayings if s.article.id == headline.article.id and not _in_headline(matter, s)]
            against = [s for s in below if s.appearance.stance in AGAINST]
            if against and not any(s.appearance.carries for s in below):
                does = "opposes it" if any(s.appearance.stance in OPPOSING for s in against) else "says something else"
                why = f"The headline of {headline.article.exhibit} says “{headline.words}”; the text under it {does}."
                places = (headline.place, *(s.place for s in against[:3]))
                yield Question(DiscrepancyType.HEADLINE, Severity.HIGH, headline.claim.id, places, why)


def _in_headline(matter: Matter, saying: Saying) -> bool:
    zones = matter.zones.get(saying.article.id, ())
    return any(z.kind is ZoneKind.HEADLINE and z.span.overlaps(saying.span) for z in zones)
