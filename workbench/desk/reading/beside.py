"""What stands beside the words: brackets with the claim's number and glyph, flags of queries, and the whole article at a glance."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.desk import theme
from workbench.desk.reading.marks import Mark
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Verdict

if TYPE_CHECKING:
    from workbench.desk.reading.view import ReadingView  # which makes it and is all that it is about

COLUMNS = 4  # of brackets beside each other
COLUMN = 5.0  # pixels
SOON = 30  # milliseconds
LEAST = 3  # pixels of a mark in the overview
DROP = 3  # lines below its words to which a label may be pushed by others


class Label(NamedTuple):
    """What can be pointed at in the margin: a mark with its number in the overlay, a query with its own, or all that found no room."""

    box: QRectF
    mark: Mark | None = None
    query: int = -1
    more: tuple[int, ...] = ()


@cache
def _pen(name: str, verdict: Verdict, strong: bool) -> QPen:
    """The pen of a bracket: made once for a theme."""
    return QPen(theme.load(name).of(verdict), 2.4 if strong else 1.4, theme.LINES[verdict])


class Gutter(QWidget):
    """Brackets with the claim's number and glyph beside the words; hovering one lights its words, a click chooses its claim.

    Where there is no room for all, "+n" says how many more there are, and a click on it gives a menu of them.
    """

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.view = view
        self.setMouseTracking(True)
        self.setAccessibleName("Claims beside the text")
        self.labels: list[Label] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        self.labels = []
        if not self.view.overlay.plain:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = QFont(self.font())
            font.setPointSizeF(max(7.5, font.pointSizeF() * 0.86))
            font.setBold(True)
            painter.setFont(font)
            self._paint_all(painter)
        painter.end()
        self.view.teller.later()

    def _places(self) -> list[tuple[float, float, Mark | None, int, list[int]]]:
        """Top, bottom, mark (or None), the number of its column (or of the query), and a list shared by all that overlap, with the
        columns that they take: labels stand right of them all."""
        view, columns, last = self.view, list[float](), -1e9
        items = [(top, -bottom, 1, number) for number, (top, bottom) in view.extents.items()]
        items += [(top, -bottom, 0, number) for number, (top, bottom) in view.flags.items()]
        found: list[tuple[float, float, Mark | None, int, list[int]]] = []
        together = [0]
        for top, negative, is_mark, number in sorted(items):
            if top > last:
                together = [0]
            last = max(last, -negative)
            if not is_mark:
                found.append((top, -negative, None, number, together))
                continue
            column = next((i for i, end in enumerate(columns) if end <= top), len(columns))
            columns[column : column + 1] = [-negative]
            together[0] = max(together[0], min(column, COLUMNS - 1))
            found.append((top, -negative, view.overlay.marks[number], column, together))
        return found

    def _paint_all(self, painter: QPainter) -> None:
        """From the top down; what would be pushed too far from its words is counted instead."""
        height, front = painter.fontMetrics().height(), (self.view.overlay.chosen, self.view.overlay.lit)
        taken, left_out, x = -1e9, list[Mark](), 0.0
        for top, bottom, mark, number, together in self._places():
            if left_out and top > taken:
                taken, left_out = self._paint_more(painter, left_out, QPointF(x, taken), height), []
            x = COLUMN * (1 + together[0]) + 4
            if mark is None:
                taken = self._paint_flag(painter, number, QPointF(x, max(top, taken)), height)
                continue
            strong = mark.claim in front
            y = max((top + bottom - height) / 2, taken)
            if y > bottom + DROP * height and not strong:
                left_out.append(mark)
                continue
            at = COLUMN * (1 + min(number, COLUMNS - 1))
            self._paint_bracket(painter, mark, at, (top, bottom), strong=strong)
            taken = y + height
            self._paint_label(painter, mark, QRectF(x, y, self.width() - x, height), QRectF(at - 4, top, 8, bottom - top))
        if left_out:
            self._paint_more(painter, left_out, QPointF(x, taken), height)

    def _paint_bracket(self, painter: QPainter, mark: Mark, x: float, extent: tuple[float, float], *, strong: bool) -> None:
        top, bottom = extent
        painter.setPen(_pen(theme.current().name, mark.verdict, strong))
        painter.drawPolyline([QPointF(x - 4, top + 3), QPointF(x, top + 3), QPointF(x, bottom), QPointF(x - 4, bottom)])

    def _paint_label(self, painter: QPainter, mark: Mark, label: QRectF, bracket: QRectF) -> None:
        """Right of the brackets; a long number stands over them, since a status must not be cut off."""
        words, colors = f"C{mark.claim} {mark.verdict.glyph}", theme.current()
        room = self.width() - painter.fontMetrics().horizontalAdvance(words) - 1
        if room < label.left():
            label.setLeft(max(0, room))
            painter.fillRect(label, colors["base"])
        if mark.claim == self.view.overlay.lit:
            painter.fillRect(label, colors.soft(mark.verdict))
        painter.setPen(colors.of(mark.verdict))
        painter.drawText(QPointF(label.left(), label.top() + painter.fontMetrics().ascent()), words)
        self.labels.append(Label(label.united(bracket), mark))

    def _paint_more(self, painter: QPainter, left_out: list[Mark], at: QPointF, height: float) -> float:
        box = QRectF(at.x(), at.y(), self.width() - at.x(), height)
        painter.setPen(theme.current()["muted"])
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"+{len(left_out)}")
        self.labels.append(Label(box, more=tuple(dict.fromkeys(m.claim for m in left_out))))
        return at.y() + height

    def _paint_flag(self, painter: QPainter, number: int, at: QPointF, height: float) -> float:
        """A flag on a pole with the query's label."""
        color, x, y = theme.current()["query"], at.x(), at.y()
        painter.setPen(QPen(color, 1.4))
        painter.drawLine(QPointF(x, y + 3), QPointF(x, y + height - 1))
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([QPointF(x, y + 3), QPointF(x + 8, y + 6), QPointF(x, y + 9)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(x + 11, y, self.width() - x - 11, height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self.view.overlay.queries[number][0])
        self.labels.append(Label(box.united(QRectF(x - 2, y, 10, height)), query=number))
        return y + height

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


class Strip(QWidget):
    """The whole article at a glance: marks, evidence, queries, the suggestion and hits; a click goes there."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Overview of the article")
        self._bars: list[tuple[bool, str, int, int]] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.update)

    def forget(self) -> None:
        """Marks have moved: what is known of them is found again when it is painted, in a moment: the words come first."""
        self._bars = None
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()

    def _of_marks(self) -> list[tuple[bool, str, int, int]]:
        """Whether chosen, status, top and height: thousands of marks share a few hundred pixels, of which each is painted once."""
        if self._bars is None:
            height, chosen = self.height(), self.view.overlay.chosen
            scale = height / max(1, len(self.view.text))
            found: dict[tuple[bool, str], set[tuple[int, int]]] = defaultdict(set)
            for start, end, claim, _, verdict, *_ in self.view.standing.marks:
                found[claim == chosen, verdict].add((int(start * scale), int(end * scale)))
            rows: list[tuple[bool, str] | None] = [None] * (height + LEAST)
            for look in sorted(found):
                for top, bottom in found[look]:
                    deep = max(LEAST, bottom - top)
                    rows[top : top + deep] = [look] * deep
            self._bars, at = [], 0
            for run, same in groupby(rows[:height]):
                count = len(list(same))
                if run:
                    self._bars.append((*run, at, count))
                at += count
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
