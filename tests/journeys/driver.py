"""An analyst at the desk: real key and mouse events on a real window, every action counted, no call into case/.

An action is one key press (modifiers included) or one mouse press. Typed text is counted apart, in characters.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from workbench.desk.reading.pane import Pane
from workbench.desk.window import Window

NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE = 30.0
SINGLY = 16


class Analyst:
    def __init__(self, window: Window) -> None:
        self.window = window
        self.actions = 0
        self.typed = 0
        self.said: list[str] = []
        window.desk.said.connect(lambda message: self.said.append(message.text))

    def wait(self) -> None:
        """Wait until the background is idle and the index has followed."""
        until = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < 3:
            assert time.monotonic() < until, "the background did not come to rest"
            QApplication.processEvents()
            desk = self.window.desk
            quiet = quiet + 1 if desk.at_rest else 0
            time.sleep(0.003)

    def stand_still(self) -> None:
        """Wait until the hit that was gone to has flashed and stands."""
        until = time.monotonic() + PATIENCE
        while self.window.trail.flashes:
            assert time.monotonic() < until, "the hit did not come to rest"
            QTest.qWait(5)

    def double_click(self, widget: QWidget, point: QPoint) -> None:
        """Press and let go twice: QTest's own double click keeps the button down for ever after."""
        self.actions += 2
        for step in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseRelease):
            step(widget, Qt.MouseButton.LeftButton, pos=point)

    def settle(self) -> None:
        """Let what was asked for happen, as the event loop does between two keys: what is to be deleted goes too."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def come_back(self) -> None:
        """Where a sheet was closed, a window manager gives the keyboard to the window below; offscreen there is none."""
        QApplication.processEvents()
        if QApplication.activeWindow() is None:
            sheets = [w for w in self.window.findChildren(QWidget) if w.isVisible() and w.windowType() == Qt.WindowType.Window]
            (sheets[-1] if sheets else self.window).activateWindow()
            QApplication.processEvents()

    def target(self) -> QWidget:
        """What takes the next key: a list of completions that is open, else what has the keyboard."""
        self.come_back()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        """One key press on whatever has the keyboard."""
        self.actions += 1
        QTest.keyClick(self.target(), key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard; a list of completions takes the keys as soon as it opens.

        Where nothing is completed, what is left after SINGLY letters comes in one event, as from an input method."""
        self.typed += len(text)
        target = self.target()
        for at, char in enumerate(text):
            completes = QApplication.activePopupWidget() or (isinstance(target, QLineEdit) and target.completer())
            if at >= SINGLY and not completes:
                QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, NO, text[at:]))
                break
            if char.isascii():
                QTest.keyClicks(target, char)
            else:  # an input method's
                QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, NO, char))
            if completes:
                target = self.target()
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint) -> None:
        self.actions += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO, at)
        QApplication.processEvents()

    def pane_of(self, exhibit: int) -> Pane:
        return next(p for p in self.window.area.panes if p.article_id == exhibit)

    def show(self, pane: Pane, position: int) -> QPoint:
        """Bring a place into sight, as the wheel would, and say where it is in the viewport."""
        self.come_back()
        view = pane.view
        cursor = view.textCursor()
        cursor.setPosition(view.offsets.unit(position))
        rect = view.cursorRect(cursor)
        bar = view.verticalScrollBar()
        if not 10 < rect.center().y() < view.viewport().height() - 40:
            bar.setValue(bar.value() + rect.center().y() - view.viewport().height() // 3)
            QApplication.processEvents()
            rect = view.cursorRect(cursor)
        return rect.center() + QPoint(2, 0)

    def click_on(self, exhibit: int, words: str) -> None:
        """Click into a sentence, on the third letter of the words."""
        pane = self.pane_of(exhibit)
        at = pane.view.text.index(words) + min(3, len(words) - 1)
        self.click(pane.view.viewport(), self.show(pane, at))

    def drag_over(self, exhibit: int, words: str) -> None:
        """Select words with the mouse: one press."""
        pane = self.pane_of(exhibit)
        start = pane.view.text.index(words)
        viewport = pane.view.viewport()
        first = self.show(pane, start) - QPoint(2, 0)
        cursor = pane.view.textCursor()
        cursor.setPosition(pane.view.offsets.unit(start + len(words)))
        last = pane.view.cursorRect(cursor).center()
        self.actions += 1
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO, first)
        QTest.mouseMove(viewport, last)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO, last)
        QApplication.processEvents()

    def drop(self, paths: list[Path]) -> None:
        """Drop files on the window: one mouse press."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drop_data(data)

    def drop_data(self, data: QMimeData) -> None:
        """Drop anything on the window: one mouse press."""
        self.actions += 1
        point = QPointF(self.window.rect().center())
        no_button, actions = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
        enter = QDragEnterEvent(point.toPoint(), actions, data, no_button, NO)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(point, actions, data, no_button, NO))
        self.wait()
