"""The origin meter against a brute force, on random graphs of origins, circles included (invariant 5)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.values import appearance, link, origin
from tests.thorough import share
from workbench.domain.independence import chains, origin_meter, root_of
from workbench.domain.vocabulary import OriginBasis, Relation, Stance

SIZE = 9
GRAPHS = st.lists(st.none() | st.integers(1, SIZE), min_size=SIZE, max_size=SIZE)
APPEARANCES = st.lists(st.tuples(st.integers(1, 5), st.none() | st.integers(1, SIZE), st.sampled_from(Stance)), max_size=8)
LINKS = st.lists(st.tuples(st.sampled_from(Relation), st.none() | st.integers(1, SIZE), st.sampled_from([None, True, False])), max_size=4)


def reached(start: int, parents: dict[int, int | None]) -> frozenset[int]:
    """Brute force: the end of the chain, as the set of origins that every long enough walk ends in."""
    current: int | None = start
    for _ in range(SIZE * 2):
        following = parents[current]
        if following is None:
            return frozenset({current})
        current = following
    circle = {current}
    following = parents[current]
    while following != current:
        circle.add(following)
        following = parents[following]
    return frozenset(circle)


@settings(max_examples=share(500), deadline=None)
@given(GRAPHS, APPEARANCES, LINKS)
def test_the_meter_counts_distinct_roots(
    parents_of: list[int | None], rows: list[tuple[int, int | None, Stance]], links: list[tuple]
) -> None:  # type: ignore[type-arg]
    parents = dict(enumerate(parents_of, 1))
    origins = {id: origin(id, parent) for id, parent in parents.items()}
    meter = origin_meter(
        [appearance(article, source, stance) for article, source, stance in rows], origins, [link(r, o, independent=i) for r, o, i in links]
    )
    counted = {o for _, o, s in rows if s.value in ("asserts", "reports", "supports") and o}
    counted |= {o for r, o, i in links if r.value == "corroborates" and i and o}
    assert len(meter.roots) == len({reached(o, parents) for o in counted})
    assert meter.origins == len(counted)
    assert meter.articles == len({a for a, _, s in rows if s.value in ("asserts", "reports", "supports")})
    for o in counted:
        assert root_of(o, origins) in reached(o, parents)


@settings(max_examples=share(200), deadline=None)
@given(GRAPHS)
def test_everything_in_one_circle_or_chain_has_the_same_root(parents_of: list[int | None]) -> None:
    parents = dict(enumerate(parents_of, 1))
    origins = {id: origin(id, parent) for id, parent in parents.items()}
    for one in origins:
        for other in origins:
            assert (root_of(one, origins) == root_of(other, origins)) is (reached(one, parents) == reached(other, parents))


@pytest.mark.parametrize("stance", [s for s in Stance if s not in (Stance.ASSERTS, Stance.REPORTS, Stance.SUPPORTS)])
def test_only_asserts_reports_and_supports_count(stance: Stance) -> None:
    meter = origin_meter([appearance(1, 1), appearance(2, 2, stance)], {1: origin(1), 2: origin(2)})
    assert (meter.articles, len(meter.roots)) == (1, 1)


def test_five_articles_one_origin() -> None:
    meter = origin_meter([appearance(n, n) for n in range(1, 6)], {n: origin(n, 1 if n > 1 else None) for n in range(1, 6)})
    assert meter.text == "5 articles, 1 origin"
    assert origin_meter([appearance(1)], {}).text == "1 article, 0 origins, 1 without an origin"


def test_two_origins_that_derive_from_each_other_are_one() -> None:
    assert len(origin_meter([appearance(1, 1), appearance(2, 2)], {1: origin(1, 2), 2: origin(2, 1)}).roots) == 1


def test_articles_of_one_wire_are_one_origin_and_the_wire_is_counted() -> None:
    rows = [appearance(n, 1, via="Pan Wire", origin_basis=OriginBasis.INFERRED) for n in (1, 2, 3)]
    meter = origin_meter(rows, {1: origin(1)})
    assert (meter.articles, len(meter.roots), meter.wires, meter.inferred) == (3, 1, 1, 3)


def test_a_link_counts_only_if_it_corroborates_and_is_judged_independent() -> None:
    origins = {1: origin(1), 2: origin(2)}
    rows = [appearance(1, 1)]
    assert len(origin_meter(rows, origins, [link(origin_id=2, independent=True)]).roots) == 2
    assert len(origin_meter(rows, origins, [link(origin_id=2)]).roots) == 1
    assert len(origin_meter(rows, origins, [link(origin_id=2, independent=False)]).roots) == 1
    assert len(origin_meter(rows, origins, [link(Relation.CONTRADICTS, 2, independent=True)]).roots) == 1
    assert len(origin_meter(rows, origins, [link(independent=True)]).roots) == 1


def test_the_meter_in_full_counts_articles_wires_roots_and_how_sure() -> None:
    rows = [appearance(n, 1, via=("Pan Wire", "PAN WIRE", "Other", "", "")[n - 1], origin_basis=OriginBasis.INFERRED) for n in range(1, 5)]
    meter = origin_meter([*rows, appearance(5, 2, origin_basis=OriginBasis.STATED, statement_id=9)], {1: origin(1), 2: origin(2, 1)})
    assert meter.full == "5 articles, 2 wires, 1 origin · 1 stated, 4 inferred"
    assert origin_meter([appearance(1)], {}).full == "1 article, 0 origins, 1 without an origin"


@settings(max_examples=share(200), deadline=None)
@given(GRAPHS, APPEARANCES, LINKS)
def test_the_chain_has_every_counted_passage_once_under_its_origin(
    parents_of: list[int | None], rows: list[tuple[int, int | None, Stance]], links: list[tuple]
) -> None:  # type: ignore[type-arg]
    origins = {id: origin(id, parent) for id, parent in enumerate(parents_of, 1)}
    appearances = [appearance(article, source, stance, id=n) for n, (article, source, stance) in enumerate(rows, 1)]
    evidence = [link(r, o, independent=i) for r, o, i in links]
    lines = chains(appearances, origins, evidence)
    assert sorted(line.appearance.id for line in lines if line.appearance) == sorted(a.id for a in appearances if a.carries)
    assert len({line.origin.id for line in lines if line.origin and line.depth == 0}) == len(
        origin_meter(appearances, origins, evidence).roots
    )
    above: dict[int, int | None] = {}
    for line in lines:
        if line.appearance is None and line.link is None:
            above = {depth: owner for depth, owner in above.items() if depth < line.depth}
            above[line.depth] = line.origin.id if line.origin else None
            if line.origin and line.depth:
                assert line.origin.derives_from == above[line.depth - 1]
        else:
            each = line.appearance or line.link
            assert each is not None
            assert each.origin_id == above[line.depth - 1]
