"""Tables of plain words: a line a row, which Enter opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from workbench.desk.rows import Index
from workbench.desk.widgets import wrapped_tip

Line = tuple[str, ...]


class Lines(QAbstractTableModel):
    """A table of words. `spoken` is what a screen reader and the hint say of a row; column `bold` is set bold."""

    def __init__(self, heads: Sequence[str], bold: int = -1) -> None:
        super().__init__()
        self.heads, self.bold = heads, bold
        self.rows: Sequence[Line] = ()
        self._spoken: Callable[[int], str] = lambda row: ", ".join(filter(None, self.rows[row]))

    def show_rows(self, rows: Sequence[Line], spoken: Callable[[int], str] | None = None) -> None:
        self.beginResetModel()
        self.rows = rows
        if spoken:
            self._spoken = spoken
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.heads[section] if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped_tip(self._spoken(index.row()))
        if role == Qt.ItemDataRole.FontRole and index.column() == self.bold:
            font = QFont()
            font.setBold(True)
            return font
        return None


class LineTable(QTableView):
    """Rows of one height; Enter or a double click opens one."""

    def __init__(self, name: str, model: Lines, widths: Sequence[int], stretch: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(27)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
