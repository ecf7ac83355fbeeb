"""Where the marks and queries in sight stand. Worked out once and given to the painting, the margin, the lines between panes and the
screen reader; nobody else measures the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from workbench.desk.reading.geometry import boxes_in, left_to_right, line_rects, visible_blocks
from workbench.desk.reading.marks import Piece
from workbench.desk.reading.offsets import UnitSpan
from workbench.desk.reading.overlay import Overlay
from workbench.desk.reading.strokes import MarkStyle, Strokes

Extent = tuple[float, float]
"""Top and bottom in the viewport, in pixels."""
KnownStrokes = dict[tuple[int, int], Strokes]
"""What was gathered for a line (number of its block, number in the block), until the marks or the layout change."""


class MarkedLine(NamedTuple):
    """A line of text that carries marks: where its block begins in the viewport, and what is drawn from there."""

    origin: QPointF
    strokes: Strokes


class Wave(NamedTuple):
    """A wave over words that a query asks about."""

    left: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What stands in sight, in pixels of the viewport. `extents` and `flags` are how far down each mark and each query reaches, by its
    number in the overlay."""

    blocks: tuple[tuple[QTextBlock, QPointF], ...] = ()
    lines: tuple[MarkedLine, ...] = ()
    waves: tuple[Wave, ...] = ()
    extents: Mapping[int, Extent] = field(default_factory=dict)
    flags: Mapping[int, Extent] = field(default_factory=dict)


def sight_of(view: QTextEdit, overlay: Overlay, known: KnownStrokes) -> Sight:
    """Measure what is in sight. `known` is what was gathered of its lines before; what is missing there is added."""
    clip = QRectF(view.viewport().rect())
    blocks = tuple(visible_blocks(view, clip))
    if overlay.plain:
        return Sight(blocks)
    lines, waves = list[MarkedLine](), list[Wave]()
    extents, flags = dict[int, Extent](), dict[int, Extent]()
    for block, origin in blocks:
        for strokes in _marked(block, origin, overlay, known, clip):
            lines.append(MarkedLine(origin, strokes))
            for mark, top, bottom in strokes.places:
                _reach(extents, mark, top + origin.y(), bottom + origin.y())
        here = UnitSpan(block.position(), block.position() + block.length())
        for query, (_, span) in enumerate(overlay.queries):
            for box, _ in boxes_in(block, origin, *span, clip) if span.overlaps(here) else ():
                waves.append(Wave(box.left(), box.right(), box.top()))
                _reach(flags, query, box.top(), box.bottom())
    return Sight(blocks, tuple(lines), tuple(waves), extents, flags)


def _reach(extents: dict[int, Extent], number: int, top: float, bottom: float) -> None:
    above, below = extents.get(number, (top, bottom))
    extents[number] = min(above, top), max(below, bottom)


def _marked(block: QTextBlock, origin: QPointF, overlay: Overlay, known: KnownStrokes, clip: QRectF) -> Iterator[Strokes]:
    """What the marks draw on each line of the block that is in sight."""
    pieces = overlay.pieces.of(block.blockNumber())
    layout = block.layout()
    for number in range(layout.lineCount() if pieces else 0):
        line = layout.lineAt(number)
        top = origin.y() + line.y()
        if top + line.height() < clip.top() or top > clip.bottom():
            continue
        key = block.blockNumber(), number
        if key not in known:
            known[key] = _gather(overlay, block, line, pieces)
        yield known[key]


def _gather(overlay: Overlay, block: QTextBlock, line: QTextLine, pieces: Sequence[Piece]) -> Strokes:
    """The marks of one line as strokes."""
    strokes, marks, simple = Strokes(), overlay.marks, left_to_right(block)
    first, last = line.textStart(), line.textStart() + line.textLength()
    top, deep = line.y(), line.ascent() + line.descent() + 1
    baseline = top + line.ascent()
    front, back = {overlay.chosen, overlay.lit} - {0}, bool(overlay.chosen)
    for start, end, number, begins, finishes in pieces:
        if start >= last or end <= first:
            continue
        mark = marks[number]
        strokes.places.append((number, top, baseline + 4))
        ends = (begins and start >= first, finishes and end <= last)
        style = MarkStyle(mark.claim in front, mark.verdict, back)
        for left, right in line_rects(block, line, start, end, simple):
            strokes.add(style, mark.lane, QRectF(left, top, right - left, deep), baseline, ends)
    strokes.tint()
    return strokes
