"""Every sheet stands beside the window it was opened from, and goes with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.desk.history import RESTING, History
from workbench.desk.keys_sheet import SHEET_KEYS
from workbench.desk.sheet import Sheet
from workbench.desk.window import Window

SHEETS = ("help", "keys", "history", "since", "origins", "queries", "matrix", "timeline", "sign_off", "check_pass")


def opened(window: Window, name: str) -> Sheet:
    next(c for c in window.commands if c.spec.name == name).trigger()
    QApplication.processEvents()
    (sheet,) = [s for s in window.findChildren(Sheet) if s.isVisible()]
    return sheet


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_closes_with_its_window_and_nothing_of_it_runs_on(sample: Window, name: str) -> None:
    sheet = opened(sample, name)
    sample.close()
    assert not sheet.isVisible()
    assert not [timer for timer in sheet.findChildren(QTimer) if timer.isActive()]


def test_a_step_chosen_just_before_the_window_closes_is_not_read_any_more(sample: Window) -> None:
    """The sheet waits a moment before it reads a step; a closed case cannot be read."""
    sheet = opened(sample, "history")
    assert isinstance(sheet, History)
    while not sheet.shown:
        QTest.qWait(5)
    sheet.table.selectRow(len(sheet.shown) - 1)
    assert sheet._resting.isActive()
    sample.close()
    QTest.qWait(RESTING * 2)


@pytest.mark.parametrize(
    ("section", "name"), [("In the origins", "origins"), ("In the checker’s pass", "check_pass"), ("In claims by articles", "matrix")]
)
def test_the_keys_that_are_told_of_a_sheet_are_bound_in_it(sample: Window, section: str, name: str) -> None:
    sheet = opened(sample, name)
    bound = {shortcut.key().toString() for shortcut in sheet.findChildren(QShortcut)}
    told = {key for keys, _ in dict(SHEET_KEYS)[section] for key in keys.split()}
    letters = {key for key in told if key == "Del" or key.startswith("Ctrl+") or (key.isalpha() and len(key) == 1)}
    assert letters
    assert letters <= bound
