"""Claims by articles: who says what with which stance, on which root it rests, what was looked for in vain, and what nobody looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from workbench.case.claim_view import ClaimView
from workbench.case.comparison import LETTERS
from workbench.desk.compare.matrix_model import NUMBER, ORDERS, SUMS, MatrixModel
from workbench.desk.compare.matrix_table import COLUMN_WIDTH, CellDelegate, ClaimHeader, MatrixTable
from workbench.desk.compare.printed import Printed
from workbench.desk.desk import Desk
from workbench.desk.rows import Index
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import DropDown, button, label
from workbench.domain.changes import Changes

MANY_ROWS = 70  # from here the printed page is set smaller than 5 points


class Matrix(Sheet):
    """A window of its own. A click or Enter on a cell goes to its passage, again to the next one of the same cell.

    `views` gives the claims as some other view of the window has them already, or None: then they are read.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, go_to: Callable[[int, int], None], views: Callable[[], Sequence[ClaimView] | None] = lambda: None
    ) -> None:
        super().__init__(parent, "Claims by articles", 1360, 880)
        self.desk, self.go_to, self._views = desk, go_to, views
        self._turn = (0, 0, 0)
        self.by: str | int = NUMBER
        self.model: MatrixModel
        self.table = self._make_table()
        self.order = DropDown()
        self.order.setAccessibleName("Order of the claims")
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.order.setMinimumContentsLength(14)
        self.order.addItems([f"By {name.lower()}" for name in ORDERS])
        self.order.activated.connect(lambda at: self.sort_by(ORDERS[at]))
        self.roots = label("", "muted", wrap=True)
        self.printed = Printed(self, desk)
        layout = QVBoxLayout(self)
        layout.addLayout(self._head())
        layout.addWidget(self.table, 1)
        layout.addWidget(self.roots)
        for keys, run in (("Ctrl+S", self.save), ("Ctrl+P", self.print_page)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.reload)
        desk.changed.connect(self._changed)
        self.reload()
        self.table.setFocus()

    def _make_table(self) -> MatrixTable:
        table = MatrixTable()
        table.setAccessibleName("Claims by articles")
        table.setItemDelegate(CellDelegate(table))
        table.setVerticalHeader(ClaimHeader(table))
        table.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().sectionClicked.connect(self._sort_by_column)
        table.clicked.connect(self.open_cell)
        table.activated.connect(self.open_cell)
        return table

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        legend = "   ".join(f"{letter} {stance.label}" for stance, letter in LETTERS.items())
        signs = "▨ not looked for yet.  ¹ ² ³ the root it rests on.  ⚠ several articles, one root, and the basis asks for two"
        row.addWidget(label(f"{legend}   {signs}", "muted", wrap=True), 1)
        row.addWidget(self.order)
        row.addWidget(button("Save PDF…", "Keep the table as one landscape A4 page", self.save, key="Ctrl+S"))
        row.addWidget(button("Print…", "Print the table on one landscape A4 page", self.print_page, key="Ctrl+P"))
        return row

    def _changed(self, changes: Changes) -> None:
        if changes.touches("claims", "articles", "origins", "discrepancies"):
            self._later.start()

    def reload(self) -> None:
        """Lay it out anew from the case as it is; order and chosen cell stay."""
        at = self.table.currentIndex()
        claim = self.model.views[at.row()].claim.id if at.isValid() else 0
        self.model = MatrixModel(self.desk.case.comparison.grid(self._views()))
        self.table.setModel(self.model)
        self.roots.setText("Roots:  " + "    ".join(f"{n} {name}" for n, name in enumerate(self.model.grid.roots, 1)))
        self.roots.setVisible(bool(self.model.grid.roots))
        self.sort_by(self.by, claim=claim, column=max(0, at.column()))

    def sort_by(self, by: str | int, *, claim: int = 0, column: int = -1) -> None:
        """Order the rows by a word of ORDERS, or by what stands in an article (its number); the chosen cell stays with its claim."""
        at = self.table.currentIndex()
        if not claim and at.isValid():
            claim, column = self.model.views[at.row()].claim.id, at.column()
        self.by = by
        self.model.order(by)
        self.order.setCurrentIndex(ORDERS.index(by) if isinstance(by, str) else -1)
        row = next((n for n, v in enumerate(self.model.views) if v.claim.id == claim), -1) if claim else -1
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, column))

    def _sort_by_column(self, column: int) -> None:
        article = self.model.article(column)
        self.sort_by(article.id if article else SUMS[column])

    def open_cell(self, index: Index) -> None:
        """Choose the claim and go to where it stands in that article; a gap opens the article."""
        if not index.isValid():
            return
        claim, article = self.model.views[index.row()].claim, self.model.article(index.column())
        held = [a.passage_id for a in self.model.cell(index.row(), index.column()) if a.passage_id]
        self.desk.choose(claim.id)
        if not article:
            return
        turn = self._turn[2] + 1 if self._turn[:2] == (claim.id, article.id) else 0
        self._turn = (claim.id, article.id, turn)
        self.go_to(article.id, self._place(held[turn % len(held)]) if held else 0)

    def _place(self, passage_id: int) -> int:
        return self.desk.case.articles.passage(passage_id).start

    def save(self) -> None:
        self.printed.save(self._page, "claims by articles", self._remark())

    def print_page(self) -> None:
        self.printed.print_page(self._page, self._remark())

    def _page(self) -> bytes:
        return self.desk.case.comparison.grid_pdf(self.model.grid)

    def _remark(self) -> str:
        count = len(self.model.views)
        return f" {count} claims on one page are set very small." if count > MANY_ROWS else ""
