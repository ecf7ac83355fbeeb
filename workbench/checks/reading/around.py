"""What stands around a place in a text: the words before and behind it, a bounded number of code points at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.checks.reading.lexicon import Lexicon, plain

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200c"
WORD = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
"""Letters with their marks; an apostrophe parts words, but see `APOSTROPHES`."""
APOSTROPHES = rf"{WORD}(?:['’ʼ]{WORD})*"
"""The same in languages in which an apostrophe stands inside words."""
ELIDING = ("fr", "it")
_BEFORE, _AFTER = 72, 96  # code points that are looked through
_PIECES = {
    True: re.compile(rf"{WORD}|\d+|\n|[^\s]"),
    False: re.compile(rf"{APOSTROPHES}|\d+|\n|[^\s]"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, digits or a sign: where (code points), and in small letters."""

    start: int
    end: int
    word: str
    capital: bool

    @property
    def letters(self) -> bool:
        return self.word[0].isalpha()


@dataclass(frozen=True, slots=True)
class Around:
    """A text with the language that it is read in."""

    text: str
    lexicon: Lexicon

    def before(self, end: int) -> list[Piece]:
        """The pieces that end before a place, the nearest first."""
        start = max(0, end - _BEFORE)
        found = self.pieces(start, end)
        if start and found and found[0].start == start and self.text[start - 1].isalnum():
            found = found[1:]
        return found[::-1]

    def after(self, start: int) -> list[Piece]:
        """The pieces that begin behind a place; a word that the window cuts is left out."""
        end = min(len(self.text), start + _AFTER)
        found = self.pieces(start, end)
        if end < len(self.text) and found and found[-1].end == end and self.text[end].isalnum():
            found = found[:-1]
        return found

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The pieces between two places."""
        pattern, text = _PIECES[self.lexicon.code in ELIDING], self.text
        return [Piece(m.start(), m.end(), plain(m[0]) or m[0], m[0][0].isupper()) for m in pattern.finditer(text, start, end)]


def phrase_at(pieces: list[Piece], longest: int, of: object) -> tuple[str, int]:
    """The longest phrase that begins here and is a key of `of`, with how many pieces it takes; empty and 0 for none."""
    for count in range(min(longest, len(pieces)), 0, -1):
        phrase = joined(pieces[:count])
        if phrase in of:  # type: ignore[operator] # a set or a table
            return phrase, count
    return "", 0


def joined(pieces: list[Piece]) -> str:
    """Pieces as a phrase: one space where there is any space between them."""
    words = ""
    for number, piece in enumerate(pieces):
        words += (" " if number and piece.start > pieces[number - 1].end else "") + piece.word
    return words
