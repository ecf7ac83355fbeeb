"""Forms: what a part of a query accepts as a word, decided the same way over an index's lexicon and over a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from workbench.search.analyser import QueryWord, query_words
from workbench.search.folding import fold
from workbench.search.languages import stems
from workbench.search.tree import Fuzzy, Near, Phrase, Prefix, Text, Wildcard, Word

Mode = Literal["stem", "exact", "prefix", "wildcard", "fuzzy1", "fuzzy2"]


@dataclass(frozen=True, slots=True)
class Form:
    """One word of a query: a folded surface and how freely it is taken."""

    surface: str
    mode: Mode
    also: tuple[str, ...] = ()
    """Other spellings of the same name, folded (see `spellings`)."""
    after: int = 0
    """What may be after it in the text: bits 1 << OPEN and so on (see `analyser`); 0 for anything."""
    capital: bool = False
    """Whether it counts only where it is not written small."""

    @property
    def others(self) -> tuple[Form, ...]:
        """The other spellings as forms: only so in Latin letters; by stem, too, where endings are declined (Зеленского)."""
        return tuple(Form(word, self.mode if self.mode == "stem" and not word.isascii() else "exact") for word in self.also)

    @property
    def anywhere(self) -> bool:
        """Whether it counts wherever it stands."""
        return not self.after and not self.capital

    def stands(self, after: int, small: bool) -> bool:
        """Whether it counts where this is after it and it is written so."""
        return (not self.after or bool(self.after >> after & 1)) and not (self.capital and small)

    def fits(self, surface: str, tag: str) -> bool:
        """Whether a word of a text in the language `tag` is accepted, if it stands as it must."""
        return self._fits(surface, tag) or any(other.fits(surface, tag) for other in self.others)

    def _fits(self, surface: str, tag: str) -> bool:
        if self.mode == "stem":
            known = stems(tag)
            return known[surface] == known[self.surface]
        if self.mode == "exact":
            return surface == self.surface
        if self.mode == "prefix":
            return surface.startswith(self.surface)
        if self.mode == "wildcard":
            return wildcard_pattern(self.surface).fullmatch(surface) is not None
        return within(self.surface, surface, 1 if self.mode == "fuzzy1" else 2)


class Slot(NamedTuple):
    """A form and how many words after the first of its phrase it stands; in a query also the sign before it."""

    offset: int
    form: Form
    sign: str = ""


Ways = tuple[tuple[Slot, ...], ...]
"""The rows of words, any of which is what a leaf of the tree asks for."""


@lru_cache(maxsize=256)
def wildcard_pattern(pattern: str) -> re.Pattern[str]:
    """? is any one character, * any number of them.

    Each piece between stars is looked for once, from the left, and never again elsewhere: that finds whatever there is to be found, and
    no pattern takes longer than its pieces times the word.
    """
    first, *rest = ("".join("." if sign == "?" else re.escape(sign) for sign in piece) for piece in re.split(r"\*+", pattern))
    middle = "".join(f"(?>.*?{piece})" for piece in rest[:-1])
    return re.compile(first + middle + "".join(f".*{piece}" for piece in rest[-1:]), re.DOTALL)


def within(first: str, second: str, distance: int) -> bool:
    """Whether at most `distance` (1 or 2) insertions, deletions or substitutions turn one into the other."""
    if abs(len(first) - len(second)) > distance:
        return False
    if first == second:
        return True
    if distance == 0:
        return False
    at = 0
    shorter = min(len(first), len(second))
    while at < shorter and first[at] == second[at]:
        at += 1
    a, b = first[at:], second[at:]
    return within(a[1:], b[1:], distance - 1) or within(a, b[1:], distance - 1) or within(a[1:], b, distance - 1)


_SURU = re.compile("(?<=[\u4e00-\u9fff]{2})(?:する|した|して|される|された|しない|している|していた)$")
"""What makes a verb of a Japanese noun: the noun is looked for, so that 破壊する finds 破壊した."""


@lru_cache(maxsize=1024)
def slots(leaf: Text) -> tuple[Slot, ...]:
    """The forms of a leaf of the tree, in order. Never empty for a leaf that `parse` made."""
    match leaf:
        case Word(text, exact) | Phrase(text, exact):
            text = text if exact else _SURU.sub("", text)
            return tuple(Slot(word.offset, _form(word, exact), word.sign) for word in query_words(text))
        case Near(text, _):
            return tuple(Slot(word.offset, _form(word, exact=False), word.sign) for word in query_words(text))
        case Prefix(text):
            *first, last = query_words(text)
            ending = Form(last.surface, "exact" if last.whole else "prefix")
            return (*(Slot(word.offset, _form(word, exact=False)) for word in first), Slot(last.offset, ending))
        case Wildcard(pattern):
            folded = "".join(part if part in ("*", "?") else fold(part) for part in re.split(r"([*?])", pattern) if part)
            return (Slot(0, Form(folded, "wildcard")),)
        case Fuzzy(text, distance):
            return (Slot(0, Form(fold(text), "fuzzy1" if distance == 1 else "fuzzy2")),)


def _form(word: QueryWord, exact: bool) -> Form:
    if word.opens:
        return Form(word.surface, "prefix")
    return Form(word.surface, "exact" if exact or word.whole else "stem")


def window(leaf: Near, row: tuple[Slot, ...]) -> int:
    """The most that the last word of a near query may stand after the first, in words; `row` is one of its ways."""
    return len(row) - 1 + leaf.distance
