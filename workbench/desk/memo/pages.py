"""Pages as pictures, of the memo and of articles: only what is in sight is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.desk import theme

GAP = 16
WIDEST = 860


class Pages(QWidget):
    """A column of pages, as wide as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.images: list[QImage] = []
        self.setAccessibleName("Pages of the memo")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pages(self, images: list[QImage], called: str = "") -> None:
        """Show these pages; `called` is what a screen reader says of them."""
        self.images = images
        self.setAccessibleName(called or f"The memo, {len(images)} pages")
        self._fit()
        self.update()

    def boxes(self) -> list[QRectF]:
        """Where each page stands, in this widget."""
        width = min(self.width() - 2 * GAP, WIDEST)
        found, y = [], float(GAP)
        for image in self.images:
            height = width * image.height() / max(1, image.width())
            found.append(QRectF((self.width() - width) / 2, y, width, height))
            y += height + GAP
        return found

    def _fit(self) -> None:
        boxes = self.boxes()
        self.setFixedHeight(int(boxes[-1].bottom() + GAP) if boxes else 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(theme.current()["line_strong"])
        for image, box in zip(self.images, self.boxes(), strict=True):
            if box.intersects(QRectF(event.rect())):
                painter.fillRect(box, Qt.GlobalColor.white)
                painter.drawImage(box, image)
                painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()
