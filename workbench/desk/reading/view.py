"""The reading view: an article's text with everything that stands on it painted, and the ends of marks that can be moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from workbench.desk.reading import painting
from workbench.desk.reading.marks import Mark, Piece, all_at, by_block, in_lanes, smallest_at
from workbench.desk.reading.parts import snapped
from workbench.desk.reading.text import MARGIN, ArticleText, Sentences
from workbench.domain.entities import Zone
from workbench.domain.spans import Span

GUTTER = 62
STRIP = 11
NARROW = 300  # pixels; below, the gutter and the margins take less, so that words still fit on a line
NARROW_GUTTER = 44
NARROW_MARGIN = 9
GRIP = 6  # pixels around the end of a mark in which it can be taken


@dataclass(slots=True)
class Standing:
    """What stands on the whole text, in code points."""

    marks: Sequence[Mark] = ()
    evidence: Sequence[Span] = ()
    hits: Sequence[Span] = ()
    suggestion: Span | None = None
    figures: Sequence[Span] = ()
    checked: Sequence[Span] = ()


@dataclass(slots=True)
class Overlay:
    """What is painted on the part that is shown, in UTF-16 units; and how."""

    marks: list[Mark] = field(default_factory=list)
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    evidence: list[Span] = field(default_factory=list)
    hits: list[Span] = field(default_factory=list)
    suggestion: Span | None = None
    figures: list[Span] = field(default_factory=list)
    checked: list[Span] = field(default_factory=list)
    hit: Span | None = None
    chosen: int = 0
    plain: bool = False
    lit: int = 0


class ReadingView(ArticleText):
    """Signals: picked(claim id) on a click, menu_asked(claim ids, global point), selected() when the mouse lets go of a selection,
    zoomed(step), resized(appearance id, Span) when the end of a mark was moved, drawn() when marks stand elsewhere than before."""

    picked = Signal(int)
    menu_asked = Signal(list, QPoint)
    selected = Signal()
    zoomed = Signal(int)
    resized = Signal(int, object)
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing()
        self.overlay = Overlay()
        self.hit = -1
        self.extents: dict[int, tuple[float, float]] = {}
        self.gutter_stale = False
        self._drawn: tuple[dict[int, tuple[float, float]], int] = ({}, 0)
        self._pressed: QPoint | None = None
        self._grip: tuple[Mark, bool] | None = None
        self.beside = GUTTER
        self.setViewportMargins(0, 0, GUTTER + STRIP, 0)
        self.gutter = painting.Gutter(self)
        self.strip = painting.Strip(self)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)  # the strip stays; the gutter follows the words
        self.verticalScrollBar().sliderMoved.connect(lambda _: self.scrolled())
        self.cursorPositionChanged.connect(self.viewport().update)
        self.cursorPositionChanged.connect(self._keep_cursor)
        self.part_shown.connect(self._place)

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
        """What was looked at and has nothing to mark; it steps back."""
        self.standing.checked = spans
        self._place()

    def set_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Mark what was found; `current` is the number of the hit that the cursor is at."""
        self.standing.hits, self.hit = spans, current
        self._place()

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
        self._redraw()

    def light(self, claim_id: int) -> None:
        """Bring one claim's words out while its bracket is under the pointer."""
        if self.overlay.lit != claim_id:
            self.overlay.lit = claim_id
            self._redraw()

    def _place(self) -> None:
        """Convert what stands on the whole text into what is painted on the part that is shown."""
        part, standing, overlay = self.parts[self.part], self.standing, self.overlay
        here = [m for m in standing.marks if m.start < part.end and m.end > part.start]
        unit = self.offsets.unit
        overlay.marks = in_lanes([Mark(unit(m.start), unit(m.end), *m[2:]) for m in here])
        overlay.pieces = by_block(overlay.marks, self.starts)
        overlay.evidence = self._units(standing.evidence, part)
        overlay.hits = self._units(standing.hits, part)
        overlay.figures = self._units(standing.figures, part)
        overlay.checked = self._units(standing.checked, part)
        overlay.suggestion = next(iter(self._units([standing.suggestion], part)), None) if standing.suggestion else None
        current = standing.hits[self.hit] if 0 <= self.hit < len(standing.hits) else None
        overlay.hit = self.offsets.units(current) if current else None
        self._redraw()

    def _units(self, spans: Sequence[Span], part: Span) -> list[Span]:
        return [self.offsets.units(s) for s in spans if s.overlaps(part)]

    def _redraw(self) -> None:
        self.gutter_stale = True  # it is painted after the words, which tell it where they are
        self.viewport().update()
        self.strip.update()

    def claim_at_cursor(self) -> int:
        """The claim whose mark the cursor stands in: the chosen one if it is among them, else the smallest; 0 for none."""
        here = self.textCursor().position()
        if any(m.claim == self.overlay.chosen for m in all_at(self.overlay.marks, here)):
            return self.overlay.chosen
        smallest = smallest_at(self.overlay.marks, here)
        return smallest.claim if smallest else 0

    def mark_at_cursor(self, claim_id: int) -> Mark | None:
        return smallest_at([m for m in self.overlay.marks if m.claim == claim_id], self.textCursor().position())

    def span_of(self, appearance_id: int) -> Span | None:
        """Where an appearance stands, in code points."""
        return next((Span(m.start, m.end) for m in self.standing.marks if m.appearance == appearance_id), None)

    def words_rect(self) -> QRect:
        """The box of the words that a key acts on, in the viewport; as much of it as is in sight."""
        span = self.target()
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
                if abs(rect.center().x() - point.x()) <= GRIP and rect.top() <= point.y() <= rect.bottom():
                    return mark, first
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = point if left else None
        self._grip = self._grip_at(point) if left else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._grip is not None:
            self._pull(point)
            return
        if not event.buttons():
            over = self._grip_at(point)
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

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
            units, pulled = self.offsets.units(span), self._grip[0].appearance
            moved = (m._replace(start=units.start, end=units.end) if m.appearance == pulled else m for m in self.overlay.marks)
            self.overlay.marks = list(moved)
            self.overlay.pieces = by_block(self.overlay.marks, self.starts)
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
            self.selected.emit()
        elif not moved and (mark := smallest_at(self.overlay.marks, self.unit_at(point))):
            self.picked.emit(mark.claim)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes the sentence."""
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        if span := self.sentence():
            self.go_to(span, select=True)
            self.selected.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        claims = [m.claim for m in all_at(self.overlay.marks, self.unit_at(event.pos()))]
        self.menu_asked.emit(list(dict.fromkeys(claims)), event.globalPos())

    def _keep_cursor(self) -> None:
        self.kept = self.textCursor().position()

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
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        elif not self._turned_by(event.key()):
            super().keyPressEvent(event)

    def _turned_by(self, key: int) -> bool:
        """Page Down at the end of a part goes on to the next one, Page Up at its start back."""
        bar = self.verticalScrollBar()
        if key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            return self.turn(1)
        return key == Qt.Key.Key_PageUp and bar.value() == bar.minimum() and self.turn(-1)

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
