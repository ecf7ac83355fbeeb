"""What is found, and where it is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from workbench.search import IndexDocument

if TYPE_CHECKING:
    from tests.search.conftest import Desk


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("summon", {("article", 1), ("article", 2)}),
        ("=summoned", {("article", 1)}),
        ('"envoy summoned"', {("article", 1)}),
        ('"summoned envoy"', set()),
        ('"boats envoys"~3', {("article", 1), ("article", 2)}),
        ('"boats home"~1', set()),
        ("envoy* -sailors", {("article", 2)}),
        ("e?voy*", {("article", 1), ("article", 2)}),
        ("sumoned~", {("article", 1)}),
        ("1500 sailors", {("article", 1), ("claim", 7)}),
        ("korinna", {("article", 1)}),
        ("korinna's minister", {("article", 1)}),
        ("montreal ete", {("article", 3)}),
        ("ambassadeur convoqué", {("article", 3)}),
        ("publisher:globe", {("article", 1)}),
        ('publisher:"daily post"', set()),
        ("publisher:harb*", {("article", 2)}),
        ("author:poe", {("article", 1)}),
        ("title:summoned", {("article", 1)}),
        ('origin:"spy agency"', {("article", 1)}),
        ('origin:"agency white"', set()),
        ("lang:fr", {("article", 3)}),
        ("status:denied", {("claim", 7)}),
        ("in:notes sailors", {("note", 1)}),
        ("claim:C7", {("article", 1), ("claim", 7), ("evidence", 4)}),
        ("zone:headline envoy", {("article", 1)}),
        ("zone:headline sailors", set()),
        ("zone:body", {("article", 1)}),
        ("published:2024-10-21", {("article", 2)}),
        ("published:2024-10-18..2024-10-19", {("article", 1)}),
        ("published:>2024-10-18", {("article", 2)}),
        ("published:<2024", {("article", 3)}),
        ("published:2023-06-05", {("article", 3)}),
        ("in:articles NOT (bakery OR envoy)", {("article", 3)}),
    ],
)
def test_a_query_finds_what_it_says(desk: Desk, query: str, found: set[tuple[str, int]]) -> None:
    assert desk.found(query) == found


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("korinna", ["Korinna"]),
        ("1500", ["1,500", "1,500"]),
        ('"envoys went home"', ["envoys went home"]),
        ("ete montreal", ["été", "Montréal"]),
        ("boats -envoys", []),
        ("publisher:globe", []),
        ("publisher:globe boats", ["boats"]),
    ],
)
def test_every_hit_is_marked_where_it_stands(desk: Desk, query: str, marked: list[str]) -> None:
    assert sorted(desk.marked(query)) == sorted(marked)


def test_a_hit_has_a_snippet_whose_marks_are_its_words(desk: Desk) -> None:
    hit = desk.ask("sailors in:articles").hits[0]
    text = desk.documents["article", 1].text
    assert hit.snippet.text == text[hit.snippet.start : hit.snippet.start + len(hit.snippet.text)]
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.spans] == ["sailors"]


def test_a_document_whose_text_is_gone_or_changed_is_not_shown(desk: Desk) -> None:
    del desk.documents["article", 1]
    desk.documents["claim", 7] = IndexDocument("claim", 7, "Nobody landed")
    assert desk.found("sailors") == {("note", 1), ("evidence", 4)}


def test_facets_count_everything_found(desk: Desk) -> None:
    facets = desk.ask("summon OR sailors", limit=1).facets
    assert dict(facets["kind"]) == {"article": 2, "claim": 1, "note": 1, "evidence": 1}
    assert dict(facets["publisher"]) == {"Daily Globe": 1, "The Harbour Post": 1}
    assert facets["date"] == (("2024-10-18", 1), ("2024-10-20", 1), ("2024-10-21", 1), ("2024-10-22", 1))
    assert dict(facets["origin"]) == {"Spy agency": 1, "White palace": 1}
    assert dict(facets["status"]) == {"denied": 1}
    assert dict(facets["zone"]) == {"body": 1, "headline": 1}


def test_rarer_words_weigh_more_and_repetition_less_and_less(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(
        IndexDocument("article", 1, "harbour harbour harbour harbour harbour gate gate gate"),
        IndexDocument("article", 2, "zeppelin harbour gate and then some more words here"),
        IndexDocument("article", 3, "harbour gate"),
    )
    assert [hit.id for hit in desk.ask("zeppelin OR harbour").hits] == [2, 1, 3]


def test_two_languages_are_each_stemmed_in_their_own(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(
        IndexDocument("article", 1, "Послы прибыли в порт", language="ru"),
        IndexDocument("article", 2, "They were sailing by", language="en"),
        IndexDocument("article", 3, "Wir sail nach Hause", language="de"),
    )
    assert desk.found("посол OR послов") == {("article", 1)}
    assert desk.found("sail") == {("article", 2), ("article", 3)}
    assert desk.found("sailing") == {("article", 2)}
    assert desk.marked("послами") == ["Послы"]


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("홍길동은 부산항에서 말했다.", "길동", ["길동"]),
        ("홍길동은 부산항에서 말했다.", "부산항", ["부산항"]),
        ("홍길동은 부산항에서 말했다.", "항", ["항"]),
        ("홍길동은 부산항에서 말했다.", '"홍길동은 부산"', ["홍길동은 부산"]),
        ("大使は港で会見した。", "会見", ["会見"]),
        ("大使は港で会見した。", "会港", []),
        ("ท่าเรือเปิดแล้ว", "เปิด", ["เปิด"]),
        ("港3号abc", "港 3 abc", ["港", "3", "abc"]),
    ],
)
def test_scripts_without_spaces_are_found_by_any_part(desk_of: Callable[..., Desk], text: str, query: str, marked: list[str]) -> None:
    assert desk_of(IndexDocument("article", 1, text)).marked(query) == marked


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("ＨＡＲＢＯＵＲ", "harbour"),
        ("Cafe\u0301 du port", "café"),
        ("STRASSE", "straße"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("co\u00adoperate", "cooperate"),
        ("٣٤٥", "345"),
        ("Łódź", "lodz"),
    ],
)
def test_spellings_that_differ_only_in_form_are_one(desk_of: Callable[..., Desk], text: str, query: str) -> None:
    assert desk_of(IndexDocument("article", 1, text, language="xx")).found(query) == {("article", 1)}


def test_passages_like_a_claim_share_its_rare_words(desk: Desk) -> None:
    found = desk.index.like("The minister said 1,500 sailors landed", ("article", "note"))
    assert [(kind, number) for kind, number, _ in found][:2] == [("article", 1), ("note", 1)]
    assert all(score > 0 for _, _, score in found)
