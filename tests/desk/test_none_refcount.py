"""PySide6 6.12.0 loses references to None on Python 3.11 until the process aborts; the version in use must not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 60_000
SLACK = 100


def test_void_calls_keep_the_reference_count_of_none(qapp: QApplication) -> None:
    label, timer = QLabel(), QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS // 4):
        label.setText("x")
        label.clear()
        label.setEnabled(True)
        timer.stop()
    assert abs(sys.getrefcount(None) - before) <= SLACK
