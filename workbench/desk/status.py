"""The status bar: saved at, how far the index is, what undo would take back, which file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QStatusBar

from workbench.desk.commands import Command
from workbench.desk.desk import Desk
from workbench.desk.messages import JobBar
from workbench.desk.widgets import label, shortened

LONGEST = 48  # letters of a step's name in the bar; the menu has the whole of it


class Status:
    """Fills a window's status bar and keeps it true."""

    def __init__(self, desk: Desk, bar: QStatusBar, commands: Sequence[Command]) -> None:
        self.desk = desk
        self.commands = {c.spec.name: c for c in commands if c.spec.name in ("undo", "redo")}
        self.saved, self.index, self.last, self.file = (label("", "muted") for _ in range(4))
        self.jobs = JobBar()
        bar.setSizeGripEnabled(False)
        for widget in (self.saved, self.index, self.last):
            bar.addWidget(widget)
        bar.addPermanentWidget(self.jobs)
        bar.addPermanentWidget(self.file)
        self.file.setText(desk.case.path.name)

    def show_saved(self) -> None:
        """What the journal holds now: its last step and when, and the names of the steps that undo and redo would take."""
        case = self.desk.case
        undo, redo = case.undo_names()
        for name, step in (("undo", undo), ("redo", redo)):
            command = self.commands[name]
            command.action.setText(f"{command.title}: {step}" if step else command.title)
            command.action.setEnabled(bool(step))
        with case.file.read() as reader:
            seq, _, at = reader.head()
        moment = datetime.fromisoformat(at).astimezone() if at else datetime.now().astimezone()
        self.saved.setText("Read only" if case.read_only else f"✓ Saved {moment:%H:%M:%S} · step {seq}")
        self.last.setText(f"Undo: {shortened(undo, LONGEST)}" if undo and not case.read_only else "")

    def show_index(self, articles: int) -> None:
        behind = self.desk.case.index.behind() if self.desk.index_pending else 0
        self.index.setText(f"Index {behind} behind" if behind else f"Index: {articles} of {articles} articles")

    def show_backup(self) -> None:
        self.file.setText(f"{self.desk.case.path.name} · backed up today")
