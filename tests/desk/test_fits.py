"""Every sheet and every form on small and on scaled screens: inside the screen, no control outside, no button cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QFileDialog, QLineEdit, QToolButton, QWidget

from tests.desk.making import popups, settle
from tests.journeys.driver import Analyst
from workbench.desk import dialogs, room, state
from workbench.desk.menu_table import MENUS
from workbench.desk.popup import Ask, Form
from workbench.desk.sheet import Sheet
from workbench.desk.window import Window
from workbench.settings import Settings

SCREENS = [(width, height, scale) for width, height in ((1024, 700), (1280, 800)) for scale in (100, 150, 200)]
"""Pixels of a screen, and its scale in per cent."""
SHEETS = (
    "help", "keys", "history", "since", "origins", "queries", "findings", "matrix", "timeline", "sign_off", "check_pass", "memo",
    "messages", "open_backup", "inbox", "versions", "claim_history", "article_history",
)  # fmt: skip
FORMS = (
    "case", "as_of", "find", "confirm", "unconfirm", "deny", "mark", "evidence", "origin", "stance", "translation", "query",
    "about_claim", "edit_claim", "merge_claim", "split_claim", "go_to_claim", "waive", "article", "erase", "look", "change_key",
    "name", "chain", "carry", "save_search",
)  # fmt: skip
OTHERS = {
    "new", "open", "example", "close_case", "save_as", "copy", "log", "check", "second_copy", "second_back", "quit", "undo", "redo",
    "copy_text", "everywhere", "next_hit", "previous_hit", "clear_hits", "order_found", "passages", "add", "add_folder", "paste",
    "imported", "read_again", "remove", "next_sentence", "previous_sentence", "check_rest", "furniture", "fold", "plain", "page",
    "lock", "tab", "next_tab", "previous_tab", "close_pane", "reopen", "next_claim", "previous_claim", "all_to_claim", "delete_claim",
    "accept", "absent", "plus", "minus", "document", "end_later", "end_earlier", "start_later", "start_earlier", "whole_sentence",
    "split", "join", "accept_place", "unmark", "review", "larger", "smaller", "usual", "dark", "articles", "claims", "strip",
    "show_all", "articles_column", "claims_column", "why", "hints",
    *(f"pane{n}" for n in range(1, 7)), *(f"panes{n}" for n in range(1, 7)),
}  # fmt: skip
"""Commands that open neither on the example, or a dialog of the system's."""


@pytest.fixture(params=SCREENS, ids=lambda screen: "{}x{} at {} %".format(*screen))
def screen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> QRect:
    """A screen as Qt tells of it: at 200 % it has half as many pixels each way."""
    width, height, scale = request.param
    made = QRect(0, 0, width * 100 // scale, height * 100 // scale)
    monkeypatch.setattr(room, "screen_of", lambda _: made)
    monkeypatch.setattr(dialogs, "ask_log", lambda *_: None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    return made


def run(window: Window, name: str) -> None:
    if window.area.panes:
        window.area.panes[0].view.setFocus()
    next(c for c in window.commands if c.spec.name == name).trigger()
    QApplication.processEvents()


def scroller(widget: QWidget, top: QWidget) -> QAbstractScrollArea | None:
    """The scrolling area that a control lies in, which brings it into sight."""
    parent = widget.parentWidget()
    while parent is not None and parent is not top:
        if isinstance(parent, QAbstractScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def faults(top: QWidget) -> list[str]:
    """Controls of a sheet or a form that lie outside, or whose words are cut."""
    found = []
    for widget in top.findChildren(QWidget):
        if not (widget.isVisible() and widget.window() is top.window() and isinstance(widget, (QAbstractButton, QLineEdit, QComboBox))):
            continue
        name = f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
        holder = scroller(widget, top)
        within = holder.widget() if hasattr(holder, "widget") else None  # type: ignore[union-attr]
        outer = within or holder or top
        place = QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size())
        if not outer.rect().contains(place):
            found.append(f"{name} lies outside: {place} in {outer.rect()}")
        if isinstance(widget, QAbstractButton) and widget.text() and widget.width() < widget.minimumSizeHint().width() - 1:
            found.append(f"{name} is cut: {widget.width()} of {widget.minimumSizeHint().width()}")
        if widget.height() < widget.fontMetrics().height() and not isinstance(widget, QToolButton):
            found.append(f"{name} is too low")
    return found


def test_every_command_that_opens_something_is_named_here() -> None:
    assert {*SHEETS, *FORMS} | OTHERS == {name for menu in MENUS for name in menu.commands()}
    assert not {*SHEETS, *FORMS} & OTHERS


def test_every_sheet_fits_the_screen(sample: Window, screen: QRect) -> None:
    sample.resize(screen.size())
    sample.desk.choose(2)
    Analyst(sample).wait()
    wrong = []
    for name in SHEETS:
        run(sample, name)
        Analyst(sample).wait()
        opened = [s for s in sample.findChildren(Sheet) if s.isVisible()]
        assert opened, f"{name} opens no sheet"
        for sheet in opened:
            if not screen.contains(sheet.geometry()):
                wrong.append(f"{name}: {sheet.geometry()} is outside the screen")
            wrong += [f"{name}: {fault}" for fault in faults(sheet)]
            sheet.close()
    assert not wrong


def test_every_form_fits_the_window(sample: Window, screen: QRect) -> None:
    sample.resize(screen.size())
    sample.desk.choose(2)
    settle(sample)
    wrong, seen = [], 0
    for name in FORMS:
        run(sample, name)
        for form in popups(sample):
            seen += 1
            if not sample.rect().contains(form.geometry()):
                wrong.append(f"{name}: {form.geometry()} is outside the window")
            wrong += [f"{name}: {fault}" for fault in faults(form)]
            if isinstance(form, Form):
                form.lines[-1].setFocus()
                QApplication.processEvents()
                last = QRect(form.lines[-1].mapTo(form, QPoint(0, 0)), form.lines[-1].size())
                if not form.rect().contains(last):
                    wrong.append(f"{name}: the last line is not brought into sight")
            form.leave()
    assert not wrong
    assert seen >= len(FORMS) - 6


def test_the_buttons_of_a_long_form_stay_in_sight(sample: Window) -> None:
    sample.resize(520, 360)
    form = Form(sample, "Long", [Ask(f"Line {number}") for number in range(30)], lambda _: "")
    form.open_at(QPoint(0, 0))
    QApplication.processEvents()
    ok = next(b for b in form.findChildren(QAbstractButton) if b.accessibleName() == "OK")
    assert sample.rect().contains(QRect(ok.mapTo(sample, QPoint(0, 0)), ok.size()))
    assert scroller(ok, form) is None


def test_the_window_itself_fits(sample: Window, screen: QRect) -> None:
    sample.resize(screen.size())
    sample.desk.choose(2)
    settle(sample)
    assert sample.size() == screen.size()
    pane = sample.area.panes[0].view
    lines = pane.viewport().height() / pane.fontMetrics().lineSpacing()
    assert lines >= 5, "words to read in the panes"
    outside = [
        w for w in sample.findChildren(QAbstractButton)
        if w.isVisible() and w.window() is sample and scroller(w, sample) is None
        and not sample.rect().contains(QRect(w.mapTo(sample, QPoint(0, 0)), w.size()))
    ]  # fmt: skip
    assert not [w.accessibleName() or w.text() for w in outside]


def test_a_window_takes_the_same_part_of_a_screen_that_is_scaled_otherwise(
    sample: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path / "kept.json")
    monkeypatch.setattr(room, "screen_of", lambda _: QRect(0, 0, 640, 400))
    sample.resize(640, 400)
    state.remember_window(sample, settings, {})
    window = QWidget()
    monkeypatch.setattr(QWidget, "restoreGeometry", lambda self, _: bool(self.resize(640, 400)) or True)
    monkeypatch.setattr(room, "screen_of", lambda _: QRect(0, 0, 1280, 800))
    state.restore_geometry(window, settings)
    assert window.size() == QSize(1280, 800)
    monkeypatch.setattr(QWidget, "restoreGeometry", lambda *_: not QByteArray())
    monkeypatch.setattr(room, "screen_of", lambda _: QRect(0, 0, 640, 400))
    state.restore_geometry(window, settings)
    assert room.room_on_screen(window).contains(window.geometry())
