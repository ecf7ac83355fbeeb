"""Is a denial older than what it is said to deny? By its recorded day, by a day in its sentence, or by its own "earlier"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from workbench.checks.dates import anchor_day, named_days
from workbench.checks.matter import Matter, Question, Saying
from workbench.domain.entities import Claim
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import DiscrepancyType, Field, Severity, Stance

EARLIER = re.compile(r"\b(?:earlier|previously|in the past|has long|had (?:already )?denied|already denied|before)\b", re.IGNORECASE)


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim with a denial that may not be about it."""
    for sayings in matter.sayings.values():
        denials = [s for s in sayings if s.appearance.stance is Stance.DENIES]
        others = [s for s in sayings if s.appearance.stance is not Stance.DENIES]
        for denial in denials:
            if why := _stale(matter, denial):
                beside = _beside(denial, denials, others)
                if beside:
                    places = (denial.place, *(s.place for s in beside))
                    yield Question(DiscrepancyType.STALE_DENIAL, Severity.HIGH, denial.claim.id, places, why)
                break


def _stale(matter: Matter, denial: Saying) -> str:
    """Why a denial seems older than what it denies; empty when it does not."""
    claim, place = denial.claim, denial.article.exhibit
    event = anchor_day(claim.event_date)
    said = _said_on(matter, denial)
    if event and said and said < event:
        return f"{place} gives a denial of {said.isoformat()}; what it is said to deny is of {event.isoformat()}."
    if said is None and event and (recorded := _recorded(claim)) and recorded < event:
        return f"The denial is recorded as of {recorded.isoformat()}; what it is said to deny is of {event.isoformat()}."
    if said is None and (own := EARLIER.search(matter.sentence(denial))):
        return f"{place} puts the denial before (“{own[0]}”) and gives no day: of what was it said, and when?"
    return ""


def _recorded(claim: Claim) -> date | None:
    return anchor_day(claim.denied_on) if claim.status is Status.DENIED else None


def _said_on(matter: Matter, denial: Saying) -> date | None:
    """The one day that the sentence of a denial names."""
    anchor = anchor_day(denial.article.value(Field.PUBLISHED))
    days = {named.first for named in named_days(matter.sentence(denial), anchor) if named.first == named.last and not named.relative}
    return min(days) if len(days) == 1 else None


def _beside(denial: Saying, denials: Sequence[Saying], others: Sequence[Saying]) -> list[Saying]:
    """What the denial is shown with: other articles' denials, else the first passage that carries the claim, else any."""
    again = [s for s in denials if s.article.id != denial.article.id]
    carrying = [s for s in others if s.appearance.carries]
    return [*again[:2], *carrying[:1]] or list(others[:1])
