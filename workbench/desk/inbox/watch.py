"""Looking into the inbox folder again and again, beside everything else: a folder on a slow disk must not hold up a search."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from workbench.desk.desk import Desk
from workbench.domain.changes import Changes
from workbench.importers.inbox import Inbox, Waiting

EVERY = 1.0
"""Seconds between two looks."""


class InboxWatch(QObject):
    """What waits in this case's inbox. `changed` says that it is something else now; `fault` is why the folder cannot be read, or ""."""

    changed = Signal()
    _looked = Signal(object, object, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.waiting: list[Waiting] = []
        self.fault = ""
        self._left: set[str] = set(desk.settings.get("inbox_left"))
        self._taken: set[str] = set()  # brought in from here, by what they are
        self._arrived: set[str] = set()  # those of them that have become articles
        self._over = Event()
        self._looked.connect(self._took)
        desk.changed.connect(self._changed)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched for this case; None when there is none."""
        found = self.desk.settings.get("inboxes").get(self.desk.case.info.get().uid)
        return Path(found) if found else None

    def start(self) -> None:
        """Watch the folder from now on, if there is one; what was watched before is let go."""
        self.stop()
        self.waiting, self.fault = [], ""
        if self.folder and not self.desk.case.read_only:
            self._over = Event()
            Thread(target=self._watch, args=(Inbox(self.folder, self._left.__contains__), self._over), name="inbox", daemon=True).start()
        self.changed.emit()

    def stop(self) -> None:
        """Watch no longer. For closing, too: a folder that hangs is not waited for."""
        self._over.set()

    def watch_folder(self, folder: Path | None) -> None:
        """Watch another folder for this case; None for none."""
        uid = self.desk.case.info.get().uid
        folders = {name: place for name, place in self.desk.settings.get("inboxes").items() if name != uid}
        self.desk.settings.set("inboxes", folders | ({uid: str(folder)} if folder else {}))
        self.start()

    def take(self, files: Sequence[Waiting]) -> None:
        """Do not offer these any more, which are being brought in; an undo that takes their articles away offers them again."""
        self._taken |= {each.digest for each in files}
        self.leave(files)

    def leave(self, files: Sequence[Waiting]) -> None:
        """Do not offer these again: they were left, or brought in."""
        self._left |= {each.digest for each in files}
        self.desk.settings.set("inbox_left", list(dict.fromkeys([*(each.digest for each in files), *self.desk.settings.get("inbox_left")])))
        self._narrow()

    def offer_again(self, digests: Collection[str]) -> None:
        """Offer files with these SHA-256 again after all."""
        self._left -= set(digests)
        self.desk.settings.set("inbox_left", [digest for digest in self.desk.settings.get("inbox_left") if digest not in digests])

    def _changed(self, changes: Changes) -> None:
        """What came from here may have become an article, or be one no longer."""
        if self._taken and changes.touches("articles"):
            here = self.desk.case.articles.with_originals(self._taken)
            if gone := self._arrived - here:
                self._taken -= gone
                self.offer_again(gone)
            self._arrived = set(here)
        self._narrow()

    def _watch(self, inbox: Inbox, over: Event) -> None:
        while not over.is_set():
            try:
                found, fault = inbox.look(time.monotonic()), ""
            except OSError as error:
                found, fault = [], f"The inbox {inbox.folder} cannot be read ({error.strerror or error})."
            if not over.is_set():
                self._looked.emit(over, found, fault)
            over.wait(EVERY)

    def _took(self, over: Event, found: list[Waiting], fault: str) -> None:
        if over.is_set():
            return
        if fault and fault != self.fault:
            self.desk.say(fault, error=True)
        before, self.fault = self.fault, fault
        self._show(found, told=fault != before)

    def _narrow(self) -> None:
        """Leave out what has come in or was left since the last look."""
        if self.waiting:
            self._show(self.waiting)

    def _show(self, found: list[Waiting], *, told: bool = False) -> None:
        here = self.desk.case.articles.with_originals([each.digest for each in found]) if found else frozenset()
        waiting = [each for each in found if each.digest not in here and each.digest not in self._left]
        if told or waiting != self.waiting:
            self.waiting = waiting
            self.changed.emit()
