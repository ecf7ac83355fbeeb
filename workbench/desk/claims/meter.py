"""The origin meter: articles as squares, joined to the roots they rest on. Shapes and lines say it, not colours. It opens to the chain."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workbench.case.claim_view import ClaimView
from workbench.desk import theme
from workbench.desk.widgets import label
from workbench.domain.entities import Origin
from workbench.domain.independence import root_of
from workbench.domain.vocabulary import Relation

MOST = 8
"""Squares drawn; with more articles the last one says how many more there are."""
STEP, SIZE, HEIGHT = 17.0, 11.0, 44


class MeterPicture(QWidget):
    """Squares (articles, dashed where nobody said where from) and diamonds (independent links) above, circles (roots) below."""

    def __init__(self) -> None:
        super().__init__()
        self.articles: list[frozenset[int]] = []
        self.links: list[int] = []
        self.roots: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_view(self, view: ClaimView, origins: Mapping[int, Origin]) -> None:
        by_article: dict[int, set[int]] = {}
        for appearance in view.appearances:
            if appearance.carries:
                found = by_article.setdefault(appearance.article_id, set())
                if appearance.origin_id is not None:
                    found.add(root_of(appearance.origin_id, origins))
        self.articles = [frozenset(by_article[i]) for i in sorted(by_article)]
        linked = [e.origin_id for e in view.evidence if e.relation is Relation.CORROBORATES and e.independent and e.origin_id is not None]
        self.links = [root_of(i, origins) for i in linked]
        self.roots = sorted(view.meter.roots)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        across = max(min(len(self.articles) + len(self.links), MOST), min(len(self.roots), MOST), 1)
        more = 26 if len(self.articles) + len(self.links) > MOST else 0
        return QSize(int(across * STEP + 6 + more), HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.current()
        sources = [(roots, False) for roots in self.articles] + [(frozenset({root}), True) for root in self.links]
        width = max(1, min(len(sources), MOST)) * STEP
        shown = self.roots[:MOST]
        places = {root: QPointF(4 + width * (n + 0.5) / len(shown), HEIGHT - 10.0) for n, root in enumerate(shown)}
        painter.setPen(QPen(colors["muted"], 1.2))
        tops = [QPointF(4 + STEP * (n + 0.5), 9.0) for n in range(min(len(sources), MOST))]
        for top, (roots, _link) in zip(tops, sources, strict=False):
            for root in roots:
                if root in places:
                    painter.drawLine(top, places[root])
        for top, (roots, link) in zip(tops, sources, strict=False):
            _source(painter, top, link=link, known=bool(roots))
        painter.setPen(QPen(colors["text"], 1.4))
        painter.setBrush(colors["accent"])
        for place in places.values():
            painter.drawEllipse(place, 6.0, 6.0)
        if len(sources) > MOST:
            painter.setPen(colors["muted"])
            painter.drawText(QRectF(4 + width + 2, 0, 30, 18), int(Qt.AlignmentFlag.AlignVCenter), f"+{len(sources) - MOST}")


def _source(painter: QPainter, at: QPointF, *, link: bool, known: bool) -> None:
    colors = theme.current()
    painter.setPen(QPen(colors["text"], 1.2, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DotLine))
    painter.setBrush(colors["raised"] if known else colors["base"])
    if link:
        half = SIZE / 1.6
        painter.drawPolygon(QPolygonF([at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)]))
    else:
        painter.drawRect(QRectF(at.x() - SIZE / 2, at.y() - SIZE / 2, SIZE, SIZE))


class Meter(QWidget):
    """The picture with its words. Signal: opened, on a click, Enter or Space."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.picture = MeterPicture()
        self.words = label("", "title", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(10)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.setToolTip("Articles are squares, roots are circles, independent links are diamonds. Open the chain  (Shift+O)")

    def show_view(self, view: ClaimView, origins: Mapping[int, Origin]) -> None:
        self.picture.show_view(view, origins)
        self.words.setText(view.meter.full)
        self.setAccessibleName(f"Origin meter: {view.meter.full}")
        self.setAccessibleDescription("Enter shows what the claim rests on, root by root")

    def text(self) -> str:
        return self.words.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current()["focus"], 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
