"""The language of one line in Latin letters, which the splitter of sentences asks for; for a whole text see `language`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from workbench.importers.small_words import OWN_LETTERS, SMALL_WORDS

_SAMPLE = 20_000
_FEWEST_IN_TEXT, _FEWEST_IN_LINE = 2, 3
_WORD = re.compile(r"[^\W\d_]+")
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
        return _most_likely(_evidence(line), _FEWEST_IN_LINE) or self._whole()

    def _whole(self) -> str | None:
        if not self._asked:
            self._of_text, self._asked = _most_likely(_evidence(self._text[:_SAMPLE]), _FEWEST_IN_TEXT), True
        return self._of_text


def _evidence(text: str) -> Iterable[str]:
    """The different small words and telling letters of `text`, in small letters."""
    small = text.lower()
    found = _KNOWN.intersection(_WORD.findall(small))
    return found if small.isascii() else found.union(_OWN_LETTER.findall(small))


def _most_likely(evidence: Iterable[str], fewest: int) -> str | None:
    """The language with the most pieces of evidence; English where it has as many as another, None where there are too few."""
    counts = Counter(code for piece in evidence for code in _LANGUAGES[piece])
    if not counts:
        return None
    best, most = max(counts.items(), key=lambda item: (item[1], item[0] == "en"))
    return best if most >= fewest else None
