"""Passages: made from a span of an article, kept once, let go when nothing hangs on them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.anchors import anchor_at, trimmed
from workbench.domain.errors import RuleBroken
from workbench.domain.vocabulary import PassageState
from workbench.storage import Operation


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of an article's reading text, code points, end exclusive."""

    article_id: int
    start: int
    end: int


def keep_passage(operation: Operation, mark: Mark) -> int:
    """The passage at that span: the one that is there already, or a new one. White space at its ends is left out."""
    reader = operation.reader
    text = reader.text(mark.article_id)
    span = trimmed(text, mark.start, mark.end)
    if not 0 <= span.start < span.end <= len(text):
        raise RuleBroken("passage", "There are no words at that place.")
    for passage in reader.passages(article_id=mark.article_id, start=span.start, end=span.end).values():
        if passage.place:
            return passage.id
    anchor = anchor_at(text, *span)
    return operation.insert(
        "passages", article_id=mark.article_id, start=anchor.start, end=anchor.end, exact=anchor.exact,
        prefix=anchor.prefix, suffix=anchor.suffix, state=PassageState.EXACT,
    )  # fmt: skip


def drop_unused(operation: Operation, passage_id: int | None) -> None:
    """Delete a passage that no appearance, no evidence and no query uses any more."""
    reader = operation.reader
    if passage_id is None or reader.appearances(passage_id=passage_id) or reader.appearances(statement_id=passage_id):
        return
    if reader.evidence(passage_id=passage_id):
        return
    if not reader.discrepancies_with_passage(passage_id):
        operation.delete("passages", passage_id)
