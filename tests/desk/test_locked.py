"""Locked scrolling: matched places meet, pairs never cross, and a scroll never goes round in circles."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.desk.reading.locked import aligned, uncrossed
from workbench.desk.window import Window

PAIRS = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), max_size=9)


def rises(pairs: list[tuple[float, float]]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in zip(pairs, pairs[1:], strict=False))


@given(PAIRS)
def test_the_most_pairs_that_do_not_cross_are_kept(pairs: list[tuple[float, float]]) -> None:
    kept = uncrossed(pairs)
    assert rises(kept)
    assert set(kept) <= set(pairs)
    distinct = sorted(set(pairs))
    most = next((n for n in range(len(distinct), 0, -1) if any(rises(list(c)) for c in combinations(distinct, n))), 0)
    assert len(kept) == most


@given(PAIRS, st.lists(st.floats(0, 100), min_size=2, max_size=6))
def test_scrolling_down_never_sends_a_pane_up_and_matched_places_meet(pairs: list[tuple[float, float]], heights: list[float]) -> None:
    whole = (100.0, 80.0)
    found = [aligned(pairs, h, whole) for h in sorted(heights)]
    assert found == sorted(found)
    assert all(0 <= f <= whole[1] for f in found)
    for here, there in uncrossed([p for p in pairs if 0 < p[0] < whole[0] and 0 < p[1] < whole[1]]):
        assert abs(aligned(pairs, here, whole) - there) < 1e-6


def test_panes_scroll_together_only_when_locked(sample: Window) -> None:
    sample.resize(1400, 560)
    QApplication.processEvents()
    first, second = sample.area.panes[:2]
    first.view.setFocus()
    for bar in (first.view.verticalScrollBar(), second.view.verticalScrollBar()):
        bar.setValue(0)
    first.view.verticalScrollBar().setValue(first.view.verticalScrollBar().maximum())
    assert second.view.verticalScrollBar().value() == 0
    first.view.verticalScrollBar().setValue(0)
    QTest.keyClick(first.view, Qt.Key.Key_L)
    first.view.verticalScrollBar().setValue(first.view.verticalScrollBar().maximum())
    moved = second.view.verticalScrollBar().value()
    assert moved > 0
    QTest.keyClick(first.view, Qt.Key.Key_L)
    first.view.verticalScrollBar().setValue(0)
    assert second.view.verticalScrollBar().value() == moved
