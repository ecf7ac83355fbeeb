"""Forms of a word are found under it in each language, and words that only share letters are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from workbench.domain.folding import flat
from workbench.search import IndexDocument
from workbench.search.folding import fold
from workbench.search.inflection import STEMMED, stemmer
from workbench.search.irregular import IRREGULAR
from workbench.search.languages import language_tag, stems

if TYPE_CHECKING:
    from tests.search.conftest import Desk


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("de", "retten gerettet"),
        ("de", "töten getötet"),
        ("de", "zerstören zerstört"),
        ("de", "evakuieren evakuiert evakuierte"),
        ("de", "sterben starb gestorben"),
        ("fr", "détruire détruit détruites"),
        ("fr", "mourir mort mortes"),
        ("es", "decir dijo dicho"),
        ("pt", "avião aviões"),
        ("pt", "homem homens"),
        ("pt", "canal canais"),
        ("it", "uccidere ucciso uccisi"),
        ("ru", "год лет годы"),
        ("uk", "війна війни війну війною"),
        ("uk", "Одеса Одесі Одесу"),
        ("uk", "столиця столиці столицю"),
        ("uk", "українець українці українців"),
        ("uk", "загинути загинув загинули"),
        ("pl", "rzeka rzeki rzece rzekę"),
        ("pl", "Kijów Kijowa Kijowie"),
        ("pl", "wojsko wojska wojskiem"),
        ("pl", "mieszkaniec mieszkańcy mieszkańców"),
        ("tr", "köprü köprüsü köprünün köprüler"),
        ("tr", "ülke ülkenin ülkede ülkeler"),
        ("ar", "جسر الجسر بالجسر والجسر جسور"),
        ("ar", "ضحية ضحايا الضحايا"),
        ("he", "גשר הגשר בגשר גשרים"),
        ("he", "ממשלה הממשלה בממשלה"),
        ("fa", "شهر شهرها شهرهای"),
    ],
)
def test_forms_of_a_word_have_one_stem(tag: str, forms: str) -> None:
    assert len({stems(tag)[fold(form)] for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("tag", "first", "second"),
    [
        ("de", "Bau", "Bauer"),
        ("de", "Arbeit", "Arbeiter"),
        ("de", "sich", "Gesicht"),
        ("de", "richten", "Gericht"),
        ("uk", "вода", "водій"),
        ("uk", "місто", "мосту"),
        ("pl", "woda", "wódka"),
        ("tr", "baraj", "barış"),
        ("tr", "su", "suç"),
        ("ar", "سد", "سدس"),
        ("ar", "قوات", "قوت"),
        ("he", "סכר", "סכין"),
        ("pt", "mais", "mal"),
    ],
)
def test_other_words_have_another(tag: str, first: str, second: str) -> None:
    assert stems(tag)[fold(first)] != stems(tag)[fold(second)]


def test_english_is_left_to_snowball() -> None:
    assert [stemmer("en")(word) for word in ("flooding", "floods", "said", "gesprengt")] == ["flood", "flood", "said", "gesprengt"]


def test_every_language_gives_every_word_a_stem() -> None:
    for tag in STEMMED:
        for word in ("a", "ге", "של", "ال", "ج", "ab", "lar", "ends", "ів", "ої", "ב"):
            assert stems(tag)[word], (tag, word)


def test_each_irregular_form_leads_to_one_word_and_its_language_is_known() -> None:
    for tag, text in IRREGULAR.items():
        assert language_tag(tag, "") == tag
        for line in text.strip().splitlines():
            assert line.count(": ") == 1, line


def test_traditional_characters_are_the_simplified_ones() -> None:
    assert flat("烏克蘭國會炸毀大壩") == flat("乌克兰国会炸毁大坝") == "乌克兰国会炸毁大坝"


def test_german_compounds_are_found_by_their_last_word_and_told(desk_of: Callable[..., Desk]) -> None:
    words = "Am Staudamm, bei den Staudämmen und nach einem Dammbruch; ein Einbruch, der Verdammte, die Reisende am Ende."
    desk = desk_of(IndexDocument("article", 1, words, language="de"))
    assert desk.marked("Damm") == ["Staudamm", "Staudämmen"]
    assert desk.marked("Bruch") == ["Dammbruch"]
    assert desk.marked("Ende") == ["Ende"]
    assert desk.marked("=Damm") == []
    assert "Staudamm" in desk.ask("Damm").also


def test_english_has_no_compounds(desk_of: Callable[..., Desk]) -> None:
    assert desk_of(IndexDocument("article", 1, "The boathouse is old.", language="en")).found("house") == set()


def test_a_japanese_verb_is_found_by_its_noun(desk_of: Callable[..., Desk]) -> None:
    assert desk_of(IndexDocument("article", 1, "橋は洪水で破壊した。", language="ja")).found("破壊する") == {("article", 1)}
