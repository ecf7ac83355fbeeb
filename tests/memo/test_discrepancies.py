"""Discrepancies in the memo: the section, its citations, what is still open, in both formats."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Discrepancy, Passage, Quotation
from workbench.domain.snapshot import Snapshot
from workbench.domain.vocabulary import DiscrepancyState, DiscrepancyType, FoundBy, PassageState, Severity
from workbench.memo.build import build_memo
from workbench.memo.markdown import MarkdownRenderer
from workbench.memo.model import Memo
from workbench.memo.pdf import PdfRenderer

OPEN, RESOLVED = DiscrepancyState.OPEN, DiscrepancyState.RESOLVED


def asked(number: int, state: DiscrepancyState, resolution: str, passages: tuple[int, ...], claim: int | None = 2) -> Discrepancy:
    return Discrepancy(
        number, DiscrepancyType.FIGURE, Severity.HIGH, claim, "Forty or fourteen?", state, resolution, FoundBy.CHECK, "R. Quill",
        tuple(Quotation(10 * number + n, p, "") for n, p in enumerate(passages)),
    )  # fmt: skip


@pytest.fixture
def with_queries(snapshot: Snapshot) -> Snapshot:
    """Q1 on two passages that C2 cites, settled; Q3 with a passage that no claim cites, open."""
    text = snapshot.texts[1]
    start = text.index("No one was hurt.")
    own = Passage(80, 1, anchor_at(text, start, start + len("No one was hurt.")), PassageState.EXACT)
    queries = (asked(1, RESOLVED, "The list has forty\nnames.", (3, 5)), asked(3, OPEN, "", (3, 80), None))
    return dataclasses.replace(snapshot, passages={**snapshot.passages, 80: own}, discrepancies=queries)


@pytest.fixture
def memo(with_queries: Snapshot) -> Memo:
    return build_memo(with_queries)


def test_a_row_says_type_severity_claim_state_and_how_it_was_settled(memo: Memo) -> None:
    first, second = memo.queries
    assert (first.number, first.type, first.severity, first.claim, first.state) == ("Q1", "figure", "high", "C2", "RESOLVED")
    assert first.resolution == ("The list has forty", "names.")
    assert first.found_by == "found by a check"
    assert (second.number, second.claim, second.state, second.resolution) == ("Q3", "", "OPEN", ())


def test_its_passages_are_citations_that_claims_share(memo: Memo) -> None:
    cited = {c.number: c for c in memo.citations}
    shared, own = memo.queries[1].passages
    assert cited[shared.citation].claims == ("C2", "Q1", "Q3")
    assert cited[own.citation].claims == ("Q3",)
    assert own.citation == len(memo.citations)
    assert memo.integrity.citations == len(memo.citations)


def test_a_passage_that_no_longer_stands_makes_a_draft(with_queries: Snapshot) -> None:
    texts = {**with_queries.texts, 1: with_queries.texts[1].replace("No one was hurt", "All were hurt..")}
    claims = tuple(c for c in with_queries.claims if c.id != 8)
    appearances = tuple(a for a in with_queries.appearances if a.claim_id != 8)
    memo = build_memo(dataclasses.replace(with_queries, texts=texts, claims=claims, appearances=appearances))
    assert memo.banner == "DRAFT: 1 citation does not match"
    assert memo.queries[1].passages[1].differs
    assert "DIFFERS" in MarkdownRenderer().render(memo).decode()


def test_open_ones_are_named_in_the_bottom_line_and_in_the_record(memo: Memo) -> None:
    last = memo.bottom_line[-1]
    assert last.text == "Unresolved: one query is open: Q3 (figure, high)."
    assert [run.to for run in last.runs if run.to] == ["Q3"]
    assert "Unresolved when this memo was made: Q3 (figure, high)." in memo.record


def test_with_a_bottom_line_of_ones_own_the_record_still_names_them(with_queries: Snapshot) -> None:
    own = dataclasses.replace(with_queries.info, bottom_line="All is well.")
    memo = build_memo(dataclasses.replace(with_queries, info=own))
    assert [point.text for point in memo.bottom_line] == ["All is well."]
    assert any("Q3 (figure, high)" in line for line in memo.record)


def test_nothing_open_is_not_mentioned(with_queries: Snapshot) -> None:
    memo = build_memo(dataclasses.replace(with_queries, discrepancies=with_queries.discrepancies[:1]))
    assert not any("nresolved" in line for line in (*memo.record, *(p.text for p in memo.bottom_line)))


def test_the_section_stands_between_reasoning_and_sources(memo: Memo, read_pages: Callable[[bytes], list[str]]) -> None:
    markdown = MarkdownRenderer().render(memo).decode()
    heads = [markdown.index(f"## {head}") for head in ("Reasoning, claim by claim", "Discrepancies", "Sources and independence")]
    assert heads == sorted(heads)
    assert "### Q1 RESOLVED: figure · high · C2 · found by a check" in markdown
    assert "**How it was settled:** The list has forty names." in markdown
    pdf = " ".join(read_pages(PdfRenderer().render(memo)))
    places = [pdf.rindex(head) for head in ("Reasoning, claim by claim", "Discrepancies", "Sources and independence")]
    assert places == sorted(places)
    assert "Of 2, 1 is open." in pdf
    assert "The list has forty" in pdf


def test_without_queries_there_is_no_section(snapshot: Snapshot) -> None:
    memo = build_memo(snapshot)
    assert memo.queries == ()
    assert "Discrepancies" not in MarkdownRenderer().render(memo).decode()


@pytest.mark.parametrize("words", ["*[x](javascript:1)*", '#import "x"', "| a | b |\n---", "\x00\x1b[31m", "שלום " * 400])
def test_hostile_words_stay_words(with_queries: Snapshot, words: str) -> None:
    queries = tuple(dataclasses.replace(q, summary=words, resolution=words and q.resolution and words) for q in with_queries.discrepancies)
    memo = build_memo(dataclasses.replace(with_queries, discrepancies=queries))
    assert "[x](javascript" not in MarkdownRenderer().render(memo).decode()
    assert PdfRenderer().render(memo).startswith(b"%PDF")
    assert PdfRenderer().render(memo) == PdfRenderer().render(memo)
