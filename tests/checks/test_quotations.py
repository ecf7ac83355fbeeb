"""Quotation marks paired: nested, by language, over paragraphs; apostrophes and primes are none. Every text is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.reading.quotations import quotation_spans
from workbench.checks.words import quotations
from workbench.domain.spans import Span


def read(text: str, language: str = "en") -> list[tuple[int, list[str]]]:
    return [(q.depth, [text[i.start : i.end] for i in q.inner]) for q in quotation_spans(text, language)]


@pytest.mark.parametrize(("text", "language", "found"), [
    ("He said “the quay is ‘closed’ now”.", "en", [(1, ["the quay is ‘closed’ now"]), (2, ["closed"])]),
    ('She called it "a shame" and "a waste."', "en", [(1, ["a shame"]), (1, ["a waste."])]),
    ("''We left,'' she said. ''At once.''", "en", [(1, ["We left,"]), (1, ["At once."])]),
    ("‘The dockers’ pay is low,’ he said, and wasn't heard.", "en", [(1, ["The dockers’ pay is low,"])]),
    ("It's the dockers' boat, 12' long and 6\" wide.", "en", []),
    ("Er sagte: „Wir ‚bleiben‘ hier“ und »gut«.", "de", [(1, ["Wir ‚bleiben‘ hier"]), (2, ["bleiben"]), (1, ["gut"])]),
    ("Powiedział: „Nie wiem” i wyszedł.", "pl", [(1, ["Nie wiem"])]),
    ("דובר צה\"ל אמר \"החוף סגור\" היום", "he", [(1, ["החוף סגור"])]),
    ("市長は「橋は『安全』だ」と述べた。", "ja", [(1, ["橋は『安全』だ"]), (2, ["安全"])]),
    ("그는 '닫힌 다리'라고 불렀다.", "ko", [(1, ["닫힌 다리"])]),
    ("", "en", []),
])  # fmt: skip
def test_marks_are_paired_by_language(text: str, language: str, found: list[tuple[int, list[str]]]) -> None:
    assert read(text, language) == found


def test_paragraphs_that_open_again_are_one_quotation() -> None:
    text = "“The quay is closed.\n\n“It opens on Monday,” said Brandt."
    assert read(text) == [(1, ["The quay is closed.", "It opens on Monday,"])]
    joined = 'Brandt said: "The quay is closed. "It opens on Monday." Then she left.'
    assert read(joined) == [(1, ["The quay is closed.", "It opens on Monday."])]


def test_marks_that_never_close_end_with_their_paragraph() -> None:
    assert read('Brandt said: "The quay is closed.\nThe ferry waits.') == [(1, ["The quay is closed."])]


def test_a_quotation_that_lost_its_closing_mark_ends_before_the_next_speaker() -> None:
    text = 'Brandt said: "The quay is closed. Olin said: "It is open."'
    assert read(text) == [(1, ["The quay is closed."]), (1, ["It is open."])]


def test_the_checks_see_the_outer_quotations_that_touch_a_span() -> None:
    text = "“One ‘two’,” he said. “Three.”\n“Four.”"
    assert [text[s.start : s.end] for s in quotations(text, Span(0, 12))] == ["One ‘two’,"]
    assert [text[s.start : s.end] for s in quotations(text, Span(0, 30))] == ["One ‘two’,", "Three."]


MARKS = st.text(alphabet="“”\"'’‘«»„‚‹›「」『』 ab.,:?!\n", max_size=120)


@given(MARKS, st.sampled_from(("en", "de", "he", "ko", "xx", "")))
def test_spans_are_exact_and_nested_ones_lie_inside(text: str, language: str) -> None:
    found = quotation_spans(text, language)
    assert found == quotation_spans(text, language)
    for each in found:
        assert 0 <= each.marks.start < each.marks.end <= len(text)
        assert each.inner
        for part in each.inner:
            assert each.marks.start < part.start <= part.end <= each.marks.end
            assert "\n" not in text[part.start : part.end]
    for inner in (q for q in found if q.depth > 1):
        assert any(o.depth == inner.depth - 1 and o.marks.start <= inner.marks.start and inner.marks.end <= o.marks.end for o in found)


@pytest.mark.parametrize("sign", ['"', "“", "'", "''", '" ', 'a"b "', "“\n", '. "', ': "a. '])
def test_a_flood_of_marks_ends(sign: str) -> None:
    quotation_spans(sign * (200_000 // len(sign)), "en")
