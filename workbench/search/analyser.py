"""From text to words with places. One rule for indexing, for queries and for marking hits, so that they cannot disagree.

Words are runs of letters and digits; figures keep their separators; an English genitive stays with its noun. Scripts
written without spaces (Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer) give one word a character: the character and the one after it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from workbench.search.arrays import Array
from workbench.search.folding import fold

VERSION = 1
"""Changes whenever the same text would give other words; an index of another version is rebuilt."""

_CACHED_FOLDS = 300_000


_MARK, _UNSPACED_LETTER = 1, 2


def _traits() -> Array:
    """For every code point whether it is a mark that belongs to the letter before it, or a letter of an unspaced script.

    Marks are those up to the end of the Indic blocks, and the joiners.
    """
    table: Array = np.zeros(0x110000, np.uint8)
    table[[code for code in range(0x300, 0x20000) if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me")]] = _MARK
    table[[0xAD, 0x200C, 0x200D]] = _MARK
    for first, last in re.findall("(.)-(.)", _UNSPACED):
        table[ord(first) : ord(last) + 1] |= _UNSPACED_LETTER
    return table


def _as_class(codes: Array) -> str:
    """Ascending code points as the inside of a character class."""
    breaks = np.flatnonzero(np.diff(codes) > 1)
    firsts, lasts = codes[np.concatenate(([0], breaks + 1))].tolist(), codes[np.concatenate((breaks, [len(codes) - 1]))].tolist()
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(firsts, lasts, strict=True))


_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
_TRAITS = _traits()
_MARKS = _as_class(np.flatnonzero(_TRAITS & _MARK))
_FIGURE = r"\d+(?:[.,]\d+)+"
_GENITIVE = r"(?:['’][sS]\b)?"
_PLAIN_WORD = re.compile(rf"{_FIGURE}|[^\W_]+{_GENITIVE}")
_MARKED_WORD = re.compile(rf"{_FIGURE}|[^\W_]+(?:[{_MARKS}]+[^\W_]*)*{_GENITIVE}")
_HAS_MARK = re.compile(f"[{_MARKS}]")
HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_PART = re.compile(f"[{_UNSPACED}][{_UNSPACED}{_MARKS}]*|[^{_UNSPACED}]+")
_CLUSTER = re.compile(f"[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|.[{_MARKS}\uff9e\uff9f]*", re.DOTALL)


class Token(NamedTuple):
    """A word: text[start:end] in code points, and its folded form. Its position is its place in the list."""

    start: int
    end: int
    surface: str


class Folds(dict[str, str]):
    """Raw word to folded form, computed once."""

    def __missing__(self, raw: str) -> str:
        if len(self) > _CACHED_FOLDS:
            self.clear()
        folded = fold(raw)
        self[raw] = folded
        return folded


_folds = Folds()


def _has(text: str) -> int:
    """Which of the traits occur among the letters of the text."""
    if text.isascii():
        return 0
    found = _TRAITS[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)]
    return int(np.bitwise_or.reduce(found))


def plain_words(text: str) -> list[str] | None:
    """The words as they are written, in order; None when some must be taken apart (an unspaced script is in the text)."""
    traits = _has(text)
    if traits & _UNSPACED_LETTER:
        return None
    return (_MARKED_WORD if traits & _MARK else _PLAIN_WORD).findall(text)


def tokens(text: str) -> list[Token]:
    """The words of a text in order, with their places in it."""
    traits = _has(text)
    found = (_MARKED_WORD if traits & _MARK else _PLAIN_WORD).finditer(text)
    if traits & _UNSPACED_LETTER:
        return [token for match in found for token in _split(match)]
    return [_token(match) for match in found]


def next_token(text: str, start: int) -> Token | None:
    """The first word at or after `start`, which must not lie within one; None at the end and before an unspaced script."""
    match = _MARKED_WORD.search(text, start)
    return None if match is None or HAS_UNSPACED.search(match.group()) else _token(match)


def may_begin_after(char: str) -> bool:
    """Whether a word surely may begin after this character: it belongs to no word, and is no apostrophe."""
    return not char.isalnum() and char not in "'’" and not _HAS_MARK.match(char)


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    raw = match.group()
    genitive = len(raw) > 2 and raw[-2] in "'’"
    return Token(start, end - 2 if genitive else end, _folds[raw])


def _split(match: re.Match[str]) -> Iterator[Token]:
    if not HAS_UNSPACED.search(match.group()):
        yield _token(match)
        return
    for part in _PART.finditer(match.group()):
        start = match.start() + part.start()
        if HAS_UNSPACED.match(part.group()):
            yield from _pairs(part.group(), start)
        else:
            yield Token(start, start + len(part.group()), _folds[part.group()])


def _pairs(run: str, offset: int) -> Iterator[Token]:
    """Each character of the run with the one after it; the last one alone."""
    clusters = [(m.start() + offset, m.end() + offset, fold(m.group())) for m in _CLUSTER.finditer(run)]
    for (start, _, first), (_, end, second) in pairwise(clusters):
        yield Token(start, end, first + second)
    yield Token(*clusters[-1])


def surfaces(text: str) -> list[str]:
    """The folded words of a text in order, without places: quicker than `tokens`, and the same words."""
    words = plain_words(text)
    return [token.surface for token in tokens(text)] if words is None else list(map(_folds.__getitem__, words))


class QueryWord(NamedTuple):
    """One word of a query: `offset` words after the first. `opens` says that any word beginning with `surface` fits
    (a single character of an unspaced script); `whole` that only exactly `surface` does (a pair of them)."""

    offset: int
    surface: str
    opens: bool
    whole: bool


def query_words(text: str) -> list[QueryWord]:
    """The words of a piece of a query, placed as they would stand in a text."""
    found: list[QueryWord] = []
    place = 0
    for match in _MARKED_WORD.finditer(text):
        for part in _PART.finditer(match.group()):
            if not HAS_UNSPACED.match(part.group()):
                found.append(QueryWord(place, fold(part.group()), opens=False, whole=False))
                place += 1
                continue
            pairs = [token.surface for token in _pairs(part.group(), 0)]
            single = len(pairs) == 1
            found += [QueryWord(place + i, pair, single, not single) for i, pair in enumerate(pairs[: max(1, len(pairs) - 1)])]
            place += len(pairs)
    return found
