"""How plausible a character is in Chinese, Japanese or Korean text: whether it is common, and in which part of its standard it stands.

Costs are nats as in letters_of.py. The standards themselves are ordered by use: the first level of JIS, GB and Big5 holds the characters
of daily life, the second the rare ones; Korean syllables of KS X 1001 are those in use, the others of windows-949 hardly occur.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from workbench.importers.other_script_words import CHINESE_FULL, CHINESE_SIMPLE, JAPANESE, KOREAN

_COMMON, _LEVEL_1, _LEVEL_2, _RARE = 6.2, 9.2, 11.5, 13.0
_HIRAGANA, _KATAKANA, _HALF_WIDTH = 4.6, 5.4, 6.5
_MARK, _WIDE, _UNREADABLE = 5.0, 6.5, 14.0
_ASCII_LETTER = 3.2
_TURN = 4.0
_TURNS = re.compile(r"(?<=[A-Za-z])[^\W\x00-\x7f]|[^\W\x00-\x7f](?=[A-Za-z])")
_MARKS = frozenset("、。，．・：；？！「」『』（）ー〜～…—–“”‘’《》〈〉【】〔〕·　％")


def _lead(character: str, codec: str) -> int:
    """The first of two bytes of a character in a standard; 0 where it does not stand there."""
    data = character.encode(codec, errors="ignore")
    return data[0] if len(data) == 2 else 0


def _japanese(character: str) -> float:
    if "\u3041" <= character <= "\u309f":
        return _HIRAGANA
    if "\u30a0" <= character <= "\u30ff":
        return _KATAKANA
    if "\uff66" <= character <= "\uff9f":
        return _HALF_WIDTH
    return _by_level(_lead(character, "euc_jp"), 0xB0, 0xCF, 0xF4)


def _simplified(character: str) -> float:
    return _by_level(_lead(character, "gb2312"), 0xB0, 0xD7, 0xF7)


def _traditional(character: str) -> float:
    return _by_level(_lead(character, "big5"), 0xA4, 0xC6, 0xF9)


def _korean(character: str) -> float:
    return _by_level(_lead(character, "euc_kr"), 0xB0, 0xC8, 0xFD)


def _by_level(lead: int, first: int, last_common: int, last: int) -> float:
    if first <= lead <= last_common:
        return _LEVEL_1
    return _LEVEL_2 if last_common < lead <= last else _RARE


_STANDARDS: dict[str, tuple[frozenset[str], Callable[[str], float]]] = {
    "japanese": (frozenset(JAPANESE), _japanese),
    "simplified": (frozenset(CHINESE_SIMPLE), _simplified),
    "traditional": (frozenset(CHINESE_FULL), _traditional),
    "korean": (frozenset(KOREAN), _korean),
}


class Characters(dict[str, float]):
    """The cost of each character in one writing, computed when it is first asked for."""

    def __init__(self, common: frozenset[str], level: Callable[[str], float]) -> None:
        super().__init__()
        self._common = common
        self._level = level

    def __missing__(self, character: str) -> float:
        self[character] = cost = self._cost(character)
        return cost

    def _cost(self, character: str) -> float:
        if character < "\x80":
            return _ASCII_LETTER if character.isalpha() else 0.0
        if character in self._common:
            return _COMMON
        if character in _MARKS:
            return _MARK
        if "\uff01" <= character <= "\uff5e":
            return _WIDE
        if character == "\ufffd" or not character.isprintable():
            return _UNREADABLE
        return self._level(character)


def cost_of_characters(text: str, writing: str) -> float:
    """What a text costs in a writing (japanese, simplified, traditional or korean): its characters, and the ASCII letters among them.

    Those letters are counted as other scripts count them, or else a text in Latin letters with accents would cost less as characters;
    from one script to the other without a space, as inside its words, characters seldom turn.
    """
    return _TURN * len(_TURNS.findall(text)) + sum(map(characters_of(writing).__getitem__, text))


@cache
def characters_of(writing: str) -> Characters:
    """The characters of a writing: japanese, simplified, traditional or korean."""
    return Characters(*_STANDARDS[writing])
