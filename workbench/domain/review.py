"""Which claims are to be looked at again. Rule (invariant 6): `review_on` brings a claim back on its day; a plan or a prediction that has
not been decided comes back when its date has come, because only then can it be."""

from __future__ import annotations

from datetime import date

from workbench.domain.days import day_span
from workbench.domain.entities import Claim
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import ClaimKind

UNDECIDED = frozenset({Status.OPEN, Status.UNCONFIRMED})
FORECASTS = frozenset({ClaimKind.PLAN, ClaimKind.PREDICTION})


def is_due(claim: Claim, today: date) -> bool:
    """Whether a claim is to be looked at again."""
    review = day_span(claim.review_on) if claim.review_on else None
    if review and review[0] <= today:
        return True
    if claim.kind not in FORECASTS or claim.status not in UNDECIDED:
        return False
    event = day_span(claim.event_date)
    return event is not None and event[1] <= today
