"""Words written apart, together and with other marks: the index finds what finding in an article finds, and no other words."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.domain.finding import sought
from workbench.domain.folding import Folded
from workbench.search import IndexDocument, WhooshIndex, parse
from workbench.search.analyser import APOSTROPHE, BREAK, DOT, FIRST, MIDDLE, OPEN, TIGHT, query_words, surfaces, tokens

if TYPE_CHECKING:
    from tests.search.conftest import Desk

PIECES = ["o’hearn", "O'Hearn", "élève", "e\u0301le\u0300ve", "co\u00adop", "co‑op", "coop", "Straße", "strasse", "1.500", "1 500", "1500"]
PIECES += [
    "1'500",
    "cease-fire",
    "ceasefire",
    "MH17",
    "MH-17",
    "U.S.",
    "NATO",
    "N.A.T.O.",
    "trans-\nport",
    "transport",
    "צה״ל",
    'צה"ל',
    "12 000",
]


def places(text: str, queries: Sequence[str], language: str = "en") -> list[list[str]]:
    """What each query marks in a case with this text alone."""
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(Path(folder) / "index", Path(folder) / "manifest", "case")
        index.open()
        assert index.update([IndexDocument("article", 1, text, language=language)], [], 1)
        found = []
        for query in queries:
            tree = parse(query).tree
            assert tree is not None, query
            results = index.search(tree, 10, lambda *_: text)
            assert results.total == len(results.hits), "what the index counts is in the text"
            found.append([text[start:end] for hit in results.hits for start, end in hit.spans])
        return found


@settings(max_examples=share(80), deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.sampled_from([", ", " and ", ".\n"]), st.sampled_from(PIECES))
def test_what_is_found_in_an_article_is_found_everywhere(words: list[str], between: str, typed: str) -> None:
    text = between.join(words)
    wanted = sought(typed)
    assert wanted is not None
    there = [span for span in wanted.places(Folded(text)) if whole(text, *span)]
    marked = places(text, [typed])[0]
    assert bool(marked) == bool(there), (typed, text)


def whole(text: str, start: int, end: int) -> bool:
    """Whether a place is no part of a longer word or figure, as a substring may be."""
    before, after = text[:start], text[end:]
    return not (before[-1:].isalnum() or after[:1].isalnum() or (after[:4].strip(" ").isdigit() and text[end - 1].isdigit()))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("It cost 1.500 euros", "1500 | 1,500 | 1 500 | 1'500 | 1\u00a0500 | 1500 euros"),
        ("It cost 12 000 francs", "12000 | 12,000 | 12.000 | 12 000 | =12 | 000"),
        ("1 500 000 people", "1500000 | 1.500.000 | 1 500 000 people"),
        ("3'200 and 1,50,000 and ٢٬٥٠٠", "3200 | 150000 | 2500"),
        ("2,5 Prozent", "2.5 | 2,5"),
        ("1 234,56 euros", "1234.56 | 1,234.56"),
        ("The ceasefire held", "cease-fire | cease fire | ceasefires | cease-fires"),
        ("The cease-fire held", "ceasefire | cease fire | ceasefires | cease | fire"),
        ("The cease fire held", "ceasefire | cease-fire"),
        ("He was re-elected", "reelected | reelect | re elected"),
        ("Flight MH17 fell", "MH-17 | MH 17 | mh17"),
        ("Flight MH-17 fell", "MH17 | MH 17"),
        ("COVID-\n19 spread", "COVID19 | COVID-19"),
        ("the U.S. army", "US | U.S. | us army | US Army"),
        ("the US army, the PhD", "U.S. | Ph.D."),
        ("UN-backed, U.S.-led", "U.N.-backed | US-led"),
        ("14 centi-\nmetres; Quota¬\ntion", "centimetres | centimetre | quotation | centi | 14 centi- metres"),
        ("The trans-\n  port office; sub\u00ad\nway", '"transport office" | transport | subway | "office transport"~2'),
        ("דובר צה״ל מסר, ג׳ורג׳", 'צה"ל | צה״ל | צהל | ג\'ורג\' | "דובר צה"ל"'),
        ("Shi’a, Qur’an, Hawai’i", "shia | quran | hawaii | Shiʿa"),
        ("п’ять", "пʼять | п'ять"),
        ("inter\u200bnational", "international"),
        ("a setup and e-mail", "set-up | email | e mail"),
        ("14 centimetres", "14 centi- metres"),
    ],
)
def test_ways_of_writing_are_found(text: str, typed: str) -> None:
    queries = typed.split(" | ")
    assert [query for query, found in zip(queries, places(text, queries), strict=True) if not found] == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("1.2 and 1, 2 and 1-2", "12"),
        ("1.5 and 1, 500 and 1-500 and 1:500 and 15000", "1500 | 1.500 | 1 500"),
        ("1 500 000 people", "1500 | 500000 | 1 500"),
        ("1,500.75", "1500"),
        ("2,5 percent", "25 | 250"),
        ("2010-\n2015, 9-11, 9/11", "20102015 | 911"),
        ("He told us who it is; may be in to the part of a plan", "U.S. | W.H.O. | I.T. | maybe | into | apart"),
        ("maybe apart into overtime", "may be | a part | in to | over time"),
        ("They cease. Fire! (cease) fire; cease, fire", "ceasefire | “ceasefire”"),
        ("I’ll go, we’re here, he’d say; it’s", "ill | were | hed"),
        ("well, ill, were", "we'll | I'll | we're"),
        ("MH17 and MH-18", "MH-16 | MH1"),
        ("Plan A. I think so", "AI"),
        ("g 7 of them, a 1", "G7 | A1"),
        ("cease-fire", "=ceasefire"),
        ("Ein- und Ausgang", "einund"),
    ],
)
def test_what_is_written_otherwise_is_not_found(text: str, typed: str) -> None:
    queries = typed.split(" | ")
    assert [query for query, found in zip(queries, places(text, queries), strict=True) if found] == []


def test_a_pronoun_is_no_country_and_is_found_as_before(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(*(IndexDocument("article", at, text, language="en") for at, text in enumerate(["He told us", "the U.S.", "the US"], 1)))
    assert desk.found("U.S.") == {("article", 2), ("article", 3)}
    assert desk.found("us") == {("article", 1), ("article", 2), ("article", 3)}


def test_titles_know_the_ways_of_writing_too(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(IndexDocument("article", 1, "x", "A cease-fire for 1.500"), IndexDocument("article", 2, "x", "Carpet"))
    for query in ("title:ceasefire", 'title:"ceasefire for 1500"', "title:1500"):
        assert desk.found(query) == {("article", 1)}
    assert desk.found('title:"car pet"') == {("article", 2)}


def test_words_apart_are_told_as_that(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(IndexDocument("article", 1, "The cease-fire held.", language="en"))
    tree = parse("ceasefire").tree
    assert tree is not None
    assert [match.how for reason in desk.index.why(tree, "article", 1, desk.text) for match in reason.matches] == [
        "written apart or together"
    ]
    assert not desk.ask("ceasefire").also, "no other spelling of a name"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("cease-fire", [TIGHT, BREAK]),
        ("cease fire", [OPEN, BREAK]),
        ("cease, fire", [BREAK, BREAK]),
        ("cease  fire", [BREAK, BREAK]),
        ("U.S. is", [DOT, BREAK, BREAK]),
        ("end.Next", [BREAK, BREAK]),
        ("O’Hearn", [APOSTROPHE, BREAK]),
        ("1 500 000 x", [FIRST, MIDDLE, OPEN, BREAK]),
        ("12-14", [BREAK, BREAK]),
        ("centi-\n metres", [TIGHT, BREAK]),
        ("centi\u00ad\nmetres", [TIGHT, BREAK]),
        ("부산항", [BREAK, BREAK, BREAK]),
    ],
)
def test_what_is_after_a_word(text: str, after: list[int]) -> None:
    assert [token.after for token in tokens(text)] == after


def test_a_figure_in_a_query_is_one_word_and_in_a_text_its_groups() -> None:
    assert [word.surface for word in query_words("12 000 men")] == ["12000", "men"]
    assert surfaces("12 000 men") == ["12", "000", "men"]
    assert surfaces("12\u00a0000 men, 1'500") == ["12000", "men", "1500"]


@given(st.text(st.sampled_from("ab1’'-. \n\u00ad5é\u0301US"), max_size=30), st.sampled_from(["NFC", "NFD"]))
def test_both_readings_of_a_text_know_the_same_of_every_word(text: str, form: str) -> None:
    text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert [token.surface for token in tokens(text)] == surfaces(text)
