"""What hangs on what, against the rules themselves, on random cases with circles of origins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_independence import APPEARANCES, GRAPHS, LINKS
from tests.domain.values import appearance, claim, link, origin
from tests.thorough import share
from workbench.domain.dependence import NOTHING_LEFT, Support, dependences, without
from workbench.domain.independence import origin_meter, root_of
from workbench.domain.rules import Facts, refusal
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Stance

TODAY = date(2031, 3, 11)
ORIGINS = {1: origin(1), 2: origin(2), 3: origin(3, derives_from=1)}
STATUSES = st.sampled_from(
    [
        (Status.OPEN, None), (Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION), (Status.CONFIRMED, Basis.PUBLIC_DOCUMENT),
        (Status.UNCONFIRMED, Basis.SINGLE_ORIGIN),
    ]
)  # fmt: skip


def support(number: int, status: Status, basis: Basis | None, *rows: tuple[int, int | None]) -> Support:
    said = tuple(appearance(article, source, Stance.REPORTS) for article, source in rows)
    return Support(claim(status, basis, id=number), said, ())


def test_a_claim_on_two_origins_falls_with_either_and_one_on_three_with_none() -> None:
    two = support(1, Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, (1, 1), (2, 2))
    three = support(2, Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, (1, 1), (2, 2), (3, 4))
    found = {d.origin.id: d for d in dependences([two, three], ORIGINS | {4: origin(4)}, TODAY)}
    assert {number: [c.id for c, _ in d.falls] for number, d in found.items()} == {1: [1], 2: [1], 4: []}
    assert [c.id for c in found[1].carries] == [1, 2]
    assert "Two independent origins" in found[1].falls[0][1].message


def test_what_derives_from_an_origin_falls_with_it() -> None:
    held = support(1, Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, (1, 3), (2, 2))
    found = {d.origin.id: d for d in dependences([held], ORIGINS, TODAY)}
    assert set(found) == {1, 2}, "the third derives from the first"
    assert [c.id for c, _ in found[1].falls] == [1]


def test_a_public_document_that_falls_leaves_nothing() -> None:
    held = support(1, Status.CONFIRMED, Basis.PUBLIC_DOCUMENT, (1, 1))
    (found,) = dependences([held], ORIGINS, TODAY)
    assert found.falls == ((held.claim, NOTHING_LEFT),)


def test_where_one_more_origin_would_do_most_comes_before_what_carries_more() -> None:
    waiting = [support(n, Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, (1, 2)) for n in (1, 2)]
    carried = [support(n, Status.OPEN, None, (1, 1)) for n in (3, 4, 5)]
    found = dependences([*waiting, *carried], ORIGINS, TODAY)
    assert [d.origin.id for d in found] == [2, 1]
    assert [c.id for c in found[0].waiting] == [1, 2]
    assert found[0].falls == ()


@settings(max_examples=share(300), deadline=None)
@given(GRAPHS, st.lists(st.tuples(STATUSES, APPEARANCES, LINKS), min_size=1, max_size=4))
def test_what_falls_is_what_the_rules_refuse_once_the_origin_is_gone(parents_of: list[int | None], cases: list[tuple]) -> None:  # type: ignore[type-arg]
    origins = {number: origin(number, parent) for number, parent in enumerate(parents_of, 1)}
    supports = [
        Support(
            claim(status, basis, id=number),
            tuple(appearance(article, source, stance) for article, source, stance in rows),
            tuple(link(r, o, independent=i) for r, o, i in links),
        )
        for number, ((status, basis), rows, links) in enumerate(cases, 1)
    ]
    found = dependences(supports, origins, TODAY)
    roots = {root for s in supports for root in origin_meter(s.appearances, origins, s.evidence).roots}
    assert {d.origin.id for d in found} == roots & set(origins)
    for each in found:
        fallen = {c.id for c, _ in each.falls}
        for s in supports:
            kept = tuple(a for a in s.appearances if a.origin_id is None or root_of(a.origin_id, origins) != each.origin.id)
            links = tuple(e for e in s.evidence if e.origin_id is None or root_of(e.origin_id, origins) != each.origin.id)
            mine = origin_meter(s.appearances, origins, s.evidence).roots
            left = origin_meter(kept, origins, links).roots
            assert origin_meter(*_parts(without(s, each.origin.id, origins), origins)).roots == left
            if s.claim.id in fallen:
                assert each.origin.id in mine
                assert not _refused(s, origins)
                assert _refused(without(s, each.origin.id, origins), origins) or not left


def _parts(s: Support, origins: dict) -> tuple:  # type: ignore[type-arg]
    return s.appearances, origins, s.evidence


def _refused(s: Support, origins: dict) -> bool:  # type: ignore[type-arg]
    meter = origin_meter(s.appearances, origins, s.evidence)
    return refusal(Facts(replace(s.claim), meter, s.appearances, s.evidence, TODAY)) is not None
