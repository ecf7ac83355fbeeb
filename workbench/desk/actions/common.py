"""What several actions share: the words they act on, and trying something from a form."""

from __future__ import annotations

from collections.abc import Callable

from workbench.case.passages import Mark
from workbench.desk.reading.pane import Pane
from workbench.desk.workplace import Workplace
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance
from workbench.domain.errors import WorkbenchError

NO_CLAIM = "Choose a claim first (J, K, or a click on its mark)."
NO_MARK = "Put the cursor on a marked passage first."


def words_here(work: Workplace) -> tuple[Pane, Mark] | None:
    """The pane and the words that a key acts on; None, and it is said, where there are none."""
    pane = work.pane_here()
    span = pane.aim.words() if pane else None
    if pane is None or span is None:
        work.desk.say("Put the cursor in a sentence first.")
        return None
    return pane, Mark(pane.article_id, *span)


def mark_here(work: Workplace) -> tuple[Pane, Appearance] | None:
    """The pane with the keyboard and the appearance under its cursor, of the claim that keys are about; None, and it is said."""
    pane = work.reading_pane()
    found = pane.aim.appearance() if pane else None
    if pane is None or found is None:
        claim = work.target().claim_id
        work.desk.say(f"C{claim} has no mark under the cursor." if claim and pane else NO_MARK)
        return None
    work.desk.choose(found.claim_id)
    return pane, found


def claim_here(work: Workplace) -> int:
    """The claim that a key is about, which becomes the chosen one; else the chosen one; 0, and it is said, for none."""
    if claim_id := work.target().claim_id or work.desk.claim:
        work.desk.choose(claim_id)
    else:
        work.desk.say(NO_CLAIM)
    return claim_id


def attempt(work: Workplace, action: Callable[[], Changes]) -> str:
    """Do something from a form: what is wrong, or an empty string."""
    try:
        work.desk.announce(action())
    except WorkbenchError as error:
        return str(error)
    return ""
