"""A thin bar that says how much of an article has been read: marked, checked off, left."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.desk import theme
from workbench.domain.coverage import Coverage

HEIGHT = 3


class CoverageBar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.coverage = Coverage(0, 0, 0, ())

    def show_coverage(self, coverage: Coverage) -> None:
        self.coverage = coverage
        words = f"{coverage.text}: {coverage.marked} marked, {coverage.checked} checked off. Shift+J goes to the next unread one."
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors, found = theme.current(), self.coverage
        painter.fillRect(event.rect(), colors["raised"])
        x = 0.0
        for count, color in ((found.marked, "accent"), (found.checked, "line_strong")):
            width = self.width() * count / max(1, found.total)
            painter.fillRect(QRectF(x, 0, width, HEIGHT), colors[color])
            x += width
        painter.end()
