"""The place that is kept when the size changes never outlives its text."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from workbench.desk.reading.view import ReadingView
from workbench.domain.spans import Span


def test_a_shorter_text_after_a_far_place_can_be_resized(qapp: QApplication) -> None:
    view = ReadingView()
    view.resize(400, 300)
    view.show()
    view.show_text("A line of words.\n" * 400, (), lambda _: (), "long")
    view.go_to(Span(6000, 6005))
    view.kept = 6000
    view.show_text("Short.", (), lambda _: (), "short")
    view.kept = 6000
    view.resize(300, 200)
    qapp.processEvents()
    assert view.position() == 0
    assert view.text == "Short."
    view.close()
