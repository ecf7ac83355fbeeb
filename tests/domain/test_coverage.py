"""The coverage of an article, against brute force over every character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.coverage import Coverage, coverage
from workbench.domain.spans import Span

LENGTH = 90
SPANS = st.lists(st.tuples(st.integers(0, LENGTH), st.integers(1, 30)).map(lambda s: Span(s[0], s[0] + s[1])), max_size=8)


@st.composite
def some_sentences(draw: st.DrawFn) -> list[Span]:
    """Ordered, disjoint, some of them touching."""
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=24)))
    pairs = zip(edges, edges[1:], strict=False)
    return [Span(a, b) for a, b in pairs if draw(st.booleans())]


def characters(spans: list[Span]) -> set[int]:
    return {at for span in spans for at in range(*span)}


@given(some_sentences(), SPANS, SPANS, SPANS)
def test_every_sentence_is_marked_checked_unread_or_set_aside(
    sentences: list[Span], marks: list[Span], checked: list[Span], furniture: list[Span]
) -> None:
    found = coverage(sentences, marks, checked, furniture)
    aside, marked, ticked = characters(furniture), characters(marks), characters(checked)
    body = [s for s in sentences if 2 * len(aside & set(range(*s))) < len(range(*s))]
    with_mark = [s for s in body if marked & set(range(*s))]
    with_check = [s for s in body if s not in with_mark and ticked & set(range(*s))]
    assert found.total == len(body)
    assert found.marked == len(with_mark)
    assert found.checked == len(with_check)
    assert list(found.unread) == [s for s in body if s not in with_mark and s not in with_check]
    assert found.total == found.marked + found.checked + len(found.unread)


@given(some_sentences(), SPANS)
def test_a_further_check_never_leaves_more_unread(sentences: list[Span], checked: list[Span]) -> None:
    left = [len(coverage(sentences, [], checked[:count], []).unread) for count in range(len(checked) + 1)]
    assert left == sorted(left, reverse=True)


def test_touching_is_not_overlapping() -> None:
    sentences = [Span(0, 10), Span(10, 20)]
    assert coverage(sentences, [Span(0, 10)], [], []).unread == (Span(10, 20),)
    assert coverage(sentences, [], [Span(9, 11)], []).unread == ()


def test_the_words_tell_how_many_of_how_many() -> None:
    assert Coverage(7, 2, 3, (Span(0, 1), Span(2, 3))).text == "5 of 7 sentences read"
    assert coverage([], [], [], []).text == "0 of 0 sentences read"
