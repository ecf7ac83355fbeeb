"""The query language: what is typed, what tree it makes, and what is said when it makes none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.search import parse, show
from workbench.search.tree import (
    And,
    Dates,
    Field,
    Fuzzy,
    Key,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Tree,
    Wildcard,
    Word,
    conjunction,
    disjunction,
)

LETTERS = st.text("abcdefgéжя", min_size=4, max_size=9) | st.text("부산항", min_size=1, max_size=4)
WORDS = LETTERS.map(Word) | LETTERS.map(lambda text: Word(text, exact=True))
PHRASES = st.builds(lambda words, exact: Phrase(" ".join(words), exact), st.lists(LETTERS, min_size=1, max_size=4), st.booleans())
PLAIN = st.text("abcdefg", min_size=6, max_size=9)
DAYS = st.dates().map(lambda day: day.isoformat())
LEAVES = (
    WORDS
    | PHRASES
    | st.builds(Near, LETTERS, st.integers(0, 100))
    | LETTERS.map(Prefix)
    | PLAIN.map(lambda text: Wildcard(f"{text[:3]}?{text[3:]}*"))
    | st.builds(Fuzzy, PLAIN, st.sampled_from([1, 2]))
    | st.builds(
        Field, st.sampled_from(["publisher", "title", "author", "origin"]), LETTERS.map(Word) | LETTERS.map(Phrase) | LETTERS.map(Prefix)
    )
    | st.sampled_from(
        [Key("lang", "ko"), Key("status", "refuted"), Key("in", "note"), Key("in", "evidence"), Key("claim", "7"), Key("zone", "headline")]
    )
    | st.lists(DAYS, min_size=2, max_size=2).map(lambda days: Dates(*sorted(days)))
    | DAYS.map(lambda day: Dates(day, ""))
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    LEAVES,
    lambda below: (
        below.map(Not) | st.lists(below, min_size=2, max_size=3).map(conjunction) | st.lists(below, min_size=2, max_size=3).map(disjunction)
    ),
    max_leaves=8,
)
TYPED = st.text('ab"“(): *?~-=>.<1,\n한', max_size=30) | st.text(max_size=40)


@given(TREES)
def test_printing_a_tree_and_parsing_it_gives_the_tree(tree: Tree) -> None:
    assert parse(show(tree)).tree == tree


@given(st.lists(TYPED | st.sampled_from(["AND", "OR", "NOT", "published:", "in:", "title:"]), max_size=8).map(" ".join))
def test_whatever_is_typed_gives_a_tree_or_says_where_and_why_not(text: str) -> None:
    found = parse(text)
    for diagnostic in found.diagnostics:
        assert 0 <= diagnostic.position <= len(text)
        assert diagnostic.position + diagnostic.length <= len(text)
        assert diagnostic.message.endswith(".") or diagnostic.message
    if found.tree is None:
        assert found.diagnostics
    else:
        assert parse(show(found.tree)).tree == found.tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("envoy boats", And((Word("envoy"), Word("boats")))),
        ("envoy AND boats", And((Word("envoy"), Word("boats")))),
        ("envoy OR boats home", Or((Word("envoy"), And((Word("boats"), Word("home")))))),
        ("envoy -boats", And((Word("envoy"), Not(Word("boats"))))),
        ("NOT (envoy OR boats)", Not(Or((Word("envoy"), Word("boats"))))),
        ("“envoy went”", Phrase("envoy went")),
        ('"envoy went"~', Near("envoy went", 5)),
        ("MiG-29", Word("MiG-29")),
        ("title:“two words”", Field("title", Phrase("two words"))),
        ("in:claims", Key("in", "claim")),
        ("lang:en-GB", Key("lang", "en")),
        ("claim:c07", Key("claim", "7")),
        ("published:2024-02", Dates("2024-02-01", "2024-02-29")),
        ('published:"18 Oct 2024"', Dates("2024-10-18", "2024-10-18")),
        ("published:18.10.2024", Dates("2024-10-18", "2024-10-18")),
        ('published:"18–22 Oct 2024"', Dates("2024-10-18", "2024-10-22")),
        ("published:“18 Oct 2024”..“22 Oct 2024”", Dates("2024-10-18", "2024-10-22")),
        ('published:>"18 Oct 2024"', Dates("2024-10-19", "")),
        ('published:"<= 18 Oct 2024"', Dates("", "2024-10-18")),
        ("published:2024-10-18/2024-10-22", Dates("2024-10-18", "2024-10-22")),
        ("published:..2024-10", Dates("", "2024-10-31")),
        ("published:2024-10..", Dates("2024-10-01", "")),
        ("published:>2024-10-18", Dates("2024-10-19", "")),
        ("published:<2024", Dates("", "2023-12-31")),
        ("published:2024-10-18..2024-10", Dates("2024-10-18", "2024-10-31")),
        ("http://port.example/log", Word("http://port.example/log")),
        ("and or not", And((Word("and"), Word("or"), Word("not")))),
    ],
)
def test_what_is_typed_means_what_it_says(typed: str, tree: Tree) -> None:
    assert parse(typed).tree == tree


@pytest.mark.parametrize(
    ("typed", "position", "says"),
    [
        ("a AND OR b", 6, "OR needs a word"),
        ("a AND", 4, "AND needs a word"),
        ("OR a", 0, "OR needs a word"),
        ("a NOT", 4, "NOT needs a word"),
        ('say "this', 4, "not closed"),
        ("(a b", 0, "not closed"),
        ("a) b", 1, "no opening"),
        ("*", 0, "needs some letters"),
        ("a*", 0, "two letters"),
        ("abc~", 0, "at least 4 letters"),
        ("abcde~2", 0, "at least 6 letters"),
        ("colour:red", 0, "There is no field"),
        ("published:2024-13", 0, "“2024-13” names a month 13"),
        ("published:2024-10-20..2024-10-18", 0, "ends before it begins. Write it like 2024"),
        ("published:>9999-12-31", 0, "no day beyond"),
        ("in:papers", 0, "articles, claims, notes, evidence"),
        ("status:true", 0, "confirmed"),
        ("claim:C0", 0, "claim:C7"),
        ("title:", 0, "right after the colon"),
        ("", 0, "Type a word"),
        ("& !", 0, "no letters"),
    ],
)
def test_an_unusable_query_points_at_the_place_and_says_what_to_type(typed: str, position: int, says: str) -> None:
    found = parse(typed)
    assert found.tree is None
    assert any(d.position == position and says in d.message for d in found.diagnostics), found.diagnostics


def test_what_has_nothing_to_look_for_is_left_out_aloud() -> None:
    found = parse("envoy & boats")
    assert found.tree == And((Word("envoy"), Word("boats")))
    assert [(d.position, d.length) for d in found.diagnostics] == [(6, 1)]


def test_a_question_mark_at_the_end_is_explained() -> None:
    found = parse("who?")
    assert found.tree == Wildcard("who?")
    assert "one letter" in found.diagnostics[0].message
