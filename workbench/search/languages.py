"""Languages and their stems."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from workbench.search.inflection import STEMMED, stemmer

_OTHER_CODES = {
    "ara": "ar", "deu": "de", "ger": "de", "eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "ita": "it", "por": "pt",
    "rus": "ru", "nb": "no", "nn": "no", "nld": "nl", "dut": "nl", "english": "en", "french": "fr", "german": "de",
    "spanish": "es", "italian": "it", "portuguese": "pt", "russian": "ru", "arabic": "ar", "ukr": "uk", "pol": "pl", "heb": "he",
    "iw": "he", "tur": "tr", "fas": "fa", "per": "fa",
}  # fmt: skip
_NOT_BASIC_LATIN = re.compile(r"[\u00c0-\u024f\u0370-\U0003ffff]")
_FIRST_UNSTEMMED = "\u0e00"
"""Scripts from Thai on have no stemmer; their words are pairs of characters."""
_CACHED_STEMS = 200_000


def language_tag(language: str, text: str) -> str:
    """The tag under which a document's words are stemmed: a two-letter code with a stemmer, or "" for folding only.

    A language that is not given is taken for English if the text's letters are nearly all unaccented Latin.
    """
    if language.strip():
        code = re.split(r"[-_]", language.strip().lower(), maxsplit=1)[0]
        code = _OTHER_CODES.get(code, code)
        return code if code in STEMMED else ""
    sample = text[:2000].translate({0x2018: None, 0x2019: None, 0x201C: None, 0x201D: None, 0x2013: None, 0x2014: None})
    foreign = len(_NOT_BASIC_LATIN.findall(sample))
    return "en" if foreign * 50 <= len(sample) else ""


class Stems(dict[str, str]):
    """Folded word to stem in one language, computed once. A word that begins with a digit is its own stem."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self._stem: Callable[[str], str] | None = stemmer(tag) if tag else None

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHED_STEMS:
            self.clear()
        if self._stem is None or word[0].isdigit() or word[0] >= _FIRST_UNSTEMMED:
            stem = word
        else:
            stem = self._stem(word) or word
        self[word] = stem
        return stem


@lru_cache(maxsize=64)
def stems(tag: str) -> Stems:
    """The stems of one language by tag ("" for none)."""
    return Stems(tag)
