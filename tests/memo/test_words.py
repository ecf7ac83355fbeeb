"""Dates, numbers and lists as a memo words them; text made fit for setting."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.plurals import listed
from workbench.memo.printable import breakable, isolated, settable, visible
from workbench.memo.words import date_of, day, moment, paragraphs, sentence, shortened, spelled


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2031-03-06", "6 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-03-06T12:00:00Z", "6 March 2031"),
        ("2031-03-05/2031-03-06", "5 March 2031 to 6 March 2031"),
        ("last Tuesday", "last Tuesday"),
        ("2031-99-01", "2031-99-01"),
        ("", ""),
    ],
)
def test_days(iso: str, words: str) -> None:
    assert day(iso) == words


def test_moments_are_in_utc() -> None:
    assert moment("2031-03-06T00:30:00+02:00") == "5 March 2031, 22:30 UTC"
    assert moment("2031-03-06 12:00") == "6 March 2031, 12:00 UTC"
    assert moment("2031-03-06") == "6 March 2031"
    assert moment("soon") == "soon"
    assert date_of("soon").year == 9999


def test_numbers_and_lists() -> None:
    assert [spelled(0, "article"), spelled(1, "article"), spelled(5, "article"), spelled(25, "claim")] == [
        "no articles",
        "one article",
        "five articles",
        "25 claims",
    ]
    assert [spelled(10, "claim"), spelled(11, "claim"), spelled(1500, "claim")] == ["ten claims", "11 claims", "1,500 claims"]
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_sentences_and_paragraphs() -> None:
    assert [sentence("A"), sentence("A."), sentence("“A.”"), sentence("")] == ["A.", "A.", "“A.”", ""]
    assert paragraphs("- a\n\n 1.2) b\nc") == ("a", "b", "c")
    assert shortened("one two three", 9) == "one two […]"
    assert shortened("one two", 9) == "one two"


def test_hashes_are_never_broken_and_long_words_are() -> None:
    digest = "0a" * 32
    assert breakable(digest) == digest
    assert max(map(len, breakable("x" * 100).split("\u200b"))) == 12


@given(st.text())
def test_nothing_that_acts_on_the_page_is_left(text: str) -> None:
    made = visible(text)
    assert not set(made) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n\r\t\x00\x1b")
    assert made.isprintable() or not text.isprintable()


def test_exactly_what_unicode_calls_hidden_is_written_out() -> None:
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb")
    for code in range(0x110000):
        one = chr(code)
        never_a_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
        hidden = unicodedata.category(one) in ("Cc", "Cs", "Co") or never_a_character or one in turning or 0xE0000 <= code <= 0xE007F
        space = one in " \t\n\r\f\v\u0085\u2028\u2029"
        assert visible(one) == (" " if space else f"[U+{code:04X}]" if hidden else one), hex(code)


@given(st.text(alphabet="abc déж中 “”"))
def test_ordinary_text_is_set_as_it_stands(text: str) -> None:
    assert "".join(settable(text).split("\u200b")).split() == text.split()


def test_right_to_left_words_are_kept_to_themselves() -> None:
    assert isolated("عبارة 12") == "\u2068عبارة 12\u2069"
    assert isolated("ferry 12") == "ferry 12"
    assert settable({"a": ["x\u202ey"]}, frozenset("x")) == {"a": ["□[U+202E]y"]}
