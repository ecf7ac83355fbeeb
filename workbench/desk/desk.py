"""The Desk: the open case, the chosen claim, and the one place through which every change goes.

`changed(Changes)` is the only signal about data: views update the rows named in it. `settled(Changes)` says the same a moment later,
all changes since in one, when the keys rest: what stands beside the text follows it, so that a key held down moves nothing but the text.
`chose(claim id or 0)` says which claim the window is about; `said(Message)` is for the message bar. `moved(Move)` says that the file was
taken from under the window, and where work goes on; `past_ends()` that windows on the past of the case are to close;
`announced(words)` is for a screen reader alone: what a key did elsewhere than where the keyboard is.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.case import Case
from workbench.desk.worker import Job, Worker
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.settings import Settings

SETTLING = 40  # milliseconds without a change


@dataclass(frozen=True, slots=True)
class Message:
    """A line for the message bar; `action` is a label and what it does. An error, or what `stays`, stays until the next message;
    what is `lasting` holds while this window is open and stays, beside other messages, until it is closed."""

    text: str
    error: bool = False
    action: tuple[str, Callable[[], None]] | None = None
    stays: bool = False
    lasting: bool = False


class Desk(QObject):
    changed = Signal(object)
    settled = Signal(object)
    chose = Signal(int)
    said = Signal(object)
    backup_asked = Signal()
    indexed = Signal()
    moved = Signal(object)
    past_ends = Signal()
    announced = Signal(str)

    def __init__(self, case: Case, settings: Settings) -> None:
        super().__init__()
        self.case = case
        self.settings = settings
        self.claim = 0
        self.choices = 0
        """How often a claim was chosen: a pane compares it with when its cursor was last moved by hand."""
        self.jobs = Worker("jobs")
        self.questions = Worker("questions")
        self.index_pending = False
        self.unsettled = Changes()
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self._settling.timeout.connect(self._settle)
        self._quiet = QTimer(self, singleShot=True, interval=250)
        self._quiet.timeout.connect(self._index)
        self._idle = QTimer(self, singleShot=True, interval=20_000)
        self._idle.timeout.connect(self._tidy)
        self._tidying: Job | None = None

    @property
    def at_rest(self) -> bool:
        """Whether nothing is under way: no job, no question, nothing to index and every view up to date."""
        return self.jobs.idle and self.questions.idle and not self.index_pending and not self.unsettled

    def do(self, action: Callable[[], Changes]) -> Changes | None:
        """Run one user action on the case. A known error goes to the message bar and None comes back."""
        try:
            changes = action()
        except WorkbenchError as error:
            self.tell(error)
            return None
        self.announce(changes)
        return changes

    def announce(self, changes: Changes) -> None:
        """Tell every view what changed, and let the index follow when it is quiet."""
        if not changes:
            return
        self.changed.emit(changes)
        self.unsettled |= changes
        self._settling.start()
        self.follow()

    def _settle(self) -> None:
        changes, self.unsettled = self.unsettled, Changes()
        self.settled.emit(changes)

    def follow(self) -> None:
        """Let the index follow the journal soon."""
        self.index_pending = True
        self._stop_tidying()
        self._quiet.start()

    def choose(self, claim_id: int) -> None:
        """Make a claim the one the window is about; 0 for none. Chosen again, it is again what keys are about."""
        self.choices += 1
        if claim_id != self.claim:
            self.claim = claim_id
            self.chose.emit(claim_id)

    def say(
        self,
        text: str,
        *,
        error: bool = False,
        action: tuple[str, Callable[[], None]] | None = None,
        stays: bool = False,
        lasting: bool = False,
    ) -> None:
        self.said.emit(Message(text, error, action, stays, lasting))

    def tell(self, error: WorkbenchError) -> None:
        """Say what went wrong; what advises to open a backup leads there."""
        self.say(str(error), error=True, action=("Open a backup…", self.backup_asked.emit) if error.advises_backup else None)

    def undo(self) -> None:
        self._step(self.case.undo, "Undone")

    def redo(self) -> None:
        self._step(self.case.redo, "Done again")

    def _step(self, step: Callable[[], tuple[str, Changes]], word: str) -> None:
        try:
            name, changes = step()
        except WorkbenchError as error:
            self.tell(error)
            return
        self.announce(changes)
        self.say(f"{word}: {name}")

    def job(self, name: str, work: Callable[[Job], Any], done: Callable[[Any], None], *, writes: bool = False) -> Job:
        """Run work in the background; known errors go to the message bar. `writes` says that it changes the case."""
        self._stop_tidying()
        return self.jobs.start(name, work, done, self.tell, writes=writes)

    def ask(self, name: str, work: Callable[[Job], Any], done: Callable[[Any], None]) -> Job:
        """Ask a question in the background, beside any job."""
        return self.questions.start(name, work, done, self.tell)

    def _index(self) -> None:
        self.job("Indexing", lambda job: self.case.index.refresh(job.progress, job.cancelled), self._indexed)

    def _indexed(self, _: object) -> None:
        self.index_pending = False
        self._idle.start()
        self.indexed.emit()
        if fault := self.case.index.fault:
            self.say(f"{fault} Everything else works.", error=True)

    def _tidy(self) -> None:
        """Merge the index when nobody has worked for a while; whatever is asked for next ends it."""
        if self.jobs.idle and self.case.index.untidy:
            work = self.case.index.tidy
            self._tidying = self.jobs.start("Tidying the search index", lambda job: work(job.cancelled), lambda _: None, lambda _: None)

    def _stop_tidying(self) -> None:
        self._idle.stop()
        if self._tidying is not None:
            self._tidying.cancel()
            self._tidying = None

    def tend(self) -> None:
        """From now on the file is looked after in the background: folded back when it is quiet, followed when it is moved."""
        if not self.case.read_only:
            self.case.tend(self.moved.emit)

    def close(self) -> None:
        """Stop background work and close the case into one file, whatever fails on the way."""
        with ExitStack() as closing:
            closing.callback(self.case.close)
            closing.callback(self.jobs.close)
            closing.callback(self.questions.close)
            for timer in (self._settling, self._quiet, self._idle):
                timer.stop()
