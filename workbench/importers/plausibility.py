"""How plausible a decoded text is: the words by the letters of its languages, capitals and signs by where they stand.

Costs are nats, as in letters_of.py. Plain words are counted with the others, because another decoding of the same bytes may have letters
there that belong to them. English is at home in every script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from workbench.importers.letters_of import Letters, letters_of

_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0640\u200c\u200d"
_MARKS = f"{_POINTS}\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
# ª, º, µ and raised figures are letters or figures to Unicode, but not in words.
_LETTER = f"(?:[^\\W\\d_ªºµ¹²³¼½¾]|[{_MARKS}])"
_WORD = re.compile(f"{_LETTER}+")
_POINT = re.compile(f"[{_POINTS}]")
_SIGN = re.compile(f"[^\\x00-\x7f\\w{_MARKS}]|[ªºµ¹²³¼½¾]")
_BORROWED = 4.5
_POINTED = 3.5
_ODD_CASE = 8.0
_UNREADABLE = 14.0

_QUOTES = frozenset("“”„‘’‚«»‹›")
_LOW_QUOTES = frozenset("„‚")
_PARTNERS = {"„": "“”", "‚": "‘’", "“": "”„", "«": "»", "»": "«", "‹": "›", "›": "‹"}
_UNPAIRED = 3.0
_DASHES = frozenset("–—―")
_COMMON_SIGNS = frozenset("€£§©®°™•·№ªº…")
_BOXES = range(0x2500, 0x25A0)


def cost_of_text(text: str, languages: Sequence[Letters], handicaps: Mapping[str, float]) -> tuple[float, str]:
    """What a text costs in the language of `languages` that fits it best, and that language's code.

    `handicaps` is what a language starts with, by its code: what the plain ASCII words say against it.
    """
    words = [_folded(word) for word in set(_WORD.findall(text))]
    limits = [_limit(word, languages) for word, _ in words]
    ranked = [(handicaps.get(language.code, 0.0) + _cost_in(language, words, limits), language.code) for language in languages]
    best, code = min(ranked)
    return best + sum(extra for _, extra in words) + _cost_of_signs(text), code


def _cost_in(language: Letters, words: Sequence[tuple[str, float]], limits: Sequence[float]) -> float:
    return sum(min(language.cost(word), limit) for (word, _), limit in zip(words, limits, strict=True))


def _limit(word: str, languages: Sequence[Letters]) -> float:
    """What a word costs at most: as a name or a word from the language that suits it best. A plain one may come from any."""
    return _plain_limit(word) if word.isascii() else min(language.cost(word) for language in languages) + _BORROWED


@lru_cache(maxsize=4096)
def _plain_limit(word: str) -> float:
    return min(language.cost(word) for language in letters_of("latin")) + _BORROWED


def handicaps_of(words: Iterable[str]) -> dict[str, float]:
    """How much worse than the best language in Latin letters each one spells plain ASCII words, by its code; half counts, 30 at most."""
    listed = [(word, 0.0) for word in words]
    limits = [_plain_limit(word) for word, _ in listed]
    costs = {language.code: _cost_in(language, listed, limits) for language in letters_of("latin")}
    least = min(costs.values())
    return {code: min((cost - least) / 2, 30.0) for code, cost in costs.items()}


def _folded(word: str) -> tuple[str, float]:
    """A word as it is looked up, and what its capitals and vowel points cost."""
    plain = _POINT.sub("", word)
    extra = _POINTED * (len(word) - len(plain))
    if plain.istitle():
        extra += 0.7
    elif plain.isupper():
        extra += 1.5
    elif not plain.islower() and plain.lower() != plain.upper():
        extra += _ODD_CASE * max(1, sum(a.islower() and b.isupper() for a, b in zip(plain, plain[1:], strict=False)))
    small = plain.replace("İ", "i").lower()
    return unicodedata.normalize("NFC", small), extra


def _cost_of_signs(text: str) -> float:
    padded = f" {text} "
    alone = sum(_UNPAIRED for sign, partners in _PARTNERS.items() if sign in text and not any(partner in text for partner in partners))
    return alone + sum(_sign(found[0], padded[found.start() - 1], padded[found.end()]) for found in _SIGN.finditer(padded))


def _sign(sign: str, before: str, after: str) -> float:
    """What a character beyond ASCII costs that is no letter, by its neighbours."""
    beside = _is_letter(before) + _is_letter(after)
    if (sign in _LOW_QUOTES and _is_letter(before)) or (sign == "’" and beside == 1 and _is_letter(after)):
        return 6.5 + 2.5 * beside
    if sign in _QUOTES:
        return 3.5 if beside == 1 or (beside == 2 and sign == "’") else 5.0 + 2.5 * beside
    if sign in _DASHES:
        return 4.0 + (4.0 if before.isspace() != after.isspace() else 0.0)
    if sign == "\xa0":
        return 6.0 + beside
    if sign in "¿¡":
        return 4.5 if not _is_letter(before) else 10.0
    if sign in _COMMON_SIGNS:
        return 5.5 + (1.0 if beside == 1 and sign in "…ºª" else 2.5 * beside)
    if not sign.isprintable() or sign == "\ufffd":
        return 4.0 if sign in "\xad\u200e\u200f" else _UNREADABLE
    return (9.0 if ord(sign) in _BOXES else 8.0) + 2.0 * beside


@lru_cache(maxsize=4096)
def _is_letter(character: str) -> bool:
    return _WORD.fullmatch(character) is not None
