"""A quiet line under the panes: what can be done next, and by which key. It changes with what is there; it can be put away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from workbench.desk import theme
from workbench.desk.widgets import safe_tip, tool
from workbench.settings import Settings

LOWEST = 480  # pixels of the window's height

Hint = tuple[str, str]
"""The name of a command (or "" for words alone) and what its key does."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the window is about just now. `target` names what a key is about and is empty for nothing; `new` says that it would be a new
    claim; `chosen` names the chosen claim, empty for none; `exhibit` is the article in focus."""

    panes: int = 0
    claims: int = 0
    target: str = ""
    new: bool = False
    chosen: str = ""
    exhibit: str = ""
    suggestions: int = 0
    read_only: bool = False


def hints(now: Situation) -> list[Hint]:
    """What to do next, the most useful first; nothing while no article is open (the empty place says it)."""
    if not now.panes:
        return []
    if now.read_only:
        steps = [("", "Read only:"), ("next_claim", "next claim"), ("all_to_claim", "all panes to it"), ("everywhere", "find")]
    elif now.new:
        steps = [("", f"{now.target}:"), ("confirm", "confirmed"), ("unconfirm", "unconfirmed"), ("deny", "denied"), ("mark", "mark only")]
        if now.chosen:
            steps += [("", f"{now.chosen}:"), ("evidence", "link these words"), ("absent", f"not mentioned in {now.exhibit}")]
    elif now.target:
        absent = ("absent", f"not mentioned in {now.exhibit}")
        steps = [("", f"{now.target}:"), ("all_to_claim", "show it in all panes")]
        steps += [("accept", "add the suggested passage"), absent] if now.suggestions else []
        steps += [("stance", "who says it"), ("origin", "origin"), ("evidence", "evidence"), ("next_claim", "next claim")]
    elif now.claims:
        steps = [("", "Click a mark, or"), ("next_claim", "next claim"), ("next_sentence", "next unread sentence")]
    else:
        steps = [("", "Click into a sentence or select words:"), ("confirm", "confirmed"), ("unconfirm", "unconfirmed"), ("deny", "denied")]
    steps += [] if now.read_only else [("undo", "undo")]
    return [*steps, ("keys", "all keys")]


class KeyLine(QWidget):
    """Keys as small caps with words beside them; what does not fit is left out from the right, whole pairs at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, pairs: list[tuple[str, str]]) -> None:
        self.pairs = pairs
        words = " · ".join(f"{key}: {text}" if key else text for key, text in pairs)
        self.setAccessibleName(words)
        self.setToolTip(safe_tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, metrics, x = theme.current(), self.fontMetrics(), 0.0
        for key, text in self.pairs:
            cap = metrics.horizontalAdvance(key) + 12 if key else 0
            width = metrics.horizontalAdvance(text)
            if x + cap + width + 6 > self.width():
                break
            if key:
                box = QRectF(x + 0.5, 2.5, cap - 1, self.height() - 5)
                painter.setPen(QPen(colors["line_strong"], 1))
                painter.setBrush(colors["raised"])
                painter.drawRoundedRect(box, 4, 4)
                painter.setPen(colors["text"])
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)
            painter.setPen(colors["muted"])
            words = QRectF(x + cap + (5 if key else 0), 0, width + 2, self.height())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
            x = words.right() + 14
        painter.end()


class Hints(QFrame):
    """The line; `key_of` gives the key of a command as it is now. Whether it is shown is kept for the user."""

    def __init__(self, settings: Settings, key_of: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("hints")
        self._settings = settings
        self._key_of = key_of
        self._room = True
        self.line = KeyLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 3, 8, 3)
        row.addWidget(self.line, 1)
        row.addWidget(tool("✕", "Put the hints away; Shift+F1 brings them back", self.switch, name="Put the hints away"))
        self.hide()

    def tell(self, now: Situation) -> None:
        """Say what can be done now."""
        keys = {name: self._key_of(name).replace("Return", "Enter") for name, _ in hints(now)}
        self.line.say([(keys[name], text) for name, text in hints(now) if keys[name] or not name])
        self._show()

    def fit(self, height: int) -> None:
        """In a very low window the words of the articles need the room."""
        self._room = height >= LOWEST
        self._show()

    def _show(self) -> None:
        self.setVisible(self._room and bool(self.line.pairs) and self._settings.get("hints"))

    def switch(self) -> None:
        """Put the line away, or bring it back; kept."""
        self._settings.set("hints", not self._settings.get("hints"))
        self._show()
