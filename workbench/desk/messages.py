"""The message bar: plain words about what happened, with an action; never a modal box. Progress of jobs stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy

from workbench.desk.desk import Message
from workbench.desk.widgets import button, label, repolish, tool
from workbench.desk.worker import Job

STAYS = 9000  # milliseconds; an error stays until it is closed


class MessageBar(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self.words = label("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.words.setAccessibleName("Message")
        self.action: QPushButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 5, 8, 5)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(tool("✕", "Close the message", self.close_all, name="Close the message"))
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._pass)
        self._lasting: list[str] = []
        self.hide()

    def close_all(self) -> None:
        """Take everything away, what lasts too: it has been read."""
        self._lasting.clear()
        self.hide()

    def _pass(self) -> None:
        """A message has been there long enough; what lasts is still shown."""
        self.show_message(Message("", stays=True)) if self._lasting else self.hide()

    def outdated(self) -> None:
        """Something else has been done: an offer to undo would now take back another step than the one it speaks of."""
        if self.action and self.action.text() == "Undo":
            self._pass()

    def show_message(self, message: Message) -> None:
        if self.action:
            self.action.deleteLater()
            self.action = None
        if message.lasting and message.text not in self._lasting:
            self._lasting.append(message.text)
        said = [*self._lasting, "" if message.lasting else message.text]
        self.words.setText("\n".join(filter(None, said)))
        self.setProperty("kind", "error" if message.error else "")
        repolish(self)
        repolish(self.words)
        if message.action:
            text, run = message.action
            self.action = button(text, text, run)
            self._row.insertWidget(1, self.action)
        self.show()
        self._timer.stop() if message.error or message.stays or message.lasting else self._timer.start()


class JobBar(QFrame):
    """What the background worker does now, with Cancel. Shown only when a job takes longer than a moment.

    Jobs run in the order in which they were asked for, so the first that has not ended is the one that runs.
    Signal: rested() when the last has ended.
    """

    rested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "muted")
        self.progress = QProgressBar()
        self.progress.setFixedWidth(140)
        self.progress.setTextVisible(False)
        self._jobs: list[Job] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(self.words)
        row.addWidget(self.progress)
        row.addWidget(tool("Cancel", "Stop this; nothing half-done is kept", self._cancel))
        self._later = QTimer(self, singleShot=True, interval=250)
        self._later.timeout.connect(lambda: self.setVisible(self.job is not None))
        self.hide()

    @property
    def job(self) -> Job | None:
        """The job that runs now."""
        return self._jobs[0] if self._jobs else None

    def watch(self, job: Job) -> None:
        self._jobs.append(job)
        job.progressed.connect(self._progress)
        job.ended.connect(self._ended)  # not by a lambda: the job may end after this bar is gone
        self._name()
        self._later.start()

    def _name(self) -> None:
        """Say which job runs, and how far it is if it has said so."""
        self.progress.setRange(0, 0)
        self.words.setText(f"{self.job.name}…" if self.job else "")
        if self.job:
            self._progress(*self.job.reached)

    def _progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if self.job and total > 1:
            self.words.setText(f"{self.job.name} {done} of {total}…")

    def _cancel(self) -> None:
        if self.job:
            self.job.cancel()

    def _ended(self) -> None:
        self._jobs = [job for job in self._jobs if not job.over]
        if self._jobs:
            self._name()
        else:
            self._later.stop()
            self.hide()
            self.rested.emit()
