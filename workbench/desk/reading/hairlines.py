"""Hairlines between neighbouring panes: they join the appearances of the chosen claim. Drawn over the panes, deaf to the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.desk import theme
from workbench.desk.reading.pane import Pane
from workbench.desk.reading.text import MARGIN


class Hairlines(QWidget):
    def __init__(self, parent: QWidget, panes: Callable[[], Sequence[Pane]]) -> None:
        super().__init__(parent)
        self._panes = panes
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Lines between the places of the chosen claim")

    def joins(self) -> list[tuple[QPointF, QPointF]]:
        """From where to where, in this widget: each appearance in sight to each one in the next pane."""
        found = []
        panes, area = [p for p in self._panes() if p.isVisible()], self.parentWidget()
        assert area is not None
        for left, right in zip(panes, panes[1:], strict=False):
            start = left.view.gutter.mapTo(area, QPoint(left.view.gutter.width(), 0))
            end = right.view.viewport().mapTo(area, QPoint(MARGIN - 5, 0))
            found += [
                (QPointF(start.x(), start.y() + y1), QPointF(end.x(), end.y() + y2)) for y1 in _heights(left) for y2 in _heights(right)
            ]
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current()["accent"], 1))
        for start, end in self.joins():
            middle = (start.x() + end.x()) / 2
            path = QPainterPath(start)
            path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
            painter.drawPath(path)
        painter.end()


def _heights(pane: Pane) -> list[float]:
    """The middle of each visible appearance of the chosen claim, in the pane's viewport."""
    overlay, view = pane.view.overlay, pane.view
    if not overlay.chosen or overlay.plain:
        return []
    marks = overlay.marks
    return [
        (top + bottom) / 2
        for number, (top, bottom) in view.sight.extents.items()
        if marks[number].claim == overlay.chosen and bottom > 0 and top < view.viewport().height()
    ]
