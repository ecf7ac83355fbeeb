"""Sentences are cut where page furniture ends, so that a glued lead is a sentence of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import split_at
from workbench.domain.spans import Span


def test_a_glued_lead_is_cut_from_the_furniture_before_it() -> None:
    text = "Support us today. The bridge is shut."
    assert split_at(text, [Span(0, len(text))], [0, 17]) == [Span(0, 17), Span(18, len(text))]


def test_a_sentence_is_cut_at_each_of_its_edges_and_kept_whole_where_none_is_inside() -> None:
    assert split_at("one two six", [Span(0, 11)], [4, 8]) == [Span(0, 3), Span(4, 7), Span(8, 11)]
    assert split_at("one two ", [Span(0, 8)], [0, 8]) == [Span(0, 8)], "its own ends stay as they are"


def test_edges_outside_change_nothing() -> None:
    assert split_at("one. two.", [Span(0, 4), Span(5, 9)], [0, 4, 5, 9]) == [Span(0, 4), Span(5, 9)]


@given(st.text("ab .\n", max_size=40), st.lists(st.integers(0, 40), max_size=6), st.data())
def test_pieces_are_ordered_disjoint_and_keep_every_letter(text: str, edges: list[int], data: st.DataObject) -> None:
    cuts = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text)), max_size=5))})
    spans = [Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False)]
    pieces = split_at(text, spans, sorted(set(edges)))
    assert all(a.end <= b.start for a, b in zip(pieces, pieces[1:], strict=False))
    kept = "".join(text[a:b] for a, b in pieces)
    assert "".join(kept.split()) == "".join(text.split())
    assert not any(p.start < edge < p.end for p in pieces for edge in edges)
