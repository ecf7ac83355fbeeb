"""Small widgets used everywhere: plain-text labels, section heads, buttons with a name, a hint and a key."""

from __future__ import annotations

import html
from collections.abc import Callable
from textwrap import wrap

import shiboken6
from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

TIP_WIDTH = 110
"""Letters of a line in a hint of several lines."""


def alive(widget: QWidget) -> bool:
    """Whether Qt still has a widget: what was asked in the background may arrive after it was closed."""
    return shiboken6.isValid(widget)


def give_keyboard(widget: QWidget | None) -> None:
    """Give the keyboard back to what had it, if that is still there."""
    if widget and alive(widget) and widget.isVisible():
        widget.setFocus()


def label(text: str = "", kind: str = "", *, wrap: bool = False, scale: float = 1.0) -> QLabel:
    """A label that shows text as text: imported words are never taken for rich text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(kind)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if scale != 1.0:
        font = QFont(made.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        made.setFont(font)
    return made


def safe_tip(text: str) -> str:
    """Words for a tool tip, which takes what looks like markup for markup: imported words are made safe."""
    return f"<p>{html.escape(text)}</p>" if QtGui.Qt.mightBeRichText(text) else text


def wrapped_tip(text: str) -> str:
    """Several lines for a tool tip, which would else be as wide as the longest of them."""
    return safe_tip("\n".join(part for line in text.splitlines() for part in wrap(line, TIP_WIDTH) or [""]))


class Elided(QLabel):
    """One line that is cut with an ellipsis where there is no room; the whole stands in its hint."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(20)
        self.full = ""
        self.say(text)

    def say(self, text: str) -> None:
        self.full = text
        self.setToolTip(safe_tip(text))
        self.setAccessibleName(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self.full, Qt.TextElideMode.ElideRight, max(20, self.width())))


def button(text: str, hint: str, run: Callable[[], object], *, kind: str = "", key: str = "", told: bool = False) -> QPushButton:
    """A button with a hint; the key that does the same stands in the hint, and, when `told`, on the button itself."""
    made = QPushButton(f"{text}   {key}" if told else text)
    made.setObjectName(kind)
    made.setToolTip(safe_tip(f"{hint}  ({key})" if key else hint))
    made.setAccessibleName(text)
    made.setAccessibleDescription(hint)
    made.setAutoDefault(True)  # Enter presses the one that has the keyboard
    made.clicked.connect(lambda: run())
    return made


class _Tool(QToolButton):
    """A tool button that Enter presses too, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def tool(text: str, hint: str, run: Callable[[], object], *, kind: str = "flat", name: str = "") -> QToolButton:
    made = _Tool()
    made.setText(text)
    made.setObjectName(kind)
    made.setToolTip(safe_tip(hint))
    made.setAccessibleName(name or text)
    made.setAccessibleDescription(hint)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: run())
    return made


class DropDown(QComboBox):
    """A drop-down that gives the wheel to the area it stands in: whoever scrolls past it changes nothing and is not stopped."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
        around = self.parentWidget()
        while around is not None and not isinstance(around, QAbstractScrollArea):
            around = around.parentWidget()
        if around is not None:
            QApplication.sendEvent(around.viewport(), event)


class Segment(_Tool):
    """One of a row of choices: a sign and a word; where there is no room for both, the word."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("segment")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.whole = ""
        self.say(text)

    def say(self, text: str) -> None:
        self.whole = text
        self._fit()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._room(self._word()), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self._room(self.whole), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _word(self) -> str:
        return self.whole.split(" ", 1)[-1]

    def _room(self, text: str) -> int:
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(text) + 12

    def _fit(self) -> None:
        self.setText(self.whole if self.width() >= self._room(self.whole) else self._word())


def stacked(*widgets: QWidget) -> QWidget:
    """Widgets one under the other; the first takes the room."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number, widget in enumerate(widgets):
        column.addWidget(widget, number == 0)
    return holder


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def shortened(text: str, most: int = 70) -> str:
    """Words cut to fit one line of a popup, with an ellipsis when something is left out."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
