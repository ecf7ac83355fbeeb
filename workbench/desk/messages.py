"""The message bar: plain words about what happened, with an action; never a modal box. Progress of jobs stands beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from workbench.desk.desk import Message
from workbench.desk.widgets import button, label, repolish, tool
from workbench.desk.worker import Job

STAYS = 9000  # milliseconds; an error stays until it is closed
KEPT = 100


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say something that is shown, or that happened elsewhere than where the keyboard is."""
    event = QAccessibleAnnouncementEvent(widget, words)
    polite = QAccessible.AnnouncementPoliteness
    event.setPoliteness(polite.Assertive if urgent else polite.Polite)
    QAccessible.updateAccessibility(event)


@dataclass(frozen=True, slots=True)
class Said:
    """A message of this window, with when it was said (local time)."""

    at: datetime
    text: str
    error: bool


class MessageBar(QFrame):
    """Lies over the lower edge of `over` and moves nothing. What was said last is kept in `log`; an error stays beside what is said
    later, until it is closed."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("message")
        self._over = over
        self.log: deque[Said] = deque(maxlen=KEPT)
        self.words = label("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.action: QPushButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 5, 8, 5)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(tool("✕", "Close the message; Ctrl+Alt+M lists the last hundred", self.close_all, name="Close the message"))
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._pass)
        self._lasting: list[str] = []
        self._unread = ""
        over.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._settle()
        return False

    def _settle(self) -> None:
        """Along the lower edge, as high as the words need."""
        width = self._over.width()
        height = min(self._over.height(), self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        self.setGeometry(0, self._over.height() - height, width, height)
        self.raise_()

    def close_all(self) -> None:
        """Take everything away, what lasts too: it has been read."""
        self._lasting.clear()
        self._unread = ""
        self.hide()

    def _pass(self) -> None:
        """A message has been there long enough; what lasts and an error that nobody has closed are still shown."""
        if self._lasting or self._unread:
            self._show("", None)
        else:
            self.hide()

    def outdated(self) -> None:
        """Something else has been done: an offer to undo would now take back another step than the one it speaks of."""
        if self.action and self.action.text() == "Undo":
            self._pass()

    def show_message(self, message: Message) -> None:
        self.log.append(Said(datetime.now().astimezone(), message.text, message.error))
        if message.lasting and message.text not in self._lasting:
            self._lasting.append(message.text)
        before = self._unread
        self._unread = message.text if message.error and not message.lasting else before
        self._show("" if message.lasting or message.error else message.text, message.action)
        announce(self, message.text, urgent=message.error)
        self._timer.stop() if message.error or message.stays or message.lasting else self._timer.start()

    def _show(self, words: str, action: tuple[str, Callable[[], None]] | None) -> None:
        if self.action:
            self.action.deleteLater()
            self.action = None
        said = "\n".join(filter(None, (*self._lasting, self._unread, words)))
        self.words.setText(said)
        self.words.setAccessibleName(said)
        self.setProperty("kind", "error" if self._unread or self._lasting else "")
        repolish(self)
        repolish(self.words)
        if action:
            text, run = action
            self.action = button(text, text, run)
            self._row.insertWidget(1, self.action)
        self.show()
        self._settle()


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
