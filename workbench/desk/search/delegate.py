"""How the lines of the search panel are drawn: headings of articles, excerpts with every hit marked, commands, searches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.desk import theme
from workbench.desk.reading.offsets import OffsetMap
from workbench.desk.rows import ROW, Index, draw_pill, scaled
from workbench.desk.search.found import COMMAND, HEAD, MORE, PASSAGE, PLACE, SAVED, SECTION, FoundRow
from workbench.domain.spans import Span

LEFT, RIGHT = 16.0, 14.0
SMALL = 0.88
PADS = {HEAD: (10.0, 2.0), SECTION: (11.0, 3.0), PLACE: (4.0, 5.0), MORE: (1.0, 5.0), PASSAGE: (4.0, 6.0)}
"""Pixels above and below the words of a line."""
OTHERS = (5.0, 5.0)


class FoundDelegate(QStyledItemDelegate):
    """`why` holds the lines that are told under some rows, by the key of the row."""

    def __init__(self, view: QAbstractItemView, why: Mapping[str, str]) -> None:
        super().__init__(view)
        self._view = view
        self._why = why
        self._heights: dict[tuple[str, int, str], int] = {}

    def forget(self) -> None:
        """Other lines are shown from now on."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FoundRow = index.data(ROW)
        width = self._view.viewport().width()
        key = (row.key, width, self._why.get(row.key, ""))
        if key not in self._heights:  # asked for several times a line while the panel finds its size
            above, below = PADS.get(row.kind, OTHERS)
            self._heights[key] = int(above + self._draw(None, row, option.font, QRectF(0, 0, width, 0)) + below)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FoundRow = index.data(ROW)
        colors, rect = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind in (HEAD, SECTION) and index.row():
            painter.setPen(QPen(colors["line"], 1))
            painter.drawLine(rect.topLeft() + QPointF(LEFT, 3.5), rect.topRight() + QPointF(-RIGHT, 3.5))
        hover = option.state & QStyle.StateFlag.State_MouseOver and row.kind != SECTION
        if hover and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect.adjusted(0, 4 if row.kind == HEAD else 0, 0, 0), colors["raised"])
        if option.state & QStyle.StateFlag.State_Selected and row.chosen:
            painter.fillRect(rect, colors["accent_soft"])
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colors["accent"])
        self._draw(painter, row, option.font, rect.adjusted(0, PADS.get(row.kind, OTHERS)[0], 0, 0))
        painter.restore()

    def _draw(self, painter: QPainter | None, row: FoundRow, font: QFont, box: QRectF) -> float:
        """Draw a line's words (or only measure them, without a painter); the height used."""
        if row.kind == HEAD:
            return _heading(painter, row, font, box.adjusted(LEFT, 0, -RIGHT, 0))
        if row.kind == SECTION:
            return _line(painter, row.text.upper(), row.side, scaled(font, 0.84, bold=True), "muted", box.adjusted(LEFT, 0, -RIGHT, 0))
        if row.kind in (PLACE, PASSAGE, MORE):
            used = _place(painter, row, font, box.adjusted(LEFT + 10, 0, -RIGHT, 0))
        else:
            used = _entry(painter, row, font, box.adjusted(LEFT, 0, -RIGHT, 0))
        if why := self._why.get(row.key):
            inner = box.adjusted(LEFT + 20, used + 5, -RIGHT, 0)
            below = _lines(painter, why, (), scaled(font, SMALL), "muted", inner)
            if painter:
                painter.fillRect(QRectF(inner.left() - 10, inner.top(), 2, below), theme.current()["accent"])
            used += below + 7
        return used


def _heading(painter: QPainter | None, row: FoundRow, font: QFont, box: QRectF) -> float:
    """Title and number of hits, then publisher and date."""
    used = _line(painter, row.text, row.side, scaled(font, 1.0, bold=True), "text", box, new=row.fresh)
    return used + _line(painter, row.head, "", scaled(font, SMALL), "muted", box.adjusted(0, used + 1, 0, 0)) + 1


def _place(painter: QPainter | None, row: FoundRow, font: QFont, box: QRectF) -> float:
    """An excerpt; before it what it belongs to (the number of a claim), at the right its status or relation."""
    if row.kind == MORE:
        return _line(painter, row.text, "", scaled(font, SMALL), "accent", box)
    before = 40.0 if row.head else 0.0
    small = scaled(font, SMALL)
    after = 0.0
    if row.verdict and painter:
        after = draw_pill(painter, row.verdict, box.right(), box.top(), font).width() + 10
    elif row.verdict:
        after = QFontMetricsF(scaled(font, 0.86, bold=True)).horizontalAdvance(f"{row.verdict.glyph} {row.verdict.label}") + 28
    elif row.side and row.kind == PLACE:
        after = QFontMetricsF(small).horizontalAdvance(row.side) + 12
        _line(painter, "", row.side, small, "muted", box)
    if row.fresh:
        after += _badge(painter, "new", QRectF(box.left(), box.top(), box.width() - after, 0), font) + 8
    if before:
        _line(painter, row.head, "", scaled(font, 1.0, bold=True), "muted", box)
    used = _lines(painter, row.text, row.spans, font, "text", box.adjusted(before, 0, -after, 0))
    if row.kind == PASSAGE:
        used += 2 + _lines(painter, row.side, (), small, "suggestion", box.adjusted(0, used + 2, 0, 0))
    return used


def _entry(painter: QPainter | None, row: FoundRow, font: QFont, box: QRectF) -> float:
    """A command with its key, a saved search with its query, or a recent one."""
    metrics = QFontMetricsF(font)
    side = row.side
    right = box.right()
    if row.kind == SAVED and row.fresh:
        right -= _badge(painter, side, box, font) + 8
        side = ""
    inner = QRectF(box.left(), box.top(), right - box.left(), box.height())
    if row.kind == COMMAND and side:
        inner.adjust(0, 0, -_badge(painter, side, box, font, key=True) - 8, 0)
        side = ""
    if not row.head:
        return _line(painter, row.text, side, font, "text", inner)
    name = min(metrics.horizontalAdvance(row.head) + 14, inner.width() * 0.6)
    _line(painter, row.head, "", font, "text", QRectF(inner.left(), inner.top(), name, 0))
    return _line(painter, row.text, side, scaled(font, SMALL), "muted", inner.adjusted(name, 0, 0, 0), height=metrics.height())


def _line(
    painter: QPainter | None, text: str, side: str, font: QFont, color: str, box: QRectF, *, new: bool = False, height: float = 0.0
) -> float:
    """One line cut with an ellipsis, and muted words at its right end; its height."""
    metrics = QFontMetricsF(font)
    high = max(height, metrics.height())
    if painter is None:
        return high
    colors, small = theme.current(), scaled(font, SMALL)
    after = QFontMetricsF(small).horizontalAdvance(side) + 14 if side else 0.0
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    row = QRectF(box.left(), box.top(), box.width(), high)
    if side:
        small.setBold(False)
        painter.setFont(small)
        painter.setPen(colors["muted"])
        painter.drawText(row, flags | int(Qt.AlignmentFlag.AlignRight), side)
    if new:
        after += _badge(painter, "new", row.adjusted(0, 0, -after, 0), font) + 8
    painter.setFont(font)
    painter.setPen(colors[color])
    painter.drawText(row, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(10.0, box.width() - after)))
    return high


def _badge(painter: QPainter | None, text: str, box: QRectF, font: QFont, *, key: bool = False) -> float:
    """A word in a frame at the right end of a box; its width. Keys have the look that keys have elsewhere."""
    small = scaled(font, 0.82, bold=not key)
    metrics = QFontMetricsF(small)
    width = metrics.horizontalAdvance(text) + 14
    if painter:
        colors = theme.current()
        frame = QRectF(box.right() - width, box.top() + 0.5, width, metrics.height() + 2)
        painter.setPen(QPen(colors["line" if key else "accent"], 1))
        painter.setBrush(colors["raised" if key else "accent_soft"])
        painter.drawRoundedRect(frame, 4 if key else 8, 4 if key else 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(small)
        painter.setPen(colors["muted" if key else "accent"])
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), text)
    return width


def _lines(painter: QPainter | None, text: str, spans: Sequence[Span], font: QFont, color: str, box: QRectF) -> float:
    """Plain words over as many lines as they take, every hit marked by its ground and its weight."""
    used = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(paragraph, spans))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, box.width()))
            line.setPosition(QPointF(0, used))
            used += line.height()
        layout.endLayout()
        if painter:
            painter.setPen(theme.current()[color])
            layout.draw(painter, box.topLeft())
    return used


def _formats(text: str, spans: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    """The look of hits, in UTF-16 units."""
    made, offsets = [], OffsetMap(text)
    for start, end in map(offsets.units, spans):
        look = QTextCharFormat()
        look.setBackground(theme.current()["hit_tint"])
        look.setFontWeight(QFont.Weight.DemiBold)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, end - start, look
        made.append(part)
    return made
