"""Passages like the chosen claim, as the search panel offers them: what may say the same in articles that have no entry for it yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workbench.case.appearances import Attribution
from workbench.case.passages import Mark
from workbench.case.suggestions import Suggestion
from workbench.desk.desk import Desk
from workbench.desk.search import found
from workbench.desk.search.found import FoundRow
from workbench.desk.worker import Job
from workbench.domain.plurals import counted


class Offer(NamedTuple):
    """The rows, with what is said over them; `text` is the claim's."""

    claim_id: int
    words: str
    text: str
    rows: tuple[FoundRow, ...]


def ask_for_passages(desk: Desk, claim_id: int, show: Callable[[Offer], None]) -> Job:
    """Look for them in the background; `show` is called with what was found while the claim is still there."""
    case = desk.case

    def work(job: Job) -> Offer:
        text = case.claims.view(claim_id).claim.text
        search = case.suggestions.passages(claim_id, case.index.likely_articles, job.cancelled)
        rows = found.passages(case, search.suggestions)
        some = f"{counted(len(rows) // 2, 'passage')} may say the same. Enter adds one as an appearance."
        none = f"no passage was found with {search.words}." if search.looked_for else "every article has an answer for it."
        return Offer(claim_id, f"C{claim_id}: {some if rows else none}", text, rows)

    def told(offer: Offer) -> None:
        if case.claims.views(frozenset({claim_id})):
            show(offer)

    return desk.ask("Looking for passages", work, told)


def add_passage(desk: Desk, passage: Suggestion) -> bool:
    """Make a passage an appearance of its claim, by the analyst's key."""
    mark = Mark(passage.article_id, *passage.span)
    return desk.do(lambda: desk.case.appearances.add(passage.claim_id, mark, Attribution())) is not None
