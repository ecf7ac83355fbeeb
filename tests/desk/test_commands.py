"""The table of commands: every one has words, a key of its own, a name for a screen reader, and runs in a full and in an empty case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Analyst
from workbench.desk import dialogs
from workbench.desk.actions.view import show_keys
from workbench.desk.command import ANYWHERE, READING, _also
from workbench.desk.commands import SPECS
from workbench.desk.memo import printing
from workbench.desk.menu_table import MENUS
from workbench.desk.popup import Popup
from workbench.desk.window import Window

NAMES = [spec.name for spec in SPECS]
ENDS_THE_WINDOW = "quit"
CHANGES_NOTHING_ALONE = {
    "new", "open", "example", "add", "add_folder", "paste", "case", "copy", "check", "memo", "copy_text", "find", "everywhere", "next_hit",
    "previous_hit", "confirm", "unconfirm", "deny", "mark", "evidence", "origin", "stance", "edit_claim", "next_claim", "previous_claim",
    "all_to_claim", "next_sentence", "previous_sentence", "plain", "close_pane", "article", "larger", "smaller", "usual", "dark",
    "articles", "claims", "strip", "open_backup",
    "name", "help", "keys", "history", *(f"pane{n}" for n in range(1, 7)), *(f"panes{n}" for n in range(1, 7)),
}  # fmt: skip
"""Commands that only ask, show or move: without an answer the case stays as it is."""


@pytest.fixture(autouse=True)
def no_dialogs(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's dialogs answer "nothing chosen"."""
    for name in ("ask_new_case", "ask_case", "ask_copy", "ask_document", "ask_restored"):
        monkeypatch.setattr(dialogs, name, lambda *_: None)
    one = ("", "")
    for name, answer in (("getOpenFileName", one), ("getOpenFileNames", ([], "")), ("getExistingDirectory", ""), ("getSaveFileName", one)):
        monkeypatch.setattr(QFileDialog, name, lambda *_, a=answer: a)
    monkeypatch.setattr(printing.QPrintDialog, "exec", lambda *_: 0)
    QApplication.clipboard().clear()


def head(window: Window) -> int:
    with window.desk.case.file.read() as reader:
        return int(reader.head()[0])


def run_all(window: Window, names: list[str]) -> None:
    """Trigger each command's action as a menu would, with the keyboard in a pane, and leave whatever it opened."""
    analyst = Analyst(window)
    for command in window.commands:
        if command.spec.name not in names:
            continue
        if window.area.panes:
            window.area.panes[0].view.setFocus()
        command.action.trigger()
        analyst.wait()
        for popup in window.findChildren(Popup):
            if popup.isVisible():
                popup.leave()
        for other in QApplication.topLevelWidgets():
            if other is not window and other.isVisible():
                other.close()
        QApplication.processEvents()


def test_every_command_has_words_a_menu_and_a_key_that_exists() -> None:
    for spec in SPECS:
        assert spec.title[0].isupper() or spec.title[0].isdigit(), spec
        assert spec.name in {name for menu in MENUS if menu.name == spec.menu for name in menu.commands()}, spec
        assert spec.where in (ANYWHERE, READING), spec
        if spec.keys:
            assert not QKeySequence(spec.keys).isEmpty(), f"{spec.keys} is no key"


def test_names_and_titles_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert not [key for key, count in Counter((s.menu, s.title) for s in SPECS).items() if count > 1]


def test_no_key_is_given_twice() -> None:
    """Letters act in reading panes beside the keys of the window, so all must differ."""
    keys = Counter(
        QKeySequence(k).toString() for spec in SPECS if spec.keys for k in (spec.keys, *(s.toString() for s in _also(spec.keys)))
    )
    assert not [key for key, count in keys.items() if count > 1]


def test_keys_are_those_of_the_product() -> None:
    keys = {spec.keys: spec.name for spec in SPECS}
    letters = "1 2 3 0 M E O A F2 J K Shift+J Shift+K Space X R B + - ? F3 Ctrl+F Ctrl+K Ctrl+Z Ctrl+Shift+Z Ctrl+P"
    wanted = letters.split()
    wanted += [f"{modifier}+{n}" for modifier in ("Alt", "Ctrl") for n in range(1, 7)]
    assert not [key for key in wanted if key not in keys]


def test_every_command_runs_on_the_example(sample: Window) -> None:
    sample.desk.choose(1)
    run_all(sample, [n for n in NAMES if n != ENDS_THE_WINDOW])


def test_every_command_runs_on_an_empty_case(blank: Window) -> None:
    before = head(blank)
    run_all(blank, [n for n in NAMES if n != ENDS_THE_WINDOW])
    assert head(blank) == before, "there is nothing to change in an empty case"


def test_what_only_asks_changes_nothing(sample: Window) -> None:
    sample.desk.choose(1)
    before = head(sample)
    run_all(sample, sorted(CHANGES_NOTHING_ALONE))
    assert head(sample) == before


def test_quit_closes_the_window_and_leaves_one_file(sample: Window) -> None:
    path = sample.desk.case.path
    next(c for c in sample.commands if c.spec.name == ENDS_THE_WINDOW).trigger()
    assert not sample.isVisible()
    assert not [f for f in path.parent.iterdir() if f.name.startswith(path.name) and f != path]


def within(menu: QMenuBar | QMenu) -> list[QAction]:
    """The commands of a menu and of the menus inside it."""
    made: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        made += within(inner) if isinstance(inner, QMenu) else [action] if action.objectName() else []
    return made


def test_menus_hold_every_command_once_with_its_key_and_hint(sample: Window) -> None:
    inside = [action.objectName() for action in within(sample.menuBar())]
    assert sorted(inside) == sorted(NAMES)
    for command in sample.commands:
        assert command.action.statusTip()
        shown = [k.toString() for k in command.action.shortcuts()]
        assert (QKeySequence(command.spec.keys).toString() in shown) if command.spec.keys else not shown


def test_keys_sheet_lists_every_key(sample: Window) -> None:
    show_keys(sample.work)
    sheet = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Keys")
    words = {w.text() for w in sheet.findChildren(QWidget) if hasattr(w, "text")}
    for spec in SPECS:
        if spec.keys:
            assert spec.keys.replace("Return", "Enter") in words
            assert spec.title.rstrip("…") in words
    sheet.close()


def tab_stops(window: QWidget) -> list[QWidget]:
    """Every widget that Tab comes by, once round."""
    start = window.focusWidget() or window
    found: list[QWidget] = []
    widget = start
    while True:
        widget = widget.nextInFocusChain()
        if widget is start:
            return found
        tab = Qt.FocusPolicy.TabFocus
        if widget.isVisible() and widget.isEnabled() and (widget.focusPolicy() & tab) == tab and widget.window() is window:
            found.append(widget)


@pytest.mark.parametrize("which", ["sample", "blank"])
def test_everything_that_tab_reaches_has_a_name_for_a_screen_reader(which: str, request: pytest.FixtureRequest) -> None:
    window: Window = request.getfixturevalue(which)
    if which == "sample":
        window.desk.choose(1)
        QApplication.processEvents()
    stops = tab_stops(window)
    nameless = [f"{type(w).__name__} #{w.objectName()}" for w in stops if not w.accessibleName()]
    assert not nameless
    assert len(stops) >= (20 if which == "sample" else 4)


def test_forms_and_choosers_have_names_too(sample: Window) -> None:
    analyst = Analyst(sample)
    sample.desk.choose(1)
    for key in (Qt.Key.Key_1, Qt.Key.Key_M, Qt.Key.Key_E, Qt.Key.Key_O):
        sample.area.panes[0].view.setFocus()
        analyst.press(key)
        popup = next(p for p in sample.findChildren(Popup) if p.isVisible())
        assert popup.accessibleName()
        assert all(w.accessibleName() for w in popup.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        assert popup.isAncestorOf(QApplication.focusWidget())
        analyst.press(Qt.Key.Key_Escape)


LETTERS = "123 0 mea jkx ob r +- JK"


def at_rest(window: Window) -> tuple[object, ...]:
    """What letters could have changed."""
    popups = [p for p in window.findChildren(Popup) if p.isVisible()]
    return head(window), window.desk.claim, window.area.plain, [p.article_id for p in window.area.panes], popups


def test_letters_typed_into_a_text_do_nothing_else(sample: Window) -> None:
    analyst = Analyst(sample)
    sample.desk.choose(2)
    before = at_rest(sample)
    sample.detail.text.setFocus()
    sample.detail.text.selectAll()
    analyst.type(LETTERS)
    assert sample.detail.text.toPlainText() == LETTERS
    assert at_rest(sample) == before
    sample.detail.text.commit()
    assert sample.desk.case.claims.view(2).claim.text == LETTERS


def test_letters_typed_into_the_search_box_do_nothing_else(sample: Window) -> None:
    analyst = Analyst(sample)
    before = at_rest(sample)
    sample.search_box.setFocus()
    analyst.type(LETTERS)
    assert sample.search_box.text() == LETTERS
    analyst.wait()
    assert at_rest(sample) == before


def test_letters_typed_into_a_form_do_nothing_else(sample: Window) -> None:
    analyst = Analyst(sample)
    sample.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    before = at_rest(sample)
    analyst.type(LETTERS)
    assert QApplication.focusWidget().text() == LETTERS
    assert at_rest(sample) == before


@pytest.mark.parametrize("where", ["articles", "strip", "search_box"])
def test_letters_outside_the_panes_do_nothing(sample: Window, where: str) -> None:
    analyst = Analyst(sample)
    sample.desk.choose(2)
    before = at_rest(sample)
    widget = {"articles": sample.articles.list, "strip": sample.strip.table, "search_box": sample.search_box}[where]
    widget.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_M, Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_O):
        analyst.press(key)
    assert at_rest(sample) == before


def test_in_the_claims_list_the_status_letters_act_and_the_marking_letters_do_not(sample: Window) -> None:
    analyst = Analyst(sample)
    sample.desk.choose(2)
    sample.claims.list.setFocus()
    analyst.press(Qt.Key.Key_J)
    assert sample.desk.claim == 3
    sample.claims.list.setFocus()
    before = at_rest(sample)
    for key in (Qt.Key.Key_M, Qt.Key.Key_E, Qt.Key.Key_X, Qt.Key.Key_B):
        analyst.press(key)
    assert at_rest(sample) == before
    analyst.press(Qt.Key.Key_2)
    assert [p.accessibleName() for p in sample.findChildren(Popup) if p.isVisible()] == ["C3: unconfirmed — on what basis?"]


def test_palette_finds_commands_by_their_words_and_runs_them(qtbot: QtBot, sample: Window) -> None:
    analyst = Analyst(sample)
    analyst.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    analyst.type("hide the marks")
    analyst.press(Qt.Key.Key_Return)
    analyst.wait()
    qtbot.waitUntil(lambda: [r.command.spec.name for r in sample.found.model.rows if r.command] == ["plain"], timeout=20_000)
    analyst.press(Qt.Key.Key_Up)
    analyst.press(Qt.Key.Key_Return)
    assert sample.area.plain


def test_dialogs_give_a_case_its_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    expected: dict[str, Callable[[], Path | None]] = {"harbour": lambda: Path("harbour.case"), "a.case": lambda: Path("a.case")}
    for given, wanted in expected.items():
        assert dialogs.with_suffix(given) == wanted()
    assert dialogs.with_suffix("") is None
