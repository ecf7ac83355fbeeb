"""What marks draw on one line of the text: tints, underlines in lanes, end caps. Status is told by line style and bracket as well as by
colour."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.desk import theme
from workbench.domain.statuses import Verdict

LANE = 3.0  # pixels between underlines
LANES = 4
STRONG, BACK = 1.8, 0.55  # times the usual tint: the chosen claim, and the others beside it


class MarkStyle(NamedTuple):
    """How a mark is drawn: all of one style are drawn at once, the strong ones last."""

    strong: bool
    verdict: Verdict
    back: bool


class Strokes:
    """What marks draw on one line of the text, gathered by style, and how far each mark reaches. Counted from the block's origin.

    A line is gathered once and drawn in every frame until marks or the layout change: a few calls of the painter a line.
    """

    def __init__(self) -> None:
        self._by_style: dict[MarkStyle, tuple[list[QRectF], list[QLineF], list[QLineF]]] = {}
        self.places: list[tuple[int, float, float]] = []
        self._boxes: list[tuple[bool, int, MarkStyle, QRectF]] = []

    def add(self, style: MarkStyle, lane: int, box: QRectF, baseline: float, ends: tuple[bool, bool]) -> None:
        if style not in self._by_style:
            self._by_style[style] = ([], [], [])
        _, lines, caps = self._by_style[style]
        self._boxes.append((not style.strong, lane, style, box))
        y = baseline + 3 + (lane % LANES) * LANE
        left, right = box.left(), box.right()
        if lane >= LANES and not style.strong:
            pass  # deeper than there is room: its ends show, and its line when it is pointed at or chosen
        elif style.verdict is Verdict.REFUTED:
            lines += (QLineF(left, y - 1, right, y - 1), QLineF(left, y + 1, right, y + 1))
        else:
            lines.append(QLineF(left, y, right, y))
        if ends[0]:
            caps.append(QLineF(left + 0.7, y - 3, left + 0.7, y + 1))
        if ends[1]:
            caps.append(QLineF(right - 0.7, y - 3, right - 0.7, y + 1))

    def tint(self) -> None:
        """Give every letter one tint, of the chosen claim or of the lowest lane: tints on top of each other would swallow the words."""
        covered: list[tuple[float, float]] = []  # apart from each other, in order
        for _, _, style, box in sorted(self._boxes, key=itemgetter(0, 1)):
            left, right = box.left(), box.right()
            boxes, x, whole, apart = self._by_style[style][0], left, (left, right), []
            for first, last in covered:
                if last < left or first > right:
                    apart.append((first, last))
                    continue
                if first > x:
                    boxes.append(QRectF(x, box.top(), first - x, box.height()))
                x = max(x, last)
                whole = (min(whole[0], first), max(whole[1], last))
            if x < right:
                boxes.append(QRectF(x, box.top(), right - x, box.height()))
            covered = sorted([*apart, whole])
        self._boxes = []

    def draw(self, painter: QPainter) -> None:
        name = theme.current().name
        for style in sorted(self._by_style) if len(self._by_style) > 1 else self._by_style:
            boxes, lines, caps = self._by_style[style]
            tint, line, cap = pens_of(name, style)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRects(boxes)
            painter.setPen(line)
            painter.drawLines(lines)
            if caps:
                painter.setPen(cap)
                painter.drawLines(caps)


def tint_of(colors: theme.Theme, style: MarkStyle) -> QColor:
    """The translucent colour under the words of a mark."""
    tint = QColor(colors.tint(style.verdict))
    tint.setAlpha(min(255, int(tint.alpha() * (STRONG if style.strong else BACK if style.back else 1))))
    return tint


@cache
def pens_of(name: str, style: MarkStyle) -> tuple[QColor, QPen, QPen]:
    """Tint, underline and end cap of a mark in the theme of that name: made once, not for every mark of every frame."""
    colors = theme.load(name)
    color, refuted = colors.of(style.verdict), style.verdict is Verdict.REFUTED
    width = 2.4 if style.strong else 1.6
    line = QPen(color, width * 0.55 if style.verdict is Verdict.OPEN else width, theme.LINES[style.verdict])
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    return tint_of(colors, style), QPen(color, 1.4 if style.strong else 1) if refuted else line, QPen(color, 1.4)
