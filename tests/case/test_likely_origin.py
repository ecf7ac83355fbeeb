"""Which of the case's origins a speaker may be: by three fifths of the words at least, and never one of two that are as good."""

from __future__ import annotations

import pytest

from workbench.case.suggestions import likely_origin
from workbench.domain.entities import Origin
from workbench.domain.vocabulary import OriginKind, Reliability


def origins(*names: str) -> dict[int, Origin]:
    return {n: Origin(n, name, OriginKind.OTHER, Reliability.F, "", False, None) for n, name in enumerate(names, 1)}


@pytest.mark.parametrize(
    ("who", "known", "found"),
    [
        ("harbour office Port Ansel spokesman", "Harbour office Port", True),  # 3 of 5
        ("harbour office Port Ansel press desk spokesman", "Harbour office Port Ansel", False),  # 4 of 7
        ("harbour office Ansel", "Harbour office", True),  # 2 of 3
        ("harbour office", "Harbour watch", False),  # 1 of 2
        ("the harbour office’s spokesman", "Harbour office", True),  # "the" and the genitive do not count
        ("clinic", "Harbour office", False),
    ],
)
def test_three_fifths_of_the_words_are_enough_and_less_are_not(who: str, known: str, found: bool) -> None:
    origin, why = likely_origin(who, origins(known, "Norlin"), [])
    assert (origin is not None) is found
    assert why == ("its name has the same words" if found else "")


def test_of_two_that_are_as_good_it_is_neither() -> None:
    assert likely_origin("harbour office", origins("Harbour office east", "Harbour office west"), []) == (None, "")
