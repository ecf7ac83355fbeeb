"""Code points and UTF-16 units: what is selected, drawn and copied is the stored span, whatever characters stand around it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from tests.thorough import share
from workbench.desk.reading.offsets import OffsetMap, shown
from workbench.desk.reading.view import ReadingView
from workbench.domain.spans import Span

ODD = "a b\n\u00a0\u0301\u200d\u200f\u202e\u2066\ufdd0\ufdd1\ufeff\u0645\u05d0\u0e01\uac00\t\U0001f468\U0001f3fd\U00010348\ufffd\uffff"
"""Astral letters, combining marks, joiners, bidirectional controls, NBSP, and the code points that Qt keeps for itself."""

TEXTS = st.text(st.sampled_from(ODD) | st.characters(codec="utf-16", exclude_characters="\r\v\f\x00\x85\u2028\u2029"), max_size=60)
RANDOM_SPANS = 10_000


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, Span(start, end)


@pytest.fixture(scope="module")
def view(qapp: QApplication) -> Iterator[ReadingView]:
    made = ReadingView()
    yield made
    made.deleteLater()


def units(text: str) -> int:
    """How many UTF-16 units a text takes, by the codec."""
    return len(text.encode("utf-16-le")) // 2


def select(view: ReadingView, span: Span) -> None:
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.unit(span.start))
    cursor.setPosition(view.offsets.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


@settings(max_examples=share(1500), deadline=None)
@given(text_and_span())
def test_every_span_converts_as_the_codec_counts_and_comes_back(given_: tuple[str, Span]) -> None:
    text, span = given_
    offsets = OffsetMap(text)
    assert offsets.unit(span.start) == units(text[: span.start])
    assert offsets.unit(span.end) == units(text[: span.end])
    assert offsets.points(*offsets.units(span)) == span


@settings(max_examples=share(300), deadline=None)
@given(TEXTS, st.integers(0, 200))
def test_a_position_inside_a_pair_is_the_position_of_the_pair(text: str, unit: int) -> None:
    unit = min(unit, units(text))
    point = OffsetMap(text).point(unit)
    assert units(text[:point]) <= unit < units(text[: point + 1]) or point == len(text)


def test_ten_thousand_random_spans_select_and_copy_what_is_stored(view: ReadingView) -> None:
    rng = random.Random(71)
    alphabet = ODD + "".join(chr(rng.randrange(0x20, 0x3000)) for _ in range(300)) + "😀𐍈한글 العربية עברית ไทย"
    alphabet = "".join(c for c in alphabet if c not in "\r\v\f\x00\x85\u2028\u2029")
    checked = 0
    while checked < RANDOM_SPANS:
        text = "".join(rng.choices(alphabet, k=rng.randrange(1, 400)))
        view.show_text(text, (), lambda _: (), "random")
        assert view.document().characterCount() == units(text) + 1, "Qt holds one unit for each of ours"
        for _ in range(200):
            span = Span(*sorted((rng.randint(0, len(text)), rng.randint(0, len(text)))))
            checked += 1
            if span.start == span.end:
                continue
            select(view, span)
            assert view.selection() == span
            assert view.createMimeDataFromSelection().text() == text[span.start : span.end]
            assert view.textCursor().selectedText().replace("\u2029", "\n") == shown(text[span.start : span.end])


def test_selecting_by_keys_never_cuts_a_pair(view: ReadingView) -> None:
    text = "a😀b"
    view.show_text(text, (), lambda _: (), "pair")
    cursor = view.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    found = view.selection()
    assert found is None or text[found.start : found.end] == "😀"


def test_copy_gives_the_stored_text_and_nothing_else(view: ReadingView, qapp: QApplication) -> None:
    text = "one\u00a0two\ufdd0 <b>three</b>\nfour"
    view.show_text(text, (), lambda _: (), "copy")
    select(view, Span(0, len(text)))
    data = view.createMimeDataFromSelection()
    assert data.text() == text
    assert not data.hasHtml()
    view.copy()
    assert qapp.clipboard().mimeData().text() == text
    assert not qapp.clipboard().mimeData().hasHtml()
