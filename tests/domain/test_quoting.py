"""A quotation says what of it the page strikes out or hides, and drops nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import anchor_at
from workbench.domain.coverage import coverage, mostly
from workbench.domain.entities import Zone
from workbench.domain.quoting import SAID, quoted
from workbench.domain.spans import Span
from workbench.domain.vocabulary import SetBy, ZoneKind

TEXT = "The minister resigned denied that she would resign. Sell it."


def zone(words: str, kind: ZoneKind) -> Zone:
    at = TEXT.index(words)
    return Zone(1, 1, at, at + len(words), kind, SetBy.MACHINE, "")


def test_struck_out_words_are_not_quoted_as_live_ones() -> None:
    anchor = anchor_at(TEXT, 0, TEXT.index(" Sell"))
    assert (
        quoted(anchor, [zone("resigned", ZoneKind.STRUCK)])
        == "The minister [struck out on the page: resigned] denied that she would resign."
    )
    assert quoted(anchor, [zone("resigned", ZoneKind.NOTE), zone("Sell it.", ZoneKind.COMMENT)]) == anchor.exact
    assert quoted(anchor_at(TEXT, TEXT.index("Sell"), len(TEXT)), [zone("Sell it.", ZoneKind.COMMENT)]) == "[among the comments: Sell it.]"


@given(st.integers(0, 40), st.integers(1, 30), st.lists(st.tuples(st.integers(0, 50), st.integers(1, 12), st.sampled_from(list(ZoneKind)))))
def test_nothing_of_a_quotation_is_lost(start: int, length: int, spans: list[tuple[int, int, ZoneKind]]) -> None:
    anchor = anchor_at(TEXT, start, min(len(TEXT), start + length))
    made = quoted(anchor, [Zone(n, 1, at, at + size, kind, SetBy.MACHINE, "") for n, (at, size, kind) in enumerate(spans)])
    for words in SAID.values():
        made = made.replace(f"[{words}: ", "")
    assert made.replace("]", "") == anchor.exact


def test_a_sentence_with_a_struck_out_word_is_still_to_be_read() -> None:
    sentences = [Span(0, 51), Span(52, 60)]
    assert coverage(sentences, [], [], [Span(13, 21)]).unread == tuple(sentences)
    assert coverage(sentences, [], [], [Span(52, 60)]).unread == (sentences[0],)
    assert mostly(Span(0, 4), [Span(0, 1), Span(3, 4)])
    assert not mostly(Span(0, 4), [Span(3, 9)])
