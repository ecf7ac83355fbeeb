"""A line that takes what stands in a list: it completes, opens on what stands in it, and of a closed list takes a beginning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from workbench.desk.widgets import safe_tip


class ListedLine(QLineEdit):
    """Typing narrows the list; Down opens all of it, on what stands in the line. `closed`: nothing else is taken (see `meant`)."""

    def __init__(self, text: str, known: Sequence[str], *, closed: bool) -> None:
        super().__init__(text)
        self.known, self.closed = tuple(known), closed
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith if closed else Qt.MatchFlag.MatchContains)
        self.list = QListView()
        self.list.setObjectName("completions")
        completer.setPopup(self.list)
        self.setCompleter(completer)
        if closed:
            self.setToolTip(safe_tip("One of: " + ", ".join(filter(None, known)) + ". The first letters are enough."))
            self.editingFinished.connect(lambda: self.setText(self.meant()))

    def meant(self) -> str:
        """What was written; of a closed list the one entry that begins so, if there is one only."""
        return meant(self.text(), self.known) if self.closed else self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.list.isVisible():
            self.open_list()
        else:
            super().keyPressEvent(event)

    def open_list(self) -> None:
        """Show the whole list, on what stands in the line."""
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()
        now = next((n for n, each in enumerate(self.known) if each.casefold() == self.meant().casefold()), 0)
        index = completer.completionModel().index(now, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)


def meant(written: str, known: Sequence[str]) -> str:
    """The entry of a list that was meant: the same word, else the only one that begins so; else what was written."""
    words = written.strip().casefold()
    same = [each for each in known if each.casefold() == words]
    begins = [each for each in known if words and each.casefold().startswith(words)]
    return same[0] if same else begins[0] if len(set(begins)) == 1 else written.strip()
