"""The search box: what is wrong in a query is underlined where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit

from workbench.desk import theme
from workbench.desk.reading.offsets import OffsetMap
from workbench.domain.spans import Span

PLACEHOLDER = "Find text, claims, notes, evidence, or a command   Ctrl+K"


class SearchBox(QLineEdit):
    """Takes Ctrl+Z for itself only while there is something typed to undo; else the desk has it. F1 asks it for the words for a search."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName("Find everywhere")
        self.setClearButtonEnabled(True)
        self.marked: tuple[Span, ...] = ()
        self.say_new(0)

    def say_new(self, count: int) -> None:
        """Say in the empty box how many new hits saved searches have."""
        more = f" · {count} new in saved searches" if count else ""
        self.setPlaceholderText(PLACEHOLDER + more)
        self.setAccessibleDescription(f"Words, a command, or Down for saved and recent searches{more}")

    def underline(self, places: Iterable[Span]) -> None:
        """Underline code points of what stands in the box; nothing for none."""
        offsets = OffsetMap(self.text())
        self.marked = tuple(places)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.current()["error"])
        look.setBackground(theme.current()["error_soft"])
        kind, here = QInputMethodEvent.AttributeType.TextFormat, self.cursorPosition()
        attributes = []
        for place in self.marked:
            start, end = offsets.unit(place.start), offsets.unit(max(place.end, place.start + 1))
            attributes.append(QInputMethodEvent.Attribute(kind, start - here, end - start, look))
        QApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def select(self, place: Span) -> None:
        """Select code points of what stands in the box."""
        start, end = OffsetMap(self.text()).units(place)
        self.setSelection(start, end - start)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                event.ignore()
                return True
            if event.key() == Qt.Key.Key_F1 and not event.modifiers():
                event.accept()
                return True
        return super().event(event)
