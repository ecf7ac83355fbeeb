"""One reading pane: a head that says what the article is, its text, and a line about the chosen claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.case.passages import Mark as PassageMark
from workbench.case.suggestions import Suggestion
from workbench.checks.figures import figures
from workbench.desk import fonts
from workbench.desk.desk import Desk
from workbench.desk.reading.coverage_bar import CoverageBar
from workbench.desk.reading.dressing import Look
from workbench.desk.reading.marks import Mark
from workbench.desk.reading.view import ReadingView
from workbench.desk.widgets import Elided, label, repolish, safe_tip, tool
from workbench.domain.changes import Changes
from workbench.domain.coverage import Coverage
from workbench.domain.entities import Appearance, Claim, Metadatum, Passage
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, OPPOSING, Confidence, Field, Stance


class Pane(QFrame):
    """Signals: focused(pane) when it gets the keyboard, shows(pane) when it shows another article, closed(pane)."""

    focused = Signal(object)
    shows = Signal(object)
    closed = Signal(object)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.article_id = 0
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
        self.title = label("", "title", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title.setMaximumHeight(self.title.fontMetrics().lineSpacing() * 2 + 4)
        self.facts = Elided("", "muted")
        self.note = label("", "muted", wrap=True)
        self.note.hide()
        self._build()
        self.view.picked.connect(desk.choose)
        self.view.resized.connect(self._resized)
        self.view.part_shown.connect(self._show_part)
        desk.changed.connect(self.refresh)
        desk.chose.connect(self._chosen)

    def _build(self) -> None:
        self.head = QFrame()
        self.head.setObjectName("pane_head")
        top = QHBoxLayout(self.head)
        top.setContentsMargins(18, 9, 8, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self.title, self.facts, self.note):
            words.addWidget(widget)
        top.addLayout(words, 1)
        self.turner = QWidget()
        turning = QHBoxLayout(self.turner)
        turning.setContentsMargins(0, 0, 0, 0)
        turning.setSpacing(0)
        self.part_words = label("", "muted")
        turning.addWidget(tool("‹", "The part before this one", lambda: self.view.turn(-1), name="Previous part"))
        turning.addWidget(self.part_words)
        turning.addWidget(tool("›", "The part after this one", lambda: self.view.turn(1), name="Next part"))
        self.turner.hide()
        top.addWidget(self.turner, 0, Qt.AlignmentFlag.AlignTop)
        close = tool("✕", "Close this pane", lambda: self.closed.emit(self), name="Close this pane")
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
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
        """Show an article from its start."""
        case = self.desk.case
        self.article_id = article_id
        article = case.articles.get(article_id)
        self.view.show_text(
            case.articles.text(article_id), case.articles.zones(article_id), partial(case.articles.sentences, article_id), article.title
        )
        self._head()
        self._marks()
        self.shows.emit(self)
        first = next((s for s in self.view.sentences if not self._is_furniture(s)), None)
        if first:
            self.view.go_to(Span(first.start, first.start))
            self.view.verticalScrollBar().setValue(0)

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
        self.part_words.setText(f"part {self.view.part + 1} of {count}")

    def _is_furniture(self, span: Span) -> bool:
        zones = self.desk.case.articles.zones(self.article_id)
        return any(z.span.overlaps(span) for z in zones if z.kind in FURNITURE)

    def _head(self) -> None:
        article = self.desk.case.articles.get(self.article_id)
        self.title.setText(article.title)
        self.title.setToolTip(safe_tip(article.title))
        wire = _wire(article.metadata.get(Field.WIRE))
        claims = len({a.claim_id for a in self.appearances if a.stance is not Stance.NOT_MENTIONED})
        facts = [article.exhibit, article.outlet, article.value(Field.PUBLISHED) or "undated", wire, f"grade {article.grade.value}"]
        facts += [f"{claims} claim{'' if claims == 1 else 's'}"] if claims else []
        self.facts.say("   ".join(filter(None, facts)))

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
        return Mark(span.start, span.end, claim.id, appearance.id, claim.verdict, appearance.stance in OPPOSING)

    def refresh(self, changes: Changes) -> None:
        """Show what changed, if it concerns this article."""
        if not self.article_id:
            return
        if self.article_id in changes.articles and not self._still_there():
            self.closed.emit(self)
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
        if mine and changes.only("claims"):
            with self.desk.case.file.read() as reader:
                self.claims |= {c.id: c for c in reader.claims(mine)}
            self._colour()
        elif self.article_id in changes.articles or mine:
            self._marks()
            self._head()
            self._chosen(self.desk.claim)

    def _still_there(self) -> bool:
        with self.desk.case.file.read() as reader:
            return bool(reader.articles(frozenset({self.article_id})))

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
        if self.brought != claim_id:
            self.brought = 0
        if self.suggestion and self.suggestion.claim_id != claim_id:
            self.suggest(None)
        self.say("")

    def suggest(self, suggestion: Suggestion | None) -> None:
        """Draw a suggested passage for the chosen claim, or take it away."""
        waited = self.brought and suggestion is not None and suggestion.claim_id == self.brought and self.suggestion is None
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


def _wire(found: Metadatum | None) -> str:
    """By which agency it came, with a question mark where that is little more than a guess."""
    if found is None or not found.value:
        return ""
    return f"via {found.value}" + ("?" if found.confidence is Confidence.LOW else "")
