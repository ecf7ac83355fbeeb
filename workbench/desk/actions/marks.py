"""Marks in the text: what becomes one, where it begins and ends, and which claim it belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.case.passages import Mark
from workbench.desk.actions.attribution import proposal_line
from workbench.desk.actions.common import pane_here, place, words_here
from workbench.desk.actions.reading import step_sentence
from workbench.desk.popup import Choice, Chooser
from workbench.desk.reading.parts import word_edge
from workbench.desk.widgets import shortened
from workbench.domain.spans import Span

if TYPE_CHECKING:
    from workbench.desk.reading.pane import Pane
    from workbench.desk.window import Window


def mark(window: Window) -> None:
    """The words become a further appearance of the chosen claim, a new claim, or an appearance of another one."""
    found = words_here(window)
    if found is None:
        return
    _, words = found
    desk = window.desk
    chosen = [v.claim for v in window.claims.views if v.claim.id == desk.claim]
    others = [v.claim for v in window.claims.views if v.claim.id != desk.claim]
    choices = [Choice("", f"{c.number}  {shortened(c.text)}", partial(_appear, window, c.id, words), "further appearance") for c in chosen]
    choices.append(Choice("N", "A new claim", lambda: _new_claim(window, words)))
    choices += [
        Choice(str(i) if i < 10 else "", f"{c.number}  {shortened(c.text)}", partial(_appear, window, c.id, words))
        for i, c in enumerate(others[-9:], 1)
    ]
    Chooser(window, "Mark these words as…", choices, warning=proposal_line(window, words)).open_at(place(window))


def _appear(window: Window, claim_id: int, words: Mark) -> None:
    if window.desk.do(lambda: window.desk.case.appearances.add(claim_id, words)):
        window.area.let_go(words)
        window.desk.choose(claim_id)


def _new_claim(window: Window, words: Mark) -> None:
    text = window.desk.case.articles.text(words.article_id)[words.start : words.end]
    changes = window.desk.do(lambda: window.desk.case.claims.add(text, words))
    if changes:
        window.area.let_go(words)
        window.desk.choose(changes.new("claims"))


def accept(window: Window) -> None:
    """Enter: the suggestion drawn in this pane becomes an appearance; without one, the sentence is checked off."""
    pane = pane_here(window)
    if pane and pane.suggestion:
        window.strip.add(pane.suggestion)
        pane.suggest(None)
    elif pane and (sentence := pane.view.sentence()):
        check_sentence(window, pane, sentence)


def check_sentence(window: Window, pane: Pane, sentence: Span) -> None:
    """Say that a sentence has nothing to mark and go on to the next unread one; a checked one is unchecked."""
    reading = window.desk.case.reading
    if any(p.span.overlaps(sentence) for p in pane.passages.values()):
        more = " Suggestions for it wait in the table below (Ctrl+Shift+X)." if window.strip.suggestions else ""
        window.desk.say(f"This sentence is marked, so it counts as read.{more}")
    elif any(s.overlaps(sentence) for s in pane.view.standing.checked):
        window.desk.do(lambda: reading.uncheck(pane.article_id, sentence))
    elif window.desk.do(lambda: reading.check_off(pane.article_id, sentence)):
        step_sentence(window, 1)


def not_mentioned(window: Window) -> None:
    pane, claim_id = pane_here(window), window.desk.claim
    if pane and claim_id:
        if window.desk.do(lambda: window.desk.case.appearances.not_mentioned(claim_id, pane.article_id)):
            pane.suggest(None)
            pane.say(f"Looked for: C{claim_id} is not mentioned here.")
    else:
        window.desk.say("Choose a claim first.")


def unmark(window: Window) -> None:
    pane = pane_here(window)
    here = pane.appearance_at_cursor() if pane else None
    if here:
        window.desk.do(lambda: window.desk.case.appearances.delete(here.id))
    else:
        window.desk.say("There is no mark under the cursor.")


def move_end(window: Window, by: int, *, start: bool) -> None:
    """Move one end of the mark under the cursor by a word."""
    pane = window.reading_pane()
    here = pane.appearance_at_cursor() if pane else None
    span = pane.view.span_of(here.id) if pane and here else None
    if pane is None or here is None or span is None:
        window.desk.say("Put the cursor on a marked passage first.")
        return
    text = pane.view.text
    moved = Span(word_edge(text, span.start, by), span.end) if start else Span(span.start, word_edge(text, span.end, by))
    _move(window, here.id, Mark(pane.article_id, *moved))
    now = pane.view.span_of(here.id)
    if now and not now.start <= pane.view.position() < now.end:
        pane.view.go_to(Span(now.start, now.start))  # the cursor stays in the mark, so that the same key goes on


def whole_sentence(window: Window) -> None:
    """Let the mark under the cursor take its whole sentence."""
    pane = window.reading_pane()
    here = pane.appearance_at_cursor() if pane else None
    sentence = pane.view.sentence() if pane else None
    if pane and here and sentence:
        _move(window, here.id, Mark(pane.article_id, *sentence))
    else:
        window.desk.say("Put the cursor on a marked passage first.")


def _move(window: Window, appearance_id: int, mark: Mark) -> None:
    if mark.start < mark.end:
        window.desk.do(lambda: window.desk.case.appearances.move(appearance_id, mark))


def carry(window: Window) -> None:
    """Let the mark under the cursor belong to another claim."""
    pane = window.reading_pane()
    here = pane.appearance_at_cursor() if pane else None
    if here is None:
        window.desk.say("Put the cursor on a marked passage first.")
        return
    others = [v.claim for v in window.claims.views if v.claim.id != here.claim_id][-9:]
    choices = [Choice(str(i), f"{c.number}  {c.text[:70]}", partial(_carry, window, here.id, c.id)) for i, c in enumerate(others, 1)]
    if choices:
        Chooser(window, f"Move this mark of C{here.claim_id} to…", choices).open_at(place(window))
    else:
        window.desk.say("There is no other claim yet.")


def _carry(window: Window, appearance_id: int, claim_id: int) -> None:
    if window.desk.do(lambda: window.desk.case.appearances.carry(appearance_id, claim_id)):
        window.desk.choose(claim_id)


def split_mark(window: Window) -> None:
    """Part the mark under the cursor at the cursor."""
    pane = window.reading_pane()
    here = pane.appearance_at_cursor() if pane else None
    if pane and here:
        at = pane.view.position()
        window.desk.do(lambda: window.desk.case.appearances.split(here.id, at))
    else:
        window.desk.say("Put the cursor inside a mark, where it is to be parted.")


def join_marks(window: Window) -> None:
    """Join all marks of the claim under the cursor that stand in the same paragraph."""
    pane = window.reading_pane()
    here = pane.appearance_at_cursor() if pane else None
    if pane is None or here is None:
        window.desk.say("Put the cursor on a marked passage first.")
        return
    text, at = pane.view.text, pane.view.position()
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    paragraph = Span(start, end if end >= 0 else len(text))
    mine = [a for a in pane.appearances if a.claim_id == here.claim_id and a.passage_id]
    ids = [a.id for a in mine if pane.passages[a.passage_id or 0].span.overlaps(paragraph)]
    window.desk.do(lambda: window.desk.case.appearances.join(ids))
