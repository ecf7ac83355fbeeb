"""Dates in every field: one reader, one form in which they are kept; what an older version kept otherwise is told and still used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workbench.case import Case
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.passages import Mark
from workbench.domain.dates import FIELDS, Shape
from workbench.domain.errors import RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Field, Relation
from workbench.storage.tables import metadata

Marker = Callable[[int, str], Mark]
ILL = "40 passengers fell ill"


@pytest.fixture
def claimed(case: Case, mark: Marker) -> Case:
    case.claims.add("Forty fell ill.", mark(1, ILL))
    case.evidence.add(1, NewLink(Relation.CONTRADICTS, url="https://port.example/log"))
    return case


def _deny(case: Case, words: str) -> str:
    case.claims.set_status(1, Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on=words))
    return case.claims.view(1).claim.denied_on


def _claim(field: str) -> Callable[[Case, str], str]:
    def set_it(case: Case, words: str) -> str:
        case.claims.edit(1, **{field: words})
        return str(getattr(case.claims.view(1).claim, field))

    return set_it


def _info(case: Case, words: str) -> str:
    case.info.edit(as_of=words)
    return case.info.get().as_of


def _metadata(field: Field) -> Callable[[Case, str], str]:
    def set_(case: Case, words: str) -> str:
        case.articles.set_metadata(1, field, words)
        return case.articles.get(1).value(field) or ""

    return set_


def _dated(case: Case, words: str) -> str:
    case.evidence.edit(1, dated=words)
    made = case.evidence.add(1, NewLink(Relation.CONTEXT, note="a call", dated=words)).new("evidence")
    case.evidence.delete(made)
    return case.evidence.of(1)[0].dated


SET: dict[tuple[str, str], Callable[[Case, str], str]] = {
    ("info", "as_of"): _info, ("claims", "event_date"): _claim("event_date"), ("claims", "denied_on"): _deny,
    ("claims", "as_of"): _claim("as_of"), ("claims", "review_on"): _claim("review_on"), ("evidence", "dated"): _dated,
    **{("metadata_fields", field.value): _metadata(field) for field in (Field.PUBLISHED, Field.MODIFIED, Field.RETRIEVED)},
}  # fmt: skip
"""How each field in which a person writes a date is set, and what it holds then."""


def test_every_field_is_tried_and_is_there() -> None:
    assert SET.keys() == FIELDS.keys()
    for table, field in FIELDS:
        assert table == "metadata_fields" or field in metadata.tables[table].c
    assert "published" in {field.value for field in Field}


@pytest.mark.parametrize("where", SET, ids=".".join)
def test_every_field_reads_what_the_desk_writes(claimed: Case, where: tuple[str, str]) -> None:
    for words in ("9 Nov 2016", "9 November 2016", "Nov 9, 2016", "9.11.2016", "2016-11-09", " Wed, 9 Nov 2016 "):
        assert SET[where](claimed, words) == "2016-11-09"
    if FIELDS[where] is not Shape.DAY:
        assert SET[where](claimed, "9 Nov 2016 22:58") == "2016-11-09T22:58"
        assert SET[where](claimed, "2016-11-09T22:58+09:00") == "2016-11-09T22:58+09:00"
    if FIELDS[where] is Shape.DAYS:
        assert SET[where](claimed, "8–13 Oct 2024") == "2024-10-08/2024-10-13"
    if where != ("claims", "denied_on"):  # a denial has a day
        assert SET[where](claimed, "  ") == ""
    assert claimed.integrity.examine().remarks == ()


@pytest.mark.parametrize("where", SET, ids=".".join)
def test_every_field_refuses_the_rest_with_an_example(claimed: Case, where: tuple[str, str]) -> None:
    for words in ("3/4/2016", "31 Feb 2016", "9 Nov", "early October", "9 Nov 2016 25:00"):
        before = claimed.history.of_case()
        with pytest.raises(RuleBroken, match=rf"“{words}” .*Write it like {FIELDS[where].example[:10]}"):
            SET[where](claimed, words)
        assert claimed.history.of_case() == before


def _as_older_versions_did(case: Case) -> None:
    with case.file.operation("Older") as operation:
        operation.update("claims", 1, event_date="9 Nov 2016 22:58", review_on="early October")
        operation.update("evidence", 1, dated="2016-11")
        operation.delete_where("metadata_fields", article_id=2, field="published")
        operation.insert("metadata_fields", article_id=2, field="published", value="9 Nov 2016 22:58", basis="x", set_by="analyst")


def test_what_was_kept_otherwise_is_told_and_is_no_fault(claimed: Case) -> None:
    _as_older_versions_did(claimed)
    found = claimed.integrity.examine()
    assert found.faults == ()
    assert found.remarks == (
        "claims, C1: event date “9 Nov 2016 22:58” is taken for 2016-11-09T22:58. Write it again.",
        "claims, C1: review on “early October” is no date that can be read. Write it again.",
        "evidence, evidence of C1: dated “2016-11” is a month, and here stands a single day. Write it again.",
        "metadata_fields, Ex. 2: published “9 Nov 2016 22:58” is taken for 2016-11-09T22:58. Write it again.",
    )
    assert claimed.memos.build().banner == ""
    _claim("event_date")(claimed, claimed.claims.view(1).claim.event_date)
    assert len(claimed.integrity.examine().remarks) == 3


def test_what_was_kept_otherwise_is_where_it_belongs(claimed: Case, mark: Marker) -> None:
    """The timeline, the facet, `published:` and the memo lose nothing that can be read."""
    _as_older_versions_did(claimed)
    line = claimed.times.timeline()
    assert [(e.claim.id, e.first) for e in line.events] == [(1, date(2016, 11, 9))]
    assert [p.first for p in line.publications if p.article.id == 2] == [date(2016, 11, 9)]
    claimed.index.refresh()
    for query in ('published:"9 Nov 2016"', "published:2016-11-09", "published:9.11.2016", "published:<2017"):
        _, found = claimed.index.search(query, 10)
        assert found is not None
        assert [hit.id for hit in found.hits if hit.kind == "article"] == [2], query
    assert ("2016-11-09", 1) in claimed.index.search("Norlin in:articles", 10)[1].facets["date"]  # type: ignore[union-attr]
    assert "9 November 2016" in claimed.memos.render(".md").decode()
    claimed.appearances.add(1, mark(2, "nobody ill on ferry"))
    assert _deny(claimed, "1 Nov 2016") == "2016-11-01"
    assert any(finding.rule == "stale-denial" for finding in claimed.claims.view(1).warnings)
