"""Which column of a list of articles is what: asked where its headings leave a doubt, with the first rows to judge by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.desk.plain_tables import Lines, LineTable
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import DropDown, button, label, shortened
from workbench.domain.list_columns import Columns, ListField, UnsureColumns

LABELS = {
    ListField.TITLE: "Title", ListField.TEXT: "Text", ListField.SUMMARY: "Summary", ListField.AUTHOR: "Author",
    ListField.PUBLISHER: "Publisher", ListField.DATE: "Date", ListField.ADDRESS: "Address", ListField.LANGUAGE: "Language",
}  # fmt: skip
NO_TEXT = "Say which column has the text of the articles."
TWICE = "One column cannot be two things: “{}” is chosen twice."
_WIDE = 180


class ColumnsSheet(Sheet):
    """Asks about one list. `take` gets the answer: by field the heading of its column."""

    def __init__(self, parent: QWidget, name: str, table: UnsureColumns, take: Callable[[Columns], None]) -> None:
        super().__init__(parent, "Which column is what?", 900, 620)
        self.asked_of, self.take = table, take
        self.told = label("", "muted", wrap=True)
        self.told.setAccessibleName("Message")
        self.picks = {field: self._pick(field) for field in LABELS}
        layout = QVBoxLayout(self)
        words = f"{shortened(name)} is a list of articles. Say what its columns hold; lists with these headings are not asked about again."
        layout.addWidget(label(words, wrap=True))
        layout.addLayout(self._form())
        layout.addWidget(self._rows(), 1)
        layout.addLayout(self._foot())
        layout.addWidget(self.told)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.answer)
        self.picks[ListField.TITLE].setFocus()

    def _pick(self, field: ListField) -> QComboBox:
        pick = DropDown()
        pick.setAccessibleName(LABELS[field])
        pick.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pick.addItem("not there", "")
        for heading in self.asked_of.headings:
            pick.addItem(shortened(heading), heading)
        pick.setCurrentIndex(max(0, pick.findData(self.asked_of.guess.get(field, ""))))
        return pick

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        for field, pick in self.picks.items():
            form.addRow(label(LABELS[field], "muted"), pick)
        return form

    def _rows(self) -> LineTable:
        model = Lines([shortened(heading, 40) for heading in self.asked_of.headings])
        table = LineTable("The first rows", model, [_WIDE] * len(self.asked_of.headings), len(self.asked_of.headings) - 1)
        model.show_rows([tuple(shortened(cell, 200) for cell in row) for row in self.asked_of.rows])
        return table

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        hint = "Add each row as an article"
        row.addWidget(button("Read the list", hint, self.answer, kind="primary", key="Ctrl+Return", told=True))
        row.addWidget(button("Leave it", "The list is not read; it can be added again at any time", self.close, key="Esc", told=True))
        row.addStretch(1)
        return row

    def answer(self) -> None:
        """Take what was chosen, where it can be."""
        columns = {field: str(pick.currentData()) for field, pick in self.picks.items() if pick.currentData()}
        headings = list(columns.values())
        twice = next((heading for heading in headings if headings.count(heading) > 1), "")
        if twice or ListField.TEXT not in columns:
            self.told.setText(TWICE.format(shortened(twice, 40)) if twice else NO_TEXT)
            return
        self.close()
        self.take(columns)
