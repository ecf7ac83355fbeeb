"""Rows for the tables that the shared fixtures leave empty, written as an operation writes them."""

from __future__ import annotations

from workbench.case import Case
from workbench.domain import vocabulary as v


def fill_the_rest(case: Case, claim_id: int) -> None:
    """A query with two passages, a saved search, a version signed by two, and a review."""
    with case.file.read() as reader:
        first, second = sorted(reader.passages())[:2]
    with case.file.operation("The rest") as operation:
        query = operation.insert(
            "discrepancies", type=v.DiscrepancyType.FIGURE, severity=v.Severity.LOW, state=v.DiscrepancyState.OPEN,
            found_by=v.FoundBy.ANALYST, raised_by="Ida Holm", summary="40 or 38", claim_id=claim_id,
        )  # fmt: skip
        for passage in (first, second):
            operation.insert("discrepancy_passages", discrepancy_id=query, passage_id=passage)
        operation.insert("searches", name="ill", query="ill")
        operation.insert("dismissals", type=v.DiscrepancyType.DATE, places=f"{'0' * 64} 1 2", reason="two clocks")
        memo = operation.insert("memos", digest="d", head="h", step=1)
        operation.insert("sign_offs", memo_id=memo, role=v.Role.ANALYST, name="Ida Holm", signed_at="2031-03-02")
        operation.insert("sign_offs", memo_id=memo, role=v.Role.CHECKER, name="R. Quill", signed_at="2031-03-02")
        operation.insert("takedowns", exhibit=900, name="gone.txt", erased_by="Ida Holm", reason="a court said so")
        operation.insert("reviews", claim_id=claim_id, verdict=v.ReviewVerdict.AGREES, checker="R. Quill")
