"""Who says it: stance, attribution and origin of a passage. What the text says of itself is proposed first; Enter takes it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.case.noun import TRANSLATION
from workbench.case.passages import Mark
from workbench.case.suggestions import Proposal
from workbench.desk.actions.common import attempt, claim_here, mark_here
from workbench.desk.popup import Ask, Choice, Chooser, Form
from workbench.desk.widgets import shortened
from workbench.domain.entities import Appearance
from workbench.domain.naming import origin_name
from workbench.domain.plurals import either
from workbench.domain.vocabulary import STANCE_MEANS, OriginBasis, Stance

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
METHODS = ("own translation", "certified translation", "by machine, checked", "by machine, not checked")
"""How a translation may have been made; anything else may be typed."""
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
    at = 0 if choices else [*STANCE_LETTERS].index(here.stance) if here.stance in STANCE_LETTERS else 0
    choices += [
        Choice(
            letter, term.label, partial(_edit, work, here.id, stance=term), ("now: " if term is here.stance else "") + STANCE_MEANS[term]
        )
        for term, letter in STANCE_LETTERS.items()
    ]
    for letter, (column, label, hint) in FIELDS.items():
        now = str(getattr(here, column))
        choices.append(Choice(letter, f"{label}…", partial(_ask, work, here, column), f"now “{shortened(now, 40)}”" if now else hint))
    if here.origin_id and here.origin_basis:
        other = OriginBasis.INFERRED if here.stated else OriginBasis.STATED
        what = f"The origin is {other.label}, not {here.basis_words}"
        choices.append(Choice("t", what, partial(_edit, work, here.id, origin_basis=other)))
    Chooser(work.over, f"What this passage does with C{here.claim_id}", choices, at=at).open_at(work.place())


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
    stated = found.found.basis is OriginBasis.STATED and found.found.named
    if found.origin and here.origin_id is None and here.carries:
        values |= {"origin_id": found.origin.id, "origin_basis": found.found.basis}
    if not values:
        return []
    if stated and here.origin_basis is not OriginBasis.INFERRED and here.statement_id is None:
        values["statement"] = Mark(here.article_id, *found.found.where)
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


def translation(work: Workplace) -> None:
    """The words of a passage in the analyst's language, whose translation it is and how it was made; printed beside the original."""
    found = mark_here(work)
    if found is None:
        return
    here = found[1]
    by = here.translated_by or work.desk.settings.analyst
    asks = [
        Ask("Translation", here.translation, (), "(printed beside the original and said to be one; empty takes it away)"),
        Ask("By", by, (), "(whose words these are)"),
        Ask("How", here.translated_how or METHODS[0], METHODS, "(own, certified, by machine and checked by whom…)"),
    ]

    def done(values: list[str]) -> str:
        kept = values if values[0] else ["", "", ""]
        return attempt(work, lambda: work.desk.case.appearances.edit(here.id, **dict(zip(TRANSLATION, kept, strict=True))))

    Form(work.over, f"Translation of this passage: C{here.claim_id}", asks, done).open_at(work.place())


def origin(work: Workplace) -> None:
    """Where an appearance has it from: that of the claim under the cursor, else all that carry the claim. Selected words are those that
    state it, for the claim's appearance in that article."""
    claim_id = claim_here(work)
    pane = work.reading_pane()
    if not claim_id:
        return
    selected = pane.view.selection() if pane else None
    if pane and selected:
        here = pane.contents.nearest(claim_id, selected)
        if here:
            _ask_origin(work, claim_id, here, Mark(pane.article_id, *selected))
        else:
            work.desk.say(f"C{claim_id} has no mark in Ex. {pane.article_id} whose origin these words could state.")
        return
    _ask_origin(work, claim_id, pane.aim.appearance() if pane else None)


def chosen_origin(work: Workplace) -> None:
    """From the detail: the origin of everything that carries the chosen claim."""
    _ask_origin(work, work.desk.claim, None)


def _ask_origin(work: Workplace, claim_id: int, here: Appearance | None, statement: Mark | None = None) -> None:
    origins = work.desk.case.origins.all()
    names = [name for o in origins.values() for name in (o.name, *o.aliases)]
    ask = Ask("Origin", "", names, f"type to choose or to make a new one; “{NO_ORIGIN}” takes it away")
    if here is None:
        carrying = [a for a in work.desk.case.appearances.of(claim_id) if a.carries]
        shared = {a.origin_id for a in carrying}
        now = origin_name(origins, shared.pop()) if len(shared) == 1 else ""
        whose = either(len(carrying), "the one appearance that carries", f"all {len(carrying)} appearances that carry")
        why = f"For {whose} C{claim_id}: stated where the words near a mark say so, else inferred."
        done = partial(_set_every_origin, work, claim_id)
        Form(work.over, f"Origin of every appearance of C{claim_id}", [replace(ask, text=now)], done, warning=why).open_at(work.place())
        return
    now, basis, why = _origin_now(work, here, statement)
    asks = [
        replace(ask, text=now),
        Ask("Basis", basis.value, [b.value for b in OriginBasis], "(stated in the article, or inferred)", closed=True),
    ]
    title = f"Origin of this appearance of C{claim_id}"
    Form(work.over, title, asks, partial(_set_origin, work, here, statement), warning=why).open_at(work.place())


def _origin_now(work: Workplace, here: Appearance, statement: Mark | None) -> tuple[str, OriginBasis, str]:
    """What stands in the form of an origin at first: name, basis, and why."""
    articles, origins = work.desk.case.articles, work.desk.case.origins.all()
    if statement:
        words = articles.text(here.article_id)[statement.start : statement.end]
        return origin_name(origins, here.origin_id), OriginBasis.STATED, f"Stated by: “{shortened(' '.join(words.split()), MOST)}”"
    if here.origin_id is not None:
        basis = OriginBasis.STATED if here.stated else OriginBasis.INFERRED
        exact = articles.passage(here.statement_id).anchor.exact if here.statement_id else ""
        return origin_name(origins, here.origin_id), basis, f"Stated by: “{shortened(exact, MOST)}”" if exact else here.basis_words
    found = proposed(work, here)
    if found is None or not found.found.named:
        return "", OriginBasis.INFERRED, "Select the words that name it and press O to say “stated”."
    why = f"Proposed: {found.found.basis.label}, {found.found.reason}. Enter takes it, or type another."
    return found.origin.name if found.origin else found.found.who, found.found.basis, why


def _named_origin(written: str, here: Appearance | None) -> tuple[str, str]:
    """The name that was typed, empty to take the origin away; and what is wrong, or an empty string."""
    if not written and not (here and here.origin_id):
        return "", f"Type an origin, or “{NO_ORIGIN}” to take it away."
    return ("" if written.casefold() == NO_ORIGIN else written), ""


def _set_every_origin(work: Workplace, claim_id: int, values: list[str]) -> str:
    name, wrong = _named_origin(values[0], None)
    return wrong or attempt(work, lambda: work.desk.case.appearances.set_origin(claim_id, name))


def _set_origin(work: Workplace, here: Appearance, statement: Mark | None, values: list[str]) -> str:
    name, wrong = _named_origin(values[0], here)
    if wrong:
        return wrong
    if values[1] not in {b.value for b in OriginBasis}:
        return "The basis is stated or inferred."
    basis = OriginBasis(values[1]) if name else None
    held = statement if basis is OriginBasis.STATED else None
    return attempt(work, lambda: work.desk.case.appearances.edit(here.id, origin=name, origin_basis=basis, statement=held))
