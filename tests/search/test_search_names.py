"""Names across spellings: what is one name, what is not, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from workbench.search import IndexDocument
from workbench.search.folding import fold
from workbench.search.hangul import korean, romanised, split_name
from workbench.search.names import name_key

if TYPE_CHECKING:
    from tests.search.conftest import Desk


@pytest.mark.parametrize(
    "spellings",
    [
        "Georgy Georgiy Georgii Georgi Георгий",
        "Zelensky Zelenskyy Zelenskiy Zelenskyi Zelenski Selenskyj Зеленский Зеленського Зеленському",
        "Mohammed Muhammad Mohamed Mohammad Muhammed",
        "Yevgeny Evgeny Evgeniy Евгений",
        "Sergei Sergey Sergiy Serhiy Сергей Сергій",
        "Kiev Kyiv Kiew Київ Киев",
        "Lavrov Lawrow Лавров Лаврову",
        "Shoigu Schoigu Шойгу",
        "Gaddafi Qaddafi Kadafi Gadhafi",
        "Hussein Husain Hussain",
        "Yulia Yuliya Iulia Юлия Юлія",
        "Tchaikovsky Chaikovsky Tschaikowski Чайковский",
        "Aleksei Alexei Alexey Алексей",
        "Yanukovych Yanukovich Janukowitsch Янукович",
    ],
)
def test_spellings_of_a_name_have_one_key(spellings: str) -> None:
    assert len({name_key(fold(word)) for word in spellings.split()}) == 1
    assert name_key(fold(spellings.split()[0]))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Marin", "Moran"),
        ("Vladimir", "Volodymyr"),
        ("Yellen", "Ellen"),
        ("Mitchell", "Michel"),
        ("Georgia", "Georgy"),
        ("Hans", "Khans"),
        ("Colin", "Colleen"),
        ("Peter", "Petra"),
    ],
)
def test_different_names_keep_different_keys(first: str, second: str) -> None:
    assert name_key(fold(first)) != name_key(fold(second))


@pytest.mark.parametrize("word", ["ann", "mig29", "1500", "부산", "x", "yay"])
def test_what_is_too_short_or_no_word_of_letters_has_no_key(word: str) -> None:
    assert name_key(word) == ""


def test_korean_syllables_are_read_and_written_in_the_usual_ways() -> None:
    assert {"gyun", "kyun"} <= set(romanised("균"))
    assert {"jo", "cho"} <= set(romanised("조"))
    assert {"yeong", "yong", "young"} <= set(romanised("영"))
    assert "woo" in romanised("우")
    assert "균" in korean("kyun")
    assert split_name("hongkyun") == (("hong", "kyun"),)
    assert split_name("jordan") == ()


def named(desk_of: Callable[..., Desk], *texts: str) -> Desk:
    return desk_of(*(IndexDocument("article", at, text) for at, text in enumerate(texts, 1)))


@pytest.mark.parametrize(
    ("query", "found", "also"),
    [
        ("georgi", {1, 2, 4}, ("Georgiy", "Georgy", "Георгий")),
        ("Zelensky", {1, 2, 4}, ("Zelenskyy", "Зеленским")),
        ("=zelensky", {2}, ()),
        ("zelensk*", {1, 2}, ()),
        ("зеленский", {1, 2, 4}, ("Zelensky", "Zelenskyy", "Зеленским")),
        ('"georgi zelenskiy"', {1, 2}, ("Georgiy", "Georgy", "Георгий", "Zelensky", "Zelenskyy", "Зеленским")),
        ('="georgiy zelenskyy"', {1}, ()),
        ('"zelensky envoys"~2', {2}, ("Zelenskyy", "Зеленским")),
        ("georgy -zelenskyy", set(), ("Georgiy", "Георгий")),
        ("Min-seo", {1, 2, 3, 5}, ("Minseo", "민서")),
        ("minseo", {1, 2, 3, 5}, ("Min Seo", "민서")),
        ("민서", {1, 2, 3, 5}, ("Min Seo", "Minseo")),
        ("김민서", {3, 5}, ("Kim Min Seo",)),
        ('"Kim Min-seo"', {3, 5}, ("김민서",)),
        ("min seo", {1, 2, 3, 5}, ("Minseo", "민서")),
        ("Min Seo met", {1}, ("Minseo", "민서")),
        ("=min =seo", {1, 3}, ()),
        ("min -seo", set(), ()),
        ("zeppelin OR (NOT envoys min seo)", {1, 3, 5}, ("Minseo", "민서")),
        ("Mohamed", {3}, ("Muhammad",)),
        ("planed", set(), ()),
        ("lang:en georgi", set(), ("Georgiy", "Georgy", "Георгий")),
    ],
)
def test_a_name_is_found_in_its_other_spellings_and_they_are_told(
    desk_of: Callable[..., Desk], query: str, found: set[int], also: tuple[str, ...]
) -> None:
    desk = named(
        desk_of,
        "Georgiy Zelenskyy met Min-seo. They planned to return.",
        "Envoys of Georgy Zelensky saw Minseo.",
        "Kim Min Seo wrote to Muhammad, as planned.",
        "Георгий встретился с Зеленским.",
        "부산항에서 김민서는 말했다.",
    )
    results = desk.ask(query)
    assert {hit.id for hit in results.hits} == found
    assert results.also == also


def test_marks_are_on_the_words_as_the_text_writes_them(desk_of: Callable[..., Desk]) -> None:
    desk = named(desk_of, "Georgiy Zelenskyy met Min-seo.", "Minseo of Georgy", "민서는 갔다")
    assert desk.marked("georgi") == ["Georgiy", "Georgy"] or desk.marked("georgi") == ["Georgy", "Georgiy"]
    assert sorted(desk.marked("minseo")) == ["Min-seo", "Minseo", "민서"]


def test_words_that_the_case_writes_small_are_no_names_however_they_are_typed(desk_of: Callable[..., Desk]) -> None:
    desk = named(desk_of, "Planed boards.", "It was planned and PLANNED.", "The supper was late.", "Super.")
    assert desk.found("Planed") == {("article", 1)}
    assert desk.found("planned") == {("article", 2)}
    assert desk.found("SUPPER") == {("article", 3)}


def test_what_is_a_name_does_not_depend_on_segments_or_on_what_was_deleted(desk_of: Callable[..., Desk]) -> None:
    desk = named(desk_of, "Georgiy went.", "the georgiy and the georgiy")
    assert desk.ask("georgi").also == ("Georgiy",) or desk.found("georgi") == set()
    assert desk.found("georgi") == set(), "it is mostly written small"
    assert desk.index.update([], [("article", 2)], 2)
    assert desk.found("georgi") == {("article", 1)}
    desk.index.optimise()
    assert desk.found("georgi") == {("article", 1)}


def test_many_small_segments_and_one_large_one_know_the_same_names(desk_of: Callable[..., Desk]) -> None:
    texts = ["Georgiy", "Georgy", "Georgii", "Heorhiy", "Георгий"]
    desk = named(desk_of, *texts)
    documents = [one for key, one in desk.documents.items() if key[1] < 900]
    before = desk.ask("georgi")
    for step, (first, _) in enumerate(pairwise(documents), 2):
        assert desk.index.update([first], [], step)
    assert {(hit.kind, hit.id) for hit in desk.ask("georgi").hits} == {(hit.kind, hit.id) for hit in before.hits}
    assert desk.ask("georgi").also == before.also
    desk.index.optimise()
    assert desk.ask("georgi").also == before.also
    assert desk.another().open()
