"""Hands that do anything: commands, letters, keys, words, clicks, drags, on whatever is there. The same seed begins the same way; when
background work ends differs, so a failure may need its seed more than once."""

from __future__ import annotations

import random
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QMenuBar, QMessageBox, QWidget

from tests.journeys.driver import ALT, CTRL, NO, SHIFT, Analyst
from workbench.desk.window import Window
from workbench.domain.errors import WorkbenchError

LEFT_OUT = {"quit", "new", "open", "example"}  # they end or change the window
K = Qt.Key
KEYS = (
    K.Key_Return, K.Key_Escape, K.Key_Escape, K.Key_Tab, K.Key_Backtab, K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right, K.Key_Space,
    K.Key_Delete, K.Key_Backspace, K.Key_Home, K.Key_End, K.Key_PageDown, K.Key_PageUp, K.Key_F2, K.Key_F3,
)  # fmt: skip
HELD = (NO, NO, NO, NO, NO, NO, SHIFT, CTRL, ALT)
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789+-?"
WORDS = ("2026-03-10", "harbour office", "12,000", "C3", "no", "2026-13-40", "a" * 300, "()", "NOT", "x")
TIDY_AFTER = 400  # actions until all sheets are closed
LAST = 14  # actions told with a failure


class Hands:
    """`failures` are tracebacks, each place once; `log` is what was done."""

    def __init__(self, window: Window, seed: int, folder: Path) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.analyst = Analyst(window)
        self.commands = [c for c in window.commands if c.spec.name not in LEFT_OUT]
        self.log: list[str] = []
        self.failures: dict[str, str] = {}
        self._folder = folder
        sys.excepthook = self._failed
        self._nothing_modal()

    def _failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, WorkbenchError):
            return  # told to the analyst in plain words (app.log_failures)
        place = str(traceback.extract_tb(trace)[-1]) if trace else str(error)
        words = "".join(traceback.format_exception(kind, error, trace))
        self.failures.setdefault(place, f"{words}after: {' | '.join(self.log[-LAST:])}\n")

    def _nothing_modal(self) -> None:
        """Dialogs of the system would wait for somebody: they answer at once."""
        answers: list[tuple[type, str, Callable[..., object]]] = [
            (
                QFileDialog,
                "getSaveFileName",
                lambda *_, **__: (str(self._folder / f"{len(self.log)}.out") if self.chance.random() < 0.5 else "", ""),
            ),
            (QFileDialog, "getOpenFileName", lambda *_, **__: ("", "")),
            (QFileDialog, "getOpenFileNames", lambda *_, **__: ([], "")),
            (QFileDialog, "getExistingDirectory", lambda *_, **__: ""),
        ]
        answers += [(QMessageBox, name, lambda *_, **__: QMessageBox.StandardButton.Cancel) for name in ("question", "warning", "critical")]
        for owner, name, answer in answers:
            setattr(owner, name, staticmethod(answer))
        for dialog in (QDialog, QPrintDialog):
            dialog.exec = lambda _: 0  # type: ignore[method-assign, assignment]
        QMenu.exec = lambda menu, *_: self._pick(menu)  # type: ignore[method-assign, assignment, misc]

    def _pick(self, menu: QMenu) -> None:
        enabled = [a for a in menu.actions() if a.isEnabled() and not a.menu()]
        if enabled and self.chance.random() < 0.5:
            self.chance.choice(enabled).trigger()

    def work(self, actions: int) -> None:
        for number in range(1, actions + 1):
            self._act()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            if self.chance.random() < 0.02:
                QTest.qWait(60)
            if number % TIDY_AFTER == 0:
                self.tidy()

    def tidy(self) -> None:
        """Close every sheet and give the window the keyboard."""
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top is not self.window and not isinstance(top, QMenu):
                top.close()
        self.window.activateWindow()
        QApplication.processEvents()

    def _act(self) -> None:
        acts = (self._command, self._letter, self._key, self._words, self._undo, self._click)
        act = self.chance.choices(acts, (22, 28, 22, 6, 2, 20))[0]
        try:
            act()
        except RuntimeError as error:
            if "already deleted" not in str(error):  # a key that closes what it is pressed in: the release finds nothing
                self._failed(type(error), error, error.__traceback__)
        except Exception as error:  # noqa: BLE001 - whatever a handler raises through the test's own call
            self._failed(type(error), error, error.__traceback__)

    def _command(self) -> None:
        command = self.chance.choice(self.commands)
        if command.action.isEnabled():
            self.log.append(command.spec.name)
            command.action.trigger()

    def _letter(self) -> None:
        letter = self.chance.choice(LETTERS)
        self.log.append(letter)
        QTest.keyClicks(self._target(), letter)

    def _key(self) -> None:
        key, held = self.chance.choice(KEYS), self.chance.choice(HELD)
        self.log.append(f"{held.name} {key.name}")
        QTest.keyClick(self._target(), key, held)

    def _words(self) -> None:
        words = self.chance.choice(WORDS)
        self.log.append(f"“{words[:20]}”")
        QTest.keyClicks(self._target(), words)

    def _undo(self) -> None:
        self.log.append("undo")
        self.window.desk.undo()

    def _click(self) -> None:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and not isinstance(top, QMenu)]
        inside = [w for w in self.chance.choice(tops).findChildren(QWidget) if self._can_be_hit(w)] if tops else []
        if not inside:
            return
        widget = self.chance.choice(inside)
        point, other = self._point(widget), self._point(widget)
        self.log.append(f"click {type(widget).__name__} {widget.accessibleName()[:30]}")
        how = self.chance.choices(("left", "right", "twice", "drag"), (70, 8, 12, 10))[0]
        if how == "drag":
            QTest.mousePress(widget, Qt.MouseButton.LeftButton, NO, point)
            QTest.mouseMove(widget, other)
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NO, other)
        elif how == "twice":
            self.analyst.double_click(widget, point)
        else:
            QTest.mouseClick(widget, Qt.MouseButton.RightButton if how == "right" else Qt.MouseButton.LeftButton, NO, point)

    def _can_be_hit(self, widget: QWidget) -> bool:
        prints = isinstance(widget, QAbstractButton) and "Print" in widget.text()
        seen = widget.isVisible() and widget.isEnabled() and widget.width() > 3 and widget.height() > 3
        return seen and not prints and not isinstance(widget, (QMenu, QMenuBar))

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(widget.width()), self.chance.randrange(widget.height()))

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
