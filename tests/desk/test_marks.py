"""Lanes and pieces of marks, against brute force."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workbench.desk.reading.marks import Pieces, TextMark, in_lanes, smallest
from workbench.domain.statuses import Verdict

LENGTH = 120
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 60)).map(lambda s: (s[0], min(s[0] + s[1], LENGTH)))


@st.composite
def some_marks(draw: st.DrawFn) -> list[TextMark]:
    spans = draw(st.lists(SPANS, max_size=40))
    return [TextMark(*span, claim, claim, draw(st.sampled_from(list(Verdict)))) for claim, span in enumerate(spans, 1)]


@given(some_marks())
def test_marks_in_one_lane_never_overlap_and_no_lane_is_wasted(marks: list[TextMark]) -> None:
    placed = in_lanes(marks)
    assert sorted((m.start, m.end, m.claim) for m in placed) == sorted((m.start, m.end, m.claim) for m in marks)
    for one, other in combinations(placed, 2):
        assert one.lane != other.lane or one.end <= other.start or other.end <= one.start
    deepest = max((sum(m.start <= at < m.end for m in marks) for at in range(LENGTH)), default=0)
    assert max((m.lane for m in placed), default=-1) + 1 == deepest


@given(some_marks(), st.sets(st.integers(1, LENGTH - 1), max_size=12))
def test_pieces_cover_each_mark_exactly_with_its_two_ends(unordered: list[TextMark], breaks: set[int]) -> None:
    starts, marks = [0, *sorted(breaks)], in_lanes(unordered)
    pieces = Pieces(marks, starts)
    covered: dict[int, list[int]] = {n: [] for n in range(len(marks))}
    firsts, lasts = [0] * len(marks), [0] * len(marks)
    for block in reversed(range(len(starts))):
        following = starts[block + 1] if block + 1 < len(starts) else LENGTH
        for piece in pieces.of(block):
            assert 0 <= piece.start < piece.end <= following - starts[block]
            covered[piece.mark] += range(starts[block] + piece.start, starts[block] + piece.end)
            firsts[piece.mark] += piece.first
            lasts[piece.mark] += piece.last
    for number, mark in enumerate(marks):
        assert sorted(covered[number]) == list(range(mark.start, mark.end))
        assert (firsts[number], lasts[number]) == (1, 1)


@given(some_marks(), st.integers(0, LENGTH))
def test_a_click_takes_the_smallest_mark_under_it(marks: list[TextMark], position: int) -> None:
    under = [m for m in marks if position in range(m.start, m.end)]
    found = smallest(under)
    if under:
        assert found is not None
        assert found.end - found.start == min(m.end - m.start for m in under)
    else:
        assert found is None


@given(some_marks(), st.integers(1, 3))
def test_positions_are_converted_on_the_way(marks: list[TextMark], times: int) -> None:
    converted = in_lanes(marks, lambda at: at * times)
    assert converted == in_lanes([m._replace(start=m.start * times, end=m.end * times) for m in marks])
