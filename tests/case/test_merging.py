"""Merging two claims that say one, splitting one that says two: everything goes along, numbers stay, undo restores every row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ARTICLES
from tests.thorough import share
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.merging import Going
from workbench.case.passages import Mark
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import DiscrepancyType, OriginBasis, Relation, Severity, Stance

Marker = Callable[[int, str], Mark]
ILL, TREATED = "40 passengers fell ill", "treated 38 of them"


def everything(case: Case) -> dict[str, Any]:
    """Every row that a merge or split may touch."""
    with case.file.read() as reader:
        return {
            "claims": reader.claims(merged=True), "appearances": reader.appearances(), "evidence": reader.evidence(),
            "passages": reader.passages(), "queries": reader.discrepancies(), "reviews": reader.reviews(), "assessed": reader.assessments(),
        }  # fmt: skip


@pytest.fixture
def two(case: Case, mark: Marker) -> Case:
    """C1 and C2, which share a passage of Ex. 1; each has a link, C1 an assessment and a query."""
    first = case.claims.add("40 fell ill", mark(1, ILL), Attribution(origin="Harbour office")).new("claims")
    second = case.claims.add("Forty fell ill", mark(1, ILL), Attribution(Stance.REPORTS, "the harbour office", "said")).new("claims")
    case.appearances.add(second, mark(2, ILL))
    case.evidence.add(first, NewLink(Relation.CORROBORATES, mark(2, TREATED), note="a doctor"))
    case.evidence.add(second, NewLink(Relation.CONTEXT, url="https://example.org/"))
    case.claims.assess(first, confidence="high")
    with case.file.operation("A query") as operation:
        query = operation.insert(
            "discrepancies", type=DiscrepancyType.FIGURE, severity=Severity.LOW, claim_id=first, state="open", found_by="analyst"
        )
        for passage in case.articles.passages(1) | case.articles.passages(2):
            operation.insert("discrepancy_passages", discrepancy_id=query, passage_id=passage)
        shared = case.appearances.of(first)[0]
        operation.insert("reviews", claim_id=first, appearance_id=shared.id, verdict="agrees", checker="Bo", reviewed_at="2031-05-01")
    return case


def test_everything_of_a_claim_goes_along(two: Case) -> None:
    before = everything(two)
    two.claims.merge(1, 2)
    (view,) = two.claims.views()
    assert view.claim.id == 2
    assert [a.article_id for a in view.appearances] == [1, 2], "the shared passage stands once"
    shared = view.appearances[0]
    assert (shared.stance, shared.attributed_to, shared.origin_basis) == (Stance.REPORTS, "the harbour office", OriginBasis.STATED)
    assert shared.origin_id, "the origin that the other mark had is taken over"
    assert {e.relation for e in view.evidence} == {Relation.CORROBORATES, Relation.CONTEXT}
    assert view.assessment is not None
    after = everything(two)
    assert after["queries"][0].claim_id == 2
    assert [(r.claim_id, r.appearance_id) for r in after["reviews"]] == [(2, shared.id)]
    assert two.integrity.faults() == []
    assert two.undo()[0] == "Merge C1 into C2"
    assert everything(two) == before
    two.redo()
    assert everything(two) == after


def test_a_merged_claim_is_found_by_its_number_and_takes_nothing_more(two: Case, mark: Marker) -> None:
    two.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "one office"))
    two.claims.merge(1, 2)
    assert (two.claims.standing(1), two.claims.standing(2)) == (2, 2)
    with two.file.read() as reader:
        gone = reader.claim(1)
    assert (gone.text, gone.status, gone.basis, gone.reason) == ("40 fell ill", Status.OPEN, None, "")
    for work in (
        lambda: two.claims.view(1), lambda: two.claims.edit(1, text="x"), lambda: two.claims.set_status(1, Decision(Status.OPEN)),
        lambda: two.claims.assess(1, confidence="low"), lambda: two.appearances.add(1, mark(2, TREATED)),
        lambda: two.appearances.not_mentioned(1, 2), lambda: two.evidence.add(1, NewLink(Relation.CONTEXT, note="x")),
        lambda: two.claims.split(1, "x", Going()), lambda: two.appearances.carry(two.appearances.of(2)[0].id, 1),
    ):  # fmt: skip
        with pytest.raises(RuleBroken, match="C1 was merged into C2"):
            work()
    third = two.claims.add("A third").new("claims")
    assert third == 3, "numbers are not given twice"
    assert two.integrity.faults() == []


def test_merging_across_each_other_is_refused_and_chains_stay_flat(two: Case) -> None:
    two.claims.add("A third")
    two.claims.merge(1, 2)
    for one, other, words in ((2, 1, "C1 was merged"), (1, 3, "C1 was merged"), (3, 3, "itself"), (3, 1, "C1 was merged")):
        steps = len(two.history.of_case())
        with pytest.raises(RuleBroken, match=words):
            two.claims.merge(one, other)
        assert len(two.history.of_case()) == steps
    with pytest.raises(NotFound):
        two.claims.merge(2, 99)
    two.claims.merge(2, 3)
    assert (two.claims.standing(1), two.claims.standing(2)) == (3, 3)
    assert two.integrity.faults() == []


def test_not_mentioned_gives_way_to_a_passage(case: Case, mark: Marker) -> None:
    one = case.claims.add("One", mark(1, ILL)).new("claims")
    other = case.claims.add("Other", mark(2, ILL)).new("claims")
    case.appearances.not_mentioned(one, 2)
    case.appearances.not_mentioned(other, 1)
    case.claims.merge(one, other)
    assert sorted((a.article_id, a.stance) for a in case.appearances.of(other)) == [(1, Stance.ASSERTS), (2, Stance.ASSERTS)]
    assert case.integrity.faults() == []


def test_a_split_takes_along_what_is_named(two: Case) -> None:
    rows, links = two.appearances.of(2), two.evidence.of(2)
    before = everything(two)
    made = two.claims.split(2, " They were  ill ", Going(frozenset({rows[1].id}), frozenset({rows[0].id}), frozenset({links[0].id}))).new(
        "claims"
    )
    new = two.claims.view(made)
    assert (new.claim.text, new.claim.split_from, new.claim.status) == ("They were ill", 2, Status.OPEN)
    assert [a.article_id for a in new.appearances] == [2, 1]
    assert [a.article_id for a in two.claims.view(2).appearances] == [1], "what says both stays too"
    assert [e.id for e in new.evidence] == [links[0].id]
    assert two.integrity.faults() == []
    two.undo()
    assert everything(two) == before
    assert two.claims.add("Next").new("claims") == made + 1, "its number is not given again"


def test_a_split_that_makes_no_sense_is_refused(two: Case) -> None:
    foreign = two.appearances.of(1)[0].id
    for text, going, words in (
        (" ", Going(), "needs words"),
        ("x", Going(frozenset({foreign})), "belong"),
        ("x", Going(evidence=frozenset({99})), "belong"),
    ):
        with pytest.raises(RuleBroken, match=words):
            two.claims.split(2, text, going)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["claim", "appear", "absent", "link", "merge", "split"]), st.integers(1, 4), st.integers(1, 4), st.integers(0, 3)
    ),
    min_size=3, max_size=12,
)  # fmt: skip


@settings(max_examples=share(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_undo_of_any_merge_and_split_restores_everything(
    steps: list[tuple[str, int, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("recast")
    case = Case.create(folder / "a.case", lambda: "Ida")
    try:
        _add_articles(case, folder)
        for kind, one, other, which in steps:
            before = everything(case)
            try:
                _do(case, kind, one, other, which)
            except (RuleBroken, NotFound):
                assert everything(case) == before
                continue
            after = everything(case)
            if kind in ("merge", "split"):
                assert case.integrity.faults() == []
                case.undo()
                assert everything(case) == before
                case.redo()
                assert everything(case) == after
    finally:
        case.close()


def _add_articles(case: Case, folder: Path) -> None:
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    case.imports.files([folder / name for name in ARTICLES])


def _do(case: Case, kind: str, one: int, other: int, which: int) -> None:
    span = Mark(1 + which % 2, 30 + 12 * (which // 2), 40 + 12 * (which // 2))
    if kind == "claim":
        case.claims.add(f"Claim {one}", span)
    elif kind == "appear":
        case.appearances.add(one, span, Attribution(origin=f"Origin {other}"))
    elif kind == "absent":
        case.appearances.not_mentioned(one, 1 + which % 2)
    elif kind == "link":
        case.evidence.add(one, NewLink(Relation.CORROBORATES, span))
    elif kind == "merge":
        case.claims.merge(one, other)
    else:
        rows = [a.id for a in case.appearances.of(one)]
        case.claims.split(
            one, "Part", Going(frozenset(rows[:which]), frozenset(rows[which:]), frozenset(e.id for e in case.evidence.of(one)[:1]))
        )


def test_what_was_judged_of_a_link_outlives_a_merge(two: Case) -> None:
    call = NewLink(Relation.CORROBORATES, note="Confirmed by telephone", name="T. Weil", dated="2031-05-01")
    judged = replace(call, origin="Tomas Weil", independent=True, independent_reason="He treated them.")
    for claim, link in (
        (1, judged), (2, call),
        (1, replace(judged, dated="2031-05-02")), (2, replace(call, dated="2031-05-03")),
        (1, NewLink(Relation.CONTEXT, note="x", origin="a")), (2, NewLink(Relation.CONTEXT, note="x", origin="b")),
    ):  # fmt: skip
        two.evidence.add(claim, link)
    two.claims.merge(1, 2)
    links = [link for link in two.evidence.of(2) if link.note == "Confirmed by telephone"]
    assert sorted((e.dated, e.independent, e.independent_reason) for e in links) == [
        ("2031-05-01", True, "He treated them."), ("2031-05-02", True, "He treated them."), ("2031-05-03", None, ""),
    ]  # fmt: skip
    origins = two.origins.all()
    assert [origins[e.origin_id].name for e in links if e.independent] == ["Tomas Weil", "Tomas Weil"]
    assert sorted(origins[e.origin_id].name for e in two.evidence.of(2) if e.note == "x") == ["a", "b"]
    two.undo()
    assert two.integrity.faults() == []


@pytest.mark.parametrize(
    ("kept", "gone", "after"),
    [("seen", "ask again", "seen\nC1: ask again"), ("", "ask again", "C1: ask again"), ("seen", "", "seen"), ("", "", "")],
)
def test_the_note_of_a_merged_claim_is_kept_under_its_number(two: Case, kept: str, gone: str, after: str) -> None:
    two.claims.edit(1, note=gone)
    two.claims.edit(2, note=kept)
    two.claims.merge(1, 2)
    assert {c.id: c.note for c in everything(two)["claims"]} == {1: "", 2: after}
    two.undo()
    assert {c.id: c.note for c in everything(two)["claims"]} == {1: gone, 2: kept}
