"""The reading view: an article's text with everything that stands on it painted, and the ends of marks that can be moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from workbench.desk.reading import painting
from workbench.desk.reading.beside import Gutter, Strip
from workbench.desk.reading.marks import Mark, Pieces, in_lanes, smallest
from workbench.desk.reading.parts import snapped
from workbench.desk.reading.snap import snapped_span
from workbench.desk.reading.standing import Overlay, Query, Standing
from workbench.desk.reading.text import MARGIN, ArticleText, Sentences
from workbench.desk.reading.told import Teller
from workbench.domain.entities import Zone
from workbench.domain.spans import Span

GUTTER = 62
STRIP = 11
NARROW = 300  # pixels; below, the gutter and the margins take less, so that words still fit on a line
NARROW_GUTTER = 44
NARROW_MARGIN = 9
GRIP = 6  # pixels outside the end of a mark in which it can be taken; a press on its first or last letter selects words
INSIDE = 1  # pixels


class ReadingView(ArticleText):
    """Signals: picked(claim id) on a click, menu_asked(claim ids, global point), selected() when the mouse lets go of a selection,
    zoomed(step), resized(appearance id, Span) when the end of a mark was moved, drawn() when marks stand elsewhere than before,
    query_picked(label) when the flag of a query was clicked, cursor_moved(by the mouse) when the analyst moved the cursor."""

    picked = Signal(int)
    cursor_moved = Signal(bool)
    menu_asked = Signal(list, QPoint)
    selected = Signal()
    zoomed = Signal(int)
    resized = Signal(int, object)
    drawn = Signal()
    query_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing()
        self.overlay = Overlay()
        self.hit = -1
        self._by_hand = False
        self.extents: dict[int, tuple[float, float]] = {}
        self.flags: dict[int, tuple[float, float]] = {}
        self.strokes: dict[tuple[int, int], painting.Strokes] = {}
        self.gutter_stale = False
        self._drawn: tuple[dict[int, tuple[float, float]], int] = ({}, 0)
        self._pressed: QPoint | None = None
        self._grip: tuple[Mark, bool] | None = None
        self.beside = GUTTER
        self.setViewportMargins(0, 0, GUTTER + STRIP, 0)
        self.gutter = Gutter(self)
        self.strip = Strip(self)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)  # the strip stays; the gutter follows the words
        self.verticalScrollBar().sliderMoved.connect(lambda _: self.scrolled())
        self.cursorPositionChanged.connect(self.viewport().update)
        self.cursorPositionChanged.connect(self._keep_cursor)
        self.part_shown.connect(self._place)
        self.document().documentLayout().update.connect(self._laid_out)
        self.document().documentLayout().documentSizeChanged.connect(self._laid_out)
        self.teller = Teller(self)

    def show_text(self, text: str, zones: Sequence[Zone], sentences_of: Sentences, name: str) -> None:
        self.standing = Standing()
        self.hit = -1
        super().show_text(text, zones, sentences_of, name)

    # --- what stands on the text ----------------------------------------------------------------------------------------

    def set_marks(self, marks: Sequence[Mark]) -> None:
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
        self._redraw()

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
        self.strip.update()
        self._redraw()

    def light(self, claim_id: int) -> None:
        """Bring one claim's words out while its bracket is under the pointer."""
        if self.overlay.lit != claim_id:
            self.overlay.lit = claim_id
            self._redraw()

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
        self.strip.forget()
        self._redraw()

    def _lay(self, marks: Sequence[Mark]) -> None:
        """Take these marks, in code points, for the part that is shown."""
        plain = self.offsets.same and len(self.parts) == 1  # nothing to convert
        self.overlay.marks = in_lanes(marks, None if plain else self.offsets.unit)
        self.overlay.pieces = Pieces(self.overlay.marks, self.starts)

    def _units(self, spans: Sequence[Span], part: Span) -> list[Span]:
        return [self.offsets.units(s) for s in spans if s.overlaps(part)]

    def _laid_out(self) -> None:
        """The words stand elsewhere: what was gathered to be drawn on them is void."""
        self.strokes.clear()

    def _redraw(self) -> None:
        self.strokes.clear()
        self.gutter_stale = True  # it is painted after the words, which tell it where they are
        self.viewport().update()

    def marks_at(self, unit: int) -> list[Mark]:
        """The marks on the letter that begins at a UTF-16 position of the part that is shown."""
        block = self.document().findBlock(unit)
        if unit < 0 or not block.isValid():
            return []
        at, marks = unit - block.position(), self.overlay.marks
        return [marks[piece.mark] for piece in self.overlay.pieces.of(block.blockNumber()) if piece.start <= at < piece.end]

    def mark_at_cursor(self, claim_id: int = 0) -> Mark | None:
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

    # --- the mouse ------------------------------------------------------------------------------------------------------

    def _grip_at(self, point: QPoint) -> tuple[Mark, bool] | None:
        """The end of a mark of the chosen claim under a point: the mark, and whether it is its start."""
        cursor = self.textCursor()
        for number in self.extents:
            mark = self.overlay.marks[number] if number < len(self.overlay.marks) else None
            if mark is None or mark.claim != self.overlay.chosen or self.overlay.plain:
                continue
            for unit, first in ((mark.start, True), (mark.end, False)):
                cursor.setPosition(unit)
                rect = self.cursorRect(cursor)
                outside = (rect.center().x() - point.x()) * (1 if first else -1)
                if -INSIDE <= outside <= GRIP and rect.top() <= point.y() <= rect.bottom():
                    return mark, first
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = point if left else None
        self._grip = self._grip_at(point) if left else None
        with self.by_hand():
            super().mousePressEvent(event)
            if left:
                self.cursor_moved.emit(True)  # also where it stood there already

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._grip is not None:
            self._pull(point)
            return
        if not event.buttons():
            over = self._grip_at(point)
            under = smallest(self.marks_at(self.letter_at(point))) if not self.overlay.plain else None
            self.light(under.claim if under else 0)
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)
        with self.by_hand():
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.light(0)
        super().leaveEvent(event)

    def _pulled(self, point: QPoint) -> Span | None:
        """Where the mark in the grip would stand if it were let go here: its end at the nearest word, never empty."""
        assert self._grip is not None
        mark, first = self._grip
        span = self.span_of(mark.appearance)
        to = snapped(self.text, self.offsets.point(self.cursorForPosition(point).position()))
        if span is None:
            return None
        moved = Span(to, span.end) if first else Span(span.start, to)
        return moved if moved.start < moved.end else None

    def _pull(self, point: QPoint) -> None:
        assert self._grip is not None
        if span := self._pulled(point):
            part, pulled = self.parts[self.part], self._grip[0].appearance
            moved = (m._replace(start=span.start, end=span.end) if m.appearance == pulled else m for m in self.standing.marks)
            self._lay([m for m in moved if m.start < part.end and m.end > part.start])
            self._redraw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if self._pressed is None:
            return
        moved = (point - self._pressed).manhattanLength() > 4
        grip, self._pressed = self._grip, None
        if grip is not None and moved:
            span = self._pulled(point)
            self._grip = None
            self._place()
            if span and span != self.span_of(grip[0].appearance):
                self.resized.emit(grip[0].appearance, span)
            return
        self._grip = None
        if self.textCursor().hasSelection():
            self._snap()
            self.selected.emit()
        elif not moved and (mark := smallest(self.marks_at(self.letter_at(point)))):
            self.picked.emit(mark.claim)

    def _snap(self) -> None:
        """Widen what the mouse has selected to words or sentences, as the reader wishes, and always to whole letters."""
        cursor, span, part = self.textCursor(), self.selection(), self.parts[self.part]
        if span is None:
            return
        wanted = snapped_span(self.text, span, self.look.snap, self.sentences if self.look.snap == "sentence" else ())
        start, end = self.offsets.units(Span(max(wanted.start, part.start), min(wanted.end, part.end)))
        if (start, end) != (cursor.selectionStart(), cursor.selectionEnd()):
            forward = cursor.position() >= cursor.anchor()
            cursor.setPosition(start if forward else end)
            cursor.setPosition(end if forward else start, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes the sentence."""
        with self.by_hand():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            if span := self.sentence():
                self.go_to(span, select=True)
                self.selected.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        claims = [m.claim for m in self.marks_at(self.letter_at(event.pos()))]
        self.menu_asked.emit(list(dict.fromkeys(claims)), event.globalPos())

    def _keep_cursor(self) -> None:
        self.kept = self.textCursor().position()
        if self._by_hand:
            self.cursor_moved.emit(self._pressed is not None)

    @contextmanager
    def by_hand(self) -> Iterator[None]:
        """Whatever moves the cursor in the block does so for the analyst: keys are then about what stands there."""
        before, self._by_hand = self._by_hand, True
        try:
            yield
        finally:
            self._by_hand = before

    def scrolled(self) -> None:
        """The analyst has scrolled: what is now at the top is the place to keep when the size changes."""
        self.kept = max(0, self.unit_at(QPoint(self.viewport().width() // 2, 24)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl+wheel changes the size; at the end of a part the wheel goes on to the next."""
        down = event.angleDelta().y() < 0
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(-1 if down else 1)
            event.accept()
        elif bar.value() == (bar.maximum() if down else bar.minimum()) and self.turn(1 if down else -1):
            event.accept()
        else:
            super().wheelEvent(event)
            self.scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with self.by_hand():
            if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
                cursor = self.textCursor()
                cursor.clearSelection()
                self.setTextCursor(cursor)
            elif not self._turned_by(event):
                super().keyPressEvent(event)

    def _turned_by(self, event: QKeyEvent) -> bool:
        """Page Down at the end of a part goes on to the next one, Page Up at its start back. With Shift the selection goes to the
        end (or start) of the part and stays there: a part is laid out by itself, so a selection never leaves it."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        bar, modifiers = self.verticalScrollBar(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        cursor, rect = self.textCursor(), self.cursorRect()
        done = cursor.atEnd() if step > 0 else cursor.atStart()
        at_edge = bar.value() == (bar.maximum() if step > 0 else bar.minimum())
        if not step or not (at_edge or (done and self.viewport().rect().intersects(rect))):
            return False
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            to = QTextCursor.MoveOperation.End if step > 0 else QTextCursor.MoveOperation.Start
            cursor.movePosition(to, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            return True
        return modifiers == Qt.KeyboardModifier.NoModifier and self.turn(step)

    # --- painting -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        kept = self.kept
        super().resizeEvent(event)
        self._make_room()
        self._scroll_to(kept)
        area = self.viewport().geometry()
        self.gutter.setGeometry(area.right() + 1, area.top(), self.beside, area.height())
        self.strip.setGeometry(area.right() + 1 + self.beside, area.top(), STRIP, area.height())

    def _make_room(self) -> None:
        """Less beside the words where the pane is narrow."""
        wanted = NARROW_GUTTER if self.width() < NARROW else GUTTER
        if wanted != self.beside:
            self.beside = wanted
            self.document().setDocumentMargin(MARGIN if wanted == GUTTER else NARROW_MARGIN)
            self.setViewportMargins(0, 0, wanted + STRIP, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.paint_overlay(self)
        super().paintEvent(event)
        painting.paint_veil(self)
        if self._drawn != (self.extents, self.overlay.chosen):
            self._drawn = (dict(self.extents), self.overlay.chosen)
            self.drawn.emit()
