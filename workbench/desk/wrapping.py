"""A row of controls that goes on in a second line where one is too narrow for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget


@dataclass(slots=True)
class _Line:
    """Items beside each other; `wide` is what they need in pixels with the gaps between them."""

    items: list[QLayoutItem] = field(default_factory=list)
    wide: int = 0

    @property
    def high(self) -> int:
        return max((item.sizeHint().height() for item in self.items), default=0)


class WrappingRow(QLayout):
    """Widgets from left to right; what comes after `addStretch` stands at the right end of its line. No wider than its widest widget."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(8)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addStretch(self) -> None:
        self.addItem(QSpacerItem(0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        frame = self.contentsMargins()
        lines = self._lines(width - frame.left() - frame.right())
        return sum(line.high for line in lines) + self.spacing() * max(0, len(lines) - 1) + frame.top() + frame.bottom()

    def sizeHint(self) -> QSize:
        frame = self.contentsMargins()
        (line,) = self._lines(1 << 20) or [_Line()]
        return QSize(line.wide + frame.left() + frame.right(), line.high + frame.top() + frame.bottom())

    def minimumSize(self) -> QSize:
        frame, shown = self.contentsMargins(), self._shown()
        wide = max((item.minimumSize().width() for item in shown), default=0)
        return QSize(wide + frame.left() + frame.right(), max((item.minimumSize().height() for item in shown), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = self.contentsRect()
        top = room.top()
        for line in self._lines(room.width()):
            self._lay(line, QRect(room.left(), top, room.width(), line.high))
            top += line.high + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if item.widget() and not item.isEmpty()]

    def _lines(self, width: int) -> list[_Line]:
        """The items that are shown, line by line; a gap for the stretch stands where it was put, unless it would begin a line."""
        lines: list[_Line] = []
        for item in self._items:
            if not item.widget():
                if lines:
                    lines[-1].items.append(item)
                continue
            if item.isEmpty():
                continue
            wide = self._width(item)
            if not lines or lines[-1].wide + self.spacing() + wide > width:
                lines.append(_Line())
            line = lines[-1]
            line.wide += wide + (self.spacing() if any(each.widget() for each in line.items) else 0)
            line.items.append(item)
        return lines

    def _width(self, item: QLayoutItem) -> int:
        return max(item.sizeHint().width(), item.minimumSize().width())

    def _lay(self, line: _Line, room: QRect) -> None:
        at = room.left()
        for item in line.items:
            if not item.widget():
                at += max(0, room.width() - line.wide)
                continue
            wide = min(self._width(item), room.width())
            high = item.sizeHint().height()
            item.setGeometry(QRect(QPoint(at, room.top() + (room.height() - high) // 2), QSize(wide, high)))
            at += wide + self.spacing()
