"""Sentence boundaries: what they part, what they leave whole, and what always holds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importers.sentences import sentence_spans


def parts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left. It came back.", ["The ferry left.", "It came back."]),
        ("Your gift makes a difference.Port workers met on Monday.", ["Your gift makes a difference.", "Port workers met on Monday."]),
        ("It made a difference.“We met,” she said.", ["It made a difference.", "“We met,” she said."]),
        ("これは一文です。次の文です！本当？「はい。」終わり", ["これは一文です。", "次の文です！", "本当？", "「はい。」", "終わり"]),
        ("هل غادرت العبارة؟ نعم۔ عادت", ["هل غادرت العبارة؟", "نعم۔", "عادت"]),
        ("One line\nanother line. And more", ["One line", "another line.", "And more"]),
        ("  indented. Twice.  ", ["indented.", "Twice."]),
        ("Mr. Larkspur said so. “It rained.” Then it stopped.", ["Mr. Larkspur said so.", "“It rained.”", "Then it stopped."]),
        ("It left at 5 p.m. “It was late,” she said.", ["It left at 5 p.m.", "“It was late,” she said."]),
        ("«Паром ушёл.» Капитан остался.", ["«Паром ушёл.»", "Капитан остался."]),
    ],
)
def test_sentences_are_parted(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Navy sent a tug to the harbour",
        "Mr. Larkspur met Dr. Finn on the quay",
        "J. R. Larkspur owns the tug",
        "See harbour.example.com for the timetable",
        "Write to desk@Harbour.Com or see https://Harbour.example.org/Ferry.Html today",
        "Gen. Ada Larkspur spoke to Lt. Col. Finn",
        "Rates rose by 3.5 per cent at Node.js and Books.Com",
        "Dr. “Bones” Larkspur met Sgt. “Bull” Finn",
        "He sailed past the U.S. “Naval Museum” twice",
        "S.C. Rep. Jo Finn",
        "Mme. Moe and Sra. Ruiz met Mlle. Roux",
        "The tug, worth $1.5 million, sank",
    ],
)
def test_no_sentence_ends_inside_abbreviations_names_and_addresses(text: str) -> None:
    assert parts(text) == [text]


def test_an_accent_after_a_full_stop_stays_with_it() -> None:
    text = "It ended。\u0301Then it began"
    assert all(not unicodedata.combining(part[0]) for part in parts(text))


_MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("aA bB1.?!…。？؟۔։።།;:ä是は다яΑ”“„「」（）\"'»«\n\u0301\u200d\u00a0🚢🇫🇷👍🏽")), st.characters(codec="utf-8")
    ),
    max_size=200,
)


@given(_MIXED)
def test_spans_are_ordered_disjoint_trimmed_and_cover_every_word(text: str) -> None:
    position = 0
    for start, end in sentence_spans(text):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        position = end
    assert not text[position:].strip()


@given(_MIXED)
def test_no_sentence_begins_inside_a_grapheme_cluster(text: str) -> None:
    for start, _ in sentence_spans(text):
        if start and not text[start - 1].isspace():
            assert unicodedata.category(text[start]) not in ("Mn", "Me", "Mc")
            assert text[start - 1] != "\u200d"
            assert text[start] != "\u200d"
