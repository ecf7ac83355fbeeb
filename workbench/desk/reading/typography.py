"""How a text looks in its pane: spacing, the look of zones, furniture folded away. Formats only; marks are painted, not set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from workbench.desk import theme
from workbench.desk.reading.folding import Fold
from workbench.desk.reading.offsets import UnitSpan
from workbench.domain.vocabulary import FURNITURE, ZoneKind

BETWEEN = 0.35  # of the size of the letters, between paragraphs
BLANK = 0.55  # of the size of the letters, for a blank line
FOLDED = 2.2  # of the size of the letters, for the line that stands for folded furniture


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader wants articles: size of the letters in points, line height in per cent, width in pixels (0: all), justified,
    what a selection with the mouse is widened to (snap: none, word, sentence), and how checked text looks (fade, strike, plain)."""

    size: float = 12.5
    line_height: int = 124
    width: int = 0
    justified: bool = False
    snap: str = "none"
    checked: str = "fade"


def dress(document: QTextDocument, zones: Sequence[tuple[UnitSpan, ZoneKind]], look: Look) -> None:
    """Give paragraphs their spacing and zones (UTF-16 spans) their look."""
    size = look.size
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    block = QTextBlockFormat()
    block.setLineHeight(look.line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setBottomMargin(size * BETWEEN)
    if look.justified:
        block.setAlignment(Qt.AlignmentFlag.AlignJustify)
    cursor.setBlockFormat(block)
    plain = QTextCharFormat()
    plain.setForeground(theme.current()["text"])
    cursor.setCharFormat(plain)
    _tighten_blank_lines(document, size)
    for span, kind in zones:
        if (form := _look(kind, size)) is not None:
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(form)
    cursor.endEditBlock()


def fold(document: QTextDocument, folds: Sequence[Fold], size: float, *, folded: bool) -> dict[int, list[Fold]]:
    """Hide or show the lines of each fold; returns, by block number, where a line about it is to be painted.

    One line of body between two folds has both: one above it and one below.
    """
    labels: dict[int, list[Fold]] = {}
    for each in folds:
        for number in range(each.first, each.last + 1):
            document.findBlockByNumber(number).setVisible(not folded)
        follows = each.last + 1 < document.blockCount()
        place = document.findBlockByNumber(each.last + 1 if follows else max(0, each.first - 1))
        block = place.blockFormat()
        room = size * FOLDED if folded else 0.0
        if follows:
            block.setTopMargin(room)
        else:
            block.setBottomMargin(room + size * BETWEEN)
        QTextCursor(place).setBlockFormat(block)
        if folded:
            labels.setdefault(place.blockNumber(), []).append(each)
    if folds:
        document.markContentsDirty(0, document.characterCount())
    return labels


def _tighten_blank_lines(document: QTextDocument, size: float) -> None:
    """A blank line between paragraphs is a gap, not a line: paragraphs have their own spacing already."""
    gap = QTextBlockFormat()
    gap.setLineHeight(size * BLANK, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            QTextCursor(block).setBlockFormat(gap)
        block = block.next()


def _look(kind: ZoneKind, size: float) -> QTextCharFormat | None:
    """How a zone's words look; None for plain body text."""
    look = QTextCharFormat()
    colors = theme.current()
    look.setForeground(colors["text"])
    if kind is ZoneKind.STRUCK:
        look.setForeground(colors["furniture"])
        look.setFontStrikeOut(True)
    elif kind is ZoneKind.CORRECTION:
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setFontItalic(True)
    elif kind in FURNITURE:
        look.setForeground(colors["furniture"])
        look.setFontPointSize(size * 0.86)
    elif kind is ZoneKind.HEADLINE:
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontPointSize(size * 1.14)
    elif kind is ZoneKind.DECK:
        look.setFontWeight(QFont.Weight.DemiBold)
    elif kind in (ZoneKind.CAPTION, ZoneKind.CREDIT):
        look.setForeground(colors["muted"])
        look.setFontItalic(True)
    else:
        return None
    return look
