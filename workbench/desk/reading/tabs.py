"""The tabs of one pane. A tab that is not shown is only a place in an article: no text is read and nothing is laid out for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from workbench.desk import theme
from workbench.desk.widgets import safe_tip

LONGEST = 28  # letters of a title on a tab; the hint has the whole of it


@dataclass(frozen=True, slots=True)
class Tab:
    """An article and where it was left: the cursor in code points, the scroll bar in pixels; `at` -1 for "from its start"."""

    article_id: int
    at: int = -1
    scroll: int = 0


class TabBar(QTabBar):
    """Shown only when there is more than one tab. Signals: turned_to(number), closing(number)."""

    turned_to = Signal(int)
    closing = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Articles in this pane")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setTabsClosable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._turned)
        self.tabCloseRequested.connect(self.closing)
        self._filling = False
        self.hide()

    def show_tabs(self, titles: Sequence[str], current: int) -> None:
        """Show these titles, in order; none when there is only one."""
        self._filling = True
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        for number, title in enumerate(titles):
            if number >= self.count():
                self.addTab("")
                self._name_close_button(number)
            words = title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
            self.setTabText(number, words.replace("&", "&&"))
            self.setTabToolTip(number, safe_tip(f"{title}\nCtrl+Tab goes to the next tab, Ctrl+W closes it"))
            self.setAccessibleTabName(number, f"{title}, tab {number + 1} of {len(titles)}")
        self.setCurrentIndex(current)
        self._filling = False
        self.setVisible(len(titles) > 1)

    def _name_close_button(self, number: int) -> None:
        for side in (QTabBar.ButtonPosition.RightSide, QTabBar.ButtonPosition.LeftSide):
            if made := self.tabButton(number, side):
                made.setAccessibleName("Close this tab")
                made.setToolTip("Close this tab  (Ctrl+W)")

    def _turned(self, number: int) -> None:
        if not self._filling and number >= 0:
            self.turned_to.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet cannot tell a tab that has the keyboard, so a frame is drawn around it."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(theme.current()["focus"], 2))
            painter.drawRect(self.tabRect(self.currentIndex()).adjusted(1, 1, -2, -1))
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self.closing.emit(number)
        else:
            super().mouseReleaseEvent(event)
