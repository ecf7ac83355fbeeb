"""The queries of a claim in its detail: number, type and state; a click opens the list at that one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from workbench.desk.claims.links import clear
from workbench.desk.widgets import button, label
from workbench.domain.entities import Discrepancy
from workbench.domain.vocabulary import DiscrepancyState

NONE = "None. Select words that do not agree with another passage and press Q."


class QueryRows(QVBoxLayout):
    """`opened` is called with the number of the query that was clicked."""

    def __init__(self, opened: Callable[[int], object]) -> None:
        super().__init__()
        self.setSpacing(1)
        self._opened = opened
        self._shown: tuple[Discrepancy, ...] | None = None

    def show(self, queries: Sequence[Discrepancy]) -> None:
        """Build the rows anew, open queries first, only when something in them has changed."""
        ordered = tuple(sorted(queries, key=lambda q: (q.state is not DiscrepancyState.OPEN, q.id)))
        if ordered == self._shown:
            return
        self._shown = ordered
        clear(self)
        for query in ordered:
            sign = "⚑" if query.state is DiscrepancyState.OPEN else "✓"
            text = f"{sign} {query.number}  {query.type.label} · {query.state.label}, {query.severity.label}"
            row = button(text, query.resolution or query.summary or text, partial(self._opened, query.id), kind="flat")
            self.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        if not ordered:
            self.addWidget(label(NONE, "muted", wrap=True))
