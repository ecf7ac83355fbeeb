"""Names in other scripts: found by their sound where the case writes them, told, and not joined with those that only sound alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from workbench.search import IndexDocument
from workbench.search.sounds import SCRIPTS, sounds_of, writings

if TYPE_CHECKING:
    from tests.search.conftest import Desk

_ONE_NAME = (
    "Marchenko Марченко مارتشنكو מרצ'נקו マルチェンコ 마르첸코",
    "Gordeyev Гордеев غوردييف ゴルデエフ 고르데예프 戈尔杰耶夫",
    "Kharitonov Харитонов خاريتونوف חריטונוב ハリトノフ 하리토노프 哈里托诺夫",
    "Stoltenberg Столтенберг ستولتنبرغ סטולטנברג ストルテンベルグ 스톨텐베르그 斯托尔滕贝格",
)


@pytest.mark.parametrize("names", _ONE_NAME)
def test_a_name_is_found_from_every_script_in_every_other(names: str, desk_of: Callable[..., Desk]) -> None:
    words = [name for name in names.split() if "'" not in name]
    desk = desk_of(*(IndexDocument("article", number, f"{word} 123") for number, word in enumerate(words, 1)))
    found = {word: len(desk.ask(word).hits) for word in words}
    missing = {word: count for word, count in found.items() if count < len(words)}
    assert not missing


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("Kherson", "كارسون"),
        ("Carson", "헤르손"),
        ("Marinov", "모라노프"),
        ("Petrova", "ペトロフ"),
        ("Gordon", "戈尔杰耶夫"),
        ("Sanders", "سندس"),
        ("planned", "プラント"),
    ],
)
def test_names_that_only_sound_alike_are_not_joined(query: str, other: str, desk_of: Callable[..., Desk]) -> None:
    assert not desk_of(IndexDocument("article", 1, f"{other} 123")).ask(query).hits


def test_what_was_joined_is_told(desk_of: Callable[..., Desk]) -> None:
    results = desk_of(IndexDocument("article", 1, "Marchenko 123"), IndexDocument("article", 2, "今日マルチェンコ氏")).ask("Marchenko")
    assert "マルチェンコ" in results.also


def test_short_names_and_countries_are_known_by_list(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(IndexDocument("article", 1, "Die Stadt Kiew 123", language="de"), IndexDocument("article", 2, "키이우는", language="ko"))
    assert len(desk.ask("基辅").hits) == 2


def test_kh_is_written_as_each_language_does_and_short_names_stay_apart(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(IndexDocument("article", 1, "Kharitonov Khan 1"), IndexDocument("article", 2, "Charitonow Chan Jaritonov Haritonov 1"))
    assert len(desk.ask("Kharitonov").hits) == len(desk.ask("Jaritonov").hits) == 2
    assert len(desk.ask("Khan").hits) == 1


def test_every_letter_of_the_tables_has_a_sound_and_belongs_to_its_script() -> None:
    for script in SCRIPTS:
        for unit, sounds in script.table().items():
            assert sounds
            assert all(set(sound) <= set("aeobpfvmntdszcCSZkghrl") for sound in sounds), unit
            assert all(script.first <= letter <= script.last for letter in unit), unit


def test_a_name_is_its_own_writing() -> None:
    for script in SCRIPTS:
        for names in _ONE_NAME:
            for name in names.lower().split():
                if (sounds := sounds_of(name)) and all(script.first <= letter <= script.last for letter in name):
                    assert list(writings(sounds, script, name.startswith, name.__eq__)) == [name]
