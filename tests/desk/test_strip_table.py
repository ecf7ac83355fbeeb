"""The strip: the figures that differ are brought out in every passage and never cut off; it keeps its height."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.thorough import share
from workbench.checks.figures import figures
from workbench.desk import fonts, theme
from workbench.desk.compare.strip_table import FAR, PASSAGE, excerpt, figure_boxes
from workbench.desk.window import Window

WORDS = st.lists(st.sampled_from(["the", "barge", "\U0001f6a2", "carried", "40", "1,500", "المرفأ", "litres", "over", "סגור"]), max_size=40)


@settings(max_examples=share(150), deadline=None)
@given(words=WORDS, width=st.integers(60, 600))
def test_the_first_figure_can_be_seen_in_any_width_and_each_box_is_for_the_same_figure(
    qapp: QApplication, words: list[str], width: int
) -> None:
    text = " ".join(words)
    marked = [f.span for f in figures(text)]
    font = fonts.reading(10)
    metrics = QFontMetricsF(font)
    shown, moved = excerpt(text, marked, metrics, width)
    assert [shown[s.start : s.end] for s in moved] == [text[s.start : s.end] for s in marked]
    assert text.endswith(shown.removeprefix("…"))
    if marked:
        assert shown == text or metrics.horizontalAdvance(shown[: moved[0].end]) < metrics.horizontalAdvance(text[: marked[0].end])
        assert metrics.horizontalAdvance(shown[: moved[0].end]) <= max(
            width * FAR, metrics.horizontalAdvance(f"…{text[marked[0].start : marked[0].end]}")
        )
    boxes = figure_boxes(shown, moved, font, QRectF(10, 0, width, 20))
    assert len(boxes) <= len(marked)
    assert all(10 <= box.left() <= box.right() <= 10 + width + 1 for box in boxes)


def test_the_figures_that_differ_are_drawn_and_nothing_else_is(sample: Window) -> None:
    sample.desk.choose(3)
    QApplication.processEvents()
    table, rows = sample.strip.table, sample.strip.model.rows
    said = {row.cells[PASSAGE]: [row.cells[PASSAGE][s.start : s.end] for s in row.figures] for row in rows}
    assert said["About 40,000 litres"] == ["40,000"]
    assert said["it may be up to 60,000 litres"] == ["60,000"]
    assert said["tens of thousands of litres of solvent"] == []
    for words, figure in said.items():
        at = next(n for n, row in enumerate(rows) if row.cells[PASSAGE] == words)
        box = table.visualRect(sample.strip.model.index(at, PASSAGE))
        assert (theme.current()["figure"] in colours(table.viewport().grab(box).toImage())) == bool(figure), words


def test_a_claim_whose_figures_agree_has_none_marked(sample: Window) -> None:
    sample.desk.choose(2)
    QApplication.processEvents()
    assert sample.strip.model.rows
    assert not any(row.figures for row in sample.strip.model.rows)


def test_the_strip_keeps_its_height_when_the_window_is_closed_without_a_claim(
    open_window: Callable[..., Window], example_file: Path
) -> None:
    window = active(open_window(example_file))
    window.desk.choose(3)
    QApplication.processEvents()
    upper, lower = window.middle_split.sizes()
    window.middle_split.setSizes([upper - 40, lower + 40])
    kept = window.middle_split.sizes()
    window.close()
    window = active(open_window(example_file))
    window.desk.choose(0)
    QApplication.processEvents()
    window.close()
    window = active(open_window(example_file))
    window.desk.choose(3)
    QApplication.processEvents()
    assert window.middle_split.sizes() == pytest.approx(kept, abs=2)


def colours(image: object) -> list[object]:
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]  # type: ignore[attr-defined]
