"""Words, their places, their folded forms and their stems."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.folding import APOSTROPHES
from workbench.search.analyser import query_words, surfaces, tokens
from workbench.search.folding import MAX_WORD, fold
from workbench.search.forms import Form, within
from workbench.search.languages import language_tag, stems
from workbench.search.lexicon import Lexicon
from workbench.search.marking import Known, Marker
from workbench.search.tree import Phrase, Prefix, Word

MIXED = st.text(st.sampled_from("aéßİΣ’'s-_.,15 \n부산항กี่々ｶﾞم\u064eأ\u0301\u00ad\u200dѐй"), max_size=40)


@given(MIXED | st.text(max_size=60))
@example("Cafe\u0301’s 1,500.5 x")
@example("ſ\u0345’S")
def test_words_stand_where_they_are_said_to(text: str) -> None:
    found = tokens(text)
    assert [token.surface for token in found] == surfaces(text)
    assert all(token.surface and len(token.surface) <= 2 * MAX_WORD for token in found)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
    covered = {at for token in found for at in range(token.start, token.end)}
    missed = {char for at, char in enumerate(text) if char.isalnum() and at not in covered}
    assert missed <= {"s", "S", *APOSTROPHES}


@given(MIXED)
def test_a_piece_of_text_taken_as_a_query_stands_as_it_does_in_the_text(text: str) -> None:
    asked = {(word.offset, word.surface) for word in query_words(text) if not word.opens}
    assert asked <= set(enumerate(surfaces(text)))


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=12))
def test_folding_twice_is_folding_once_whatever_the_case_and_form(word: str) -> None:
    once = fold(word)
    assert once
    if "\u0345" not in unicodedata.normalize("NFD", word):
        assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("1,500", "1500"),
        ("1,500.5", "1500.5"),
        ("1,5", "1.5"),
        ("Korinna’s", "korinna"),
        ("s", "s"),
        ("Ёлка", "елка"),
        ("Київ", "київ"),
        ("ﬁsh", "fish"),
    ],
)
def test_folding(raw: str, folded: str) -> None:
    assert fold(raw) == folded


@pytest.mark.parametrize(
    ("language", "text", "tag"),
    [
        ("en-GB", "", "en"),
        ("German", "", "de"),
        ("rus", "", "ru"),
        ("uk", "", "uk"),
        ("", "Plain “quoted” words", "en"),
        ("", "Où était-il allé, l’été passé?", ""),
        ("", "항구", ""),
    ],
)
def test_the_language_of_stemming(language: str, text: str, tag: str) -> None:
    assert language_tag(language, text) == tag


def test_figures_are_not_stemmed() -> None:
    assert stems("en")["1990s"] == "1990s"
    assert stems("en")["summoned"] == stems("en")["summons"]


@given(
    st.lists(st.text("abcé부", min_size=1, max_size=7), unique=True, max_size=30),
    st.text("abcé", min_size=4, max_size=6),
    st.integers(1, 2),
)
def test_the_lexicon_finds_what_a_loop_finds(words: list[str], asked: str, distance: int) -> None:
    ordered = sorted(words)
    lexicon = Lexicon("".join(f"{word}\n" for word in ordered).encode())
    for form in (
        Form(asked, "exact"),
        Form(asked[:2], "prefix"),
        Form(f"{asked[:1]}?{asked[2:]}", "wildcard"),
        Form(f"*{asked[1:3]}*", "wildcard"),
        Form(asked, "fuzzy1" if distance == 1 else "fuzzy2"),
    ):
        assert [lexicon.word(at) for at in lexicon.entries(form).tolist()] == [word for word in ordered if form.fits(word, "")]


@given(st.text("ab", max_size=6), st.text("ab", max_size=6), st.integers(1, 2))
def test_distance_is_levenshteins(first: str, second: str, distance: int) -> None:
    row = list(range(len(second) + 1))
    for i, x in enumerate(first, 1):
        above, row = row, [i]
        for j, y in enumerate(second, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
    assert within(first, second, distance) == (row[-1] <= distance)


@given(
    st.lists(st.sampled_from(["envoy", "Envoy’s", "e\u0301nvoy", "xenvoy", "1.5envoy", "boats", "envoyé", "’s", "s"]), max_size=8),
    st.booleans(),
)
def test_looking_for_words_as_strings_marks_what_reading_marks(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else ", ").join(words)
    for tree, accepted in (
        (Word("envoy"), (frozenset({"envoy", "envoys"}),)),
        (Phrase("envoy boats"), (frozenset({"envoy"}), frozenset({"boats", "boat"}))),
        (Prefix("env"), (frozenset({"envoy", "envoye"}),)),
    ):
        read = Marker(text, "en").mark(tree)
        quick = Marker(text, "en", (), {tree: Known(accepted, len(read or ()))}).mark(tree)
        assert quick == read


def test_marks_never_lie_within_another_word() -> None:
    text = "re\u0301envoy envoy"
    found = Marker(text, "en", (), {Word("envoy"): Known((frozenset({"envoy"}),), 1)}).mark(Word("envoy"))
    assert found is not None
    assert [text[start:end] for start, end in found] == ["envoy"]
    assert found[0].start == len(text) - len("envoy")
    assert re.fullmatch("envoy", text[found[0].start :])
