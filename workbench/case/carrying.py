"""Carrying: where spans of an old text are in a new one. Lines are paired first, then the words inside a pair, then the quotation is
looked for. Nothing is called the same or moved unless its words are the same, letter by letter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from workbench.case.line_pairs import in_order, lines_of, same_lines, similar_lines
from workbench.case.word_pairs import Run, runs_between, word_places
from workbench.domain.anchors import trimmed
from workbench.domain.spans import Span

PAIRED = 0.5
"""The share of words (of the shorter line) that a pair of similar lines must have in common."""
KEPT = 0.5
"""The share of a span's letters that must still be there for its place to be known."""
AROUND = 64
"""Letters before and after a quotation that are held against those of the old place."""
CLEARER = 16
"""By how many letters the best of several places must agree more than the next."""
MANY = 200
"""Places of the same words that are told from each other."""
TELLING = 4
"""Words that a quotation needs to be known by itself, with nothing around it that is the same."""


class Fate(StrEnum):
    """What became of a span."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Carried:
    """A span's fate, and where it is now: with same and moved its very words, with changed the words in their place; else None."""

    fate: Fate
    span: Span | None = None

    @property
    def kept(self) -> Span | None:
        """Where the very words stand now; None when they do not, or nobody knows which ones they are."""
        return self.span if self.fate in (Fate.SAME, Fate.MOVED) else None


def carried(old: str, new: str, spans: Sequence[Span]) -> list[Carried]:
    """What became of each span of `old` in `new`: see Carrier.carry_all."""
    return Carrier(old, new).carry_all(spans)


class Carrier:
    """Two texts, `old` and `new`, whose lines and words have been paired."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._lines, self._others = lines_of(old), lines_of(new)
        here, there = ([text[a:b] for a, b in lines] for text, lines in ((old, self._lines), (new, self._others)))
        same = same_lines(here, there)
        self._same = {j: i for i, j in same.items()}
        self._starts = [line.start for line in self._lines]
        self._new_starts = [line.start for line in self._others]
        self._runs, pairs = self._mapped(same, similar_lines(same, here, there))
        self._ends = [run[1] for run in self._runs]
        self._chain = in_order(pairs, here)
        self._ordered = frozenset(self._chain)
        self._pairs = pairs
        self._owners = {j: i for i, j in pairs.items()}

    def _mapped(self, same: dict[int, int], similar: dict[int, int]) -> tuple[list[Run], dict[int, int]]:
        """The runs of all pairs, in the old order, and the pairs; similar lines that have too little in common are none."""
        pairs = dict(same)
        self._still = set(same)  # old lines of which most is there
        runs = [(*self._lines[i], *self._others[j]) for i, j in same.items()]
        for i, j in similar.items():
            (a, b), (c, d) = self._lines[i], self._others[j]
            found, mine, least = runs_between(self.old[a:b], self.new[c:d], a, c)
            if least >= PAIRED:
                runs += found
                pairs[i] = j
                self._still |= {i} if mine >= PAIRED else set()
        return sorted(runs), pairs

    def lines(self) -> list[tuple[Span | None, Span | None]]:
        """Every line that is not blank, old and new, in the order of the new text; None where it has no counterpart. One that has gone
        stands behind the line that it stood behind."""
        gone: dict[int, list[int]] = {}
        last = -1
        for i in range(len(self._lines)):
            if i in self._pairs:
                last = self._pairs[i] if i in self._ordered else last
            else:
                gone.setdefault(last, []).append(i)
        found: list[tuple[Span | None, Span | None]] = [(self._lines[i], None) for i in gone.get(-1, ())]
        for j, line in enumerate(self._others):
            owner = self._owners.get(j)
            found.append((None if owner is None else self._lines[owner], line))
            found += ((self._lines[i], None) for i in gone.get(j, ()))
        return found

    def is_moved(self, old: Span) -> bool:
        """Whether one of the old lines that has a counterpart stands elsewhere among the others now."""
        return not self._in_order(old)

    def carry_all(self, spans: Sequence[Span]) -> list[Carried]:
        """What became of each span. Two different ones never come to stand at one place: the later is ambiguous."""
        taken: dict[Span, Span] = {}
        found = []
        for span in spans:
            result = self.carry(span)
            if result.kept and taken.setdefault(result.kept, span) != span:
                result = Carried(Fate.AMBIGUOUS)
            found.append(result)
        return found

    def carry(self, span: Span) -> Carried:
        """What became of one span. One without a word or sign in it is an orphan."""
        core = trimmed(self.old, *span)
        if core.start == core.end:
            return Carried(Fate.ORPHAN)
        place, share = self._mapped_place(core)
        if place and self.new[slice(*place)] == self.old[slice(*core)]:
            found = Carried(Fate.SAME if self._in_order(core) else Fate.MOVED, place)
        elif place and share >= KEPT:
            found = Carried(Fate.CHANGED, place)
        else:
            found = self._looked_for(core)
        return self._with_space(found, span, core)

    def _with_space(self, found: Carried, span: Span, core: Span) -> Carried:
        """The result with the white space at the span's ends, where it is there too; without it, its words are others."""
        if span == core or found.kept is None:
            return found
        whole = Span(found.kept.start - (core.start - span.start), found.kept.end + (span.end - core.end))
        alike = whole.start >= 0 and self.new[slice(*whole)] == self.old[slice(*span)]
        return Carried(found.fate, whole) if alike else Carried(Fate.CHANGED, found.span)

    # --- by the runs ----------------------------------------------------------------------------------------------------

    def _mapped_place(self, span: Span) -> tuple[Span | None, float]:
        """Where the runs put a span, and the share of its letters that are still the same; None where its parts lie apart."""
        first = bisect_right(self._ends, span.start)
        start = end = -1
        kept = 0
        for a, b, c, d in self._runs[first:]:
            if a >= span.end:
                break
            left, right = max(0, span.start - a), min(b, span.end) - a
            same = b - a == d - c and self.old[a:b] == self.new[c:d]
            kept += right - left if same else 0
            if start < 0:
                start = c + min(left, d - c)
            elif c < end:
                return None, 0
            end = d if right == b - a else c + min(right, d - c)
        length = span.end - span.start
        fits = 0 <= start < end and end - start <= 2 * length + AROUND
        return (Span(start, end), kept / length) if fits else (None, 0)

    def _numbers(self, span: Span) -> range:
        """The numbers of the old lines that a span is in."""
        return range(max(0, bisect_right(self._starts, span.start) - 1), bisect_left(self._starts, span.end))

    def _in_order(self, span: Span) -> bool:
        return all(i in self._ordered for i in self._numbers(span) if i in self._pairs)

    # --- by the quotation -----------------------------------------------------------------------------------------------

    def _looked_for(self, span: Span) -> Carried:
        """The words wherever else they stand: where the text around them says so, or where nothing else could be meant."""
        words = self.old[slice(*span)]
        free = (at for at in found_at(self.new, words) if not self._anothers(Span(at, at + len(words)), span))
        places = list(islice(free, MANY + 1))
        if not 0 < len(places) <= MANY:
            return Carried(Fate.AMBIGUOUS if places else Fate.ORPHAN)
        before, after = self.old[max(0, span.start - AROUND) : span.start], self.old[span.end : span.end + AROUND]
        low, high = self._between(span)
        inside = [at for at in places if low <= at and at + len(words) <= high]
        at = clearest(self.new, words, places, before, after, alone=self._gone(span) or self._mine(places[0], span))
        if at is None and len(inside) == 1 and len(word_places(words)) >= TELLING:
            at = inside[0]
        if at is None:
            return Carried(Fate.AMBIGUOUS if len(places) > 1 else Fate.ORPHAN)
        return Carried(Fate.SAME if at in inside else Fate.MOVED, Span(at, at + len(words)))

    def _anothers(self, place: Span, span: Span) -> bool:
        """Whether a place is in a line that is known to be another line of the old text: unchanged, or the span is in several lines."""
        first = max(0, bisect_right(self._new_starts, place.start) - 1)
        mine = self._numbers(span)
        owned = self._owners if len(mine) > 1 else self._same
        owners = [owned.get(j) for j in range(first, bisect_left(self._new_starts, place.end))]
        return any(owner is not None and owner not in mine for owner in owners)

    def _gone(self, span: Span) -> bool:
        """Whether most of the old lines that a span is in is not there any more."""
        return self._still.isdisjoint(self._numbers(span))

    def _mine(self, at: int, span: Span) -> bool:
        """Whether a place is in the new line that an old line of the span has become."""
        return self._owners.get(bisect_right(self._new_starts, at) - 1) in self._numbers(span)

    def _between(self, span: Span) -> tuple[int, int]:
        """Where in the new text its neighbours are that stand in order: the end of the one before, the start of the one after."""
        lines = self._numbers(span)
        before, after = bisect_left(self._chain, lines.start), bisect_left(self._chain, lines.stop)
        low = self._others[self._pairs[self._chain[before - 1]]].end if before else 0
        high = self._others[self._pairs[self._chain[after]]].start if after < len(self._chain) else len(self.new)
        return low, high


def found_at(text: str, words: str) -> Iterator[int]:
    """Every place of some words in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def clearest(text: str, words: str, places: Sequence[int], before: str, after: str, *, alone: bool = True) -> int | None:
    """The one of several places of some words that is meant, by what stood before and after them; None when nothing tells which.
    A single place needs text around it that agrees, or words enough where they may stand `alone`: not where the line that they were in is
    still there without them."""
    ranked = sorted(((_agreement(text, at, at + len(words), before, after), at) for at in places), reverse=True)
    if not ranked:
        return None
    next_best = ranked[1][0] if len(ranked) > 1 else 0
    single = alone and len(ranked) == 1 and len(word_places(words)) >= TELLING
    return ranked[0][1] if single or ranked[0][0] >= next_best + CLEARER else None


def _agreement(text: str, start: int, end: int, before: str, after: str) -> int:
    """How many letters around a place are those that stood around the old one."""
    ahead = sum(1 for _ in _alike(reversed(text[max(0, start - len(before)) : start]), reversed(before)))
    return ahead + sum(1 for _ in _alike(text[end : end + len(after)], after))


def _alike(one: Iterator[str] | str, other: Iterator[str] | str) -> Iterator[str]:
    for here, there in zip(one, other, strict=False):
        if here != there:
            return
        yield here
