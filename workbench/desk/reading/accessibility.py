"""What a screen reader is told of the marks on a text.

The words themselves are told by Qt (QTextEdit's own text interface; the document holds the words and nothing else). PySide6 lets
nobody add text attributes to that interface (QAccessibleTextInterface.attributes is left out, and interfaces made in Python
crash the way out), so each mark in sight is a button beside the words, with its place, its words and an action that
chooses its claim; and what the cursor comes into is announced. Nothing of this is made until a screen reader asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from workbench.desk.reading.margin import Label
from workbench.desk.reading.marks import PlacedMark
from workbench.desk.reading.offsets import UnitSpan

if TYPE_CHECKING:
    from workbench.desk.reading.marked_text import MarkedText  # which makes it and is all that it is about

LONGEST = 240  # characters of a quote that are told


class Told(QAbstractButton):
    """A mark or a query as a button that is heard and not seen: the margin under it paints it and takes the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = Label(QRectF(), QRectF())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing to see here."""


class Teller:
    """Keeps the buttons of one view with what is in sight, and announces what the cursor comes into."""

    def __init__(self, view: MarkedText) -> None:
        self.view = view
        self.buttons: list[Told] = []
        self._inside: frozenset[str] = frozenset()
        self._soon = QTimer(view, singleShot=True, interval=0)
        self._soon.timeout.connect(self.tell)
        view.cursorPositionChanged.connect(self._moved)

    def later(self) -> None:
        """What stands in sight has changed: tell what stands there now, after the painting."""
        if QAccessible.isActive() or self.buttons:
            self._soon.start()

    def tell(self) -> None:
        """One button for each mark and query in sight, in reading order."""
        view = self.view
        found: list[tuple[float, float, str, Label]] = []
        if not view.overlay.plain:
            for number, (top, bottom) in view.sight.extents.items():
                mark = view.overlay.marks[number]
                words = f"{self._words(mark)}: “{self._quote(UnitSpan(mark.start, mark.end))}”"
                found.append((top, bottom, words, Label(QRectF(), view.rect().toRectF(), mark)))
            for number, (top, bottom) in view.sight.flags.items():
                label, span = view.overlay.queries[number]
                found.append((top, bottom, f"Query {label}: “{self._quote(span)}”", Label(QRectF(), view.rect().toRectF(), query=number)))
        found.sort(key=lambda each: (each[0], each[2]))
        while len(self.buttons) < len(found):
            self.buttons.append(self._button())
        for button, (top, bottom, words, what) in zip(self.buttons, found, strict=False):
            button.label = what
            button.setGeometry(QRect(0, int(top), view.gutter.width(), max(1, int(bottom - top))))
            if button.accessibleName() != words:
                button.setAccessibleName(words)
            button.show()
        for button in self.buttons[len(found) :]:
            button.hide()

    def _button(self) -> Told:
        made = Told(self.view.gutter)
        made.clicked.connect(lambda: self.view.gutter.take(made.label))
        return made

    def _words(self, mark: PlacedMark) -> str:
        """A mark in words: its claim, status and stance, and whether its claim is the chosen one."""
        stance = f", {mark.stance}" if mark.stance else ""
        return f"C{mark.claim} {mark.verdict.label.lower()}{stance}" + (", chosen" if mark.claim == self.view.overlay.chosen else "")

    def _quote(self, units: UnitSpan) -> str:
        span = self.view.offsets.points(*units)
        words = " ".join(self.view.text[span.start : span.start + LONGEST * 2].split()) if span.end - span.start > LONGEST * 2 else (
            " ".join(self.view.text[span.start : span.end].split())
        )  # fmt: skip
        return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"

    def _moved(self) -> None:
        """Announce the marks and queries that the cursor has come into."""
        if not QAccessible.isActive():
            return
        here = self.view.textCursor().position()
        words = [self._words(mark) for mark in self.view.marks_at(here)]
        words += [f"query {label}" for label, span in self.view.overlay.queries if span.start <= here < span.end]
        new = [each for each in words if each not in self._inside]
        self._inside = frozenset(words)
        if new and not self.view.overlay.plain:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, "; ".join(new)))
