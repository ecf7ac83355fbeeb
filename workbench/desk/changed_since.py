"""What is different now from how it was, as a sheet: since a version, a step or a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.case.differences import Difference
from workbench.desk.desk import Desk
from workbench.desk.moment_words import day_of
from workbench.desk.plain_tables import Lines, LineTable
from workbench.desk.rows import Index
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import DropDown, label
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.domain.plurals import counted
from workbench.domain.records import SignedMemo


class Since(Sheet):
    """What is different now from how it was: since a signed version, a moment or a step. Enter on a line goes to what it is about."""

    def __init__(self, parent: QWidget, desk: Desk, show: Callable[[Difference], None], step: int = 0) -> None:
        super().__init__(parent, "What changed since", 980, 700)
        self.desk, self.show_subject = desk, show
        self.memos = [version.memo for version in desk.case.signing.versions()]
        self.found: list[Difference] = []
        self.line_of: list[Difference] = []
        self.pick = DropDown()
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
        line.setPlaceholderText("a version, a step, or a moment such as 21 Oct 2024 14:30")
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
        said = f"{counted(count, 'difference')}. What was changed and changed back is left out."
        self.words.setText(said if found else "Nothing is different from how it was then.")
        if found:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _spoken(self, row: int) -> str:
        return f"{self.line_of[row].name}: {self.model.rows[row][1]}"

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.show_subject(self.line_of[index.row()])
