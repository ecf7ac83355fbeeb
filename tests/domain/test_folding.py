"""Folding: what is one, what is two, and that the way back to the true text is exact."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.folding import Folded, figure, flat, letters

SIGNS = "aeéßİΣ’'‘ʼ`-‐‑–_.,15 \n\u00a0\u00ad\u200b\u200dﬁŒ½…가각Ａｶﾞй\u0301\u0306\u064eأצ״"
MIXED = st.text(st.sampled_from(SIGNS), max_size=40) | st.text(max_size=40)


@given(MIXED)
@example("centi-\n metres co\u00ad\nop")
@example("и\u0306 e\u0301\u0302 ｶﾞ \u1112\u1161\u11ab")
@example("-\n-\na")
def test_both_ways_of_folding_give_one_text(text: str) -> None:
    assert Folded(text).text == flat(text)


@given(MIXED)
def test_every_folded_letter_stands_where_it_came_from(text: str) -> None:
    folded = Folded(text)
    before = 0
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= before
        before = start
        assert folded.text[at] in flat(text[start:end]) or "\n" in text[start:end]
    if folded.text:
        assert folded.span(0, len(folded.text)).end == folded.span(len(folded.text) - 1, len(folded.text)).end


@given(MIXED)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert letters(letters(text)) == letters(text)


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Zs", "Po"]), max_size=20))
def test_composed_or_not_capital_or_not_is_one(text: str) -> None:
    if "\u0345" not in unicodedata.normalize("NFD", text):  # the Greek iota below is a letter when it is written large
        assert letters(unicodedata.normalize("NFD", text)) == letters(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("O’Hearn", "O'Hearn"),
        ("O‘Hearn", "O`Hearn"),
        ("OʼHearn", "O´Hearn"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "strasse"),
        ("élève", "eleve"),
        ("e\u0301le\u0300ve", "élève"),
        ("co\u00adoperation", "cooperation"),
        ("co‑operation", "co-operation"),
        ("co–operation", "co-operation"),
        ("ﬁnance", "finance"),
        ("ＭＨ１７", "mh17"),
        ("١٥٠٠", "1500"),
        ("Łódź", "lodz"),
        ("İSTANBUL", "istanbul"),
        ("צה״ל", 'צה"ל'),
        ("„wer?“", '"wer?"'),
        ("a\u00a0b", "a b"),
        ("centi-\n  metres", "centi-metres"),
        ("centi\u00ad\nmetres", "centimetres"),
        ("MH-\n17", "MH-17"),
    ],
)
def test_ways_of_writing_are_one(first: str, second: str) -> None:
    assert flat(first) == flat(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("й", "и"), ("ї", "і"), ("2010-\n2015", "2010-2015"), ("a - b", "a-b"), ("word\n- item", "word-item"), ("กา", "กะ"), ("か", "が")],
)
def test_what_is_two_stays_two(first: str, second: str) -> None:
    assert flat(first) != flat(second)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,500", "1500"),
        ("1.500", "1500"),
        ("1'500", "1500"),
        ("1 500", "1500"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567,89", "1234567.89"),
        ("1 234,5", "1234.5"),
        ("1,50,000", "150000"),
        ("1,50,000.25", "150000.25"),
        ("2,5", "2.5"),
        ("0,500", "0.500"),
        ("18.10.2024", "18.10.2024"),
        ("1.500.5", "1.500.5"),
        ("1500", "1500"),
    ],
)
def test_figures_lose_the_marks_between_their_thousands(typed: str, number: str) -> None:
    assert figure(typed) == number


@given(st.integers(1000, 10**12), st.sampled_from([",", ".", "'", " "]), st.integers(0, 99))
def test_any_mark_between_thousands_gives_the_same_number(number: int, mark: str, cents: int) -> None:
    grouped = f"{number:,}".replace(",", mark)
    assert figure(grouped) == str(number)
    decimal = "," if mark == "." else "."
    assert figure(f"{grouped}{decimal}{cents:02}") == f"{number}.{cents:02}"
