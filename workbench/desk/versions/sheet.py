"""Versions of an article: what the later one says otherwise, which marks stand in it still, and carrying those over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from workbench.case.article_versions import CarryReport, MarkFate, Versions
from workbench.desk.desk import Desk, Message
from workbench.desk.plain_tables import Lines, LineTable
from workbench.desk.rows import Index
from workbench.desk.sheet import Sheet
from workbench.desk.versions.beside import VersionText
from workbench.desk.widgets import DropDown, button, label
from workbench.desk.wrapping import WrappingRow
from workbench.domain.changes import Changes
from workbench.domain.plurals import counted, listed

WATCHED = ("articles", "passages", "appearances", "evidence", "discrepancies", "discrepancy_passages", "zones", "memos", "sign_offs")
NO_MARKS = "No claim, link or query has words of the earlier version."
SAID = {"same": "the same words", "moved": "the same words, moved", "changed": "other words", "ambiguous": "in several places",
        "orphan": "not found there"}  # fmt: skip
"""What a mark's fate is called on screen."""


class VersionSheet(Sheet):
    """Two versions of an article. `go` shows a place in the window's panes; Enter on a mark goes to it."""

    def __init__(self, parent: QWidget, desk: Desk, go: Callable[[int, int], None], pair: tuple[int, int]) -> None:
        super().__init__(parent, "Versions of an article", 1240, 820)
        self.desk, self.go = desk, go
        self.found: Versions | None = None
        self.whole = False
        self.pick = DropDown()
        self.pick.setAccessibleName("Which versions")
        self.pairs = list(dict.fromkeys([pair, *desk.case.versions.pairs()]))
        self.pick.addItems([self._named(*each) for each in self.pairs])
        self.summary = label("", wrap=True)
        self.summary.setAccessibleName("What differs")
        self.text = VersionText()
        self.model = Lines(("Who has it", "Words in the earlier version", "In the later version", ""), bold=0)
        self.marks = LineTable("Marks of the earlier version", self.model, (110, 430, 430, 150), 1)
        self.no_marks = label(NO_MARKS, "muted")
        self.told = label("", "muted", wrap=True)
        self.told.setAccessibleName("Message")
        self._build()
        self._connect()
        self.look()
        self.text.setFocus()

    def _named(self, earlier: int, later: int) -> str:
        articles = self.desk.case.articles.named([earlier, later])
        return " → ".join(f"{articles[each].exhibit} {articles[each].title[:60]}" for each in (earlier, later) if each in articles)

    # --- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        for each in (self.no_marks, self.marks):
            below.addWidget(each)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.text)
        split.addWidget(lower)
        split.setSizes([500, 220])
        layout = QVBoxLayout(self)
        for widget in (self.pick, self.summary):
            layout.addWidget(widget)
        layout.addWidget(split, 1)
        layout.addLayout(self._foot())
        layout.addWidget(self.told)

    def _foot(self) -> WrappingRow:
        row = WrappingRow()
        hint = "Mark the same words in the later version for the same claims; one step, undo takes it back. No status changes"
        self.carry_button = button("Carry the marks over", hint, self.carry, kind="primary", key="Ctrl+Return", told=True)
        self.whole_button = button("All paragraphs", "Show those that are the same, too", self.toggle_whole, key="Ctrl+L", told=True)
        self.swap_button = button("Swap", "Take the later one for the earlier", self.swap, key="Ctrl+T", told=True)
        for each in (self.carry_button, self.whole_button, self.swap_button):
            row.addWidget(each)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self.pick.activated.connect(lambda _: self.look())
        self.marks.activated.connect(self._open)
        keys = (("Ctrl+Return", self.carry), ("Ctrl+L", self.toggle_whole), ("Ctrl+T", self.swap), ("Ctrl+Z", self.desk.undo),
                ("Ctrl+Shift+Z", self.desk.redo), ("Ctrl+Y", self.desk.redo))  # fmt: skip
        for sequence, run in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(run)
        self.desk.changed.connect(self._changed)
        self.desk.said.connect(self._said)

    # --- what it shows --------------------------------------------------------------------------------------------------

    @property
    def pair(self) -> tuple[int, int]:
        """The articles that are compared, the earlier one first."""
        return self.pairs[max(0, self.pick.currentIndex())]

    def look(self) -> None:
        """Compare the two in the background."""
        earlier, later = self.pair
        self.summary.setText("Comparing…")
        versions = self.desk.case.versions
        self.asked(self.desk.ask("Comparing versions", lambda _: versions.compare(earlier, later), self._show))

    def _show(self, found: Versions) -> None:
        self.found = found
        self.summary.setText(found.summary)
        self.text.show_versions(found, whole=self.whole)
        self.model.show_rows([_row(mark) for mark in found.marks], self._spoken)
        self.marks.setVisible(bool(found.marks))
        self.no_marks.setVisible(not found.marks)
        self.carry_button.setEnabled(bool(found.marks))
        self.carry_button.setText(f"Carry {counted(found.to_carry, 'mark')} over   Ctrl+Return")
        if found.marks:
            self.marks.setCurrentIndex(self.model.index(0, 0))

    def _spoken(self, row: int) -> str:
        who, words, now, fate = self.model.rows[row]
        return f"{who}: “{words}”, {fate}" + (f": “{now}”" if now else "")

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(*WATCHED):
            return
        if not set(self.pair) <= self.desk.case.articles.ids():
            self.close()
        else:
            self.look()

    def _said(self, message: Message) -> None:
        self.told.setText(message.text)

    def toggle_whole(self) -> None:
        """Show every paragraph, or only those that differ."""
        self.whole = not self.whole
        self.whole_button.setText(f"{'Only what differs' if self.whole else 'All paragraphs'}   Ctrl+L")
        self.text.show_versions(self.found, whole=self.whole)

    def swap(self) -> None:
        """Compare the other way round: which of two came first, only a person knows."""
        earlier, later = self.pair
        number = max(0, self.pick.currentIndex())
        self.pairs[number] = (later, earlier)
        self.pick.setItemText(number, self._named(later, earlier))
        self.look()

    # --- what is done ---------------------------------------------------------------------------------------------------

    def carry(self) -> None:
        """Carry the marks over, in the background."""
        if self.found is None or not self.carry_button.isEnabled():
            return
        (earlier, later), versions = self.pair, self.desk.case.versions
        self.desk.job("Carrying the marks over", lambda _: versions.carry(earlier, later), self._carried, writes=True)

    def _carried(self, report: CarryReport) -> None:
        self.desk.announce(report.changes)
        self.desk.say(report.text, action=("Undo", self.desk.undo) if report.changes else None, stays=bool(report.to_review))

    def _open(self, index: Index) -> None:
        if index.isValid() and self.found is not None:
            mark = self.found.marks[index.row()]
            if mark.span:
                self.go(self.found.later.id, mark.span.start)
            else:
                passage = self.desk.case.articles.passage(mark.passage_id)
                self.go(self.found.earlier.id, passage.anchor.start)


def _row(mark: MarkFate) -> tuple[str, str, str, str]:
    said = SAID[mark.fate.value] + (", marked already" if mark.there else "")
    return listed(mark.owners), " ".join(mark.words.split()), " ".join(mark.now.split()), said
