"""Painting on a text: tints, underline lanes with end caps, waves over what is asked about, a veil or a line on what was checked off.

Only visible blocks are painted. Status is told by tint, line style, bracket and glyph, never by colour alone. What stands
beside the words (brackets, the overview) is painted in beside.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextBlock, QTextLine

from workbench.desk import theme
from workbench.desk.reading.folding import Fold
from workbench.desk.reading.marks import Piece
from workbench.desk.reading.standing import Overlay
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Verdict

if TYPE_CHECKING:
    from workbench.desk.reading.view import ReadingView  # which makes it and is all that it is about

LANE = 3.0  # pixels between underlines
LANES = 4
STRONG, BACK = 1.8, 0.55  # times the usual tint: the chosen claim, and the others beside it
VEIL = 94  # of 255: words under it keep a contrast of 4.5
WAVE = 2.5  # pixels from a crest to a trough
RTL_FROM = "\u0590"  # the first right-to-left block; left-to-right lines need no glyph runs


class Look(NamedTuple):
    """How a mark is drawn: all of one look are drawn at once, the strong ones last."""

    strong: bool
    verdict: Verdict
    back: bool


class Strokes:
    """What marks draw on one line of the text, gathered by look, and how far each mark reaches. Counted from the block's origin.

    A line is gathered once and drawn in every frame until marks or the layout change: a few calls of the painter a line.
    """

    def __init__(self) -> None:
        self._by_look: dict[Look, tuple[list[QRectF], list[QLineF], list[QLineF]]] = {}
        self.places: list[tuple[int, float, float]] = []
        self._boxes: list[tuple[bool, int, Look, QRectF]] = []

    def add(self, look: Look, lane: int, box: QRectF, baseline: float, ends: tuple[bool, bool]) -> None:
        if look not in self._by_look:
            self._by_look[look] = ([], [], [])
        _, lines, caps = self._by_look[look]
        self._boxes.append((not look.strong, lane, look, box))
        y = baseline + 3 + (lane % LANES) * LANE
        left, right = box.left(), box.right()
        if lane >= LANES and not look.strong:
            pass  # deeper than there is room: its ends show, and its line when it is pointed at or chosen
        elif look.verdict is Verdict.REFUTED:
            lines += (QLineF(left, y - 1, right, y - 1), QLineF(left, y + 1, right, y + 1))
        else:
            lines.append(QLineF(left, y, right, y))
        if ends[0]:
            caps.append(QLineF(left + 0.7, y - 3, left + 0.7, y + 1))
        if ends[1]:
            caps.append(QLineF(right - 0.7, y - 3, right - 0.7, y + 1))

    def tint(self) -> None:
        """Give every letter one tint, of the chosen claim or of the lowest lane: tints on top of each other would swallow the words."""
        covered: list[tuple[float, float]] = []  # apart from each other, in order
        for _, _, look, box in sorted(self._boxes, key=itemgetter(0, 1)):
            left, right = box.left(), box.right()
            boxes, x, whole, apart = self._by_look[look][0], left, (left, right), []
            for first, last in covered:
                if last < left or first > right:
                    apart.append((first, last))
                    continue
                if first > x:
                    boxes.append(QRectF(x, box.top(), first - x, box.height()))
                x = max(x, last)
                whole = (min(whole[0], first), max(whole[1], last))
            if x < right:
                boxes.append(QRectF(x, box.top(), right - x, box.height()))
            covered = sorted([*apart, whole])
        self._boxes = []

    def draw(self, painter: QPainter) -> None:
        name = theme.current().name
        for look in sorted(self._by_look) if len(self._by_look) > 1 else self._by_look:
            boxes, lines, caps = self._by_look[look]
            tint, line, cap = _pens(name, look)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRects(boxes)
            painter.setPen(line)
            painter.drawLines(lines)
            if caps:
                painter.setPen(cap)
                painter.drawLines(caps)


def tint_of(colors: theme.Theme, look: Look) -> QColor:
    """The translucent colour under the words of a mark."""
    tint = QColor(colors.tint(look.verdict))
    tint.setAlpha(min(255, int(tint.alpha() * (STRONG if look.strong else BACK if look.back else 1))))
    return tint


@cache
def _pens(name: str, look: Look) -> tuple[QColor, QPen, QPen]:
    """Tint, underline and end cap of a mark: made once for a theme, not for every mark of every frame."""
    colors = theme.load(name)
    color, refuted = colors.of(look.verdict), look.verdict is Verdict.REFUTED
    width = 2.4 if look.strong else 1.6
    line = QPen(color, width * 0.55 if look.verdict is Verdict.OPEN else width, theme.LINES[look.verdict])
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    return tint_of(colors, look), QPen(color, 1.4 if look.strong else 1) if refuted else line, QPen(color, 1.4)


def visible_blocks(view: ReadingView, clip: QRectF) -> Iterator[tuple[QTextBlock, QPointF]]:
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


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair (x, position) in PySide6
    return float(found[0])


class _Frame(NamedTuple):
    """What one pass over the visible blocks needs and gathers: places of marks and queries for the margin, by their number."""

    view: ReadingView
    painter: QPainter
    clip: QRectF
    focus: Span | None
    extents: dict[int, tuple[float, float]]
    flags: dict[int, tuple[float, float]]


def paint_overlay(view: ReadingView) -> None:
    """Everything under the words of the visible blocks; notes where marks and queries stand for the margin."""
    painter = QPainter(view.viewport())
    sentence = view.sentence() if view.hasFocus() and not view.textCursor().hasSelection() else None
    focus = view.offsets.units(sentence) if sentence else None
    frame = _Frame(view, painter, QRectF(view.viewport().rect()), focus, {}, {})
    for block, origin in visible_blocks(view, frame.clip):
        for fold in view.fold_labels.get(block.blockNumber(), ()):
            _paint_fold(painter, fold, block, origin, follows=fold.last < block.blockNumber())
        _paint_block(frame, block, origin)
    painter.end()
    if (frame.extents, frame.flags) != (view.extents, view.flags) or view.gutter_stale:
        view.extents, view.flags, view.gutter_stale = frame.extents, frame.flags, False
        view.gutter.update()


def paint_veil(view: ReadingView) -> None:
    """Over the words: sentences that were checked off or waived step back as if under tracing paper, or are struck through."""
    overlay = view.overlay
    if not overlay.checked or overlay.plain or view.look.checked == "plain":
        return
    painter = QPainter(view.viewport())
    colors = theme.current()
    veil = QColor(colors["base"])
    veil.setAlpha(VEIL)
    painter.setPen(QPen(colors["muted"], 1.2))
    for block, origin in visible_blocks(view, QRectF(view.viewport().rect())):
        begin, layout = block.position(), block.layout()
        here = Span(begin, begin + block.length())
        for span in (s for s in overlay.checked if s.overlaps(here)):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                for left, right in line_rects(block, line, span.start - begin, span.end - begin, left_to_right(block)):
                    box = QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())
                    if view.look.checked == "strike":
                        y = box.top() + line.ascent() - view.fontMetrics().xHeight() / 2
                        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
                    else:
                        painter.fillRect(box, veil)
    painter.end()


def _paint_block(frame: _Frame, block: QTextBlock, origin: QPointF) -> None:
    overlay = frame.view.overlay
    begin, layout = block.position(), block.layout()
    pieces = [] if overlay.plain else overlay.pieces.of(block.blockNumber())
    others = _other_spans(frame.view, begin, block.length(), frame.focus)
    here = Span(begin, begin + block.length())
    queries = [] if overlay.plain else [(n, span) for n, (_, span) in enumerate(overlay.queries) if span.overlaps(here)]
    if not (pieces or others or queries):
        return
    simple = left_to_right(block)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top = origin.y() + line.y()
        if top + line.height() < frame.clip.top() or top > frame.clip.bottom():
            continue
        deep = line.ascent() + line.descent()
        for look, span in others:
            for left, right in line_rects(block, line, span.start - begin, span.end - begin, simple):
                _paint_other(frame.painter, look, QRectF(origin.x() + left, top, right - left, deep + 2))
        for query, span in queries:
            for left, right in line_rects(block, line, span.start - begin, span.end - begin, simple):
                paint_wave(frame.painter, origin.x() + left, origin.x() + right, top)
                frame.flags[query] = (min(top, frame.flags.get(query, (top, 0))[0]), top + deep)
        if pieces:
            _paint_marks(frame, block, number, origin, pieces, simple)


def _paint_marks(frame: _Frame, block: QTextBlock, number: int, origin: QPointF, pieces: Sequence[Piece], simple: bool) -> None:
    """The marks of one line."""
    known, key = frame.view.strokes, (block.blockNumber(), number)
    strokes = known.get(key)
    if strokes is None:
        strokes = known[key] = _gather(frame.view.overlay, block, block.layout().lineAt(number), pieces, simple)
    extents, y = frame.extents, origin.y()
    for mark, top, bottom in strokes.places:
        above, below = extents.get(mark, (top + y, bottom + y))
        extents[mark] = (min(above, top + y), max(below, bottom + y))
    frame.painter.translate(origin)
    strokes.draw(frame.painter)
    frame.painter.translate(-origin)
    frame.painter.setBrush(Qt.BrushStyle.NoBrush)


def _gather(overlay: Overlay, block: QTextBlock, line: QTextLine, pieces: Sequence[Piece], simple: bool) -> Strokes:
    """The marks of one line as strokes."""
    strokes, marks = Strokes(), overlay.marks
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
        look = Look(mark.claim in front, mark.verdict, back)
        for left, right in line_rects(block, line, start, end, simple):
            strokes.add(look, mark.lane, QRectF(left, top, right - left, deep), baseline, ends)
    strokes.tint()
    return strokes


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


def paint_wave(painter: QPainter, left: float, right: float, y: float) -> None:
    """A wave over words that a query asks about."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.current()["query"], 1.5))
    count = max(2, int((right - left) / WAVE) + 1)
    painter.drawPolyline(QPolygonF([QPointF(min(left + n * WAVE, right), y + (2.6 if n % 2 else 0.6)) for n in range(count)]))
    painter.restore()


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
