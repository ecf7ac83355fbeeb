"""What keys are about in a pane, by the one rule of desk/target.py; and a claim under the cursor becomes the chosen one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer

from workbench.case.passages import Mark as PassageMark
from workbench.desk.desk import Desk
from workbench.desk.reading.contents import Contents
from workbench.desk.reading.view import ReadingView
from workbench.desk.target import Target
from workbench.domain.entities import Appearance
from workbench.domain.spans import Span

RESTING = 300
"""Milliseconds without a key after which a claim under the cursor becomes the chosen one. A click chooses at once."""


class Aim(QObject):
    """`contents` gives what stands in the article that the view shows now."""

    def __init__(self, desk: Desk, view: ReadingView, contents: Callable[[], Contents]) -> None:
        super().__init__(view)
        self._desk, self._view, self._contents = desk, view, contents
        self._moved_at = -1  # how often a claim had been chosen when the cursor was last moved by hand
        self._resting = QTimer(self, singleShot=True, interval=RESTING)
        self._resting.timeout.connect(self._rested)
        view.cursor_moved.connect(self._cursor_moved)

    def target(self, article_id: int) -> Target:
        """What a key is about here."""
        if claim_id := self.claim():
            return Target(claim_id)
        span = self.words()
        return Target(0, PassageMark(article_id, *span)) if span else Target(self._desk.claim)

    def claim(self) -> int:
        """The claim that a key is about; 0 for selected words, and where the cursor was put since on words without a mark."""
        if self._view.selection():
            return 0
        if self._desk.claim and self._moved_at != self._desk.choices:
            return self._desk.claim
        mark = self._view.mark_at_cursor()
        return mark.claim if mark else 0

    def appearance(self) -> Appearance | None:
        """The appearance under the cursor of the claim that keys are about."""
        claim = self.claim()
        mark = self._view.mark_at_cursor(claim) if claim else None
        return next((a for a in self._contents().appearances if mark and a.id == mark.appearance), None)

    def words(self) -> Span | None:
        """The words that a key acts on: those selected, else the mark of that claim under the cursor, else the sentence."""
        here = self.appearance()
        return self._view.selection() or (self._view.span_of(here.id) if here else None) or self._view.sentence()

    def rect(self) -> QRect:
        """The box of those words in the viewport."""
        return self._view.words_rect(self.words())

    def _cursor_moved(self, by_mouse: bool) -> None:
        """The analyst moved the cursor: keys are about what stands there."""
        self._moved_at = self._desk.choices
        self._resting.stop() if by_mouse else self._resting.start()

    def settle(self) -> None:
        """Choose now what the cursor would choose after its rest, or would have chosen had the keyboard not been elsewhere by then: a key
        is about to act on what the line of hints names."""
        waiting = self._resting.isActive() or self.claim() not in (0, self._desk.claim)
        self._resting.stop()
        if waiting:
            self._rested()

    def _rested(self) -> None:
        """The cursor rests in a mark: its claim becomes the chosen one. No pane moves."""
        if (claim := self.claim()) and self._view.hasFocus():
            self._desk.choose(claim)
