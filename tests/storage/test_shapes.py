"""What a row is believed to be: each value of its column's type, and the row is named where one is not."""

from __future__ import annotations

import pytest

from workbench.storage import tables as t
from workbench.storage.rows import BadRow, Shape


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((1, "a"), ""),
        ((1, 5), "“name” is a number"),
        ((1, None), "“name” is missing"),
        ((1, b"a"), "“name” is bytes"),
        ((1, 1.5), "“name” is a fraction"),
        (("1", "a"), "“id” is a text"),
    ],
)
def test_a_value_of_another_type_is_named(values: tuple[object, ...], said: str) -> None:
    shape = Shape(t.searches, ("id", "name"))
    if not said:
        assert list(shape.checked([values])) == [values]
        return
    with pytest.raises(BadRow, match=said):
        list(shape.checked([(1, "sound"), values]))


def test_only_what_may_be_missing_may() -> None:
    shape = Shape(t.claims, ("id", "basis", "text"))
    shape.check((1, None, "a"), 1)
    shape.check((1, "own_words", "a"), 1)
    with pytest.raises(BadRow, match="“text” is missing"):
        shape.check((2, None, None), 2)
