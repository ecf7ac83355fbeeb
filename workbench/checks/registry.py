"""The questions that are asked of a case, in the order in which they weigh. Further ones are added here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.checks import (
    attribution_lost,
    circular,
    composition,
    differing_figures,
    endorsement_scope,
    headline,
    hedge_lost,
    judging_verbs,
    name_variants,
    plan_or_deed,
    qualifier_dropped,
    quotation_drift,
    relative_date,
    role_inverted,
    stale_denial,
    superlatives,
    titles,
    unverified,
)
from workbench.checks.matter import Matter, Question
from workbench.domain.vocabulary import Severity

Check = Callable[[Matter], Iterator[Question]]
CHECKS: tuple[Check, ...] = (
    circular.ask, differing_figures.ask, headline.ask, role_inverted.ask, stale_denial.ask, endorsement_scope.ask, superlatives.ask,
    plan_or_deed.ask, attribution_lost.ask, hedge_lost.ask, quotation_drift.ask, composition.ask, relative_date.ask, qualifier_dropped.ask,
    unverified.ask, judging_verbs.ask, name_variants.ask, titles.ask,
)  # fmt: skip
RANK = {severity: rank for rank, severity in enumerate(Severity)}


def questions(
    matter: Matter, progress: Callable[[int, int], None] = lambda done, total: None, cancelled: Callable[[], bool] = lambda: False
) -> list[Question]:
    """What the checks ask, the most severe first; fewer when cancelled, which is looked at between two checks. The same case gives
    the same questions in the same order; what the same words raise for several claims is asked once."""
    found: list[tuple[int, Question]] = []
    for number, check in enumerate(CHECKS):
        if cancelled():
            break
        progress(number, len(CHECKS))
        found += ((number, question) for question in check(matter))
    found.sort(key=lambda each: (RANK[each[1].severity], each[0], each[1].claim_id or 0, each[1].places))
    once = {(question.type, frozenset(question.places)): question for _, question in reversed(found)}
    return [question for _, question in found if once[question.type, frozenset(question.places)] is question]
