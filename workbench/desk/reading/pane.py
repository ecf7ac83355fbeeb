"""One reading pane: a head that says what the article is, its text, and a line about the chosen claim; several articles as tabs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.case.article_view import ArticleView
from workbench.case.passages import Mark as PassageMark
from workbench.case.suggestions import Suggestion
from workbench.checks.figures import figures
from workbench.desk import fonts
from workbench.desk.desk import Desk
from workbench.desk.reading.coverage_bar import CoverageBar
from workbench.desk.reading.dressing import Look
from workbench.desk.reading.facts import facts_of
from workbench.desk.reading.glyphs import missing
from workbench.desk.reading.head import Head
from workbench.desk.reading.marks import Mark
from workbench.desk.reading.tabs import Tab
from workbench.desk.reading.view import ReadingView
from workbench.desk.target import Target
from workbench.desk.widgets import repolish
from workbench.domain.changes import Changes
from workbench.domain.coverage import Coverage
from workbench.domain.entities import Appearance, Claim, Passage
from workbench.domain.naming import short_names
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, OPPOSING, DiscrepancyState, Stance

RESTING = 300
"""Milliseconds without a key after which a claim under the cursor becomes the chosen one."""


class Pane(QFrame):
    """Signals: focused(pane) when it gets the keyboard, shows(pane) when it shows another article, closed(pane)."""

    focused = Signal(object)
    shows = Signal(object)
    closed = Signal(object)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.article_id = 0
        self.tabs: list[Tab] = []
        self.tab = 0
        self.suggestion: Suggestion | None = None
        self.coverage = Coverage(0, 0, 0, ())
        self.bar = CoverageBar()
        self.brought = 0
        self._moved_at = -1
        self._resting = QTimer(self, singleShot=True, interval=RESTING)
        self._resting.timeout.connect(self._rested)
        self.appearances: list[Appearance] = []
        self.claims: dict[int, Claim] = {}
        self.passages: Mapping[int, Passage] = {}
        self.setObjectName("pane")
        self.view = ReadingView()
        self.view.set_look(look, fonts.reading(look.size))
        self._build()
        self.view.picked.connect(desk.choose)
        self.view.cursor_moved.connect(self._cursor_moved)
        self.view.resized.connect(self._resized)
        self.view.part_shown.connect(self._show_part)
        desk.changed.connect(self.refresh)
        desk.chose.connect(self._chosen)

    def _build(self) -> None:
        self.head = Head(lambda by: self.view.turn(by), self.toggle_fold, lambda: self.closed.emit(self))
        self.note, self.turner, self.part_words = self.head.note, self.head.turner, self.head.part_words
        self.head.tabs.turned_to.connect(self.show_tab)
        self.head.tabs.closing.connect(self.close_tab)
        self._fonts_later = QTimer(self, singleShot=True, interval=0)
        self._fonts_later.timeout.connect(self._say_fonts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        self.view.installEventFilter(self)

    def unread(self) -> Sequence[Span]:
        """The sentences here that nobody has marked or checked off."""
        return self.coverage.unread

    def eventFilter(self, watched: object, event: object) -> bool:
        if event.type() in (event.Type.FocusIn, event.Type.FocusOut):  # type: ignore[attr-defined]
            focus = event.type() == event.Type.FocusIn  # type: ignore[attr-defined]
            self.head.setProperty("chosen", "true" if focus else "false")
            repolish(self.head)
            self.view.viewport().update()
            if focus:
                self.focused.emit(self)
        return False

    def show_article(self, article_id: int) -> None:
        """Show an article from its start, in the tab that is open."""
        case = self.desk.case
        article = case.articles.get(article_id)
        self.article_id = article_id
        self.tabs[self.tab : self.tab + 1] = [Tab(article_id)]
        self.view.show_text(
            case.articles.text(article_id), case.articles.zones(article_id), partial(case.articles.sentences, article_id), article.title
        )
        self._marks()
        self._head()
        self.shows.emit(self)
        first = next((s for s in self.view.sentences if not self._is_furniture(s)), None)
        if first:
            self.view.go_to(Span(first.start, first.start))
            self.view.verticalScrollBar().setValue(0)

    # --- tabs -----------------------------------------------------------------------------------------------------------

    def places(self) -> list[Tab]:
        """Every tab with its place as it is now."""
        here = Tab(self.article_id, self.view.position(), self.view.verticalScrollBar().value())
        return [here if number == self.tab else tab for number, tab in enumerate(self.tabs)]

    def add_tab(self, tab: Tab) -> None:
        """Show an article in a new tab beside the one that is open."""
        self.tabs = self.places()
        self.tabs.insert(self.tab + 1, tab)
        self._turn_to(self.tab + 1)

    def show_tab(self, number: int) -> None:
        """Show another tab, where it was left. Nothing was kept of it but the place."""
        if number != self.tab and 0 <= number < len(self.tabs):
            self.tabs = self.places()
            self._turn_to(number)
            self.view.setFocus()

    def restore_tabs(self, tabs: Sequence[Tab], number: int) -> None:
        """Take other tabs, in the place of the ones there are, and show one of them."""
        self.tabs = list(tabs)
        self._turn_to(min(max(number, 0), len(self.tabs) - 1))

    def close_tab(self, number: int) -> None:
        """Close a tab; with the last one the pane goes."""
        if len(self.tabs) <= 1:
            self.closed.emit(self)
            return
        self.tabs = self.places()
        del self.tabs[number]
        if number == self.tab:
            self._turn_to(min(number, len(self.tabs) - 1))
        else:
            self.tab -= number < self.tab
            self._show_tabs()
            self.shows.emit(self)

    def _turn_to(self, number: int) -> None:
        self.tab = number
        tab = self.tabs[number]
        self.show_article(tab.article_id)
        if tab.at >= 0:
            at = min(tab.at, len(self.view.text))
            self.view.go_to(Span(at, at))
            self.view.verticalScrollBar().setValue(tab.scroll)
        self._chosen(self.desk.claim)

    def _show_tabs(self) -> None:
        named = self.desk.case.articles.named(t.article_id for t in self.tabs)
        self.head.tabs.show_tabs([f"{named[t.article_id].exhibit} · {named[t.article_id].title}" for t in self.tabs], self.tab)

    def _drop_gone(self) -> bool:
        """Close the tabs whose articles are no longer in the case; whether the one that is shown was among them."""
        there = self.desk.case.articles.named(t.article_id for t in self.tabs)
        shown = self.article_id not in there
        before = sum(t.article_id in there for t in self.tabs[: self.tab])
        kept = [t for t in self.places() if t.article_id in there]
        if not kept:
            self.closed.emit(self)
        elif len(kept) != len(self.tabs):
            self.tabs = kept
            self.tab = min(before, len(kept) - 1)
            if shown:
                self._turn_to(self.tab)
        return shown

    # --- what stands in it ----------------------------------------------------------------------------------------------

    def toggle_fold(self) -> None:
        """Fold page furniture away, or show it."""
        self.view.fold(not self.view.folded)
        self._show_fold()

    def _show_fold(self) -> None:
        self.head.show_fold(sum(f.lines for f in self.view.folds), folded=self.view.folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.use_room(self.height())
        self._show_fold()

    def _say_fonts(self) -> None:
        """Say which scripts of the part that is shown no font here can show."""
        part = self.view.parts[self.view.part]
        words = missing(self.view.text[part.start : part.end], self.view.font().family())
        self.head.fonts.setText(words)
        self.head.fonts.setVisible(bool(words))

    def _resized(self, appearance_id: int, span: Span) -> None:
        """The end of a mark was moved with the mouse."""
        mark = PassageMark(self.article_id, *span)
        if self.desk.do(lambda: self.desk.case.appearances.move(appearance_id, mark)) is None:
            self._marks()

    def _show_part(self) -> None:
        """Say which part of a long text this is."""
        count = len(self.view.parts)
        self.turner.setVisible(count > 1)
        if self.article_id:
            self._cover(self.desk.case.articles.view(self.article_id))
        self._fonts_later.start()
        self._show_fold()
        self.part_words.setText(f"part {self.view.part + 1} of {count}")

    def _is_furniture(self, span: Span) -> bool:
        zones = self.desk.case.articles.zones(self.article_id)
        return any(z.span.overlaps(span) for z in zones if z.kind in FURNITURE)

    def _head(self) -> None:
        article = self.desk.case.articles.get(self.article_id)
        self.head.title.say(article.title)
        claims = len({a.claim_id for a in self.appearances if a.stance is not Stance.NOT_MENTIONED})
        self.head.facts.say(facts_of(article, self._cited(), claims))
        self._show_fold()
        self._show_tabs()

    def _cited(self) -> list[str]:
        """The origins that the appearances here rest on, the most used first."""
        used = Counter(a.origin_id for a in self.appearances if a.origin_id)
        names = short_names(self.desk.case.origins.all().values()) if used else {}
        return [names[number] for number, _ in used.most_common() if number in names]

    def _marks(self) -> None:
        view = self.desk.case.articles.view(self.article_id)
        self.appearances, self.passages, self.claims = list(view.appearances), view.passages, dict(view.claims)
        self._colour()
        self.view.set_checked([c.span for c in view.checked])
        self._cover(view)
        self.view.set_evidence([self.passages[e.passage_id].span for e in view.evidence if e.passage_id])
        self.view.set_chosen(self.desk.claim, self._differing(self.desk.claim))
        self._queries()

    def _cover(self, view: ArticleView) -> None:
        """Say how much of the part that is shown has been read."""
        self.coverage = self.desk.case.reading.of_view(view, self.view.parts[self.view.part])
        self.bar.show_coverage(self.coverage)

    def _queries(self) -> None:
        """Show where open queries ask about these words."""
        found = self.desk.case.articles.view(self.article_id).queries
        self.view.show_queries([(query.number, span) for query, span in found if query.state is DiscrepancyState.OPEN])

    def _recolour(self, claims: frozenset[int], *, figures_too: bool) -> None:
        """Show claims that changed while nothing did in this article; figures elsewhere may now differ from those here."""
        self.claims |= {view.claim.id: view.claim for view in self.desk.case.claims.views(claims)}
        self._colour()
        if figures_too and self.desk.claim in claims:
            self.view.set_chosen(self.desk.claim, self._differing(self.desk.claim))

    def _colour(self) -> None:
        """Draw the marks with the statuses that their claims have now."""
        self.view.set_marks([self._mark(a, self.claims[a.claim_id]) for a in self.appearances if a.passage_id])

    def _differing(self, claim_id: int) -> list[Span]:
        """The figures in the chosen claim's passages here that other articles do not have."""
        spans = [self.passages[a.passage_id].span for a in self.appearances if a.claim_id == claim_id and a.passage_id]
        if not spans:
            return []
        differing = self.desk.case.comparison.figures(claim_id).differing
        found = [(s, f) for s in spans for f in figures(self.view.text[s.start : s.end])] if differing else []
        return [Span(s.start + f.span.start, s.start + f.span.end) for s, f in found if f.value in differing]

    def _mark(self, appearance: Appearance, claim: Claim) -> Mark:
        assert appearance.passage_id is not None
        span = self.passages[appearance.passage_id].span
        return Mark(span.start, span.end, claim.id, appearance.id, claim.verdict, appearance.stance in OPPOSING, appearance.stance.label)

    def refresh(self, changes: Changes) -> None:
        """Show what changed, if it concerns this article."""
        if not self.article_id:
            return
        if changes.touches("articles") and any(t.article_id in changes.articles for t in self.tabs) and self._drop_gone():
            return
        if changes.touches("discrepancies"):
            self._queries()
        if self.article_id in changes.articles and changes.touches("articles", "zones", "metadata_fields"):
            text = self.desk.case.articles.text(self.article_id)
            if text != self.view.text:
                self.show_article(self.article_id)
                return
            if changes.touches("zones"):
                self.view.dress(self.desk.case.articles.zones(self.article_id))
                self.view.sentences = self.desk.case.articles.sentences(self.article_id, self.view.parts[self.view.part])
        mine = frozenset(self.claims) & changes.claims
        if self.article_id in changes.articles:
            self._marks()
            self._head()
        elif mine:
            self._recolour(mine, figures_too=not changes.only("claims"))
        elif changes.touches("metadata_fields") and any(t.article_id in changes.articles for t in self.tabs):
            self._show_tabs()
        elif changes.touches("origins"):
            self._head()

    def span_of(self, claim_id: int) -> Span | None:
        """Where the claim stands in this article: its first appearance."""
        spans = [self.passages[a.passage_id].span for a in self.appearances if a.claim_id == claim_id and a.passage_id]
        return min(spans, default=None)

    # --- what keys are about --------------------------------------------------------------------------------------------

    def target(self) -> Target:
        """What a key is about here, by the one rule of desk/target.py."""
        if claim_id := self._claim_here():
            return Target(claim_id)
        span = self.words_here()
        return Target(0, PassageMark(self.article_id, *span)) if span else Target()

    def _claim_here(self) -> int:
        """The claim that a key is about; 0 for selected words, and where the cursor was put since on words without a mark."""
        if self.view.selection():
            return 0
        if self.desk.claim and self._moved_at != self.desk.choices:
            return self.desk.claim
        mark = self.view.mark_at_cursor()
        return mark.claim if mark else 0

    def words_here(self) -> Span | None:
        """The words that a key acts on: those selected, else the mark of that claim under the cursor, else the sentence."""
        here = self.appearance_at_cursor()
        return self.view.selection() or (self.view.span_of(here.id) if here else None) or self.view.sentence()

    def words_rect(self) -> QRect:
        """The box of those words in the viewport of the text."""
        return self.view.words_rect(self.words_here())

    def appearance_at_cursor(self) -> Appearance | None:
        """The appearance under the cursor of the claim that keys are about."""
        claim = self._claim_here()
        mark = self.view.mark_at_cursor(claim) if claim else None
        return next((a for a in self.appearances if mark and a.id == mark.appearance), None)

    def _cursor_moved(self, by_mouse: bool) -> None:
        """The analyst moved the cursor: keys are about what stands there, and a marked claim becomes the chosen one once it rests."""
        self._moved_at = self.desk.choices
        self._resting.stop() if by_mouse else self._resting.start()  # a click chooses by itself, at once

    def _rested(self) -> None:
        """The cursor has come to rest in a mark: its claim becomes the chosen one. No pane moves."""
        claim = self._claim_here()
        if claim and self.view.hasFocus():
            self.desk.choose(claim)

    def _chosen(self, claim_id: int) -> None:
        self.view.set_chosen(claim_id, self._differing(claim_id))
        if self.brought != claim_id:
            self.brought = 0
        if self.suggestion and self.suggestion.claim_id != claim_id:
            self.suggest(None)
        self.say("")

    def suggest(self, suggestion: Suggestion | None) -> None:
        """Draw a suggested passage for the chosen claim, or take it away."""
        waited = self.brought and suggestion is not None and suggestion.claim_id == self.brought and self.suggestion is None
        if suggestion is None and self.suggestion is not None:
            self.say("")
        self.suggestion = suggestion
        self.view.set_suggestion(suggestion.span if suggestion else None)

        if waited:
            self.bring_to(self.brought)

    def bring_to(self, claim_id: int) -> None:
        """Scroll to the claim, or to the suggested passage (also when it is found a moment later), or say that it is not there."""
        self.brought = claim_id
        span = self.span_of(claim_id)
        if span:
            self.view.go_to(Span(span.start, span.start))
            self.say("")
        elif self.suggestion and self.suggestion.claim_id == claim_id:
            self.view.go_to(Span(self.suggestion.span.start, self.suggestion.span.start))
            self.say(f"Perhaps C{claim_id} here: {self.suggestion.reason}. Enter adds it, X says “not mentioned”.")
        elif any(a.claim_id == claim_id for a in self.appearances):
            self.say(f"Looked for: C{claim_id} is not mentioned here.")
        else:
            self.say(f"Nothing here looks like C{claim_id}. X records “not mentioned”.")

    def say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
