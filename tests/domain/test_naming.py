"""Short names of origins, and numbers of claims as people write them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.values import origin
from workbench.domain.naming import claim_number, short_name, short_names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("State Water Inspectorate, statement of 11 March", "State Water Inspectorate"),
        ("Ministry (press office)", "Ministry"), ("Delta: the mayor", "Delta"), ("Port – the harbour office", "Port"),
        ("Radio Estuary", "Radio Estuary"), ("https://port.example/a", "https://port.example/a"), ("Anne-Marie Roy", "Anne-Marie Roy"),
        (", a name that begins so", ", a name that begins so"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_name_is_left_out(name: str, short: str) -> None:
    assert short_name(name) == short


def test_two_that_would_be_called_the_same_keep_their_whole_names() -> None:
    names = ("Delta, the mayor", "delta, the port", "Coast, the guard")
    origins = [replace(origin(n), name=name) for n, name in enumerate(names, 1)]
    assert short_names(origins) == {1: names[0], 2: names[1], 3: "Coast"}


@given(st.text(min_size=1))
def test_a_short_name_is_never_empty_and_never_longer(name: str) -> None:
    assert 0 < len(short_name(name)) <= len(name)


@pytest.mark.parametrize(
    ("words", "number"),
    [("C3  Forty fell ill", 3), (" c12", 12), ("7", 7), ("", 0), ("first", 0), ("C", 0), ("C1234567890", 0), ("Ⅳ", 0), ("C٣", 0)],
)
def test_a_number_as_it_is_written(words: str, number: int) -> None:
    assert claim_number(words) == number
