"""A list model of frozen rows, and the painting that lists share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from workbench.desk import theme
from workbench.desk.widgets import safe_tip
from workbench.domain.statuses import Verdict

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
T = TypeVar("T")
MANY = 300
"""From so many rows on all rows of a list are equally high: to measure the words of thousands takes seconds."""


class Rows(QAbstractListModel, Generic[T]):
    """Rows of one kind. `spoken` gives what a screen reader says of a row. data() never raises: it only looks up."""

    def __init__(self, spoken: Callable[[T], str], key: Callable[[T], int]) -> None:
        super().__init__()
        self._spoken = spoken
        self._key = key
        self.rows: list[T] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(self._spoken(row))
        return None

    def set_rows(self, rows: Sequence[T]) -> None:
        """Replace the rows: in place where the keys are the same, so that nothing jumps."""
        if len(rows) == len(self.rows) and [self._key(r) for r in rows] == [self._key(r) for r in self.rows]:
            changed = [i for i, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old is not new and old != new]
            self.rows = list(rows)
            for i in changed:
                self.dataChanged.emit(self.index(i), self.index(i))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def index_of(self, key: int) -> QModelIndex:
        """The index of a row by key; invalid when it is not here."""
        return next((self.index(i) for i, row in enumerate(self.rows) if self._key(row) == key), QModelIndex())


class RowList(QListView):
    """A list that lays nothing out anew when a row of equal height changes: Qt would measure every row of thousands again."""

    def set_up(self, model: QAbstractListModel, delegate: QStyledItemDelegate, name: str) -> None:
        """Rows as wide as the list, scrolled by the pixel; `name` is for a screen reader."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width parts the words of a row otherwise. Qt lays out again only when the height changes, not when a scroll bar comes."""
        super().resizeEvent(event)
        if not self.uniformItemSizes() and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if self.uniformItemSizes():
            for row in range(first.row(), last.row() + 1):
                self.update(self.model().index(row, 0))
        else:
            super().dataChanged(first, last, list(roles))


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setBold(bold)
    return made


def draw_text(painter: QPainter, text: str, font: QFont, color: str, box: QRectF, lines: int) -> float:
    """Draw up to `lines` lines of plain text, the last one cut with an ellipsis; returns the height used."""
    painter.setPen(theme.current()[color])
    painter.setFont(font)
    return layout_text(text, font, box, lines, painter)


def layout_text(text: str, font: QFont, box: QRectF, lines: int, painter: QPainter | None = None) -> float:
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(10.0, box.width()))
        if painter:
            rest = text[line.textStart() :]
            last = number == lines - 1
            shown = rest if last else text[line.textStart() : line.textStart() + line.textLength()]
            if last:
                shown = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRectF(box.left(), box.top() + y, box.width(), line.height()), int(Qt.AlignmentFlag.AlignLeft), shown)
        y += line.height()
    layout.endLayout()
    return y


def draw_pill(painter: QPainter, verdict: Verdict, right: float, top: float, font: QFont) -> QRectF:
    """A status as a pill with glyph and word, right-aligned at `right`; its border tells it apart without colour."""
    colors = theme.current()
    small = scaled(font, 0.86, bold=True)
    painter.setFont(small)
    text = f"{verdict.glyph} {verdict.label.capitalize()}"
    width = painter.fontMetrics().horizontalAdvance(text) + 16
    box = QRectF(right - width, top, width, painter.fontMetrics().height() + 4)
    painter.setPen(QPen(colors.of(verdict), 1, theme.LINES[verdict]))
    painter.setBrush(colors.soft(verdict))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setPen(colors.of(verdict))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return box
