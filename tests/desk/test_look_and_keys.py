"""How articles look and which keys do what: the user's own, kept in the settings, and never a key with two meanings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.desk.conftest import active
from tests.desk.making import fill, form, forms
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.desk.actions.view import show_keys
from workbench.desk.command import Command
from workbench.desk.reading.typography import Look
from workbench.desk.window import Window


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    analyst = Analyst(sample)
    sample.area.panes[0].view.setFocus()
    return analyst


def ask_look(analyst: Analyst, **values: str) -> None:
    analyst.press(Qt.Key.Key_L, CTRL | SHIFT)
    fill(form(analyst.window), **values)


def looks(window: Window) -> set[tuple[float, float, int, bool]]:
    """Size, line height, width and alignment as every pane's first lines have them."""
    found = set()
    for pane in window.area.panes:
        view = pane.view
        block = next(b for b in blocks(view) if b.length() > 30)
        form = block.blockFormat()
        width = view.lineWrapColumnOrWidth() if view.lineWrapMode() is QTextEdit.LineWrapMode.FixedPixelWidth else 0
        justified = bool(form.alignment() & Qt.AlignmentFlag.AlignJustify)
        found.add((view.font().pointSizeF(), form.lineHeight(), width, justified))
    return found


def blocks(view: QTextEdit) -> list:  # type: ignore[type-arg]
    document = view.document()
    return [document.findBlockByNumber(n) for n in range(document.blockCount())]


def test_selecting_and_checked_text_are_set_in_the_same_form(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_L, CTRL | SHIFT)
    lines = form(analyst.window).lines
    lines[4].setText("syllables")
    form(analyst.window).accept()
    assert "words or sentences" in form(analyst.window).problem.text(), "what it can be is said"
    lines[4].setText("Words")
    lines[5].setText("struck through")
    form(analyst.window).accept()
    area = analyst.window.area
    assert [(p.view.look.snap, p.view.look.checked) for p in area.panes] == [("word", "strike")] * len(area.panes)
    assert area.desk.settings.get("look")["snap"] == "word"
    analyst.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert [line.text() for line in form(analyst.window).lines][4:] == ["words", "struck through"]


def test_the_form_shows_how_it_is_now(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert [line.text() for line in form(analyst.window).lines] == ["12.5", "124", "0", "no", "letters", "fades"]
    analyst.press(Qt.Key.Key_Escape)
    assert analyst.window.area.look == Look()


def test_a_look_holds_for_all_panes_and_new_ones_and_after_a_restart(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    ask_look(analyst, Size_in_points="15", Line_height_in_per_cent="160", Column_width_in_pixels="400", Justified="yes")
    assert not forms(analyst.window)
    wanted = {(15.0, 160.0, 400, True)}
    assert looks(analyst.window) == wanted
    analyst.press(Qt.Key.Key_3, CTRL)
    assert len(analyst.window.area.panes) == 3
    assert looks(analyst.window) == wanted
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = active(open_window(path))
    assert again.area.look == Look(15.0, 160, 400, True)
    assert looks(again) == wanted


def test_a_look_keeps_the_place_and_never_changes_the_text(analyst: Analyst) -> None:
    view = analyst.window.area.panes[0].view
    span = view.sentences[len(view.sentences) // 2]
    view.go_to(span)
    text, step = view.text, analyst.window.desk.case.file
    ask_look(analyst, Size_in_points="20", Column_width_in_pixels="300")
    assert view.position() == span.start
    QApplication.processEvents()
    assert view.viewport().rect().intersects(view.cursorRect())
    assert view.text == text
    assert step is analyst.window.desk.case.file


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"Size_in_points": "large"}, "are numbers"),
        ({"Size_in_points": "nan"}, "Size 8 to 28"),
        ({"Size_in_points": "7"}, "Size 8 to 28"),
        ({"Size_in_points": "29"}, "Size 8 to 28"),
        ({"Line_height_in_per_cent": "99"}, "line height 100 to 250"),
        ({"Line_height_in_per_cent": "1.5"}, "are numbers"),
        ({"Column_width_in_pixels": "50"}, "width 0 or 200"),
        ({"Column_width_in_pixels": "-1"}, "width 0 or 200"),
        ({"Column_width_in_pixels": ""}, "are numbers"),
    ],
)
def test_a_bad_number_is_refused_in_the_form(analyst: Analyst, values: dict[str, str], told: str) -> None:
    ask_look(analyst, **values)
    assert told in form(analyst.window).problem.text()
    assert analyst.window.area.look == Look()
    assert "look" not in analyst.window.desk.settings.values


def test_zooming_keeps_the_rest_of_the_look(analyst: Analyst) -> None:
    ask_look(analyst, Line_height_in_per_cent="150", Column_width_in_pixels="500")
    analyst.window.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_Plus, CTRL)
    assert analyst.window.area.look == Look(13.5, 150, 500, False)
    analyst.press(Qt.Key.Key_0, CTRL)
    assert analyst.window.area.look == Look(12.5, 150, 500, False)


def command(window: Window, name: str) -> Command:
    return next(c for c in window.commands if c.spec.name == name)


def change(analyst: Analyst, title: str, key: str) -> str:
    """Ask for another key; what the form says is wrong, or nothing."""
    command(analyst.window, "change_key").trigger()
    found = form(analyst.window)
    fill(found, Command=title, Key=key)
    wrong = found.problem.text() if forms(analyst.window) else ""
    for left in forms(analyst.window):
        left.leave()
    QApplication.processEvents()
    analyst.window.area.panes[0].view.setFocus()
    return wrong


def test_another_key_works_at_once_and_the_usual_one_no_more(analyst: Analyst) -> None:
    area = analyst.window.area
    assert change(analyst, "Hide the marks", "Shift+U") == ""
    analyst.press(Qt.Key.Key_U, SHIFT)
    assert area.plain
    analyst.press(Qt.Key.Key_R)
    assert area.plain, "the usual key does nothing now"
    analyst.press(Qt.Key.Key_U, SHIFT)
    assert not area.plain
    assert command(analyst.window, "plain").keys_text == "Shift+U"


def test_a_taken_key_is_refused_with_the_name_of_who_has_it(analyst: Analyst) -> None:
    wrong = change(analyst, "Hide the marks", "Ctrl+K")
    assert "Find everywhere, or a command" in wrong
    assert command(analyst.window, "plain").keys_text == "R"
    assert "keys" not in analyst.window.desk.settings.values


def test_the_same_key_on_another_keyboard_is_taken_too(analyst: Analyst) -> None:
    assert "Corroborates" in change(analyst, "Hide the marks", "=")
    assert "Redo" in change(analyst, "Hide the marks", "Ctrl+Y")


@pytest.mark.parametrize("key", ["hello there", "Ctrl+Nothing", "Shift+"])
def test_what_is_no_key_is_refused(analyst: Analyst, key: str) -> None:
    assert "is not a key" in change(analyst, "Hide the marks", key)
    assert command(analyst.window, "plain").keys_text == "R"


def test_an_unknown_command_is_refused(analyst: Analyst) -> None:
    assert "Choose a command" in change(analyst, "Make coffee", "Ctrl+Shift+F9")


def test_a_key_is_kept_over_a_restart_and_empty_brings_the_usual_back(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    change(analyst, "Hide the marks", "Ctrl+Shift+F9")
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = Analyst(active(open_window(path)))
    assert command(again.window, "plain").keys_text == "Ctrl+Shift+F9"
    again.window.area.panes[0].view.setFocus()
    again.press(Qt.Key.Key_F9, CTRL | SHIFT)
    assert again.window.area.plain
    assert change(again, "Hide the marks", "") == ""
    again.press(Qt.Key.Key_R)
    assert not again.window.area.plain
    assert again.window.desk.settings.get("keys") == {}


def test_a_key_that_was_given_up_can_be_taken_and_then_not_come_back(analyst: Analyst) -> None:
    assert change(analyst, "Hide the marks", "Ctrl+Shift+F9") == ""
    assert change(analyst, "Split this mark at the cursor", "R") == ""
    wrong = change(analyst, "Hide the marks", "")
    assert "Split this mark at the cursor" in wrong, "the usual key has another meaning meanwhile"
    holders = [c.spec.name for c in analyst.window.commands if c.has_key("R")]
    assert holders == ["split"]


def test_the_menu_and_the_key_sheet_show_the_key_as_it_is_now(analyst: Analyst) -> None:
    change(analyst, "Hide the marks", "Ctrl+Shift+F9")
    assert command(analyst.window, "plain").action.shortcuts()[0].toString() == "Ctrl+Shift+F9"
    show_keys(analyst.window.work)
    (sheet,) = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Keys" and w.isVisible()]
    from PySide6.QtWidgets import QLabel

    assert "Ctrl+Shift+F9" in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.close()
