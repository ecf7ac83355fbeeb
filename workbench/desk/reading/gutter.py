"""The margin beside the words: brackets with the claim's number and glyph, flags of queries. It takes the mouse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.desk import theme
from workbench.desk.reading.margin import Bracket, Label, Letters, Margin, margin_of, words_of_mark
from workbench.desk.reading.sight import Sight
from workbench.domain.statuses import Verdict

if TYPE_CHECKING:
    from workbench.desk.reading.marked_text import MarkedText  # which makes it and is all that it is about


@cache
def _pen(name: str, verdict: Verdict, strong: bool) -> QPen:
    """The pen of a bracket: made once for a theme."""
    return QPen(theme.load(name).of(verdict), 2.4 if strong else 1.4, theme.LINES[verdict])


class Gutter(QWidget):
    """Brackets with the claim's number and glyph beside the words; hovering one lights its words, a click chooses its claim.

    Where there is no room for all, "+n" says how many more there are, and a click on it gives a menu of them.
    """

    def __init__(self, view: MarkedText) -> None:
        super().__init__(view)
        self.view = view
        self.setMouseTracking(True)
        self.setAccessibleName("Claims beside the text")
        self._kept: tuple[Sight, tuple[object, ...], Margin] | None = None

    @property
    def margin(self) -> Margin:
        """What stands beside the words now."""
        sight, overlay, font = self.view.sight, self.view.overlay, self._font()
        asked = (overlay.chosen, overlay.lit, self.width(), font.key())
        if self._kept is None or self._kept[0] is not sight or self._kept[1] != asked:
            metrics = QFontMetricsF(font)
            self._kept = sight, asked, margin_of(sight, overlay, Letters(metrics.height(), metrics.horizontalAdvance), self.width())
        return self._kept[2]

    @property
    def labels(self) -> tuple[Label, ...]:
        """What can be pointed at, from the top down."""
        return self.margin.labels

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(7.5, font.pointSizeF() * 0.86))
        font.setBold(True)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, margin = QPainter(self), self.margin
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for bracket in margin.brackets:
            _paint_bracket(painter, bracket)
        for label in margin.labels:
            if label.mark:
                self._paint_mark(painter, label)
            elif label.query >= 0:
                self._paint_flag(painter, label)
            else:
                painter.setPen(theme.current()["muted"])
                painter.drawText(label.words, int(Qt.AlignmentFlag.AlignVCenter), f"+{len(label.more)}")
        painter.end()

    def _paint_mark(self, painter: QPainter, label: Label) -> None:
        colors, mark = theme.current(), label.mark
        assert mark is not None
        if label.over:
            painter.fillRect(label.words, colors["base"])
        if mark.claim == self.view.overlay.lit:
            painter.fillRect(label.words, colors.soft(mark.verdict))
        painter.setPen(colors.of(mark.verdict))
        painter.drawText(QPointF(label.words.left(), label.words.top() + painter.fontMetrics().ascent()), words_of_mark(mark))

    def _paint_flag(self, painter: QPainter, label: Label) -> None:
        """A flag on a pole with the query's label."""
        color, x, y = theme.current()["query"], label.box.left() + 2, label.box.top()
        painter.setPen(QPen(color, 1.4))
        painter.drawLine(QPointF(x, y + 3), QPointF(x, y + label.words.height() - 1))
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([QPointF(x, y + 3), QPointF(x + 8, y + 6), QPointF(x, y + 9)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawText(label.words, int(Qt.AlignmentFlag.AlignVCenter), self.view.overlay.queries[label.query][0])

    def _at(self, point: QPointF) -> Label | None:
        return next((label for label in self.labels if label.box.contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        label = self._at(event.position())
        self.view.light(label.mark.claim if label and label.mark else 0)
        if label:
            QToolTip.showText(event.globalPosition().toPoint(), self.words_of(label), self)

    def words_of(self, label: Label) -> str:
        """What a label says in full."""
        if label.mark:
            return f"C{label.mark.claim}, {label.mark.verdict.label.lower()}"
        if label.query >= 0:
            return f"Query {self.view.overlay.queries[label.query][0]}"
        return "Also here: " + ", ".join(f"C{claim}" for claim in label.more)

    def leaveEvent(self, event: QEvent) -> None:
        self.view.light(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if label := self._at(event.position()):
            self.take(label)

    def take(self, label: Label) -> None:
        """What a click on a label does: the claim, the query, or a menu of those that found no room."""
        if label.mark:
            self.view.picked.emit(label.mark.claim)
        elif label.query >= 0:
            self.view.query_picked.emit(self.view.overlay.queries[label.query][0])
        else:
            self.view.menu_asked.emit(list(label.more), self.mapToGlobal(label.box.center().toPoint()))


def _paint_bracket(painter: QPainter, bracket: Bracket) -> None:
    x, (top, bottom) = bracket.x, bracket.extent
    painter.setPen(_pen(theme.current().name, bracket.mark.verdict, bracket.strong))
    painter.drawPolyline([QPointF(x - 4, top + 3), QPointF(x, top + 3), QPointF(x, bottom), QPointF(x - 4, bottom)])
