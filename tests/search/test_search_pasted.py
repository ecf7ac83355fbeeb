"""What is pasted: sentences, paths, addresses and whole passages are looked for as words, and it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.search import IndexDocument, parse, show
from workbench.search.pasted import settled
from workbench.search.query import MAX_LENGTH, MAX_PASTED
from workbench.search.tree import MAX_TERMS, And, Key, Phrase, Prefix, Regex, Tree, Wildcard, Word

if TYPE_CHECKING:
    from tests.search.conftest import Desk

TEXT = (
    "Minister: we will not pay. Was the bridge closed? “He said no today,” wrote the Post. It lay in C:\\Users\\ann\\report.pdf and at "
    "https://port.example/log?id=5&x=y#top – write to ann@port.example. She asked: ‘Who pays?’ (The mayor) said: ~500 people; "
    "1) first 2) last."
)


def ands(words: str) -> Tree:
    return And(tuple(map(Word, words.split())))


@pytest.mark.parametrize(
    ("typed", "tree", "says"),
    [
        ("Minister: we pay", ands("Minister we pay"), "no field “Minister:”"),
        ("Was it closed?", ands("Was it closed"), "ends a sentence"),
        ("Was it closed?! He ran", ands("Was it closed He ran"), "ends a sentence"),
        ("Title: Minister resigns", ands("Title Minister resigns"), "right after the colon"),
        ("in: the house", ands("in the house"), "right after the colon"),
        ("C:\\Users\\ann", Phrase("C Users ann"), "looked for as words"),
        ("localhost:8080", Phrase("localhost 8080"), "looked for as words"),
        ("https://x.org/a?b=c", Phrase("https x.org a b c"), "looked for as words"),
        ("log?id=5", Phrase("log id 5"), "looked for as words"),
        ("colour:red bridge", And((Phrase("colour red"), Word("bridge"))), "no field “colour:”"),
        ("~500 people there", ands("500 people there"), "looked for as words"),
        ("He said “no today at noon", ands("He said no today at noon"), "not closed"),
        ("1) first item 2) second", ands("1 first item 2 second"), "no opening one"),
        ("NOTE: the bridge", ands("NOTE the bridge"), "no field"),
        (
            "He (said “no in:articles at noon",
            And((*map(Word, ["He", "said", "no"]), Key("in", "article"), Word("at"), Word("noon"))),
            "words",
        ),
    ],
)
def test_signs_of_a_text_are_no_operators_and_it_is_said(typed: str, tree: Tree, says: str) -> None:
    found = parse(typed)
    assert found.tree == tree
    assert any(says in diagnostic.message for diagnostic in found.diagnostics), found.diagnostics
    assert parse(show(tree)).tree == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("who?", Wildcard("who?")),
        ("who? in:articles", And((Wildcard("who?"), Key("in", "article")))),
        ("w?ldcard closed", And((Wildcard("w?ldcard"), Word("closed")))),
        ("ambass* closed", And((Prefix("ambass"), Word("closed")))),
        ("and/or", Word("and/or")),
        ("1 500", Word("1 500")),
        ("1 AND 500", ands("1 500")),
        ("1 500 000 men", And((Word("1 500 000"), Word("men")))),
        ("1 5000", ands("1 5000")),
        ('צה"ל', Word("צה״ל")),
        ('דובר צה"ל אמר "שלום"', And((*map(Word, ["דובר", "צה״ל", "אמר"]), Phrase("שלום")))),
        ('ב"הארץ" נכתב', And((Word("ב"), Phrase("הארץ"), Word("נכתב")))),
        ("/a.b/", Regex("a.b")),
        ("/a b/ in:articles", And((Regex("a b"), Key("in", "article")))),
        ("/usr/local/bin/", Word("/usr/local/bin/")),
        ("/etc/passwd", Word("/etc/passwd")),
    ],
)
def test_what_is_typed_means_what_it_did(typed: str, tree: Tree) -> None:
    assert parse(typed).tree == tree
    assert parse(show(tree)).tree == tree


@pytest.mark.parametrize(
    "typed", ['say "this', "(a b", "colour:red", "title:", "a AND", "(troops OR soldiers OR navy", "(ambass* envoy to the"]
)
def test_a_slip_in_a_query_is_still_told(typed: str) -> None:
    assert parse(typed).tree is None


PASTED = [
    "Minister: we will not pay",
    "Was the bridge closed?",
    "“He said no today,” wrote the Post.",
    "He said no today,” wrote the Post.",
    "C:\\Users\\ann\\report.pdf",
    "https://port.example/log?id=5&x=y#top",
    "ann@port.example",
    "She asked: ‘Who pays?’ (The mayor) said:",
    "(The mayor said: ~500 people; 1) first",
]


@pytest.mark.parametrize("typed", PASTED)
def test_a_pasted_piece_finds_its_article_and_no_other(desk_of: Callable[..., Desk], typed: str) -> None:
    desk = desk_of(IndexDocument("article", 1, TEXT, language="en"), IndexDocument("article", 2, "He will pay tomorrow", language="en"))
    assert desk.found(typed) == {("article", 1)}
    assert desk.found(f"{typed} tomorrow") == set()


@given(st.integers(0, len(TEXT)), st.integers(30, 200))
def test_any_longer_piece_of_a_text_is_looked_for(start: int, length: int) -> None:
    piece = TEXT[start : start + length].strip()
    found = parse(piece)
    assert found.tree is not None or len(piece.split()) < 5


def test_of_very_many_words_the_rarest_are_looked_for(desk_of: Callable[..., Desk]) -> None:
    words = [f"word{number}" for number in range(150)]
    others = " ".join(words[:50])
    desk = desk_of(
        IndexDocument("article", 1, " ".join(words), language="en"),
        *(IndexDocument("article", 2 + at, others, language="en") for at in range(3)),
        IndexDocument("article", 9, " ".join(words[5:]), language="en"),
    )
    query = " ".join(words)
    assert f"{MAX_TERMS} rarest" in parse(query).diagnostics[-1].message
    assert desk.found(query) == {("article", 1), ("article", 9)}
    assert desk.found(f"{query} tomorrow") == set()
    assert desk.found(f"{query} in:claims") == set()


def test_a_passage_may_be_long_and_a_query_may_not() -> None:
    assert parse("some words of a passage " * 400).tree is not None
    assert parse("(a OR b) " * 300).tree is None
    assert parse("a " * MAX_PASTED).tree is None
    assert parse("x" * (MAX_LENGTH + 1)).tree is None


@given(st.text('אב" ״x', max_size=20))
def test_hebrew_marks_keep_their_places(text: str) -> None:
    assert len(settled(text)) == len(text)
    assert all(a == b or (a in '"“”' and b == "״") for a, b in zip(text, settled(text), strict=True))


@given(st.sampled_from([*PASTED, TEXT, "1 500 men", "/x y/ men", "a: b? c"]), st.text(':?/"~*=()- ab', max_size=6))
def test_printing_what_was_pasted_and_parsing_it_gives_the_same(typed: str, more: str) -> None:
    tree = parse(typed + more).tree
    assert tree is None or parse(show(tree)).tree == tree
