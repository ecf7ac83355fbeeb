"""Menus that can be learned: short groups, a letter for each line, grey what cannot be done, a tick at what is on, recent cases."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.desk.making import settle
from tests.journeys.driver import ALT, Analyst
from workbench.desk.commands import SPECS
from workbench.desk.menu_table import MENUS, MOST, NEEDS, TICKED, Menu, with_letters
from workbench.desk.window import Window
from workbench.desk.workplace import Opener

NAMES = {spec.name for spec in SPECS}


def every_menu(menus: tuple[Menu, ...] = MENUS) -> Iterator[Menu]:
    for menu in menus:
        yield menu
        yield from every_menu(tuple(item for group in menu.groups for item in group if isinstance(item, Menu)))


def opened(window: Window, title: str) -> QMenu:
    """A menu of the bar, shown as a click would."""
    menu = next(action.menu() for action in window.menuBar().actions() if action.text().replace("&", "") == title)
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(window.menuBar().geometry().bottomLeft()))
    QApplication.processEvents()
    return menu


def lines(menu: QMenu) -> dict[str, QAction]:
    return {action.objectName(): action for action in menu.actions() if action.objectName()}


def test_every_command_stands_in_one_place() -> None:
    assert Counter(name for menu in MENUS for name in menu.commands()) == Counter(NAMES)
    assert set().union(*NEEDS.values()) | TICKED <= NAMES


def test_groups_are_short_and_no_menu_is_a_long_column() -> None:
    for menu in every_menu():
        assert all(0 < len(group) <= MOST for group in menu.groups), menu.name
        assert sum(map(len, menu.groups)) + len(menu.groups) - 1 <= 20, menu.name


def test_every_menu_fits_a_small_screen(sample: Window) -> None:
    for action in sample.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        size = menu.sizeHint()
        assert size.width() <= 500, menu.title()
        assert size.height() <= 700 - 2 * sample.menuBar().height() - 40, menu.title()


def test_every_line_has_a_letter_of_its_own(sample: Window) -> None:
    def letters(actions: list[QAction]) -> list[str]:
        return [QKeySequence.mnemonic(action.text()).toString() for action in actions if not action.isSeparator()]

    bar = letters(sample.menuBar().actions())
    assert all(bar)
    assert len(set(bar)) == len(bar)
    for action in sample.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found = letters(menu.actions())
        assert all(found), menu.title()
        assert len(set(found)) == len(found), menu.title()


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12), max_size=12))
def test_a_letter_is_only_marked_and_given_once(titles: list[str]) -> None:
    marked = with_letters(titles)
    plain = [each.replace("&&", "\0").replace("&", "").replace("\0", "&") for each in marked]
    assert plain == titles
    letters = [each.replace("&&", "")[at + 1].casefold() for each in marked if (at := each.replace("&&", "").find("&")) >= 0]
    assert len(set(letters)) == len(letters)


def test_alt_and_a_letter_open_a_menu_and_a_letter_runs_its_line(sample: Window) -> None:
    menu = opened(sample, "View")
    before = sample.desk.settings.get("hints")
    letter = QKeySequence.mnemonic(lines(menu)["hints"].text())[0].key()
    QTest.keyClick(menu, letter)
    QApplication.processEvents()
    assert sample.desk.settings.get("hints") is not before
    sample.area.panes[0].view.setFocus()
    Analyst(sample).press(Qt.Key.Key_V, ALT)
    assert QApplication.activePopupWidget() is menu
    menu.close()


def test_what_is_on_has_a_tick(sample: Window) -> None:
    analyst = Analyst(sample)
    for title, name, key in (("View", "hints", ""), ("View", "claims_column", ""), ("Read", "plain", "R"), ("Read", "lock", "L")):
        menu = opened(sample, title)
        before = lines(menu)[name].isChecked()
        menu.close()
        if key:
            sample.area.panes[0].view.setFocus()
            analyst.press(Qt.Key[f"Key_{key}"])
        else:
            next(c for c in sample.commands if c.spec.name == name).trigger()
        menu = opened(sample, title)
        assert lines(menu)[name].isChecked() is not before, name
        menu.close()


def test_what_cannot_be_done_is_grey_in_an_empty_case_and_its_key_still_says_why(blank: Window) -> None:
    menu = opened(blank, "Mark")
    assert not any(action.isEnabled() for action in lines(menu).values())
    menu.close()
    assert all(action.isEnabled() for action in lines(menu).values()), "a key is never dead"
    menu = opened(blank, "Case")
    assert lines(menu)["new"].isEnabled()
    menu.close()


def test_undo_is_grey_until_there_is_a_step(sample: Window) -> None:
    menu = opened(sample, "Edit")
    assert not lines(menu)["redo"].isEnabled()
    assert lines(menu)["undo"].isEnabled()
    menu.close()


def test_with_an_article_and_a_claim_all_can_be_done(sample: Window) -> None:
    sample.desk.choose(1)
    sample.area.panes[0].view.setFocus()
    settle(sample)
    for title in ("Claim", "Mark", "Read", "Articles"):
        menu = opened(sample, title)
        assert all(action.isEnabled() for action in lines(menu).values()), title
        menu.close()


def test_recent_cases_are_those_that_are_still_there(sample: Window, tmp_path: Path) -> None:
    other, gone = tmp_path / "A & B.case", tmp_path / "gone.case"
    shutil.copy(sample.desk.case.path, other)
    for path in (gone, other, sample.desk.case.path):
        sample.desk.settings.remember_case(path)
    asked: list[Path] = []
    sample.work.opener = Opener(case=lambda path, **_: asked.append(path))
    recent = sample.menus.recent
    recent.aboutToShow.emit()
    (line,) = recent.actions()
    assert line.text().startswith("&1  A && B")
    line.trigger()
    assert asked == [other]


def test_without_other_cases_the_menu_says_so(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.menus.recent.aboutToShow.emit()
    (line,) = window.menus.recent.actions()
    assert not line.isEnabled()
    assert line.text()
