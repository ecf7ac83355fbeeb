"""Claims by articles: who says what with which stance, what was looked for and not found, and how many origins stand behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from workbench.case.claims import ClaimView
from workbench.desk import theme
from workbench.desk.desk import Desk
from workbench.desk.rows import Index
from workbench.desk.widgets import label, safe_tip
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Article
from workbench.domain.vocabulary import CARRYING, OPPOSING, Stance

LETTERS = {
    Stance.ASSERTS: "A", Stance.REPORTS: "R", Stance.SUPPORTS: "S", Stance.ENDORSES: "e", Stance.DENIES: "D", Stance.DISPUTES: "I",
    Stance.CONTRADICTS: "C", Stance.NEUTRAL: "n", Stance.PARTIAL: "p", Stance.NOT_MENTIONED: "–",
}  # fmt: skip
"""Capitals count (for or against), small letters do not; a dash was looked for and is not there, an empty cell is a gap."""
SUMS = ("Articles", "Origins")


class MatrixModel(QAbstractTableModel):
    def __init__(self, views: list[ClaimView], articles: list[Article]) -> None:
        super().__init__()
        self.views, self.articles = views, articles
        self._cells: dict[tuple[int, int], list[Appearance]] = {}
        for row, view in enumerate(views):
            for appearance in view.appearances:
                self._cells.setdefault((row, appearance.article_id), []).append(appearance)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.views)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.articles) + len(SUMS)

    def cell(self, row: int, column: int) -> list[Appearance]:
        """The appearances behind a cell; empty for a gap and for the sums."""
        return self._cells.get((row, self.articles[column].id), []) if column < len(self.articles) else []

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.ToolTipRole:
            if across:
                return safe_tip(self.articles[section].title) if section < len(self.articles) else None
            return safe_tip(self.views[section].claim.text)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across:
            return self.articles[section].exhibit if section < len(self.articles) else SUMS[section - len(self.articles)]
        claim = self.views[section].claim
        return f"{claim.number} {claim.verdict.glyph}  {claim.text[:58]}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        view, found = self.views[index.row()], self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() >= len(self.articles):
                return str(view.meter.articles if index.column() == len(self.articles) else len(view.meter.roots))
            return "".join(dict.fromkeys(LETTERS[a.stance] for a in found))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(view, found, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.current()[_color(found)]
        return None

    def _spoken(self, view: ClaimView, found: list[Appearance], column: int) -> str:
        if column >= len(self.articles):
            return view.meter.text
        words = ", ".join(dict.fromkeys(a.stance.label for a in found)) or "nothing recorded"
        return safe_tip(f"{view.claim.number} in {self.articles[column].exhibit}: {words}")


def _color(found: list[Appearance]) -> str:
    if any(a.stance in OPPOSING for a in found):
        return "denied"
    return "text" if any(a.stance in CARRYING for a in found) else "muted"


class MatrixTable(QTableView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Matrix(QWidget):
    """A window of its own; Enter or a double click on a cell goes to its passage."""

    def __init__(self, parent: QWidget, desk: Desk, go_to: Callable[[int, int], None]) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Claims by articles")
        self.resize(1180, 640)
        self.desk, self.go_to = desk, go_to
        self.table = MatrixTable()
        self.table.setAccessibleName("Claims by articles")
        self.table.verticalHeader().setDefaultSectionSize(28)
        self.table.verticalHeader().setFixedWidth(470)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setDefaultSectionSize(74)
        self.table.activated.connect(self._open)
        legend = "   ".join(f"{letter} {stance.label}" for stance, letter in LETTERS.items())
        layout = QVBoxLayout(self)
        layout.addWidget(label(f"{legend}   empty: a gap", "muted", wrap=True))
        layout.addWidget(self.table, 1)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        desk.changed.connect(self._changed)
        self.reload()

    def _changed(self, changes: Changes) -> None:
        if changes.touches("claims", "articles", "origins"):
            self.reload()

    def reload(self) -> None:
        self.model = MatrixModel(self.desk.case.claims.views(), self.desk.case.articles.all())
        self.table.setModel(self.model)

    def _open(self, index: Index) -> None:
        """Choose the claim and go to where it stands in that article."""
        found = [a for a in self.model.cell(index.row(), index.column()) if a.passage_id]
        self.desk.choose(self.model.views[index.row()].claim.id)
        if found and found[0].passage_id:
            with self.desk.case.file.read() as reader:
                passage = reader.passages(id=found[0].passage_id)[found[0].passage_id]
            self.go_to(passage.article_id, passage.anchor.start)
