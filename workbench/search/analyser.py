"""From text to words with places. One rule for indexing, for queries and for marking hits, so that they cannot disagree.

Words are runs of letters and digits; figures keep their separators; an English genitive stays with its noun. Scripts
written without spaces (Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer) give one word a character: the character and the one after it.
With each word it is kept what joins it to the next one or parts it from it, so that cease-fire and U.S. can be found as one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from workbench.domain.folding import APOSTROPHES, DOTS, HYPHENS, QUOTES, SPACES, flat
from workbench.search.arrays import Array
from workbench.search.folding import fold

VERSION = 3
"""Changes whenever the same text would give other words; an index of another version is rebuilt."""

_CACHED_FOLDS = 300_000


_MARK, _UNSPACED_LETTER = 1, 2


def _traits() -> Array:
    """For every code point whether it is a mark that belongs to the letter before it, or a letter of an unspaced script.

    Marks are those up to the end of the Indic blocks, and the joiners.
    """
    table: Array = np.zeros(0x110000, np.uint8)
    table[[code for code in range(0x300, 0x20000) if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me")]] = _MARK
    table[[0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF]] = _MARK
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
_APOSTROPHE = f"[{APOSTROPHES}]"
_L = "[^\\W_" + "".join(sign for sign in APOSTROPHES if sign.isalnum()) + "]"
_MARKED_FIGURE = rf"\d+(?:[.,٫٬]\d+)+|(?!0)\d{{1,3}}(?:[{SPACES}{APOSTROPHES}]\d{{3}})+(?:[.,]\d+)?(?!\d)"
_SPACED_FIGURE = r"(?<![\d.,])(?!0)\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)"
_FIGURE = rf"(?=\d)(?:{_MARKED_FIGURE})"
_ANY_FIGURE = rf"(?=\d)(?:{_SPACED_FIGURE}|{_MARKED_FIGURE})"
_GENITIVE = rf"(?:{_APOSTROPHE}[sS]\b)?"
_PLAIN = rf"{_L}++{_GENITIVE}"
_MARKED = rf"{_L}+(?:[{_MARKS}]+{_L}*)*{_GENITIVE}"
_HYPHEN = f"[{re.escape(HYPHENS)}]"
_JOINT = f"[{re.escape(HYPHENS)}{APOSTROPHES}{DOTS}\u200b\u200e\u200f]"
_HEBREW = "[\u05d0-\u05ea]"
_CUT = r"[^\S\n]*\n\s*(?=[^\W\d_])"
_CUT_FIGURE = rf"(?<!\d){_HYPHEN}[^\S\n]*\n\s*(?=\d)"
_NEXT = (
    rf"\s(?=\w)|(?!{_L}|\s)(?:(?<!\d){_JOINT}(?={_L})|(?<=\d){_JOINT}(?=[^\W\d_])|\.(?=[^\W\d_]{{1,2}}(?!{_L}))"
    rf"|{_HYPHEN}{_CUT}|{_CUT_FIGURE}|(?<={_HEBREW})[{QUOTES}](?={_HEBREW}))"
)
"""What stands between a word and the next one, if it joins them or is a space alone: see `_after`."""
_SOFT_NEXT = rf"(?<=\u00ad){_CUT}|{_NEXT}"
_PLAIN_WORDS = re.compile(f"(?:{_ANY_FIGURE}|{_PLAIN})(?:{_NEXT})?")
_MARKED_WORDS = re.compile(f"(?:{_ANY_FIGURE}|{_MARKED})(?:{_SOFT_NEXT})?")
_WORD = re.compile(f"{_FIGURE}|{_MARKED}")
_QUERY_WORD = re.compile(f"{_ANY_FIGURE}|{_MARKED}")
_HAS_SPACED = re.compile(r" \d{3}(?!\d)(?<=\d \d{3})")  # a search that begins with a space is quick
_HAS_MARK = re.compile(f"[{_MARKS}]")
HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_PART = re.compile(f"[{_UNSPACED}][{_UNSPACED}{_MARKS}]*|[^{_UNSPACED}]+")
_CLUSTER = re.compile(f"[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|.[{_MARKS}\uff9e\uff9f]*", re.DOTALL)


BREAK, OPEN, TIGHT, DOT, FIRST, MIDDLE, APOSTROPHE = range(7)
"""What stands after a word: anything else; one white space; a hyphen or the line end that cuts it; the point of U.S.; the space after the
first group of a figure (12 000), and after a further one (1 500 000); an apostrophe."""
_AFTER_FIRST, _AFTER_MIDDLE = "\x02", "\x03"
_LONGEST_POINTED = 2
"""Letters of one part of a word with points in it: U.S., Ph.D."""


class Token(NamedTuple):
    """A word: text[start:end] in code points, its folded form, and what is after it. Its position is its place in the list."""

    start: int
    end: int
    surface: str
    after: int = BREAK


class Folds(dict[str, tuple[str, int, int]]):
    """Raw words of `plain_words` to their folded form, what is after them, and how many code points they have: 0 for a figure of several
    groups. Each is folded once."""

    def __missing__(self, raw: str) -> tuple[str, int, int]:
        if len(self) > _CACHED_FOLDS:
            self.clear()
        word, after = (raw[:-1], OPEN) if raw[-1] in " \n" else (raw, BREAK)
        if word.isalnum():  # as nearly all words are
            self[raw] = found = fold(word), after, len(word)
            return found
        end = len(_word(raw))
        genitive = end > 2 and raw[end - 2] in APOSTROPHES and raw[end - 1] in "sS"
        size = 0 if len(_groups(raw)) > 1 else end - 2 if genitive else end
        self[raw] = found = fold(raw[:end]), _after(raw[:end], raw[end:]), size
        return found


def _after(word: str, following: str) -> int:
    """What `_NEXT` found after a word."""
    if following == ".":
        return DOT if len(word) <= _LONGEST_POINTED and word.isalpha() else BREAK
    if following in (_AFTER_FIRST, _AFTER_MIDDLE):
        return FIRST if following == _AFTER_FIRST else MIDDLE
    if following.isspace() and word[-1] != "\u00ad":
        return OPEN
    if not following and word[0].isdigit() and not word.isalnum():
        return OPEN  # 1,500m: a letter right after a figure with a mark in it, or anything else
    if following in APOSTROPHES and following:
        return APOSTROPHE
    return TIGHT if following else BREAK


_folds = Folds()


def _has(text: str) -> int:
    """Which of the traits occur among the letters of the text."""
    if text.isascii():
        return 0
    found = _TRAITS[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)]
    return int(np.bitwise_or.reduce(found))


def plain_words(text: str) -> list[str] | None:
    """The words as they are written, in order, each with what joins it to the next (a key of `Folds`); None when some must be taken
    apart (an unspaced script is in the text)."""
    traits = _has(text)
    if traits & _UNSPACED_LETTER:
        return None
    found: list[str] = (_MARKED_WORDS if traits & _MARK else _PLAIN_WORDS).findall(text)
    return [group for raw in found for group in _groups(raw)] if _HAS_SPACED.search(text) else found


def _groups(raw: str) -> list[str]:
    """The groups of a figure with spaces between its thousands; any other word as it is."""
    groups = raw.split(" ")
    if len(groups) < 2 or not groups[1][:3].isdecimal():
        return [raw]
    *first, before, last = groups if groups[-1] else [*groups[:-2], f"{groups[-2]} "]
    return [group + (_AFTER_MIDDLE if at else _AFTER_FIRST) for at, group in enumerate([*first, before])] + [last]


def tokens(text: str) -> list[Token]:
    """The words of a text in order, with their places in it."""
    traits = _has(text)
    found = (_MARKED_WORDS if traits & _MARK else _PLAIN_WORDS).finditer(text)
    if traits & _UNSPACED_LETTER:
        return [token for match in found for token in _split(match)]
    made: list[Token] = []
    for match in found:
        raw, start = match.group(), match.start()
        surface, after, size = _folds[raw]
        if size:
            made.append(Token(start, start + size, surface, after))
        else:
            made += _grouped(raw, start)
    return made


def next_token(text: str, start: int) -> Token | None:
    """The first word at or after `start`, which must not lie within one; None at the end and before an unspaced script."""
    match = _MARKED_WORDS.search(text, start)
    return None if match is None or HAS_UNSPACED.search(match.group()) else next(_whole(match))


def may_begin_after(char: str) -> bool:
    """Whether a word surely may begin after this character: it belongs to no word, and is no apostrophe."""
    return not char.isalnum() and char not in APOSTROPHES and not _HAS_MARK.match(char)


def _whole(match: re.Match[str]) -> Iterator[Token]:
    """The word of a match; of a figure with spaces its groups."""
    surface, after, size = _folds[match.group()]
    if size:
        yield Token(match.start(), match.start() + size, surface, after)
    else:
        yield from _grouped(match.group(), match.start())


def _grouped(raw: str, start: int) -> Iterator[Token]:
    for group in _groups(raw):
        surface, after, size = _folds[group]
        yield Token(start, start + size, surface, after)
        start += size + 1


def _split(match: re.Match[str]) -> Iterator[Token]:
    if not HAS_UNSPACED.search(match.group()):
        yield from _whole(match)
        return
    for part in _PART.finditer(_word(match.group())):
        start = match.start() + part.start()
        if HAS_UNSPACED.match(part.group()):
            yield from _pairs(part.group(), start)
        else:
            yield Token(start, start + len(part.group()), fold(part.group()))


def _word(raw: str) -> str:
    match = _WORD.match(raw)
    return match.group() if match else raw


def _pairs(run: str, offset: int) -> Iterator[Token]:
    """Each character of the run with the one after it; the last one alone."""
    clusters = [(m.start() + offset, m.end() + offset, fold(m.group())) for m in _CLUSTER.finditer(run)]
    for (start, _, first), (_, end, second) in pairwise(clusters):
        yield Token(start, end, first + second)
    yield Token(*clusters[-1])


def surfaces(text: str) -> list[str]:
    """The folded words of a text in order, without places: quicker than `tokens`, and the same words."""
    words = plain_words(text)
    return [token.surface for token in tokens(text)] if words is None else [_folds[word][0] for word in words]


class QueryWord(NamedTuple):
    """One word of a query: `offset` words after the first. `opens` says that any word beginning with `surface` fits
    (a single character of an unspaced script); `whole` that only exactly `surface` does (a pair of them). `sign` is what stands between
    it and the word before, folded."""

    offset: int
    surface: str
    opens: bool
    whole: bool
    sign: str = ""


def query_words(text: str) -> list[QueryWord]:
    """The words of a piece of a query, placed as they would stand in a text. A figure with spaces between its thousands is one word."""
    found: list[QueryWord] = []
    place = end = 0
    for match in _QUERY_WORD.finditer(text):
        sign, end = flat(text[end : match.start()]), match.end()
        for part in _PART.finditer(match.group()):
            if not HAS_UNSPACED.match(part.group()):
                found.append(QueryWord(place, fold(part.group()), opens=False, whole=False, sign=sign))
                place += 1
                continue
            pairs = [token.surface for token in _pairs(part.group(), 0)]
            single = len(pairs) == 1
            found += [QueryWord(place + i, pair, single, not single) for i, pair in enumerate(pairs[: max(1, len(pairs) - 1)])]
            place += len(pairs)
    return found
