"""Locked scrolling: panes stay side by side where they say the same thing, and move evenly in between.

The places of the same claims in two articles are matched; pairs that would cross are left out (longest increasing
subsequence), so that scrolling down never sends a pane up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from workbench.desk.reading.pane import Pane

Pair = tuple[float, float]
"""The same claim in two panes: its height in each, in pixels from the top of the document."""


def uncrossed(pairs: Sequence[Pair]) -> list[Pair]:
    """The most pairs that rise together in both panes, in order."""
    ordered = sorted(set(pairs), key=lambda pair: (pair[0], -pair[1]))
    ends: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, height) in enumerate(ordered):
        at = bisect_left(ends, height)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [height]
        last[at : at + 1] = [number]
    chain: list[Pair] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]


def aligned(pairs: Sequence[Pair], height: float, whole: Pair) -> float:
    """Where the other pane belongs when this one is at `height`: between matched places in proportion. `whole` are both lengths."""
    points = [(0.0, 0.0), *uncrossed([p for p in pairs if 0 < p[0] < whole[0] and 0 < p[1] < whole[1]]), whole]
    at = min(max(1, bisect_right([p[0] for p in points], height)), len(points) - 1)
    (left, low), (right, high) = points[at - 1], points[at]
    share = (height - left) / (right - left) if right > left else 0.0
    return low + min(max(share, 0.0), 1.0) * (high - low)


class Lock:
    """Moves the other panes when one is scrolled. Alt held down frees the pane under the wheel."""

    def __init__(self, panes: Callable[[], Sequence[Pane]]) -> None:
        self._panes = panes
        self.on = False
        self._moving = False

    def toggle(self) -> bool:
        self.on = not self.on
        return self.on

    def scrolled(self, pane: Pane) -> None:
        """A pane was scrolled: bring the others along. Moving them is not scrolling, nor is to show another text."""
        alt = QApplication.keyboardModifiers()
        if not self.on or self._moving or pane.view.laying or alt & alt.AltModifier:
            return
        self._moving = True
        try:
            here = pane.view.heights()
            for other in self._panes():
                if other is not pane and len(pane.view.parts) == 1 and len(other.view.parts) == 1:
                    _follow(pane, other, here)
        finally:
            self._moving = False


def _follow(pane: Pane, other: Pane, here: dict[int, float]) -> None:
    there = other.view.heights()
    middle = pane.view.viewport().height() / 3
    whole = (pane.view.document().size().height(), other.view.document().size().height())
    pairs = [(here[claim], there[claim]) for claim in here.keys() & there.keys()]
    to = aligned(pairs, pane.view.verticalScrollBar().value() + middle, whole)
    bar = other.view.verticalScrollBar()
    bar.setValue(0 if pane.view.verticalScrollBar().value() == 0 else int(to - middle))
