"""The window at 1280×800, at its least size and at 200 %: nothing outside, nothing over anything else, words that fit."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolButton, QWidget

from tests.journeys.driver import CTRL, Analyst
from workbench.desk.window import Window

ROOT = Path(__file__).resolve().parents[2]


def place(widget: QWidget, window: Window) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def parts(window: Window) -> dict[str, QWidget]:
    """The parts of the window that lie side by side."""
    named: dict[str, QWidget] = {
        "menus": window.menuBar(), "name": window.name, "search": window.search_box, "articles": window.articles, "panes": window.area,
        "strip": window.strip, "claims": window.claims, "detail": window.detail, "status bar": window.statusBar(),
    }  # fmt: skip
    return {name: widget for name, widget in named.items() if widget.isVisible()}


def inside_scrolling(widget: QWidget, window: Window) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1680, 1050), (900, 560)])
@pytest.mark.parametrize("panes", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5])
def test_no_part_lies_outside_or_over_another(sample: Window, width: int, height: int, panes: Qt.Key) -> None:
    sample.resize(width, height)
    sample.desk.choose(2)
    Analyst(sample).press(panes, CTRL)
    QApplication.processEvents()
    assert (sample.width(), sample.height()) == (width, height), "the parts do not force the window larger"
    whole = sample.rect()
    places = {name: place(widget, sample) for name, widget in parts(sample).items()}
    assert len(places) == 9
    for name, rect in places.items():
        assert whole.contains(rect), f"{name} lies outside"
        assert rect.width() > 60, f"{name} has no room"
        assert rect.height() >= 18, f"{name} has no room"
    for (one, first), (other, second) in combinations(places.items(), 2):
        assert not first.intersects(second), f"{one} and {other} overlap"


@pytest.mark.parametrize("panes", [Qt.Key.Key_2, Qt.Key.Key_5])
def test_every_control_at_1280_by_800_lies_inside_its_parent(sample: Window, panes: Qt.Key) -> None:
    sample.resize(1280, 800)
    sample.desk.choose(2)
    Analyst(sample).press(panes, CTRL)
    QApplication.processEvents()
    outside = [
        f"{type(w).__name__} {w.accessibleName()!r}"
        for w in sample.findChildren(QWidget)
        if w.isVisible() and not isinstance(w, QFrame) and not inside_scrolling(w, sample) and not sample.rect().contains(place(w, sample))
    ]
    assert not outside
    for segment in sample.detail.segments.values():
        assert segment.width() >= segment.minimumSizeHint().width() - 2, f"{segment.text()} is cut"
    chips = [chip for chip in sample.claims.chips.values() if chip.isVisible()]
    assert chips
    assert all(isinstance(chip, QToolButton) and chip.width() >= chip.minimumSizeHint().width() for chip in chips)


def test_five_panes_still_have_words_on_a_line_at_1280(sample: Window) -> None:
    sample.resize(1280, 800)
    Analyst(sample).press(Qt.Key.Key_5, CTRL)
    QApplication.processEvents()
    for pane in sample.area.panes:
        layout = pane.view.document().findBlock(pane.view.document().characterCount() // 2).layout()
        lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
        assert lengths
        assert sum(lengths) / len(lengths) >= 10, "ten letters to a line at the very least"
    Analyst(sample).press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    last = sample.area.panes[4]
    assert place(sample.area, sample).contains(place(last, sample)), "going to a pane brings it into sight"


def test_strip_shows_every_column_at_1280(sample: Window) -> None:
    sample.resize(1280, 800)
    sample.desk.choose(2)
    QApplication.processEvents()
    table = sample.strip.table
    assert not table.horizontalScrollBar().isVisible()
    assert all(table.columnWidth(n) >= 70 for n in range(5))


def test_detail_says_what_to_do_while_nothing_is_chosen(sample: Window) -> None:
    sample.desk.choose(0)
    QApplication.processEvents()
    assert sample.detail.empty.isVisible()
    assert not sample.detail.body.isVisible()
    sample.desk.choose(1)
    assert sample.detail.body.isVisible()
    assert not sample.detail.empty.isVisible()


def test_a_popup_is_no_larger_than_its_words_and_lies_inside(sample: Window) -> None:
    from workbench.desk.popup import Popup

    analyst = Analyst(sample)
    sample.resize(1280, 800)
    for key, with_ctrl in ((Qt.Key.Key_I, CTRL), (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier)):
        sample.area.panes[0].view.setFocus()
        analyst.press(key, with_ctrl)
        popup = next(p for p in sample.findChildren(Popup) if p.isVisible())
        assert sample.rect().contains(popup.geometry())
        assert popup.height() <= popup.lay.totalHeightForWidth(popup.width()) + 2 if popup.lay.hasHeightForWidth() else True
        analyst.press(Qt.Key.Key_Escape)


def test_twice_the_scale_draws_twice_the_pixels(example_file: Path, tmp_path: Path) -> None:
    picture = tmp_path / "desk.png"
    environment = os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen", "WORKBENCH_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-m", "workbench", "picture", str(example_file), "-o", str(picture), "--size", "1280x800"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (2560, 1600)
    colors = {image.pixel(x, y) for x in range(0, 2560, 20) for y in range(0, 1600, 20)}
    assert len(colors) > 30, "a window with words and marks, not an empty one"
