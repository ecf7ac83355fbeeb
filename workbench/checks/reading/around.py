"""What stands around a place in a text: the words before and behind it, a bounded number of code points at a time."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from workbench.checks.reading.lexicon import Lexicon, plain

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200c"
WORD = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
"""Letters with their marks; an apostrophe parts words, but see `APOSTROPHES`."""
APOSTROPHES = rf"{WORD}(?:['’ʼ]{WORD})*"
"""The same in languages in which an apostrophe stands inside words."""
ELIDING = ("fr", "it")
_BEFORE, _AFTER = 56, 96  # code points that are looked through
_MOST = 14  # pieces behind a place
REMEMBERED = 64
_PIECES = {
    True: re.compile(rf"{WORD}|\d+|\n|[^\s]"),
    False: re.compile(rf"{APOSTROPHES}|\d+|\n|[^\s]"),
}


class Piece(NamedTuple):
    """A word, digits or a sign: where (code points), and in small letters."""

    start: int
    end: int
    word: str
    capital: bool

    @property
    def letters(self) -> bool:
        return self.word[0].isalpha()


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """A text with the language that it is read in."""

    text: str
    lexicon: Lexicon
    _kept: dict[int, Pieces] = field(default_factory=dict, compare=False, repr=False)

    def before(self, end: int) -> Pieces:
        """The pieces that end before a place, the nearest first."""
        known = self._kept.get(~end)
        if known is None:
            start = max(0, end - _BEFORE)
            found = self.pieces(start, end)
            if start and found and found[0].start == start and self.text[start - 1].isalnum():
                found = found[1:]
            known = self._keep(~end, found[::-1])
        return known

    def after(self, start: int) -> Pieces:
        """The pieces that begin behind a place; a word that the window cuts is left out."""
        known = self._kept.get(start)
        if known is None:
            end = min(len(self.text), start + _AFTER)
            found = self.pieces(start, end, _MOST)
            if end < len(self.text) and found and found[-1].end == end and self.text[end].isalnum():
                found = found[:-1]
            known = self._keep(start, found)
        return known

    def pieces(self, start: int, end: int, most: int | None = None) -> Pieces:
        """The pieces between two places, or so many of them."""
        pattern = _PIECES[self.lexicon.code in ELIDING]
        every = pattern.finditer(self.text, start, end)
        return tuple([Piece(m.start(), m.end(), plain(w := m[0]) or w, w[0].isupper()) for m in islice(every, most)])

    def _keep(self, place: int, found: Pieces) -> Pieces:
        """Several rules ask for what stands around one place; those before it are done with."""
        if len(self._kept) >= REMEMBERED:
            self._kept.clear()
        self._kept[place] = found
        return found


def phrase_at(pieces: Pieces, longest: int, of: Container[str]) -> tuple[str, int]:
    """The longest phrase that begins here and is one of `of`, with how many pieces it takes; empty and 0 for none."""
    phrase, best, end = "", ("", 0), 0
    for count, piece in enumerate(pieces[:longest], start=1):
        phrase += (" " if count > 1 and piece.start > end else "") + piece.word
        end = piece.end
        if phrase in of:
            best = phrase, count
    return best


def joined(pieces: Pieces) -> str:
    """Pieces as a phrase: one space where there is any space between them."""
    words = ""
    for number, piece in enumerate(pieces):
        words += (" " if number and piece.start > pieces[number - 1].end else "") + piece.word
    return words
