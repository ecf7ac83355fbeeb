"""Who says it: stance, attribution and origin of a passage. What the text says of itself is proposed first; Enter takes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.case.passages import Mark
from workbench.case.suggestions import Proposal
from workbench.desk.actions.common import attempt, claim_here, mark_here
from workbench.desk.popup import Ask, Choice, Chooser, Form
from workbench.desk.widgets import shortened
from workbench.domain.entities import Appearance
from workbench.domain.naming import origin_name
from workbench.domain.vocabulary import OriginBasis, Stance

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace

STANCE_LETTERS = {
    Stance.ASSERTS: "a", Stance.REPORTS: "r", Stance.SUPPORTS: "s", Stance.ENDORSES: "e", Stance.DENIES: "d", Stance.DISPUTES: "i",
    Stance.CONTRADICTS: "c", Stance.NEUTRAL: "n", Stance.PARTIAL: "p",
}  # fmt: skip
FIELDS = {
    "w": ("attributed_to", "Said by", "who the article says it is from"), "v": ("verb", "Verb", "said, claimed, confirmed…"),
    "h": ("hedge", "Hedge", "allegedly, about…"), "y": ("via", "Via", "the wire or outlet it came through"),
}  # fmt: skip
"""Fields of an appearance that one letter opens: column, label, what to write."""
NO_ORIGIN = "none"
MOST = 84
"""Letters of a reason in a popup; the rest stands in its hint."""


def proposed(work: Workplace, appearance: Appearance) -> Proposal | None:
    """Who the text of an appearance names, if anybody."""
    if appearance.passage_id is None:
        return None
    span = work.desk.case.articles.passage(appearance.passage_id).span
    return work.desk.case.suggestions.attribution(Mark(appearance.article_id, *span))


def proposal_line(work: Workplace, mark: Mark) -> str:
    """What stands in the popup of new words: who may have said them, and how to take that over once they are marked."""
    found = work.desk.case.suggestions.attribution(mark)
    return f"{shortened(found.words[:1].upper() + found.words[1:], MOST)} — once marked, A and Enter takes that over." if found else ""


def stance(work: Workplace) -> None:
    """What the passage does with the claim, by one letter; first who the text says it is from, which Enter takes over."""
    found = mark_here(work)
    if found is None:
        return
    here = found[1]
    choices = [*_proposal(work, here)]
    choices += [
        Choice(letter, term.label, partial(_edit, work, here.id, stance=term), "now" if term is here.stance else "")
        for term, letter in STANCE_LETTERS.items()
    ]
    for letter, (column, label, hint) in FIELDS.items():
        now = str(getattr(here, column))
        choices.append(Choice(letter, f"{label}…", partial(_ask, work, here, column), f"now “{shortened(now, 40)}”" if now else hint))
    if here.origin_id and here.origin_basis:
        other = OriginBasis.INFERRED if here.origin_basis is OriginBasis.STATED else OriginBasis.STATED
        what = f"The origin is {other.label}, not {here.origin_basis.label}"
        choices.append(Choice("t", what, partial(_edit, work, here.id, origin_basis=other)))
    Chooser(work.over, f"What this passage does with C{here.claim_id}", choices).open_at(work.place())


def _proposal(work: Workplace, here: Appearance) -> list[Choice]:
    """The attribution the text itself gives, unless it is entered already."""
    found = proposed(work, here)
    if found is None:
        return []
    fields: dict[str, str] = {"attributed_to": found.found.who, "verb": found.found.verb, "hedge": found.found.hedge or here.hedge}
    fields["via"] = found.found.via or here.via
    if here.stance is Stance.ASSERTS:
        fields["stance"] = Stance.REPORTS  # what an article has from somebody it reports
    values: dict[str, object] = {name: value for name, value in fields.items() if value != getattr(here, name)}
    if found.origin and here.origin_id is None and here.carries:
        values |= {"origin_id": found.origin.id, "origin_basis": found.found.basis}
    if not values:
        return []
    said = [f"Said by {found.found.who}", "reports" if "stance" in values else ""]
    said += [f"origin {shortened(found.origin.name, 40)}" if "origin_id" in values and found.origin else ""]
    said += [f"via {found.found.via}" if found.found.via else ""]
    words = shortened(" · ".join(filter(None, said)), 2 * MOST)
    remark = shortened(f"{found.found.basis.label}: {found.found.reason}", MOST)
    return [Choice("", words, partial(_edit, work, here.id, **values), remark)]


def _edit(work: Workplace, appearance_id: int, **values: object) -> None:
    work.desk.do(lambda: work.desk.case.appearances.edit(appearance_id, **values))


def _ask(work: Workplace, here: Appearance, column: str) -> None:
    """One field of an appearance; Enter keeps it."""
    _, label, hint = next(each for each in FIELDS.values() if each[0] == column)
    ask = Ask(label, str(getattr(here, column)), (), f"({hint})")

    def done(values: list[str]) -> str:
        return attempt(work, lambda: work.desk.case.appearances.edit(here.id, **{column: values[0]}))

    Form(work.over, f"{label}: C{here.claim_id}", [ask], done).open_at(work.place())


def origin(work: Workplace) -> None:
    """Where an appearance has it from: that of the claim under the cursor, else all that carry the claim."""
    if claim_id := claim_here(work):
        pane = work.reading_pane()
        _ask_origin(work, claim_id, pane.appearance_at_cursor() if pane else None)


def chosen_origin(work: Workplace) -> None:
    """From the detail: the origin of everything that carries the chosen claim."""
    _ask_origin(work, work.desk.claim, None)


def _ask_origin(work: Workplace, claim_id: int, here: Appearance | None) -> None:
    origins = work.desk.case.origins.all()
    names = [name for o in origins.values() for name in (o.name, *o.aliases)]
    found = proposed(work, here) if here and here.origin_id is None else None
    now = origins[here.origin_id].name if here and here.origin_id else (found.origin.name if found and found.origin else "")
    now = now or (found.found.who if found and found.found.named else "")
    why = f"Proposed: {found.found.basis.label}, {found.found.reason}. Enter takes it, or type another." if found and now else ""
    carrying = [a for a in work.desk.case.appearances.of(claim_id) if a.carries]
    if here is None:
        shared = {a.origin_id for a in carrying}
        now = origin_name(origins, shared.pop()) if len(shared) == 1 else ""
        why = f"No mark is under the cursor, so this is for all {len(carrying)} appearances that carry C{claim_id}."
    title = f"Origin of this appearance of C{claim_id}" if here else f"Origin of every appearance of C{claim_id}"
    asks = [Ask("Origin", now, names, f"type to choose or to make a new one; “{NO_ORIGIN}” takes it away")]
    if here:
        basis = found.found.basis if found else here.origin_basis or OriginBasis.STATED
        asks.append(Ask("Basis", basis.value, [b.value for b in OriginBasis], "(stated in the article, or inferred)"))
    Form(work.over, title, asks, partial(_set_origin, work, claim_id, here), warning=why).open_at(work.place())


def _set_origin(work: Workplace, claim_id: int, here: Appearance | None, values: list[str]) -> str:
    appearances = work.desk.case.appearances
    if not values[0] and not (here and here.origin_id):
        return f"Type an origin, or “{NO_ORIGIN}” to take it away."
    if values[0].casefold() == NO_ORIGIN:
        values[0] = ""
    if here is None:
        return attempt(work, lambda: appearances.set_origin(claim_id, values[0]))
    if values[1] not in {b.value for b in OriginBasis}:
        return "The basis is stated or inferred."
    basis = OriginBasis(values[1]) if values[0] else None
    return attempt(work, lambda: appearances.edit(here.id, origin=values[0], origin_basis=basis))
