"""Signing by its rules: who is one person, what a checker has looked at, and which changes make an agreement void."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import Any

import pytest

from tests.domain.values import appearance, claim, link, origin
from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Assessment, Passage
from workbench.domain.independence import origin_meter
from workbench.domain.records import Review, SignedMemo, SignOff
from workbench.domain.signing import PassState, case_state, pass_state, same_person, seen_appearance, seen_claim, seen_evidence
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import (
    CaseState,
    ClaimKind,
    Credibility,
    OriginBasis,
    PassageState,
    Priority,
    Relation,
    Reliability,
    ReviewVerdict,
    Role,
    Stance,
)

METER = origin_meter([appearance(1, 1), appearance(2, 2)], {1: origin(1), 2: origin(2)})
TEXT = "The harbour office said that 40 passengers fell ill on the ferry."
PASSAGE = Passage(1, 1, anchor_at(TEXT, 29, 42), PassageState.EXACT)
ORIGINS = {1: origin(1), 2: origin(2, derives_from=1)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ida Holm", "ida  HOLM ", True),
        ("Jos\N{LATIN SMALL LETTER E WITH ACUTE}", "Jose\N{COMBINING ACUTE ACCENT}", True),
        ("Stra\N{LATIN SMALL LETTER SHARP S}er", "STRASSER", True),
        ("Ida Holm", "Ida Holmes", False),
        ("", "Ida Holm", False),
    ],
)
def test_one_person_however_the_name_is_written(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    "change",
    [
        {"text": "38 fell ill"}, {"kind": ClaimKind.QUANTITY}, {"event_date": "2031-03-01"}, {"status": Status.CONFIRMED},
        {"basis": Basis.FIRST_HAND}, {"denied_by": "Norlin"}, {"denied_on": "2031-03-02"}, {"reason": "seen"},
        {"override_reason": "seen"}, {"would_change": "a list"}, {"as_of": "2031-03-03"},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_a_change_of_what_is_printed_of_a_claim_is_another_thing_seen(change: dict[str, Any]) -> None:
    assert seen_claim(claim(**change), None, METER) != seen_claim(claim(), None, METER)


@pytest.mark.parametrize(
    "change",
    [{"priority": Priority.KEY}, {"review_on": "2031-03-01"}, {"note": "call again"}, {"split_from": 3}],
    ids=lambda c: next(iter(c)),
)
def test_what_says_nothing_of_the_finding_leaves_it_as_seen(change: dict[str, Any]) -> None:
    assert seen_claim(claim(**change), None, METER) == seen_claim(claim(), None, METER)


def test_a_claim_whose_origins_or_assessment_changed_is_another_thing_seen() -> None:
    one_root = origin_meter([appearance(1, 1), appearance(2, 2)], ORIGINS)
    assert seen_claim(claim(), None, one_root) != seen_claim(claim(), None, METER)
    judged = Assessment(1, 1, Credibility.TWO, None, None)
    assert seen_claim(claim(), judged, METER) != seen_claim(claim(), None, METER)
    assert seen_claim(claim(), dataclasses.replace(judged, id=9), METER) == seen_claim(claim(), judged, METER)


@pytest.mark.parametrize(
    "change",
    [
        {"stance": Stance.DENIES}, {"attributed_to": "Norlin"}, {"verb": "said"}, {"hedge": "allegedly"}, {"via": "AP"},
        {"origin_id": None}, {"origin_id": 2}, {"origin_basis": OriginBasis.INFERRED}, {"article_id": 2},
    ],
    ids=str,
)  # fmt: skip
def test_a_change_of_an_appearance_is_another_thing_seen(change: dict[str, Any]) -> None:
    first = appearance(1, 1)
    before = seen_appearance(claim(), first, PASSAGE, ORIGINS)
    assert seen_appearance(claim(), dataclasses.replace(first, **change), PASSAGE, ORIGINS) != before
    assert seen_appearance(claim(), dataclasses.replace(first, id=7, passage_id=9), PASSAGE, ORIGINS) == before


def test_other_ends_another_claim_text_or_another_root_are_another_thing_seen() -> None:
    found = appearance(1, 2)
    before = seen_appearance(claim(), found, PASSAGE, ORIGINS)
    longer = dataclasses.replace(PASSAGE, anchor=anchor_at(TEXT, 29, 52))
    assert seen_appearance(claim(), found, longer, ORIGINS) != before
    assert seen_appearance(claim(text="38 fell ill"), found, PASSAGE, ORIGINS) != before
    assert seen_appearance(claim(status=Status.CONFIRMED), found, PASSAGE, ORIGINS) == before, "a status does not change a quotation"
    assert seen_appearance(claim(), found, PASSAGE, {**ORIGINS, 2: origin(2)}) != before
    graded = dataclasses.replace(ORIGINS[2], reliability=Reliability.A)
    assert seen_appearance(claim(), found, PASSAGE, {**ORIGINS, 2: graded}) != before


@pytest.mark.parametrize(
    "change",
    [
        {"relation": Relation.CONTRADICTS}, {"url": "https://x.example"}, {"note": "another call"}, {"independent": True},
        {"independent_reason": "own staff"}, {"document_sha256": "0" * 64}, {"dated": "2031-03-01"}, {"origin_id": 1},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_a_change_of_a_link_is_another_thing_seen(change: dict[str, Any]) -> None:
    before = seen_evidence(claim(), link(), None, ORIGINS)
    assert seen_evidence(claim(), dataclasses.replace(link(), **change), None, ORIGINS) != before


def test_a_word_holds_for_what_was_seen_and_no_longer() -> None:
    agreed = Review(1, 1, None, None, ReviewVerdict.AGREES, "R. Quill", "", "", "digest")
    assert pass_state(None, "digest") is PassState.TODO
    assert pass_state(agreed, "digest") is PassState.AGREED
    assert pass_state(agreed, "another") is PassState.CHANGED
    queried = dataclasses.replace(agreed, verdict=ReviewVerdict.QUERIES)
    assert pass_state(queried, "digest") is PassState.QUERIED
    assert pass_state(queried, "another") is PassState.CHANGED


def test_a_case_is_partly_verified_once_a_claim_has_a_status_and_signed_off_until_it_changes() -> None:
    still, decided = claim(), claim(Status.CONFIRMED, Basis.FIRST_HAND)
    assert case_state([], (), changed=False) is case_state([still], (), changed=False) is CaseState.OPEN
    assert case_state([still, decided], (), changed=False) is case_state([decided], (), changed=True) is CaseState.PARTLY
    names = tuple(SignOff(n, 1, role, "Ida Holm", "2031-05-03T10:00:00Z") for n, role in enumerate(Role, 1))
    whole, half = (SignedMemo(1, "2031-05-03", "0a" * 32, "0b" * 32, 4, None, given) for given in (names, names[:1]))
    assert case_state([decided], (whole,), changed=False) is CaseState.SIGNED
    assert case_state([decided], (whole,), changed=True) is case_state([decided], (half,), changed=False) is CaseState.PARTLY
    assert case_state([decided], (whole, half), changed=False) is CaseState.PARTLY, "the last version counts"


def test_what_was_agreed_with_earlier_programs_stays_agreed_the_digest_is_of_these_very_bytes() -> None:
    told = (
        '{"claim":"40 fell ill","origin":["Origin 2","other","F","",false,1,"Origin 1"],'
        '"passage":[29,42,"40 passengers","The harbour office said that "," fell ill on the ferry."],'
        '"said":{"article_id":1,"attributed_to":"Jürgen","hedge":"","origin_basis":"stated","stance":"asserts","verb":"","via":""}}'
    )
    seen = appearance(1, 2, attributed_to="Jürgen", origin_basis=OriginBasis.STATED)
    assert seen_appearance(claim(), seen, PASSAGE, ORIGINS) == hashlib.sha256(told.encode()).hexdigest()
