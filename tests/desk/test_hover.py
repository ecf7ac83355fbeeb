"""Words and brackets light each other; a click takes the smallest claim under the pointer and a menu names all; queries; checked text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.desk import fonts, theme
from workbench.desk.reading.marks import TextMark
from workbench.desk.reading.typography import Look
from workbench.desk.reading.view import ReadingView
from workbench.domain.spans import Span
from workbench.domain.statuses import Verdict

TEXT = "The ferry stopped at noon and nobody on the quay knew why it had done so. " * 6
DEEP = [TextMark(n, 400 - n, n + 1, n + 1, list(Verdict)[n % 5]) for n in range(20)]


@pytest.fixture
def view(qapp: QApplication) -> Iterator[ReadingView]:
    fonts.load()
    made = ReadingView()
    made.setFont(fonts.reading(12))
    made.resize(620, 500)
    made.show()
    made.show_text(TEXT, (), lambda _: (), "a text")
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


def on(view: ReadingView, point: int) -> QPoint:
    """A place on the letter at a code point."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.unit(point))
    return view.cursorRect(cursor).center() + QPoint(2, 0)


def margin(view: ReadingView) -> QImage:
    QApplication.processEvents()
    view.grab()
    return view.gutter.grab().toImage()


def test_words_under_the_pointer_light_their_bracket_and_back(view: ReadingView, qtbot: QtBot) -> None:
    view.set_marks([TextMark(0, 30, 1, 1, Verdict.CONFIRMED), TextMark(200, 260, 2, 2, Verdict.CONFIRMED)])
    dark = margin(view)
    qtbot.mouseMove(view.viewport(), on(view, 210))
    assert view.overlay.lit == 2
    assert margin(view) != dark, "its bracket comes out"
    qtbot.mouseMove(view.viewport(), on(view, 10))
    assert view.overlay.lit == 1
    qtbot.mouseMove(view.viewport(), on(view, 100))
    assert view.overlay.lit == 0
    assert margin(view) == dark
    qtbot.mouseMove(view.viewport(), on(view, 10))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.overlay.lit == 0


@pytest.mark.qt_log_ignore(r"raise\(\)")
def test_a_bracket_under_the_pointer_lights_its_words(view: ReadingView, qtbot: QtBot) -> None:
    view.set_marks([TextMark(0, 30, 1, 1, Verdict.CONFIRMED), TextMark(200, 260, 2, 2, Verdict.CONFIRMED)])
    margin(view)
    dark = view.viewport().grab().toImage()
    (label,) = [each for each in view.gutter.labels if each.mark and each.mark.claim == 2]
    qtbot.mouseMove(view.gutter, label.box.center().toPoint())
    assert view.overlay.lit == 2
    assert view.viewport().grab().toImage() != dark
    QApplication.sendEvent(view.gutter, QEvent(QEvent.Type.Leave))
    assert view.overlay.lit == 0
    assert view.viewport().grab().toImage() == dark


def test_reading_mode_lights_nothing(view: ReadingView, qtbot: QtBot) -> None:
    view.set_marks([TextMark(0, 30, 1, 1, Verdict.CONFIRMED)])
    view.set_plain(True)
    qtbot.mouseMove(view.viewport(), on(view, 10))
    assert view.overlay.lit == 0


def test_a_click_on_a_letter_takes_the_smallest_claim_on_that_letter(view: ReadingView, qtbot: QtBot) -> None:
    """First and last letter of a mark belong to it, the letters beside it do not; wherever on the letter the pointer is."""
    view.set_marks([TextMark(0, 100, 1, 1, Verdict.OPEN), TextMark(10, 17, 2, 2, Verdict.DENIED)])
    cursor = QTextCursor(view.document())
    for letter, claim in ((9, 1), (10, 2), (16, 2), (17, 1)):
        cursor.setPosition(letter)
        left = view.cursorRect(cursor)
        cursor.setPosition(letter + 1)
        for x in (left.center().x() + 1, view.cursorRect(cursor).center().x() - 1):
            with qtbot.waitSignal(view.picked) as picked:
                qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, left.center().y()))
            assert picked.args == [claim], f"letter {letter} at {x}"


def test_twenty_deep_a_click_takes_the_smallest_and_the_menu_names_all(view: ReadingView, qtbot: QtBot) -> None:
    view.set_marks(DEEP)
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on(view, 200))
    assert picked.args == [20]
    with qtbot.waitSignal(view.menu_asked) as asked:
        at = on(view, 200)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at)))
    assert sorted(asked.args[0]) == list(range(1, 21))


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_what_found_no_room_in_the_margin_is_counted_and_offered(view: ReadingView, qtbot: QtBot) -> None:
    view.set_marks([m._replace(start=20, end=60) for m in DEEP])
    margin(view)
    (more,) = [each for each in view.gutter.labels if each.more]
    assert "C" in view.gutter.words_of(more)
    with qtbot.waitSignal(view.menu_asked) as asked:
        qtbot.mouseClick(view.gutter, Qt.MouseButton.LeftButton, pos=more.box.center().toPoint())
    shown = {each.mark.claim for each in view.gutter.labels if each.mark}
    assert set(asked.args[0]) | shown == set(range(1, 21))


def test_the_chosen_claim_has_its_label_however_many_there_are(view: ReadingView) -> None:
    view.set_marks([m._replace(start=20, end=60) for m in DEEP])
    for claim in (1, 9, 20):
        view.set_chosen(claim)
        margin(view)
        assert claim in {each.mark.claim for each in view.gutter.labels if each.mark}


# --- queries ------------------------------------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_queries_have_a_look_of_their_own_in_words_margin_and_overview(view: ReadingView, qtbot: QtBot) -> None:
    bare = [margin(view), view.viewport().grab().toImage(), view.overview.grab().toImage()]
    view.show_queries([("Q3", Span(10, 40)), ("Q12", Span(200, 230))])
    asked = [margin(view), view.viewport().grab().toImage(), view.overview.grab().toImage()]
    color = theme.current()["query"]
    for without, with_ in zip(bare, asked, strict=True):
        assert without != with_
        pixels = {with_.pixelColor(x, y).name() for x in range(with_.width()) for y in range(min(with_.height(), 200))}
        assert color.name() in pixels or with_ is asked[1], "a wave is drawn with soft edges"
    assert [view.gutter.words_of(each) for each in view.gutter.labels] == ["Query Q3", "Query Q12"]
    with qtbot.waitSignal(view.query_picked) as picked:
        qtbot.mouseClick(view.gutter, Qt.MouseButton.LeftButton, pos=view.gutter.labels[1].box.center().toPoint())
    assert picked.args == ["Q12"]
    view.set_plain(True)
    assert margin(view) == bare[0]
    view.set_plain(False)
    view.show_queries([])
    assert [margin(view), view.viewport().grab().toImage(), view.overview.grab().toImage()] == bare


def test_a_query_stands_on_its_own_part_of_a_long_text(view: ReadingView) -> None:
    text = "\n".join(f"Entry {n} of the log. The lamp burned all night." for n in range(3000))
    view.show_text(text, (), lambda _: (), "long")
    span = Span(text.index("Entry 2990"), text.index("Entry 2990") + 10)
    view.show_queries([("Q1", span)])
    assert view.overlay.queries == []
    view.go_to(span)
    ((label, units),) = view.overlay.queries
    assert (label, view.offsets.points(*units)) == ("Q1", span)


# --- evidence, the suggestion and hits in the overview ------------------------------------------------------------------------


@pytest.mark.parametrize("put", ["set_evidence", "set_hits", "set_suggestion"])
def test_everything_on_the_text_stands_in_the_overview(view: ReadingView, put: str) -> None:
    bare = view.overview.grab().toImage()
    getattr(view, put)(Span(200, 230) if put == "set_suggestion" else [Span(200, 230)])
    assert view.overview.grab().toImage() != bare


# --- checked text -------------------------------------------------------------------------------------------------------------


def test_checked_text_fades_is_struck_through_or_stays(view: ReadingView) -> None:
    bare = view.viewport().grab().toImage()
    pictures = {}
    for checked in ("fade", "strike", "plain"):
        view.set_look(Look(12, checked=checked), fonts.reading(12))
        view.set_checked([Span(20, 60)])
        pictures[checked] = view.viewport().grab().toImage()
    assert pictures["plain"] == bare
    assert pictures["fade"] != bare != pictures["strike"] != pictures["fade"]
    view.set_plain(True)
    view.set_look(Look(12, checked="strike"), fonts.reading(12))
    assert view.viewport().grab().toImage() == bare
