"""Pages and lines as they are kept, and the words of a citation that come of them."""

from __future__ import annotations

import pytest

from workbench.domain.layout import NO_PAGES, Layout, layout_of, place_of


@pytest.mark.parametrize(
    "kept", ['{"a": 1}', "7", '["ab"]', "[[1, -1]]", "[[1.5]]", "[[true]]", '[["1"]]', "[[[1]]]", "[1, 2]", "[[1], null]"]
)
def test_what_is_no_list_of_pages_is_refused(kept: str) -> None:
    with pytest.raises(ValueError, match="no list of pages"):
        layout_of(kept)


def test_pages_are_kept_and_read_again() -> None:
    layout = Layout(((4, 3), (5,)))
    assert layout_of(layout.dumped()) == layout
    assert layout_of("") == NO_PAGES
    assert NO_PAGES.dumped() == ""
    assert layout.size == 12


def test_the_words_of_a_place() -> None:
    text, layout = "one\n\ntwo\nsix", Layout(((4, 1), (4, 3)))
    assert [place_of(text, at, "application/pdf", layout) for at in (0, 4, 5, 9, 99)] == [
        "p. 1, l. 1", "p. 1, l. 2", "p. 2, l. 1", "p. 2, l. 2", "p. 2, l. 2",
    ]  # fmt: skip
    assert [place_of(text, at, "text/plain", NO_PAGES) for at in (0, 5, 9)] == ["l. 1", "l. 3", "l. 4"]
    assert [place_of(text, at, "text/html", NO_PAGES) for at in (0, 5, 9)] == ["para. 1", "para. 2", "para. 3"]
    with pytest.raises(ValueError, match="no pages"):
        NO_PAGES.place(0)
