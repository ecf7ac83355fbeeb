"""A second pair of eyes: our verdicts and a colleague's beside each other, claim by claim; T takes theirs, O keeps ours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from workbench.case.claim_view import ClaimView
from workbench.case.second import Comparison, Line, Outcome
from workbench.desk import fonts, theme
from workbench.desk.desk import Desk
from workbench.desk.sheet import Sheet
from workbench.desk.signing.parts import Pill, bind
from workbench.desk.widgets import alive, button, label, safe_tip
from workbench.desk.wrapping import WrappingRow
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError

COLUMNS = ("", "Claim", "Ours", "Theirs", "")
SIGNS = {
    Outcome.AGREE: "=", Outcome.BASIS: "≈", Outcome.DIFFER: "≠", Outcome.UNANSWERED: "○", Outcome.OURS: "←", Outcome.THEIRS: "→",
}  # fmt: skip
QUIET = frozenset({Outcome.AGREE, Outcome.UNANSWERED})
"""Outcomes that ask nothing of the analyst: their lines are folded at first."""


class Side(QFrame):
    """One side's verdict on the chosen claim: status, basis, reason, words and what it rests on."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.title, self.pill = label(title, "section", scale=0.86), Pill()
        self.words, self.facts = label("", wrap=True), label("", "muted", wrap=True)
        self.words.setFont(fonts.reading(13))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(16, 12, 16, 14)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.pill)
        lay.addLayout(head)
        lay.addWidget(self.words)
        lay.addWidget(self.facts)
        lay.addStretch(1)

    def show_view(self, view: ClaimView | None) -> None:
        self.pill.setVisible(view is not None)
        if view is None:
            self.words.setText("The claim is not in this case.")
            self.facts.setText("")
            return
        claim = view.claim
        self.pill.show_verdict(claim.verdict)
        self.words.setText(claim.text)
        lines = [f"Basis: {claim.basis.label}" if claim.basis else "", f"Reason: {claim.reason}" if claim.reason else ""]
        lines += [f"Override: {claim.override_reason}" if claim.override_reason else ""]
        lines += [f"Denied by {claim.denied_by}, {claim.denied_on}" if claim.denied_by else ""]
        lines += [f"Rests on: {view.meter.full}"]
        self.facts.setText("\n".join(filter(None, lines)))


class SecondPairSheet(Sheet):
    def __init__(self, parent: QWidget, desk: Desk, comparison: Comparison) -> None:
        super().__init__(parent, "A second pair of eyes", 1240, 780)
        self.desk, self.comparison = desk, comparison
        self.kept: set[int] = set()
        self.folded = frozenset(line.key for line in comparison.lines if line.outcome in QUIET and not line.words_changed)
        self.unfolded = False
        self.lines: list[Line] = []
        self.body = QWidget()
        self._build()
        bind(self.body, {"T": self.take, "O": self.keep, "J": lambda: self.step(1), "K": lambda: self.step(-1), "F": self.fold})
        bind(self.body, {"Ctrl+Z": desk.undo, "Ctrl+Shift+Z": desk.redo})
        desk.changed.connect(self._changed)
        self._show()
        self._go(0)

    def _build(self) -> None:
        self.summary, self.said = label("", "title", wrap=True, scale=1.1), label("", "muted", wrap=True)
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setAccessibleName("Claims in both cases")
        self.table.setHorizontalHeaderLabels(list(COLUMNS))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 92), (2, 250), (3, 250), (4, 170)):
            self.table.setColumnWidth(column, width)
        self.table.currentCellChanged.connect(lambda *_: self._show_line())
        self.ours, self.theirs = Side("OURS"), Side("THEIRS")
        beside = QHBoxLayout()
        beside.addWidget(self.ours, 1)
        beside.addWidget(self.theirs, 1)
        self.fold_button = button("", "Show or fold what asks nothing of you", self.fold, kind="flat", key="F")
        self.keep_button = button("Keep ours", "Note what theirs was, and keep ours", self.keep, key="O")
        self.take_button = button("Take theirs", "Write theirs into our case, through the same rules", self.take, kind="primary", key="T")
        foot = WrappingRow()
        foot.addWidget(self.fold_button)
        foot.addStretch()
        foot.addWidget(self.keep_button)
        foot.addWidget(self.take_button)
        lay = QVBoxLayout(self.body)
        lay.setContentsMargins(8, 4, 8, 4)
        lay.setSpacing(10)
        lay.addWidget(self.summary)
        lay.addWidget(self.table, 1)
        lay.addLayout(beside)
        lay.addWidget(self.said)
        lay.addLayout(foot)
        QVBoxLayout(self).addWidget(self.body)

    # --- what is shown --------------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if changes.touches("claims", "origins"):
            comparison, second = self.comparison, self.desk.case.second
            self.desk.ask("Both cases", lambda _: second.refresh(comparison), self._refreshed)

    def _refreshed(self, comparison: Comparison) -> None:
        if alive(self):
            self.comparison = comparison
            self._show()

    def _show(self) -> None:
        """Fill the table, and stay on the line that is chosen."""
        before = self._line()
        every = self.comparison.lines
        self.lines = [line for line in every if self.unfolded or line.key not in self.folded]
        self.summary.setText(self.comparison.summary)
        hidden = sum(line.key in self.folded for line in every)
        words = f"Fold {hidden} that ask nothing" if self.unfolded else f"Show {hidden} that agree or are not answered"
        self.fold_button.setText(words)
        self.fold_button.setAccessibleName(words)
        self.fold_button.setVisible(bool(hidden))
        self.table.setRowCount(len(self.lines))
        for row, line in enumerate(self.lines):
            for column, text in enumerate(self._cells(line)):
                item = QTableWidgetItem(text)
                item.setToolTip(safe_tip(text))
                if (line.outcome in QUIET and not line.words_changed) or line.key in self.kept:
                    item.setForeground(QBrush(theme.current()["muted"]))
                self.table.setItem(row, column, item)
        self._go(next((row for row, line in enumerate(self.lines) if before and line.key == before.key), self.table.currentRow()))
        self._show_line()

    def _cells(self, line: Line) -> tuple[str, ...]:
        view = line.ours or line.theirs
        assert view is not None
        outcome = f"{SIGNS[line.outcome]}  {line.outcome.label}" + (", other words" if line.words_changed else "")
        ours, theirs = (_verdict(side) for side in (line.ours, line.theirs))
        return line.number, view.claim.text, ours, theirs, "✓  ours kept" if line.key in self.kept else outcome

    def _line(self) -> Line | None:
        row = self.table.currentRow()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def _show_line(self) -> None:
        line = self._line()
        for side, view in ((self.ours, line.ours if line else None), (self.theirs, line.theirs if line else None)):
            side.setVisible(line is not None)
            side.show_view(view)
        self.theirs.title.setText(f"THEIRS: {self.comparison.colleague}".rstrip(": "))
        writable = not self.desk.case.read_only
        self.take_button.setEnabled(writable and line is not None and line.takeable)
        self.keep_button.setEnabled(writable and line is not None and line.takeable and line.ours is not None)

    def fold(self) -> None:
        self.unfolded = not self.unfolded
        self._show()

    # --- what is done ---------------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Take theirs for the chosen claim, and go on; what a rule forbids is said, and nothing of it is taken."""
        line = self._line()
        if line is None or line.theirs is None or not self.take_button.isEnabled():
            return
        try:
            changes, refused = self.desk.case.second.take(self.comparison, frozenset({line.theirs.claim.id}))
        except WorkbenchError as error:
            self.said.setText(str(error))
            return
        self.said.setText(" ".join(refused) or f"{line.number}: theirs was taken. Ctrl+Z takes it back.")
        self.kept.discard(line.key)
        self.desk.announce(changes)
        if not refused:
            self._to_next()

    def keep(self) -> None:
        """Keep ours for the chosen claim, with a note of what theirs was, and go on."""
        line = self._line()
        if line is None or line.ours is None or not self.keep_button.isEnabled():
            return
        number = line.ours.claim.id
        self.kept.add(line.key)
        if self.desk.do(lambda: self.desk.case.second.keep(self.comparison, frozenset({number}))) is None:
            self.kept.discard(line.key)
            return
        self.said.setText(f"{line.number}: ours was kept, and the note of the claim says what theirs was.")
        self._to_next()

    def step(self, by: int) -> None:
        self._go(self.table.currentRow() + by)

    def _go(self, row: int) -> None:
        if 0 <= row < len(self.lines):
            self.table.setCurrentCell(row, 1)

    def _to_next(self) -> None:
        """The next line that still asks something; where there is none, stay."""
        here, count = self.table.currentRow(), len(self.lines)
        for step in range(1, count + 1):
            line = self.lines[(here + step) % count]
            if line.takeable and line.key not in self.kept:
                self._go((here + step) % count)
                return


def _verdict(view: ClaimView | None) -> str:
    claim = view.claim if view else None
    return f"{claim.verdict.glyph} {claim.verdict.label.lower()}" + (f", {claim.basis.label}" if claim.basis else "") if claim else "–"
