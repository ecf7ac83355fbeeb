"""The questions that are asked of a case, in the order in which they weigh. Further ones are added here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.checks import (
    attribution_lost,
    differing_figures,
    headline,
    hedge_lost,
    name_variants,
    qualifier_dropped,
    quotation_drift,
    relative_date,
    stale_denial,
)
from workbench.checks.matter import Matter, Question
from workbench.domain.vocabulary import Severity

Check = Callable[[Matter], Iterator[Question]]
CHECKS: tuple[Check, ...] = (
    differing_figures.ask, headline.ask, stale_denial.ask, attribution_lost.ask, hedge_lost.ask, quotation_drift.ask, relative_date.ask,
    qualifier_dropped.ask, name_variants.ask,
)  # fmt: skip
RANK = {severity: rank for rank, severity in enumerate(Severity)}


def questions(matter: Matter, cancelled: Callable[[], bool] = lambda: False) -> list[Question]:
    """What the checks ask, the most severe first; fewer when cancelled. The same case gives the same questions in the same order."""
    found = [(number, question) for number, check in enumerate(CHECKS) if not cancelled() for question in check(matter)]
    found.sort(key=lambda each: (RANK[each[1].severity], each[0], each[1].claim_id or 0, each[1].places))
    return [question for _, question in found]
