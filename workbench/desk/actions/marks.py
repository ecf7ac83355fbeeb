"""Marks in the text: what becomes one, where it begins and ends, and which claim it belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.case.passages import Mark
from workbench.desk.actions.attribution import proposal_line
from workbench.desk.actions.common import NO_CLAIM, mark_here, words_here
from workbench.desk.actions.reading import step_sentence
from workbench.desk.compare.strip import NOT_SEEN
from workbench.desk.popup import Choice, Chooser
from workbench.desk.reading.parts import word_edge
from workbench.desk.widgets import shortened
from workbench.domain.spans import Span

if TYPE_CHECKING:
    from workbench.desk.reading.pane import Pane
    from workbench.desk.workplace import Workplace


def mark(work: Workplace) -> None:
    """The words become a further appearance of the chosen claim, a new claim, or an appearance of another one."""
    found = words_here(work)
    if found is None:
        return
    _, words = found
    desk = work.desk
    chosen = [v.claim for v in work.claims.views if v.claim.id == desk.claim]
    others = [v.claim for v in work.claims.views if v.claim.id != desk.claim]
    choices = [Choice("", f"{c.number}  {shortened(c.text)}", partial(_appear, work, c.id, words), "further appearance") for c in chosen]
    choices.append(Choice("N", "A new claim", lambda: _new_claim(work, words)))
    choices += [
        Choice(str(i) if i < 10 else "", f"{c.number}  {shortened(c.text)}", partial(_appear, work, c.id, words))
        for i, c in enumerate(others[-9:], 1)
    ]
    Chooser(work.over, "Mark these words as…", choices, warning=proposal_line(work, words)).open_at(work.place())


def _appear(work: Workplace, claim_id: int, words: Mark) -> None:
    if work.desk.do(lambda: work.desk.case.appearances.add(claim_id, words)):
        work.area.let_go(words)
        work.desk.choose(claim_id)


def _new_claim(work: Workplace, words: Mark) -> None:
    text = work.desk.case.articles.text(words.article_id)[words.start : words.end]
    changes = work.desk.do(lambda: work.desk.case.claims.add(text, words))
    if changes:
        work.area.let_go(words)
        work.desk.choose(changes.new("claims"))


def accept(work: Workplace) -> None:
    """Enter: the suggestion drawn in this pane becomes an appearance; without one, the sentence is checked off."""
    pane = work.pane_here()
    if pane and pane.suggestion:
        work.strip.add(pane.suggestion)
        pane.suggest(None)
    elif pane and (sentence := pane.view.sentence()):
        check_sentence(work, pane, sentence)


def check_sentence(work: Workplace, pane: Pane, sentence: Span) -> None:
    """Say that a sentence has nothing to mark and go on to the next unread one; a checked one is unchecked."""
    reading = work.desk.case.reading
    if any(p.span.overlaps(sentence) for p in pane.contents.passages.values()):
        more = " Suggestions for it wait in the table below (Ctrl+Shift+X)." if work.strip.suggestions else ""
        work.desk.say(f"This sentence is marked, so it counts as read.{more}")
    elif any(s.overlaps(sentence) for s in pane.view.standing.checked):
        work.desk.do(lambda: reading.uncheck(pane.article_id, sentence))
    elif work.desk.do(lambda: reading.check_off(pane.article_id, sentence)):
        step_sentence(work, 1)


def not_mentioned(work: Workplace) -> None:
    """The chosen claim was looked for in the article in focus and is not there."""
    pane, claim_id = work.pane_here(), work.desk.claim
    if pane is None or not claim_id:
        work.desk.say(NO_CLAIM)
    elif not work.seen.has(claim_id, pane.article_id):
        work.desk.say(NOT_SEEN.format(article=pane.article_id, claim=claim_id))
    elif work.desk.do(lambda: work.desk.case.appearances.not_mentioned(claim_id, pane.article_id)):
        pane.suggest(None)
        work.desk.say(f"C{claim_id} is not mentioned in Ex. {pane.article_id}.", action=("Undo", work.desk.undo))


def unmark(work: Workplace) -> None:
    if found := mark_here(work):
        work.desk.do(lambda: work.desk.case.appearances.delete(found[1].id))


def accept_place(work: Workplace) -> None:
    """Say that the mark under the cursor, which moved when its article was read again, is right where it is."""
    found = mark_here(work)
    if found and work.desk.do(lambda: work.desk.case.appearances.accept_place(found[1].id)):
        work.desk.say(f"The mark of C{found[1].claim_id} is right where it is.", action=("Undo", work.desk.undo))


def move_end(work: Workplace, by: int, *, start: bool) -> None:
    """Move one end of the mark under the cursor by a word."""
    found = mark_here(work)
    span = found[0].view.span_of(found[1].id) if found else None
    if found is None or span is None:
        return
    pane, here = found
    text = pane.view.text
    moved = Span(word_edge(text, span.start, by), span.end) if start else Span(span.start, word_edge(text, span.end, by))
    _move(work, here.id, Mark(pane.article_id, *moved))
    now = pane.view.span_of(here.id)
    if now and not now.start <= pane.view.position() < now.end:
        pane.view.go_to(Span(now.start, now.start))  # the cursor stays in the mark, so that the same key goes on


def whole_sentence(work: Workplace) -> None:
    """Let the mark under the cursor take its whole sentence."""
    if (found := mark_here(work)) and (sentence := found[0].view.sentence()):
        _move(work, found[1].id, Mark(found[0].article_id, *sentence))


def _move(work: Workplace, appearance_id: int, mark: Mark) -> None:
    if mark.start < mark.end:
        work.desk.do(lambda: work.desk.case.appearances.move(appearance_id, mark))


def carry(work: Workplace) -> None:
    """Let the mark under the cursor belong to another claim."""
    found = mark_here(work)
    if found is None:
        return
    here = found[1]
    others = [v.claim for v in work.claims.views if v.claim.id != here.claim_id][-9:]
    choices = [Choice(str(i), f"{c.number}  {c.text[:70]}", partial(_carry, work, here.id, c.id)) for i, c in enumerate(others, 1)]
    if choices:
        Chooser(work.over, f"Move this mark of C{here.claim_id} to…", choices).open_at(work.place())
    else:
        work.desk.say("There is no other claim yet.")


def _carry(work: Workplace, appearance_id: int, claim_id: int) -> None:
    if work.desk.do(lambda: work.desk.case.appearances.carry(appearance_id, claim_id)):
        work.desk.choose(claim_id)


def split_mark(work: Workplace) -> None:
    """Part the mark under the cursor at the cursor."""
    if found := mark_here(work):
        pane, here = found
        work.desk.do(lambda: work.desk.case.appearances.split(here.id, pane.view.position()))


def join_marks(work: Workplace) -> None:
    """Join all marks of the claim under the cursor that stand in the same paragraph."""
    found = mark_here(work)
    if found is None:
        return
    pane, here = found
    text, at = pane.view.text, pane.view.position()
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    paragraph = Span(start, end if end >= 0 else len(text))
    mine = [a for a in pane.contents.appearances if a.claim_id == here.claim_id and a.passage_id]
    ids = [a.id for a in mine if pane.contents.passages[a.passage_id or 0].span.overlaps(paragraph)]
    work.desk.do(lambda: work.desk.case.appearances.join(ids))
