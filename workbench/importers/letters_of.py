"""How plausible a word is in a language, by the letters, the pairs of letters and the common words of that language.

The measure is a cost in nats: minus the logarithm of the likelihood. A letter that one expects costs 1 to 3, a letter that the language
does not have 9 or more. Costs can be added, and compared between decodings of the same bytes.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from itertools import pairwise

from workbench.importers.eastern_words import EASTERN_WORDS
from workbench.importers.other_script_words import ARABIC_WORDS, CYRILLIC_WORDS, GREEK_WORDS, HEBREW_WORDS, THAI_WORDS
from workbench.importers.western_words import WESTERN_WORDS

_EDGE = " "
_PRIOR_WEIGHT = 6.0
_STRANGE_ASCII, _STRANGE = 7.5, 11.0
_KNOWN_WORD = 6.0
_CEDILLAS = str.maketrans("șțȘȚ", "şţŞŢ")

WORDS_BY_SCRIPT: dict[str, dict[str, str]] = {
    "latin": {
        **WESTERN_WORDS,
        **EASTERN_WORDS,
        # Older encodings have no comma below: Romanian was written with the cedilla of the Turks.
        "ro-cedilla": EASTERN_WORDS["ro"].translate(_CEDILLAS),
    },
    "cyrillic": CYRILLIC_WORDS,
    "greek": GREEK_WORDS,
    "hebrew": HEBREW_WORDS,
    "arabic": ARABIC_WORDS,
    "thai": THAI_WORDS,
}
_ENCODABLE_SHARE = 0.96
_DECOMPOSED = {"vi": frozenset({"cp1258"})}
_EVERYWHERE = frozenset({"en"})


class Letters(dict[tuple[str, str], float]):
    """The letters of one language: the cost of each letter after another, computed when it is first asked for."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__()
        self.code = code
        parted = words.replace("'", " ").split()
        self._words = frozenset(parted)
        self._costs: dict[str, float] = {}
        running = f"{_EDGE}{_EDGE.join(parted)}{_EDGE}"
        self._pairs = Counter(pairwise(running))
        self._letters = Counter(running)
        self._total = self._letters.total() + 0.5 * len(self._letters)

    def __missing__(self, pair: tuple[str, str]) -> float:
        before, letter = pair
        if letter in self._letters:
            alone = (self._letters[letter] + 0.5) / self._total
            likelihood = (self._pairs[pair] + _PRIOR_WEIGHT * alone) / (self._letters[before] + _PRIOR_WEIGHT)
            cost = -math.log(likelihood)
        else:
            cost = _STRANGE_ASCII if letter < "\x80" else _STRANGE
        self[pair] = cost
        return cost

    def cost(self, word: str) -> float:
        """What a word in small letters costs; kept, because many decodings have the same words."""
        cost = self._costs.get(word)
        if cost is None:
            cost = sum(map(self.__getitem__, pairwise(f"{_EDGE}{word}{_EDGE}")))
            self._costs[word] = cost = min(cost, _KNOWN_WORD) if word in self._words else cost
        return cost

    def fits(self, codec: str) -> bool:
        """Whether the language can be written in an encoding: nearly all of its letters beyond ASCII are there."""
        if self.code in _DECOMPOSED:
            return codec in _DECOMPOSED[self.code]
        if self.code in _EVERYWHERE:
            return True
        beyond = {letter: times for letter, times in self._letters.items() if letter > "\x7f"}
        there = sum(times for letter, times in beyond.items() if letter.encode(codec, errors="ignore"))
        return there >= _ENCODABLE_SHARE * sum(beyond.values())


@cache
def letters_of(script: str) -> tuple[Letters, ...]:
    """The languages of a script, by its name in WORDS_BY_SCRIPT."""
    return tuple(Letters(code, words) for code, words in WORDS_BY_SCRIPT[script].items())


@cache
def written_in(codec: str, script: str) -> tuple[Letters, ...]:
    """The languages of a script that can be written in an encoding."""
    return tuple(language for language in letters_of(script) if language.fits(codec))
