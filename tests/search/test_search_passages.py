"""The sentence that says most nearly what a claim says, with the reason in words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.spans import Span
from workbench.search import best_passage

TEXT = (
    "The harbour was quiet on Monday. The ambassador, Zelko Marr, said 1,500 sailors had landed. "
    "Nobody else has seen the sailors. Bread costs more than it did."
)


def sentences(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^.]+\.", text)]


def test_the_sentence_that_shares_figures_and_names_is_offered_with_its_reason() -> None:
    found = best_passage(TEXT, sentences(TEXT), "An ambassador, Marr, says that 1500 sailors landed")
    assert found is not None
    assert "1,500 sailors had landed" in TEXT[found.span.start : found.span.end]
    assert found.reason.startswith("shares “1,500”, “Marr”")
    assert set(found.shared) == {"1,500", "Marr", "ambassador", "said", "sailors", "landed"} - {"said"}
    assert 0.3 <= found.score <= 1


def test_nothing_is_offered_when_only_a_common_word_is_shared() -> None:
    assert best_passage(TEXT, sentences(TEXT), "Three sailors opened a bakery in the mountains last winter") is None
    assert best_passage(TEXT, sentences(TEXT), "the and of was") is None
    assert best_passage(TEXT, [], "1,500 sailors landed") is None


def test_weights_of_the_index_count_when_they_are_given() -> None:
    claim = "sailors bread landed costs"
    by_bread = best_passage(TEXT, sentences(TEXT), claim, {"bread": 9.0, "costs": 9.0, "sailors": 0.1, "landed": 0.1})
    by_sailors = best_passage(TEXT, sentences(TEXT), claim, {"bread": 0.1, "costs": 0.1, "sailors": 9.0, "landed": 9.0})
    assert by_bread is not None
    assert by_sailors is not None
    assert by_bread.shared == ("Bread", "costs")
    assert set(by_sailors.shared) == {"sailors", "landed"}


def test_a_claim_in_an_unspaced_script_is_matched_by_its_pairs() -> None:
    text = "항구는 조용했다. 대사는 선원 1,500명이 상륙했다고 말했다."
    found = best_passage(text, sentences(text), "선원 1,500명 상륙")
    assert found is not None
    assert found.span == sentences(text)[1]


@given(
    st.lists(st.sampled_from(TEXT.split()), max_size=20).map(" ".join), st.lists(st.sampled_from(TEXT.split()), max_size=8).map(" ".join)
)
def test_what_is_offered_really_shares_its_words(text: str, claim: str) -> None:
    found = best_passage(text, sentences(text), claim)
    if found is not None:
        assert found.span in sentences(text)
        assert len(found.shared) >= 2
        assert all(word in text[found.span.start : found.span.end] for word in found.shared)
