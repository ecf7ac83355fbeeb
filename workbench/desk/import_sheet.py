"""What became of every file of an import, to go through and to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from workbench.case.import_report import Outcome, Report
from workbench.desk.plain_tables import Lines, LineTable
from workbench.desk.rows import Index
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label
from workbench.domain.plurals import counted


class ImportSheet(Sheet):
    """The report of an import. `go` opens an article; Enter on a file that came in, or was there already, goes to it."""

    def __init__(self, parent: QWidget, report: Report, go: Callable[[int], None]) -> None:
        super().__init__(parent, "What came in", 1120, 640)
        self.report, self.go = report, go
        self.only_refused = False
        self.shown: list[Outcome] = []
        self.model = Lines(("File", "What became of it", "Words", "To be known", "Where it is"), bold=0)
        self.table = LineTable("Files of the import", self.model, (230, 190, 80, 380, 240), 3)
        self.told = label("", "muted", wrap=True)
        self.told.setAccessibleName("Message")
        layout = QVBoxLayout(self)
        layout.addLayout(self._head())
        layout.addWidget(self.table, 1)
        layout.addLayout(self._foot())
        layout.addWidget(self.told)
        self.table.activated.connect(self._open)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self.copy)
        self._fill()
        self.table.setFocus()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.report.counts, wrap=True), 1)
        self.chip = QToolButton()
        self.chip.setObjectName("chip")
        self.chip.setCheckable(True)
        self.chip.setText(f"Only what was not read {len(self.report.refused)}")
        self.chip.setAccessibleName(f"Only what was not read: {counted(len(self.report.refused), 'file')}")
        self.chip.setToolTip("Show only the files that were not read, with the reasons")
        self.chip.setVisible(bool(self.report.refused))
        self.chip.clicked.connect(self._narrow)
        row.addWidget(self.chip)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        hint = "The whole list as a table, for a letter or a spreadsheet; what was not read stands in the collection log, too"
        row.addWidget(button("Copy the list", hint, self.copy, key="Ctrl+C", told=True))
        row.addStretch(1)
        return row

    def _narrow(self) -> None:
        self.only_refused = self.chip.isChecked()
        self._fill()

    def _fill(self) -> None:
        self.shown = [each for each in self.report.outcomes if each.refused or not self.only_refused]
        self.model.show_rows([_row(each) for each in self.shown])
        if self.shown:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.text)
        self.told.setText("Copied.")

    def _open(self, index: Index) -> None:
        if not index.isValid():
            return
        outcome = self.shown[index.row()]
        exhibit = outcome.exhibit or outcome.known_as
        if exhibit:
            self.go(exhibit)
        else:
            self.told.setText(outcome.why or "It has no text of its own: what is inside stands below it.")


def _row(each: Outcome) -> tuple[str, ...]:
    return each.name, each.said, f"{each.words:,}" if each.words else "", each.why, each.location
