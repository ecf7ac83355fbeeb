"""Where a selection ends: words, sentences, never inside a letter as a person sees it; and selections at the end of a part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTextBoundaryFinder
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.thorough import share
from workbench.desk import fonts
from workbench.desk.reading.offsets import OffsetMap
from workbench.desk.reading.parts import PART
from workbench.desk.reading.snap import AROUND, snapped_span
from workbench.desk.reading.typography import Look
from workbench.desk.reading.view import ReadingView
from workbench.domain.letters import inside_letter
from workbench.domain.spans import Span
from workbench.importers.sentences import sentence_spans

LETTERS = [
    *"ab .,\n", "👩‍👩‍👧‍👦", "👨🏽‍🚀", "🇳🇴", "🇺🇦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "1️⃣", "é", "ä̃", "각", "한", "ᄀ", "ก็", "ที่", "नि", "क्ष",
    "الميناء", "מָה", "港", "\u200f", "\u200d", "\u0301", "\r\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=24).map("".join)
KEEPER = "The keeper rowed out. The lamp was dark, he said. Nobody answered."


def letter_edges(text: str) -> set[int]:
    """Where no grapheme cluster is cut, by Qt."""
    offsets, finder = OffsetMap(text), QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    edges = {0}
    while (at := finder.toNextBoundary()) >= 0:
        edges.add(offsets.point(at))
    return edges


@settings(max_examples=share(600), deadline=None)
@given(TEXTS, st.data(), st.sampled_from(("none", "word", "sentence")))
@example("👩‍👩‍👧‍👦", None, "none")
@example("\u0301" * 9, None, "word")
def test_no_selection_ends_inside_a_letter_whatever_it_snaps_to(text: str, data: st.DataObject | None, how: str) -> None:
    start, end = (len(text) // 2, len(text) // 2 + 1) if data is None else sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    if start == end:
        return
    found = snapped_span(text, Span(start, end), how, sentence_spans(text))
    assert {found.start, found.end} <= letter_edges(text)
    assert not inside_letter(text, found.start)
    assert not inside_letter(text, found.end)
    words = text[start:end]
    kept = Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())) if how != "none" else Span(start, end)
    assert found.start <= kept.start, "what was selected stays selected, but for white space at the ends"
    assert found.end >= kept.end or not words.strip()
    assert snapped_span(text, found, how, sentence_spans(text)) == found, "a second time changes nothing"


@pytest.mark.parametrize(
    ("how", "selected", "taken"),
    [
        ("none", "eeper row", "eeper row"),
        ("word", "eeper row", "keeper rowed"),
        ("word", " rowed ", "rowed"),
        ("word", "arnished", "tarnished"),
        ("sentence", "lam", "The lamp was dark, he said."),
        ("sentence", "out. The", "The keeper rowed out. The lamp was dark, he said."),
    ],
)
def test_what_a_selection_is_widened_to(how: str, selected: str, taken: str) -> None:
    text = KEEPER + " A tarnished ring."
    start = text.index(selected)
    found = snapped_span(text, Span(start, start + len(selected)), how, sentence_spans(text))
    assert text[found.start : found.end] == taken


def test_words_of_scripts_without_spaces_are_words_too() -> None:
    text = "จอดเรือที่ท่า 小さな港。"
    found = snapped_span(text, Span(text.index("港"), text.index("港") + 1), "word")
    assert text[found.start : found.end] == "港"


def test_a_line_of_a_megabyte_is_looked_at_around_the_ends_only() -> None:
    text = "a" * AROUND + "👩‍👩‍👧‍👦 word " * 90_000
    at = text.index("word", 400_000)
    assert snapped_span(text, Span(at + 1, at + 2), "word") == Span(at, at + 4)


# --- with the mouse and the keys ----------------------------------------------------------------------------------------------


@pytest.fixture
def view(qapp: QApplication) -> Iterator[ReadingView]:
    fonts.load()
    made = ReadingView()
    made.setFont(fonts.reading(12))
    made.resize(620, 400)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


def show(view: ReadingView, text: str, look: Look) -> None:
    view.set_look(look, fonts.reading(12))
    view.show_text(text, (), lambda part: [Span(s.start + part.start, s.end + part.start) for s in sentence_spans(text[slice(*part)])], "x")
    QApplication.processEvents()


def middle_of(view: ReadingView, point: int) -> QPoint:
    """A place on the letter at a code point: a little right of its left side."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.unit(point))
    return view.cursorRect(cursor).center() + QPoint(2, 0)


def drag(qtbot: QtBot, view: ReadingView, first: int, last: int) -> None:
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, first))
    qtbot.mouseMove(view.viewport(), middle_of(view, last))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, last))


@pytest.mark.parametrize(("snap", "taken"), [("none", "eper row"), ("word", "keeper rowed"), ("sentence", "The keeper rowed out.")])
@pytest.mark.parametrize("backwards", [False, True])
def test_the_mouse_selects_as_the_reader_wishes(view: ReadingView, qtbot: QtBot, snap: str, taken: str, backwards: bool) -> None:
    show(view, KEEPER, Look(snap=snap))
    ends = KEEPER.index("eper"), KEEPER.index("ed out")
    with qtbot.waitSignal(view.selected):
        drag(qtbot, view, *(ends[::-1] if backwards else ends))
    span = view.selection()
    assert span is not None
    assert KEEPER[span.start : span.end] == taken
    cursor = view.textCursor()
    assert (cursor.position() < cursor.anchor()) == backwards, "the end that was moved stays the one that moves"


def test_the_choice_of_one_reader_does_not_change_the_text(view: ReadingView, qtbot: QtBot) -> None:
    show(view, KEEPER, Look(snap="sentence"))
    drag(qtbot, view, 6, 12)
    assert view.text == KEEPER == view.toPlainText()


@pytest.fixture
def in_parts(view: ReadingView) -> str:
    text = "\n".join(f"Entry {n} of the log. The lamp burned all night." for n in range(3000))
    show(view, text, Look())
    assert len(view.parts) > 2
    return text


def test_shift_page_down_at_the_end_of_a_part_keeps_the_selection_up_to_its_end(view: ReadingView, qtbot: QtBot, in_parts: str) -> None:
    begin = view.parts[0].end - 200
    view.go_to(Span(begin, begin))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert view.part == 0, "a selection never leaves its part"
    assert view.selection() == Span(begin, view.parts[0].end)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.part == 1


def test_shift_page_up_at_the_start_of_a_part_keeps_the_selection_from_there(view: ReadingView, qtbot: QtBot, in_parts: str) -> None:
    begin = view.parts[1].start + 150
    assert begin < PART * 2
    view.go_to(Span(begin, begin))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert view.part == 1
    assert view.selection() == Span(view.parts[1].start, begin)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.part == 0
