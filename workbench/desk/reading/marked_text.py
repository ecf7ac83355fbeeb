"""An article's text with everything that stands on it painted, and beside it the margin and the overview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.desk.reading import painting
from workbench.desk.reading.accessibility import Teller
from workbench.desk.reading.gutter import Gutter
from workbench.desk.reading.marks import Pieces, PlacedMark, TextMark, in_lanes, smallest
from workbench.desk.reading.offsets import UnitSpan
from workbench.desk.reading.overlay import Overlay, Query, Standing
from workbench.desk.reading.overview import Overview
from workbench.desk.reading.sight import Extent, KnownStrokes, Sight, sight_of
from workbench.desk.reading.text import MARGIN, ArticleText, Sentences
from workbench.domain.entities import Zone
from workbench.domain.spans import Span

GUTTER = 62
OVERVIEW = 11
NARROW = 300  # pixels; below, the gutter and the margins take less, so that words still fit on a line
NARROW_GUTTER = 44
NARROW_MARGIN = 9


class MarkedText(ArticleText):
    """Signals: picked(claim id) and query_picked(label) when a claim or the flag of a query was chosen in the margin, menu_asked(claim ids,
    global point), drawn() when marks stand elsewhere than before."""

    picked = Signal(int)
    query_picked = Signal(str)
    menu_asked = Signal(list, QPoint)
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing()
        self.overlay = Overlay()
        self.hit = -1
        self._sight: Sight | None = None
        self._strokes: KnownStrokes = {}
        self._drawn: tuple[Mapping[int, Extent], int] = ({}, 0)
        self.beside = GUTTER
        self.setViewportMargins(0, 0, GUTTER + OVERVIEW, 0)
        self.gutter = Gutter(self)
        self.overview = Overview(self)
        self.teller = Teller(self)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._moved_in_sight)
        self.fold_turned.connect(self._laid_out)
        self.cursorPositionChanged.connect(self.viewport().update)
        self.part_shown.connect(self._place)
        self.document().documentLayout().update.connect(self._laid_out)
        self.document().documentLayout().documentSizeChanged.connect(self._laid_out)

    def show_text(self, text: str, zones: Sequence[Zone], sentences_of: Sentences, name: str) -> None:
        self.standing = Standing()
        self.hit = -1
        super().show_text(text, zones, sentences_of, name)

    def set_marks(self, marks: Sequence[TextMark]) -> None:
        """Replace the marks; their spans are code points."""
        self.standing.marks = marks
        self._place()

    def set_evidence(self, spans: Sequence[Span]) -> None:
        self.standing.evidence = spans
        self._place()

    def set_checked(self, spans: Sequence[Span]) -> None:
        """What was looked at and has nothing to mark, or was waived; it steps back or is struck through, as the reader wishes."""
        self.standing.checked = spans
        self._place()

    def show_queries(self, queries: Sequence[Query]) -> None:
        """Replace the passages that queries ask about: (label, Span) each, the label as it is to be read ("Q3"), the span in code
        points of the whole text; one query may have several passages here. They get a wave over the words, a flag with the label
        in the margin (a click on it emits query_picked(label)), a flag in the overview, and a screen reader is told of them."""
        self.standing.queries = queries
        self._place()

    def set_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Mark what was found; `current` is the number of the hit that the cursor is at."""
        self.standing.hits, self.hit = spans, current
        self._place()

    def flash(self, *, lit: bool) -> None:
        """Draw the hit that the cursor is at as one among the others for a moment, or brought out again."""
        self._light_hit(lit=lit)
        self._laid_out()

    def _light_hit(self, *, lit: bool) -> None:
        hits = self.standing.hits
        current = hits[self.hit] if lit and 0 <= self.hit < len(hits) else None
        self.overlay.hit = self.offsets.units(current) if current else None

    def set_suggestion(self, span: Span | None) -> None:
        self.standing.suggestion = span
        self._place()

    def set_chosen(self, claim_id: int, figures: Sequence[Span] = ()) -> None:
        """Bring a claim to the front; `figures` are the places in it where the articles differ."""
        self.overlay.chosen = claim_id
        self.standing.figures = figures
        self._place()

    def set_plain(self, plain: bool) -> None:
        """Reading mode: the text without marks."""
        self.overlay.plain = plain
        self.overview.update()
        self._laid_out()

    def light(self, claim_id: int) -> None:
        """Bring one claim's words out while its bracket is under the pointer."""
        if self.overlay.lit != claim_id:
            self.overlay.lit = claim_id
            self._laid_out()

    def _place(self) -> None:
        """Convert what stands on the whole text into what is painted on the part that is shown."""
        part, standing, overlay = self.parts[self.part], self.standing, self.overlay
        self._lay(standing.marks if len(self.parts) == 1 else [m for m in standing.marks if m[0] < part.end and m[1] > part.start])
        overlay.evidence = self._units(standing.evidence, part)
        overlay.hits = self._units(standing.hits, part)
        overlay.figures = self._units(standing.figures, part)
        overlay.checked = self._units(standing.checked, part)
        overlay.queries = [(label, self.offsets.units(s)) for label, s in standing.queries if s.overlaps(part)]
        overlay.suggestion = next(iter(self._units([standing.suggestion], part)), None) if standing.suggestion else None
        self._light_hit(lit=True)
        self.overview.forget()
        self._laid_out()

    def _lay(self, marks: Sequence[TextMark]) -> None:
        """Take these marks, in code points, for the part that is shown."""
        plain = self.offsets.same and len(self.parts) == 1  # nothing to convert
        self.overlay.marks = in_lanes(marks, None if plain else self.offsets.unit)
        self.overlay.pieces = Pieces(self.overlay.marks, self.starts)

    def _units(self, spans: Sequence[Span], part: Span) -> list[UnitSpan]:
        return [self.offsets.units(s) for s in spans if s.overlaps(part)]

    @property
    def sight(self) -> Sight:
        """Where the marks in sight stand: measured when it is first asked for, and kept until something moves."""
        if self._sight is None:
            self._sight = sight_of(self, self.overlay, self._strokes)
        return self._sight

    def _moved_in_sight(self) -> None:
        """Other words are in sight, or they stand elsewhere in it."""
        self._sight = None
        self.viewport().update()
        self.gutter.update()
        self.teller.later()

    def _laid_out(self) -> None:
        """The words stand elsewhere, or other marks on them: what was gathered to be drawn is void."""
        self._strokes.clear()
        self._moved_in_sight()

    def marks_at(self, unit: int) -> list[PlacedMark]:
        """The marks on the letter that begins at a UTF-16 position of the part that is shown."""
        block = self.document().findBlock(unit)
        if unit < 0 or not block.isValid():
            return []
        at, marks = unit - block.position(), self.overlay.marks
        return [marks[piece.mark] for piece in self.overlay.pieces.of(block.blockNumber()) if piece.start <= at < piece.end]

    def mark_at_cursor(self, claim_id: int = 0) -> PlacedMark | None:
        """The smallest mark that the cursor stands in; of one claim, when it is named."""
        return smallest(m for m in self.marks_at(self.textCursor().position()) if claim_id in (0, m.claim))

    def span_of(self, appearance_id: int) -> Span | None:
        """Where an appearance stands, in code points."""
        return next((Span(m.start, m.end) for m in self.standing.marks if m.appearance == appearance_id), None)

    def words_rect(self, span: Span | None) -> QRect:
        """The box of some words in the viewport, as much of it as is in sight; the cursor's for none."""
        if span is None:
            return self.cursorRect()
        units, cursor = self.offsets.units(span), self.textCursor()
        cursor.setPosition(units.start)
        first = self.cursorRect(cursor)
        cursor.setPosition(units.end)
        return first.united(self.cursorRect(cursor)).intersected(self.viewport().rect())

    def heights(self) -> dict[int, float]:
        """How far down each claim first stands in the part that is shown, in pixels, by claim."""
        found: dict[int, float] = {}
        for mark in self.overlay.marks:
            found.setdefault(mark.claim, self.height_of(mark.start))
        return found

    # --- painting -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        kept = self.kept
        super().resizeEvent(event)
        self._make_room()
        self._scroll_to(kept)
        self._moved_in_sight()
        area = self.viewport().geometry()
        self.gutter.setGeometry(area.right() + 1, area.top(), self.beside, area.height())
        self.overview.setGeometry(area.right() + 1 + self.beside, area.top(), OVERVIEW, area.height())

    def _make_room(self) -> None:
        """Less beside the words where the pane is narrow."""
        wanted = NARROW_GUTTER if self.width() < NARROW else GUTTER
        if wanted != self.beside:
            self.beside = wanted
            self.document().setDocumentMargin(MARGIN if wanted == GUTTER else NARROW_MARGIN)
            self.setViewportMargins(0, 0, wanted + OVERVIEW, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        sight, overlay = self.sight, self.overlay
        sentence = self.sentence() if self.hasFocus() and not self.textCursor().hasSelection() else None
        painter = QPainter(self.viewport())
        painting.paint_under(painter, sight, overlay, self.offsets.units(sentence) if sentence else None, self.fold_labels)
        painter.end()
        super().paintEvent(event)
        if overlay.checked and not overlay.plain and self.look.checked != "plain":
            painter = QPainter(self.viewport())
            strike, high = self.look.checked == "strike", self.fontMetrics().xHeight()
            painting.paint_veil(painter, sight, overlay.checked, strike=strike, x_height=high)
            painter.end()
        if self._drawn != (sight.extents, overlay.chosen):
            self._drawn = (sight.extents, overlay.chosen)
            self.drawn.emit()
