"""The journal of the case as a sheet: who did what, when and why; and what is different since any of its steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from workbench.case.differences import Difference
from workbench.case.history import Event
from workbench.case.past import Moment
from workbench.desk.desk import Desk
from workbench.desk.moments import day_of, hour_of
from workbench.desk.rows import Index
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label, safe_tip
from workbench.domain.changes import Changes
from workbench.domain.entities import SignedMemo
from workbench.domain.errors import WorkbenchError

HEADS = ("Step", "Day", "Time", "Who", "What", "Why")
ABOUT = re.compile(r"(c|ex\.?)\s*(\d+)", re.IGNORECASE)
EVERY = 10**9
RESTING = 120  # milliseconds on a row before it is read what its step did
MOST_LINES = 6
Line = tuple[str, ...]


class Lines(QAbstractTableModel):
    """A table of words. `spoken` is what a screen reader and the hint say of a row; column `bold` is set bold."""

    def __init__(self, heads: Sequence[str], bold: int = -1) -> None:
        super().__init__()
        self.heads, self.bold = heads, bold
        self.rows: Sequence[Line] = ()
        self._spoken: Callable[[int], str] = lambda row: ", ".join(filter(None, self.rows[row]))

    def show_rows(self, rows: Sequence[Line], spoken: Callable[[int], str] | None = None) -> None:
        self.beginResetModel()
        self.rows = rows
        if spoken:
            self._spoken = spoken
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.heads[section] if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(self._spoken(index.row()))
        if role == Qt.ItemDataRole.FontRole and index.column() == self.bold:
            font = QFont()
            font.setBold(True)
            return font
        return None


class LineTable(QTableView):
    """Rows of one height; Enter or a double click opens one."""

    def __init__(self, name: str, model: Lines, widths: Sequence[int], stretch: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(27)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class History(Sheet):
    """Every step, newest first. Typing narrows it: words, or C3, or Ex. 2. `go_back(moment)` opens the case as it was after a step."""

    def __init__(
        self, parent: QWidget, desk: Desk, go_back: Callable[[Moment], None], since: Callable[[int], None], words: str = ""
    ) -> None:
        super().__init__(parent, "History of the case", 1080, 760)
        self.desk, self.go_back, self.since = desk, go_back, since
        self.events: list[Event] = []
        self.shown: list[Event] = []
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
        self.asked(desk.ask("Reading the journal", lambda _: desk.case.history.of_case(EVERY), self._read))

    def _read(self, events: list[Event]) -> None:
        self.events = events
        self._fill()

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
        return [e for e in self.events if all(w in f"{e.seq} {e.at[:10]} {e.who} {e.what} {e.why}".casefold() for w in wanted)]

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


def _is_before(at: str, other: str) -> bool:
    return datetime.fromisoformat(at) < datetime.fromisoformat(other)


def _spoken(event: Event) -> str:
    why = f", because {event.why}" if event.why else ""
    return f"Step {event.seq}, {day_of(event.at)} {hour_of(event.at)}, {event.who}: {event.what}{why}"


class Since(Sheet):
    """What is different now from how it was: since a signed version, a moment or a step. Enter on a line goes to what it is about."""

    def __init__(self, parent: QWidget, desk: Desk, show: Callable[[Difference], None], step: int = 0) -> None:
        super().__init__(parent, "What changed since", 980, 700)
        self.desk, self.show_subject = desk, show
        with desk.case.file.read() as reader:
            self.memos = reader.memos()
        self.found: list[Difference] = []
        self.line_of: list[Difference] = []
        self.pick = QComboBox()
        self.pick.setEditable(True)
        self.pick.setAccessibleName("Since when")
        self.pick.addItems([*map(self._memo_words, reversed(self.memos)), "step 1"])
        self.words = label("", "muted", wrap=True)
        self.model = Lines(("What", "Difference"), bold=0)
        self.table = LineTable("What changed", self.model, (160, 700), 1)
        row = QHBoxLayout()
        row.addWidget(label("Since"))
        row.addWidget(self.pick, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        self.pick.activated.connect(lambda _: self.look())
        line = self.pick.lineEdit()
        assert line is not None
        line.returnPressed.connect(self.look)
        line.setPlaceholderText("a version, a step, or a moment such as 2024-10-21 14:30")
        self.table.activated.connect(self._open)
        desk.changed.connect(self._changed)
        if step:
            self.pick.setEditText(f"step {step}")
        self.look()
        self.table.setFocus()

    def _changed(self, _: Changes) -> None:
        self.look()

    def _memo_words(self, memo: SignedMemo) -> str:
        what = "signed" if memo.signed else "put up for signing"
        at = max((s.signed_at for s in memo.sign_offs), default="")
        return f"{memo.version} was {what}" + (f", {day_of(at)}" if at else "")

    def _step(self) -> int:
        words = self.pick.currentText().strip()
        memo = next((m for m in self.memos if self._memo_words(m) == words), None)
        return memo.step if memo else self.desk.case.past.find(words).seq

    def look(self) -> None:
        """Read what is different, in the background."""
        try:
            step = self._step()
        except WorkbenchError as error:
            self.words.setText(str(error))
            return
        self.words.setText("Reading the journal…")
        case = self.desk.case
        self.asked(self.desk.ask("Reading the journal", lambda _: case.history.since(step), self._read))

    def _read(self, found: list[Difference]) -> None:
        self.found = found
        self.line_of = [one for one in found for _ in one.lines]
        self.model.show_rows([("" if n else one.name, line) for one in found for n, line in enumerate(one.lines)], self._spoken)
        count = len(self.line_of)
        said = f"{count} difference{'' if count == 1 else 's'}. What was changed and changed back is left out."
        self.words.setText(said if found else "Nothing is different from how it was then.")
        if found:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _spoken(self, row: int) -> str:
        return f"{self.line_of[row].name}: {self.model.rows[row][1]}"

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.show_subject(self.line_of[index.row()])
