"""The bar at the top: the case's name, the one search box, and the three things done most."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.desk.widgets import Elided, button

ROOMY = 900  # pixels of width from which there is room for everything


Run = Callable[[], object]


class TopBar(QFrame):
    """`add`, `compare` and `memo` are what the buttons do; `openers` stand in for columns that are hidden."""

    def __init__(self, search: QWidget, openers: dict[str, QWidget], add: Run, compare: Run, memo: Run) -> None:
        super().__init__()
        self.setObjectName("top")
        self.name = Elided("", "title")
        self.compare = button("⇄ Compare", "Claims by articles: who says what", compare, key="Ctrl+M")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(openers["articles"])
        row.addWidget(self.name, 3)
        row.addWidget(search, 4)
        self.add = button("+ Add articles", "Import files", add, key="Ctrl+Shift+O")
        row.addWidget(self.add)
        row.addWidget(self.compare)
        row.addWidget(button("Memo", "Preview, print or save the memo", memo, kind="primary", key="Ctrl+P"))
        row.addWidget(openers["claims"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.compare.setVisible(self.width() >= ROOMY)
