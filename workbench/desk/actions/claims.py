"""Claims: status, marks, evidence, origin, stance. One thin function per user action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.passages import Mark
from workbench.desk.actions.common import attempt, place, words_here
from workbench.desk.actions.reading import step_sentence
from workbench.desk.decide import Deciding
from workbench.desk.popup import Ask, Choice, Chooser, Form
from workbench.desk.reading.parts import word_edge
from workbench.desk.widgets import shortened
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Relation, Stance, Status

if TYPE_CHECKING:
    from workbench.desk.reading.pane import Pane
    from workbench.desk.window import Window


STANCE_LETTERS = {
    Stance.ASSERTS: "a", Stance.REPORTS: "r", Stance.SUPPORTS: "s", Stance.ENDORSES: "e", Stance.DENIES: "d", Stance.DISPUTES: "i",
    Stance.CONTRADICTS: "c", Stance.NEUTRAL: "n", Stance.PARTIAL: "p",
}  # fmt: skip


def confirm(window: Window) -> None:
    decide(window, Status.CONFIRMED)


def unconfirm(window: Window) -> None:
    decide(window, Status.UNCONFIRMED)


def deny(window: Window) -> None:
    decide(window, Status.DENIED)


def reopen(window: Window) -> None:
    decide(window, Status.OPEN)


def decide(window: Window, status: Status) -> None:
    """A status for: the selected words (a new claim), else the claim under the cursor, else the sentence; in the list, the chosen claim."""
    claim_id, mark = _target(window)
    if not claim_id and not mark:
        window.desk.say("Put the cursor in a sentence or choose a claim first.")
    elif status is Status.OPEN:
        if claim_id:
            set_open(window, claim_id)
    else:
        Deciding(window, status, claim_id, mark, place(window)).ask_basis()


def set_open(window: Window, claim_id: int) -> None:
    window.desk.do(lambda: window.desk.case.claims.set_status(claim_id, Decision(Status.OPEN)))


def decide_chosen(window: Window, status: Status) -> None:
    """From the segments of the detail: the chosen claim."""
    if status is Status.OPEN:
        set_open(window, window.desk.claim)
    else:
        Deciding(window, status, window.desk.claim, None, place(window)).ask_basis()


def _target(window: Window) -> tuple[int, Mark | None]:
    pane = window.reading_pane()
    if pane is None:
        return window.desk.claim, None
    selection = pane.view.selection()
    if selection is None and (claim := pane.view.claim_at_cursor()):
        return claim, None
    span = selection or pane.view.sentence()
    return 0, Mark(pane.article_id, *span) if span else None


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
    Chooser(window, "Mark these words as…", choices).open_at(place(window))


def _appear(window: Window, claim_id: int, words: Mark) -> None:
    if window.desk.do(lambda: window.desk.case.appearances.add(claim_id, words)):
        window.desk.choose(claim_id)


def _new_claim(window: Window, words: Mark) -> None:
    text = window.desk.case.articles.text(words.article_id)[words.start : words.end]
    changes = window.desk.do(lambda: window.desk.case.claims.add(text, words))
    if changes:
        window.desk.choose(changes.new("claims"))


def accept(window: Window) -> None:
    """Enter: the suggestion drawn in this pane becomes an appearance; without one, the sentence is checked off."""
    pane = window.area.current
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


def evidence(window: Window) -> None:
    """Link these words, a web address or a note to the chosen claim."""
    if not window.desk.claim:
        window.desk.say("Choose a claim first (J, K, or a click on its mark).")
        return
    choices = [
        Choice("+", "These words corroborate it", lambda: corroborate(window)),
        Choice("-", "These words contradict it", lambda: contradict(window)),
        Choice("c", "These words are context", lambda: _link_words(window, Relation.CONTEXT)),
        Choice("u", "A web address…", lambda: _link_other(window, "Web address")),
        Choice("n", "A note of a call or a document…", lambda: _link_other(window, "Note")),
    ]
    Chooser(window, f"Evidence for C{window.desk.claim}", choices).open_at(place(window))


def corroborate(window: Window) -> None:
    _link_words(window, Relation.CORROBORATES)


def contradict(window: Window) -> None:
    _link_words(window, Relation.CONTRADICTS)


def _link_words(window: Window, relation: Relation) -> None:
    claim_id = window.desk.claim
    found = words_here(window)
    if not claim_id:
        window.desk.say("Choose a claim first (J, K, or a click on its mark).")
    elif found:
        window.desk.do(lambda: window.desk.case.evidence.add(claim_id, NewLink(relation, mark=found[1])))


def _link_other(window: Window, what: str) -> None:
    claim_id = window.desk.claim
    known = [o.name for o in window.desk.case.origins.all().values()]
    asks = [Ask(what), Ask("It", "corroborates", [r.value for r in Relation]), Ask("Origin", "", known, "(who it comes from)")]

    def done(values: list[str]) -> str:
        if values[1] not in {r.value for r in Relation}:
            return "It corroborates, contradicts, or is context."
        url, note = (values[0], "") if what == "Web address" else ("", values[0])
        link = NewLink(Relation(values[1]), url=url, note=note, origin=values[2])
        return attempt(window, lambda: window.desk.case.evidence.add(claim_id, link))

    Form(window, f"Evidence for C{claim_id}", asks, done).open_at(place(window))


def origin(window: Window) -> None:
    """Where an appearance has it from: the one under the cursor, else all that carry the chosen claim."""
    pane = window.reading_pane()
    here = pane.appearance_at_cursor() if pane else None
    claim_id = here.claim_id if here else window.desk.claim
    if not claim_id:
        window.desk.say("Choose a claim first (J, K, or a click on its mark).")
        return
    origins = window.desk.case.origins.all()
    now = origins[here.origin_id].name if here and here.origin_id else ""
    title = f"Origin of this appearance of C{claim_id}" if here else f"Origin of every appearance of C{claim_id}"
    ask = Ask("Origin", now, [o.name for o in origins.values()], "type to choose or to make a new one")
    ids = frozenset({here.id}) if here else None
    Form(window, title, [ask], lambda v: attempt(window, lambda: window.desk.case.appearances.set_origin(claim_id, v[0], ids))).open_at(
        place(window)
    )


def stance(window: Window) -> None:
    """What the passage does with the claim: one letter; W asks who says it."""
    pane = window.reading_pane()
    here = pane.appearance_at_cursor() if pane else None
    if here is None:
        window.desk.say("Put the cursor on a marked passage first.")
        return
    choices = [
        Choice(letter, term.label, partial(_set_stance, window, here.id, term), "now" if term is here.stance else "")
        for term, letter in STANCE_LETTERS.items()
    ]
    choices.append(Choice("w", "Who says it…", lambda: _attribution(window, here.id, here.attributed_to, here.hedge)))
    Chooser(window, f"What this passage does with C{here.claim_id}", choices).open_at(place(window))


def _set_stance(window: Window, appearance_id: int, term: Stance) -> None:
    window.desk.do(lambda: window.desk.case.appearances.edit(appearance_id, stance=term))


def _attribution(window: Window, appearance_id: int, who: str, hedge: str) -> None:
    asks = [Ask("Said by", who, (), "( )"), Ask("Hedge", hedge, (), "(“allegedly”, “about”…)")]
    edit = window.desk.case.appearances.edit
    Form(window, "Attribution", asks, lambda v: attempt(window, lambda: edit(appearance_id, attributed_to=v[0], hedge=v[1]))).open_at(
        place(window)
    )


def not_mentioned(window: Window) -> None:
    pane, claim_id = window.area.current, window.desk.claim
    if pane and claim_id:
        if window.desk.do(lambda: window.desk.case.appearances.not_mentioned(claim_id, pane.article_id)):
            pane.suggest(None)
            pane.say(f"Looked for: C{claim_id} is not mentioned here.")
    else:
        window.desk.say("Choose a claim first.")


def unmark(window: Window) -> None:
    pane = window.area.current
    here = pane.appearance_at_cursor() if pane else None
    if here:
        window.desk.do(lambda: window.desk.case.appearances.delete(here.id))
    else:
        window.desk.say("There is no mark under the cursor.")


def edit_claim(window: Window) -> None:
    if window.desk.claim:
        window.detail.edit_text()


def delete_claim(window: Window) -> None:
    claim_id = window.desk.claim
    if claim_id and window.desk.do(lambda: window.desk.case.claims.delete(claim_id)):
        window.desk.say(f"C{claim_id} deleted.", action=("Undo", window.desk.undo))


def step_claim(window: Window, by: int) -> None:
    """Choose the next claim and bring the panes that have it there; the keyboard stays in the list when it is there."""
    in_list = window.claims.list.hasFocus()
    window.claims.step(by)
    if window.desk.claim:
        window.show_claim(focus=not in_list)


def all_to_claim(window: Window) -> None:
    if window.desk.claim:
        window.area.bring_to(window.desk.claim)


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
