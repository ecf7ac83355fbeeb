"""Claims: status, words, merging and splitting, and going through them. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.case.claims import Decision
from workbench.case.passages import Mark
from workbench.desk.actions.common import attempt, place
from workbench.desk.claims.chain import Chain
from workbench.desk.claims.splitting import Splitting
from workbench.desk.decide import Deciding
from workbench.desk.popup import Ask, Form
from workbench.domain.errors import NotFound
from workbench.domain.naming import claim_number
from workbench.domain.vocabulary import Status

if TYPE_CHECKING:
    from workbench.desk.window import Window


def confirm(window: Window) -> None:
    decide(window, Status.CONFIRMED)


def unconfirm(window: Window) -> None:
    decide(window, Status.UNCONFIRMED)


def deny(window: Window) -> None:
    decide(window, Status.DENIED)


def reopen(window: Window) -> None:
    decide(window, Status.OPEN)


def decide(window: Window, status: Status) -> None:
    """A status for: the selected words (a new claim), else the claim under the cursor, else the chosen claim, unless the cursor was put
    elsewhere since it was chosen: then the sentence (a new claim). In the list, the chosen claim."""
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
    aimed = pane.view.aimed or not window.desk.claim
    if selection is None and (claim := pane.view.claim_at_cursor() or (0 if aimed else window.desk.claim)):
        return claim, None
    span = selection or pane.view.sentence()
    return 0, Mark(pane.article_id, *span) if span else None


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


def merge_claim(window: Window) -> None:
    """Make one claim of the chosen one and another that says the same."""
    claim_id = _chosen(window)
    if not claim_id:
        return
    view = window.desk.case.claims.view(claim_id)
    others = [f"C{v.claim.id}  {v.claim.text}" for v in window.claims.views if v.claim.id != claim_id]
    what = (
        f"All of C{claim_id} goes along: appearances ({len(view.appearances)}), links ({len(view.evidence)}), queries. "
        f"C{claim_id} keeps its number, leaves the lists, and says where it went."
    )

    def done(values: list[str]) -> str:
        into = claim_number(values[0])
        wrong = attempt(window, lambda: window.desk.case.claims.merge(claim_id, into)) if into else "Write a number, for instance C3."
        if not wrong:
            window.desk.choose(into)
            window.desk.say(f"C{claim_id} was merged into C{into}.", action=("Undo", window.desk.undo))
        return wrong

    ask = Ask("Claim", "", others, "a number, or words of it")
    Form(window, f"Merge C{claim_id} into…", [ask], done, warning=what).open_at(place(window))


def split_claim(window: Window) -> None:
    """Make a second claim of what the chosen one says besides."""
    if claim_id := _chosen(window):
        Splitting(window, claim_id).open_at(place(window))


def go_to_claim(window: Window) -> None:
    """Choose a claim by its number; one that was merged says where it went."""

    def done(values: list[str]) -> str:
        try:
            standing = window.desk.case.claims.standing(claim_number(values[0]))
        except NotFound as error:
            return str(error)
        window.desk.choose(standing)
        window.show_claim(focus=False)
        if standing != claim_number(values[0]):
            window.desk.say(f"C{claim_number(values[0])} was merged into C{standing}.")
        return ""

    known = [f"C{v.claim.id}  {v.claim.text}" for v in window.claims.views]
    Form(window, "Go to a claim", [Ask("Claim", "", known, "a number, or words of it")], done).open_at(place(window))


def show_chain(window: Window) -> None:
    """What the chosen claim rests on, root by root; each passage goes to its place."""
    if claim_id := _chosen(window):
        Chain(window, window.desk, claim_id, window.go_to).open_at(place(window))


def _chosen(window: Window) -> int:
    if not window.desk.claim:
        window.desk.say("Choose a claim first (J, K, or a click on its mark).")
    return window.desk.claim
