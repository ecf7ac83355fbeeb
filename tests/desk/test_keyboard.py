"""Keys by their place: other keyboards run the same commands. The key codes are those that X11 gives; no display is needed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.desk.making import chooser, hinted, popups
from tests.journeys.driver import ALT, CTRL, NO, SHIFT, Analyst
from workbench.desk.keyboard import by_place, latin
from workbench.desk.window import Window

Key = Qt.Key
CODES = {char: code + 8 for start, row in {2: "1234567890", 16: "qwertyuiop", 30: "asdfghjkl", 44: "zxcvbnm"}.items()
         for code, char in enumerate(row, start)}  # fmt: skip
RUSSIAN = dict(zip("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить", strict=True))
GREEK = dict(zip("aofnm", "αοφνμ", strict=True))
HEBREW = dict(zip("aofnm", "שםכמצ", strict=True))
ARABIC = dict(zip("aofnm", "شخبىة", strict=True))
AZERTY = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))
CZECH = dict(zip("1234567890", "+ěščřžýáíé", strict=True))
QT_KEYS = {"&": Key.Key_Ampersand, "+": Key.Key_Plus, "-": Key.Key_Minus, '"': Key.Key_QuoteDbl, "'": Key.Key_Apostrophe,
           "(": Key.Key_ParenLeft, "_": Key.Key_Underscore}  # fmt: skip


def event(place: str, char: str, modifiers: Qt.KeyboardModifier = NO, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    """A key at the place that has `place` on an American keyboard, which gives `char` on this one."""
    key = QT_KEYS.get(char, Key(ord(char.upper())) if len(char.upper()) == 1 else Key.Key_unknown)
    text = "" if modifiers & (CTRL | ALT) else char
    return QKeyEvent(kind, key, modifiers, CODES[place], 0, 0, text)


def press(analyst: Analyst, place: str, char: str, modifiers: Qt.KeyboardModifier = NO) -> None:
    """As the system gives it: what takes a key out of the hands of the shortcuts gets it, else whatever has the keyboard.

    A key event that a test sends would go to the shortcuts first and alone, so the filter is asked as the system asks it.
    """
    target, keys = analyst.target(), analyst.window.keys_by_place
    override = event(place, char, modifiers, QEvent.Type.ShortcutOverride)
    override.ignore()
    if not popups(analyst.window) and keys.eventFilter(target, override):
        assert override.isAccepted()
        assert keys.eventFilter(target, event(place, char, modifiers))
    else:
        QApplication.sendEvent(target, event(place, char, modifiers))
    QApplication.processEvents()


@pytest.mark.parametrize("layout", [RUSSIAN, GREEK, HEBREW, ARABIC], ids=["Russian", "Greek", "Hebrew", "Arabic"])
def test_letters_are_meant_by_their_place_where_they_are_none_of_ours(layout: dict[str, str]) -> None:
    for place, char in layout.items():
        assert latin(event(place, char)) == place
        assert by_place(event(place, char)) == place


def test_a_latin_letter_is_what_was_typed_wherever_it_stands() -> None:
    for place, typed in (("q", "a"), ("a", "q"), ("z", "w"), ("m", ","), ("y", "z")):
        assert latin(event(place, typed)) == (typed if typed.isalpha() else "")
        assert by_place(event(place, typed)) == ""


@pytest.mark.parametrize("layout", [AZERTY, CZECH], ids=["French", "Czech"])
def test_status_digits_need_no_shift_and_the_minus_of_the_french_six_stays_one(layout: dict[str, str]) -> None:
    for place, char in layout.items():
        assert by_place(event(place, char)) == (place if place in "1230" else "")
        assert by_place(event(place, char, CTRL)) == place
    assert by_place(event("1", "1", SHIFT)) == ""
    assert by_place(event("1", "1")) == ""
    assert by_place(event("1", "!", SHIFT)) == "", "an American exclamation mark is none"


def test_dead_keys_and_input_methods_trigger_nothing() -> None:
    dead = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Dead_Acute, NO, CODES["q"], 0, 0, "")
    assert latin(dead) == by_place(dead) == ""
    composed = QKeyEvent(QEvent.Type.KeyPress, 0, NO, 0, 0, 0, "ф")
    assert by_place(composed) == ""


@pytest.mark.parametrize(("one", "letter"), [(("1", "1"), ("f", "а")), (("1", "&"), ("f", "f")), (("1", "+"), ("f", "f"))],
                         ids=["Russian", "French", "Czech"])  # fmt: skip
def test_a_status_with_its_basis(sample: Window, one: tuple[str, str], letter: tuple[str, str]) -> None:
    analyst = Analyst(sample)
    analyst.press(Key.Key_1, ALT)
    analyst.press(Key.Key_J)
    analyst.wait()
    if one[1] == "1":
        analyst.press(Key.Key_1)
    else:
        press(analyst, *one)
    assert ": confirmed" in chooser(sample).accessibleName()
    press(analyst, *letter)
    assert [p for p in popups(sample) if p.accessibleName() == chooser] == []
    claim = sample.desk.case.claims.view(sample.desk.claim).claim
    assert claim.basis is not None
    assert hinted(sample)


def test_letters_of_another_script_run_commands_in_a_pane_and_panes_are_set_by_place(sample: Window) -> None:
    analyst = Analyst(sample)
    press(analyst, "3", '"', CTRL)
    assert len(sample.area.panes) == 3
    press(analyst, "2", "é", ALT)
    assert sample.work.reading_pane() is sample.area.panes[1]
    before = sample.desk.claim
    press(analyst, "j", "о")
    assert sample.desk.claim != before
