"""Painting on a text: tints, underline lanes with end caps, brackets in the gutter, the overview strip.

Only visible blocks are painted. Status is told by tint, line style, bracket and glyph, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QTextBlock, QTextLine
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.desk import theme
from workbench.desk.reading.folding import Fold
from workbench.desk.reading.marks import Mark
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Verdict

if TYPE_CHECKING:
    from workbench.desk.reading.view import ReadingView

LANE = 3.0  # pixels between underlines
LANES = 4
VEIL = 105  # of 255: words under it keep a contrast of 4.5
RTL_FROM = "\u0590"  # the first right-to-left block; left-to-right lines need no glyph runs


def visible_blocks(view: ReadingView, clip: QRectF) -> Iterator[tuple[QTextBlock, QPointF]]:
    """The blocks that touch `clip` (viewport coordinates), each with the place of its layout."""
    layout = view.document().documentLayout()
    scroll = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    top = layout.hitTest(QPointF(clip.left(), clip.top()) + scroll, Qt.HitTestAccuracy.FuzzyHit)
    block = view.document().findBlock(max(0, top))
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


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair (x, position) in PySide6
    return float(found[0])


def paint_overlay(view: ReadingView) -> None:
    """Everything under the words of the visible blocks; notes where marks stand for the gutter."""
    painter = QPainter(view.viewport())
    sentence = view.sentence() if view.hasFocus() and not view.textCursor().hasSelection() else None
    focus = view.offsets.units(sentence) if sentence else None
    whole = QRectF(view.viewport().rect())
    extents: dict[int, tuple[float, float]] = {}
    for block, origin in visible_blocks(view, whole):
        for fold in view.fold_labels.get(block.blockNumber(), ()):
            _paint_fold(painter, fold, block, origin, follows=fold.last < block.blockNumber())
        _paint_block(view, painter, block, origin, focus, whole, extents)
    painter.end()
    if extents != view.extents or view.gutter_stale:
        view.extents, view.gutter_stale = extents, False
        view.gutter.update()


def paint_veil(view: ReadingView) -> None:
    """Over the words: sentences that were checked off step back, as if under tracing paper."""
    overlay = view.overlay
    if not overlay.checked or overlay.plain:
        return
    painter = QPainter(view.viewport())
    veil = QColor(theme.current()["base"])
    veil.setAlpha(VEIL)
    for block, origin in visible_blocks(view, QRectF(view.viewport().rect())):
        begin, layout = block.position(), block.layout()
        here = Span(begin, begin + block.length())
        for span in (s for s in overlay.checked if s.overlaps(here)):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                for left, right in line_rects(block, line, span.start - begin, span.end - begin, left_to_right(block)):
                    painter.fillRect(QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height()), veil)
    painter.end()


def _paint_block(
    view: ReadingView, painter: QPainter, block: QTextBlock, origin: QPointF, focus: Span | None, clip: QRectF,
    extents: dict[int, tuple[float, float]],
) -> None:  # fmt: skip
    overlay = view.overlay
    begin, length = block.position(), block.length()
    layout = block.layout()
    pieces = [] if overlay.plain else overlay.pieces.get(block.blockNumber(), [])
    others = _other_spans(view, begin, length, focus)
    if not pieces and not others:
        return
    simple = left_to_right(block)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top, height = origin.y() + line.y(), line.height()
        if top + height < clip.top() or top > clip.bottom():
            continue
        baseline = top + line.ascent()
        for look, span in others:
            for left, right in line_rects(block, line, span.start - begin, span.end - begin, simple):
                _paint_other(painter, look, QRectF(origin.x() + left, top, right - left, line.ascent() + line.descent() + 2))
        first = line.textStart()
        last = first + line.textLength()
        deep = line.ascent() + line.descent() + 1
        for piece in pieces:
            if piece.start >= last or piece.end <= first:
                continue
            mark = overlay.marks[piece.mark]
            above, below = extents.get(piece.mark, (top, top))
            extents[piece.mark] = (min(above, top), max(below, baseline + 4))
            ends = (piece.first and piece.start >= first, piece.last and piece.end <= last)
            strong = mark.claim in (overlay.chosen, overlay.lit)
            for left, right in line_rects(block, line, piece.start, piece.end, simple):
                box = QRectF(origin.x() + left, top, right - left, deep)
                _paint_mark(painter, mark, box, baseline, strong=strong, back=bool(overlay.chosen), ends=ends)


def _paint_fold(painter: QPainter, fold: Fold, block: QTextBlock, origin: QPointF, *, follows: bool) -> None:
    """One line in the margin that says what is folded away there."""
    size = block.charFormat().fontPointSize() or painter.font().pointSizeF()
    font = QFont(painter.font())
    font.setItalic(True)
    painter.save()
    painter.setFont(font)
    painter.setPen(theme.current()["furniture"])
    height = painter.fontMetrics().height()
    y = origin.y() - height - size * 0.3 if follows else origin.y() + block.layout().boundingRect().height() + size * 0.4
    painter.drawText(QPointF(origin.x() + block.layout().lineAt(0).x(), y + painter.fontMetrics().ascent()), fold.words)
    painter.restore()


def _other_spans(view: ReadingView, begin: int, length: int, focus: Span | None) -> list[tuple[str, Span]]:
    """The sentence in focus, evidence, suggestion and hits in this block, lowest first."""
    overlay = view.overlay
    block = Span(begin, begin + length)
    found = [("focus", focus)] if focus else []
    if not overlay.plain:
        found += [("evidence", span) for span in overlay.evidence]
        found += [("suggestion", overlay.suggestion)] if overlay.suggestion else []
        found += [("figure", span) for span in overlay.figures]
    found += [("hit!" if span == overlay.hit else "hit", span) for span in overlay.hits]
    return [(look, span) for look, span in found if span.overlaps(block)]


def _paint_other(painter: QPainter, look: str, box: QRectF) -> None:
    colors = theme.current()
    if look == "focus":
        painter.fillRect(box, colors["accent_soft"])
    elif look == "evidence":
        painter.setPen(QPen(colors["evidence"], 1, Qt.PenStyle.DashDotLine))
        painter.drawLine(box.topLeft(), box.topRight())
    elif look == "figure":
        painter.setPen(QPen(colors["figure"], 1.6))
        painter.setBrush(colors["figure_tint"])
        painter.drawRoundedRect(box.adjusted(-1.5, 0, 1.5, 0), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif look == "suggestion":
        painter.fillRect(box, colors["accent_soft"])
        painter.setPen(QPen(colors["suggestion"], 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
    else:
        painter.setPen(QPen(colors["hit"], 2.2 if look == "hit!" else 1.0))
        painter.setBrush(colors["hit_tint"])
        painter.drawRoundedRect(box.adjusted(-1, 0, 1, -1), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_mark(painter: QPainter, mark: Mark, box: QRectF, baseline: float, *, strong: bool, back: bool, ends: tuple[bool, bool]) -> None:
    tint, line, cap = _look(theme.current().name, mark.verdict, strong, back)
    painter.fillRect(box, tint)
    y = baseline + 3 + (mark.lane % LANES) * LANE
    left, right = box.left(), box.right()
    painter.setPen(line)
    if mark.verdict is Verdict.REFUTED:
        painter.drawLine(QPointF(left, y - 1), QPointF(right, y - 1))
        painter.drawLine(QPointF(left, y + 1), QPointF(right, y + 1))
    else:
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    if ends[0] or ends[1]:
        painter.setPen(cap)
        for wanted, x in zip(ends, (left + 0.7, right - 0.7), strict=True):
            if wanted:
                painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 1))


@cache
def _look(name: str, verdict: Verdict, strong: bool, back: bool) -> tuple[QColor, QPen, QPen]:
    """Tint, underline and end cap of a mark: made once for a theme, not for every mark of every frame."""
    colors = theme.load(name)
    tint = QColor(colors.tint(verdict))
    tint.setAlpha(min(255, int(tint.alpha() * 2.2)) if strong else int(tint.alpha() * 0.55) if back else tint.alpha())
    color = colors.of(verdict)
    width = 2.4 if strong else 1.6
    line = QPen(color, width * 0.55 if verdict is Verdict.OPEN else width, theme.LINES[verdict])
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    return tint, QPen(color, 1) if verdict is Verdict.REFUTED else line, QPen(color, 1.4)


class Gutter(QWidget):
    """Brackets with the claim's number and glyph beside the words; hovering one lights its words."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.view = view
        self.setMouseTracking(True)
        self.setAccessibleName("Claims beside the text")
        self._labels: list[tuple[QRectF, Mark]] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        self._labels = []
        if not self.view.overlay.plain:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_brackets(painter)
        painter.end()

    def _paint_brackets(self, painter: QPainter) -> None:
        overlay, colors = self.view.overlay, theme.current()
        font = QFont(self.font())
        font.setPointSizeF(max(7.5, font.pointSizeF() * 0.86))
        font.setBold(True)
        painter.setFont(font)
        height = painter.fontMetrics().height()
        columns: list[float] = []
        taken = -1e9
        for number, (top, bottom) in sorted(self.view.extents.items(), key=lambda item: (item[1][0], -item[1][1])):
            if number >= len(overlay.marks):
                continue
            mark = overlay.marks[number]
            column = next((i for i, end in enumerate(columns) if end <= top), len(columns))
            columns[column : column + 1] = [bottom]
            strong = mark.claim in (overlay.chosen, overlay.lit)
            x = 5.0 + min(column, 3) * 5
            painter.setPen(QPen(colors.of(mark.verdict), 2.2 if strong else 1.4, theme.LINES[mark.verdict]))
            painter.drawPolyline([QPointF(x - 4, top + 3), QPointF(x, top + 3), QPointF(x, bottom), QPointF(x - 4, bottom)])
            y = max((top + bottom - height) / 2, taken)
            if y > bottom + 3 * height and not strong:
                continue  # too many here: the overview strip and the menu still have them all
            taken = y + height
            label = QRectF(x + 4, y, self.width() - x - 4, height)
            painter.setPen(colors.of(mark.verdict))
            painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), f"C{mark.claim} {mark.verdict.glyph}")
            self._labels.append((label.united(QRectF(x - 4, top, 10, bottom - top)), mark))

    def _at(self, point: QPointF) -> Mark | None:
        return next((mark for box, mark in self._labels if box.contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self._at(event.position())
        self.view.light(mark.claim if mark else 0)
        if mark:
            QToolTip.showText(event.globalPosition().toPoint(), f"C{mark.claim}, {mark.verdict.label.lower()}", self)

    def leaveEvent(self, event: QEvent) -> None:
        self.view.light(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if mark := self._at(event.position()):
            self.view.picked.emit(mark.claim)


class Strip(QWidget):
    """The whole article at a glance: marks, hits and evidence; a click goes there."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Overview of the article")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors, overlay = theme.current(), self.view.overlay
        painter.fillRect(self.rect(), colors["base"])
        painter.fillRect(QRectF(0, 0, 1, self.height()), colors["line"])
        scale, standing = self.height() / max(1, len(self.view.text)), self.view.standing
        if not overlay.plain:
            bars = {
                (m.claim == overlay.chosen, m.verdict, int(m.start * scale), max(3, int((m.end - m.start) * scale))) for m in standing.marks
            }
            for chosen, verdict, top, height in sorted(bars):  # thousands of marks share a few hundred pixels
                inset = 1 if chosen else 3
                painter.fillRect(inset, top, self.width() - inset - 1, height, colors.of(verdict))
        for span in standing.hits:
            painter.fillRect(QRectF(1, span.start * scale, self.width() - 2, 2), colors["hit"])
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = int(event.position().y() / max(1, self.height()) * len(self.view.text))
        self.view.go_to(Span(point, point))
