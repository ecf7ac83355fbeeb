"""Which language a few words are likely to be in, where the article does not say: by their script, then by their small words."""

from __future__ import annotations

import re
from functools import cache

from workbench.domain.languages.shelf import language

LOOKED_AT = 4000
"""Code points that are looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"), ("zh", "\u4e00", "\u9fff"), ("he", "\u05d0", "\u05ea"),
    ("ar", "\u0600", "\u06ff"),
    ("ru", "\u0400", "\u04ff"),
)  # fmt: skip
_PERSIAN = frozenset("پچژگکی")
_LATIN = ("en", "de", "es", "fr", "it", "pl", "pt", "tr")
_CYRILLIC = ("ru", "uk")
_TURKISH = frozenset("ğışİ")
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_RUSSIAN = frozenset("ыэъёЫЭЪЁ")


def likely_language(text: str) -> str:
    """The ISO 639-1 code of one of the languages that the desk reads; English where nothing tells."""
    part = text[:LOOKED_AT]
    letters = [c for c in part if c.isalpha()]
    if not letters:
        return "en"
    for code, low, high in _SCRIPTS:
        share = sum(low <= c <= high for c in letters)
        if share > len(letters) * (0.05 if code == "ja" else 0.3):
            return _within(code, part)
    return _by_words(part, _LATIN)


def _within(code: str, part: str) -> str:
    if code == "ar":
        return "fa" if any(c in _PERSIAN for c in part) else "ar"
    if code == "ru":
        if any(c in _UKRAINIAN for c in part):
            return "uk"
        return "ru" if any(c in _RUSSIAN for c in part) else _by_words(part, _CYRILLIC)
    return code


def _by_words(part: str, codes: tuple[str, ...]) -> str:
    words = [w.casefold().replace("'", "’") for w in _WORD.findall(part)]
    line = f" {' '.join(words)} "
    counts = {code: sum(w in _small_words(code) for w in words) + 3 * _phrases(code, line) for code in codes}
    if "tr" in counts:
        counts["tr"] += sum(c in _TURKISH for c in part)
    best = max(codes, key=lambda code: counts[code])
    return best if counts[best] else codes[0]


@cache
def _small_words(code: str) -> frozenset[str]:
    known = language(code)
    if known is None:
        return frozenset()
    s = known.speech
    return s.determiners | s.prepositions | s.breaks | s.between | s.that | s.verbs


def _phrases(code: str, line: str) -> int:
    known = language(code)
    return sum(f" {phrase} " in line for phrase in known.speech.according) if known else 0
