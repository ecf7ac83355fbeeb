"""What the words of a sentence are about: stems, news words that say the same, figures by value, times of the clock.

A concept is a key; two sentences are compared by the keys they share. Scripts without spaces are read as pairs of letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import Stemmer

from workbench.domain.folding import flat
from workbench.domain.languages.shelf import language
from workbench.domain.spans import Span
from workbench.domain.stopwords import STOPWORDS

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W\d_]+)*")
_PAIRED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Letters of scripts that are compared by pairs: Thai, Lao, kana, Chinese characters, Korean syllables."""
_ENDINGS = re.compile(r"[’']s?$")
_STEMS = 100_000


class Concept(NamedTuple):
    """A key with the words that it stands for (code points)."""

    key: str
    span: Span


class _Vocabulary(dict[str, str]):
    """Word in small letters to key, in one language; worked out once a word."""

    def __init__(self, code: str) -> None:
        super().__init__()
        known = language(code)
        stem: Callable[[str], str] | None = Stemmer.Stemmer(known.stemmer, 0).stemWord if known and known.stemmer else None
        self._stem = stem
        self._alike: Mapping[str, str] = {w: f"={row.split()[0]}" for row in reversed(known.alike) for w in row.split()} if known else {}

    def __missing__(self, word: str) -> str:
        if len(self) > _STEMS:
            self.clear()
        bare = _ENDINGS.sub("", word)
        if bare in STOPWORDS or len(bare) < 2:
            key = ""
        else:
            plain = flat(bare)
            key = self._alike.get(bare) or (self._stem(plain) if self._stem else plain)
        self[word] = key
        return key


@cache
def _vocabulary(code: str) -> _Vocabulary:
    return _Vocabulary(code)


def key_of(word: str, code: str) -> str:
    """The key of one word in a language; empty for one that says nothing."""
    return _vocabulary(code)[word.casefold()]


def concepts(text: str, span: Span, code: str, numbers: Mapping[int, Concept]) -> tuple[Concept, ...]:
    """The concepts of a part of a text in order. `code` is its language; `numbers` those of figures and times by where they begin: the
    words of one are read as that alone."""
    found, known, done = [], _vocabulary(code), span.start
    for match in _WORD.finditer(text, span.start, span.end):
        if match.start() < done:
            continue
        number = numbers.get(match.start())
        if number:
            found.append(number)
            done = number.span.end
        elif _PAIRED.match(match[0]):
            found += _pairs(text, match.start(), match.end())
        elif not match[0][0].isdigit() and (key := known[match[0].casefold()]):
            found.append(Concept(key, Span(*match.span())))
    return tuple(found)


def _pairs(text: str, start: int, end: int) -> list[Concept]:
    """The pairs of letters of a run."""
    return [Concept(text[at : at + 2], Span(at, at + 2)) for at in range(start, max(start + 1, end - 1))]
