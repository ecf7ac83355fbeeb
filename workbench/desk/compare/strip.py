"""The strip under the panes: the chosen claim across all articles, with suggestions that wait for Enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QVBoxLayout

from workbench.case.appearances import Attribution
from workbench.case.passages import Mark
from workbench.case.suggestions import Search, Suggestion
from workbench.checks.figures import figures as figures_in
from workbench.desk.compare.strip_table import PASSAGE, PassageDelegate, StripModel, StripRow, StripTable
from workbench.desk.desk import Desk
from workbench.desk.rows import ROW
from workbench.desk.widgets import Elided
from workbench.desk.worker import Job
from workbench.domain.changes import Changes
from workbench.domain.languages.shelf import language_of
from workbench.domain.naming import short_names
from workbench.domain.plurals import counted
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OPPOSING

NOT_SEEN = "Look into Ex. {article} first: it has not been in a pane since C{claim} got its words. Enter shows the place."


LOW = 440
"""Pixels of the window's height from which there is room for the strip."""


class Strip(QFrame):
    """Signals: suggested(Search) when the background search has answered; offered(Suggestion) when its place is shown in a pane."""

    suggested = Signal(object)
    offered = Signal(object)

    def __init__(self, desk: Desk, go_to: Callable[[int, Span], None], seen: Callable[[int, int], bool]) -> None:
        """`seen` tells whether an article has been in a pane since a claim got its words: without that it was not looked for."""
        super().__init__()
        self.desk = desk
        self.go_to = go_to
        self.seen = seen
        self.suggestions: list[Suggestion] = []
        self.search: Search | None = None
        self.shown: tuple[int, Span] | None = None
        self._job: Job | None = None
        self._room = True
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
        head.addWidget(self.title, 1)
        head.addWidget(self.meter, 1)
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
        table.setItemDelegateForColumn(PASSAGE, PassageDelegate(table))
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
        header.setSectionResizeMode(PASSAGE, QHeaderView.ResizeMode.Stretch)
        table.doubleClicked.connect(lambda index: self._go(index.data(ROW)))
        table.clicked.connect(lambda index: self._go(index.data(ROW)))
        table.entered_row.connect(self.take)
        table.refused_row.connect(self._refuse)

    def fit(self, height: int) -> None:
        """In a very low window the words of the articles need its room; it comes when it is gone to."""
        if (room := height >= LOW) is not self._room:
            self._room = room
            self.setVisible(room and bool(self.desk.claim))

    def refresh(self, changes: Changes) -> None:
        if self.desk.claim in changes.claims or changes.touches("articles", "origins", "metadata_fields"):
            words = self._claim_words()
            if changes.only("claims") and words == self._words:
                return  # a status alone changes nothing here
            settled = {a.article_id for a in self.desk.case.appearances.of(self.desk.claim)}
            self.reload(ask=words != self._words or settled != self._settled or "articles" in changes.made)

    def _claim_words(self) -> str:
        """The chosen claim's words as they are now; empty when it has gone."""
        return next((view.claim.text for view in self.desk.case.claims.views(frozenset({self.desk.claim}))), "")

    def reload(self, *, ask: bool = True) -> None:
        """Show the chosen claim as it is now; the search for further places runs in the background."""
        claim_id = self.desk.claim
        if not claim_id:
            self.title.say("")
            self.meter.say("")
            self.suggestions = []
            self.model.set_rows([])
            self.hide()
            return
        self.setVisible(self._room)
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

    def _answer(self, found: Search) -> None:
        claim_id = self.desk.claim
        if found.claim_id != claim_id:
            return
        settled = {a.article_id for a in self.desk.case.appearances.of(claim_id)} if claim_id else set()
        self.suggestions = [s for s in found.suggestions if s.article_id not in settled]
        if claim_id:
            self.search = replace(found, suggestions=tuple(self.suggestions))
            self._fill(claim_id)
            self.suggested.emit(self.search)

    def _fill(self, claim_id: int) -> None:
        case = self.desk.case
        view = case.claims.view(claim_id)
        self._words, self._settled = view.claim.text, {a.article_id for a in view.appearances}
        figures = case.comparison.figures(claim_id)
        cited = case.claims.cited(view)
        articles = {**cited.articles, **case.articles.named(s.article_id for s in self.suggestions)}
        origins, passages = short_names(cited.origins.values()), cited.passages
        self.suggestions = [s for s in self.suggestions if s.article_id in articles]
        rows = []
        for each in view.appearances:
            passage = passages.get(each.passage_id or 0)
            origin = origins.get(each.origin_id or 0, "—")
            said = (passage.anchor.exact if passage.place else passage.quoted) if passage else "looked for, not mentioned"
            words = " ".join(said.split())
            stance = f"✕ {each.stance.label}" if each.stance in OPPOSING else each.stance.label
            cells = (_place(articles[each.article_id].outlet, each.article_id), words, each.attributed_to or "—", origin, stance)
            read = figures_in(words, language_of(articles[each.article_id])) if passage and passage.place else []
            differ = tuple(f.span for f in read if f.value in figures.differing)
            rows.append(StripRow(each.article_id, each.id, passage.place if passage else None, cells, None, each.stance, differ))
        for found in self.suggestions:
            text = " ".join(found.words.split())
            cells = (_place(articles[found.article_id].outlet, found.article_id), text, "", found.reason, "suggested ↵")
            rows.append(StripRow(found.article_id, 0, found.span, cells, found, None))
        self._set_rows(sorted(rows, key=lambda r: (r.article_id, r.suggestion is not None, r.span or Span(0, 0))))
        other = len({s.article_id for s in self.suggestions})
        also = f" · also in {counted(other, 'other article')}?" if other else ""
        self.title.say(f"{view.claim.number} ACROSS THE CASE — {view.claim.text}")
        apart = f"figures differ: {' · '.join(figures.written)}   " if figures.differing else ""
        self.meter.say(apart + view.meter.text + also)

    def _set_rows(self, rows: list[StripRow]) -> None:
        """Show these rows; the current one stays the current one, also when a suggestion has become an appearance."""
        current = self.table.currentIndex().data(ROW)
        self.model.set_rows(rows)
        at = next((n for n, row in enumerate(rows) if current and (row.article_id, row.span) == (current.article_id, current.span)), None)
        if at is not None and self.table.currentIndex().row() != at:
            self.table.setCurrentIndex(self.model.index(at, 0))

    def _go(self, row: StripRow | None) -> None:
        if row and row.span:
            self.shown = (row.article_id, row.span)
            self.go_to(row.article_id, row.span)
            if row.suggestion:
                self.offered.emit(row.suggestion)

    def take(self, row: StripRow) -> None:
        """Enter on a line shows its place; on a suggestion that is shown it adds it. The keyboard stays here."""
        if row.suggestion and self.shown == (row.article_id, row.span):
            self.add(row.suggestion)
            return
        self._go(row)
        self.table.setFocus()
        if row.suggestion:
            self.desk.announced.emit(f"Ex. {row.article_id}: {row.suggestion.words}. {row.suggestion.reason}. Enter adds it.")

    def add(self, suggestion: Suggestion) -> None:
        """Add a suggested passage as an appearance: the analyst's key, not the program."""
        mark = Mark(suggestion.article_id, *suggestion.span)
        self.desk.do(lambda: self.desk.case.appearances.add(suggestion.claim_id, mark, Attribution()))

    def _refuse(self, row: StripRow) -> None:
        claim_id = row.suggestion.claim_id if row.suggestion else 0
        if claim_id and not self.seen(claim_id, row.article_id):
            self.desk.say(NOT_SEEN.format(article=row.article_id, claim=claim_id))
        elif claim_id:
            self.desk.do(lambda: self.desk.case.appearances.not_mentioned(claim_id, row.article_id))


def _place(outlet: str, exhibit: int) -> str:
    return f"Ex. {exhibit} · {outlet}"
