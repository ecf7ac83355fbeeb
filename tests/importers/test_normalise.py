"""The reading text is normalised once and otherwise never edited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importers.normalise import normalised


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\n"])
def test_every_line_end_becomes_one_line_feed(end: str) -> None:
    assert normalised(f"one{end}two") == "one\ntwo"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeffHello", "Hello"),
        ("a\ufeffb", "a\ufeffb"),
        ("a\x00b", "a\ufffdb"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("no\u00a0break", "no\u00a0break"),
        ("\u202eright to left\u202c", "\u202eright to left\u202c"),
        ("e\u0301 \U0001f469\u200d\U0001f680", "e\u0301 \U0001f469\u200d\U0001f680"),
        ("\r\n\r\n", "\n\n"),
        ("", ""),
    ],
)
def test_what_is_replaced_and_what_stays(raw: str, expected: str) -> None:
    assert normalised(raw) == expected


@given(st.text(alphabet=st.characters(codec=None)))
def test_the_result_can_be_stored_and_has_one_kind_of_line_end(raw: str) -> None:
    text = normalised(raw)
    text.encode("utf-8")
    assert not set(text) & set("\r\u2028\u2029\u0085\x0b\x0c\x00")
    assert text.startswith("\ufeff") or normalised(text) == text
