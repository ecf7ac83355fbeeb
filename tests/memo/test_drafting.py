"""Drafted sentences carry the attribution that their status demands; edited ones are printed as edited."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from workbench.domain.snapshot import Snapshot
from workbench.domain.statuses import Basis
from workbench.memo.build import build_memo

Change = Callable[..., Snapshot]


def safe(snapshot: Snapshot, number: str) -> str:
    return next(point.text for point in build_memo(snapshot).safe_wording if point.claims == (number,))


def test_a_single_origin_is_named_in_the_bottom_line(snapshot: Snapshot) -> None:
    point = next(point for point in build_memo(snapshot).bottom_line if point.claims == ("C2",))
    assert "Four of five articles carry it, but all of them trace to one origin: Coast guard, briefing of 2 March." in point.text
    assert [run.text for run in point.runs if run.strong] == ["Unconfirmed", "one origin"]


def test_the_overview_tells_articles_from_origins(snapshot: Snapshot) -> None:
    said = "Two claims are carried by two or more articles; 1 of these has a second, independent origin."
    assert build_memo(snapshot).bottom_line[0].text.endswith(f"1 has not been looked at yet. {said}")
    two = dataclasses.replace(snapshot, appearances=tuple(a for a in snapshot.appearances if a.claim_id == 1))
    assert "carried by" not in build_memo(two).bottom_line[0].text, "every claim that two articles carry has two origins"
    one = dataclasses.replace(snapshot, appearances=tuple(a for a in snapshot.appearances if a.claim_id == 2))
    assert "One claim is carried by two or more articles, but no second origin is known" in build_memo(one).bottom_line[0].text
    nobody = dataclasses.replace(snapshot, appearances=())
    assert "carried by" not in build_memo(nobody).bottom_line[0].text


def test_unconfirmed_wording_is_attributed_and_dated(snapshot: Snapshot) -> None:
    assert safe(snapshot, "C2") == (
        "“About 40 people were on board, according to the coast guard. This had not been independently confirmed as of 6 March 2031.”"
    )


def test_an_anonymous_origin_is_called_so(snapshot: Snapshot) -> None:
    assert "according to a source that is not named" in safe(snapshot, "C3")


def test_a_denial_is_worded_with_name_and_date(snapshot: Snapshot) -> None:
    assert safe(snapshot, "C4") == (
        "“On 3 March 2031 the operator denied the claim, made by a dock worker, that ‘The Alder was overloaded’.”"
    )


def test_a_confirmed_claim_needs_no_attribution(snapshot: Snapshot) -> None:
    assert safe(snapshot, "C1") == "“The ferry Alder ran aground off Brenn.”"


def test_confirmed_by_override_on_one_origin_is_attributed(snapshot: Snapshot) -> None:
    assert safe(snapshot, "C8") == "“No one was hurt, according to Brenn harbour office.”"


def test_an_undisputed_party_account_does(with_claim: Change) -> None:
    changed = with_claim(8, basis=Basis.UNDISPUTED_PARTY_ACCOUNT)
    assert safe(changed, "C8") == "“No one was hurt, according to Brenn harbour office.”"


def test_a_claim_that_nobody_is_named_for_gets_no_sentence(with_claim: Change, snapshot: Snapshot) -> None:
    assert safe(snapshot, "C5") == "Do not use: “It was the first grounding at Brenn.”"
    changed = with_claim(5, status=snapshot.claims[1].status, basis=Basis.SINGLE_ORIGIN)
    assert safe(changed, "C5").startswith("Not to be carried yet: no words are marked in which an article names who says it.")


def test_known_unknown_and_contested_share_no_claim(snapshot: Snapshot) -> None:
    columns = build_memo(snapshot).knowledge
    known, unknown, contested = (
        {n for point in column for n in point.claims} for column in (columns.known, columns.unknown, columns.contested)
    )
    assert (known, unknown, contested) == ({"C1", "C5", "C7", "C8"}, {"C2", "C3", "C6"}, {"C4"})
    assert [point.text for point in columns.known if point.claims == ("C5",)] == ["Not so: as said in 1.6."]


def test_edited_texts_replace_the_drafts_and_lead_to_their_claims(with_info: Change) -> None:
    memo = build_memo(with_info(bottom_line="- Ask again.\n\n2. Hold C2, not C99.", safe_wording="“Nothing yet.”"))
    assert [(point.number, point.text) for point in memo.bottom_line] == [("1.1", "Ask again."), ("1.2", "Hold C2, not C99.")]
    assert [run.to for run in memo.bottom_line[1].runs] == ["", "C2", ""]
    assert [point.text for point in memo.safe_wording] == ["“Nothing yet.”"]
