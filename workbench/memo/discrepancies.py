"""The queries of the case: their passages as cited, how each was settled, and which are not."""

from __future__ import annotations

from workbench.domain.entities import Discrepancy, Quotation
from workbench.domain.plurals import either
from workbench.domain.vocabulary import DiscrepancyState, FoundBy
from workbench.memo.citations import CitationList
from workbench.memo.lookup import Lookup
from workbench.memo.model import Point, QueryRow, Quote, Run
from workbench.memo.reasoning import quoted
from workbench.memo.words import number, paragraphs, sentence


def query_rows(look: Lookup, citations: CitationList) -> tuple[QueryRow, ...]:
    """One row a query, by number; every passage is a citation, re-read like all others."""
    known = {claim.id: claim.number for claim in look.claims}
    return tuple(_row(look, query, known.get(query.claim_id or 0, ""), citations) for query in look.snapshot.discrepancies)


def _row(look: Lookup, query: Discrepancy, claim: str, citations: CitationList) -> QueryRow:
    passages = (_quote(look, query, quotation, citations) for quotation in query.passages)
    return QueryRow(
        number=query.number,
        type=query.type.label,
        severity=query.severity.label,
        claim=claim,
        summary=sentence(query.summary),
        state="RESOLVED" if query.state is DiscrepancyState.RESOLVED else "OPEN",
        resolution=paragraphs(query.resolution),
        found_by=query.found_by.label if query.found_by is FoundBy.CHECK else "",
        passages=tuple(quote for quote in passages if quote),
    )


def _quote(look: Lookup, query: Discrepancy, quotation: Quotation, citations: CitationList) -> Quote | None:
    passage = look.snapshot.passages.get(quotation.passage_id)
    return quoted(citations.cite(passage, query.number), quotation.note.strip(), "") if passage else None


def unsettled(look: Lookup) -> tuple[Discrepancy, ...]:
    return tuple(query for query in look.snapshot.discrepancies if query.state is DiscrepancyState.OPEN)


def unsettled_line(look: Lookup) -> tuple[str, ...]:
    """The sentence of the record that names every open query; none when all are settled."""
    found = unsettled(look)
    if not found:
        return ()
    named = ", ".join(f"{query.number} ({query.type.label}, {query.severity.label})" for query in found)
    return (f"Unresolved when this memo was made: {named}.",)


def unsettled_point(look: Lookup) -> tuple[Point, ...]:
    """The point of the bottom line: how many passages do not agree yet, and which queries ask about them."""
    found = unsettled(look)
    if not found:
        return ()
    known = {claim.id: claim.number for claim in look.claims}
    runs: list[Run] = [
        Run("Unresolved: ", strong=True),
        Run(either(len(found), "one query is open: ", f"{number(len(found))} queries are open: ")),
    ]
    for at, query in enumerate(found):
        runs += [Run(", " if at else ""), Run(query.number, to=query.number), Run(f" ({query.type.label}, {query.severity.label})")]
    claims = dict.fromkeys(known[q.claim_id] for q in found if q.claim_id in known)
    return (Point("", tuple(run for run in (*runs, Run(".")) if run.text), tuple(claims)),)
