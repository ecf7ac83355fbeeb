"""Queries: raised with two passages or more, edited, settled with a reason, reopened, deleted; every step undone and done again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.case import Case
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.domain.changes import Changes
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.vocabulary import DiscrepancyState, DiscrepancyType, FoundBy, Severity

MarkOf = Callable[[int, str], Mark]
FORTY, TREATED = "40 passengers fell ill", "he had treated 38 of them himself"


def raised(case: Case, mark: MarkOf, claim_id: int | None = None, **more: FoundBy) -> int:
    """Q1: 40 in Ex. 1 against 38 in Ex. 2."""
    marks = (mark(1, FORTY), mark(2, TREATED))
    new = NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, marks, "40 or 38?", claim_id, **more)
    return case.queries.add(new).new("discrepancies")


def sound(case: Case) -> bool:
    return case.integrity.faults() == []


class TestRaising:
    def test_it_keeps_both_passages_who_raised_it_and_how(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("40 passengers fell ill.").new("claims")
        number = raised(case, mark, claim, found_by=FoundBy.CHECK)
        (view,) = case.queries.views()
        assert view.query == case.queries.get(number)
        assert [p.anchor.exact for p in view.passages] == [FORTY, TREATED]
        assert (view.query.number, view.query.raised_by, view.query.found_by) == ("Q1", "Ida Holm", FoundBy.CHECK)
        assert (view.query.state, view.query.resolution) == (DiscrepancyState.OPEN, "")
        assert case.queries.of_claim(claim) == [view.query] == list(case.claims.view(claim).queries)
        assert case.claims.view(claim).open_queries == 1

    def test_two_passages_of_one_article_will_do(self, case: Case, mark: MarkOf) -> None:
        new = NewQuery(DiscrepancyType.OTHER, Severity.LOW, (mark(1, FORTY), mark(1, "We stopped it at once")))
        assert case.queries.get(case.queries.add(new).new("discrepancies")).claim_id is None

    @pytest.mark.parametrize("times", [1, 2, 3])
    def test_one_passage_is_refused_also_when_it_is_given_twice(self, case: Case, mark: MarkOf, times: int) -> None:
        one = mark(1, FORTY)
        with_a_space = Mark(1, one.start - 1, one.end)
        with pytest.raises(RuleBroken, match="two passages"):
            case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, (one, one, with_a_space)[:times]))
        assert case.queries.all() == []
        assert case.articles.passages(1) == {}

    def test_a_claim_that_is_not_there_is_refused(self, case: Case, mark: MarkOf) -> None:
        with pytest.raises(NotFound):
            raised(case, mark, 7)
        assert case.articles.passages(1) == {}

    def test_where_it_points_into_an_article(self, case: Case, mark: MarkOf) -> None:
        raised(case, mark)
        ((query, span),) = case.queries.in_article(2)
        assert (query.number, case.articles.text(2)[span.start : span.end]) == ("Q1", TREATED)
        assert [q.number for q, _ in case.queries.in_article(1)] == ["Q1"]


class TestItsPassages:
    def test_a_third_one_is_added_once_and_taken_out(self, case: Case, mark: MarkOf) -> None:
        number = raised(case, mark)
        third = mark(1, "anybody had fallen ill")
        case.queries.add_passage(number, third, "the company's word")
        assert [q.note for q in case.queries.get(number).passages] == ["", "", "the company's word"]
        with pytest.raises(RuleBroken, match="already"):
            case.queries.add_passage(number, third)
        passage = case.queries.get(number).passages[2].passage_id
        case.queries.remove_passage(number, passage)
        assert passage not in case.articles.passages(third.article_id)

    def test_two_always_stay(self, case: Case, mark: MarkOf) -> None:
        number = raised(case, mark)
        with pytest.raises(RuleBroken, match="two passages"):
            case.queries.remove_passage(number, case.queries.get(number).passages[0].passage_id)
        assert len(case.queries.get(number).passages) == 2

    def test_one_that_a_claim_uses_too_outlives_the_query(self, case: Case, mark: MarkOf) -> None:
        case.claims.add("40 passengers fell ill.", mark(1, FORTY))
        case.queries.delete(raised(case, mark))
        assert [p.anchor.exact for p in case.articles.passages(1).values()] == [FORTY]
        assert case.articles.passages(2) == {}

    def test_an_article_taken_out_takes_the_queries_that_it_leaves_too_short(self, case: Case, mark: MarkOf) -> None:
        raised(case, mark)
        case.articles.delete(2)
        assert case.queries.all() == []
        assert case.articles.passages(1) == {}
        assert sound(case)
        case.undo()
        assert [len(q.passages) for q in case.queries.all()] == [2]
        assert sound(case)


class TestSettling:
    def test_a_reason_is_asked_for_and_kept(self, case: Case, mark: MarkOf) -> None:
        number = raised(case, mark)
        with pytest.raises(RuleBroken, match="how it was settled"):
            case.queries.resolve(number, "  ")
        case.queries.resolve(number, "38 were treated by one doctor of two.")
        query = case.queries.get(number)
        assert (query.state, query.resolution) == (DiscrepancyState.RESOLVED, "38 were treated by one doctor of two.")
        assert sound(case)

    def test_reopened_it_is_open_and_the_reason_stays_in_the_history(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("40 passengers fell ill.").new("claims")
        number = raised(case, mark, claim)
        case.queries.resolve(number, "A slip.")
        case.queries.reopen(number)
        assert case.queries.get(number).state is DiscrepancyState.OPEN
        history = [(event.what, event.why) for event in case.history.of_claim(claim)]
        told = " | ".join(what for what, _ in history)
        assert "Q1 “40 or 38?”, raised: figure" in told
        assert any("Q1 “40 or 38?”, state: open → resolved" in what and why == "A slip." for what, why in history)
        assert "state: resolved → open" in told
        with pytest.raises(RuleBroken, match="is open"):
            case.queries.reopen(number)

    def test_what_may_be_edited(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("40 passengers fell ill.").new("claims")
        number = raised(case, mark)
        case.queries.edit(number, type=DiscrepancyType.QUALIFIER_DROPPED, severity=Severity.LOW, summary=" of  them ", claim_id=claim)
        query = case.queries.get(number)
        assert (query.type, query.severity) == (DiscrepancyType.QUALIFIER_DROPPED, Severity.LOW)
        assert (query.summary, query.claim_id) == ("of them", claim)
        for wrong in ({"state": "resolved"}, {"type": "typo"}, {"severity": "grave"}):
            with pytest.raises(RuleBroken):
                case.queries.edit(number, **wrong)
        with pytest.raises(NotFound):
            case.queries.edit(number, claim_id=99)
        with pytest.raises(NotFound):
            case.queries.edit(99, summary="none")

    def test_a_deleted_claim_leaves_the_query(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("40 passengers fell ill.").new("claims")
        number = raised(case, mark, claim)
        case.claims.delete(claim)
        assert case.queries.get(number).claim_id is None


class TestUndo:
    def test_every_act_is_one_step_undone_and_done_again(self, case: Case, mark: MarkOf) -> None:
        queries = case.queries
        third = mark(1, "We stopped it at once")
        acts: list[Callable[[], Changes]] = [
            lambda: queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, (mark(1, FORTY), mark(2, TREATED)))),
            lambda: queries.edit(1, severity=Severity.LOW),
            lambda: queries.add_passage(1, third),
            lambda: queries.remove_passage(1, queries.get(1).passages[2].passage_id),
            lambda: queries.resolve(1, "A slip."),
            lambda: queries.reopen(1),
            lambda: queries.delete(1),
        ]
        states = [(queries.views(), case.articles.passages(1))]
        for act in acts:
            assert act().touches("discrepancies")
            states.append((queries.views(), case.articles.passages(1)))
        for before in reversed(states[:-1]):
            case.undo()
            assert (queries.views(), case.articles.passages(1)) == before
        for after in states[1:]:
            case.redo()
            assert (queries.views(), case.articles.passages(1)) == after
        assert sound(case)

    def test_a_number_is_not_given_twice(self, case: Case, mark: MarkOf) -> None:
        raised(case, mark)
        case.undo()
        assert raised(case, mark) == 2


class TestCounterparts:
    def test_other_figures_come_first_and_say_so(self, case: Case, mark: MarkOf) -> None:
        case.claims.add("40 passengers fell ill.", mark(1, FORTY))
        case.appearances.add(1, mark(2, "40 passengers fell ill"))
        case.appearances.add(1, mark(2, TREATED))
        found = case.queries.counterparts(mark(1, FORTY), 1)
        assert [c.words for c in found] == [TREATED, "40 passengers fell ill"]
        assert found[0].why == "Ex. 1 says 40, Ex. 2 says 38"
        assert (found[0].likely.type, found[0].likely.severity) == (DiscrepancyType.FIGURE, Severity.HIGH)

    def test_the_words_themselves_are_not_offered_nor_anything_without_a_claim(self, case: Case, mark: MarkOf) -> None:
        case.claims.add("40 passengers fell ill.", mark(1, FORTY))
        assert case.queries.counterparts(mark(1, "40 passengers"), 1) == []
        assert case.queries.counterparts(mark(1, "40 passengers"), 0) == []


class TestQuestions:
    def test_what_the_checks_ask_and_what_was_raised_already(self, case: Case, mark: MarkOf) -> None:
        case.claims.add("40 passengers fell ill.", mark(1, FORTY))
        case.appearances.add(1, mark(2, TREATED))
        (question,) = case.queries.questions()
        assert question.why == "Ex. 1 says 40, Ex. 2 says 38."
        marks = tuple(Mark(p.article_id, *p.span) for p in question.places)
        case.queries.add(NewQuery(question.type, question.severity, marks, question.why, question.claim_id, FoundBy.CHECK))
        assert case.queries.questions() == []


class TestMergedClaims:
    def test_a_query_is_not_put_to_a_claim_that_went(self, case: Case, mark: MarkOf) -> None:
        for text in ("One.", "Two."):
            case.claims.add(text)
        case.claims.merge(1, 2)
        with pytest.raises(RuleBroken, match="C1 was merged into C2"):
            raised(case, mark, 1)
        number = raised(case, mark, 2)
        with pytest.raises(RuleBroken, match="C1 was merged into C2"):
            case.queries.edit(number, claim_id=1)
        assert case.queries.get(number).claim_id == 2

    def test_its_passages_outlive_every_change_of_the_marks(self, case: Case, mark: MarkOf) -> None:
        claim = case.claims.add("40 fell ill.", mark(1, FORTY)).new("claims")
        number = raised(case, mark, claim)
        (first,) = case.appearances.of(claim)
        case.appearances.split(first.id, mark(1, "passengers fell ill").start)
        case.appearances.join([a.id for a in case.appearances.of(claim)])
        case.appearances.move(first.id, mark(1, "passengers fell ill"))
        case.appearances.delete(first.id)
        case.claims.delete(claim)
        (view,) = case.queries.views()
        assert (view.query.id, [p.anchor.exact for p in view.passages]) == (number, [FORTY, TREATED])
        assert sound(case)
