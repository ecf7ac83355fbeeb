"""Undo, copy and find. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.popup import Ask, Form
from workbench.desk.reading.pane import Pane
from workbench.desk.search.trail import Stop
from workbench.domain.finding import sought
from workbench.domain.folding import Folded
from workbench.domain.spans import Span
from workbench.search.documents import Hit

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace


def undo(work: Workplace) -> None:
    work.detail.commit()
    work.desk.undo()


def redo(work: Workplace) -> None:
    work.desk.redo()


def copy_text(work: Workplace) -> None:
    if pane := work.pane_here():
        pane.view.copy()


def find_everywhere(work: Workplace) -> None:
    work.search.box.setFocus()
    work.search.box.selectAll()


def find_here(work: Workplace) -> None:
    """Find words in the pane in focus; F3 goes on into the other panes. Hits stay drawn until Esc or another search."""
    pane = work.pane_here()
    if pane is None:
        return

    def done(values: list[str]) -> str:
        return "" if find_in(work, pane, values[0]) or not values[0] else f"“{values[0]}” is not in this article."

    Form(work.over, "Find in this article", [Ask("Words", work.finding)], done).open_at(work.under(pane))


def find_in(work: Workplace, pane: Pane, words: str) -> bool:
    """Mark every place in the panes where `words` stand, however they are written, and go to the first in one. False when it has none."""
    work.finding = words
    wanted = sought(words)
    texts = {p.article_id: p.view.text for p in work.area.panes}
    found = {number: wanted.places(Folded(text)) for number, text in texts.items()} if wanted else {}
    here = bool(found.get(pane.article_id))
    work.trail.lay(Stop(number, spans, hash(texts[number])) for number, spans in found.items() if here)
    if here:
        work.trail.go(pane, 0)
    return here


def next_hit(work: Workplace, step: int) -> None:
    """To the next hit in this pane, then on to the next article of the results, in its pane or in this one."""
    if said := work.trail.step(step):
        work.desk.say(said)


def clear_hits(work: Workplace) -> None:
    """Esc in a pane: a half-made query goes, then the selection, then the hits."""
    pane = work.pane_here()
    if half := work.querying.half:
        half.drop()
    elif pane and pane.view.textCursor().hasSelection():
        cursor = pane.view.textCursor()
        cursor.clearSelection()
        pane.view.setTextCursor(cursor)
    else:
        work.trail.clear()


def find_passages(work: Workplace) -> None:
    """What may say the same as the chosen claim, in articles that have no entry for it yet."""
    if work.desk.claim:
        work.search.passages(work.desk.claim)
    else:
        work.desk.say("Choose a claim first; then passages like it can be found.")


def save_search(work: Workplace) -> None:
    work.search.save()


def next_order(work: Workplace) -> None:
    """Order what was found in another way: best, newest, oldest, by exhibit."""
    work.search.head.next_order()


def back_to_reading(work: Workplace) -> None:
    """Give the keyboard to the pane that had it last."""
    (work.area.current.view if work.area.current else work.area).setFocus()


def open_hit(work: Workplace, hit: Hit, at: int, beside: bool) -> None:
    """Open what was found: an article at its hit, a claim where it stands, evidence with its claim."""
    if hit.kind == "article":
        work.trail.go(pane_for(work, hit.id, beside), at)
    else:
        work.back_to_reading()
        claim_id = hit.id if hit.kind != "evidence" else work.desk.case.evidence.get(hit.id).claim_id
        work.desk.choose(claim_id)
        work.show_claim()


def open_passage(work: Workplace, article_id: int, span: Span, beside: bool) -> None:
    """Show a passage that was found for a claim."""
    pane = pane_for(work, article_id, beside)
    pane.view.go_to(span, select=True)
    pane.view.setFocus()


def pane_for(work: Workplace, article_id: int, beside: bool) -> Pane:
    """The pane that shows an article; with `beside` another one than the pane in focus."""
    area = work.area
    there = next((p for p in area.panes if p.article_id == article_id and p is not area.current), None) if beside else None
    if there is None:
        return area.open(article_id, beside=beside and bool(area.panes))
    there.view.setFocus()
    return there
