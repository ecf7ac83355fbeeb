"""Free text that keeps itself: there is no Save."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

MOST_LINES, FRAME = 8, 18
"""Lines that are shown at once; pixels around them."""
AFTER_TYPING = 600  # milliseconds after the last key


class FreeText(QPlainTextEdit):
    """Words that are kept 600 ms after the last key, on leaving, on close, and on Enter where one line is asked for.

    Signals: committed(text) with new words; left() when Enter or Esc ends the writing of one line. Esc takes back what is not kept yet.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(self, name: str, hint: str, lines: int) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least = lines
        self._kept = ""
        self._timer = QTimer(self, singleShot=True, interval=AFTER_TYPING)
        self._timer.timeout.connect(self.commit)
        self.textChanged.connect(self._timer.start)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """As tall as its words, eight lines at most."""
        lines = min(MOST_LINES, max(self._least, int(self.document().size().height())))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width parts the words into other lines, which the document does not tell."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show what is kept, unless the analyst is writing something else here now."""
        if self.hasFocus() and self.toPlainText() != self._kept:
            return
        self._kept = text
        if self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def commit(self) -> None:
        self._timer.stop()
        if self.toPlainText() != self._kept:
            self._kept = self.toPlainText()
            self.committed.emit(self._kept)

    def revert(self) -> None:
        """Take back what has been written since it was kept last."""
        self._timer.stop()
        self.blockSignals(True)
        self.setPlainText(self._kept)
        self.blockSignals(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Return: self.commit, Qt.Key.Key_Enter: self.commit, Qt.Key.Key_Escape: self.revert}
        end = ends.get(Qt.Key(event.key())) if self._least == 1 and not event.modifiers() else None
        if end is None:
            super().keyPressEvent(event)
            return
        end()
        self.left.emit()
