"""Queries: raise one about these words, list them, show the passages of one. One thin function per user action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.checks.matter import Place
from workbench.desk.actions.common import words_here
from workbench.desk.queries.raising import Raising
from workbench.desk.reading.tabs import Tab

if TYPE_CHECKING:
    from workbench.desk.reading.pane import Pane
    from workbench.desk.workplace import Workplace


def query(work: Workplace) -> None:
    """These words do not agree with others: begin a query, or complete the one that is half made."""
    found = words_here(work)
    if found is None:
        return
    mark, half = found[1], work.querying.half
    if half and half.mark.article_id not in work.articles.ids():
        half = work.querying.half = None
        work.desk.say("The half-made query was dropped: its article has gone.")
    if half:
        half.complete(mark, work.place())
        return
    here = work.desk.case.queries.claims_at(mark)
    claim_id = work.desk.claim if work.desk.claim in here or not here else here[0]
    Raising(work, mark, claim_id, work.place()).begin()


def show_queries(work: Workplace, query_id: int = 0) -> None:
    """The list of queries; with a number that one chosen, else the one that was raised last."""
    from workbench.desk.queries.sheet import QuerySheet

    sheet = next((s for s in work.over.findChildren(QuerySheet) if s.isVisible()), None)
    if sheet is None:
        sheet = QuerySheet(work.over, work.desk, work.querying, lambda places: show_places(work, places))
        sheet.show()
    if query_id := query_id or work.querying.last:
        work.querying.last = 0
        sheet.show_query(query_id)
    sheet.raise_()
    sheet.activateWindow()
    sheet.table.setFocus()


def show_findings(work: Workplace) -> None:
    """What the articles say against each other, in a sheet of its own."""
    from workbench.desk.findings.sheet import FindingsSheet

    sheet = next((s for s in work.over.findChildren(FindingsSheet) if s.isVisible()), None)
    if sheet is None:
        sheet = FindingsSheet(work.over, work.desk, lambda places: show_places(work, places))
        sheet.show()
    sheet.raise_()
    sheet.activateWindow()
    sheet.table.setFocus()


def show_places(work: Workplace, places: Sequence[Place]) -> None:
    """The first two places in two panes beside each other, their words selected."""
    area = work.area
    one = area.go_to(places[0].article_id, places[0].span, select=True)
    if len(places) > 1:
        article_id, span = places[1]
        other = next((p for p in area.panes if p is not one and p.article_id == article_id), None) or _beside(work, one, article_id)
        other.view.go_to(span, select=True)
    one.view.setFocus()
    work.over.raise_()
    work.over.activateWindow()


def _beside(work: Workplace, one: Pane, article_id: int) -> Pane:
    """Another pane with that article: in a new tab of one that is there, else a new pane."""
    others = [p for p in work.area.panes if p is not one]
    if not others:
        return work.area.open(article_id, beside=True)
    at = work.area.panes.index(one)
    pane = work.area.panes[at + 1] if at + 1 < len(work.area.panes) else others[-1]
    pane.add_tab(Tab(article_id))
    return pane
