"""The journal of the case as a sheet: who did what, when and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.case.differences import Difference
from workbench.case.history import Event
from workbench.case.past import Moment
from workbench.desk.desk import Desk
from workbench.desk.moment_words import day_of, hour_of
from workbench.desk.plain_tables import Line, Lines, LineTable
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label
from workbench.desk.worker import Job
from workbench.domain.changes import Changes

HEADS = ("Step", "Day", "Time", "Who", "What", "Why")
ABOUT = re.compile(r"(c|ex\.?)\s*(\d+)", re.IGNORECASE)
EVERY = 10**9
AT_FIRST = 400
RESTING = 120  # milliseconds on a row before it is read what its step did
MOST_LINES = 6


class History(Sheet):
    """Every step, newest first. Typing narrows it: words, or C3, or Ex. 2. `go_back(moment)` opens the case as it was after a step."""

    def __init__(
        self, parent: QWidget, desk: Desk, go_back: Callable[[Moment], None], since: Callable[[int], None], words: str = ""
    ) -> None:
        super().__init__(parent, "History of the case", 1080, 760)
        self.desk, self.go_back, self.since = desk, go_back, since
        self.events: list[Event] = []
        self.shown: list[Event] = []
        self._found_by: dict[int, str] = {}
        self._reading: Job | None = None
        self.filter = QLineEdit(words)
        self.filter.setPlaceholderText("Words, a name, C3 for a claim, Ex. 2 for an article")
        self.filter.setAccessibleName("Show only steps about")
        self.filter.setClearButtonEnabled(True)
        self.count = label("Reading the journal…", "muted")
        self.model = Lines(HEADS)
        self.table = LineTable("Journal", self.model, (64, 104, 84, 150, 400, 220), 4)
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.count)
        for text, hint, run, key in (
            ("What changed since", "What is different now from how it was after the chosen step", self._since, "Ctrl+D"),
            ("The case as it was then", "Open the case as it was after the chosen step, to read only", self._open, "Enter"),
        ):
            row.addWidget(button(text, hint, run, key=key))
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        self.did = label("", wrap=True)
        self.did.setAccessibleName("What the chosen step did")
        self.did.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.did.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.did)
        self._resting = QTimer(self, singleShot=True, interval=RESTING)
        self._resting.timeout.connect(self._show_step)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._resting.start())
        layout.addWidget(label("Enter opens the case as it was after a step, in a window of its own, to read only.", "muted"))
        self.filter.textChanged.connect(self._fill)
        self.filter.returnPressed.connect(self._to_table)
        self.table.activated.connect(self._open)
        for keys, run in (("Ctrl+D", self._since), ("Ctrl+F", self.filter.setFocus)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        desk.changed.connect(self._changed)
        self.filter.setFocus()
        self.asked(desk.ask("Reading the journal", lambda _: desk.case.history.of_case(AT_FIRST), self._read))

    def _read(self, events: list[Event]) -> None:
        """The latest steps are shown at once, all of a long journal when it has been read."""
        self.events = events
        self._fill()
        if len(events) == AT_FIRST and events[-1].seq > 1:
            history = self.desk.case.history
            self._reading = self.desk.ask("Reading the journal", lambda _: _with_words(history.of_case(EVERY)), self._read_all)

    def _read_all(self, told: tuple[list[Event], dict[int, str]]) -> None:
        events, words = told
        newer = [event for event in self.events if event.seq > events[0].seq]  # made while it was read
        self.events = newer + events
        self._found_by |= words
        self._fill()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._reading:
            self._reading.cancel()
        super().closeEvent(event)

    def _changed(self, changes: Changes) -> None:
        """Put the new steps on top; the rest of the journal never changes."""
        newest = self.events[0].seq if self.events else 0
        if newest and changes.step > newest:
            self.events = self.desk.case.history.of_case(changes.step - newest) + self.events
            self._fill()

    def _fill(self) -> None:
        chosen = self._chosen()
        self.shown = self._narrowed(self.filter.text().strip())
        self.model.show_rows(_lines(self.shown), lambda row: _spoken(self.shown[row]))
        count, every = len(self.shown), len(self.events)
        self.count.setText(f"{every:,} steps" if count == every else f"{count:,} of {every:,} steps")
        again = next((n for n, e in enumerate(self.shown) if chosen and e.seq == chosen.seq), 0)
        if self.shown:
            self.table.setCurrentIndex(self.model.index(again, 0))

    def _narrowed(self, words: str) -> list[Event]:
        if not words:
            return self.events
        if about := ABOUT.fullmatch(words):
            table = "claims" if about[1].lower() == "c" else "articles"
            steps = self.desk.case.history.steps_of(table, int(about[2]))
            return [e for e in self.events if e.seq in steps]
        wanted = words.casefold().split()
        return [e for e in self.events if all(w in self._searched(e) for w in wanted)]

    def _searched(self, event: Event) -> str:
        """All that a step is found by, put together once."""
        if event.seq not in self._found_by:
            self._found_by[event.seq] = _found_by(event)
        return self._found_by[event.seq]

    def _chosen(self) -> Event | None:
        row = self.table.currentIndex().row()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def _show_step(self) -> None:
        """What the chosen step did: each field with what it was and what it became. Read beside everything else."""
        if event := self._chosen():
            work = self.desk.case.history.of_step
            self.asked(self.desk.ask("Reading a step", lambda _: work(event.seq), self._tell_step))

    def _tell_step(self, found: list[Difference]) -> None:
        lines = [f"{one.name} · {line}" for one in found for line in one.lines]
        more = f"\n… and {len(lines) - MOST_LINES} more" if len(lines) > MOST_LINES else ""
        self.did.setText("\n".join(lines[:MOST_LINES]) + more)

    def _to_table(self) -> None:
        self.table.setFocus()

    def _open(self, *_: object) -> None:
        if event := self._chosen():
            self.go_back(self.desk.case.past.moment(event.seq))

    def _since(self) -> None:
        if event := self._chosen():
            self.since(event.seq)


def _lines(events: Sequence[Event]) -> list[Line]:
    """A row a step; the day only where it is another than above, a sign where the clock had been set back before a step."""
    rows: list[Line] = []
    above = ""
    for at, event in enumerate(events):
        day = day_of(event.at)
        earlier = events[at + 1] if at + 1 < len(events) else None
        back = " ⟲" if earlier and earlier.seq == event.seq - 1 and _is_before(event.at, earlier.at) else ""
        rows.append((str(event.seq), "" if day == above else day, hour_of(event.at) + back, event.who, event.what, event.why))
        above = day
    return rows


def _found_by(event: Event) -> str:
    """All that a step is found by: what it did, and its day in figures and as it is shown."""
    return f"{event.found_by} {day_of(event.at).casefold()}"


def _with_words(events: list[Event]) -> tuple[list[Event], dict[int, str]]:
    return events, {event.seq: _found_by(event) for event in events}


def _is_before(at: str, other: str) -> bool:
    return datetime.fromisoformat(at) < datetime.fromisoformat(other)


def _spoken(event: Event) -> str:
    why = f"\nbecause {event.why}" if event.why else ""
    return f"Step {event.seq}, {day_of(event.at)} {hour_of(event.at)}, {event.who}: {event.name}\n{event.whole}{why}"
