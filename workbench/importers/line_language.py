"""The language of one line in Latin letters, which the splitter of sentences asks for; for a whole text see `language`."""

from __future__ import annotations

import re
from collections import Counter

from workbench.importers.abbreviations import NEVER_LAST
from workbench.importers.small_words import OWN_LETTERS, SMALL_WORDS

_SAMPLE = 20_000
_CHARACTERS_A_THE = 400
"""A text is plainly English with one "the" in so many characters, and four at least."""
_FEWEST_IN_TEXT, _FEWEST_IN_LINE, _FEWEST_ALONE = 2, 3, 2
_WORD = re.compile(r"[^\W\d_]{2,}|(?<!\w)[^\W\d_](?![\w.])")
_ENGLISH = (" the ", " of ", " and ", " was ", " is ")
"""Words that settle it quickly in an English text."""
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _code, _words in SMALL_WORDS.items():
    for _word in {*_words, *OWN_LETTERS.get(_code, "")}:
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _code)
_KNOWN = frozenset(_LANGUAGES)
_OWN_LETTER = re.compile(f"[{''.join(sorted(set(''.join(OWN_LETTERS.values()))))}]")


class LineLanguages:
    """Tells the language of the lines of one text: by their own small words, else by those of the whole text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._of_text: str | None = None
        self._asked = False

    def of(self, line: str) -> str | None:
        """An ISO 639-1 code; None where neither the line nor the text tells one."""
        if self._whole() == "en" and any(word in line for word in _ENGLISH):
            return "en"
        whole = self._whole()
        speaks = any(whole in _LANGUAGES[piece] for piece in _evidence(line))
        return _most_likely(line, _FEWEST_IN_LINE if speaks else _FEWEST_ALONE) or whole

    def _whole(self) -> str | None:
        if not self._asked:
            sample = self._text[:_SAMPLE]
            plainly = sample.count(" the ") * _CHARACTERS_A_THE > max(len(sample), 3 * _CHARACTERS_A_THE)
            self._of_text = "en" if plainly else _most_likely(sample, _FEWEST_IN_TEXT)
            self._asked = True
        return self._of_text


def _evidence(text: str) -> frozenset[str]:
    """The different small words and telling letters of `text`, in small letters."""
    small = text.lower()
    found = _KNOWN.intersection(_WORD.findall(small))
    return found if small.isascii() else found.union(_OWN_LETTER.findall(small))


def _most_likely(text: str, fewest: int) -> str | None:
    """The language with the most pieces of evidence in `text`, None where there are too few.

    Of equals it is the one with the most abbreviations, then the first in SMALL_WORDS, where English stands first.
    """
    counts = Counter(code for piece in _evidence(text) for code in _LANGUAGES[piece])
    most = max(counts.values(), default=0)
    if most < fewest:
        return None
    equals = [code for code in SMALL_WORDS if counts[code] == most]
    if len(equals) == 1 or "en" in equals:
        return equals[0]
    words = set(_WORD.findall(text.lower()))
    return max(equals, key=lambda code: len(words & NEVER_LAST.get(code, frozenset())))
