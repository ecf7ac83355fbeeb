"""Claims: status, words, merging and splitting, and going through them. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.case.claims import Decision
from workbench.desk.actions.common import NO_CLAIM, attempt, claim_here
from workbench.desk.claims.chain import Chain
from workbench.desk.claims.list import spoken
from workbench.desk.claims.splitting import Splitting
from workbench.desk.decide import Deciding
from workbench.desk.popup import Ask, Form
from workbench.domain.errors import NotFound
from workbench.domain.naming import claim_number
from workbench.domain.statuses import Status

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace


def confirm(work: Workplace) -> None:
    decide(work, Status.CONFIRMED)


def unconfirm(work: Workplace) -> None:
    decide(work, Status.UNCONFIRMED)


def deny(work: Workplace) -> None:
    decide(work, Status.DENIED)


def reopen(work: Workplace) -> None:
    decide(work, Status.OPEN)


def decide(work: Workplace, status: Status) -> None:
    """A status for what the key is about: a claim, or words that become a new one with it."""
    target = work.target()
    if target.claim_id:
        work.desk.choose(target.claim_id)
        decide_claim(work, target.claim_id, status)
    elif status is Status.OPEN:
        work.desk.say("A new claim is open; there is nothing to take back." if target.words else NO_CLAIM)
    elif target.words:
        Deciding(work, status, 0, target.words, work.place()).ask_basis()
    else:
        work.desk.say("Put the cursor in a sentence or choose a claim first.")


def decide_chosen(work: Workplace, status: Status) -> None:
    """From the segments of the detail: the chosen claim."""
    decide_claim(work, work.desk.claim, status)


def decide_claim(work: Workplace, claim_id: int, status: Status) -> None:
    """A status for one claim; a basis is asked for, but for "open"."""
    if status is Status.OPEN:
        work.desk.do(lambda: work.desk.case.claims.set_status(claim_id, Decision(Status.OPEN)))
    else:
        Deciding(work, status, claim_id, None, work.place()).ask_basis()


def say_why(work: Workplace) -> None:
    """Write why the claim has its status, beside it."""
    claim_id = claim_here(work)
    if not claim_id:
        return
    if work.desk.case.claims.view(claim_id).claim.status is Status.OPEN:
        work.desk.say(f"C{claim_id} is open: there is nothing to give a reason for yet.")
        return
    work.columns.show("claims")
    work.detail.say_why()


def edit_claim(work: Workplace) -> None:
    """Put the cursor into the words of the claim that the key is about."""
    if claim_here(work):
        work.detail.edit_text()


def delete_claim(work: Workplace) -> None:
    claim_id = claim_here(work)
    if claim_id and work.desk.do(lambda: work.desk.case.claims.delete(claim_id)):
        work.desk.say(f"C{claim_id} deleted.", action=("Undo", work.desk.undo))


def step_claim(work: Workplace, by: int) -> None:
    """Choose the next claim and bring the panes that have it there; the keyboard stays in the list when it is there."""
    in_list = work.claims.list.hasFocus()
    work.claims.step(by)
    if work.desk.claim:
        work.show_claim(focus=not in_list)
        _announce(work)


def all_to_claim(work: Workplace) -> None:
    """Every pane to the claim that the key is about; what each shows is announced."""
    if claim_id := claim_here(work):
        work.area.bring_to(claim_id)
        work.desk.announced.emit(
            f"C{claim_id}. " + " ".join(pane.note.text() or f"Ex. {pane.article_id}: here." for pane in work.area.panes)
        )


def _announce(work: Workplace) -> None:
    """The chosen claim, for who hears the window and does not see it."""
    for view in work.desk.case.claims.views(frozenset({work.desk.claim})):
        work.desk.announced.emit(spoken(view))


def merge_claim(work: Workplace) -> None:
    """Make one claim of the chosen one and another that says the same."""
    claim_id = claim_here(work)
    if not claim_id:
        return
    view = work.desk.case.claims.view(claim_id)
    others = [f"C{v.claim.id}  {v.claim.text}" for v in work.claims.views if v.claim.id != claim_id]
    what = (
        f"All of C{claim_id} goes along: appearances ({len(view.appearances)}), links ({len(view.evidence)}), queries. "
        f"C{claim_id} keeps its number, leaves the lists, and says where it went."
    )

    def done(values: list[str]) -> str:
        into = claim_number(values[0])
        wrong = attempt(work, lambda: work.desk.case.claims.merge(claim_id, into)) if into else "Write a number, for instance C3."
        if not wrong:
            work.desk.choose(into)
            work.desk.say(f"C{claim_id} was merged into C{into}.", action=("Undo", work.desk.undo))
        return wrong

    ask = Ask("Claim", "", others, "a number, or words of it")
    Form(work.over, f"Merge C{claim_id} into…", [ask], done, warning=what).open_at(work.place())


def split_claim(work: Workplace) -> None:
    """Make a second claim of what the chosen one says besides."""
    if claim_id := claim_here(work):
        Splitting(work, claim_id).open_at(work.place())


def go_to_claim(work: Workplace) -> None:
    """Choose a claim by its number; one that was merged says where it went."""

    def done(values: list[str]) -> str:
        try:
            standing = work.desk.case.claims.standing(claim_number(values[0]))
        except NotFound as error:
            return str(error)
        work.desk.choose(standing)
        work.show_claim(focus=False)
        if standing != claim_number(values[0]):
            work.desk.say(f"C{claim_number(values[0])} was merged into C{standing}.")
        return ""

    known = [f"C{v.claim.id}  {v.claim.text}" for v in work.claims.views]
    Form(work.over, "Go to a claim", [Ask("Claim", "", known, "a number, or words of it")], done).open_at(work.place())


def show_chain(work: Workplace) -> None:
    """What the chosen claim rests on, root by root; each passage goes to its place."""
    if claim_id := claim_here(work):
        Chain(work.over, work.desk, claim_id, work.go_to).open_at(work.place())
