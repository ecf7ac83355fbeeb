"""A soft shadow under a widget, painted once and kept.

Qt's own effect draws the widget into a picture and blurs it again at every key that is typed in it; this costs one picture a size.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from workbench.desk import theme

SPREAD = 18  # pixels on each side
DOWN = 6
RADIUS = 8


class Shadow(QWidget):
    """Stands under `above`, a sibling of it, follows it, and goes with it. The mouse does not see it."""

    def __init__(self, above: QWidget) -> None:
        super().__init__(above.parentWidget())
        self._above = above
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        above.installEventFilter(self)
        above.destroyed.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(self._above.geometry().adjusted(-SPREAD, -SPREAD, SPREAD, SPREAD).translated(0, DOWN))
            if kind == QEvent.Type.Show:
                self.show()
                self.raise_()
                self._above.raise_()
        elif kind == QEvent.Type.Hide:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture.size() != self.size() * ratio:
            self._picture = self._draw(ratio)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _draw(self, ratio: float) -> QPixmap:
        """Rings laid over each other, so that the dark grows towards the widget."""
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        colour = QColor(theme.current()["shadow"])
        colour.setAlphaF(colour.alphaF() / SPREAD)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for inside in range(SPREAD):
            area = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
            painter.drawRoundedRect(area, RADIUS + SPREAD - inside, RADIUS + SPREAD - inside)
        painter.end()
        return picture
