"""The menus that open on a place: on words in a pane, on an article in the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workbench.desk.actions import reading
from workbench.desk.reading.pane import Pane

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace

ON_WORDS = (
    "confirm", "unconfirm", "deny", "mark", "evidence", "origin", "stance", "carry", "split", "join", "unmark", "copy_text", "furniture",
    "article",
)  # fmt: skip


def words_menu(work: Workplace, pane: Pane, claims: list[int]) -> QMenu:
    """What can be done with the words under the pointer; first the claims marked there, to choose from."""
    pane.view.setFocus()
    menu = QMenu(work.over)
    for claim_id in claims:
        menu.addAction(f"C{claim_id}", partial(work.desk.choose, claim_id))
    if claims:
        menu.addSeparator()
    for command in work.commands:
        if command.spec.name in ON_WORDS:
            menu.addAction(command.action)
    return menu


def article_menu(work: Workplace, article_id: int) -> QMenu:
    """What can be done with an article of the list."""
    menu = QMenu(work.over)
    menu.addAction("Open", lambda: work.area.open(article_id))
    menu.addAction("Open beside", lambda: work.area.open(article_id, beside=True))
    menu.addAction("Open in a new tab", lambda: work.area.open_tab(article_id))
    menu.addSeparator()
    menu.addAction("About this article…", partial(reading.edit_article_of, work, article_id))
    menu.addAction("Remove from the case", partial(reading.remove_article_of, work, article_id))
    return menu
