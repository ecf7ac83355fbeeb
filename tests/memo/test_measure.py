"""No text is too long for the memo: it is cut at a word where it says […], and the record names it with its length."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from workbench.domain.entities import Discrepancy, Metadatum, Quotation
from workbench.domain.records import SignedMemo, SignOff, Takedown
from workbench.domain.snapshot import Snapshot
from workbench.domain.vocabulary import Confidence, DiscrepancyState, DiscrepancyType, Field, FoundBy, Role, Severity
from workbench.memo.build import build_memo
from workbench.memo.markdown import MarkdownRenderer
from workbench.memo.measure import LIMITS, LINE, PROSE, WHOLE, cut_lines, measured
from workbench.memo.pdf import PdfRenderer

ReadPages = Callable[[bytes], list[str]]
Change = Callable[..., Snapshot]
LONG = 32_767
WORD, WORDS = "x" * LONG, "word " * (LONG // 5) + "ab"


def everything_long(snapshot: Snapshot, long: str) -> Snapshot:
    """The case with every text in it that long, but the articles' own texts and what is quoted from them."""

    def lengthened(value: Any, **more: object) -> Any:
        kept = {"id", "uid", "created_at", "as_of", "event_date", "original_sha256", "text_sha256", "imported_at"}
        names = [f.name for f in dataclasses.fields(value) if type(getattr(value, f.name)) is str and f.name not in kept]
        return dataclasses.replace(value, **{**dict.fromkeys(names, long), **more})

    title = {Field.TITLE: Metadatum(long, Confidence.LOW, long), Field.PUBLISHER: Metadatum(long, Confidence.LOW, long)}
    articles = tuple(lengthened(a, metadata={**a.metadata, **title}, location=f"https://x/{long}") for a in snapshot.articles)
    evidence = tuple(lengthened(link, url=f"https://x/{long}" if link.url else "") for link in snapshot.evidence)
    origins = {row: lengthened(o) for row, o in snapshot.origins.items()}
    query = Discrepancy(
        1, DiscrepancyType.FIGURE, Severity.HIGH, 2, long, DiscrepancyState.RESOLVED, long, FoundBy.ANALYST, long, (Quotation(1, 1, long),)
    )  # fmt: skip
    signed = SignedMemo(1, "", long, long, 1, None, (SignOff(1, 1, Role.ANALYST, long, long),))
    stone = Takedown(1, 9, long, "ab" * 32, "cd" * 32, "2031-03-06", long, long)
    return dataclasses.replace(
        snapshot, info=lengthened(snapshot.info), articles=articles, claims=tuple(map(lengthened, snapshot.claims)), origins=origins,
        appearances=tuple(map(lengthened, snapshot.appearances)), evidence=evidence, discrepancies=(query,), memos=(signed,),
        standing=signed, takedowns=(stone,), head=long,
    )  # fmt: skip


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("long", [WORD, WORDS, "⚓" * LONG], ids=["one word", "words", "signs"])
def test_every_text_too_long_at_once_is_a_memo_that_says_so(snapshot: Snapshot, long: str) -> None:
    memo = build_memo(everything_long(snapshot, long))
    assert max(map(len, texts(memo.as_json()))) <= PROSE + len(" […]")
    named = memo.record[-1]
    assert named.startswith("Too long to be printed whole, so cut where it says […]: ")
    assert "the title (32,767 characters)" in named
    assert MarkdownRenderer().render(memo)


@pytest.mark.parametrize("long", [WORD, "\u202e" * LONG], ids=["one word", "unseen"])
def test_with_every_line_too_long_it_is_a_pdf(snapshot: Snapshot, long: str) -> None:
    """Of one claim, whose prose is left as it is: to set a hundred pages takes its time."""
    one = dataclasses.replace(snapshot, claims=snapshot.claims[1:2], articles=snapshot.articles[:1])
    memo = build_memo(everything_long(one, long))
    assert PdfRenderer().render(_without_prose(memo)).startswith(b"%PDF")


def _without_prose(value: Any, name: str = "") -> Any:
    if isinstance(value, str):
        return value if name in LIMITS else value[:200]
    if isinstance(value, tuple):
        return tuple(_without_prose(inner, name) for inner in value)
    if not dataclasses.is_dataclass(value):
        return value
    return dataclasses.replace(value, **{f.name: _without_prose(getattr(value, f.name), f.name) for f in dataclasses.fields(value)})


@pytest.mark.parametrize(
    ("field", "words"),
    [("url", "what a link points to, of C2 (33,009 characters)"), ("note", "note, of C2 (33,000 characters)")],
)
def test_one_long_link_is_cut_and_its_claim_is_named(snapshot: Snapshot, read_pages: ReadPages, field: str, words: str) -> None:
    long = {"url": "https://x" + "/" * 33_000, "note": "n" * 33_000}[field]
    evidence = tuple(dataclasses.replace(link, **{field: long}) if link.id == 2 else link for link in snapshot.evidence)
    memo = build_memo(dataclasses.replace(snapshot, evidence=evidence))
    assert words in memo.record[-1]
    (line,) = memo.reasoning[1].evidence
    assert (line.url == "") == (field == "url"), "what is cut leads nowhere"
    assert "so cut where it says […]" in " ".join(read_pages(PdfRenderer().render(memo)))


def test_a_cut_falls_at_a_word(with_info: Change) -> None:
    memo = build_memo(with_info(title=WORDS))
    assert memo.subject.endswith("word […]")
    assert len(memo.subject) <= LIMITS["subject"] + 4


def test_many_cuts_are_counted_and_not_all_named(snapshot: Snapshot) -> None:
    line = build_memo(everything_long(snapshot, WORD)).record[-1]
    assert line.endswith(" more.")
    assert line.count("characters)") == 20


def test_what_is_not_too_long_is_as_it_was(snapshot: Snapshot) -> None:
    assert not any("[…]" in text for text in texts(build_memo(snapshot).as_json()))


def test_an_address_is_followed_as_it_stands(snapshot: Snapshot) -> None:
    """Places to break are put into what is printed, never into where it leads."""
    address = "https://ferries.example/" + "a" * 300
    evidence = tuple(dataclasses.replace(link, url=address) if link.id == 2 else link for link in snapshot.evidence)
    pdf = PdfRenderer().render(build_memo(dataclasses.replace(snapshot, evidence=evidence)))
    assert address.encode() in pdf
    unseen = tuple(dataclasses.replace(link, url="https://x.example/\u202egpj") if link.id == 2 else link for link in snapshot.evidence)
    (line,) = build_memo(dataclasses.replace(snapshot, evidence=unseen)).reasoning[1].evidence
    assert line.url == ""


def test_a_quotation_is_whole_in_the_appendix_up_to_its_own_limit() -> None:
    assert WHOLE > PROSE


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_moment_at_either_end_of_time_prints(with_info: Change, moment: str) -> None:
    """In UTC it lies outside all years that there are."""
    memo = build_memo(with_info(as_of=moment, created_at=moment))
    assert MarkdownRenderer().render(memo)


def test_what_is_just_as_long_as_may_be_is_not_called_cut(with_claim: Change) -> None:
    for length, cut in ((PROSE, False), (PROSE + 1, True)):
        claim = dataclasses.replace(with_claim(1).claims[0], reason="x" * length)
        made, cuts = measured(claim)
        assert (made.reason != claim.reason) is cut
        assert bool(cuts) is cut


def test_of_a_page_beside_the_memo_every_text_is_a_line_and_all_else_stays() -> None:
    long = "x" * (LINE + 1)
    cut = cut_lines({"title": long, "rows": [{"cells": (long, "kept", 7, None)}], "on": True})
    assert cut == {"title": "x" * LINE + " […]", "rows": [{"cells": ["x" * LINE + " […]", "kept", 7, None]}], "on": True}
