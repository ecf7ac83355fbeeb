"""Where the words of a text lie in its viewport: the blocks in sight, and the boxes of a stretch of one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

RTL_FROM = "\u0590"  # the first right-to-left block; left-to-right lines need no glyph runs


def visible_blocks(view: QTextEdit, clip: QRectF) -> Iterator[tuple[QTextBlock, QPointF]]:
    """The blocks that touch `clip` (viewport coordinates), each with the place of its layout."""
    layout = view.document().documentLayout()
    scroll = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    top = clip.topLeft() + scroll
    block = view.document().begin()
    if top.y() > view.document().documentMargin():  # above the first line Qt finds any block that is not laid out yet
        block = view.document().findBlock(max(0, layout.hitTest(top, Qt.HitTestAccuracy.FuzzyHit)))
    while block.isValid():
        if block.isVisible():
            bounds = layout.blockBoundingRect(block).translated(-scroll)
            if bounds.top() > clip.bottom():
                return
            yield block, block.layout().position() - scroll
        block = block.next()


def left_to_right(block: QTextBlock) -> bool:
    """Whether every span of the block is one rectangle a line: no right-to-left letters in it."""
    return block.textDirection() != Qt.LayoutDirection.RightToLeft and max(block.text(), default="") < RTL_FROM


def line_rects(block: QTextBlock, line: QTextLine, start: int, end: int, simple: bool) -> list[tuple[float, float]]:
    """Left and right of the part [start, end) of a line: one piece, or several where directions mix. Block-relative units."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    start, end = max(start, first), min(end, last)
    if start >= end:
        return []
    if simple:
        return [(_x(line, start), _x(line, end))]
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    return list(dict.fromkeys((box.left(), box.right()) for box in boxes if box.width() > 0))  # one a font, each with the box of all


def boxes_in(block: QTextBlock, origin: QPointF, start: int, end: int, clip: QRectF) -> Iterator[tuple[QRectF, QTextLine]]:
    """The boxes of a stretch of the document, [start, end), in one block and in sight, each with its line: as deep as the letters."""
    layout, simple, begin = block.layout(), left_to_right(block), block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top = origin.y() + line.y()
        if top + line.height() < clip.top() or top > clip.bottom():
            continue
        for left, right in line_rects(block, line, start - begin, end - begin, simple):
            yield QRectF(origin.x() + left, top, right - left, line.ascent() + line.descent()), line


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair (x, position) in PySide6
    return float(found[0])
