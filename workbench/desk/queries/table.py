"""The rows of the list of queries: what the checks suggest on top, then what was raised; sorted and narrowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from workbench.case.queries import QueryView
from workbench.checks.matter import Place, Question
from workbench.desk import theme
from workbench.desk.widgets import safe_tip
from workbench.domain.vocabulary import DiscrepancyState, Severity

COLUMNS = ("No.", "Type", "Severity", "Claim", "What does not agree", "State")
RANK = {severity: rank for rank, severity in enumerate(Severity)}
SEVERITY_SIGNS = {Severity.HIGH: "▲ high", Severity.MEDIUM: "◆ medium", Severity.LOW: "▽ low"}
"""Never by colour alone (invariant 10)."""
KEYS = {
    Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter", Qt.Key.Key_G: "go", Qt.Key.Key_Plus: "raise", Qt.Key.Key_Equal: "raise",
    Qt.Key.Key_X: "dismiss", Qt.Key.Key_R: "resolve", Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_S: "sort", Qt.Key.Key_J: "next", Qt.Key.Key_K: "previous",
}  # fmt: skip
Entry = QueryView | Question


def places_of(entry: Entry) -> tuple[Place, ...]:
    if isinstance(entry, Question):
        return entry.places
    return tuple(Place(p.article_id, p.span) for p in entry.passages)


@dataclass(frozen=True, slots=True)
class Order:
    """How the list is narrowed and sorted: a state (None for all), and the number of a column."""

    state: DiscrepancyState | None = DiscrepancyState.OPEN
    column: int = 0

    def apply(self, views: Sequence[QueryView]) -> list[QueryView]:
        shown = [v for v in views if self.state in (None, v.query.state)]
        return sorted(shown, key=_KEYS[self.column])


_KEYS: tuple[Callable[[QueryView], tuple[Any, ...]], ...] = (
    lambda v: (v.query.id,),
    lambda v: (v.query.type.label, v.query.id),
    lambda v: (RANK[v.query.severity], v.query.id),
    lambda v: (v.query.claim_id or 10**9, v.query.id),
    lambda v: (v.query.summary.casefold(), v.query.id),
    lambda v: (v.query.state is not DiscrepancyState.OPEN, v.query.id),
)


class QueryTable(QTableWidget):
    """Signal: asked(what), a value of KEYS or "reopen", for the row that is chosen."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS))
        self.entries: list[Entry] = []
        self.setAccessibleName("Queries")
        self.setHorizontalHeaderLabels(list(COLUMNS))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 56), (1, 160), (2, 100), (3, 60), (5, 90)):
            self.setColumnWidth(column, width)
        self.itemDoubleClicked.connect(lambda _: self.asked.emit("enter"))

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these rows; the one that was chosen stays chosen, else the one that takes its place."""
        before, row = self.chosen(), self.currentRow()
        self.blockSignals(True)
        self.entries = list(entries)
        self.setRowCount(len(entries))
        for number, entry in enumerate(entries):
            for column, text in enumerate(_cells(entry)):
                self.setItem(number, column, self._item(text, suggested=isinstance(entry, Question), last=column == len(COLUMNS) - 1))
        self.blockSignals(False)
        again = next((n for n, e in enumerate(entries) if before is not None and _key(e) == _key(before)), min(row, len(entries) - 1))
        self.setCurrentCell(max(0, again), 0) if entries else self.setCurrentCell(-1, -1)
        self.itemSelectionChanged.emit()

    def _item(self, text: str, *, suggested: bool, last: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(safe_tip(text))
        if suggested:
            item.setForeground(theme.current()["suggestion" if last else "text"])
        return item

    def chosen(self) -> Entry | None:
        row = self.currentRow()
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def choose(self, query_id: int) -> bool:
        """Choose the row of a query; whether it is here."""
        row = next((n for n, e in enumerate(self.entries) if isinstance(e, QueryView) and e.query.id == query_id), -1)
        if row >= 0:
            self.setCurrentCell(row, 0)
        return row >= 0

    def step(self, by: int) -> None:
        if self.entries:
            self.setCurrentCell(max(0, min(self.currentRow() + by, len(self.entries) - 1)), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = KEYS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if held or (what is None and not event.text().isalnum()):
            super().keyPressEvent(event)
        elif what in ("next", "previous"):
            self.step(1 if what == "next" else -1)
        elif what:
            self.asked.emit("reopen" if what == "resolve" and shifted else what)


def _key(entry: Entry) -> object:
    return entry if isinstance(entry, Question) else entry.query.id


def _cells(entry: Entry) -> tuple[str, ...]:
    claim_id = entry.claim_id if isinstance(entry, Question) else entry.query.claim_id
    claim = f"C{claim_id}" if claim_id else ""
    if isinstance(entry, Question):
        return ("–", entry.type.label, SEVERITY_SIGNS[entry.severity], claim, entry.why, "suggested")
    query = entry.query
    state = "✓ resolved" if query.state is DiscrepancyState.RESOLVED else "○ open"
    return (query.number, query.type.label, SEVERITY_SIGNS[query.severity], claim, query.summary, state)
