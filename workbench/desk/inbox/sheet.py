"""What waits in the inbox: each file with when it came and its size; one key brings it in, another leaves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from workbench.desk import dialogs
from workbench.desk.desk import Desk, Message
from workbench.desk.inbox.watch import InboxWatch
from workbench.desk.plain_tables import Lines, LineTable
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label
from workbench.desk.wrapping import WrappingRow
from workbench.domain.backups import size_words
from workbench.domain.plurals import counted
from workbench.importers.inbox import Waiting

NONE = "No folder is watched for this case. Choose one that your browser or a colleague saves into: it is only read, never changed."
EMPTY = "Nothing waits. A file is offered here when it has stood still for two seconds."


class InboxSheet(Sheet):
    """`bring_in` imports files; one that was brought in or left is not offered again, whatever it is called."""

    def __init__(self, parent: QWidget, desk: Desk, watch: InboxWatch, bring_in: Callable[[list[Path]], None]) -> None:
        super().__init__(parent, "Inbox", 900, 560)
        self.desk, self.watch, self.bring_in = desk, watch, bring_in
        self.shown: list[Waiting] = []
        self.words = label("", wrap=True)
        self.model = Lines(("File", "How it begins", "Size", "Saved"), bold=0)
        self.table = LineTable("Files that wait", self.model, (260, 380, 90, 130), 1)
        self.told = label("", "muted", wrap=True)
        self.told.setAccessibleName("Message")
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._foot())
        layout.addWidget(self.told)
        self.table.activated.connect(lambda _: self.take())
        for keys, run in (("X", self.leave_it), ("Ctrl+Return", self.take_all), ("Ctrl+O", self.choose), ("Ctrl+Z", self.desk.undo)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        watch.changed.connect(self._fill)
        desk.said.connect(self._said)
        self._fill()
        self.table.setFocus()

    def _foot(self) -> WrappingRow:
        row = WrappingRow()
        self.buttons = (
            button("Bring it in", "Import the chosen file; undo takes it out again", self.take, kind="primary", key="Enter", told=True),
            button("Bring all in", "Import every file that waits, as one step", self.take_all, key="Ctrl+Return", told=True),
            button("Leave it", "Do not offer it again; the file stays where it is", self.leave_it, key="X", told=True),
        )
        for each in self.buttons:
            row.addWidget(each)
        row.addStretch()
        row.addWidget(button("Watch a folder…", "Choose the folder that is watched for this case", self.choose, key="Ctrl+O", told=True))
        self.none = button("Watch none", "No longer watch a folder for this case", lambda: self.watch.watch_folder(None))
        row.addWidget(self.none)
        return row

    def _fill(self) -> None:
        before = self._chosen()
        self.shown = list(self.watch.waiting)
        folder = self.watch.folder
        said = self.watch.fault or (f"{folder}: {counted(len(self.shown), 'file')} waiting." if self.shown else f"{folder}: {EMPTY}")
        self.words.setText(said if folder else NONE)
        self.model.show_rows([_row(each) for each in self.shown])
        self.none.setVisible(folder is not None)
        for each in self.buttons:
            each.setEnabled(bool(self.shown))
        if self.shown:
            row = next((n for n, each in enumerate(self.shown) if before and each.digest == before.digest), 0)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _said(self, message: Message) -> None:
        self.told.setText(message.text)

    def _chosen(self) -> Waiting | None:
        index = self.table.currentIndex()
        return self.shown[index.row()] if index.isValid() and index.row() < len(self.shown) else None

    def take(self) -> None:
        """Bring the chosen file in."""
        if chosen := self._chosen():
            self._take([chosen])

    def take_all(self) -> None:
        self._take(self.shown)

    def _take(self, files: list[Waiting]) -> None:
        if files:
            self.watch.take(files)
            self.bring_in([each.path for each in files])

    def leave_it(self) -> None:
        """Do not offer the chosen file again."""
        if chosen := self._chosen():
            self.watch.leave([chosen])
            again = ("Offer it again", lambda: self.watch.offer_again([chosen.digest]))
            self.desk.say(f"{chosen.path.name} is left where it is, and not offered again.", action=again)

    def choose(self) -> None:
        """Choose the folder that is watched."""
        if chosen := QFileDialog.getExistingDirectory(self, "Watch a folder", str(self.watch.folder or dialogs.documents())):
            self.watch.watch_folder(Path(chosen))


def _row(each: Waiting) -> tuple[str, str, str, str]:
    saved = datetime.fromtimestamp(each.changed).astimezone()
    return each.path.name, each.refused or each.words, size_words(each.size), f"{saved:%d %b %H:%M}"
