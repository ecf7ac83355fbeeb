"""The backups of a case, or of every case, as a sheet: each with what it holds; Enter writes one to a new file and opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.case.backups import Backup, Found, backups_of, restore
from workbench.desk import dialogs
from workbench.desk.moment_words import day_of, hour_of
from workbench.desk.plain_tables import Line, Lines, LineTable
from workbench.desk.rows import Index
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label
from workbench.desk.worker import Worker
from workbench.domain.backups import size_words
from workbench.domain.days import day_words
from workbench.domain.errors import WorkbenchError

HEADS = ("Case", "Day", "Last step in it", "Step", "Claims", "Articles", "Size", "State")
SAID = "Enter writes the chosen backup to a new file and opens it. The backup, and the case as it is now, stay as they are."


class Backups(Sheet):
    """The backups of the case at `case`, which may be damaged or gone; those of every case without one, or when it cannot say which
    one it is. `open_path` is the program's. Its work is done on a lane of its own: there may be no case to do it for."""

    def __init__(self, parent: QWidget, case: Path | None, open_path: Callable[[Path], None]) -> None:
        super().__init__(parent, "Open a backup", 1040, 620)
        self.case, self.open_path = case, open_path
        self.worker = Worker("backups")
        self.found = Found((), True, {})
        self.model = Lines(HEADS, bold=1)
        self.table = LineTable("Backups", self.model, (230, 110, 150, 70, 70, 80, 90, 200), 7)
        self.words, self.problem = label("", "muted", wrap=True), label("", "title", wrap=True)
        self.words.setAccessibleName("What the backups take")
        self.problem.setAccessibleName("What went wrong")
        self.problem.hide()
        self.every = button("Those of every case", "Also when a case does not say any more which one it is", self.show_every, kind="flat")
        self.opener = button("Open as a new file…", "Write the chosen backup to a new file, and open it", self.open_chosen, kind="primary",
                             key="Enter", told=True)  # fmt: skip
        foot = QHBoxLayout()
        foot.addWidget(self.words, 1)
        foot.addWidget(self.every)
        foot.addWidget(self.opener)
        layout = QVBoxLayout(self)
        layout.addWidget(label(SAID, "muted", wrap=True))
        layout.addWidget(self.problem)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.activated.connect(self._activated)
        self.table.setFocus()
        self.look()

    def show_every(self) -> None:
        self.case = None
        self.look()

    def look(self) -> None:
        """Read and check them, in the background."""
        self.words.setText("Reading and checking the backups…")
        self.opener.setEnabled(False)
        case = self.case
        self.asked(
            self.worker.start("Backups", lambda job: backups_of(case, job.progress, job.cancelled), self._show, lambda e: self.tell(str(e)))
        )

    def _show(self, found: Found) -> None:
        if self._closed:
            return
        self.found = found
        self.every.setVisible(self.case is not None and found.known)
        self.table.setColumnHidden(0, self.case is not None and found.known)
        self.model.show_rows([self._line(b) for b in found.backups], lambda row: self._spoken(found.backups[row]))
        self.words.setText(found.summary)
        self.opener.setEnabled(bool(found.backups))
        if self.case and not found.known:
            self.tell(f"{self.case.name} does not say which case it is. These are the backups of every case.")
        if found.backups:
            first = next((row for row, backup in enumerate(found.backups) if backup.sound), 0)
            self.table.setCurrentIndex(self.model.index(first, 1))

    def _line(self, backup: Backup) -> Line:
        place = self.found.place(backup)
        case = f"{backup.title or 'It cannot be read'}" + (f"  {Path(place).name}" if place else "")
        last = f"{day_of(backup.at)} {hour_of(backup.at)[:5]}" if backup.step else ""
        numbers = [str(n) if backup.step else "" for n in (backup.step, backup.claims, backup.articles)]
        return (case, day_words(backup.day.isoformat()), last, *numbers, size_words(backup.size), _state(backup))

    def _spoken(self, backup: Backup) -> str:
        _, day, _, step, claims, articles, size, state = self._line(backup)
        held = f"step {step}, {claims} claims, {articles} articles, " if backup.step else ""
        place = self.found.place(backup)
        return f"Backup of {day}: {held}{size}, {state}" + (f". The case lay at {place}" if place else "")

    def tell(self, words: str) -> None:
        """What went wrong, in the sheet itself."""
        if not self._closed:
            self.problem.setText(words)
            self.problem.show()

    def _activated(self, index: Index) -> None:
        if index.isValid():
            self.open_chosen()

    def open_chosen(self) -> None:
        """Ask for a new file, write the chosen backup to it, checked, and open it."""
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.found.backups):
            return
        backup = self.found.backups[row]
        if not backup.sound:
            self.tell(f"This backup is not sound: {backup.wrong}. Choose another one.")
            return
        place = self.case or Path(self.found.place(backup) or dialogs.documents() / "case.case")
        if target := dialogs.ask_restored(self, place, backup.day.isoformat()):
            self.words.setText("Writing and checking the new file…")
            self.worker.start("Restoring", lambda _: restore(backup.file, target), self._restored, self._failed, writes=True)

    def _restored(self, made: Path) -> None:
        if not self._closed:
            self.close()
            self.open_path(made)

    def _failed(self, error: WorkbenchError) -> None:
        self.words.setText(self.found.summary)
        self.tell(str(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.worker.close()


def _state(backup: Backup) -> str:
    return "✓ sound" if backup.sound else f"✕ not sound: {backup.wrong}"
