"""Passages side by side: each with its article and what stands around it; figures and words that differ are underlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from workbench.checks.differences import differing
from workbench.checks.matter import Place
from workbench.desk import fonts, theme
from workbench.desk.desk import Desk
from workbench.desk.reading.offsets import OffsetMap, UnitSpan, handed_over, shown
from workbench.desk.widgets import Elided, label, tool
from workbench.domain.days import day_words
from workbench.domain.entities import Article
from workbench.domain.languages.shelf import language_of
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, WITHIN, Field

AROUND = 320  # code points shown before and after a passage, within its paragraph
NARROWEST = 300  # pixels
SIZE = 12  # points


class Beside(QScrollArea):
    """One column a passage. `go` brings the window to a place; `take_out` takes a passage, by its number from 0, out of the query."""

    def __init__(self, desk: Desk, go: Callable[[Place], object], take_out: Callable[[int], object]) -> None:
        super().__init__()
        self.desk = desk
        self._go, self._take_out = go, take_out
        self.texts: list[QPlainTextEdit] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The passages side by side")

    def show_places(self, places: Sequence[Place], notes: Sequence[str] = (), *, some_may_go: bool = False) -> None:
        """Show these passages; none clears. What they differ in is worked out from their words alone."""
        self.texts = []
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        articles = self.desk.case.articles
        texts = {article_id: articles.text(article_id) for article_id in {p.article_id for p in places}}
        languages = [language_of(articles.get(place.article_id)) for place in places]
        marked = differing([texts[p.article_id][p.span.start : p.span.end] for p in places], languages)
        for number, (place, spans) in enumerate(zip(places, marked, strict=True)):
            there = [Span(s.start + place.span.start, s.end + place.span.start) for s in spans]
            note = notes[number] if number < len(notes) else ""
            words = self._words(articles.get(place.article_id), texts[place.article_id], place, there)
            across.addWidget(self._column(articles.get(place.article_id), place, words, note, number if some_may_go else None), 1)
        self.setWidget(holder)

    def _column(self, article: Article, place: Place, words: QWidget, note: str, may_go: int | None) -> QWidget:
        column = QFrame()
        column.setObjectName("panel")
        column.setMinimumWidth(NARROWEST)
        down = QVBoxLayout(column)
        down.setContentsMargins(10, 8, 8, 8)
        head = QHBoxLayout()
        published = day_words(article.value(Field.PUBLISHED) or "") or "date not known"
        head.addWidget(Elided(f"{article.exhibit} · {article.outlet} · {published}", "title"), 1)
        head.addWidget(tool("→", f"Go to the passage in {article.exhibit}", lambda: self._go(place), name=f"Go to {article.exhibit}"))
        if may_go is not None:
            hint = f"Take the passage in {article.exhibit} out of the query; two stay"
            head.addWidget(tool("✕", hint, lambda: self._take_out(may_go), name=f"Take out {article.exhibit}"))
        down.addLayout(head)
        down.addWidget(Elided(article.title, "muted"))
        down.addWidget(words, 1)
        if note:
            down.addWidget(label(note, "muted", wrap=True))
        return column

    def _words(self, article: Article, text: str, place: Place, differing_at: Sequence[Span]) -> QPlainTextEdit:
        furniture = [z.span for z in self.desk.case.articles.zones(article.id) if z.kind in FURNITURE - WITHIN]
        start, end = _around(text, place.span, furniture)
        before, after = ("… " if start and text[start - 1] != "\n" else ""), (" …" if end < len(text) and text[end] != "\n" else "")
        view = QPlainTextEdit(handed_over(shown(before + text[start:end] + after)))
        view.setReadOnly(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFont(fonts.reading(SIZE))
        view.setTabChangesFocus(True)
        view.setAccessibleName(f"Passage in {article.exhibit}: {text[place.span.start : place.span.end]}")
        offsets = OffsetMap(text[start:end], start)
        colors = theme.current()
        passage, other = QTextCharFormat(), QTextCharFormat()
        passage.setBackground(colors["accent_soft"])
        other.setBackground(colors["figure_tint"])
        other.setForeground(colors["figure"])
        other.setFontUnderline(True)
        other.setFontWeight(700)
        marks = [(place.span, passage), *((span, other) for span in differing_at)]
        view.setExtraSelections([_painted(view, offsets.units(span), len(before), look) for span, look in marks])
        self.texts.append(view)
        return view


def _painted(view: QPlainTextEdit, units: UnitSpan, shift: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    painted = QTextEdit.ExtraSelection()
    cursor = QTextCursor(view.document())
    cursor.setPosition(units.start + shift)
    cursor.setPosition(units.end + shift, QTextCursor.MoveMode.KeepAnchor)
    painted.cursor = cursor
    painted.format = look
    return painted


def _around(text: str, span: Span, furniture: Sequence[Span]) -> Span:
    """The passage with what stands around it in its paragraph, without page furniture, cut between words where that is long."""
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    last = last if last >= 0 else len(text)
    first = max([first, *(f.end for f in furniture if f.end <= span.start)])
    last = min([last, *(f.start for f in furniture if f.start >= span.end)])
    start, end = max(first, span.start - AROUND), min(last, span.end + AROUND)
    if start > first and (space := text.find(" ", start, span.start)) >= 0:
        start = space + 1
    if end < last and (space := text.rfind(" ", span.end, end)) >= 0:
        end = space
    return Span(start, end)
