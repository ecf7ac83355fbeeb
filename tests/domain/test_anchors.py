"""Anchors: text[start:end] == exact, whatever is in the text (invariant 2)."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.domain.anchors import CONTEXT, Anchor, anchor_at, holds, trimmed
from workbench.domain.spans import Span, line_of

ALPHABET = [
    "a", "Z", "7", " ", "\n", "\u00a0", ".", "’", "“", "é", "e\u0301", "n\u0303\u0323", "ß", "ı", "서", "울", "語", "Вісн", "\u05d0\u05d1", "\u0627\u0644",  # noqa: E501
    "\u202e", "\u2067", "\u2069", "\u200f", "\u200d", "\ufe0f", "👩‍🚀", "🇫🇷", "👍🏽", "𝔘", "\U0010fffd", "\ufffd", "\t",
]  # fmt: skip


def test_ten_thousand_random_texts_and_spans() -> None:
    chance = random.Random(20)
    for _ in range(10_000):
        text = "".join(chance.choices(ALPHABET, k=chance.randint(1, 60)))
        start = chance.randrange(len(text))
        end = chance.randint(start + 1, len(text))
        anchor = anchor_at(text, start, end)
        assert text[anchor.start : anchor.end] == anchor.exact
        assert anchor.span == (start, end)
        assert holds(text, anchor)
        assert text.startswith(anchor.prefix + anchor.exact + anchor.suffix, start - len(anchor.prefix))
        assert len(anchor.prefix) == min(start, CONTEXT)
        assert len(anchor.suffix) == min(len(text) - end, CONTEXT)
        core = trimmed(text, start, end)
        assert text[core.start : core.end] == text[start:end].strip()
        assert start <= core.start <= core.end <= end or core.start == core.end == start


@settings(deadline=None, max_examples=share(300))
@given(st.text(min_size=1, max_size=50), st.data())
def test_an_anchor_stops_holding_when_one_of_its_characters_changes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_at(text, start, end)
    place = data.draw(st.integers(start, end - 1))
    other = data.draw(st.characters().filter(lambda c: c != text[place]))
    assert not holds(text[:place] + other + text[place + 1 :], anchor)
    assert not holds(text[: end - 1], anchor)
    outside = text[:start] + anchor.exact + "changed behind it"
    assert holds(outside, anchor)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 6), (5, 6), (9, 12)])
def test_no_anchor_for_an_empty_or_outlying_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage at"):
        anchor_at("words", start, end)


def test_emoji_and_combining_marks_count_as_code_points() -> None:
    text = "👩‍🚀 said “e\u0301tude”"
    start = text.index("e\u0301tude")
    assert anchor_at(text, start, start + 6) == Anchor(start, start + 6, "e\u0301tude", "👩‍🚀 said “", "”")
    assert start == 10


def test_white_space_at_the_ends_is_left_out_and_only_there() -> None:
    assert trimmed("a  b c \n d", 1, 8) == Span(3, 6)
    assert trimmed("   ", 0, 3) == Span(0, 0)
    assert trimmed("x\u00a0", 0, 2) == Span(0, 1)


def test_spans_are_half_open() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))
    assert not Span(3, 3).overlaps(Span(3, 5))


def test_lines_count_from_one() -> None:
    assert [line_of("a\nb\n\nc", n) for n in range(6)] == [1, 1, 2, 2, 3, 4]
