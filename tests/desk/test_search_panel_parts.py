"""What the search panel is made of, without a window: excerpts, narrowing, what was seen, what to try."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.desk.search.excerpts import WIDTH, excerpts
from workbench.desk.search.keeping import MOST_RECENT, Keeping
from workbench.desk.search.narrowing import FACETS, Narrowing, joined, split
from workbench.desk.search.tries import tries
from workbench.domain.spans import Span
from workbench.search.documents import KINDS
from workbench.search.query import parse
from workbench.search.snippets import snippet
from workbench.settings import Settings


@given(st.text(alphabet="ab .\n\u2014\U0001f6a2é", min_size=0, max_size=900))
def test_excerpts_have_every_hit_once_in_order_and_nothing_but_the_text(text: str) -> None:
    spans = [Span(m.start(), m.end()) for m in re.finditer("ab+a?", text)]
    found = excerpts(text, spans)
    shown = [(each, span) for each in found for span in each.spans]
    assert [each.text[s.start : s.end] for each, s in shown] == [text[s.start : s.end] for s in spans]
    for each in found:
        bare = each.text.removeprefix("…").removesuffix("…").rstrip()
        assert "".join(text.split()).find("".join(bare.split())) >= 0
        assert "\n" not in each.text
        assert len(each.text) <= WIDTH + 4 or len(each.spans) == 1


def test_an_excerpt_says_where_something_is_left_out() -> None:
    text = "Beginning. " + "word " * 100 + "needle. " + "word " * 100
    at = text.index("needle")
    (found,) = excerpts(text, [Span(at, at + 6)])
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    (whole,) = excerpts("A needle.", [Span(2, 8)])
    assert whole.text == "A needle."
    (start,) = excerpts(text, [])
    assert start.text.startswith("Beginning.")
    assert not start.spans


def test_where_few_are_shown_those_with_most_of_the_words_come_first_in_the_order_of_the_text() -> None:
    text = "tug. " + "word " * 90 + "tug, ferry. " + "word " * 90 + "tug tug tug. " + "word " * 90 + "ferry, tug and pier."
    spans = [Span(m.start(), m.end()) for m in re.finditer("tug|ferry|pier", text)]
    found = excerpts(text, spans, 2)
    assert [[each.text[s.start : s.end] for s in each.spans] for each in found] == [["tug", "ferry"], ["ferry", "tug", "pier"]]
    best = snippet(text, tuple(spans))
    assert {best.text[s.start : s.end] for s in best.spans} == {"ferry", "tug", "pier"}, "and the one excerpt has the most of them"


VALUES = {
    "kind": st.sampled_from(KINDS), "publisher": st.sampled_from(["The Courier", "X", 'A "B" C', "Port (US)"]),
    "date": st.sampled_from(["2031", "2031-05", "2031-05-02"]), "language": st.sampled_from(["en", "ko"]),
    "status": st.sampled_from(["open", "denied", "refuted"]), "origin": st.sampled_from(["Agency, 2 May"]),
    "zone": st.sampled_from(["headline", "body"]),
}  # fmt: skip
NARROWED = st.sampled_from([facet for facet, _, _ in FACETS]).flatmap(lambda f: VALUES[f].map(lambda v: Narrowing(f, v)))


@given(st.sampled_from(["", "ferry", "a OR b", '"a b" -c', "(a OR b) c", "NOT a", "publisher:x a"]), st.lists(NARROWED, max_size=3))
def test_a_narrowed_query_means_the_same_when_it_is_taken_apart(text: str, narrowed: list[Narrowing]) -> None:
    query = joined(text, narrowed)
    if query:
        assert parse(query).tree is not None
        assert parse(joined(*split(query))).tree == parse(query).tree


def test_narrowing_keeps_what_was_typed_together() -> None:
    query = joined("a OR b", [Narrowing("kind", "article"), Narrowing("publisher", "The Courier")])
    assert query == '(a OR b) in:articles publisher:"The Courier"'
    assert split(query) == ("a OR b", (Narrowing("kind", "article"), Narrowing("publisher", "The Courier")))
    assert split("a OR b lang:en") == ("a OR b lang:en", ()), "there it belongs to b alone"
    assert split("NOT lang:en")[1] == ()


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(Settings(tmp_path / "settings.json"), "one")


def test_recent_searches_are_the_last_twenty_latest_first_for_each_case(keeping: Keeping, tmp_path: Path) -> None:
    for n in range(30):
        keeping.remember(f"{n} word")
    keeping.remember("25 word")
    assert keeping.recent[:3] == ["25 word", "29 word", "28 word"]
    assert len(keeping.recent) == len(set(keeping.recent)) == MOST_RECENT
    keeping.remember("25 word and more")
    assert "25 word" not in keeping.recent, "what was typed on from gives way"
    assert keeping.settings.flush()
    again = Settings(tmp_path / "settings.json")
    assert Keeping(again, "one").recent == keeping.recent
    assert Keeping(again, "other").recent == []


@given(st.frozensets(st.tuples(st.sampled_from(KINDS), st.integers(1, 300))))
def test_what_was_seen_comes_back_as_it_was(keys: frozenset[tuple[str, int]]) -> None:
    kept = Keeping(Settings(apart={}), "one")
    assert kept.seen(1) is None
    kept.see(1, keys)
    kept.see(2, ())
    assert kept.seen(1) == keys
    assert kept.seen(2) == frozenset()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ferry night", "ferry OR night"),
        ('"ferry at night"', '"ferry at night"~5'),
        ("=summoned", "summoned"),
        ("ferries", "ferries~"),
        ("ferry publisher:courier", "ferry"),
        ("(a OR b) ferry lang:ko", "ferry"),
    ],
)
def test_what_to_try_is_wider_and_can_be_asked(query: str, first: str) -> None:
    found = tries(query)
    assert found[0][0] == first
    for wider, why in found:
        assert parse(wider).tree is not None
        assert parse(wider).tree != parse(query).tree
        assert why
    assert tries("a AND") == []
    passage = " ".join(f"word{number}" for number in range(150))
    assert all(parse(wider).tree is not None for wider, _ in tries(passage)), "of a pasted passage, too"
