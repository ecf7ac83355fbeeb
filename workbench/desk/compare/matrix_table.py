"""How the table of claims by articles is drawn: cells, gaps, and the claims at its left."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.desk import theme
from workbench.desk.compare.matrix_model import SUMS, MatrixModel
from workbench.desk.rows import Index, scaled

ROW_HEIGHT, COLUMN_WIDTH = 28, 78
SIGN = 112  # pixels for a status, sign and word
LEAST_WORDS, MOST_WORDS = 320, 900  # pixels for the words of a claim


class CellDelegate(QStyledItemDelegate):
    """Draws a cell itself: a gap is hatched, so that it is told from "looked for, not there" without colour."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.fonts = (table.font(), scaled(table.font(), 1.04, bold=True))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MatrixModel)
        colors, box = theme.current(), option.rect
        words, color = model.drawn(index.row(), index.column())
        if not color:
            painter.fillRect(box, QBrush(colors["line_strong"], Qt.BrushStyle.BDiagPattern))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colors["accent_soft"])
            painter.setPen(colors["focus"])
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        if words:
            painter.setFont(self.fonts[color == "warning" or (color != "muted" and index.column() >= len(SUMS))])
            painter.setPen(colors[color])
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


class ClaimHeader(QHeaderView):
    """The claims at the left: status by sign and colour, number, and as many of its words as there is room for."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.fonts = (table.font(), scaled(table.font(), 1.0, bold=True))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        assert isinstance(model, MatrixModel)
        claim, colors = model.views[section].claim, theme.current()
        painter.fillRect(rect, colors["base"])
        painter.setPen(colors["line"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = f"{claim.number}  {claim.text}"
        sign = f"{claim.verdict.glyph} {claim.verdict.label.capitalize()}"
        words = QFontMetrics(self.fonts[0]).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - SIGN - 16)
        for font, color, box, said in (
            (self.fonts[1], colors.of(claim.verdict), QRect(rect.left() + 8, rect.top(), SIGN, rect.height()), sign),
            (self.fonts[0], colors["text"], rect.adjusted(SIGN + 8, 0, -8, 0), words),
        ):
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)


class MatrixTable(QTableView):
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words of the claims take what the columns leave."""
        super().resizeEvent(event)
        left = self.width() - self.horizontalHeader().length() - 24
        self.verticalHeader().setFixedWidth(max(LEAST_WORDS, min(MOST_WORDS, left)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
