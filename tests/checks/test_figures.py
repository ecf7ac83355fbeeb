"""Figures: found where they are amounts, left alone where they are dates, compared by value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.figures import agreement, figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("About 40,000 litres escaped", [40000]),
        ("between 3.5 million and 4 bn", [3500000, 4000000000]),
        ("12 000 crates and 7 lorries", [12000, 7]),
        ("on 21 October 2024 at 14:30", []),
        ("on October 21, five people", []),
        ("May 5 and 17 barrels", [17]),
        ("the tanks held 61,000", [61000]),
        ("article B12 and x3", []),
        ("the war of 1950", []),
        ("no figure at all", []),
        ("the accident happened at 6.10am, 14 were hurt", [14]),
        ("a limit of 12mph and 70km of road", [12, 70]),
        ("£1.2bn in fines, €3m in costs", [1200000000, 3000000]),
        ("a 5m wall", []),
        ("about 16.000 people, 1.234 of them ill", []),
        ("2.5 metres in 3.75 hours", [2.5, 3.75]),
        ("1'500 men", []),
        ("40 тисяч літрів", [40000]),
        ("3 млн осіб, 5 тыс. машин", [3000000, 5000]),
        ("병력 1만 명, 3천 명", [10000, 3000]),
        ("12 mice", [12]),
    ],
)
def test_amounts_are_found_and_dates_are_not(text: str, values: list[int]) -> None:
    found = [f.value for f in figures(text)]
    assert found == [Decimal(str(v)) for v in values]


def test_passages_that_agree_have_nothing_that_differs() -> None:
    found = agreement(["About 40,000 litres", "some 40 000 litres leaked", "a leak without a figure"])
    assert found.written == ("40,000",)
    assert not found.differing


def test_passages_that_disagree_name_what_differs() -> None:
    found = agreement(["About 40,000 litres from tank 4", "up to 60,000 litres from tank 4"])
    assert found.written == ("4", "40,000", "60,000")
    assert found.differing == {Decimal(40000), Decimal(60000)}


@given(st.text(max_size=200))
def test_every_figure_stands_where_it_says(text: str) -> None:
    for figure in figures(text):
        assert " ".join(text[figure.span.start : figure.span.end].split()) == figure.words


@given(st.lists(st.integers(2100, 10**9), min_size=1, max_size=6))
def test_the_order_of_passages_does_not_matter(values: list[int]) -> None:
    passages = [f"{value:,} people came" for value in values]
    one, other = agreement(passages), agreement(passages[::-1])
    assert one.differing == other.differing
    assert bool(one.differing) == (len(set(values)) > 1)
