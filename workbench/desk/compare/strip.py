"""The strip under the panes: the chosen claim across all articles, with suggestions that wait for Enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout

from workbench.case.appearances import Attribution
from workbench.case.passages import Mark
from workbench.case.suggestions import Suggestion
from workbench.desk import theme
from workbench.desk.desk import Desk
from workbench.desk.rows import ROW, Index
from workbench.desk.widgets import Elided, safe_tip
from workbench.desk.worker import Job
from workbench.domain.changes import Changes
from workbench.domain.naming import short_names
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OPPOSING, Stance

NARROW = 560  # pixels
COLUMNS = ("Article", "Passage", "Says it", "Origin", "Stance")


@dataclass(frozen=True, slots=True)
class StripRow:
    """One line: an appearance, a suggestion (appearance_id 0), or an article where nothing was found."""

    article_id: int
    appearance_id: int
    span: Span | None
    cells: tuple[str, str, str, str, str]
    suggestion: Suggestion | None
    stance: Stance | None


class StripModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[StripRow] = []

    def set_rows(self, rows: list[StripRow]) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(row.suggestion.reason if row.suggestion else row.cells[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, index.column())
        return None

    def _color(self, row: StripRow, column: int) -> Any:
        if column == 4 and row.suggestion:
            return theme.current()["suggestion"]
        if column == 4 and row.stance in OPPOSING:
            return theme.current()["denied"]
        return theme.current()["text" if column == 1 and row.appearance_id else "muted"]


class StripTable(QTableView):
    """Enter adds or opens, X records "not mentioned"."""

    entered_row = Signal(object)
    refused_row = Signal(object)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The passage takes what the others leave, so that every column can be seen in a narrow window too."""
        super().resizeEvent(event)
        room = self.viewport().width()
        narrow = room < NARROW
        self.setColumnHidden(2, narrow)  # who says it stands in the detail too
        for column, usual, share in ((0, 180, 0.22 if narrow else 0.18), (2, 140, 0.13), (3, 240, 0.2)):
            self.setColumnWidth(column, min(usual, int(room * share)))
        self.setColumnWidth(4, min(140, int(room * 0.2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW)
        if row and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(row)
        elif row and event.key() == Qt.Key.Key_X:
            self.refused_row.emit(row)
        else:
            super().keyPressEvent(event)


class Strip(QFrame):
    """Signals: suggested(list of Suggestion) when the background search has answered."""

    suggested = Signal(object)

    def __init__(self, desk: Desk, go_to: Callable[[int, Span], None]) -> None:
        super().__init__()
        self.desk = desk
        self.go_to = go_to
        self.suggestions: list[Suggestion] = []
        self._job: Job | None = None
        self._words = ""
        self._settled: set[int] = set()
        self.setObjectName("strip")
        self.title = Elided("", "section")
        self.meter = Elided("", "muted")
        self.meter.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.model = StripModel()
        self.table = StripTable()
        self._set_up_table()
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 14, 2)
        head.addWidget(self.title, 3)
        head.addWidget(self.meter, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        desk.settled.connect(self.refresh)
        desk.chose.connect(lambda _: self.reload())
        self.reload()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("The chosen claim across all articles")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(26)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.doubleClicked.connect(lambda index: self._go(index.data(ROW)))
        table.clicked.connect(lambda index: self._go(index.data(ROW)))
        table.entered_row.connect(self.take)
        table.refused_row.connect(self._refuse)

    def refresh(self, changes: Changes) -> None:
        if self.desk.claim in changes.claims or changes.touches("articles", "origins", "metadata_fields"):
            words = self._claim_words()
            if changes.only("claims") and words == self._words:
                return  # a status alone changes nothing here
            settled = {a.article_id for a in self.desk.case.appearances.of(self.desk.claim)}
            self.reload(ask=words != self._words or settled != self._settled or "articles" in changes.made)

    def _claim_words(self) -> str:
        """The chosen claim's words as they are now; empty when it has gone."""
        with self.desk.case.file.read() as reader:
            return next((c.text for c in reader.claims(frozenset({self.desk.claim}))), "")

    def reload(self, *, ask: bool = True) -> None:
        """Show the chosen claim as it is now; the search for further places runs in the background."""
        claim_id = self.desk.claim
        if not claim_id:
            self.title.say("")
            self.meter.say("")
            self.suggestions = []
            self.model.set_rows([])
            self.setVisible(False)
            return
        self.setVisible(True)
        settled = {a.article_id for a in self.desk.case.appearances.of(claim_id)}
        self.suggestions = [s for s in self.suggestions if s.claim_id == claim_id and s.article_id not in settled]
        self._fill(claim_id)
        if ask:
            self._ask(claim_id)

    def _ask(self, claim_id: int) -> None:
        case = self.desk.case
        if self._job:
            self._job.cancel()
        self._job = self.desk.ask(
            "Looking for the claim",
            lambda job: case.suggestions.passages(claim_id, case.index.likely_articles, job.cancelled),
            self._answer,
        )

    def _answer(self, found: list[Suggestion]) -> None:
        claim_id = self.desk.claim
        settled = {a.article_id for a in self.desk.case.appearances.of(claim_id)} if claim_id else set()
        self.suggestions = [s for s in found if s.claim_id == claim_id and s.article_id not in settled]
        if claim_id:
            self._fill(claim_id)
            self.suggested.emit(self.suggestions)

    def _fill(self, claim_id: int) -> None:
        case = self.desk.case
        view = case.claims.view(claim_id)
        self._words, self._settled = view.claim.text, {a.article_id for a in view.appearances}
        named = frozenset(a.article_id for a in view.appearances) | {s.article_id for s in self.suggestions}
        with case.file.read() as reader:
            articles = {a.id: a for a in reader.articles(named)}
            origins = short_names(reader.origins().values())
            passages = reader.passages(id=[a.passage_id for a in view.appearances if a.passage_id])
        rows = []
        for each in view.appearances:
            passage = passages.get(each.passage_id or 0)
            origin = origins.get(each.origin_id or 0, "—")
            words = " ".join(passage.anchor.exact.split()) if passage else "looked for, not mentioned"
            stance = f"✕ {each.stance.label}" if each.stance in OPPOSING else each.stance.label
            cells = (_place(articles[each.article_id].outlet, each.article_id), words, each.attributed_to or "—", origin, stance)
            rows.append(StripRow(each.article_id, each.id, passage.span if passage else None, cells, None, each.stance))
        for found in self.suggestions:
            text = " ".join(found.words.split())
            cells = (_place(articles[found.article_id].outlet, found.article_id), text, "", found.reason, "suggested  ↵ adds")
            rows.append(StripRow(found.article_id, 0, found.span, cells, found, None))
        self.model.set_rows(sorted(rows, key=lambda r: (r.article_id, r.span or Span(0, 0))))
        also = f" · also in {len(self.suggestions)} other article{'' if len(self.suggestions) == 1 else 's'}?" if self.suggestions else ""
        self.title.say(f"{view.claim.number} ACROSS THE CASE — {view.claim.text}")
        figures = case.comparison.figures(claim_id)
        differ = f"figures differ: {' · '.join(figures.written)}   " if figures.differing else ""
        self.meter.say(differ + view.meter.text + also)

    def _go(self, row: StripRow | None) -> None:
        if row and row.span:
            self.go_to(row.article_id, row.span)

    def take(self, row: StripRow) -> None:
        """Enter on a line: a suggestion becomes an appearance, an appearance is shown."""
        if row.suggestion is None:
            self._go(row)
            return
        at = self.table.currentIndex().row()
        self.add(row.suggestion)
        self.table.setCurrentIndex(self.model.index(min(at + 1, len(self.model.rows) - 1), 0))

    def add(self, suggestion: Suggestion) -> None:
        """Add a suggested passage as an appearance: the analyst's key, not the program."""
        mark = Mark(suggestion.article_id, *suggestion.span)
        self.desk.do(lambda: self.desk.case.appearances.add(suggestion.claim_id, mark, Attribution()))

    def _refuse(self, row: StripRow) -> None:
        if row.suggestion:
            claim_id = row.suggestion.claim_id
            self.desk.do(lambda: self.desk.case.appearances.not_mentioned(claim_id, row.article_id))


def _place(outlet: str, exhibit: int) -> str:
    return f"Ex. {exhibit} · {outlet}"
