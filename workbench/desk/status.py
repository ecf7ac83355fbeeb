"""The status bar: saved at, how far the index is, what undo would take back, which file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QStatusBar

from workbench.desk.command import Command
from workbench.desk.desk import Desk
from workbench.desk.messages import JobBar
from workbench.desk.widgets import Elided, label, safe_tip, shortened, tool
from workbench.domain.backups import size_words
from workbench.domain.plurals import counted

NARROW = 800  # pixels of the window
LONGEST = 48  # letters of a step's name in the bar; the menu has the whole of it


class Status:
    """Fills a window's status bar and keeps it true."""

    def __init__(self, desk: Desk, bar: QStatusBar, commands: Sequence[Command]) -> None:
        self.desk = desk
        self.commands = {c.spec.name: c for c in commands if c.spec.name in ("undo", "redo", "inbox")}
        self.saved, self.signed, self.index, self.file = (label("", "muted") for _ in range(4))
        self.last = Elided("", "muted")
        self.inbox = tool("", "What was saved into the folder that is watched", self._inbox)
        self.inbox.hide()
        self._narrow = False
        self.jobs = JobBar()
        bar.setSizeGripEnabled(False)
        for widget in (self.saved, self.signed, self.index):
            bar.addWidget(widget)
        bar.addWidget(self.last, 1)
        bar.addPermanentWidget(self.inbox)
        bar.addPermanentWidget(self.jobs)
        bar.addPermanentWidget(self.file)
        self._backup: datetime | None = None
        self._backups = ""
        self._show_file()

    def show_saved(self) -> None:
        """What the journal holds now: its last step and when, and the names of the steps that undo and redo would take."""
        case = self.desk.case
        undo, redo = case.undo_names()
        for name, step in (("undo", undo), ("redo", redo)):
            command = self.commands[name]
            command.action.setText(f"{command.lettered}: {step.replace('&', '&&')}" if step else command.lettered)
            command.action.setEnabled(bool(step))
        seq, at = case.last_saved()
        moment = datetime.fromisoformat(at).astimezone() if at else datetime.now().astimezone()
        self.saved.setText("Read only" if case.read_only else f"✓ Saved {moment:%H:%M:%S} · step {seq}")
        last = case.signing.last()
        self.signed.setText(last.brief if last else "")
        self.signed.setVisible(last is not None)
        self._show_file()
        self.last.say(f"Undo: {shortened(undo, LONGEST)}" if undo and not case.read_only else "")

    def _inbox(self) -> None:
        self.commands["inbox"].trigger()

    def show_inbox(self, waiting: int) -> None:
        """How many files wait in the inbox; nothing where none does."""
        self.inbox.setText(f"Inbox {waiting}")
        self.inbox.setAccessibleName(f"Inbox: {counted(waiting, 'file')} waiting")
        self.inbox.setVisible(waiting > 0)

    def show_index(self, articles: int) -> None:
        behind = self.desk.case.index.behind() if self.desk.index_pending else 0
        self.index.setText(f"Index {behind} behind" if behind else f"Index: {articles} of {articles} articles")

    def show_backup(self) -> None:
        """When the newest backup was made; what all of them take stands in the hint."""
        self._backup, self._backups = self.desk.case.last_backup()
        self._show_file()

    def fit(self, width: int) -> None:
        """In a narrow window: when it was saved, what undo would do, and which file."""
        self._narrow = width < NARROW
        self.index.setVisible(not self._narrow)
        self._show_file()

    def _show_file(self) -> None:
        """File name, size on disk, and when it was backed up; the whole path in the hint."""
        path = self.desk.case.path
        facts = [path.name, size_words(path.stat().st_size) if path.exists() else ""]
        if self._backup and not self._narrow:
            today = self._backup.date() == datetime.now().astimezone().date()
            facts.append(f"backed up {'today' if today else f'on {self._backup:%d %b}'} {self._backup:%H:%M}")
        self.file.setText(" · ".join(filter(None, facts)))
        self.file.setToolTip(safe_tip(f"{path}\n{self._backups}".rstrip()))
