"""Going back: the history of the case, the case as it was, what changed since; and the timeline. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.case.differences import Difference
from workbench.desk.actions.common import pane_here
from workbench.desk.popup import Ask, Form
from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.window import Window


def show_history(window: Window, words: str = "") -> None:
    """The journal, narrowed to what it is asked about."""
    from workbench.desk.history import History
    from workbench.desk.past import open_past

    History(window, window.desk, lambda moment: open_past(window, moment), lambda step: show_since(window, step), words).show()


def claim_history(window: Window) -> None:
    """The history of the chosen claim."""
    if window.desk.claim:
        show_history(window, f"C{window.desk.claim}")
    else:
        window.desk.say("Choose a claim first: J and K go through them.")


def article_history(window: Window) -> None:
    """The history of the article in focus."""
    if pane := pane_here(window):
        show_history(window, f"Ex. {pane.article_id}")
    else:
        window.desk.say("Open an article first.")


def as_of(window: Window) -> None:
    """Ask for a moment and open the case as it was then."""
    from workbench.desk.past import open_past

    def done(values: list[str]) -> str:
        try:
            open_past(window, window.desk.case.past.find(values[0]))
        except WorkbenchError as error:
            return str(error)
        return ""

    hint = "21 Oct 2024 14:30, or a day, or a step's number"
    Form(window, "The case as it was", [Ask("When", "", (), hint)], done).open_at(window.middle())


def show_since(window: Window, step: int = 0) -> None:
    """What is different since the last version put up for signing, or since a step."""
    from workbench.desk.since import Since

    Since(window, window.desk, lambda one: _show(window, one), step).show()


def _show(window: Window, one: Difference) -> None:
    """Go to what a difference is about, if it is still there."""
    try:
        if one.subject == "claim":
            window.desk.case.claims.view(one.id)
            window.desk.choose(one.id)
            window.show_claim(focus=False)
        elif one.subject == "article":
            window.desk.case.articles.get(one.id)
            window.go_to(one.id, 0)
        elif one.subject == "origin":
            window.show_origins()
    except WorkbenchError as error:
        window.desk.say(str(error))


def show_timeline(window: Window) -> None:
    from workbench.desk.timeline.sheet import Timeline

    Timeline(window, window.desk, window.go_to, window.claims.known_views).show()


def to_review(window: Window) -> None:
    """Show only the claims to look at again, or all of them."""
    window.claims.show_due(not window.claims.only_due)
    window.claims.list.setFocus()
