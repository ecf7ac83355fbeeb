"""The help and the list of keys: what they say is there is there."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget

from workbench import paths
from workbench.desk.actions.view import show_help, show_keys
from workbench.desk.commands import SPECS
from workbench.desk.help import topics
from workbench.desk.keys_sheet import SHEET_KEYS
from workbench.desk.queries.table import KEYS
from workbench.desk.window import Window

MODIFIED = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|Tab|Enter|[A-Z0-9])\b|\bF\d+\b")
ELSEWHERE = {"Ctrl+Enter"}  # the search box's own


def test_every_key_that_the_help_names_is_a_key_of_a_command() -> None:
    known = {spec.keys for spec in SPECS}
    text = (paths.resources() / "help" / "working.txt").read_text(encoding="utf-8")
    named = set(MODIFIED.findall(text)) - ELSEWHERE
    assert len(named) > 25
    assert named - known == set()


def test_topics_have_words_and_keys_with_what_they_do() -> None:
    found = topics("# One\nA paragraph.\nJ  K | next and previous\n\n# Two\n-x | without it\n")
    assert [(t.title, t.entries) for t in found] == [
        ("One", (("", "A paragraph."), ("J  K", "next and previous"))),
        ("Two", (("-x", "without it"),)),
    ]
    shipped = topics((paths.resources() / "help" / "working.txt").read_text(encoding="utf-8"))
    assert len(shipped) >= 10
    assert all(t.entries and all(words for _, words in t.entries) for t in shipped)


def shown(window: Window, title: str) -> QWidget:
    return next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowTitle() == title)


def words(sheet: QWidget) -> set[str]:
    return {label.text() for label in sheet.findChildren(QLabel)}


def test_f1_goes_through_the_topics_by_keys(sample: Window) -> None:
    show_help(sample.work)
    sheet = shown(sample, "How to work here")
    listed = sheet.findChildren(QListWidget)[0]
    assert "First steps" in words(sheet)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert "What can be brought in" in words(sheet)
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_list_of_keys_has_every_command_and_the_letters_of_the_sheets(sample: Window) -> None:
    show_keys(sample.work)
    said = words(shown(sample, "Keys"))
    assert {spec.title.rstrip("…") for spec in SPECS} <= said
    assert {key for _, letters in SHEET_KEYS for key, _ in letters} <= said
    queries = dict(SHEET_KEYS)["In the queries"]
    told = {key for keys, _ in queries for key in keys.replace("Shift+R", "").split()}
    assert told == {"Enter", "X", "G", "R", "F2", "Del", "S", "J", "K"}
    assert {Qt.Key.Key_X, Qt.Key.Key_G, Qt.Key.Key_R, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_K} <= set(
        KEYS
    )
