"""One reading pane: a head that says what the article is, its text, and a line about the chosen claim; several articles as tabs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.case.article_view import ArticleView
from workbench.case.passages import Mark as PassageMark
from workbench.case.suggestions import Search, Suggestion
from workbench.desk import fonts
from workbench.desk.desk import Desk
from workbench.desk.pictures.view import PictureView
from workbench.desk.reading.aim import Aim
from workbench.desk.reading.contents import Contents
from workbench.desk.reading.coverage_bar import CoverageBar
from workbench.desk.reading.facts import facts_of
from workbench.desk.reading.glyphs import missing
from workbench.desk.reading.head import Head
from workbench.desk.reading.looked_for import looked_for, no_text
from workbench.desk.reading.tabs import Tab
from workbench.desk.reading.typography import Look
from workbench.desk.reading.view import ReadingView
from workbench.desk.widgets import repolish
from workbench.domain.changes import Changes
from workbench.domain.coverage import Coverage, mostly
from workbench.domain.naming import short_names
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, DiscrepancyState, ZoneKind


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
        self.search: Search | None = None
        self.coverage = Coverage(0, 0, 0, ())
        self.bar = CoverageBar()
        self.brought = 0
        self.contents = Contents()
        self.setObjectName("pane")
        self.view = ReadingView()
        self.view.set_look(look, fonts.reading(look.size))
        self.picture = PictureView(desk, self.view, self.bar)
        self._build()
        self.view.picked.connect(desk.choose)
        self.aim = Aim(desk, self.view, lambda: self.contents)
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
        layout.addWidget(self.picture, 1)
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
        if article_id != self.article_id:
            self.brought = 0
            self.suggest(None)
            self.say("")
        self.article_id = article_id
        self.tabs[self.tab : self.tab + 1] = [Tab(article_id)]
        self.picture.show_article(article)
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
        return mostly(span, [z.span for z in zones if z.kind in FURNITURE])

    def _head(self) -> None:
        article = self.desk.case.articles.get(self.article_id)
        self.head.title.say(article.title)
        cited = self.contents.cited()
        names = short_names(self.desk.case.origins.all().values()) if cited else {}
        text, zones = self.view.text, self.desk.case.articles.zones(self.article_id)
        corrections = [text[z.start : z.end] for z in zones if z.kind is ZoneKind.CORRECTION]
        self.head.facts.say(facts_of(article, [names[n] for n in cited if n in names], self.contents.carried(), corrections))
        self._show_fold()
        self._show_tabs()

    def _marks(self) -> None:
        view = self.desk.case.articles.view(self.article_id)
        self.contents = Contents(view.appearances, view.passages, view.claims, view.article)
        self._colour()
        self.view.set_checked([c.span for c in view.checked])
        self._cover(view)
        held = [view.passages[e.passage_id].place for e in view.evidence if e.passage_id]
        self.view.set_evidence([place for place in held if place])
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
        self.contents.take_claims(view.claim for view in self.desk.case.claims.views(claims))
        self._colour()
        if figures_too and self.desk.claim in claims:
            self.view.set_chosen(self.desk.claim, self._differing(self.desk.claim))

    def _colour(self) -> None:
        """Draw the marks with the statuses that their claims have now."""
        self.view.set_marks(self.contents.marks())

    def _differing(self, claim_id: int) -> list[Span]:
        """The figures in the chosen claim's passages here that other articles do not have."""
        values = self.desk.case.comparison.figures(claim_id).differing if self.contents.first(claim_id) else ()
        return self.contents.differing(claim_id, self.view.text, values)

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
        mine = frozenset(self.contents.claims) & changes.claims
        if self.article_id in changes.articles:
            self._marks()
            self._head()
            if self.brought:
                self.say("" if self.contents.first(self.brought) else self._looked_for(self.brought))
        elif mine:
            self._recolour(mine, figures_too=not changes.only("claims"))
        elif changes.touches("metadata_fields") and any(t.article_id in changes.articles for t in self.tabs):
            self._show_tabs()
        elif changes.touches("origins"):
            self._head()

    def _chosen(self, claim_id: int) -> None:
        self.view.set_chosen(claim_id, self._differing(claim_id))
        if self.brought != claim_id:
            self.brought = 0
        if self.suggestion and self.suggestion.claim_id != claim_id:
            self.suggest(None)
        self.say("")

    def searched(self, search: Search) -> None:
        """Take what was found of the chosen claim: the likeliest passage here is drawn, and the pane that was asked for it says so."""
        self.search = search
        self.suggest(next((s for s in search.suggestions if s.article_id == self.article_id), None))
        if self.brought and self.brought == search.claim_id:
            self.bring_to(self.brought)

    def suggest(self, suggestion: Suggestion | None) -> None:
        """Draw a suggested passage for the chosen claim, or take it away."""
        if suggestion is None and self.suggestion is not None:
            self.say("")
        self.suggestion = suggestion
        self.view.set_suggestion(suggestion.span if suggestion else None)

    def bring_to(self, claim_id: int) -> None:
        """Scroll to the claim, or to the suggested passage (also when it is found a moment later), or say what was looked for."""
        self.brought = claim_id
        span = self.contents.first(claim_id)
        if span:
            self.view.go_to(Span(span.start, span.start))
        elif self.suggestion and self.suggestion.claim_id == claim_id:
            self.view.go_to(Span(self.suggestion.span.start, self.suggestion.span.start))
        self.say("" if span else self._looked_for(claim_id))

    def _looked_for(self, claim_id: int) -> str:
        """What is known of a claim without a mark here. That nothing was found is never said: only what was looked for."""
        exhibit = f"Ex. {self.article_id}"
        if self.picture.is_shown:
            return no_text(claim_id, exhibit)
        return looked_for(claim_id, exhibit, self.contents, self.search, self.suggestion, self.article_id)

    def say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
