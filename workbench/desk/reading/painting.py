"""Painting on a text: what stands under the words (tints, underlines, waves, hits), and the veil over what was checked off.

Only the blocks in sight are painted, from where the Sight says that they are; nothing is measured or kept here but the boxes of what
no one else asks about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextBlock

from workbench.desk import theme
from workbench.desk.reading.folding import Fold
from workbench.desk.reading.geometry import boxes_in
from workbench.desk.reading.offsets import UnitSpan
from workbench.desk.reading.overlay import Overlay
from workbench.desk.reading.sight import Sight, Wave

VEIL = 94  # of 255: words under it keep a contrast of 4.5
WAVE = 2.5  # pixels from a crest to a trough


def paint_under(painter: QPainter, sight: Sight, overlay: Overlay, focus: UnitSpan | None, folds: Mapping[int, Sequence[Fold]]) -> None:
    """Everything under the words in sight. `focus` is the sentence at the cursor, `folds` what is folded away, by block."""
    clip = QRectF(painter.viewport())
    for block, origin in sight.blocks:
        for fold in folds.get(block.blockNumber(), ()):
            _paint_fold(painter, fold, block, origin, follows=fold.last < block.blockNumber())
        for look, span in _other_spans(overlay, focus, UnitSpan(block.position(), block.position() + block.length())):
            for box, _ in boxes_in(block, origin, *span, clip):
                _paint_other(painter, look, box.adjusted(0, 0, 0, 2))
    for wave in sight.waves:
        _paint_wave(painter, wave)
    for line in sight.lines:
        painter.translate(line.origin)
        line.strokes.draw(painter)
        painter.translate(-line.origin)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_veil(painter: QPainter, sight: Sight, checked: Sequence[UnitSpan], *, strike: bool, x_height: float) -> None:
    """Over the words: sentences that were checked off or waived step back as if under tracing paper, or are struck through."""
    colors, clip = theme.current(), QRectF(painter.viewport())
    veil = QColor(colors["base"])
    veil.setAlpha(VEIL)
    painter.setPen(QPen(colors["muted"], 1.2))
    for block, origin in sight.blocks:
        here = UnitSpan(block.position(), block.position() + block.length())
        for span in (s for s in checked if s.overlaps(here)):
            for box, line in boxes_in(block, origin, *span, clip):
                if strike:
                    y = box.top() + line.ascent() - x_height / 2
                    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
                else:
                    painter.fillRect(QRectF(box.topLeft(), box.bottomRight() + QPointF(0, line.height() - box.height())), veil)


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
    line = block.layout().lineAt(0)
    words = painter.fontMetrics().elidedText(fold.words, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.drawText(QPointF(origin.x() + line.x(), y + painter.fontMetrics().ascent()), words)
    painter.restore()


def _other_spans(overlay: Overlay, focus: UnitSpan | None, block: UnitSpan) -> list[tuple[str, UnitSpan]]:
    """The sentence in focus, evidence, suggestion and hits in this block, lowest first."""
    found = [("focus", focus)] if focus else []
    if not overlay.plain:
        found += [("evidence", span) for span in overlay.evidence]
        found += [("suggestion", overlay.suggestion)] if overlay.suggestion else []
        found += [("figure", span) for span in overlay.figures]
    found += [("hit!" if span == overlay.hit else "hit", span) for span in overlay.hits]
    return [(look, span) for look, span in found if span.overlaps(block)]


def _paint_wave(painter: QPainter, wave: Wave) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.current()["query"], 1.5))
    count = max(2, int((wave.right - wave.left) / WAVE) + 1)
    crests = ((min(wave.left + n * WAVE, wave.right), wave.top + (2.6 if n % 2 else 0.6)) for n in range(count))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in crests]))
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
