"""The ends of the chosen claim's marks, which can be taken with the mouse and pulled to other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint

from workbench.desk.reading.marks import PlacedMark
from workbench.desk.reading.parts import snapped
from workbench.domain.spans import Span

if TYPE_CHECKING:
    from workbench.desk.reading.view import ReadingView  # which makes it and is all that it is about

REACH = 6  # pixels outside the end of a mark in which it can be taken; a press on its first or last letter selects words
INSIDE = 1  # pixels


class MarkEnd(NamedTuple):
    mark: PlacedMark
    first: bool


class MarkEnds:
    """The end that the mouse has taken hold of, if any, and where the mark would stand if it were let go."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self.held: MarkEnd | None = None

    def at(self, point: QPoint) -> MarkEnd | None:
        """The end of a mark of the chosen claim under a point of the viewport."""
        view, cursor = self._view, self._view.textCursor()
        for number in view.sight.extents:
            mark = view.overlay.marks[number]
            if mark.claim != view.overlay.chosen:
                continue
            for unit, first in ((mark.start, True), (mark.end, False)):
                cursor.setPosition(unit)
                rect = view.cursorRect(cursor)
                outside = (rect.center().x() - point.x()) * (1 if first else -1)
                if -INSIDE <= outside <= REACH and rect.top() <= point.y() <= rect.bottom():
                    return MarkEnd(mark, first)
        return None

    def pulled(self, point: QPoint) -> Span | None:
        """Where the mark would stand if its end were let go here, in code points: at the nearest word; None where it would be empty."""
        assert self.held is not None
        view = self._view
        span = view.span_of(self.held.mark.appearance)
        to = snapped(view.text, view.offsets.point(view.cursorForPosition(point).position()))
        if span is None:
            return None
        moved = Span(to, span.end) if self.held.first else Span(span.start, to)
        return moved if moved.start < moved.end else None
