"""Claims by articles: who says what with which stance, on which root it rests, what was looked for in vain, and what nobody looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QBrush, QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.case.claims import ClaimView
from workbench.case.comparison import LETTERS, Grid
from workbench.desk import theme
from workbench.desk.compare.printed import Printed
from workbench.desk.desk import Desk
from workbench.desk.rows import Index, scaled
from workbench.desk.widgets import button, label, safe_tip
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Article
from workbench.domain.vocabulary import CARRYING, OPPOSING, Verdict

SUMS = ("Articles", "Origins", "Queries")
NUMBER, STATUS = "Number", "Status"
ORDERS = (NUMBER, STATUS, *SUMS)
"""What the rows can be ordered by; a column of an article brings those that speak of the claim to the top."""
MANY_ROWS = 70  # from here the printed page is set smaller than 5 points


class MatrixModel(QAbstractTableModel):
    """The sums first, then a column an article. `grid` holds the rows in the order shown."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.grid = grid
        self._drawn: dict[tuple[int, int], tuple[str, str]] = {}

    def drawn(self, row: int, column: int) -> tuple[str, str]:
        """The words of a cell and the name of their colour; of a gap an empty name. Worked out once."""
        claim, article = self.views[row].claim, self.article(column)
        key = (claim.id, column)
        if key not in self._drawn:
            found = self.cell(row, column)
            words = self.grid.text(claim.id, article.id) if article else self._sum(self.views[row], column)
            self._drawn[key] = (words, ("" if article and not found else _color(found) if article else "text"))
        return self._drawn[key]

    @property
    def views(self) -> Sequence[ClaimView]:
        return self.grid.views

    @property
    def articles(self) -> Sequence[Article]:
        return self.grid.articles

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.views)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.articles) + len(SUMS)

    def article(self, column: int) -> Article | None:
        """The article of a column; None for the sums."""
        return self.articles[column - len(SUMS)] if column >= len(SUMS) else None

    def cell(self, row: int, column: int) -> list[Appearance]:
        """The appearances behind a cell; empty for a gap and for the sums."""
        article = self.article(column)
        return self.grid.cells.get((self.views[row].claim.id, article.id), []) if article else []

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        article = self.article(section) if across else None
        if role == Qt.ItemDataRole.ToolTipRole:
            if across:
                return safe_tip(f"{article.outlet}: {article.title}") if article else f"Order by {SUMS[section].lower()}"
            return safe_tip(self.views[section].claim.text)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across:
            return article.exhibit if article else SUMS[section]
        claim = self.views[section].claim
        return f"{claim.verdict.glyph}  {claim.number}  {claim.text[:90]}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        view, article = self.views[index.row()], self.article(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.grid.text(view.claim.id, article.id) if article else self._sum(view, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return safe_tip(self._spoken(view, article, index.column()))
        return None

    def _sum(self, view: ClaimView, column: int) -> str:
        return (str(view.meter.articles), str(len(view.meter.roots)), self.grid.query_text(view.claim.id))[column]

    def _spoken(self, view: ClaimView, article: Article | None, column: int) -> str:
        claim = f"{view.claim.number}, {view.claim.verdict.label.lower()}"
        if article:
            return f"{claim}, in {article.exhibit}: {self.grid.spoken(view.claim.id, article.id)}"
        if column < len(SUMS) - 1:
            return f"{claim}: {view.meter.text}"
        waiting, settled = self.grid.queries.get(view.claim.id, (0, 0))
        return f"{claim}: {waiting} open queries, {settled} settled"

    def order(self, by: str | int) -> None:
        """Put the rows in the order of a word of ORDERS, or of an article's column; what is equal stays by number."""
        place = {verdict: at for at, verdict in enumerate((Verdict.REFUTED, Verdict.DENIED, Verdict.UNCONFIRMED, Verdict.OPEN))}
        keys: dict[str | int, Callable[[ClaimView], Any]] = {
            NUMBER: lambda v: 0, STATUS: lambda v: place.get(v.claim.verdict, 9), SUMS[0]: lambda v: -v.meter.articles,
            SUMS[1]: lambda v: len(v.meter.roots), SUMS[2]: lambda v: tuple(-n for n in self.grid.queries.get(v.claim.id, (0, 0))),
        }  # fmt: skip
        key = keys.get(by) or (lambda v: self.article_rank(v, int(by)))
        views = tuple(sorted(self.views, key=lambda v: (key(v), v.claim.id)))
        self.layoutAboutToBeChanged.emit()
        self.grid = Grid(views, self.grid.articles, self.grid.signs, self.grid.roots, self.grid.queries)
        self.layoutChanged.emit()

    def article_rank(self, view: ClaimView, column: int) -> int:
        """Carried first, then opposed, then spoken of, then looked for in vain, gaps last."""
        article = self.article(column)
        stances = {a.stance for a in self.grid.cells.get((view.claim.id, article.id), ())} if article else set()
        if not stances:
            return 4
        return 0 if stances & CARRYING else 1 if stances & OPPOSING else 3 if all(LETTERS[s] == "–" for s in stances) else 2


class CellDelegate(QStyledItemDelegate):
    """Draws a cell itself: a gap is hatched, so that it is told from "looked for, not there" without colour."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.fonts = (table.font(), scaled(table.font(), 1.04, bold=True))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MatrixModel)
        colors, box = theme.current(), option.rect
        words, color = model.drawn(index.row(), index.column())
        if not color:
            painter.fillRect(box, QBrush(colors["line_strong"], Qt.BrushStyle.BDiagPattern))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colors["accent_soft"])
            painter.setPen(colors["focus"])
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        if words:
            painter.setFont(self.fonts[color != "muted" and index.column() >= len(SUMS)])
            painter.setPen(colors[color])
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


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
    """A window of its own. A click or Enter on a cell goes to its passage, again to the next one of the same cell.

    `views` gives the claims as some other view of the window has them already, or None: then they are read.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, go_to: Callable[[int, int], None], views: Callable[[], Sequence[ClaimView] | None] = lambda: None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Claims by articles")
        self.resize(1240, 720)
        self.desk, self.go_to, self._views = desk, go_to, views
        self._turn = (0, 0, 0)
        self.by: str | int = NUMBER
        self.model: MatrixModel
        self.table = self._make_table()
        self.order = QComboBox()
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
        for keys, run in (("Esc", self.close), ("Ctrl+S", self.save), ("Ctrl+P", self.print_page)):
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
        table.verticalHeader().setDefaultSectionSize(28)
        table.verticalHeader().setFixedWidth(520)
        table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setDefaultSectionSize(78)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().sectionClicked.connect(lambda at: self.sort_by(SUMS[at] if at < len(SUMS) else at))
        table.clicked.connect(self.open_cell)
        table.activated.connect(self.open_cell)
        return table

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        legend = "   ".join(f"{letter} {stance.label}" for stance, letter in LETTERS.items())
        row.addWidget(label(f"{legend}   ▨ not looked for yet.  ¹ ² ³ the root it rests on", "muted", wrap=True), 1)
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
        """Order the rows; the chosen cell stays with its claim."""
        at = self.table.currentIndex()
        if not claim and at.isValid():
            claim, column = self.model.views[at.row()].claim.id, at.column()
        self.by = by
        self.model.order(by)
        self.order.setCurrentIndex(ORDERS.index(by) if isinstance(by, str) else -1)
        row = next((n for n, v in enumerate(self.model.views) if v.claim.id == claim), -1) if claim else -1
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, column))

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
        with self.desk.case.file.read() as reader:
            return reader.passages(id=passage_id)[passage_id].anchor.start

    def save(self) -> None:
        self.printed.save(self._page, "claims by articles", self._remark())

    def print_page(self) -> None:
        self.printed.print_page(self._page, self._remark())

    def _page(self) -> bytes:
        return self.desk.case.comparison.grid_pdf(self.model.grid)

    def _remark(self) -> str:
        count = len(self.model.views)
        return f" {count} claims on one page are set very small." if count > MANY_ROWS else ""
