"""Every citation is re-read; one that differs makes the memo a draft."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Passage
from workbench.domain.layout import Layout
from workbench.domain.snapshot import Snapshot
from workbench.domain.vocabulary import PassageState
from workbench.memo.build import build_memo
from workbench.memo.citations import banner, fault_of, right_to_left


def test_every_quotation_stands_at_its_place(snapshot: Snapshot) -> None:
    memo = build_memo(snapshot)
    assert [citation.number for citation in memo.citations] == list(range(1, 14))
    exhibits = {article.exhibit: snapshot.texts[article.id] for article in snapshot.articles}
    for citation in memo.citations:
        text = exhibits[citation.exhibit]
        assert text[citation.start : citation.end] == citation.quote
        assert citation.quote in text.split("\n")[citation.line - 1]
        assert citation.place == f"l. {citation.line}"
    assert memo.banner == ""


def test_a_citation_says_page_and_line_or_paragraph_where_the_exhibit_has_them(snapshot: Snapshot) -> None:
    first, second, *others = snapshot.articles
    paged = replace(first, media_type="application/pdf", layout=Layout(((1,), (5, len(snapshot.texts[first.id]) - 6))))
    memo = build_memo(replace(snapshot, articles=[paged, replace(second, media_type="text/html"), *others]))
    for citation in memo.citations:
        text = snapshot.texts[int(citation.exhibit.removeprefix("Ex. "))]
        paragraph = sum(1 for line in text.split("\n")[: citation.line] if line.strip())
        pages = f"p. 2, l. {1 if citation.start < 6 else 2}" if citation.start else "p. 1, l. 1"
        wanted = {first.exhibit: pages, second.exhibit: f"para. {paragraph}"}
        assert citation.place == wanted.get(citation.exhibit, f"l. {citation.line}")
    assert {citation.exhibit for citation in memo.citations} >= {first.exhibit, second.exhibit}
    quote = next(quote for item in memo.reasoning for quote in item.quotes)
    assert quote.place in {f"{each.place}, {each.start}–{each.end}" for each in memo.citations}


def test_a_changed_text_is_counted(snapshot: Snapshot) -> None:
    texts = dict(snapshot.texts) | {2: snapshot.texts[2].replace("asleep", "awake!")}
    memo = build_memo(dataclasses.replace(snapshot, texts=texts))
    assert memo.banner == "DRAFT: 1 citation does not match"
    assert memo.integrity.statement == "13 citations re-read, 1 differs"
    assert [quote.differs for quote in memo.reasoning[2].quotes] == [True]


def test_a_hash_fault_makes_all_citations_of_its_article_differ(snapshot: Snapshot) -> None:
    memo = build_memo(dataclasses.replace(snapshot, hash_faults={1: "the original no longer matches its SHA-256"}))
    assert memo.banner == "DRAFT: 3 citations do not match"
    assert memo.exhibits[0].fault == "the original no longer matches its SHA-256"
    assert {citation.exhibit for citation in memo.citations if citation.fault} == {"Ex. 1"}


def test_a_missing_text_differs(snapshot: Snapshot) -> None:
    texts = {number: text for number, text in snapshot.texts.items() if number != 5}
    assert build_memo(dataclasses.replace(snapshot, texts=texts)).banner == "DRAFT: 3 citations do not match"


def test_a_broken_exhibit_that_nothing_cites_is_said_too(snapshot: Snapshot) -> None:
    bare = dataclasses.replace(snapshot, appearances=(), evidence=(), hash_faults={2: ""})
    assert build_memo(bare).banner == "DRAFT: 1 exhibit does not match"


def test_a_passage_cited_twice_keeps_its_number(snapshot: Snapshot) -> None:
    twice = dataclasses.replace(snapshot.evidence[0], id=9, claim_id=1)
    memo = build_memo(dataclasses.replace(snapshot, evidence=(*snapshot.evidence, twice)))
    assert len(memo.citations) == 13
    assert next(citation for citation in memo.citations if "2011" in citation.quote).claims == ("C1", "C5")


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60), st.data())
def test_any_span_of_any_text_is_cited_as_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Passage(1, 1, anchor_at(text, start, end), PassageState.EXACT)
    there = _Texts({1: text}, {})
    assert fault_of(there, passage) == ""  # type: ignore[arg-type]
    assert fault_of(_Texts({1: text[:start] + "\0" + text[start:]}, {}), passage) or text[start:end] == "\0" * (end - start)  # type: ignore[arg-type]


@dataclasses.dataclass
class _Texts:
    texts: dict[int, str]
    hash_faults: dict[int, str]


@pytest.mark.parametrize(
    ("differing", "broken", "words"), [(0, 0, ""), (1, 0, "DRAFT: 1 citation does not match"), (2, 5, "DRAFT: 2 citations do not match")]
)
def test_the_banner_counts(differing: int, broken: int, words: str) -> None:
    assert banner(differing, broken) == words


def test_direction_follows_the_first_strong_letter() -> None:
    assert right_to_left("12 «السفينة»")
    assert not right_to_left("12 «паром» السفينة")
    assert not right_to_left("12–13")
