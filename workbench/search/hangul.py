"""Korean names in Latin letters and back: the syllables of Revised Romanization, McCune-Reischauer and the press, as one table.

A Korean given name is nearly always two syllables, written as one word, with a hyphen or as two words in Latin letters
(Hongkyun, Hong-kyun, Hong Kyun) and as one in its own script (홍균).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

_FIRSTS = ("g k", "kk gg", "n", "d t", "tt dd", "r l", "m", "b p", "pp bb", "s", "ss", "", "j ch", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae ai", "ya", "yae", "eo o u", "e", "yeo yo you yu", "ye", "o", "wa", "wae", "oe oi", "yo", "u oo", "wo", "we", "wi", "yu yoo",
    "eu u", "ui", "i ee",
)  # fmt: skip
_LASTS = {0: "", 1: "k g", 4: "n", 7: "t", 8: "l", 16: "m", 17: "p b", 19: "t s", 21: "ng", 22: "t", 27: ""}
"""Ends of syllables by their place among the 28 of Unicode; others do not end a syllable of a name."""
_BASE, VOWEL_COUNT, _LAST_COUNT = 0xAC00, 21, 28
MOST_SYLLABLES = 4
HANGUL = re.compile("[\uac00-\ud7a3]+")


def parts_of(syllable: str) -> tuple[int, int, int]:
    """First consonant, vowel and last consonant of a syllable, by their places in Unicode's order."""
    first, rest = divmod(ord(syllable) - _BASE, VOWEL_COUNT * _LAST_COUNT)
    return (first, *divmod(rest, _LAST_COUNT))


@lru_cache(maxsize=512)
def romanised(syllable: str) -> tuple[str, ...]:
    """The ways in which one syllable of a name is written in Latin letters; none when it cannot be one."""
    first, vowel, last = parts_of(syllable)
    if not 0 <= first < len(_FIRSTS) or last not in _LASTS:
        return ()
    vowels = [*_VOWELS[vowel].split(), *(["woo"] if not _FIRSTS[first] and _VOWELS[vowel] == "u oo" else [])]
    parts = (_FIRSTS[first].split() or [""], vowels, _LASTS[last].split() or [""])
    return tuple(dict.fromkeys("".join(part) for part in product(*parts)))


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    """Latin syllable to the Korean ones that are written so."""
    found: dict[str, list[str]] = {}
    for first, vowel, last in product(range(len(_FIRSTS)), range(VOWEL_COUNT), _LASTS):
        syllable = chr(_BASE + (first * VOWEL_COUNT + vowel) * _LAST_COUNT + last)
        for latin in romanised(syllable):
            found.setdefault(latin, []).append(syllable)
    return {latin: "".join(syllables) for latin, syllables in found.items()}


def korean(latin: str) -> str:
    """The Korean syllables that a Latin one may stand for, one character each; "" for none."""
    return _syllables().get(latin, "")


@lru_cache(maxsize=4096)
def split_name(word: str) -> tuple[tuple[str, str], ...]:
    """The ways in which a folded Latin word is two syllables of a given name, each of at least two letters."""
    if not 5 <= len(word) <= 12 or not word.isascii() or not word.isalpha():
        return ()
    known = _syllables()
    return tuple((word[:at], word[at:]) for at in range(2, len(word) - 1) if word[:at] in known and word[at:] in known)
