"""The table of claims by articles as Qt reads it: sums, cells, and the orders its rows can be put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.case.claim_view import ClaimView
from workbench.case.comparison import LETTERS, Grid
from workbench.desk.rows import Index
from workbench.desk.widgets import safe_tip
from workbench.domain.entities import Appearance, Article
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import CARRYING, OPPOSING

SUMS = ("Articles", "Origins", "Queries")
NUMBER, STATUS = "Number", "Status"
ORDERS = (NUMBER, STATUS, *SUMS)
"""What the rows can be ordered by; a column of an article brings those that speak of the claim to the top."""


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
            self._drawn[key] = (words, ("" if article and not found else _color(found) if article else self._weight(row, column)))
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
        roots = ("⚠ " if _one_root(view) else "") + str(len(view.meter.roots))
        return (str(view.meter.articles), roots, self.grid.query_text(view.claim.id))[column]

    def _weight(self, row: int, column: int) -> str:
        """The colour of a sum: several articles on one root stand out."""
        return "warning" if SUMS[column] == "Origins" and _one_root(self.views[row]) else "text"

    def _spoken(self, view: ClaimView, article: Article | None, column: int) -> str:
        claim = f"{view.claim.number}, {view.claim.verdict.label.lower()}"
        if article:
            return f"{claim}, in {article.exhibit}: {self.grid.spoken(view.claim.id, article.id)}"
        if column < len(SUMS) - 1:
            return f"{claim}: {view.meter.text}"
        waiting, settled = self.grid.queries.get(view.claim.id, (0, 0))
        return f"{claim}: {waiting} open queries, {settled} settled"

    def order(self, by: str | int) -> None:
        """Put the rows in the order of a word of ORDERS, or of an article by its number; what is equal stays by number."""
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

    def article_rank(self, view: ClaimView, article_id: int) -> int:
        """Carried first, then opposed, then spoken of, then looked for in vain, gaps last."""
        stances = {a.stance for a in self.grid.cells.get((view.claim.id, article_id), ())}
        if not stances:
            return 4
        return 0 if stances & CARRYING else 1 if stances & OPPOSING else 3 if all(LETTERS[s] == "–" for s in stances) else 2


def _one_root(view: ClaimView) -> bool:
    """Whether the desk warns that several articles rest on one root, and the basis does not allow it."""
    return view.meter.articles > 1 and any(finding.rule == "two-origin" for finding in view.warnings)


def _color(found: list[Appearance]) -> str:
    if any(a.stance in OPPOSING for a in found):
        return "denied"
    return "text" if any(a.stance in CARRYING for a in found) else "muted"
