"""Undo, copy and find. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.actions.common import pane_here, under
from workbench.desk.popup import Ask, Form
from workbench.desk.reading.pane import Pane
from workbench.desk.search.trail import Stop
from workbench.domain.finding import sought
from workbench.domain.folding import Folded
from workbench.domain.spans import Span
from workbench.search.documents import Hit

if TYPE_CHECKING:
    from workbench.desk.window import Window


def undo(window: Window) -> None:
    window.detail.commit()
    window.desk.undo()


def redo(window: Window) -> None:
    window.desk.redo()


def copy_text(window: Window) -> None:
    if pane := pane_here(window):
        pane.view.copy()


def find_everywhere(window: Window) -> None:
    window.search_box.setFocus()
    window.search_box.selectAll()


def find_here(window: Window) -> None:
    """Find words in the pane in focus; F3 goes on into the other panes. Hits stay drawn until Esc or another search."""
    pane = pane_here(window)
    if pane is None:
        return

    def done(values: list[str]) -> str:
        return "" if find_in(window, pane, values[0]) or not values[0] else f"“{values[0]}” is not in this article."

    Form(window, "Find in this article", [Ask("Words", window.finding)], done).open_at(under(window, pane))


def find_in(window: Window, pane: Pane, words: str) -> bool:
    """Mark every place in the panes where `words` stand, however they are written, and go to the first in one. False when it has none."""
    window.finding = words
    wanted = sought(words)
    texts = {p.article_id: p.view.text for p in window.area.panes}
    found = {number: wanted.places(Folded(text)) for number, text in texts.items()} if wanted else {}
    here = bool(found.get(pane.article_id))
    window.trail.lay(Stop(number, spans, hash(texts[number])) for number, spans in found.items() if here)
    if here:
        window.trail.go(pane, 0)
    return here


def next_hit(window: Window, step: int) -> None:
    """To the next hit in this pane, then on to the next article of the results, in its pane or in this one."""
    if said := window.trail.step(step):
        window.desk.say(said)


def clear_hits(window: Window) -> None:
    """Esc in a pane: a half-made query goes, then the selection, then the hits."""
    pane = pane_here(window)
    if half := window.querying.half:
        half.drop()
    elif pane and pane.view.textCursor().hasSelection():
        cursor = pane.view.textCursor()
        cursor.clearSelection()
        pane.view.setTextCursor(cursor)
    else:
        window.trail.clear()


def find_passages(window: Window) -> None:
    """What may say the same as the chosen claim, in articles that have no entry for it yet."""
    if window.desk.claim:
        window.found.passages(window.desk.claim)
    else:
        window.desk.say("Choose a claim first; then passages like it can be found.")


def save_search(window: Window) -> None:
    window.found.save()


def next_order(window: Window) -> None:
    """Order what was found in another way: best, newest, oldest, by exhibit."""
    window.found.head.next_order()


def back_to_reading(window: Window) -> None:
    """Give the keyboard to the pane that had it last."""
    (window.area.current.view if window.area.current else window.area).setFocus()


def open_hit(window: Window, hit: Hit, at: int, beside: bool) -> None:
    """Open what was found: an article at its hit, a claim where it stands, evidence with its claim."""
    if hit.kind == "article":
        window.trail.go(pane_for(window, hit.id, beside), at)
    else:
        back_to_reading(window)
        with window.desk.case.file.read() as reader:
            claim_id = hit.id if hit.kind != "evidence" else reader.evidence_link(hit.id).claim_id
        window.desk.choose(claim_id)
        window.show_claim()


def open_passage(window: Window, article_id: int, span: Span, beside: bool) -> None:
    """Show a passage that was found for a claim."""
    pane = pane_for(window, article_id, beside)
    pane.view.go_to(span, select=True)
    pane.view.setFocus()


def pane_for(window: Window, article_id: int, beside: bool) -> Pane:
    """The pane that shows an article; with `beside` another one than the pane in focus."""
    area = window.area
    there = next((p for p in area.panes if p.article_id == article_id and p is not area.current), None) if beside else None
    if there is None:
        return area.open(article_id, beside=beside and bool(area.panes))
    there.view.setFocus()
    return there
