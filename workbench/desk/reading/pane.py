"""One reading pane: a head that says what the article is, its text, and a line about the chosen claim; several articles as tabs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

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
from workbench.desk.widgets import repolish
from workbench.domain.changes import Changes
from workbench.domain.coverage import Coverage
from workbench.domain.entities import Appearance, Claim, Passage
from workbench.domain.naming import short_names
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, OPPOSING, DiscrepancyState, Stance


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
        self.appearances: list[Appearance] = []
        self.claims: dict[int, Claim] = {}
        self.passages: dict[int, Passage] = {}
        self.setObjectName("pane")
        self.view = ReadingView()
        self.view.set_look(look, fonts.reading(look.size))
        self._build()
        self.view.picked.connect(desk.choose)
        self.view.resized.connect(self._resized)
        self.view.part_shown.connect(self._show_part)
        self.view.fold_turned.connect(self._show_fold)
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
        with self.desk.case.file.read() as reader:
            named = {a.id: a for a in reader.articles(frozenset(t.article_id for t in self.tabs))}
        self.head.tabs.show_tabs([f"{named[t.article_id].exhibit} · {named[t.article_id].title}" for t in self.tabs], self.tab)

    def _drop_gone(self) -> bool:
        """Close the tabs whose articles are no longer in the case; whether the one that is shown was among them."""
        with self.desk.case.file.read() as reader:
            there = {a.id for a in reader.articles(frozenset(t.article_id for t in self.tabs))}
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
            self.coverage = self.desk.case.reading.of(self.article_id, self.view.parts[self.view.part])
            self.bar.show_coverage(self.coverage)
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
        with self.desk.case.file.read() as reader:
            origins = reader.origins() if used else {}
        names = short_names(origins.values())
        return [names[number] for number, _ in used.most_common() if number in names]

    def _marks(self) -> None:
        case = self.desk.case
        with case.file.read() as reader:
            self.appearances = reader.appearances(article_id=self.article_id)
            self.passages = reader.passages(article_id=self.article_id)
            self.claims = {c.id: c for c in reader.claims(frozenset(a.claim_id for a in self.appearances))}
            links = reader.evidence(passage_id=list(self.passages))
            checked = reader.checked(article_id=self.article_id)
        self._colour()
        self.view.set_checked([c.span for c in checked])
        self.coverage = self.desk.case.reading.of(self.article_id, self.view.parts[self.view.part])
        self.bar.show_coverage(self.coverage)
        self.view.set_evidence([self.passages[e.passage_id].span for e in links if e.passage_id])
        self.view.set_chosen(self.desk.claim, self._differing(self.desk.claim))
        self._queries()

    def _queries(self) -> None:
        """Show where open queries ask about these words."""
        found = self.desk.case.queries.in_article(self.article_id)
        self.view.show_queries([(query.number, span) for query, span in found if query.state is DiscrepancyState.OPEN])

    def _recolour(self, claims: frozenset[int], *, figures_too: bool) -> None:
        """Show claims that changed while nothing did in this article; figures elsewhere may now differ from those here."""
        with self.desk.case.file.read() as reader:
            self.claims |= {c.id: c for c in reader.claims(claims)}
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
        if changes.touches("discrepancies"):
            self._queries()
        if changes.touches("articles") and any(t.article_id in changes.articles for t in self.tabs) and self._drop_gone():
            return
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

    def appearance_at_cursor(self) -> Appearance | None:
        """The appearance of the chosen claim (or of the smallest mark) under the cursor."""
        claim = self.view.claim_at_cursor()
        mark = self.view.mark_at_cursor(claim) if claim else None
        return next((a for a in self.appearances if mark and a.id == mark.appearance), None)

    def _chosen(self, claim_id: int) -> None:
        self.view.set_chosen(claim_id, self._differing(claim_id))
        self.view.aimed = False
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
        self.view.aimed = False

    def say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
