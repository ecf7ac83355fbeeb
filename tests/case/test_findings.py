"""The comparison of a case: taken as claims and queries in one step each, dismissed with a reason that is kept, all of it undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.test_findings_sheet import FIRST, SECOND, THIRD
from workbench.case import Case
from workbench.case.findings import mark_of
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.records import TextPlace, places_of, stored_places
from workbench.domain.vocabulary import DiscrepancyType, OriginKind, Stance


@pytest.fixture
def compared(empty: Case, tmp_path: Path) -> Case:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND), ("third.txt", THIRD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    empty.imports.files([tmp_path / f"{name}.txt" for name in ("first", "second", "third")])
    return empty


def test_nothing_is_written_by_looking(compared: Case) -> None:
    step = compared.last_saved()
    assert compared.findings.whole().found.findings
    assert compared.last_saved() == step


def test_articles_are_read_once_and_anew_when_what_they_are_changes(compared: Case) -> None:
    first = compared.findings.whole()
    assert all(a is b for a, b in zip(first.readings, compared.findings.whole().readings, strict=True))
    compared.articles.delete(3)
    assert [reading.article_id for reading in compared.findings.whole().readings] == [1, 2]


def test_a_group_becomes_a_claim_with_who_says_it_in_one_step(compared: Case) -> None:
    group = compared.findings.whole().found.groups[0]
    places = [each.place for each in group.stated if each.sentence.zone.value == "body"]
    words = compared.findings.wording(places)
    claim = compared.findings.take(words, places).new("claims")
    said = compared.appearances.of(claim)
    assert [a.article_id for a in said] == [place.article_id for place in places]
    assert all(a.attributed_to for a in said)
    assert {a.stance for a in said} == {Stance.REPORTS}
    assert compared.undo()[0] == f"New claim with {len(places)} appearances"
    assert compared.claims.all() == []


def test_a_claim_of_no_passages_is_refused(compared: Case) -> None:
    with pytest.raises(RuleBroken, match="at least one passage"):
        compared.findings.take("Nothing", [])


def test_passages_join_a_claim_once(compared: Case) -> None:
    places = [each.place for each in compared.findings.whole().found.groups[0].stated]
    claim = compared.findings.take("Seven people were killed", places[:1]).new("claims")
    marks = [mark_of(place) for place in places]
    compared.findings.join(claim, marks)
    assert len(compared.appearances.of(claim)) == len(places)
    with pytest.raises(RuleBroken, match=f"marked for C{claim} already"):
        compared.findings.join(claim, marks)


def test_a_finding_is_dismissed_with_a_reason_and_its_articles_may_move(compared: Case) -> None:
    question = compared.findings.whole().found.findings[0]
    with pytest.raises(RuleBroken, match="Say why"):
        compared.findings.dismiss(question, " ")
    number = compared.findings.dismiss(question, "two hours apart").new("dismissals")
    after = compared.findings.whole()
    assert question not in after.found.findings
    assert [(q, d.reason) for q, d in after.dismissed] == [(question, "two hours apart")]
    assert compared.integrity.faults() == []
    path = compared.path
    compared.close()
    again = Case.open(path, lambda: "Ida Holm")
    try:
        assert question not in again.findings.whole().found.findings
        again.findings.restore(number)
        assert question in again.findings.whole().found.findings
        with pytest.raises(NotFound):
            again.findings.restore(number)
    finally:
        again.close()


def test_what_was_raised_as_a_query_is_not_found_again(compared: Case) -> None:
    from workbench.case.queries import NewQuery

    question = next(q for q in compared.findings.whole().found.findings if q.type is DiscrepancyType.FIGURE)
    marks = tuple(mark_of(place) for place in question.places)
    compared.queries.add(NewQuery(question.type, question.severity, marks, question.why))
    assert question not in compared.findings.whole().found.findings


def test_what_hangs_on_an_origin_is_told_from_the_case_as_it_stands(compared: Case) -> None:
    from workbench.case.origins import NewOrigin

    assert compared.findings.hanging() == []
    origin = compared.origins.add(NewOrigin("The coast guard", OriginKind.GOVERNMENT)).new("origins")
    places = [each.place for each in compared.findings.whole().found.groups[0].stated][:1]
    claim = compared.findings.take("Nine people were killed", places).new("claims")
    compared.appearances.edit(compared.appearances.of(claim)[0].id, origin_id=origin)
    (found,) = compared.findings.hanging()
    assert (found.origin.name, [c.id for c in found.carries], found.falls) == ("The coast guard", [claim], ())


def test_stored_places_come_back_and_others_are_refused() -> None:
    places = (TextPlace("a" * 64, 3, 9), TextPlace("b" * 64, 0, 2))
    assert places_of(stored_places(places[::-1])) == places
    for wrong in ("a 1", "a 1 x", "a 1 2 3"):
        with pytest.raises(ValueError):  # noqa: PT011 - which one is not said to anybody
            places_of(wrong)
