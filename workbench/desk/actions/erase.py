"""Erasing an article for good: asked for twice in words, done in the background, never undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.case.takedowns import ELSEWHERE
from workbench.desk.popup import Ask, Form
from workbench.domain.changes import Changes

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace

WARNING = (
    "The original, the text and every mark on it go, here and in the daily backups; exhibit number, hash and your reason remain. "
    "This cannot be undone, nor can anything done before it. Copies made elsewhere are not touched, and quotations stay in the journal."
)


def erase_article(work: Workplace) -> None:
    """Erase the article of the current pane for good, after a reason and its exhibit number typed out."""
    pane = work.pane_here()
    if pane is None:
        work.desk.say("Open the article first.")
        return
    desk, article_id = work.desk, pane.article_id
    exhibit = desk.case.articles.get(article_id).exhibit
    asks = [Ask("Why", "", (), "who asked for it, and on what ground"), Ask("To be sure", "", (), f"type {exhibit}")]

    def done(values: list[str]) -> str:
        if not values[0]:
            return "Say why: the reason is all that remains of the article."
        if values[1].casefold() != exhibit.casefold():
            return f"Type {exhibit} in the second line, so that no other article is erased."
        desk.past_ends.emit()
        desk.job(f"Erasing {exhibit}", lambda _: desk.case.erase_article(article_id, values[0]), erased, writes=True)
        return ""

    def erased(changes: Changes) -> None:
        desk.announce(changes)
        desk.past_ends.emit()  # one may have been on its way
        desk.case.takedowns.look_again()
        left = " ".join(desk.case.takedowns.left)
        gone = f"{exhibit} is erased for good. Its hash and the reason remain in the journal and in the memo."
        desk.say(f"{left or gone} {ELSEWHERE}", error=bool(left))

    Form(work.over, f"Erase {exhibit} for good?", asks, done, warning=WARNING).open_at(work.middle())
