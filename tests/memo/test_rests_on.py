"""What a claim rests on, in one sentence: articles are told apart from origins, and nothing is said that is not known."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.domain.values import appearance, claim, origin
from workbench.domain.independence import origin_meter
from workbench.domain.vocabulary import Stance
from workbench.memo.attribution import rests_on


@pytest.mark.parametrize(
    ("origins_of_articles", "articles", "said"),
    [
        ([], 2, "No article carries it."),
        ([1], 1, "The one article carries it, on one origin: Origin 1."),
        ([1], 3, "One of three articles carries it, on one origin: Origin 1."),
        ([None], 3, "One of three articles carries it; nobody has said yet where from."),
        ([None, None], 2, "Both articles carry it; nobody has said yet where from."),
        ([1, 1], 2, "Both articles carry it, but all of them trace to one origin: Origin 1."),
        ([1, 1], 3, "Two of three articles carry it, but all of them trace to one origin: Origin 1."),
        ([1, None], 2, "Both articles carry it, but those with a known origin (1) trace to one origin: Origin 1."),
        ([1, 2], 3, "Two of three articles carry it, on two independent origins: Origin 1 and Origin 2."),
    ],
)
def test_articles_are_told_apart_from_origins(origins_of_articles: list[int | None], articles: int, said: str) -> None:
    rows = [appearance(number, found) for number, found in enumerate(origins_of_articles, 1)]
    rows.append(appearance(articles, None, Stance.NOT_MENTIONED))
    known = {number: origin(number) for number in (1, 2)}
    roots = [known[number] for number in sorted({found for found in origins_of_articles if found})]
    written = {number: SimpleNamespace(has_text=True) for number in range(articles)} | {99: SimpleNamespace(has_text=False)}
    look = SimpleNamespace(meters={1: origin_meter(rows, known, ())}, roots=lambda _: roots, articles=written)
    assert rests_on(look, claim()) == said  # type: ignore[arg-type]
