"""The strip's table: a line for every appearance and suggestion of the chosen claim, the figures that differ marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent, QTextLayout, QTextLine
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.case.suggestions import Suggestion
from workbench.desk import theme
from workbench.desk.reading.offsets import OffsetMap
from workbench.desk.rows import ROW, Index
from workbench.desk.widgets import safe_tip
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OPPOSING, Stance

NARROW = 560  # pixels
PASSAGE = 1
FAR, NEAR = 0.9, 0.5
"""Shares of the line: where the first figure that differs stands beyond the one, the words begin so that it stands before the other."""
_WORD_START = re.compile(r"(?<=\s)\S")
COLUMNS = ("Article", "Passage", "Says it", "Origin", "Stance")


@dataclass(frozen=True, slots=True)
class StripRow:
    """One line: an appearance, a suggestion (appearance_id 0), or an article where nothing was found. `figures` are code points into
    the passage's words: the figures that not every passage has."""

    article_id: int
    appearance_id: int
    span: Span | None
    cells: tuple[str, str, str, str, str]
    suggestion: Suggestion | None
    stance: Stance | None
    figures: tuple[Span, ...] = ()


class StripModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[StripRow] = []

    def set_rows(self, rows: list[StripRow]) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(row.suggestion.reason if row.suggestion else row.cells[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, index.column())
        return None

    def _color(self, row: StripRow, column: int) -> Any:
        if column == 4 and row.suggestion:
            return theme.current()["suggestion"]
        if column == 4 and row.stance in OPPOSING:
            return theme.current()["denied"]
        return theme.current()["text" if column == PASSAGE and row.appearance_id else "muted"]


class PassageDelegate(QStyledItemDelegate):
    """Words on one line, the figures that differ brought out as they are in the panes; the first of them is never cut off."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        row: StripRow = index.data(ROW)
        if row.figures:
            option.text, _ = excerpt(row.cells[PASSAGE], row.figures, QFontMetricsF(option.font), self._room(option).width())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: StripRow = index.data(ROW)
        if not row.figures:
            return
        room = self._room(option)
        painter.save()
        for box in figure_boxes(*excerpt(row.cells[PASSAGE], row.figures, QFontMetricsF(option.font), room.width()), option.font, room):
            painter.fillRect(box, theme.current()["figure_tint"])
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme.current()["figure"])
        painter.restore()

    def _room(self, option: QStyleOptionViewItem) -> QRectF:
        """Where the words are drawn."""
        style = option.widget.style()
        edge = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        return QRectF(style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget).adjusted(edge, 0, -edge, 0))


def excerpt(words: str, figures: Sequence[Span], metrics: QFontMetricsF, width: float) -> tuple[str, list[Span]]:
    """The words from where the first figure (code points) can be seen in that width, and the figures in them."""
    if not figures or metrics.horizontalAdvance(words[: figures[0].end]) <= width * FAR:
        return words, list(figures)
    starts = [m.start() for m in _WORD_START.finditer(words, 1, figures[0].start + 1)] or [figures[0].start]
    cut = next((at for at in starts if metrics.horizontalAdvance("…" + words[at : figures[0].end]) <= width * NEAR), starts[-1])
    return "…" + words[cut:], [Span(f.start - cut + 1, f.end - cut + 1) for f in figures]


def figure_boxes(words: str, figures: Sequence[Span], font: QFont, room: QRectF) -> list[QRectF]:
    """Where figures (code points) stand in words that are drawn on one line; those that are cut off have no box."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    layout, offsets = QTextLayout(shown, font), OffsetMap(words)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    top, high = room.center().y() - metrics.height() / 2, metrics.height() + 1
    last, found = len(shown) - (shown != words), []
    for span in (each for each in figures if each.end <= last):
        left, right = sorted(_x(line, unit) for unit in offsets.units(span))
        found.append(QRectF(room.left() + left, top, right - left, high))
    return found


def _x(line: QTextLine, unit: int) -> float:
    at: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return at[0]


class StripTable(QTableView):
    """Enter adds or opens, X records "not mentioned". With the keyboard in it a row is always the current one, and can be seen."""

    entered_row = Signal(object)
    refused_row = Signal(object)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The passage takes what the others leave, so that every column can be seen in a narrow window too."""
        super().resizeEvent(event)
        room = self.viewport().width()
        narrow = room < NARROW
        self.setColumnHidden(2, narrow)  # who says it stands in the detail too
        for column, usual, share in ((0, 180, 0.22 if narrow else 0.18), (2, 140, 0.13), (3, 240, 0.2)):
            self.setColumnWidth(column, min(usual, int(room * share)))
        self.setColumnWidth(4, min(140, int(room * 0.2)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.model().rowCount():
            self.selectRow(max(0, self.currentIndex().row()))  # Qt itself makes the first row current and shows nothing of it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW)
        if row and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(row)
        elif row and event.key() == Qt.Key.Key_X:
            self.refused_row.emit(row)
        else:
            super().keyPressEvent(event)
