"""The head of a pane: its tabs, the article's title, one line of facts, and switches for furniture and parts of a long text."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.desk.reading.facts import FactsLine
from workbench.desk.reading.tabs import TabBar
from workbench.desk.rows import draw_text, layout_text, scaled
from workbench.desk.widgets import label, safe_tip, tool
from workbench.domain.plurals import counted, either

LOW = 300  # pixels of a pane's height
NARROWEST = 260  # pixels; below, the words in the text and the key have to do
NARROW = 420  # pixels; below, the switch for furniture shows only how many lines


class TitleLines(QWidget):
    """A title on one or two lines, as it needs, cut with an ellipsis; the whole of it stands in its hint."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._most = 2
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._text

    def say(self, text: str) -> None:
        self._text = " ".join(text.split())
        self.setToolTip(safe_tip(text))
        self.setAccessibleName(text)
        self._changed()

    def use_lines(self, most: int) -> None:
        if most != self._most:
            self._most = most
            self._changed()

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(layout_text(self._text or " ", self._font(), QRectF(0, 0, width, 0), self._most))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 20)))

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_text(painter, self._text, self._font(), "text", QRectF(self.rect()), self._most)
        painter.end()

    def _font(self) -> QFont:
        return scaled(self.font(), 1.0, bold=True)


class Head(QFrame):
    """`turn(by)` goes to another part of a long text, `fold()` folds or shows furniture, `close()` closes the pane."""

    def __init__(self, turn: Callable[[int], object], fold: Callable[[], object], close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("pane_head")
        self.tabs = TabBar()
        self.title = TitleLines()
        self.facts = FactsLine()
        self.note = label("", "muted", wrap=True)
        self.found = label("", "muted")
        self.found.setAccessibleName("Found in this article")
        self.fonts = label("", "muted", wrap=True)
        self.fonts.setAccessibleName("Missing fonts")
        self.fold = tool("", "Fold or show page furniture  (F)", fold, kind="slim", name="Fold or show page furniture")
        self.fold.setFixedHeight(self.facts.sizeHint().height())
        for widget in (self.note, self.found, self.fonts, self.fold):
            widget.hide()
        self._lay_out(turn, close)

    def _lay_out(self, turn: Callable[[int], object], close: Callable[[], object]) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(6)
        facts.addWidget(self.facts, 1)
        facts.addWidget(self.fold)
        top = QHBoxLayout()
        top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._turner(turn), 0, Qt.AlignmentFlag.AlignTop)
        shut = tool("✕", "Close this pane", close, name="Close this pane")
        shut.setFixedHeight(self.fontMetrics().height() + 6)
        top.addWidget(shut, 0, Qt.AlignmentFlag.AlignTop)
        body = self.body = QVBoxLayout()
        body.setContentsMargins(18, 9, 8, 8)
        body.setSpacing(2)
        body.addLayout(top)
        body.addLayout(facts)
        body.addWidget(self.note)
        body.addWidget(self.found)
        body.addWidget(self.fonts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs)
        whole.addLayout(body)

    def use_room(self, height: int) -> None:
        """Take one line for the title where the pane is low, else up to two."""
        lines = 1 if height < LOW else 2
        self.title.use_lines(lines)
        self.body.setContentsMargins(18, 9 if lines > 1 else 3, 8, 8 if lines > 1 else 3)

    def _turner(self, turn: Callable[[int], object]) -> QWidget:
        self.turner = QWidget()
        self.part_words = label("", "muted")
        row = QHBoxLayout(self.turner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(tool("‹", "The part before this one", lambda: turn(-1), name="Previous part"))
        row.addWidget(self.part_words)
        row.addWidget(tool("›", "The part after this one", lambda: turn(1), name="Next part"))
        self.turner.hide()
        return self.turner

    def show_found(self, words: str) -> None:
        """Say how many hits are drawn in the text; nothing for none."""
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def show_fold(self, lines: int, *, folded: bool) -> None:
        """Say how many lines of page furniture there are, and whether they are folded away; nothing when there are none."""
        words = f"{counted(lines, 'line')} of page furniture"
        short = self.width() < NARROW
        self.fold.setText(f"{'▸' if folded else '▾'} {lines}" + ("" if short else f" {either(lines, 'line', 'lines')} of furniture"))
        self.fold.setToolTip(safe_tip(f"{words} {'folded away: show it' if folded else 'shown: fold it away'}  (F)"))
        self.fold.setAccessibleName(f"{words}, {'folded' if folded else 'shown'}")
        self.fold.setVisible(bool(lines) and self.width() >= NARROWEST)
