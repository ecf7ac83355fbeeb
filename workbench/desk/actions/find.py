"""Undo, copy and find. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.actions.common import under
from workbench.desk.popup import Ask, Form

if TYPE_CHECKING:
    from workbench.desk.window import Window


def undo(window: Window) -> None:
    window.detail.commit()
    window.desk.undo()


def redo(window: Window) -> None:
    window.desk.redo()


def copy_text(window: Window) -> None:
    if pane := window.area.current:
        pane.view.copy()


def find_everywhere(window: Window) -> None:
    window.search_box.setFocus()
    window.search_box.selectAll()


def find_here(window: Window) -> None:
    """Find words in the pane in focus; hits stay drawn until Esc or an empty search."""
    pane = window.area.current
    if pane is None:
        return

    def done(values: list[str]) -> str:
        return "" if window.find_in(pane, values[0]) or not values[0] else f"“{values[0]}” is not in this article."

    Form(window, "Find in this article", [Ask("Words", window.finding)], done).open_at(under(window, pane))


def next_hit(window: Window, step: int) -> None:
    window.next_hit(step)
