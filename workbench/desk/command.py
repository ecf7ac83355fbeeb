"""A command: its name, words, menu and usual keys, and, in a window, its action with the keys that the user gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workbench.settings import Settings

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace  # which holds the commands

ANYWHERE, READING = "anywhere", "reading"
"""Where a key acts: in the whole window, or only when a reading pane (or the claims list) has the keyboard."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One command: a stable name, the menu it stands in, its words, its usual keys, what it does, and where its keys act."""

    name: str
    menu: str
    title: str
    keys: str
    run: Callable[[Workplace], object]
    where: str = ANYWHERE
    hint: str = ""


class Command:
    """A command in a window: its QAction. READING commands are added to reading panes, the rest to the window. `lettered` is its title as
    it stands in the menu, with "&" before the letter that takes it."""

    def __init__(self, spec: Spec, window: QWidget, settings: Settings, run: Callable[[Spec], object]) -> None:
        """`run` does what the command says."""
        self.spec = spec
        self.action = QAction(spec.title, window)
        self.action.setObjectName(spec.name)
        self.lettered = spec.title
        self._settings = settings
        self.take(self._own_key() or spec.keys)
        reading = spec.where == READING
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut if reading else Qt.ShortcutContext.WindowShortcut)
        self.action.setStatusTip(spec.hint or spec.title)
        self.action.triggered.connect(lambda: run(spec))
        if not reading:
            window.addAction(self.action)

    @property
    def title(self) -> str:
        return self.spec.title

    @property
    def keys_text(self) -> str:
        """The key as it is now."""
        return self._keys

    def _own_key(self) -> str:
        """The key that the user gave it, if it is one."""
        own = self._settings.get("keys").get(self.spec.name, "")
        return str(own) if QKeySequence(own).toString() else ""

    def take(self, keys: str) -> None:
        """Be run by that key from now on, in this window."""
        self._keys = keys
        self.action.setShortcuts([QKeySequence(keys), *_also(keys)] if keys else [])

    def has_key(self, keys: str) -> bool:
        """Whether that key runs this command."""
        wanted = QKeySequence(keys)
        return any(wanted == each for each in self.action.shortcuts())

    def use_key(self, keys: str) -> str:
        """Take another key, kept for the user; an empty one means the usual. Returns what is wrong, or an empty string."""
        if keys and QKeySequence(keys).toString() == "":
            return f"“{keys}” is not a key."
        changed = {name: key for name, key in self._settings.get("keys").items() if name != self.spec.name}
        self._settings.set("keys", changed | ({self.spec.name: keys} if keys else {}))
        self.take(keys or self.spec.keys)
        return ""

    def trigger(self) -> None:
        self.action.trigger()


def _also(keys: str) -> list[QKeySequence]:
    """Keys that mean the same on other keyboards."""
    same = {"+": ["="], "Ctrl++": ["Ctrl+="], "Return": ["Enter"], "Ctrl+Shift+Z": ["Ctrl+Y"], "?": ["Shift+?"]}
    return [QKeySequence(other) for other in same.get(keys, [])]


def make_commands(specs: Iterable[Spec], window: QWidget, settings: Settings, run: Callable[[Spec], object]) -> list[Command]:
    """A command for each with its key. Where two windows have given one key to two commands, one of them has its usual key again."""
    made = [Command(spec, window, settings, run) for spec in specs]
    for command in made:
        if command.keys_text != command.spec.keys and any(c.has_key(command.keys_text) for c in made if c is not command):
            command.take(command.spec.keys)
    return made
