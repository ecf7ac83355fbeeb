"""The menus that open on a place: on words in a pane, on an article in the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workbench.desk import actions
from workbench.desk.reading.pane import Pane

if TYPE_CHECKING:
    from workbench.desk.window import Window

ON_WORDS = (
    "confirm", "unconfirm", "deny", "mark", "evidence", "origin", "stance", "carry", "split", "join", "unmark", "copy_text", "furniture",
    "article",
)  # fmt: skip


def words_menu(window: Window, pane: Pane, claims: list[int]) -> QMenu:
    """What can be done with the words under the pointer; first the claims marked there, to choose from."""
    pane.view.setFocus()
    menu = QMenu(window)
    for claim_id in claims:
        menu.addAction(f"C{claim_id}", partial(window.desk.choose, claim_id))
    if claims:
        menu.addSeparator()
    for command in window.commands:
        if command.spec.name in ON_WORDS:
            menu.addAction(command.action)
    return menu


def article_menu(window: Window, article_id: int) -> QMenu:
    """What can be done with an article of the list."""
    menu = QMenu(window)
    menu.addAction("Open", lambda: window.area.open(article_id))
    menu.addAction("Open beside", lambda: window.area.open(article_id, beside=True))
    menu.addAction("Open in a new tab", lambda: window.area.open_tab(article_id))
    menu.addSeparator()
    menu.addAction("About this article…", partial(actions.edit_article_of, window, article_id))
    menu.addAction("Remove from the case", partial(actions.remove_article_of, window, article_id))
    return menu
