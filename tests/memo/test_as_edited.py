"""What an editor would send a memo back for: claims left out, parties that are none, no reason, one origin unexplained, words twice."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import pytest

from workbench.domain.rules import SINGLE_SUFFICES
from workbench.domain.snapshot import Snapshot
from workbench.domain.statuses import ONE_IS_ENOUGH, Basis, Status
from workbench.domain.vocabulary import Stance
from workbench.memo.build import build_memo
from workbench.memo.model import Memo, Reasoning
from workbench.memo.printable import settable
from workbench.memo.registry import RENDERERS
from workbench.memo.words import within_quotes

Change = Callable[..., Snapshot]


def one(snapshot: Snapshot, number: str) -> Reasoning:
    return next(item for item in build_memo(snapshot).reasoning if item.row.number == number)


def more_of_each(snapshot: Snapshot) -> Snapshot:
    """The case with nine of each of its claims, more than any part has room for."""
    more = [dataclasses.replace(c, id=c.id + 10 * n, text=f"{c.text[:-1]}, {n}.") for c in snapshot.claims for n in range(1, 9)]
    return dataclasses.replace(snapshot, claims=(*snapshot.claims, *more))


@pytest.mark.parametrize("many", [False, True])
def test_the_bottom_line_leaves_no_claim_out(snapshot: Snapshot, many: bool) -> None:
    given = more_of_each(snapshot) if many else snapshot
    told = {number for point in build_memo(given).bottom_line for number in point.claims}
    assert told == {claim.number for claim in given.claims}


@pytest.mark.parametrize("many", [False, True])
def test_the_three_columns_leave_no_claim_out(snapshot: Snapshot, many: bool) -> None:
    given = more_of_each(snapshot) if many else snapshot
    columns = build_memo(given).knowledge
    told = [number for column in (columns.known, columns.unknown, columns.contested) for point in column for number in point.claims]
    assert sorted(told) == sorted(claim.number for claim in given.claims)


def test_a_claim_is_written_out_four_times_at_most(snapshot: Snapshot) -> None:
    memo = build_memo(snapshot)
    drafted = [point.text for part in (memo.bottom_line, *_columns(memo), memo.safe_wording) for point in part]
    for claim in snapshot.claims:
        text = claim.text.rstrip(".")
        assert sum(text in said for said in drafted) <= 2, "the bottom line or a column, and the safe wording"


def _columns(memo: Memo) -> tuple[object, ...]:
    return memo.knowledge.known, memo.knowledge.unknown, memo.knowledge.contested


def test_two_accounts_are_not_parties(snapshot: Snapshot) -> None:
    """Two newspapers that give other times differ; nobody is a party to anything."""
    claims = tuple(dataclasses.replace(c, basis=Basis.CONFLICTING) if c.id == 3 else c for c in snapshot.claims)
    extra = dataclasses.replace(snapshot.appearances[0], id=99, claim_id=3, stance=Stance.CONTRADICTS, attributed_to="", article_id=3)
    changed = dataclasses.replace(snapshot, claims=claims, appearances=(*snapshot.appearances, extra))
    memo = build_memo(dataclasses.replace(changed, info=dataclasses.replace(changed.info, bottom_line="As edited.")))
    (point,) = [p for p in memo.knowledge.contested if p.claims == ("C3",)]
    assert "accounts differ (against it: Ex. 3)" in point.text
    for renderer in RENDERERS:
        if renderer.suffix == ".md":
            assert "between parties" not in renderer.render(memo).decode()


def test_a_party_that_opposes_is_named(snapshot: Snapshot, with_claim: Change) -> None:
    extra = dataclasses.replace(snapshot.appearances[0], id=99, claim_id=3, stance=Stance.DISPUTES, attributed_to="the captain")
    changed = dataclasses.replace(snapshot, appearances=(*snapshot.appearances, extra))
    changed = dataclasses.replace(changed, info=dataclasses.replace(changed.info, bottom_line="As edited."))
    (point,) = [p for p in build_memo(changed).knowledge.contested if p.claims == ("C3",)]
    assert point.text.endswith("opposed by the captain.")


def test_a_verdict_without_a_reason_says_so(snapshot: Snapshot, with_claim: Change) -> None:
    assert one(with_claim(2, reason=""), "C2").reason == ("No reason given.",)
    assert one(snapshot, "C2").reason == ("Four articles repeat one briefing.",)
    assert one(snapshot, "C6").reason == (), "open: there is no verdict"
    assert one(snapshot, "C8").reason == (), "an override has its reason"


@pytest.mark.parametrize("basis", sorted(SINGLE_SUFFICES))
def test_confirmed_on_one_origin_says_why_one_is_enough(with_claim: Change, basis: Basis) -> None:
    changed = with_claim(2, status=Status.CONFIRMED, basis=basis)
    assert f"One origin is enough here: {ONE_IS_ENOUGH[basis]}." in one(changed, "C2").scope


def test_two_origins_need_no_such_word(snapshot: Snapshot, with_claim: Change) -> None:
    assert "One origin" not in one(snapshot, "C1").scope
    assert "One origin" not in one(with_claim(1, basis=Basis.PUBLIC_DOCUMENT), "C1").scope


def test_evidence_says_what_is_not_known_of_it(snapshot: Snapshot) -> None:
    (link,) = one(snapshot, "C1").evidence
    assert (link.origin, link.independence) == ("origin not known", "independence not judged")


def hedged(snapshot: Snapshot, text: str, hedge: str) -> Snapshot:
    claims = tuple(dataclasses.replace(c, text=text) if c.id == 3 else c for c in snapshot.claims)
    marks = tuple(
        dataclasses.replace(a, hedge=hedge) if a.claim_id == 3 and a.stance is Stance.REPORTS else a for a in snapshot.appearances
    )
    return dataclasses.replace(snapshot, claims=claims, appearances=marks)


@pytest.mark.parametrize("hedge", ["apparently", "as far as is known", "близько"])
def test_a_hedge_of_the_source_is_not_lost_without_a_word(snapshot: Snapshot, hedge: str) -> None:
    found = one(hedged(snapshot, "The captain was asleep.", hedge), "C3")
    assert f"Hedged in Ex. 2 (“{hedge}”); the claim’s own words are not." in found.scope


@pytest.mark.parametrize("text", ["The captain was apparently asleep.", "The captain may have been asleep."])
def test_a_claim_that_hedges_itself_needs_no_word(snapshot: Snapshot, text: str) -> None:
    assert "Hedged" not in one(hedged(snapshot, text, "apparently"), "C3").scope


def test_no_quotation_marks_stand_double(with_claim: Change) -> None:
    memo = build_memo(with_claim(3, text="The captain said “we sleep”."))
    said = " ".join(point.text for part in (memo.bottom_line, memo.safe_wording) for point in part)
    assert "““" not in said
    assert "””" not in said
    assert within_quotes("he said “no”") == "he said ‘no’"


def test_words_that_print_from_the_right_take_no_mark_of_the_sentence_along(with_claim: Change) -> None:
    """They are a string of their own, which the printing keeps to itself; the sentence around them is not turned."""
    arabic = "جنحت العبارة قبالة برين"
    memo = build_memo(with_claim(3, text=f"{arabic}.", reason=""))
    points = [p for part in (memo.bottom_line, memo.safe_wording, *_columns(memo)) for p in part if arabic in p.text]  # type: ignore[attr-defined]
    assert points
    for point in points:
        for run in point.runs:
            assert run.text == arabic or not re.search("[\u0590-\u08ff]", run.text), run.text
        printed = [settable(run.text, frozenset()) for run in point.runs if run.text == arabic]
        assert all(words.replace("\u200b", "") == f"\u2068{arabic}\u2069" for words in printed)
