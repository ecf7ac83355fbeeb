"""What is painted on a text: every overlapping mark can be traced, statuses differ without colour, directions mix, nothing is swallowed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.thorough import share
from workbench.desk import fonts, theme
from workbench.desk.reading import geometry, painting
from workbench.desk.reading.marks import TextMark
from workbench.desk.reading.view import ReadingView
from workbench.desk.rows import Rows
from workbench.domain.spans import Span
from workbench.domain.statuses import Verdict

PLAIN = "The ferry stopped at noon and nobody on the quay knew why it had done so. " * 6
MIXED = "The note said المرفأ مغلق اليوم and then הנמל סגור before 12:30 again."


@pytest.fixture
def view(qapp: QApplication) -> Iterator[ReadingView]:
    fonts.load()
    made = ReadingView()
    made.setFont(fonts.reading(12))
    made.resize(620, 500)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def show(view: ReadingView, text: str, marks: list[TextMark]) -> QImage:
    view.show_text(text, (), lambda _: (), "a text")
    view.set_marks(marks)
    QApplication.processEvents()
    return view.grab().toImage()


def one_mark(verdict: Verdict, start: int = 0, end: int = 40) -> list[TextMark]:
    return [TextMark(start, end, 1, 1, verdict)]


@settings(max_examples=share(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 120), st.sampled_from(list(Verdict))), max_size=60))
def test_any_number_of_overlapping_marks_is_painted_and_each_that_is_visible_has_a_place(view: ReadingView, told: list) -> None:
    marks = [TextMark(start, start + length, n, n, verdict) for n, (start, length, verdict) in enumerate(told, 1)]
    show(view, PLAIN, marks)
    assert set(view.sight.extents) == set(range(len(marks))), "the whole text is in sight, so all marks are"
    for top, bottom in view.sight.extents.values():
        assert top < bottom


def test_twenty_deep_overlap_is_painted_with_a_bracket_for_each(view: ReadingView) -> None:
    marks = [TextMark(n, 400 - n, n + 1, n + 1, list(Verdict)[n % 5]) for n in range(20)]
    show(view, PLAIN, marks)
    assert len(view.sight.extents) == 20
    assert {m.lane for m in view.overlay.marks} == set(range(20))
    view.gutter.repaint()
    labelled = {label.mark.claim for label in view.gutter.labels if label.mark}
    assert len(labelled) >= 5
    more = [claim for label in view.gutter.labels for claim in label.more]
    assert sorted([*labelled, *more]) == list(range(1, 21)), "what finds no room is counted and named"


def test_scrolling_keeps_only_what_is_visible(view: ReadingView) -> None:
    text = "\n".join(PLAIN for _ in range(30))
    marks = [TextMark(at, at + 30, n, n, Verdict.CONFIRMED) for n, at in enumerate(range(0, len(text) - 40, 200), 1)]
    show(view, text, marks)
    first = set(view.sight.extents)
    assert 0 < len(first) < len(marks)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.grab()
    assert view.sight.extents
    assert not first & set(view.sight.extents)


@pytest.mark.parametrize(("width", "numbers"), [(620, [1]), (620, [99_997, 99_998, 99_999]), (280, [9_997, 9_998, 9_999])])
def test_every_status_has_a_line_of_its_own_beside_its_colour(
    view: ReadingView, monkeypatch: pytest.MonkeyPatch, width: int, numbers: list[int]
) -> None:
    """With all colours made one, pictures of the five statuses still differ; so they do where long numbers are crowded."""
    view.resize(width, 500)
    grey = theme.load("light")
    same = dict.fromkeys([v.value for v in Verdict], "#404040") | {f"{v.value}_tint": "#80808022" for v in Verdict}
    colourless = theme.Theme("grey", grey.colors | same, grey.sheet)
    monkeypatch.setattr(theme._Current, "theme", colourless)
    monkeypatch.setattr(theme, "load", lambda _: colourless)
    pictures = []
    for verdict in Verdict:
        show(view, PLAIN, [TextMark(0, 40, number, number, verdict) for number in numbers])
        pictures.append((verdict, view.viewport().grab().toImage(), view.gutter.grab().toImage()))
    for n, (one, words, gutter) in enumerate(pictures):
        for other, other_words, other_gutter in pictures[n + 1 :]:
            assert words != other_words, f"{one} and {other} look alike under the words"
            assert gutter != other_gutter, f"{one} and {other} look alike in the gutter"


def test_statuses_have_different_pens_glyphs_and_words() -> None:
    pens = {v: (theme.LINES[v], v is Verdict.REFUTED, v is Verdict.OPEN) for v in Verdict}
    assert len(set(pens.values())) == len(Verdict)
    assert len({v.glyph for v in Verdict}) == len(Verdict)
    assert len({v.label for v in Verdict}) == len(Verdict)


def rects(view: ReadingView, start: int, end: int) -> list[list[tuple[float, float]]]:
    block = view.document().begin()
    layout, simple = block.layout(), geometry.left_to_right(block)
    found = [geometry.line_rects(block, layout.lineAt(n), start, end, simple) for n in range(layout.lineCount())]
    return [boxes for boxes in found if boxes]


def test_one_direction_is_one_piece_on_a_line(view: ReadingView) -> None:
    show(view, PLAIN, [])
    assert [len(boxes) for boxes in rects(view, 4, 20)] == [1]


def test_mixed_directions_are_several_pieces(view: ReadingView) -> None:
    show(view, MIXED, one_mark(Verdict.DENIED, 0, len(MIXED)))
    span = MIXED.index("said"), MIXED.index("مغلق") + 2
    boxes = [box for line in rects(view, *span) for box in line]
    assert len(boxes) >= 2
    assert all(left < right for left, right in boxes)
    for n, (left, right) in enumerate(boxes):
        for other_left, other_right in boxes[n + 1 :]:
            assert right <= other_left + 0.6 or other_right <= left + 0.6, "pieces of one span lie beside each other"
    whole = [box for line in rects(view, 0, len(MIXED)) for box in line]
    assert sum(r - l for l, r in boxes) < sum(r - l for l, r in whole), "the gap between the pieces is not drawn"  # noqa: E741
    assert view.sight.extents


def test_right_to_left_paragraph_is_marked_where_its_words_are(view: ReadingView) -> None:
    text = "الميناء مغلق منذ يوم الاثنين بسبب العاصفة"
    show(view, text, one_mark(Verdict.CONFIRMED, 0, 7))
    (boxes,) = rects(view, 0, 7)
    (whole,) = rects(view, 0, len(text))
    assert max(right for _, right in boxes) > max(right for _, right in whole) - 2, "the first word stands at the right"
    assert min(left for left, _ in boxes) > min(left for left, _ in whole) + 20


def test_marks_painted_after_an_emoji_stand_under_their_own_words(view: ReadingView) -> None:
    text = "😀😀 ferry stopped"
    start = text.index("ferry")
    show(view, text, one_mark(Verdict.CONFIRMED, start, start + 5))
    mark = view.overlay.marks[0]
    assert text.encode("utf-16-le")[mark.start * 2 : mark.end * 2].decode("utf-16-le") == "ferry"


def test_reading_mode_paints_no_mark(view: ReadingView) -> None:
    bare = show(view, PLAIN, [])
    marked = show(view, PLAIN, one_mark(Verdict.REFUTED))
    assert bare != marked
    view.set_plain(True)
    assert view.grab().toImage() == bare
    view.set_plain(False)
    assert view.grab().toImage() == marked


def test_the_chosen_claim_comes_forward_and_the_others_step_back(view: ReadingView) -> None:
    marks = [TextMark(0, 30, 1, 1, Verdict.CONFIRMED), TextMark(40, 70, 2, 2, Verdict.CONFIRMED)]
    neutral = show(view, PLAIN, marks)
    view.set_chosen(1)
    first = view.grab().toImage()
    view.set_chosen(2)
    second = view.grab().toImage()
    assert neutral != first != second != neutral


def test_evidence_suggestion_and_hits_have_looks_of_their_own(view: ReadingView) -> None:
    pictures = [show(view, PLAIN, [])]
    for put in (view.set_evidence, view.set_hits):
        put([Span(10, 40)])
        pictures.append(view.grab().toImage())
        put([])
    view.set_suggestion(Span(10, 40))
    pictures.append(view.grab().toImage())
    view.set_suggestion(None)
    assert view.grab().toImage() == pictures[0], "all gone again"
    for n, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[n + 1 :])


@pytest.mark.qt_log_ignore("active painter", "Paint device returned engine")
def test_an_exception_while_painting_is_not_swallowed(view: ReadingView, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("painted wrongly")

    show(view, PLAIN, [])
    with monkeypatch.context() as patch:
        patch.setattr(painting, "paint_under", broken)
        with pytest.raises(ZeroDivisionError):
            view.viewport().repaint()


def test_an_exception_in_a_model_is_not_swallowed() -> None:
    def broken(_: int) -> str:
        raise ZeroDivisionError("said wrongly")

    model: Rows[int] = Rows(broken, lambda row: row)
    model.set_rows([1, 2])
    with pytest.raises(ZeroDivisionError):
        model.itemData(model.index(0))  # asked by Qt, as a view would


def test_a_model_answers_nothing_for_what_is_not_there() -> None:
    model: Rows[int] = Rows(str, lambda row: row)
    model.set_rows([1])
    gone = model.index(0)
    model.rows = []
    assert model.data(gone) is None
    assert model.data(QModelIndex(), Qt.ItemDataRole.DisplayRole) is None


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_overview_strip_goes_where_it_is_clicked(view: ReadingView, qtbot: QtBot) -> None:
    text = "\n".join(PLAIN for _ in range(30))
    show(view, text, one_mark(Verdict.DENIED, len(text) - 90, len(text) - 20))
    strip = view.overview.grab().toImage()
    color = theme.current().of(Verdict.DENIED)
    rows = {y for y in range(strip.height()) if strip.pixelColor(5, y) == color}
    assert rows
    assert min(rows) > strip.height() * 0.9
    qtbot.mouseClick(view.overview, Qt.MouseButton.LeftButton, pos=view.overview.rect().center())
    assert abs(view.position() - len(text) // 2) < len(text) * 0.02
    assert QRectF(view.viewport().rect()).contains(QRectF(view.cursorRect()))
