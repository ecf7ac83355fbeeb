"""The PDF, read back: what is printed is what the memo says."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import pypdfium2
import pytest

from workbench.domain.errors import MemoFailed
from workbench.domain.snapshot import Snapshot
from workbench.memo import pdf
from workbench.memo.build import build_memo
from workbench.memo.pdf import PdfRenderer

ReadPages = Callable[[bytes], list[str]]


def render(snapshot: Snapshot) -> bytes:
    return PdfRenderer().render(build_memo(snapshot))


def test_the_same_input_gives_the_same_bytes(snapshot: Snapshot) -> None:
    assert render(snapshot) == render(snapshot)


def test_every_claim_is_printed_with_number_text_and_word(snapshot: Snapshot, read_pages: ReadPages) -> None:
    text = " ".join(read_pages(render(snapshot)))
    for row in build_memo(snapshot).claims:
        assert f"{row.number} {row.text} {row.glyph} {row.word}" in text


def test_the_word_stands_on_the_page_of_its_claim(snapshot: Snapshot, read_pages: ReadPages) -> None:
    many = dataclasses.replace(snapshot, claims=tuple(dataclasses.replace(snapshot.claims[i % 8], id=i + 1) for i in range(60)))
    pages, memo = read_pages(render(many)), build_memo(many)
    assert sum("Likelihood Confidence" in page for page in pages) > 1, "the head of the table is repeated"
    for row in memo.claims:
        line = f"{row.number} {row.text} {row.glyph} {row.word}"
        # Once in the table and once over the reasoning, each on one page.
        assert sum(len(re.findall(rf"\b{re.escape(line)}", page)) for page in pages) == 2


def test_handling_reference_version_and_page_stand_on_every_page(snapshot: Snapshot, read_pages: ReadPages) -> None:
    pages = read_pages(render(snapshot))
    for number, page in enumerate(pages, 1):
        assert "TLP:AMBER" in page
        assert "BRENN-2031-03 · v1, working copy" in page
        assert f"page {number} of {len(pages)}" in page


def marked(quote: str) -> str:
    """A quotation between marks; one that begins or ends with a mark of its own is kept apart from them by a thin space."""
    if re.fullmatch("“[^“”]*”", quote):
        return quote
    return f"“{' ' if quote[0] in '“‘«„' else ''}{quote}{' ' if quote[-1] in '”’»“' else ''}”"


def test_every_citation_is_printed_with_its_place_and_words(snapshot: Snapshot, read_pages: ReadPages) -> None:
    text = " ".join(read_pages(render(snapshot)))
    for citation in build_memo(snapshot).citations:
        assert f"{citation.number} {citation.exhibit} {citation.place} {citation.start}–{citation.end} {marked(citation.quote)}" in text


def test_hashes_are_printed_whole(snapshot: Snapshot, read_pages: ReadPages) -> None:
    text = " ".join(read_pages(render(snapshot)))
    assert snapshot.head in text
    for article in snapshot.articles:
        assert article.original_sha256 in text


def test_a_draft_says_so_on_every_page(snapshot: Snapshot, read_pages: ReadPages) -> None:
    pages = read_pages(render(dataclasses.replace(snapshot, hash_faults={1: "the original no longer matches its SHA-256"})))
    assert all("DRAFT: 3 citations do not match" in page for page in pages)
    assert pages[0].count("DRAFT: 3 citations do not match") == 2
    assert "DRAFT" not in " ".join(read_pages(render(snapshot)))


def test_the_file_is_tagged_titled_and_outlined(snapshot: Snapshot) -> None:
    made = render(snapshot)
    document = pypdfium2.PdfDocument(made)
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert document.is_tagged()
    assert document.get_metadata_value("Title") == "The ferry Alder aground off Brenn"
    assert document.get_metadata_value("CreationDate").startswith("D:20310306120000")
    document.close()
    assert b"pdfuaid:part" in made
    assert "C4 The Alder was overloaded." in titles
    assert [title for title in titles if title.startswith("Appendix")] == [
        "Appendix A. Exhibits",
        "Appendix B. Citations",
        "Appendix C. Integrity",
    ]


def test_claims_and_citations_are_linked(snapshot: Snapshot) -> None:
    made = render(snapshot)
    assert made.count(b"/Subtype /Link") + made.count(b"/Subtype/Link") > 40
    assert b"https://ferries.example/alder" in made


def test_a_failing_template_says_why(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_data", lambda *_: "{}")
    with pytest.raises(MemoFailed, match=r"The memo could not be made: .*subject"):
        render(snapshot)
