"""The rules for a status, against their own words in every combination (invariants 3, 4 and 6)."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from tests.domain.values import appearance, claim, link, origin
from workbench.domain.errors import RuleBroken
from workbench.domain.independence import origin_meter
from workbench.domain.rules import SINGLE_SUFFICES, check_status, two_origin_finding, warnings
from workbench.domain.vocabulary import BASES, Basis, ClaimKind, Relation, Stance, Status

TODAY = date(2031, 5, 3)


def cross(*lists):  # type: ignore[no-untyped-def]
    return list(itertools.product(*lists))


def stands(subject, appearances=(), evidence=(), origins=()) -> bool:  # type: ignore[no-untyped-def]
    meter = origin_meter(appearances, {o.id: o for o in origins}, evidence)
    try:
        check_status(subject, meter, appearances, evidence, TODAY)
    except RuleBroken as broken:
        assert str(broken)
        return False
    return True


@pytest.mark.parametrize(("status", "basis"), cross(Status, [None, *Basis]))
def test_every_status_takes_the_bases_of_its_own_list_and_no_other(status: Status, basis: Basis | None) -> None:
    subject = claim(status, basis, override_reason="for the test", denied_by="Norlin", denied_on="2031-05-02")
    listed = (basis is None) if status is Status.OPEN else basis in BASES[status]
    assert stands(subject, [appearance(1, None, Stance.DENIES)], [link(Relation.CONTRADICTS)]) is listed


@pytest.mark.parametrize(("basis", "roots", "override"), cross(BASES[Status.CONFIRMED], (0, 1, 2, 3), ("", "  ", "seen by the desk")))
def test_confirmed_needs_two_roots_or_a_basis_that_allows_one_or_a_reason(basis: Basis, roots: int, override: str) -> None:
    origins = [origin(n) for n in range(1, roots + 1)]
    rows = [appearance(n, n) for n in range(1, roots + 1)]
    allowed = roots >= 2 or basis is not Basis.INDEPENDENT_CORROBORATION or bool(override.strip())
    assert stands(claim(Status.CONFIRMED, basis, override_reason=override), rows, (), origins) is allowed
    assert (two_origin_finding(basis, origin_meter(rows, {o.id: o for o in origins})) is None) is (roots >= 2 or basis in SINGLE_SUFFICES)


@pytest.mark.parametrize(("who", "when", "passage", "linked"), cross(("", " ", "Norlin"), ("", "2031-05-02"), (False, True), (False, True)))
def test_a_party_denial_needs_party_date_and_the_denying_passage_or_link(who: str, when: str, passage: bool, linked: bool) -> None:
    subject = claim(Status.DENIED, Basis.PARTY_DENIAL, denied_by=who, denied_on=when)
    rows = [appearance(1, None, Stance.DENIES if passage else Stance.REPORTS)]
    evidence = [link(Relation.CONTRADICTS if linked else Relation.CORROBORATES)]
    assert stands(subject, rows, evidence) is (bool(who.strip()) and bool(when) and (passage or linked))


@pytest.mark.parametrize("relation", Relation)
def test_contradicted_needs_a_contradicting_link(relation: Relation) -> None:
    subject = claim(Status.DENIED, Basis.CONTRADICTED)
    assert stands(subject, [appearance(1, None, Stance.DENIES)], [link(relation)]) is (relation is Relation.CONTRADICTS)
    assert not stands(subject, [appearance(1, None, Stance.DENIES)])


@pytest.mark.parametrize(("kind", "day"), cross(ClaimKind, ("", "2031-05-02", "2031-05-03", "2031-05-04", "2040-01-01")))
def test_plans_and_predictions_are_not_confirmed_before_their_day(kind: ClaimKind, day: str) -> None:
    early = kind in (ClaimKind.PLAN, ClaimKind.PREDICTION) and day > "2031-05-03"
    assert stands(claim(Status.CONFIRMED, Basis.FIRST_HAND, kind=kind, event_date=day)) is not early
    assert stands(claim(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, kind=kind, event_date=day))


def test_warnings_stand_beside_a_claim_and_say_why() -> None:
    one = origin_meter([appearance(1, 1)], {1: origin(1)})
    rows = [appearance(1, 1)]

    def said(subject) -> set[str]:  # type: ignore[no-untyped-def]
        return {finding.rule for finding in warnings(subject, one, rows, [], TODAY)}

    assert said(claim()) == {"two-origin"}
    assert said(claim(Status.CONFIRMED, Basis.FIRST_HAND)) == set()
    assert said(claim(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, override_reason="seen")) == {"two-origin", "override"}
    assert said(claim(Status.CONFIRMED, Basis.FIRST_HAND, kind=ClaimKind.PLAN, event_date="2032-01-01")) == {"forecast"}
    assert said(claim(Status.DENIED, Basis.CONTRADICTED)) == {"refutation"}
    assert said(claim(Status.CONFIRMED, Basis.FIRST_HAND, review_on="2031-05-03")) == {"review"}
    assert said(claim(Status.CONFIRMED, Basis.FIRST_HAND, review_on="2031-05-04")) == set()
