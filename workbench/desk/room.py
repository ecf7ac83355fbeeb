"""How much room a window has on its screen, and what is done where it needs more: its content is scrolled, nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

FRAME = QSize(8, 38)
"""Pixels that a window manager adds at most to the sides and above."""


def screen_of(widget: QWidget) -> QRect:
    """The screen that a window is shown on, without panels, in the pixels in which windows are measured: at 200 % half of its own."""
    return widget.screen().availableGeometry()


def room_on_screen(widget: QWidget) -> QRect:
    """Where a window may lie, in pixels of the screen it is shown on: without panels and without its own frame."""
    free = screen_of(widget)
    return QRect(free.x() + FRAME.width() // 2, free.y() + FRAME.height(), free.width() - FRAME.width(), free.height() - FRAME.height())


def keep_inside(window: QWidget) -> None:
    """Make a window no larger than its room, and move it there."""
    room = room_on_screen(window)
    size = window.size().boundedTo(room.size())
    left = min(max(window.x(), room.x()), room.right() + 1 - size.width())
    top = min(max(window.y(), room.y()), room.bottom() + 1 - size.height())
    if (window.size(), window.x(), window.y()) != (size, left, top):
        window.setGeometry(left, top, size.width(), size.height())


def needs_more(layout: QLayout, room: QSize) -> bool:
    """Whether what a layout holds cannot be made so small."""
    least = layout.minimumSize()
    high = layout.minimumHeightForWidth(room.width()) if layout.hasHeightForWidth() else 0
    return least.width() > room.width() or max(least.height(), high) > room.height()


class _Following(QScrollArea):
    """A scrolling area that brings into sight what gets the keyboard, by whatever way it does."""

    def __init__(self) -> None:
        super().__init__()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        body = self.widget()
        if now is not None and body is not None and body.isAncestorOf(now):
            self.ensureWidgetVisible(now)


def scrolled(holder: QWidget, layout: QLayout) -> QScrollArea:
    """Put all that a widget's layout holds into a scrolling area of that widget, without a frame of its own."""
    body = QWidget()
    body.setLayout(layout)  # takes the widgets along
    area = _Following()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area
