"""The language of one line in Latin letters, which the splitter of sentences asks for; for a whole text see `language`."""

from __future__ import annotations

import re
from collections import Counter

from workbench.importers.small_words import OWN_LETTERS, SMALL_WORDS

_SAMPLE = 20_000
_CHARACTERS_A_THE = 400
"""A text is plainly English with one "the" in so many characters, and four at least."""
_FEWEST_IN_TEXT, _FEWEST_IN_LINE, _FEWEST_ALONE = 2, 3, 2
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = (" the ", " of ", " and ", " was ", " is ")
"""Words that settle it quickly in an English text."""
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _code, _words in SMALL_WORDS.items():
    for _word in (*_words, *OWN_LETTERS.get(_code, "")):
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
        evidence = _evidence(line)
        whole = self._whole()
        speaks = any(whole in _LANGUAGES[piece] for piece in evidence)
        return _most_likely(evidence, _FEWEST_IN_LINE if speaks else _FEWEST_ALONE) or whole

    def _whole(self) -> str | None:
        if not self._asked:
            sample = self._text[:_SAMPLE]
            plainly = sample.count(" the ") * _CHARACTERS_A_THE > max(len(sample), 3 * _CHARACTERS_A_THE)
            self._of_text = "en" if plainly else _most_likely(_evidence(sample), _FEWEST_IN_TEXT)
            self._asked = True
        return self._of_text


def _evidence(text: str) -> frozenset[str]:
    """The different small words and telling letters of `text`, in small letters."""
    small = text.lower()
    found = _KNOWN.intersection(_WORD.findall(small))
    return found if small.isascii() else found.union(_OWN_LETTER.findall(small))


def _most_likely(evidence: frozenset[str], fewest: int) -> str | None:
    """The language with the most pieces of evidence; English where it has as many as another, None where there are too few."""
    counts = Counter(code for piece in evidence for code in _LANGUAGES[piece])
    if not counts:
        return None
    best, most = max(counts.items(), key=lambda item: (item[1], item[0] == "en"))
    return best if most >= fewest else None
