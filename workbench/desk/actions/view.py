"""How the window looks, and its sheets. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import theme

if TYPE_CHECKING:
    from workbench.desk.window import Window


def toggle_dark(window: Window) -> None:
    window.use_theme("light" if theme.current().name == "dark" else "dark")


def show_keys(window: Window) -> None:
    window.show_keys()


def show_origins(window: Window) -> None:
    window.show_origins()


def show_help(window: Window) -> None:
    window.show_help()


def show_history(window: Window) -> None:
    window.show_history()


def zoom(window: Window, step: int) -> None:
    window.area.zoom(step)


def go_to_pane(window: Window, number: int) -> None:
    window.area.focus(number)


def to_articles(window: Window) -> None:
    window.articles.list.setFocus()


def to_claims(window: Window) -> None:
    window.claims.list.setFocus()


def to_strip(window: Window) -> None:
    window.strip.table.setFocus()
