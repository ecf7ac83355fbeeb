"""Finding typed words in a text: in whatever way they are written there, and nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from workbench.domain.finding import all_sought, sought
from workbench.domain.folding import Folded, flat
from workbench.domain.partings import partings, together

WORDS = st.text(st.sampled_from("abcdefgéßçøКириллйОА"), min_size=3, max_size=9)
WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "decomposed": lambda word: unicodedata.normalize("NFD", word),
    "large": str.upper,
    "without accents": lambda word: flat(word),
    "with a soft hyphen": lambda word: f"{word[:2]}\u00ad{word[2:]}",
    "with a hyphen": lambda word: f"{word[:2]}-{word[2:]}",
    "with a hyphen that does not break": lambda word: f"{word[:2]}‑{word[2:]}",
    "cut by a line end": lambda word: f"{word[:2]}-\n{word[2:]}",
    "cut with a soft hyphen": lambda word: f"{word[:2]}\u00ad\n  {word[2:]}",
}
APOSTROPHES = "'’‘ʼ`´"
MARKS = ["", ",", ".", "'", "’", " ", "\u00a0", "\u202f", "\u2009"]


def found(typed: str, text: str) -> list[str]:
    wanted = sought(typed)
    assert wanted is not None
    places = [text[start:end] for start, end in wanted.places(Folded(text))]
    assert bool(places) <= wanted.stands_in(flat(text))
    return places


@given(WORDS, st.sampled_from(sorted(WAYS)), st.sampled_from(sorted(WAYS)), st.text("xy ,.", max_size=5))
def test_a_word_is_found_in_any_way_of_writing_it_whichever_is_typed(word: str, typed: str, written: str, around: str) -> None:
    assume(not (word[1] + word[2]).isdigit())
    stands = WAYS[written](word)
    assert found(WAYS[typed](word), f"{around} {stands} {around}") == [stands]


@given(WORDS, WORDS, st.sampled_from(APOSTROPHES), st.sampled_from(APOSTROPHES))
def test_one_apostrophe_is_every_other(first: str, second: str, typed: str, written: str) -> None:
    stands = f"{first}{written}{second}"
    assert found(f"{first}{typed}{second}", f"so {stands} said") == [stands]


@given(st.integers(1000, 10**10), st.sampled_from(MARKS), st.sampled_from(MARKS))
def test_a_figure_is_found_with_any_marks_between_its_thousands(number: int, typed: str, written: str) -> None:
    stands = f"{number:,}".replace(",", written)
    assert stands in found(f"{number:,}".replace(",", typed), f"about {stands} people")


@given(st.text(max_size=60), st.data())
@example("Café’s 1,500.5 x", None)
def test_what_stands_there_as_it_is_typed_is_always_found(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    cut = {start, end} & {at for at in range(1, len(text)) if unicodedata.category(text[at])[0] in "MC" or "\u1100" <= text[at] <= "\u11ff"}
    wanted = sought(text[start:end])
    assume(not cut and "\n" not in text and wanted is not None)
    assert wanted is not None
    places = wanted.places(Folded(text))
    assert places
    assert all(0 <= first < last <= len(text) for first, last in places)


@pytest.mark.parametrize(
    ("typed", "text", "places"),
    [
        ("OHearn", "Mr O’Hearn", ["O’Hearn"]),
        ("ceasefire", "a cease-fire; cease fire", ["cease-fire", "cease fire"]),
        ("cease fire", "the ceasefire", ["ceasefire"]),
        ("cease-fire", "the ceasefire, a cease fire", ["ceasefire", "cease fire"]),
        ("MH17", "MH-17, MH 17", ["MH-17", "MH 17"]),
        ("MH 17", "flight MH17", ["MH17"]),
        ("US soldiers", "the U.S. soldiers", ["U.S. soldiers"]),
        ("U.S.", "in the US", ["US"]),
        ("PhD", "a Ph.D. thesis", ["Ph.D."]),
        ("Hawaii", "Hawai’i", ["Hawai’i"]),
        ("dont", "they don’t", ["don’t"]),
        ('צה"ל', "דובר צה״ל", ["צה״ל"]),
        ("צהל", 'דובר צה"ל', ['צה"ל']),
        ("ג'ורג'", "ג׳ורג׳ לוי", ["ג׳ורג׳"]),
        ("150000", "1,50,000 rupees", ["1,50,000"]),
        ("2.5", "2,5 Prozent", ["2,5"]),
        ("hear", "O’Hearn", ["Hear"]),
        ("immediate  withdrawal", "immediate\nwithdrawal", ["immediate\nwithdrawal"]),
        ("„wer?“", "“Wer?”", ["“Wer?”"]),
        ("G7", "the G 7", ["G 7"]),
        ("14 centi- metres", "14 centi-\nmetres", ["14 centi-\nmetres"]),
        ("Ein- und Ausgang", "Ein- und Ausgang", ["Ein- und Ausgang"]),
        ("2010- 2015", "2010-\n2015", ["2010-\n2015"]),
    ],
)
def test_what_is_one_is_found(typed: str, text: str, places: list[str]) -> None:
    assert found(typed, text) == places


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("12", "1.2"),
        ("12", "1, 2"),
        ("1500", "1.5"),
        ("1500", "1, 500"),
        ("1500", "1-500"),
        ("1500", "1 500 000"),
        ("500000", "1 500 000"),
        ("1500", "1.5000"),
        ("20102015", "2010-\n2015"),
        ("911", "9-11"),
        ("U.S.", "he told us"),
        ("ill", "I’ll"),
        ("were", "we’re"),
        ("we’ll", "well"),
        ("maybe", "it may be"),
        ("may be", "maybe"),
        ("a part", "apart"),
        ("the is", "an atheist"),
        ("her", "the rest"),
        ("ceasefire", "they cease. Fire broke out"),
        ("carpet", "a scar petal"),
        ("G7", "a g 7"),
        ("и", "й"),
    ],
)
def test_what_is_another_is_not_found(typed: str, text: str) -> None:
    assert found(typed, text) == []


def test_words_are_looked_for_each_by_itself_but_a_figure_is_one() -> None:
    text = flat("The 1.500 men of the cease-fire")
    assert all(words.stands_in(text) for words in all_sought("ceasefire 1 500"))
    assert not all(words.stands_in(text) for words in all_sought("ceasefire 1 600"))
    assert all_sought("  \u00ad ") == ()
    assert sought(" \u00ad ") is None


def test_a_pasted_passage_is_looked_for_quickly_and_as_it_is() -> None:
    passage = " ".join(f"word{number}s are" for number in range(200))
    assert found(passage, f"So {passage}.") == [passage]


@given(st.text("abcd1us", min_size=1, max_size=9))
def test_the_pieces_of_a_word_are_the_word(word: str) -> None:
    for parting in partings(word):
        assert "".join(parting.pieces) == word
        assert parting.figure or not (parting.pieces[0][-1].isdigit() and parting.pieces[1][0].isdigit())
    spaced = {parting.pieces for parting in partings(word) if parting.space or parting.figure}
    assert {parting.pieces for parting in partings(word, spaces_only=True) if parting.space or parting.figure} == spaced


@pytest.mark.parametrize(
    ("words", "signs", "word"),
    [
        (["cease", "fire"], "-", "ceasefire"),
        (["cease", "fire"], " ", "ceasefire"),
        (["may", "be"], " ", ""),
        (["set", "up"], "-", "setup"),
        (["set", "up"], " ", ""),
        (["u", "s"], ".", "us"),
        (["u", "s"], " ", ""),
        (["12", "14"], "-", ""),
        (["we", "ll"], "'", ""),
        (["o", "hearn"], "'", "ohearn"),
        (["end", "next"], ".", ""),
    ],
)
def test_when_words_after_each_other_may_be_one(words: list[str], signs: str, word: str) -> None:
    assert together(words, signs) == word


def test_where_only_a_space_is_asked_for_and_in_figures_no_other_sign_stands_between() -> None:
    words, figures = list(partings("ceasefire", spaces_only=True)), list(partings("12000"))
    assert ("cease", "fire") in {parting.pieces for parting in words}
    assert {(p.tight, p.apostrophe, p.point, p.space, p.capital, p.figure) for p in words} == {(False, False, False, True, -1, False)}
    assert [(p.pieces, p.tight, p.space, p.figure) for p in figures] == [(("12", "000"), False, False, True)]


def test_of_forty_words_each_may_be_written_apart_and_of_more_none() -> None:
    rest = " ".join("abcdefgh"[n % 8] + "word" for n in range(39))
    assert found(f"ceasefire {rest}", f"The cease fire {rest}.") == [f"cease fire {rest}"]
    assert found(f"ceasefire {rest} more", f"The cease fire {rest} more.") == []
    assert found(f"ceasefire {rest} more", f"The ceasefire {rest} more.") == [f"ceasefire {rest} more"]
