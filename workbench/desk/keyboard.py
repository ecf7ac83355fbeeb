"""Letters and digits by the place of their keys, for keyboards that give another character there: Cyrillic, Greek, Hebrew, Arabic, and the
digits of French and Czech ones. A Latin letter is what was typed, wherever it stands.

Places are those of evdev under X11 and Wayland (key code less 8), scan code set 1 on Windows, and virtual key codes on macOS.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.desk.command import Command

ROWS = {2: "1234567890", 16: "qwertyuiop", 30: "asdfghjkl", 44: "zxcvbnm"}
"""The first place of each row and the characters of its keys on an American keyboard; evdev and Windows count alike."""
BY_PLACE = {first + number: char for first, row in ROWS.items() for number, char in enumerate(row)}
ON_MAC = dict(
    zip(
        (
            0,
            11,
            8,
            2,
            14,
            3,
            5,
            4,
            34,
            38,
            40,
            37,
            46,
            45,
            31,
            35,
            12,
            15,
            1,
            17,
            32,
            9,
            13,
            7,
            16,
            6,
            18,
            19,
            20,
            21,
            23,
            22,
            26,
            28,
            25,
            29,
        ),
        "abcdefghijklmnopqrstuvwxyz1234567890",
        strict=True,
    )
)
STATUS = frozenset("1230")
"""Digits that act without a modifier. The other keys of that row keep what they give: the French − stands on 6."""
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def latin(event: QKeyEvent) -> str:
    """The small Latin letter or the digit that a key press means; empty for any other key, dead keys and input methods included."""
    typed = event.text()
    if len(typed) == 1 and typed.isascii() and typed.isprintable() and (typed.isalnum() or not _is_digit_place(event)):
        return typed.lower() if typed.isalnum() else ""
    return by_place(event)


def by_place(event: QKeyEvent) -> str:
    """The same for a key that gives no Latin character; empty where it does, or where its place is none of a letter or a digit."""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier or event.key() in (Qt.Key.Key_unknown, 0):
        return ""
    char, held = _at_place(event), bool(event.modifiers() & HELD)
    if char.isdigit():
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return char if not shifted and not _gives_digit(event) and (held or char in STATUS) else ""
    typed = event.text() if not held else chr(event.key()) if 0x80 < event.key() < 0x10FFFF else ""
    return char if len(typed) == 1 and typed.isalpha() and not typed.isascii() else ""


def _gives_digit(event: QKeyEvent) -> bool:
    return Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9


def _is_digit_place(event: QKeyEvent) -> bool:
    return by_place(event).isdigit()


def _at_place(event: QKeyEvent) -> str:
    if sys.platform == "darwin":
        return ON_MAC.get(event.nativeVirtualKey(), "") if event.nativeScanCode() or event.nativeVirtualKey() else ""
    code = event.nativeScanCode()
    return BY_PLACE.get(code if sys.platform == "win32" else code - 8, "")


class KeysByPlace(QObject):
    """Runs the commands of keys that are meant by their place, on what it is installed on; other keys go their way."""

    def __init__(self, parent: QObject, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(parent)
        self._commands = commands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        command = self._meant(event)
        if command is None:
            return False
        event.accept()  # so that no shortcut of the character itself is run instead
        if event.type() == QEvent.Type.KeyPress:
            command.trigger()
        return True

    def _meant(self, event: QKeyEvent) -> Command | None:
        char = by_place(event)
        if not char:
            return None
        keys = QKeySequence(event.modifiers().value | ord(char.upper())).toString()
        return next((c for c in self._commands() if c.has_key(keys) and c.action.isEnabled()), None)
