"""Words written apart and together, as rows of words that stand for those of a query: see `domain.partings`. The index keeps each piece
as a word of its own, and what is after it, so that a word that a line end cuts is found like one with a hyphen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from workbench.domain.partings import LITTLE, Parting, partings, together
from workbench.search.analyser import APOSTROPHE, BREAK, DOT, FIRST, HAS_UNSPACED, MIDDLE, OPEN, TIGHT
from workbench.search.forms import Form, Slot, Ways

MOST_WAYS = 16
"""Rows that one part of a query may become; a phrase with many such words is not looked for in every mixture."""
MOST_JOINED = 4
"""Words of a query that are one in a text."""
_LAST = 1 << BREAK | 1 << OPEN | 1 << TIGHT | 1 << DOT | 1 << APOSTROPHE

Forms = tuple[Form, ...]


class Known(Protocol):
    """What is known of the texts."""

    def stands(self, forms: Forms) -> bool:
        """Whether a row of words stands anywhere."""
        ...

    def joins(self, word: str) -> bool:
        """Whether some words with more than a space between them are this word."""
        ...


def ways(own: Sequence[Slot], known: Known) -> Ways:
    """The rows of words that stand for these: first they themselves, then those that are there."""
    if any(slot.offset != at for at, slot in enumerate(own)):
        return (tuple(own),)
    steps = [_steps(own, at, known) for at in range(len(own))]
    if all(len(some) == 1 for some in steps):
        return (tuple(own),)
    rows: list[tuple[Slot, ...]] = []
    for row in _rows(steps, 0):
        rows.append(tuple(Slot(offset, form) for offset, form in enumerate(row)))
        if len(rows) == MOST_WAYS:
            break
    return tuple(dict.fromkeys(rows))


def _rows(steps: Sequence[Sequence[tuple[int, Forms]]], at: int) -> Iterator[Forms]:
    if at == len(steps):
        yield ()
        return
    for to, forms in steps[at]:
        for rest in _rows(steps, to):
            yield (*forms, *rest)


def _steps(own: Sequence[Slot], at: int, known: Known) -> list[tuple[int, Forms]]:
    """How a row may go on from the word at a place: to which place, with which words. The word itself comes first."""
    found: list[tuple[int, Forms]] = [(at + 1, (own[at].form,))]
    if _plain(own[at].form):
        word = own[at].form.surface
        found += [(at + 1, row) for row in apart(word, spaces_only=not known.joins(word)) if known.stands(row)]
    for to in range(at + 2, min(len(own), at + MOST_JOINED) + 1):
        some = own[at:to]
        if not all(_plain(slot.form) for slot in some):
            break
        row = joined([slot.form.surface for slot in some], [slot.sign for slot in some[1:]])
        if row and known.stands((row,)):
            found.append((to, (row,)))
    return found


def _plain(form: Form) -> bool:
    return form.mode == "stem" and not HAS_UNSPACED.search(form.surface)


def joined(words: Sequence[str], signs: Sequence[str]) -> Form | None:
    """The form of several folded words written as one; None if they never are, having these signs between them."""
    word = together(words, signs)
    return Form(word, "stem", capital=word in LITTLE and set(signs) == {"."}) if word else None


def apart(word: str, *, spaces_only: bool = False) -> Iterator[Forms]:
    """The rows of words that one folded word may be written as; if asked for only those with nothing but spaces between them."""
    for parting in partings(word, spaces_only=spaces_only):
        if parting.figure:
            yield _groups(parting.pieces)
        elif parting.space or not spaces_only:
            yield _pieces(parting)


def _groups(groups: Sequence[str]) -> Forms:
    *first, last = groups
    before = (Form(group, "exact", after=1 << (MIDDLE if at else FIRST)) for at, group in enumerate(first))
    return (*before, Form(last, "exact", after=_LAST))


def _pieces(parting: Parting) -> Forms:
    tight = parting.tight << TIGHT | parting.apostrophe << APOSTROPHE
    joints = tight | parting.point << DOT | parting.space << OPEN
    *first, last = parting.pieces
    before = (Form(piece, "exact", after=joints, capital=at == parting.capital) for at, piece in enumerate(first))
    return (*before, Form(last, "stem" if len(first) == 1 else "exact", capital=parting.capital == len(first)))
