"""The reading view: the marked text under the mouse and the keys; the ends of marks can be moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from workbench.desk.reading.mark_ends import MarkEnds
from workbench.desk.reading.marked_text import MarkedText
from workbench.desk.reading.marks import smallest
from workbench.desk.reading.snap import snapped_span
from workbench.domain.spans import Span


class ReadingView(MarkedText):
    """Signals, beside those of the marked text: selected() when the mouse lets go of a selection, zoomed(step), resized(appearance id,
    Span) when the end of a mark was moved, cursor_moved(by the mouse) when the analyst moved the cursor."""

    cursor_moved = Signal(bool)
    selected = Signal()
    zoomed = Signal(int)
    resized = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_hand = False
        self._pressed: QPoint | None = None
        self._ends = MarkEnds(self)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().sliderMoved.connect(lambda _: self.scrolled())
        self.cursorPositionChanged.connect(self._keep_cursor)

    # --- the mouse ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = point if left else None
        self._ends.held = self._ends.at(point) if left else None
        with self.by_hand():
            super().mousePressEvent(event)
            if left:
                self.cursor_moved.emit(True)  # also where it stood there already

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._ends.held is not None:
            self._pull(point)
            return
        if not event.buttons():
            over = self._ends.at(point)
            under = smallest(self.marks_at(self.letter_at(point))) if not self.overlay.plain else None
            self.light(under.claim if under else 0)
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)
        with self.by_hand():
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.light(0)
        super().leaveEvent(event)

    def _pull(self, point: QPoint) -> None:
        assert self._ends.held is not None
        if span := self._ends.pulled(point):
            part, pulled = self.parts[self.part], self._ends.held.mark.appearance
            moved = (m._replace(start=span.start, end=span.end) if m.appearance == pulled else m for m in self.standing.marks)
            self._lay([m for m in moved if m.start < part.end and m.end > part.start])
            self._laid_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if self._pressed is None:
            return
        moved = (point - self._pressed).manhattanLength() > 4
        held, self._pressed = self._ends.held, None
        if held is not None and moved:
            span = self._ends.pulled(point)
            self._ends.held = None
            self._place()
            if span and span != self.span_of(held.mark.appearance):
                self.resized.emit(held.mark.appearance, span)
            return
        self._ends.held = None
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
