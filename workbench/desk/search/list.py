"""The list of what was found. Arrows go from hit to hit over the headings; the box has the letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from workbench.desk.rows import ROW, Index, Rows
from workbench.desk.search.delegate import FoundDelegate
from workbench.desk.search.found import PASSAGE, FoundRow

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN_KEYS = (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Escape, *ENTER)
"""Keys that mean something here and elsewhere in the window."""


class FoundRows(Rows[FoundRow]):
    """Headings can be clicked, not chosen."""

    def __init__(self) -> None:
        super().__init__(lambda row: row.spoken, lambda row: hash(row.key))

    def flags(self, index: Index) -> Qt.ItemFlag:
        row: FoundRow | None = index.data(ROW)
        return super().flags(index) if row is None or row.chosen else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return None if role == Qt.ItemDataRole.ToolTipRole else super().data(index, role)


class FoundList(QListView):
    """Signals: taken(row, whether in another pane), asked_why(row), renamed(row), deleted(row), left() on Esc, up() beyond the first
    line, typed(QKeyEvent) for what belongs into the box."""

    taken = Signal(object, bool)
    asked_why = Signal(object)
    renamed = Signal(object)
    deleted = Signal(object)
    left = Signal()
    up = Signal()
    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = FoundRows()
        self.why: dict[str, str] = {}
        self.setObjectName("found")  # the line that is chosen shows the focus
        self.setModel(self.rows)
        self._look = FoundDelegate(self, self.why)
        self.setItemDelegate(self._look)
        self.setAccessibleName("What was found")
        self.setAccessibleDescription("Arrows choose, Enter opens, Ctrl+Enter opens in another pane, Right says why, Escape goes back")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(1)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_rows(self, rows: Sequence[FoundRow]) -> None:
        """Take other lines. The line that was chosen stays chosen, if it is still there."""
        kept = self.row()
        self.why.clear()
        self._look.forget()
        self.rows.set_rows(rows)
        self.scheduleDelayedItemsLayout()
        index = self.rows.index_of(hash(kept.key)) if kept else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.setCurrentIndex(QModelIndex())
            self.scrollToTop()

    def say_why(self, row: FoundRow, words: str) -> None:
        """Tell something under a line; empty words take it away."""
        self.why.pop(row.key, None)
        if words:
            self.why[row.key] = words
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.scrollTo(self.rows.index_of(hash(row.key)))
        self.viewport().update()

    def row(self) -> FoundRow | None:
        found: FoundRow | None = self.currentIndex().data(ROW)
        return found

    def step(self, by: int, start: int = -1) -> bool:
        """To the next (1) or previous (-1) line that can be chosen; False when there is none."""
        at = start if start >= 0 else self.currentIndex().row()
        for number in range(at + by, len(self.rows.rows) if by > 0 else -1, by):
            if self.rows.rows[number].chosen:
                self.setCurrentIndex(self.rows.index(number))
                if not any(r.chosen for r in self.rows.rows[:number]):
                    self.scrollToTop()
                return True
        return False

    def to_end(self, *, last: bool) -> bool:
        """To the first or the last line that can be chosen."""
        self.setCurrentIndex(QModelIndex())
        return self.step(-1, len(self.rows.rows)) if last else self.step(1)

    def wanted_height(self) -> int:
        """Pixels that all lines take at the width there is."""
        last = self.rows.index(len(self.rows.rows) - 1)
        return self.visualRect(last).bottom() - self.visualRect(self.rows.index(0)).top() + 8 if last.isValid() else 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        row = self.row()
        if row is None or not row.chosen:
            self.to_end(last=False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and (event.key() in OWN_KEYS or _letter(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.row()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not self.step(1 if key == Qt.Key.Key_Down else -1) and key == Qt.Key.Key_Up:
                self.up.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.to_end(last=key == Qt.Key.Key_End)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in ENTER:
            self.taken.emit(row, ctrl)
        elif row and key == Qt.Key.Key_Right:
            self.asked_why.emit(row)
        elif row and key == Qt.Key.Key_Left:
            self.say_why(row, "")
        elif row and key == Qt.Key.Key_F2:
            self.renamed.emit(row)
        elif row and key == Qt.Key.Key_Delete:
            self.deleted.emit(row)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_F1) or _letter(event):
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)
            self._off_heading(forward=key != Qt.Key.Key_PageUp)

    def _off_heading(self, *, forward: bool) -> None:
        row = self.row()
        if row and not row.chosen and not self.step(1 if forward else -1):
            self.step(-1 if forward else 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes a line; with Ctrl or the middle button in another pane. A passage is only chosen: Enter adds it."""
        index = self.indexAt(event.position().toPoint())
        row: FoundRow | None = index.data(ROW)
        other = event.button() == Qt.MouseButton.MiddleButton or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if row and event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            if row.chosen:
                self.setCurrentIndex(index)
            if row.kind != PASSAGE or other:
                self.taken.emit(row, other)
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button says why."""
        index = self.indexAt(event.pos())
        if row := index.data(ROW):
            self.setCurrentIndex(index)
            self.asked_why.emit(row)


def _letter(event: QKeyEvent) -> bool:
    """Whether a key types something."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & held
