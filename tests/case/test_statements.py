"""Stated or inferred: an origin is stated only with words of the article that state it; what was looked for in vain is kept with who."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.case import Case
from workbench.case.appearances import Attribution, words_digest
from workbench.case.claims import Decision
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.errors import RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import OriginBasis, Stance

MarkOf = Callable[[int, str], Mark]
ILL, TREATED = "40 passengers fell ill", "he had treated 38 of them himself"
OFFICE, DOCTOR = "Harbour office", "Tomas Weil"


def added(case: Case, mark: Mark, **fields: object) -> int:
    return case.claims.add("Forty fell ill.", mark, Attribution(**fields)).new("appearances")  # type: ignore[arg-type]


def words_of(case: Case, appearance: int) -> str:
    found = next(a for a in case.appearances.all() if a.id == appearance)
    return case.articles.passage(found.statement_id).anchor.exact if found.statement_id else ""


def basis_of(case: Case, appearance: int) -> OriginBasis | None:
    return next(a.origin_basis for a in case.appearances.all() if a.id == appearance)


def test_words_that_state_an_origin_are_found_and_kept(case: Case, mark: MarkOf) -> None:
    one = added(case, mark(2, TREATED), origin=DOCTOR)
    assert basis_of(case, one) is OriginBasis.STATED
    assert "Weil" in words_of(case, one)
    assert case.integrity.faults() == []


def test_an_origin_that_no_words_name_is_inferred(case: Case, mark: MarkOf) -> None:
    one = added(case, mark(2, TREATED), origin="The ministry of fish")
    assert (basis_of(case, one), words_of(case, one)) == (OriginBasis.INFERRED, "")
    two = added(case, mark(1, ILL), origin="The ministry of fish", origin_basis=OriginBasis.STATED)
    assert basis_of(case, two) is OriginBasis.INFERRED, "said to be stated, and nothing states it"


def test_an_analyst_who_says_stated_is_asked_for_the_words(case: Case, mark: MarkOf) -> None:
    one = added(case, mark(2, TREATED), origin="The ministry of fish")
    with pytest.raises(RuleBroken, match=r"Select the words of Ex\. 2"):
        case.appearances.edit(one, origin="The ministry of fish", origin_basis=OriginBasis.STATED)
    case.appearances.edit(one, origin="The ministry of fish", origin_basis=OriginBasis.STATED, statement=mark(2, "A doctor"))
    assert (basis_of(case, one), words_of(case, one)) == (OriginBasis.STATED, "A doctor")
    with pytest.raises(RuleBroken, match="in another article"):
        case.appearances.edit(one, origin=DOCTOR, origin_basis=OriginBasis.STATED, statement=mark(1, ILL))
    case.appearances.edit(one, origin_basis=OriginBasis.INFERRED)
    assert (basis_of(case, one), words_of(case, one)) == (OriginBasis.INFERRED, "")
    case.undo()
    assert words_of(case, one) == "A doctor"
    assert case.integrity.faults() == []


def test_one_origin_for_every_appearance_is_stated_where_an_article_says_so_and_inferred_elsewhere(case: Case, mark: MarkOf) -> None:
    claim = case.claims.add("Forty fell ill.", mark(1, ILL)).new("claims")
    case.appearances.add(claim, mark(2, TREATED))
    case.appearances.set_origin(claim, DOCTOR)
    bases = {a.article_id: a.origin_basis for a in case.appearances.of(claim)}
    assert bases == {1: OriginBasis.INFERRED, 2: OriginBasis.STATED}
    view = case.claims.view(claim)
    assert (view.meter.stated, view.meter.inferred, view.meter.unmarked) == (1, 1, 0)


def test_wording_names_nobody_on_an_inferred_origin(case: Case, mark: MarkOf) -> None:
    claim = case.claims.add("Forty fell ill.", mark(1, ILL), Attribution(origin="The ministry of fish")).new("claims")
    case.claims.set_status(claim, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
    assert "ministry of fish" not in case.memos.drafts()["safe_wording"]
    assert "no words are marked" in case.memos.drafts()["safe_wording"]
    found = case.appearances.of(claim)[0]
    case.appearances.edit(found.id, origin="The ministry of fish", origin_basis=OriginBasis.STATED, statement=mark(1, "The harbour"))
    assert "according to The ministry of fish" in case.memos.drafts()["safe_wording"]
    assert "stated: “The harbour”" in case.memos.render(".md").decode()


def test_stated_in_an_older_case_is_told_as_such_and_named_in_no_wording(case: Case, mark: MarkOf) -> None:
    claim = case.claims.add("Forty fell ill.", mark(1, ILL)).new("claims")
    origin = case.origins.add(NewOrigin("The ministry of fish")).new("origins")
    found = case.appearances.of(claim)[0]
    with case.file.operation("As version 1 kept it") as operation:
        operation.update("appearances", found.id, origin_id=origin, origin_basis=OriginBasis.STATED)
    found = case.appearances.of(claim)[0]
    assert found.basis_words == "stated, words not marked"
    assert "1 stated without marked words" in case.claims.view(claim).meter.full
    case.claims.set_status(claim, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
    assert "ministry of fish" not in case.memos.drafts()["safe_wording"]


class TestAnswers:
    def test_an_article_without_an_entry_has_no_answer_and_every_count_says_so(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("Forty fell ill.", mark(1, ILL)).new("claims")
        view = case.claims.view(claim)
        assert view.meter.unanswered == 1
        assert view.meter.text == "1 article, 0 origins, 1 without an origin · 1 article without an answer"
        assert "One article has no answer yet." in case.memos.render(".md").decode()
        assert any("articles without an answer, by claim: C1 (1)" in line for line in case.signing.readiness("Rhea").cautions)
        case.appearances.not_mentioned(claim, 2)
        assert case.claims.view(claim).meter.unanswered == 0
        assert "without an answer" not in case.claims.view(claim).meter.full

    def test_an_article_that_comes_in_later_is_counted_for_every_claim(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("Forty fell ill.", mark(1, ILL)).new("claims")
        assert case.claims.view(claim).meter.unanswered == 1
        case.imports.paste("Again\n\nThe ferry was late again.\n")
        assert case.claims.view(claim).meter.unanswered == 2
        case.undo()
        assert case.claims.view(claim).meter.unanswered == 1

    def test_not_mentioned_is_kept_with_who_when_and_which_words(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("Forty fell ill.", mark(1, ILL)).new("claims")
        case.appearances.not_mentioned(claim, 2)
        found = next(a for a in case.appearances.of(claim) if a.stance is Stance.NOT_MENTIONED)
        assert (found.looked_by, found.looked_for) == ("Ida Holm", words_digest("Forty fell ill."))
        assert found.looked_at
        memo = case.memos.render(".md").decode()
        assert "Ex. 2 (looked for by Ida Holm on" in memo
        assert "under other words" not in memo
        case.claims.edit(claim, text="Forty people fell ill.")
        assert "under other words" in case.memos.render(".md").decode()
