"""Undo, copy and find. One thin function per user action."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.desk.actions.common import under
from workbench.desk.popup import Ask, Form
from workbench.desk.reading.pane import Pane
from workbench.domain.spans import Span

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
        return "" if find_in(window, pane, values[0]) or not values[0] else f"“{values[0]}” is not in this article."

    Form(window, "Find in this article", [Ask("Words", window.finding)], done).open_at(under(window, pane))


def find_in(window: Window, pane: Pane, words: str) -> bool:
    """Mark every place in a pane where `words` stand, whatever their case, and go to the first. False when there is none."""
    window.finding = words
    text = pane.view.text
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    spans = [Span(m.start(), m.end()) for m in pattern.finditer(text)] if words else []
    pane.view.set_hits(spans, 0 if spans else -1)
    if spans:
        pane.view.go_to(spans[0])
    return bool(spans)


def next_hit(window: Window, step: int) -> None:
    """To the next hit in this pane, then on to the next pane."""
    panes = [p for p in window.area.panes if p.view.standing.hits]
    if not panes:
        window.desk.say("No hits are marked. Find something first (Ctrl+F or Ctrl+K).")
        return
    current = window.area.current
    pane = current if current in panes and current else panes[0]
    at = pane.view.hit + step
    if not 0 <= at < len(pane.view.standing.hits):
        pane = panes[(panes.index(pane) + step) % len(panes)]
        at = 0 if step > 0 else len(pane.view.standing.hits) - 1
    hits = pane.view.standing.hits
    pane.view.set_hits(hits, at)
    pane.view.go_to(hits[at])
    pane.view.setFocus()
