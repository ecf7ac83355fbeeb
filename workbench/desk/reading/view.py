"""The text of one article, read-only, with everything on it painted by us: nothing is written into the document.

Positions handed in and out are code points; inside, Qt's UTF-16 units. The text is never read back from Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from workbench.desk import theme
from workbench.desk.reading import painting
from workbench.desk.reading.folding import Fold, folds
from workbench.desk.reading.marks import Mark, Piece, all_at, by_block, in_lanes, smallest_at
from workbench.desk.reading.offsets import OffsetMap, shown
from workbench.domain.entities import Zone
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, ZoneKind

GUTTER = 62
STRIP = 11
LINE_HEIGHT = 124  # per cent
MARGIN = 20


@dataclass(slots=True)
class Overlay:
    """All that is painted on the text, in UTF-16 units."""

    marks: list[Mark] = field(default_factory=list)
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    evidence: list[Span] = field(default_factory=list)
    hits: list[Span] = field(default_factory=list)
    hit: int = -1
    suggestion: Span | None = None
    chosen: int = 0
    plain: bool = False
    lit: int = 0


class ReadingView(QTextEdit):
    """Signals: picked(claim id) on a click, menu_asked(claim ids, global point), selected() when the mouse lets go of a selection."""

    picked = Signal(int)
    menu_asked = Signal(list, QPoint)
    selected = Signal()
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.text = ""
        self.offsets = OffsetMap("")
        self.sentences: Sequence[Span] = ()
        self.overlay = Overlay()
        self.extents: dict[int, tuple[float, float]] = {}
        self._starts: list[int] = [0]
        self._pressed: QPoint | None = None
        self.setViewportMargins(0, 0, GUTTER + STRIP, 0)
        self.gutter = painting.Gutter(self)
        self.strip = painting.Strip(self)
        self.folded = True
        self.folds: list[Fold] = []
        self.fold_labels: dict[int, Fold] = {}
        self.verticalScrollBar().valueChanged.connect(self._redraw)
        self.cursorPositionChanged.connect(self.viewport().update)

    def show_text(self, text: str, zones: Sequence[Zone], sentences: Sequence[Span], name: str) -> None:
        """Show another text with its zones; marks are set apart."""
        self.text, self.sentences = text, sentences
        self.offsets = OffsetMap(text)
        self.overlay = Overlay(plain=self.overlay.plain)
        self.setAccessibleName(f"Article text: {name}")
        self.document().setDocumentMargin(MARGIN)
        self.setPlainText(shown(text))
        self._starts = [0, *(self.offsets.unit(i) + 1 for i, char in enumerate(text) if char == "\n")]
        self.style_text(zones)

    def style_text(self, zones: Sequence[Zone]) -> None:
        """Give the paragraphs their spacing and the zones their look. Few zones, so they may be formats."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(self.font().pointSizeF() * 0.35)
        cursor.setBlockFormat(block)
        self._tighten_blank_lines()
        plain = QTextCharFormat()
        plain.setForeground(theme.current()["text"])
        cursor.setCharFormat(plain)
        for zone in zones:
            if (look := _look(zone.kind, self.font().pointSizeF())) is not None:
                span = self.offsets.units(zone.span)
                cursor.setPosition(span.start)
                cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(look)
        cursor.endEditBlock()
        self.folds = folds(self.text, zones)
        self.fold(self.folded)

    def fold(self, folded: bool) -> None:
        """Hide the lines that are page furniture, or show them again. In their place stands how much it is."""
        self.folded = folded
        self.fold_labels = {}
        document = self.document()
        for each in self.folds:
            for number in range(each.first, each.last + 1):
                document.findBlockByNumber(number).setVisible(not folded)
            follows = each.last + 1 < document.blockCount()
            place = document.findBlockByNumber(each.last + 1 if follows else max(0, each.first - 1))
            cursor = QTextCursor(place)
            block = place.blockFormat()
            room = self.font().pointSizeF() * 2.2 if folded else 0.0
            if follows:
                block.setTopMargin(room)
            else:
                block.setBottomMargin(room + self.font().pointSizeF() * 0.35)
            cursor.setBlockFormat(block)
            if folded:
                self.fold_labels[place.blockNumber()] = each
        document.markContentsDirty(0, document.characterCount())
        self._redraw()

    def _unfold_for(self, unit: int) -> None:
        """Show the furniture again when somebody goes to a place inside it."""
        if self.folded and not self.document().findBlock(unit).isVisible():
            self.fold(False)

    def _tighten_blank_lines(self) -> None:
        """A blank line between paragraphs is a gap, not a line: paragraphs have their own spacing already."""
        gap = QTextBlockFormat()
        gap.setLineHeight(self.font().pointSizeF() * 0.55, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = self.document().begin()
        while block.isValid():
            if block.length() == 1:
                QTextCursor(block).setBlockFormat(gap)
            block = block.next()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace the marks; their spans are code points and become units here."""
        converted = [Mark(*self.offsets.units(Span(m.start, m.end)), m.claim, m.appearance, m.verdict, m.against) for m in marks]
        self.overlay.marks = in_lanes(converted)
        self.overlay.pieces = by_block(self.overlay.marks, self._starts)
        self._redraw()

    def set_evidence(self, spans: Sequence[Span]) -> None:
        self.overlay.evidence = [self.offsets.units(s) for s in spans]
        self._redraw()

    def set_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        self.overlay.hits = [self.offsets.units(s) for s in spans]
        self.overlay.hit = current
        self._redraw()

    def set_suggestion(self, span: Span | None) -> None:
        self.overlay.suggestion = self.offsets.units(span) if span else None
        self._redraw()

    def set_chosen(self, claim_id: int) -> None:
        self.overlay.chosen = claim_id
        self._redraw()

    def set_plain(self, plain: bool) -> None:
        """Reading mode: the text without marks."""
        self.overlay.plain = plain
        self._redraw()

    def light(self, claim_id: int) -> None:
        """Bring one claim's words out while its bracket is under the pointer."""
        if self.overlay.lit != claim_id:
            self.overlay.lit = claim_id
            self._redraw()

    def _redraw(self) -> None:
        self.viewport().update()
        self.gutter.update()
        self.strip.update()

    def position(self) -> int:
        """The cursor, in code points."""
        return self.offsets.point(self.textCursor().position())

    def selection(self) -> Span | None:
        """The selected span, or None; never inside a surrogate pair."""
        cursor = self.textCursor()
        return self.offsets.points(cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        here = self.position()
        return next((s for s in self.sentences if s.start <= here <= s.end), None)

    def target(self) -> Span | None:
        """What a key acts on: the selection, else the sentence under the cursor."""
        return self.selection() or self.sentence()

    def claim_at_cursor(self) -> int:
        """The claim whose mark the cursor stands in: the chosen one if it is among them, else the smallest; 0 for none."""
        under = all_at(self.overlay.marks, self.textCursor().position())
        if any(m.claim == self.overlay.chosen for m in under):
            return self.overlay.chosen
        smallest = smallest_at(self.overlay.marks, self.textCursor().position())
        return smallest.claim if smallest else 0

    def mark_at_cursor(self, claim_id: int) -> Mark | None:
        under = [m for m in all_at(self.overlay.marks, self.textCursor().position()) if m.claim == claim_id]
        return min(under, key=lambda m: m.end - m.start) if under else None

    def go_to(self, span: Span, *, select: bool = False) -> None:
        """Put the cursor at a span and bring it into the upper third of the pane."""
        cursor = self.textCursor()
        units = self.offsets.units(span)
        self._unfold_for(units.start)
        cursor.setPosition(units.start)
        if select:
            cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._scroll_to(units.start)

    def _scroll_to(self, unit: int) -> None:
        block = self.document().findBlock(unit)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(unit - block.position())
        y = top + (line.y() if line.isValid() else 0)
        bar = self.verticalScrollBar()
        if not bar.value() + 20 <= y <= bar.value() + self.viewport().height() - 70:
            bar.setValue(int(y - self.viewport().height() / 3))

    def select_sentence(self, step: int, skip: Sequence[Span] = ()) -> None:
        """Put the cursor into the next (1) or previous (-1) sentence that does not overlap a span of `skip`."""
        here = self.position()
        found = [s for s in self.sentences if not any(s.overlaps(other) for other in skip)]
        after = [s for s in found if s.start > here] if step > 0 else [s for s in reversed(found) if s.end < here]
        if after:
            self.go_to(after[0])

    def caret_rect(self) -> QRect:
        """Where the selection (or the cursor) ends, in the viewport."""
        return self.cursorRect()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Copy the stored text, never Qt's rendering of it."""
        data = QMimeData()
        if span := self.selection():
            data.setText(self.text[span.start : span.end])
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength() > 4
        self._pressed = None
        if self.textCursor().hasSelection():
            self.selected.emit()
        elif not moved and (mark := smallest_at(self.overlay.marks, self._unit_at(event.position().toPoint()))):
            self.picked.emit(mark.claim)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A double click takes the sentence."""
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        if span := self.sentence():
            self.go_to(span, select=True)
            self.selected.emit()

    def contextMenuEvent(self, event: object) -> None:  # noqa: N802
        point = event.pos()  # type: ignore[attr-defined]
        claims = [m.claim for m in all_at(self.overlay.marks, self._unit_at(point))]
        self.menu_asked.emit(list(dict.fromkeys(claims)), self.viewport().mapToGlobal(point))

    def _unit_at(self, point: QPoint) -> int:
        scrolled = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.document().documentLayout().hitTest(QPoint(scrolled), Qt.HitTestAccuracy.FuzzyHit)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        area = self.viewport().geometry()
        self.gutter.setGeometry(area.right() + 1, area.top(), GUTTER, area.height())
        self.strip.setGeometry(area.right() + 1 + GUTTER, area.top(), STRIP, area.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painting.paint_overlay(self, QRectF(event.rect()))
        super().paintEvent(event)


def _look(kind: ZoneKind, size: float) -> QTextCharFormat | None:
    """How a zone's words look; None for plain body text."""
    look = QTextCharFormat()
    colors = theme.current()
    look.setForeground(colors["text"])
    if kind in FURNITURE:
        look.setForeground(colors["furniture"])
        look.setFontPointSize(size * 0.86)
    elif kind is ZoneKind.HEADLINE:
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontPointSize(size * 1.14)
    elif kind is ZoneKind.DECK:
        look.setFontWeight(QFont.Weight.DemiBold)
    elif kind in (ZoneKind.CAPTION, ZoneKind.CREDIT):
        look.setForeground(colors["muted"])
        look.setFontItalic(True)
    else:
        return None
    return look
