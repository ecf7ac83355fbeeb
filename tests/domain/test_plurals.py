"""How many of what."""

from __future__ import annotations

import pytest

from workbench.domain.plurals import counted, either


@pytest.mark.parametrize(("count", "words"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (1204, "1,204 articles")])
def test_a_noun_agrees_with_its_count(count: int, words: str) -> None:
    assert counted(count, "article") == words


def test_a_noun_has_a_plural_of_its_own() -> None:
    assert [counted(n, "query", "queries") for n in (1, 3)] == ["1 query", "3 queries"]
    assert [either(n, "is", "are") for n in (0, 1, 2)] == ["are", "is", "are"]
