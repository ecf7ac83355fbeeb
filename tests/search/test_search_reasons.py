"""Why a hit, in which order, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from workbench.search import IndexDocument, parse
from workbench.search.engine import ORDERS
from workbench.search.reasons import Reason

if TYPE_CHECKING:
    from tests.search.conftest import Desk


def why(desk: Desk, query: str, kind: str = "article", id: int = 1) -> tuple[Reason, ...]:
    tree = parse(query).tree
    assert tree is not None
    return desk.index.why(tree, kind, id, desk.text)


@pytest.mark.parametrize(
    ("query", "asked", "matches"),
    [
        ("envoy", "envoy", [("Envoy", 1, "as typed")]),
        ("summons", "summons", [("summoned", 1, "another form of the word")]),
        ("sail*", "sail*", [("sailors", 1, "begins so")]),
        ("s?ilors", "s?ilors", [("sailors", 1, "fits the pattern")]),
        ("sumoned~", "sumoned~1", [("summoned", 1, "a letter or two different")]),
        ('"boats envoy"~3', '"boats envoy"~3', [("Envoy", 1, "near each other"), ("boats", 1, "near each other")]),
        ('"envoys summoned"', '"envoys summoned"', [("Envoy summoned", 1, "another form of the word")]),
        ("1500", "1500", [("1,500", 1, "as typed")]),
        ("marr", "marr", [("Marr", 1, "as typed")]),
        ("Zelcko", "Zelcko", [("Zelko", 1, "another spelling of the name")]),
        ("=summoned", "=summoned", [("summoned", 1, "as typed")]),
    ],
)
def test_a_reason_names_the_words_as_they_are_written(desk: Desk, query: str, asked: str, matches: list[tuple[str, int, str]]) -> None:
    (reason,) = why(desk, query)
    assert reason.asked == asked
    assert sorted((one.written, one.times, one.how) for one in reason.matches) == sorted(matches)


def test_the_weights_of_all_reasons_are_the_score(desk: Desk) -> None:
    for query in (
        "envoy boats",
        "summon OR sailors OR zebra",
        "publisher:globe sailors",
        "envoy -market",
        '"envoy summoned" 1500',
        "boats boats",
    ):
        for hit in desk.ask(query).hits:
            told = why(desk, query, hit.kind, hit.id)
            assert sum(reason.weight for reason in told) == pytest.approx(hit.score, rel=1e-4)
            assert [one.weight for one in told] == sorted((one.weight for one in told), reverse=True)


def test_a_reason_says_the_field_the_zone_and_how_many_documents_have_it(desk: Desk) -> None:
    by_field = {reason.field: reason for reason in why(desk, "publisher:globe sailors")}
    assert set(by_field) == {"publisher", "text"}
    assert by_field["text"].zones == (("body", 1),)
    assert (by_field["text"].documents, by_field["text"].count) == (4, 11)
    assert by_field["publisher"].times == 1
    assert why(desk, "envoy zone:headline")[0].zones == (("headline", 1),)
    assert "“sailors” 1 × (as typed); 1 in the body; found in 4 of 11" in str(by_field["text"])


def test_what_does_not_fit_or_is_gone_has_no_reasons(desk: Desk) -> None:
    assert why(desk, "envoy -boats") == ()
    assert why(desk, "sailors", "article", 77) == ()
    del desk.documents["article", 1]
    assert why(desk, "sailors") == ()


DATED = (
    IndexDocument("article", 3, "A boat here", published="2024-10-18"),
    IndexDocument("article", 1, "The boat boat boat", published="2024-10-20/2024-10-22"),
    IndexDocument("article", 2, "One boat", published=""),
    IndexDocument("article", 5, "No boat", published="2023"),
    IndexDocument("note", 4, "Boat?"),
)


@pytest.mark.parametrize(
    ("order", "ids"), [("newest", [1, 3, 5, 2, 4]), ("oldest", [5, 3, 1, 2, 4]), ("exhibit", [1, 2, 3, 5, 4])]
)  # fmt: skip
def test_hits_come_in_the_order_asked_for(desk_of: Callable[..., Desk], order: str, ids: list[int]) -> None:
    desk = desk_of(*DATED)
    tree = parse("boat").tree
    assert tree is not None
    for merged in (False, True):
        assert [hit.id for hit in desk.index.search(tree, 50, desk.text, order=order).hits] == ids
        assert [hit.id for hit in desk.index.search(tree, 2, desk.text, order=order).hits] == ids[:2]
        if not merged:
            assert desk.index.update(DATED[:2], [], 2)
            desk.index.optimise()
    scored = desk.index.search(tree, 50, desk.text).hits
    assert {hit.id: hit.score for hit in scored} == {hit.id: hit.score for hit in desk.index.search(tree, 50, desk.text, order=order).hits}
    assert [hit.score for hit in scored] == sorted((hit.score for hit in scored), reverse=True)
    assert order in ORDERS


def test_facets_count_what_narrowing_to_them_finds(desk_of: Callable[..., Desk]) -> None:
    kinds = ("headline", "body")
    documents = [
        IndexDocument(
            "article" if n % 4 else "claim", n, f"Boat {n} and more words", "", ("Globe", "Post", "")[n % 3], "", ("en", "fr")[n % 2],
            ("2024-10-18", "2024-10", "2024-11-02/2024-11-05", "")[n % 4], ((0, 4, kinds[n % 2]),) if n % 3 else (),
            {"origins": ["Spy agency"] if n % 5 else [], "status": "denied" if n % 2 else "open"},
        )
        for n in range(1, 40)
    ]  # fmt: skip
    desk = desk_of(*documents)
    assert desk.index.update(documents[:9], [("claim", 12)], 2)
    del desk.documents["claim", 12]
    facets = desk.ask("boat", 1).facets
    fields = {"publisher": "publisher", "language": "lang", "status": "status", "zone": "zone", "date": "published"}
    for name, field in fields.items():
        assert facets[name]
        for value, count in facets[name]:
            assert desk.ask(f"boat {field}:{value}").total == count, (name, value)
    assert dict(facets["origin"]) == {"Spy agency": desk.ask('boat origin:"spy agency"').total}
    assert dict(facets["kind"]) == Counter(kind for kind, id in desk.documents if id < 900)


@pytest.mark.parametrize(
    ("days", "facet"),
    [
        (["2024-10-18", "2024-10-18", "2024-10-19/2024-10-20"], {"2024-10-18": 2, "2024-10-19": 1, "2024-10-20": 1}),
        (["2024-10-18", "2024-12"], {"2024-10": 1, "2024-12": 1}),
        (["2024-10-18", "2020/2024"], {"2020": 1, "2021": 1, "2022": 1, "2023": 1, "2024": 2}),
        (["2024-01-31/2024-03-01", "2023"], {f"2023-{month:02}": 1 for month in range(1, 13)} | {f"2024-0{n}": 1 for n in (1, 2, 3)}),
        (["0001", "0002", "5000", "9999"], {"0001": 1, "0002": 1, "5000": 1, "9999": 1}),
    ],
)  # fmt: skip
def test_dates_are_counted_by_day_month_or_year_and_ranges_in_each(
    desk_of: Callable[..., Desk], days: list[str], facet: dict[str, int]
) -> None:
    desk = desk_of(*(IndexDocument("article", n, "boat", published=day) for n, day in enumerate(days)))
    assert dict(desk.ask("boat").facets["date"]) == facet
