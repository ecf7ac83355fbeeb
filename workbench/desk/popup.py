"""A small choice beside the text: letters, arrows and Enter choose, Esc leaves. Never modal, never a dialog box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.keyboard import latin
from workbench.desk.listed import ListedLine
from workbench.desk.room import scrolled
from workbench.desk.shadow import Shadow
from workbench.desk.widgets import button, give_keyboard, label

RING, MOST_ALIGNED = 8, 280
"""Pixels for the ring of the focus; and up to which width choices are made equally wide, so that remarks stand in a column."""
EDGE, SCROLL_BAR = 8, 12
"""Pixels that a popup keeps to the sides of its window; and for a bar where it is scrolled."""
LONG, WIDE = 44, 600
"""Letters from which on a line of a form is long; pixels of a form that has such a line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a popup: its letter, its words, what it does, and a remark beside it."""

    letter: str
    text: str
    run: Callable[[], None]
    remark: str = ""


class Popup(QFrame):
    """A frame over the window that takes the keyboard and gives it back."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.before = _before(parent)
        self._outside = _Outside(self)
        self._shadow = Shadow(self)
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(12, 10, 12, 10)
        self.lay.setSpacing(3)
        self.lay.addWidget(label(title, "title", wrap=True))
        self.setMinimumWidth(380)
        self.foot: QLayout | None = None
        self._scrolled = False

    def open_at(self, where: QRect | QPoint) -> None:
        """Show under some words of the parent, or above them where there is no room; the words stay in sight."""
        parent = self.parentWidget()
        assert parent is not None
        self.setMinimumWidth(min(self.minimumWidth(), parent.width() - 2 * EDGE))
        self._fit()
        words = where if isinstance(where, QRect) else QRect(where, QSize(0, 0))
        x = max(EDGE, min(words.left(), parent.width() - self.width() - EDGE))
        lowest = parent.height() - self.height() - EDGE
        y = words.bottom() + 10
        if y > lowest:
            above = words.top() - self.height() - 10
            y = above if above >= EDGE else max(EDGE, lowest)
        self.move(x, y)
        self.show()
        self.raise_()
        self.take_focus()

    def _fit(self) -> None:
        """As high as the words are at this width; `adjustSize` leaves gaps around words that wrap. What the window has no room for
        is scrolled, with the buttons of a form below it."""
        parent = self.parentWidget()
        assert parent is not None
        room = parent.size() - QSize(2 * EDGE, 2 * EDGE)
        least = max(self.minimumWidth(), self.lay.sizeHint().width() + RING)
        if least > room.width():
            self._wrap_remarks()
            least = max(self.minimumWidth(), self.lay.sizeHint().width() + RING)
        width = min(least, room.width())
        high = self.lay.totalHeightForWidth(width) if self.lay.hasHeightForWidth() else self.lay.sizeHint().height()
        if not self._scrolled and (high > room.height() or least > room.width()):
            self._scrolled = True
            if self.foot:
                self.lay.removeItem(self.foot)
            scrolled(self, self.lay)
            if self.foot and (outer := self.layout()):
                outer.addItem(self.foot)
                self.foot.setContentsMargins(12, 4, 12, 10)
        if self._scrolled:
            high += (self.foot.sizeHint().height() if self.foot else 0) + RING
            width = min(least + SCROLL_BAR, room.width())
        self.resize(width, min(high, room.height()))

    def _wrap_remarks(self) -> None:
        for remark in self.findChildren(QLabel):
            if remark.objectName() == "muted" and not remark.wordWrap():
                remark.setWordWrap(True)
                remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(min(WIDE, self.window().width() - 2 * EDGE))

    def take_focus(self) -> None:
        self.setFocus()

    def leave(self) -> None:
        """Close and give the keyboard back."""
        self.hide()
        give_keyboard(self.before)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _elsewhere(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever takes the keyboard elsewhere in the window has left it; the keyboard stays there."""
        if now is not None and now is not self and now.window() is self.window() and not self.isAncestorOf(now):
            self.before = now
            self.leave()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QApplication.instance().installEventFilter(self._outside)  # type: ignore[union-attr]
        QApplication.instance().focusChanged.connect(self._elsewhere)  # type: ignore[union-attr]

    def hideEvent(self, event: QHideEvent) -> None:
        QApplication.instance().removeEventFilter(self._outside)  # type: ignore[union-attr]
        QApplication.instance().focusChanged.disconnect(self._elsewhere)  # type: ignore[union-attr]
        super().hideEvent(event)


def _before(parent: QWidget) -> QWidget | None:
    """What has the keyboard now, to be given back; where a popup has it that will be gone by then, what had it before that."""
    now = parent.window().focusWidget()
    here = next((p for p in parent.window().findChildren(Popup) if now and p.isAncestorOf(now)), None)
    return here.before if here else now


class _Outside(QObject):
    """Leaves a popup when the mouse is pressed elsewhere in its window: what it asks about is no longer what the analyst looks at."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.parent()
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and isinstance(popup, Popup):
            elsewhere = watched is not popup and not popup.isAncestorOf(watched)
            if elsewhere and watched.window() is popup.window():
                popup.leave()
        return False


class Chooser(Popup):
    """Choices with letters. It begins at the likeliest or at what holds now (`at`): Enter takes it. It stays open until a letter,
    Enter or Esc."""

    def __init__(self, parent: QWidget, title: str, choices: Sequence[Choice], *, warning: str = "", at: int = 0) -> None:
        super().__init__(parent, title)
        self.warning = warning
        if warning:
            self.lay.addWidget(label(warning, "muted", wrap=True))
        self.choices = choices
        self._with_remarks: list[QWidget] = []
        self.buttons = [self._line(choice) for choice in choices]
        widest = max((made.minimumWidth() for made in self._with_remarks), default=0)
        for made in self._with_remarks if widest <= MOST_ALIGNED else ():
            made.setFixedWidth(widest)  # so that the remarks stand under each other
        self._at = at
        self.lay.addWidget(label("a letter, or ↑ ↓ and Enter; Esc leaves", "muted"))

    def _line(self, choice: Choice) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        letter = label(choice.letter or "↵", "key")
        letter.setFixedWidth(26)
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        across.addWidget(letter)
        made = button(choice.text, choice.remark or choice.text, lambda: self.take(choice), kind="choice")
        made.installEventFilter(self)
        across.addWidget(made, 0 if choice.remark else 1)
        if choice.remark:
            made.setMinimumWidth(made.sizeHint().width() + RING)  # the remark takes no room from the words
            across.addWidget(label(choice.remark, "muted"), 1)
            self._with_remarks.append(made)
        self.lay.addWidget(line)
        line.setFocusProxy(made)
        return line

    def take_focus(self) -> None:
        self.buttons[self._at].setFocus()

    def take(self, choice: Choice) -> None:
        self.leave()
        choice.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._at = (self._at + (1 if event.key() == Qt.Key.Key_Down else -1)) % len(self.buttons)
            self.take_focus()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(self.choices[self._at])
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        letter = latin(event) or event.text().casefold()
        for choice in self.choices:
            if choice.letter and letter and choice.letter.casefold() in (letter, event.text().casefold()):
                self.take(choice)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Ask:
    """One line to fill in: its label, what stands in it, what may be completed, and a hint. `closed`: only what is known is taken, and
    the first letters of it are enough."""

    name: str
    text: str = ""
    known: Sequence[str] = ()
    hint: str = ""
    closed: bool = False


class Form(Popup):
    """A few lines to fill in; Enter in the last one (or the button) says yes. `done` returns what is wrong, or ""."""

    def __init__(self, parent: QWidget, title: str, asks: Sequence[Ask], done: Callable[[list[str]], str], *, warning: str = "") -> None:
        super().__init__(parent, title)
        self._done = done
        if any(len(ask.text) > LONG for ask in asks):
            self.setMinimumWidth(WIDE)
        self.problem = label(warning, "muted", wrap=True)
        self.lay.addWidget(self.problem)
        self.problem.setVisible(bool(warning))
        form = QFormLayout()
        self.lay.addLayout(form)
        self.lines = [self._line(form, ask) for ask in asks]
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", "Leave it as it was", self.leave, key="Esc"))
        row.addWidget(button("OK", "Do it", self.accept, kind="primary", key="Enter"))
        self.foot = row
        self.lay.addLayout(row)

    def _line(self, form: QFormLayout, ask: Ask) -> QLineEdit:
        line = ListedLine(ask.text, ask.known, closed=ask.closed) if ask.known else QLineEdit(ask.text)
        line.setAccessibleName(ask.name)
        line.setPlaceholderText(ask.hint)
        line.setCursorPosition(0)  # where there is no room for all of it, its beginning is in sight
        line.returnPressed.connect(lambda: self._next(line))
        form.addRow(label(ask.name), line)
        return line

    def take_focus(self) -> None:
        self.lines[0].setFocus()
        self.lines[0].selectAll()

    def _next(self, line: QLineEdit) -> None:
        """Enter goes to the next empty line, and from the last one says yes."""
        rest = self.lines[self.lines.index(line) + 1 :]
        empty = next((other for other in rest if not other.text().strip() and not other.placeholderText().startswith("(")), None)
        if empty:
            empty.setFocus()
        else:
            self.accept()

    def accept(self) -> None:
        wrong = self._done([line.meant() if isinstance(line, ListedLine) else line.text().strip() for line in self.lines])
        if wrong:
            self.problem.setText(wrong)
            self.problem.show()
            self._fit()
        else:
            self.leave()
