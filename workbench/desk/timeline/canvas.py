"""The timeline as it is painted: only what is in sight, in the theme's colours, status by glyph and line as well as by colour."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from workbench.case.timeline import Timeline
from workbench.desk import theme
from workbench.desk.rows import scaled
from workbench.desk.timeline.layout import AXIS, BREAK, MARGIN, Item, Laid, lay_out, sign_of
from workbench.desk.widgets import safe_tip
from workbench.domain.days import day_words
from workbench.domain.months import SHORT
from workbench.domain.statuses import Verdict

MOVES = {
    Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1),
}  # fmt: skip


class Canvas(QWidget):
    """Items under a scale of days. Arrows move between them, Enter or a click opens one: opened(Item). moved(QRect) brings it in sight."""

    opened = Signal(object)
    moved = Signal(QRect)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.laid = Laid({}, (), AXIS, 400, 200, None)
        self.told: Timeline | None = None
        self.at = -1
        self.setAccessibleName("Timeline")

    def show_timeline(self, told: Timeline) -> None:
        """Lay it out anew; the chosen item stays chosen."""
        chosen = self.chosen()
        self.told = told
        self.laid = lay_out(told, QFontMetricsF(scaled(self.font(), 1, bold=True)).horizontalAdvance)
        self.setMinimumSize(int(self.laid.width), int(self.laid.height))
        about = (chosen.kind, chosen.claim, chosen.article) if chosen else None
        same = (n for n, i in enumerate(self.laid.items) if (i.kind, i.claim, i.article) == about)
        self.at = next(same, 0 if self.laid.items else -1)
        self._tell()
        self.update()

    def chosen(self) -> Item | None:
        return self.laid.items[self.at] if 0 <= self.at < len(self.laid.items) else None

    def choose(self, at: int) -> None:
        self.at = at
        if item := self.chosen():
            self.moved.emit(item.box.toRect())
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Let a screen reader say what is chosen."""
        item = self.chosen()
        self.setAccessibleDescription(item.spoken if item else "Nothing has a date yet.")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # --- keys and mouse -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.chosen()
        if item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.laid.items:
            self.choose(0 if event.key() == Qt.Key.Key_Home else len(self.laid.items) - 1)
        elif item and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.choose(self._beside(item, *MOVES[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def _beside(self, item: Item, right: int, down: int) -> int:
        """The nearest item in a direction; the same one when there is none."""
        here = QPointF(item.box.left(), item.box.center().y())
        best, least = self.at, float("inf")
        for number, other in enumerate(self.laid.items):
            dx, dy = other.box.left() - here.x(), other.box.center().y() - here.y()
            ahead, aside = (dx * right, abs(dy)) if right else (dy * down, abs(dx))
            if ahead > 1 and ahead + 3 * aside < least:
                best, least = number, ahead + 3 * aside
        return best

    def item_at(self, point: QPointF) -> int:
        return next((n for n in range(len(self.laid.items) - 1, -1, -1) if self.laid.items[n].box.contains(point)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.item_at(event.position())
        if found >= 0:
            self.choose(found)
            self.opened.emit(self.laid.items[found])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.item_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
        self.setToolTip(safe_tip(self.laid.items[found].spoken) if found >= 0 else "")

    # --- painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        seen = QRectF(event.rect())
        self._paint_after(painter)
        self._paint_axis(painter, 0.0, "CLAIMS, BY THE DAY THEY ARE ABOUT")
        self._paint_axis(painter, self.laid.middle, "WHAT WAS SAID")
        for number, item in enumerate(self.laid.items):
            if item.box.united(item.bar).adjusted(-6, -2, 6, 2).intersects(seen):
                self._paint_item(painter, item, chosen=number == self.at)
        painter.end()

    def _paint_after(self, painter: QPainter) -> None:
        """The cut-off as a line, and what lies after it hatched."""
        x = self.laid.cut_off
        if x is None or self.told is None or self.told.cut_off is None:
            return
        colors = theme.current()
        painter.fillRect(QRectF(x, 0, self.width() - x, self.height()), QBrush(colors["line"], Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(colors["accent"], 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_axis(self, painter: QPainter, top: float, title: str) -> None:
        colors, small = theme.current(), scaled(self.font(), 0.86, bold=True)
        base = top + AXIS - 8
        painter.fillRect(QRectF(0, top, self.width(), AXIS - 4), colors["panel"])
        painter.setPen(QPen(colors["line_strong"], 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        painter.setFont(small)
        before: date | None = None
        for day, x in self.laid.days.items():
            self._paint_day(painter, day, before, x, base)
            before = day
        painter.setPen(colors["muted"])
        painter.drawText(QRectF(MARGIN - 6, top + 2, 300, 18), int(Qt.AlignmentFlag.AlignLeft), title)
        if self.laid.cut_off is not None and self.told and self.told.cut_off:
            painter.setPen(colors["accent"])
            painter.drawText(
                QRectF(self.laid.cut_off + 6, top + 2, 260, 16),
                int(Qt.AlignmentFlag.AlignLeft),
                f"after the cut-off, {day_words(self.told.cut_off.isoformat())} →",
            )

    def _paint_day(self, painter: QPainter, day: date, before: date | None, x: float, base: float) -> None:
        colors = theme.current()
        painter.setPen(QPen(colors["line_strong"], 1))
        painter.drawLine(QPointF(x, base - 4), QPointF(x, base + 4))
        painter.setPen(colors["text"])
        painter.drawText(QRectF(x - 15, base - 18, 30, 14), int(Qt.AlignmentFlag.AlignHCenter), str(day.day))
        if before is None or (before.year, before.month) != (day.year, day.month):
            painter.setPen(colors["muted"])
            painter.drawText(QRectF(x - 6, base - 35, 90, 16), int(Qt.AlignmentFlag.AlignLeft), f"{SHORT[day.month - 1]} {day.year}")
        if before and (day - before).days > BREAK:
            middle = (self.laid.days[before] + x) / 2
            painter.fillRect(QRectF(middle - 5, base - 4, 10, 8), colors["panel"])
            painter.setPen(QPen(colors["muted"], 1.4))
            for shift in (-4, 3):
                painter.drawLine(QPointF(middle + shift - 2, base + 5), QPointF(middle + shift + 3, base - 5))

    def _paint_item(self, painter: QPainter, item: Item, *, chosen: bool) -> None:
        colors = theme.current()
        if chosen:
            painter.setBrush(colors["accent_soft"])
            painter.setPen(QPen(colors["focus"], 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(item.box.adjusted(-7, 0, 2, 1), 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if item.kind == "saying":
            self._paint_chip(painter, item)
        else:
            self._paint_mark(painter, item)
            self._paint_words(painter, item)

    def _paint_mark(self, painter: QPainter, item: Item) -> None:
        """The bar of a range, with ends; a point for a single day."""
        color = theme.current().of(item.verdict) if item.kind != "article" else theme.current()["text"]
        y, x0, x1 = item.box.bottom() - 2.5, item.bar.left(), item.bar.right()
        if x1 - x0 > 1:
            painter.setPen(QPen(color, 2.5, theme.LINES[item.verdict], Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(x0, y), QPointF(x1, y))
            painter.setPen(QPen(color, 2))
            for x in (x0, x1):
                painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPolygon(QPolygonF([QPointF(x0, y - 4), QPointF(x0 + 4, y), QPointF(x0, y + 4), QPointF(x0 - 4, y)]))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, item: Item) -> None:
        colors, box = theme.current(), item.box.adjusted(6, 0, 0, -5)
        if item.kind != "article":
            painter.setFont(scaled(self.font(), 1, bold=True))
            painter.setPen(colors.of(item.verdict))
            sign = sign_of(item.verdict) if item.kind == "event" else item.verdict.glyph
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), sign)
            box = box.adjusted(max(17.0, painter.fontMetrics().horizontalAdvance(sign + "  ")), 0, 0, 0)
        number, _, words = item.text.partition("  ")
        bold = scaled(self.font(), 1, bold=True)
        if words:
            painter.setFont(bold)
            painter.setPen(colors["text"])
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), number)
            box = box.adjusted(QFontMetricsF(bold).horizontalAdvance(number + "  "), 0, 0, 0)
        font = scaled(self.font(), 1)
        font.setItalic(item.late)
        painter.setFont(font)
        painter.setPen(colors["muted" if item.late else "text"])
        shown = QFontMetricsF(font).elidedText(words or number, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_chip(self, painter: QPainter, item: Item) -> None:
        colors = theme.current()
        against = item.verdict is Verdict.DENIED
        painter.setPen(QPen(colors["denied" if against else "line_strong"], 1, theme.LINES[item.verdict]))
        painter.setBrush(colors["denied_soft" if against else "raised"])
        painter.drawRoundedRect(item.box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(scaled(self.font(), 0.86, bold=item.verdict is not Verdict.OPEN))
        painter.setPen(colors["denied" if against else "text" if item.verdict is Verdict.CONFIRMED else "muted"])
        painter.drawText(item.box, int(Qt.AlignmentFlag.AlignCenter), item.text)
