"""The invariants of the desk (ARCHITECTURE.md), each through the public Case."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.anchors import holds
from workbench.domain.errors import RuleBroken
from workbench.domain.statuses import BASES, Basis, Status, Verdict
from workbench.domain.vocabulary import Relation, SetBy, Stance, ZoneKind

Marker = Callable[[int, str], Mark]
ILL = "40 passengers fell ill"
CONFIRMED = Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION)


@pytest.fixture
def claimed(case: Case, mark: Marker) -> int:
    """A claim carried by both articles, both citing the harbour office."""
    claim = case.claims.add("40 passengers fell ill", mark(1, ILL), Attribution(origin="Harbour office")).new("claims")
    case.appearances.add(claim, mark(2, ILL), Attribution(Stance.REPORTS, origin="harbour  OFFICE"))
    return claim


def test_invariant_1_original_bytes_never_change_and_cleaning_adds_zones(case: Case, articles: list[Path]) -> None:
    before = [(case.articles.original(n), case.articles.text(n)) for n in (1, 2)]
    assert [data for data, _ in before] == [path.read_bytes() for path in articles]
    case.articles.set_zone(1, 0, 20, ZoneKind.BOILERPLATE)
    case.articles.set_zone(1, 5, 60, ZoneKind.CREDIT)
    case.articles.reread(2, "cp1252")
    case.undo()
    case.articles.delete(2)
    case.undo()
    assert [(case.articles.original(n), case.articles.text(n)) for n in (1, 2)] == before
    for article in case.articles.all():
        assert article.original_sha256 == hashlib.sha256(before[article.id - 1][0]).hexdigest()
        assert article.text_sha256 == hashlib.sha256(before[article.id - 1][1].encode()).hexdigest()
        assert article.original_size == len(before[article.id - 1][0])
        assert case.articles.hash_fault(article.id) == ""


def test_invariant_1_a_changed_original_is_seen_when_opened_and_at_print(case: Case) -> None:
    raw = sqlite3.connect(case.path)
    raw.execute("UPDATE originals SET bytes = x'20' WHERE sha256 = (SELECT original_sha256 FROM articles WHERE id = 1)")
    raw.commit()
    raw.close()
    assert "original bytes no longer match" in case.articles.hash_fault(1)
    assert case.articles.hash_fault(2) == ""
    assert set(case.memos.snapshot().hash_faults) == {1}


def test_invariant_2_a_passage_is_what_stands_at_its_place(case: Case) -> None:
    chance = random.Random(3)
    claim = case.claims.add("anything").new("claims")
    for _ in range(60):
        article = chance.choice((1, 2))
        text = case.articles.text(article)
        start = chance.randrange(len(text) - 1)
        end = chance.randint(start + 1, min(len(text), start + 80))
        if not text[start:end].strip():
            continue
        try:
            case.appearances.add(claim, Mark(article, start, end))
        except RuleBroken as broken:
            assert "already" in str(broken)
    found = case.articles.passages(1) | case.articles.passages(2)
    assert len(found) > 40
    for passage in found.values():
        text = case.articles.text(passage.article_id)
        assert holds(text, passage.anchor)
        assert text[passage.span.start : passage.span.end] == passage.anchor.exact == passage.anchor.exact.strip()
    assert case.integrity.faults() == []


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 2), (-4, 3), (0, 10**6), (10**6, 10**6 + 4), (27, 29)])
def test_invariant_2_no_passage_where_no_words_are(case: Case, start: int, end: int) -> None:
    """(27, 29) is the empty line under the headline."""
    assert case.articles.text(1)[27:29] == "\n\n"
    claim = case.claims.add("anything").new("claims")
    before = case.history.of_case()
    if (start, end) == (0, 10**6):
        assert case.appearances.add(claim, Mark(1, start, end)), "cut at the end of the text"
        assert case.integrity.faults() == []
        return
    if start < 0:
        with pytest.raises(RuleBroken):
            case.appearances.add(claim, Mark(1, start, end))
        return
    with pytest.raises(RuleBroken, match="no words"):
        case.appearances.add(claim, Mark(1, start, end))
    assert case.history.of_case() == before


def test_invariant_3_confirmed_needs_two_roots(case: Case, claimed: int, mark: Marker) -> None:
    assert case.claims.view(claimed).meter.text == "2 articles, 1 origin"
    with pytest.raises(RuleBroken, match="2 articles rest on one origin"):
        case.claims.set_status(claimed, CONFIRMED)
    assert case.claims.view(claimed).claim.status is Status.OPEN
    case.appearances.add(claimed, mark(2, "he had treated 38 of them himself"), Attribution(Stance.SUPPORTS, origin="Tomas Weil"))
    case.claims.set_status(claimed, CONFIRMED)
    view = case.claims.view(claimed)
    assert (view.claim.status, view.warnings) == (Status.CONFIRMED, ())


@pytest.mark.parametrize("basis", [b for b in BASES[Status.CONFIRMED] if b is not Basis.INDEPENDENT_CORROBORATION])
def test_invariant_3_the_bases_that_allow_one_root(case: Case, claimed: int, basis: Basis) -> None:
    case.claims.set_status(claimed, Decision(Status.CONFIRMED, basis))
    assert case.claims.view(claimed).claim.basis is basis


def test_invariant_3_an_override_needs_a_reason_and_is_shown(case: Case, claimed: int) -> None:
    with pytest.raises(RuleBroken):
        case.claims.set_status(claimed, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, override_reason="   "))
    reason = "Two editors heard the call"
    case.claims.set_status(claimed, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, override_reason=reason))
    assert {w.rule for w in case.claims.view(claimed).warnings} == {"two-origin", "override"}
    assert reason.encode() in case.memos.render(".md")


def test_invariant_3_what_is_counted_is_computed_not_stored(case: Case, claimed: int, mark: Marker) -> None:
    case.appearances.add(claimed, mark(2, "he had treated 38 of them himself"), Attribution(origin="Tomas Weil"))
    case.claims.set_status(claimed, CONFIRMED)
    case.articles.delete(2)
    view = case.claims.view(claimed)
    assert view.claim.status is Status.CONFIRMED, "only the analyst takes a status back"
    assert view.meter.text == "1 article, 1 origin"
    assert [w.rule for w in view.warnings] == ["lost-support"]


def test_invariant_4_denied_by_a_party(case: Case, claimed: int, mark: Marker) -> None:
    denial = Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on="2031-04-29")
    with pytest.raises(RuleBroken, match="denying passage or link"):
        case.claims.set_status(claimed, denial)
    case.appearances.add(claimed, mark(1, "Norlin denied on Tuesday"), Attribution(Stance.DENIES, "Norlin"))
    for missing in (
        Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin"),
        Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_on="2031-04-29"),
    ):
        with pytest.raises(RuleBroken, match="who denied it and when"):
            case.claims.set_status(claimed, missing)
    with pytest.raises(RuleBroken, match="“Tuesday” is no date"):
        case.claims.set_status(claimed, Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on="Tuesday"))
    case.claims.set_status(claimed, denial)
    assert case.claims.view(claimed).claim.verdict is Verdict.DENIED


def test_invariant_4_contradicted_needs_a_link(case: Case, claimed: int, mark: Marker) -> None:
    refuted = Decision(Status.DENIED, Basis.CONTRADICTED)
    case.evidence.add(claimed, NewLink(Relation.CORROBORATES, mark(2, "A doctor")))
    with pytest.raises(RuleBroken, match="needs a link that contradicts"):
        case.claims.set_status(claimed, refuted)
    case.evidence.add(claimed, NewLink(Relation.CONTRADICTS, note="Passenger list: 12 on board"))
    case.claims.set_status(claimed, refuted)
    assert case.claims.view(claimed).claim.verdict is Verdict.REFUTED


def test_invariant_5_independence_is_the_number_of_roots(case: Case, claimed: int, mark: Marker) -> None:
    office = case.claims.view(claimed).appearances[0].origin_id
    spokesman = case.origins.add(NewOrigin("Spokesman of the office", derives_from=office)).new("origins")
    case.appearances.add(claimed, mark(1, "We stopped it at once"), Attribution(origin_id=spokesman))
    assert case.claims.view(claimed).meter.text == "2 articles, 1 origin"
    for stance, quote in ((Stance.ENDORSES, "A doctor"), (Stance.PARTIAL, "38 of them"), (Stance.NEUTRAL, "the company said")):
        case.appearances.add(claimed, mark(2, quote), Attribution(stance, origin=f"Somebody who {stance}"))
    assert case.claims.view(claimed).meter.text == "2 articles, 1 origin"
    case.origins.edit(spokesman, derives_from=None)
    assert case.claims.view(claimed).meter.text == "2 articles, 2 origins"


def test_invariant_7_every_status_change_keeps_who_when_from_to_and_why(case: Case, claimed: int) -> None:
    case.claims.set_status(claimed, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "One office only"))
    case.claims.set_status(claimed, Decision(Status.CONFIRMED, Basis.FIRST_HAND, "Seen by the desk"))
    newest, before = case.history.of_claim(claimed)[:2]
    assert newest.what == f"C{claimed} “40 passengers fell ill” · status: UNCONFIRMED (single origin) → CONFIRMED (first-hand)"
    assert before.what == f"C{claimed} “40 passengers fell ill” · status: OPEN → UNCONFIRMED (single origin)"
    assert (newest.who, newest.why, before.why) == ("Ida Holm", "Seen by the desk", "One office only")
    assert newest.at > before.at
    assert newest.at.endswith("+00:00")


def test_invariant_7_numbers_are_not_given_twice_even_after_undo(case: Case, articles: list[Path], tmp_path: Path) -> None:
    assert case.claims.add("one").new("claims") == 1
    case.undo()
    assert case.claims.add("two").new("claims") == 2
    case.claims.delete(2)
    case.close()
    copy = case.save_copy(tmp_path / "copy.case")
    again = Case.open(copy, lambda: "x")
    assert again.claims.add("three").new("claims") == 3
    again.articles.delete(2)
    assert again.imports.files(articles).added == (3,), "the same bytes come back as a new exhibit"
    again.undo()
    again.undo()
    assert [a.id for a in again.articles.all()] == [1, 2]
    again.close()


def test_invariant_7_a_number_of_a_failed_step_was_never_given(case: Case) -> None:
    with pytest.raises(RuleBroken):
        case.claims.add("a claim", decision=CONFIRMED)
    assert case.claims.views() == []
    assert case.claims.add("another").new("claims") == 1


def test_invariant_7_deleting_is_a_journal_entry(case: Case, claimed: int) -> None:
    length = len(case.history.of_case())
    case.claims.delete(claimed)
    assert len(case.history.of_case()) == length + 1
    assert case.history.of_claim(claimed)[0].what.startswith(f"C{claimed} “40 passengers fell ill” · deleted; appearance removed: ")


def test_invariant_7_what_is_not_about_the_case_is_not_in_the_file(case: Case) -> None:
    case.index.refresh()
    case.index.search("ferry")
    length = len(case.history.of_case())
    case.index.close()
    assert len(case.history.of_case()) == length


def test_invariant_10_no_two_verdicts_share_a_sign_or_a_word() -> None:
    """Shape and word; the line styles are the desk's (tests/desk)."""
    assert len({v.glyph for v in Verdict}) == len({v.label for v in Verdict}) == len(Verdict)
    assert (Verdict.CONFIRMED.glyph, Verdict.UNCONFIRMED.glyph, Verdict.DENIED.glyph, Verdict.REFUTED.glyph) == ("✓", "?", "✕", "R")


def test_invariant_10_the_memo_prints_the_word(case: Case, claimed: int) -> None:
    case.evidence.add(claimed, NewLink(Relation.CONTRADICTS, note="Passenger list"))
    case.claims.set_status(claimed, Decision(Status.DENIED, Basis.CONTRADICTED))
    assert "REFUTED" in case.memos.render(".md").decode()


def test_invariant_11_a_suggestion_says_why_and_sets_nothing(case: Case, mark: Marker) -> None:
    claim = case.claims.add("40 passengers fell ill on the ferry", mark(1, ILL)).new("claims")
    before = case.history.of_case()
    found = case.suggestions.passages(claim, case.index.likely_articles).suggestions
    assert [s.article_id for s in found] == [2]
    assert all(s.reason for s in found)
    assert ILL in case.articles.text(2)[found[0].span.start : found[0].span.end]
    assert case.history.of_case() == before


def test_invariant_11_nothing_but_set_status_sets_a_status(case: Case, claimed: int, mark: Marker, articles: list[Path]) -> None:
    """Every other thing that can be done to a claim leaves it open; `edit` refuses the fields."""
    for name, value in (("status", "confirmed"), ("basis", "first_hand"), ("override_reason", "x"), ("denied_by", "x"), ("id", "9")):
        with pytest.raises(RuleBroken, match="cannot be set"):
            case.claims.edit(claimed, **{name: value})
    case.claims.assess(claimed, credibility="1", likelihood="almost_certain", confidence="high")
    case.evidence.add(claimed, NewLink(Relation.CONTRADICTS, note="x"))
    case.evidence.add(claimed, NewLink(Relation.CORROBORATES, note="x", origin="Another", independent=True, independent_reason="own visit"))
    case.appearances.add(claimed, mark(1, "Norlin denied"), Attribution(Stance.DENIES))
    case.imports.files(articles)
    case.index.refresh()
    case.memos.render(".md")
    case.integrity.faults()
    claim = case.claims.view(claimed).claim
    assert (claim.status, claim.basis) == (Status.OPEN, None)
    assert case.claims.add("typed").new("claims")
    assert case.claims.views()[-1].claim.status is Status.OPEN


def test_invariant_11_guesses_are_marked_as_the_machines(case: Case) -> None:
    for zone in case.articles.zones(1):
        assert zone.set_by is SetBy.MACHINE
        assert zone.basis
    for found in case.articles.get(1).metadata.values():
        assert found.set_by is SetBy.MACHINE
        assert found.basis
        assert (found.confidence is None) is (found.value is None)
