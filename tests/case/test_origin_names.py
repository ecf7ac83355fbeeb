"""Origins under several names: found by any of them, merged into one, never in a circle; deleted with a word about what hangs on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.errors import RuleBroken
from workbench.domain.vocabulary import OriginBasis, Relation

Marker = Callable[[int, str], Mark]
ILL = "40 passengers fell ill"


def origin(case: Case, name: str, **more: object) -> int:
    return case.origins.add(NewOrigin(name, **more)).new("origins")  # type: ignore[arg-type]


def test_an_origin_is_found_by_name_or_alias(case: Case, mark: Marker) -> None:
    office = origin(case, "Harbour Office of Port Ansel", aliases=("harbour office", " Port  authority "))
    claim = case.claims.add("Ill", mark(1, ILL), Attribution(origin="HARBOUR OFFICE")).new("claims")
    case.appearances.add(claim, mark(2, ILL), Attribution(origin="port authority"))
    assert {a.origin_id for a in case.appearances.of(claim)} == {office}
    assert case.origins.all()[office].aliases == ("harbour office", "Port authority")
    case.origins.edit(office, aliases=["", "The office", "the office ", "harbour Office of port ansel"])
    assert case.origins.all()[office].aliases == ("The office", "the office")


def test_an_alias_that_is_anothers_name_is_refused(case: Case) -> None:
    one, other = origin(case, "Pan Wire", aliases=("PW",)), origin(case, "Norlin")
    for name in ("pan wire", "pw"):
        with pytest.raises(RuleBroken, match="merge the two"):
            case.origins.edit(other, aliases=[name])
    case.origins.edit(one, aliases=["PW", "Panwire"])


def test_merging_moves_all_that_cites_and_derives(case: Case, mark: Marker) -> None:
    office, same, child = (
        origin(case, "Harbour office"),
        origin(case, "The harbour", aliases=("HO",), interest="its name"),
        origin(case, "Courier"),
    )
    case.origins.edit(child, derives_from=same)
    claim = case.claims.add("Ill", mark(1, ILL), Attribution(origin_id=same, origin_basis=OriginBasis.INFERRED)).new("claims")
    case.appearances.add(claim, mark(2, ILL), Attribution(origin_id=child))
    case.evidence.add(claim, NewLink(Relation.CONTEXT, note="call", origin_id=same))
    before = case.memos.snapshot()
    case.origins.merge(same, office)
    found = case.origins.all()
    assert set(found) == {office, child}
    assert (found[office].aliases, found[office].interest, found[child].derives_from) == (("The harbour", "HO"), "its name", office)
    assert [a.origin_id for a in case.appearances.of(claim)] == [office, child]
    assert case.evidence.of(claim)[0].origin_id == office
    assert case.claims.view(claim).meter.text == "2 articles, 1 origin"
    assert case.integrity.faults() == []
    case.undo()
    after = case.memos.snapshot()
    assert (after.origins, after.appearances, after.evidence) == (before.origins, before.appearances, before.evidence)


def test_a_merge_that_would_close_a_circle_is_refused(case: Case) -> None:
    agency, wire, paper = origin(case, "Agency"), origin(case, "Wire"), origin(case, "Paper")
    case.origins.edit(wire, derives_from=agency)
    case.origins.edit(paper, derives_from=wire)
    for one, other in ((agency, wire), (agency, paper), (wire, paper)):
        with pytest.raises(RuleBroken, match="derive from itself"):
            case.origins.merge(one, other)
    with pytest.raises(RuleBroken, match="into itself"):
        case.origins.merge(wire, wire)
    case.origins.merge(wire, agency)
    assert case.origins.all()[paper].derives_from == agency
    assert case.origins.all()[agency].derives_from is None
    assert case.integrity.faults() == []


def test_what_deleting_would_do_is_said(case: Case, mark: Marker) -> None:
    office, child = origin(case, "Harbour office"), origin(case, "Courier")
    assert case.origins.usage(child).loss == ""
    case.origins.edit(child, derives_from=office)
    claim = case.claims.add("Ill", mark(1, ILL), Attribution(origin_id=office)).new("claims")
    case.evidence.add(claim, NewLink(Relation.CONTEXT, note="call", origin_id=office))
    told = case.origins.usage(office).loss
    assert (
        told
        == "1 appearance of 1 claim will have no origin; 1 link will have no origin; 1 origin that derives from it will count as first-hand"
    )
    case.origins.delete(office)
    assert case.origins.all()[child].derives_from is None
    case.undo()
    assert case.origins.usage(office).loss == told


def test_who_a_text_names_is_proposed_with_the_origin_it_may_be(case: Case, mark: Marker) -> None:
    office = origin(case, "Harbour office of Port Ansel, statement of Monday")
    found = case.suggestions.attribution(mark(1, "the ferry had been stopped"))
    assert found is not None
    assert found.origin is not None
    assert (found.found.who, found.found.basis, found.origin.id) == ("harbour office of Port Ansel", OriginBasis.STATED, office)
    assert found.words.startswith("said by harbour office of Port Ansel (stated: ")
    assert case.suggestions.attribution(mark(1, "Ferry to Port Ansel stopped")) is None
    rival = origin(case, "Harbour office of Port Ansel, archive")
    assert case.suggestions.attribution(mark(1, "the ferry had been stopped")).origin is None, "two are as good"  # type: ignore[union-attr]
    claim = case.claims.add(
        "x", mark(1, "the ferry had been stopped"), Attribution(attributed_to="harbour office of Port Ansel", origin_id=rival)
    )
    again = case.suggestions.attribution(mark(2, ILL))
    assert again is not None
    assert again.found.who == "harbour office"
    assert claim


def test_a_merge_closes_no_circle_round_a_third_origin(case: Case) -> None:
    kept = origin(case, "Harbour office")
    middle = origin(case, "Coastal Wire", derives_from=kept)
    gone = origin(case, "The harbour office", derives_from=middle)
    case.origins.merge(gone, kept)
    assert case.origins.all()[kept].derives_from is None
    assert case.origins.all()[middle].derives_from == kept
    assert case.integrity.faults() == []
