"""The sentences that say most nearly what a claim says, with the reason in words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.spans import Span
from workbench.search import Candidate, Wanted, likely, page
from workbench.search.passages import LEAST_SHARE, OFFERED

TEXT = (
    "The harbour was quiet on Monday. The ambassador, Zelko Marr, said 1,500 sailors had landed. "
    "Nobody else has seen the sailors. Bread costs more than it did."
)


def sentences(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"(?:[^.]|\.(?=\d))+\.", text)]


def found(text: str, claim: str, *marked: str) -> list[Candidate]:
    read = page(text, sentences(text))
    return likely(read, Wanted(claim, marked, [read]))


def words(text: str, candidates: list[Candidate]) -> list[str]:
    return [text[c.span.start : c.span.end].strip() for c in candidates]


def test_the_sentence_that_shares_figures_and_names_is_offered_with_its_reason() -> None:
    first = found(TEXT, "An ambassador, Marr, says that 1500 sailors landed")[0]
    assert "1,500 sailors had landed" in TEXT[first.span.start : first.span.end]
    assert first.reason.startswith("shares “1,500”, “Marr”")
    assert set(first.shared) == {"1,500", "Marr", "ambassador", "sailors", "landed"}
    assert LEAST_SHARE <= first.score <= 1.5


def test_nothing_is_offered_when_only_a_common_word_is_shared() -> None:
    assert found(TEXT, "Three sailors opened a bakery in the mountains last winter") == []
    assert found(TEXT, "the and of was") == []
    assert likely(page(TEXT, []), Wanted("1,500 sailors landed", [], [])) == []


def test_a_number_in_words_is_the_number_in_figures() -> None:
    text = "A crash left seven dead in the south. Rain is forecast for the week."
    assert words(text, found(text, "7 people were killed")) == ["A crash left seven dead in the south."]
    assert words("It hurt 7. It rained.", found("It hurt 7. It rained.", "Seven were hurt")) == ["It hurt 7."]


def test_a_time_of_day_is_found_under_another_time() -> None:
    text = "The doors were locked at 6.13am today, a guard said. The hall is old and large."
    assert words(text, found(text, "The doors were shut at about 6.10am")) == ["The doors were locked at 6.13am today, a guard said."]


def test_what_the_claims_words_do_not_say_a_marked_passage_may() -> None:
    text = "The mayor quit the council on Friday. Trams run again. Nobody knows the price of coal."
    claim = "The head of the town resigned"
    assert found(text, claim) == []
    assert words(text, found(text, claim, "the mayor is to quit the council")) == ["The mayor quit the council on Friday."]


def test_at_most_three_are_offered_the_best_first() -> None:
    text = " ".join(f"The ferry to Ansel was late {word}." for word in ("today", "again", "once", "at noon", "and full"))
    offered = found(text, "The ferry to Ansel was late at noon")
    assert len(offered) == OFFERED
    assert words(text, offered)[0] == "The ferry to Ansel was late at noon."


def test_a_claim_in_an_unspaced_script_is_matched_by_its_pairs() -> None:
    text = "항구는 조용했다. 대사는 선원 1,500명이 상륙했다고 말했다."
    assert found(text, "선원 1,500명 상륙")[0].span == sentences(text)[1]


def test_what_was_looked_for_is_told_in_the_claims_own_words() -> None:
    read = page(TEXT, sentences(TEXT))
    assert Wanted("Exactly 1,500 sailors landed at Ansel", [], [read]).words[0] in ("1,500", "Ansel")


@given(
    st.lists(st.sampled_from(TEXT.split()), max_size=20).map(" ".join), st.lists(st.sampled_from(TEXT.split()), max_size=8).map(" ".join)
)
def test_what_is_offered_really_shares_its_words(text: str, claim: str) -> None:
    for candidate in found(text, claim):
        inside = text[candidate.span.start : candidate.span.end]
        assert candidate.span in sentences(text)
        assert candidate.shared
        assert all(word in inside for word in candidate.shared)
