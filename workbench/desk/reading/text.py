"""The text of one article in a read-only widget, shown in parts when it is long. Nothing but its look is written into the document.

Positions handed in and out are code points into the whole text; inside, Qt's UTF-16 units into the part that is shown. The text
is never read back from Qt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QClipboard, QFont, QGuiApplication, QTextCursor, QTextLine
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from workbench.desk.reading import typography
from workbench.desk.reading.folding import Fold, folds
from workbench.desk.reading.offsets import OffsetMap, handed_over, shown
from workbench.desk.reading.parts import part_of, parts
from workbench.domain.entities import Zone
from workbench.domain.spans import Span

MARGIN = 20
_LINE_END = re.compile("\n")

Sentences = Callable[[Span], Sequence[Span]]
"""Gives the sentences of a stretch of the text."""


class ArticleText(QTextEdit):
    """Signals: part_shown() when another part of a long text has been laid out, fold_turned() when furniture was folded away or shown."""

    part_shown = Signal()
    fold_turned = Signal()

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
        self.document().setDocumentMargin(MARGIN)
        self.text = ""
        self.parts = [Span(0, 0)]
        self.part = 0
        self.offsets = OffsetMap("")
        self.laying = False
        self._sentences: Sequence[Span] | None = ()
        self.starts: list[int] = [0]
        self.kept = 0
        self.look = typography.Look()
        self.folded = True
        self.folds: list[Fold] = []
        self.fold_labels: dict[int, list[Fold]] = {}
        self.zones: Sequence[Zone] = ()
        self._sentences_of: Sentences = lambda _: ()

    def show_text(self, text: str, zones: Sequence[Zone], sentences_of: Sentences, name: str) -> None:
        """Show another text with its zones, from its start."""
        self.text, self.zones, self._sentences_of = text, zones, sentences_of
        self.parts = parts(text)
        self.setAccessibleName(f"Article text: {name}")
        self.show_part(0)

    def show_part(self, number: int) -> None:
        """Lay out one part of the text, from 0, with its cursor at the start."""
        self.part = number
        span = self.parts[number]
        words = self.text[span.start : span.end]
        self.offsets = OffsetMap(words, span.start)
        self._sentences = None
        self.kept = 0
        unit = self.offsets.unit
        self.starts = [0, *(unit(span.start + found.end()) for found in _LINE_END.finditer(words))]
        self.folds = []
        self.laying = True
        dressing_up = QTextCursor(self.document())
        dressing_up.beginEditBlock()  # laid out once, dressed, and only as far as it is seen
        self.setPlainText(handed_over(shown(words)))
        self.dress(self.zones)
        dressing_up.endEditBlock()
        self.laying = False
        self.part_shown.emit()

    @property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the part that is shown; found when they are first asked for, after the words can be read."""
        if self._sentences is None:
            self._sentences = self._sentences_of(self.parts[self.part])
        return self._sentences

    @sentences.setter
    def sentences(self, spans: Sequence[Span]) -> None:
        self._sentences = spans

    def set_look(self, look: typography.Look, font: QFont) -> None:
        """Take another size, line height, width or alignment; `dress` lays the text out with it."""
        self.look = look
        self.setFont(font)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth if look.width else QTextEdit.LineWrapMode.WidgetWidth)
        self.setLineWrapColumnOrWidth(look.width)

    def dress(self, zones: Sequence[Zone]) -> None:
        """Give the words their look again: after other zones, another theme or another size."""
        self.zones = zones
        span = self.parts[self.part]
        typography.fold(self.document(), self.folds, self.font().pointSizeF(), folded=False)  # a line may be furniture no longer
        here = [(self.offsets.units(z.span), z.kind) for z in zones if z.span.overlaps(span)]
        typography.dress(self.document(), here, self.look)
        self.folds = folds(self.text[span.start : span.end], _shifted(zones, span))
        self.fold(self.folded)

    def fold(self, folded: bool) -> None:
        """Hide the lines that are page furniture, or show them again. In their place stands how much it is."""
        self.folded = folded
        self.fold_labels = typography.fold(self.document(), self.folds, self.font().pointSizeF(), folded=folded)
        self.viewport().update()
        self.fold_turned.emit()

    def position(self) -> int:
        """The cursor, in code points."""
        return self.offsets.point(self.textCursor().position())

    def drop_selection(self) -> None:
        """Select nothing; the cursor stands before the first letter of what was selected."""
        if span := self.selection():
            words = self.text[span.start : span.end]
            cursor = self.textCursor()
            cursor.setPosition(self.offsets.unit(span.start + len(words) - len(words.lstrip())))
            self.setTextCursor(cursor)

    def selection(self) -> Span | None:
        """The selected span, or None; never inside a surrogate pair."""
        cursor = self.textCursor()
        return self.offsets.points(cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        here = self.position()
        at = bisect_right(self.sentences, Span(here, len(self.text) + 1)) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at].end >= here else None

    def go_to(self, span: Span, *, select: bool = False) -> None:
        """Put the cursor at a span and bring it into the upper third of the pane; another part is laid out when it is there."""
        number = part_of(self.parts, span.start)
        if number != self.part:
            self.show_part(number)
        units = self.offsets.units(span)
        if self.folded and not self.document().findBlock(units.start).isVisible():
            self.fold(False)
        cursor = self.textCursor()
        cursor.setPosition(units.start)
        if select:
            cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._scroll_to(units.start)

    def _scroll_to(self, unit: int) -> None:
        self.kept = min(unit, self.document().characterCount() - 1)  # another text may be shorter than the place kept
        block = self.document().findBlock(self.kept)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(self.kept - block.position())
        y = top + (line.y() if line.isValid() else 0)
        bar = self.verticalScrollBar()
        if not bar.value() + 20 <= y <= bar.value() + self.viewport().height() - 70:
            bar.setValue(int(y - self.viewport().height() / 3))

    def height_of(self, unit: int) -> float:
        """How far a UTF-16 position of the part is from the top of the document, in pixels."""
        block = self.document().findBlock(unit)
        line = block.layout().lineForTextPosition(unit - block.position())
        return self.document().documentLayout().blockBoundingRect(block).top() + (line.y() if line.isValid() else 0)

    def turn(self, step: int) -> bool:
        """To the next (1) or previous (-1) part; False when there is none."""
        if not 0 <= self.part + step < len(self.parts):
            return False
        self.show_part(self.part + step)
        bar = self.verticalScrollBar()
        bar.setValue(0 if step > 0 else bar.maximum())
        return True

    def step_to(self, spans: Sequence[Span], step: int) -> bool:
        """Put the cursor at the next (1) or previous (-1) of some ordered spans; False when there is none in that direction."""
        here = self.position()
        found = [s for s in spans if s.start > here] if step > 0 else [s for s in reversed(spans) if s.end < here]
        if found:
            self.go_to(found[0])
        return bool(found)

    def unit_at(self, point: QPoint) -> int:
        """The UTF-16 position under a point of the viewport; -1 where there are no words."""
        scrolled = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.document().documentLayout().hitTest(scrolled, Qt.HitTestAccuracy.FuzzyHit)

    def letter_at(self, point: QPoint) -> int:
        """The UTF-16 position of the letter under a point of the viewport; -1 where there is none, beside a line or between two."""
        scrolled = QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        block = self.document().findBlock(max(0, self.unit_at(point)))
        inside = scrolled - block.layout().position()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            words = line.naturalTextRect()
            if words.top() <= inside.y() < words.top() + line.height() and words.left() <= inside.x() < words.right():
                return block.position() + line.xToCursor(inside.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return -1

    def copy(self) -> None:
        """Copy the stored text. The data on the clipboard is Qt's own: Python's would outlive Python and crash the way out."""
        if span := self.selection():
            QGuiApplication.clipboard().setText(handed_over(self.text[span.start : span.end]))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text, never Qt's rendering of it."""
        data = QMimeData()
        if span := self.selection():
            data.setText(handed_over(self.text[span.start : span.end]))
        return data


def settle_clipboard() -> None:
    """Give the words selected with the mouse (X11) to Qt alone: data made in Python that outlives Python crashes the way out."""
    board, mode = QGuiApplication.clipboard(), QClipboard.Mode
    if board.supportsSelection() and board.ownsSelection():
        board.setText(board.text(mode=mode.Selection), mode.Selection)


def _shifted(zones: Sequence[Zone], part: Span) -> list[Zone]:
    """The zones of a part, counted from its start."""
    return [
        Zone(z.id, z.article_id, max(z.start, part.start) - part.start, min(z.end, part.end) - part.start, z.kind, z.set_by, z.basis)
        for z in zones
        if z.span.overlaps(part)
    ]
