"""The whole article at a glance, in a strip beside the words: marks, evidence, queries, the suggestion and hits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.desk import theme
from workbench.desk.reading.marks import TextMark
from workbench.domain.spans import Span
from workbench.domain.statuses import Verdict

if TYPE_CHECKING:
    from workbench.desk.reading.marked_text import MarkedText  # which makes it and is all that it is about

SOON = 30  # milliseconds
LEAST = 3  # pixels of a mark


class Bar(NamedTuple):
    """A run of rows of one look."""

    chosen: bool
    verdict: Verdict
    top: int
    height: int


def bars_of(marks: Iterable[TextMark], chosen: int, height: int, length: int) -> Iterator[Bar]:
    """The marks of a text of `length` code points in a strip `height` pixels high: thousands share a few hundred rows, and each row is
    painted once, the chosen claim on top."""
    scale = height / max(1, length)
    found: dict[tuple[bool, Verdict], set[tuple[int, int]]] = defaultdict(set)
    for start, end, claim, _, verdict, *_ in marks:
        found[claim == chosen, verdict].add((int(start * scale), int(end * scale)))
    rows: list[tuple[bool, Verdict] | None] = [None] * (height + LEAST)
    for look in sorted(found):
        for top, bottom in found[look]:
            deep = max(LEAST, bottom - top)
            rows[top : top + deep] = [look] * deep
    at = 0
    for run, same in groupby(rows[:height]):
        count = len(list(same))
        if run:
            yield Bar(*run, at, count)
        at += count


class Overview(QWidget):
    """A click goes to the place."""

    def __init__(self, view: MarkedText) -> None:
        super().__init__(view)
        self.view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Overview of the article")
        self._bars: list[Bar] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.update)

    def forget(self) -> None:
        """Marks have moved: what is known of them is found again when it is painted, in a moment: the words come first."""
        self._bars = None
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()

    def _of_marks(self) -> list[Bar]:
        if self._bars is None:
            view = self.view
            self._bars = list(bars_of(view.standing.marks, view.overlay.chosen, self.height(), len(view.text)))
        return self._bars

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors, overlay = theme.current(), self.view.overlay
        painter.fillRect(self.rect(), colors["base"])
        painter.fillRect(QRectF(0, 0, 1, self.height()), colors["line"])
        scale, standing, wide = self.height() / max(1, len(self.view.text)), self.view.standing, self.width()
        if not overlay.plain:
            for chosen, verdict, top, height in self._of_marks():
                inset = 1 if chosen else 3
                painter.fillRect(inset, top, wide - inset - 1, height, colors[verdict])
            for span in standing.evidence:
                painter.fillRect(QRectF(wide - 3, span.start * scale, 3, max(3.0, (span.end - span.start) * scale)), colors["evidence"])
            if standing.suggestion:
                painter.setPen(QPen(colors["suggestion"], 1, Qt.PenStyle.DotLine))
                start, end = standing.suggestion
                painter.drawRect(QRectF(1, start * scale, wide - 2, max(4.0, (end - start) * scale)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["query"])
            for _, span in standing.queries:
                y = span.start * scale
                painter.drawPolygon(QPolygonF([QPointF(1, y - 3), QPointF(7, y), QPointF(1, y + 3)]))
        for span in standing.hits:
            painter.fillRect(QRectF(1, span.start * scale, wide - 2, 2), colors["hit"])
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = int(event.position().y() / max(1, self.height()) * len(self.view.text))
        self.view.go_to(Span(point, point))
