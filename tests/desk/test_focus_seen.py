"""Whatever has the keyboard looks different from when it has not, in both themes: the eye must never have to search for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.desk.actions.view import use_theme
from workbench.desk.reading.view import ReadingView
from workbench.desk.window import Window

LEAST = 100  # pixels that must differ: far more than a text cursor
AROUND = 3


def reachable(window: Window) -> list[QWidget]:
    """The widgets that Tab or a key can give the keyboard to."""
    found = [w for w in window.findChildren(QWidget) if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [w for w in found if w.focusProxy() is None]


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to it, as Tab does where a widget stands in what scrolls."""
    above = widget.parentWidget()
    while above:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    QApplication.processEvents()


def place(widget: QWidget, window: Window) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(window.rect())


def differing(one: QImage, other: QImage) -> int:
    return sum(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()) for y in range(one.height()))


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_focus_can_be_seen_on_every_control(sample: Window, theme_name: str) -> None:
    analyst = Analyst(sample)
    sample.resize(1280, 800)
    use_theme(sample.work, theme_name)
    analyst.press(Qt.Key.Key_1, ALT)
    analyst.press(Qt.Key.Key_T, CTRL)
    sample.desk.choose(2)
    analyst.wait()
    blind = []
    for widget in reachable(sample):
        if isinstance(widget, ReadingView):  # its head says it: test_panes
            continue
        sample.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sample.setFocus()
        bring_into_sight(widget)
        box = place(widget, sample)
        without = sample.grab(box).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        box = place(widget, sample)
        if widget.hasFocus() and differing(without, sample.grab(box).toImage()) < LEAST:
            blind.append(f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}")
    assert len(reachable(sample)) > 25
    assert not blind
