"""Folding: one written form for the spellings of a word that differ only in case, width, accents or typography."""

from __future__ import annotations

import re
import unicodedata

MAX_WORD = 64
"""Code points of a folded word that count; the rest of a longer one is ignored, in texts and in queries alike."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
    | {"ٱ": "ا", "ى": "ي", "ک": "ك", "ی": "ي", "ـ": None, "\u00ad": None, "\u200c": None, "\u200d": None}
    | {"’": "'", "ʼ": "'", "ґ": "г"}
)
_KEPT = frozenset({("и", "\u0306"), ("у", "\u0306"), ("і", "\u0308")})
"""й, ў and ї are letters, not accented forms of others."""
_LAST_ACCENTED = 0x077F
"""Latin, Greek, Cyrillic, Hebrew and Arabic end here: there a combining mark is an accent; in Thai or kana it is a letter."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def fold(raw: str) -> str:
    """The folded form of one word: NFKC, case, accents, Arabic points and alefs, digit groups ("1,500" is "1500").

    An English genitive ("Korea's") folds to its noun. Never empty for a word that the analyser finds.
    """
    word = raw[:-2] if len(raw) > 2 and raw[-2] in "'’" and raw[-1] in "sS" else raw
    folded = word.lower() if word.isascii() else _fold_unicode(word[: 4 * MAX_WORD])
    if "," in folded:
        folded = folded.replace(",", "" if _GROUPED.fullmatch(folded) else ".")
    return folded[:MAX_WORD] or word[:MAX_WORD]


def _fold_unicode(word: str) -> str:
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold()):
        if unicodedata.combining(char):
            base = kept[-1] if kept else ""
            if base and ord(base) <= _LAST_ACCENTED and (base, char) not in _KEPT:
                continue
        elif char.isdecimal():
            char = str(unicodedata.decimal(char))
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept).translate(_LETTERS))
