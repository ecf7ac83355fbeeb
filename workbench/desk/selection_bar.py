"""The dark bar that appears beside selected words: what can be done with them, and by which key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.desk.command import Command
from workbench.desk.widgets import tool

SHOWN = {"confirm": "✓ Confirmed", "unconfirm": "? Unconfirmed", "deny": "✕ Denied", "mark": "+ To claim…", "evidence": "Evidence"}


class SelectionBar(QFrame):
    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName("What to do with the selected words")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        for command in commands:
            if command.spec.name in SHOWN:
                text = f"{SHOWN[command.spec.name]}  {command.keys_text}"
                row.addWidget(tool(text, command.spec.hint, command.trigger, name=command.title))
        self.hide()

    def show_under(self, words: QRect, pane: QRect) -> None:
        """Show under selected words, or above them where there is no room; not left of their pane. Boxes in the parent."""
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        x = max(pane.left() + 6, min(words.center().x() - self.width() // 2, parent.width() - self.width() - 6))
        y = words.bottom() + 8
        self.move(x, y if y + self.height() <= pane.bottom() else max(pane.top(), words.top() - self.height() - 8))
        self.show()
        self.raise_()
