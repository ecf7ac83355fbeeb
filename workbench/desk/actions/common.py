"""What the actions share: which words a key acts on, where a popup belongs, how a failure is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from workbench.case.passages import Mark
from workbench.desk.reading.pane import Pane
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.window import Window


def pane_here(window: Window) -> Pane | None:
    """The pane that a key acts on: the one with the keyboard, else the one that last had it."""
    return window.reading_pane() or window.area.current


def words_here(window: Window) -> tuple[Pane, Mark] | None:
    """The pane and the words that a key acts on."""
    pane = pane_here(window)
    span = pane.view.target() if pane else None
    if pane is None or span is None:
        window.desk.say("Put the cursor in a sentence first.")
        return None
    return pane, Mark(pane.article_id, *span)


def attempt(window: Window, action: Callable[[], Changes]) -> str:
    """Do something from a form: what is wrong, or an empty string."""
    try:
        window.desk.announce(action())
    except WorkbenchError as error:
        return str(error)
    return ""


def place(window: Window) -> QRect | QPoint:
    """Where a popup belongs: beside the words it is about, in the window."""
    pane = window.reading_pane()
    return under(window, pane) if pane else window.middle()


def under(window: Window, pane: Pane) -> QRect:
    """The words that a key acts on in a pane, as a box in the window."""
    box = pane.view.words_rect()
    return QRect(pane.view.viewport().mapTo(window, box.topLeft()), box.size())
