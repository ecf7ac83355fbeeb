"""How much room a window has on its screen, and what is done where it needs more: its content is scrolled, nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

FRAME = QSize(8, 38)
"""Pixels that a window manager adds at most to the sides and above."""


def room_on_screen(widget: QWidget) -> QRect:
    """Where a window may lie, in pixels of the screen it is shown on: without panels and without its own frame."""
    free = widget.screen().availableGeometry()
    return QRect(free.x() + FRAME.width() // 2, free.y() + FRAME.height(), free.width() - FRAME.width(), free.height() - FRAME.height())


def keep_inside(window: QWidget) -> None:
    """Make a window no larger than its room, and move it there."""
    room = room_on_screen(window)
    size = window.size().boundedTo(room.size())
    left = min(max(window.x(), room.x()), room.right() + 1 - size.width())
    top = min(max(window.y(), room.y()), room.bottom() + 1 - size.height())
    if (window.size(), window.x(), window.y()) != (size, left, top):
        window.setGeometry(left, top, size.width(), size.height())


def scrolled(holder: QWidget, layout: QLayout) -> QScrollArea:
    """Put all that a widget's layout holds into a scrolling area of that widget, without a frame of its own."""
    body = QWidget()
    body.setLayout(layout)  # takes the widgets along
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area
