"""The rules for a status, against their own words in every combination (invariants 3, 4 and 6)."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.values import appearance, claim, link, origin
from workbench.domain.independence import origin_meter
from workbench.domain.rules import MUST_HOLD, SINGLE_SUFFICES, WORTH_KNOWING, Facts, refusal, two_origin_finding, warnings
from workbench.domain.statuses import BASES, Basis, Status
from workbench.domain.vocabulary import ClaimKind, Relation, Stance

TODAY = date(2031, 5, 3)


def cross(*lists):  # type: ignore[no-untyped-def]
    return list(itertools.product(*lists))


def stands(subject, appearances=(), evidence=(), origins=()) -> bool:  # type: ignore[no-untyped-def]
    meter = origin_meter(appearances, {o.id: o for o in origins}, evidence)
    found = refusal(Facts(subject, meter, appearances, evidence, TODAY))
    assert found is None or found.message
    return found is None


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


def found(subject, appearances=(), evidence=(), origins=(), **more) -> set[str]:  # type: ignore[no-untyped-def]
    meter = origin_meter(appearances, {o.id: o for o in origins}, evidence)
    return {finding.rule for finding in warnings(subject, meter, appearances, evidence, TODAY, **more)}


TWO = ([appearance(1, 1), appearance(2, 2)], (), [origin(1), origin(2)])


def test_a_confirmed_claim_that_lost_an_origin_says_so() -> None:
    subject = claim(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION)
    assert found(subject, *TWO) == set()
    assert found(subject, TWO[0][:1], (), TWO[2]) == {"lost-support"}
    assert found(subject, TWO[0], (), [origin(1), origin(2, 1)]) == {"lost-support"}, "one derives from the other now"
    assert found(claim(Status.CONFIRMED, Basis.FIRST_HAND)) == {"lost-support"}, "nothing at all stands behind it"
    assert found(claim(Status.CONFIRMED, Basis.FIRST_HAND), (), [link()]) == set()


@pytest.mark.parametrize(("said", "event", "published", "stale"), [
    ("2031-05-01", "2031-05-02", "", True), ("2031-05-02", "2031-05-02", "", False), ("2031-05-03", "2031-05-02", "2031-06-01", False),
    ("2031-04-20", "", "2031-05-02", True), ("2031-04-29", "", "2031-05-02", False), ("2031-04-20", "", "", False),
    ("2031-04-20", "", "2031", False), ("2031-04-28", "", "2031-05-02", True),
])  # fmt: skip
def test_a_denial_older_than_what_it_denies_is_stale(said: str, event: str, published: str, stale: bool) -> None:
    subject = claim(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on=said, event_date=event)
    rows = [appearance(1, None, Stance.DENIES)]
    assert ("stale-denial" in found(subject, rows, published=published)) is stale
    refuted = claim(Status.DENIED, Basis.CONTRADICTED, event_date=event)
    assert "stale-denial" not in found(refuted, rows, [link(Relation.CONTRADICTS)], published=published)


def test_days_in_a_warning_are_days_where_moments_are_kept() -> None:
    def told(event: str, published: str) -> list[str]:
        subject = claim(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on="2031-04-20T23:00Z", event_date=event)
        rows = [appearance(1, None, Stance.DENIES)]
        found = warnings(subject, origin_meter(rows, {}), rows, [], TODAY, published=published)
        return [finding.message for finding in found if finding.rule == "stale-denial"]

    assert told("2031-05-02", "") == ["The denial of 2031-04-20 is older than what it denies (2031-05-02): it may be about something else."]
    assert told("", "2031-05-02T08:00Z") == ["The denial of 2031-04-20 is older than the first article that carries this (2031-05-02)."]


@pytest.mark.parametrize("basis", BASES[Status.CONFIRMED])
def test_an_utterance_is_confirmed_as_said_and_own_words_confirm_no_more(basis: Basis) -> None:
    said = found(claim(Status.CONFIRMED, basis, kind=ClaimKind.UTTERANCE), *TWO)
    assert said == ({"utterance"} if basis is Basis.INDEPENDENT_CORROBORATION else set())
    for kind in ClaimKind:
        other = found(claim(Status.CONFIRMED, basis, kind=kind), *TWO)
        assert ("own-words" in other) is (basis is Basis.OWN_WORDS and kind not in (ClaimKind.UTTERANCE, ClaimKind.PLAN))


@pytest.mark.parametrize(
    ("sides", "stances", "told"),
    [
        ((), (), True), ((1,), (Stance.ASSERTS,), True), ((1, 1), (Stance.ASSERTS, Stance.REPORTS), True),
        ((1, 2), (Stance.ASSERTS, Stance.SUPPORTS), False), ((1, 2), (Stance.REPORTS, Stance.DENIES), False),
        ((1, 2), (Stance.REPORTS, Stance.NOT_MENTIONED), True),
    ],
)  # fmt: skip
def test_both_parties_on_record_names_both(sides: tuple[int, ...], stances: tuple[Stance, ...], told: bool) -> None:
    rows = [appearance(n, side, stance) for n, (side, stance) in enumerate(zip(sides, stances, strict=True), 1)]
    for basis in BASES[Status.CONFIRMED]:
        warned = "both-parties" in found(claim(Status.CONFIRMED, basis), rows)
        assert warned is (told and basis is Basis.BOTH_PARTIES_ON_RECORD)


@pytest.mark.parametrize("stance", Stance)
def test_an_account_that_somebody_disputes_is_not_undisputed(stance: Stance) -> None:
    opposing = stance in (Stance.DENIES, Stance.DISPUTES, Stance.CONTRADICTS)
    for basis in BASES[Status.CONFIRMED]:
        subject = claim(Status.CONFIRMED, basis)
        mine = basis in (Basis.UNDISPUTED_PARTY_ACCOUNT, Basis.BOTH_PARTIES_ON_RECORD)
        assert ("undisputed" in found(subject, [appearance(1, 1), appearance(2, 2, stance)])) is (mine and opposing)
        assert ("undisputed" in found(subject, [appearance(1, 1)], [link(Relation.CONTRADICTS)])) is mine


@pytest.mark.parametrize(("by", "linked", "status"), cross(("", "Norlin"), (False, True), (Status.OPEN, Status.CONFIRMED, Status.DENIED)))
def test_a_superlative_needs_somebody_who_has_counted(by: str, linked: bool, status: Status) -> None:
    basis = {Status.OPEN: None, Status.CONFIRMED: Basis.FIRST_HAND, Status.DENIED: Basis.CONTRADICTED}[status]
    rows = [replace(appearance(1, 1, Stance.ASSERTS), attributed_to=by)]
    evidence = [link(Relation.CONTRADICTS)] if linked else []
    for kind in (ClaimKind.SUPERLATIVE, ClaimKind.EVENT):
        warned = "superlative" in found(claim(status, basis, kind=kind), rows, evidence)
        assert warned is (kind is ClaimKind.SUPERLATIVE and not by and not linked and status is not Status.DENIED)


@pytest.mark.parametrize("kind", ClaimKind)
def test_a_date_in_the_future_belongs_to_plans_and_predictions(kind: ClaimKind) -> None:
    forecast = kind in (ClaimKind.PLAN, ClaimKind.PREDICTION)
    assert ("future-date" in found(claim(kind=kind, event_date="2031-05-05"))) is not forecast
    assert "future-date" not in found(claim(kind=kind, event_date="2031-05-04")), "that day has begun somewhere"
    assert "future-date" not in found(claim(kind=kind, event_date="2031-05-05"), cut_off="2031-05-06T00:00:00Z"), "the clock is behind"


def test_nobody_has_denied_anything_tomorrow() -> None:
    rows = [appearance(1, None, Stance.DENIES)]
    later = claim(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on="2031-06-01")
    assert found(later, rows) == {"future-date"}
    assert found(later, rows, cut_off="2031-06-01") == set()


def test_every_rule_has_an_explanation_with_its_source() -> None:
    for rule in (*MUST_HOLD, *WORTH_KNOWING):
        assert rule.__doc__, rule
        assert "nvariant" in rule.__doc__ or "product" in rule.__doc__, rule.__name__


@pytest.mark.parametrize(("basis", "roots"), cross(BASES[Status.UNCONFIRMED], (0, 1, 2, 3)))
def test_a_basis_of_one_origin_beside_two_roots_is_told(basis: Basis, roots: int) -> None:
    origins, rows = [origin(n) for n in range(1, roots + 1)], [appearance(n, n) for n in range(1, roots + 1)]
    says_one = basis in (Basis.SINGLE_ORIGIN, Basis.SINGLE_ANONYMOUS_ORIGIN)
    assert ("more-than-single" in found(claim(Status.UNCONFIRMED, basis), rows, (), origins)) is (says_one and roots >= 2)
