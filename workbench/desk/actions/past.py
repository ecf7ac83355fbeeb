"""Going back: the history of the case, the case as it was, what changed since; and the timeline. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.case.differences import Difference
from workbench.case.past import Moment
from workbench.desk.actions.view import show_origins
from workbench.desk.popup import Ask, Form
from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace


def show_history(work: Workplace, words: str = "") -> None:
    """The journal, narrowed to what it is asked about."""
    from workbench.desk.history import History

    History(work.over, work.desk, lambda moment: _open_past(work, moment), lambda step: show_since(work, step), words).show()


def claim_history(work: Workplace) -> None:
    """The history of the chosen claim."""
    if work.desk.claim:
        show_history(work, f"C{work.desk.claim}")
    else:
        work.desk.say("Choose a claim first: J and K go through them.")


def article_history(work: Workplace) -> None:
    """The history of the article in focus."""
    if pane := work.pane_here():
        show_history(work, f"Ex. {pane.article_id}")
    else:
        work.desk.say("Open an article first.")


def as_of(work: Workplace) -> None:
    """Ask for a moment and open the case as it was then."""

    def done(values: list[str]) -> str:
        try:
            _open_past(work, work.desk.case.past.find(values[0]))
        except WorkbenchError as error:
            return str(error)
        return ""

    hint = "21 Oct 2024 14:30, or a day, or a step's number"
    Form(work.over, "The case as it was", [Ask("When", "", (), hint)], done).open_at(work.middle())


def _open_past(work: Workplace, moment: Moment) -> None:
    """Take the case back in the background, then show it as it was."""
    case = work.desk.case
    work.desk.job("Going back", lambda _: case.as_of(moment.seq), lambda past: work.opener.past(work, past, moment))


def show_since(work: Workplace, step: int = 0) -> None:
    """What is different since the last version put up for signing, or since a step."""
    from workbench.desk.changed_since import Since

    Since(work.over, work.desk, lambda one: _show(work, one), step).show()


def _show(work: Workplace, one: Difference) -> None:
    """Go to what a difference is about, if it is still there."""
    try:
        if one.subject == "claim":
            work.desk.case.claims.view(one.id)
            work.desk.choose(one.id)
            work.show_claim(focus=False)
        elif one.subject == "article":
            work.desk.case.articles.get(one.id)
            work.go_to(one.id, 0)
        elif one.subject == "origin":
            show_origins(work)
    except WorkbenchError as error:
        work.desk.say(str(error))


def show_timeline(work: Workplace) -> None:
    from workbench.desk.timeline.sheet import Timeline

    Timeline(work.over, work.desk, work.go_to, work.claims.known_views).show()


def to_review(work: Workplace) -> None:
    """Show only the claims to look at again, or all of them."""
    work.claims.show_due(not work.claims.only_due)
    work.claims.list.setFocus()
