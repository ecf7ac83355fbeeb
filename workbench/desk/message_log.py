"""What the window has said: the last hundred messages, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.desk.messages import Said
from workbench.desk.plain_tables import Lines, LineTable
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import label


class MessageLog(Sheet):
    def __init__(self, parent: QWidget, log: Sequence[Said]) -> None:
        super().__init__(parent, "Messages", 760, 460)
        self.model = Lines(("When", "Message"))
        self.model.show_rows([(f"{said.at:%H:%M:%S}", ("⚠ " if said.error else "") + said.text) for said in reversed(log)])
        self.table = LineTable("Messages, newest first", self.model, (90,), 1)
        lay = QVBoxLayout(self)
        lay.addWidget(self.table if log else label("Nothing has been said yet.", "muted"))
