"""The words of a field, sorted, searched as one block of bytes: nothing is unpacked but what is looked at."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

import numpy as np

from workbench.search.arrays import Array
from workbench.search.forms import Form, wildcard_pattern, within

_AFTER_ALL = b"\xff"


class Lexicon:
    """Words in the order of their UTF-8, which is that of their code points; `block` has a line feed after each."""

    def __init__(self, block: bytes) -> None:
        self._block = block

    @cached_property
    def _ends(self) -> Array:
        return np.flatnonzero(np.frombuffer(self._block, np.uint8) == 10)

    @cached_property
    def _starts(self) -> Array:
        return np.concatenate(([0], self._ends[:-1] + 1)) if len(self._ends) else self._ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> bytes:
        return self._block[self._starts[at] : self._ends[at]]

    def word(self, at: int) -> str:
        return self[at].decode()

    def words(self) -> list[str]:
        """All of them."""
        return self._block.decode().split("\n")[:-1]

    def entries(self, form: Form) -> Array:
        """Places of the words that fit, ascending."""
        surface = form.surface.encode()
        if form.mode == "exact":
            return self._range(surface, surface + b"\0")
        if form.mode == "prefix":
            return self._range(surface, surface + _AFTER_ALL)
        if form.mode == "wildcard":
            return self._wildcard(form.surface)
        return self._fuzzy(form.surface, 1 if form.mode == "fuzzy1" else 2)

    def any_between(self, low: str, high: str) -> bool:
        """Whether there is a word from `low` to before `high`."""
        return bisect_left(self, low.encode()) < bisect_left(self, high.encode())

    def has(self, word: str) -> bool:
        """Whether it is there."""
        return len(self._range(word.encode(), word.encode() + b"\0")) > 0

    def holding(self, piece: str) -> list[str]:
        """The words that contain some letters."""
        return [self.word(at) for at in self._containing(piece.encode()).tolist()]

    def _range(self, low: bytes, high: bytes) -> Array:
        return np.arange(bisect_left(self, low), bisect_left(self, high))

    def _wildcard(self, pattern: str) -> Array:
        """Those that contain the longest piece of the pattern, then those that fit it whole."""
        pieces = re.split(r"[*?]", pattern)
        if pieces[0]:
            candidates = self._range(pieces[0].encode(), pieces[0].encode() + _AFTER_ALL)
        else:
            candidates = self._containing(max(pieces, key=len).encode())
        fits = wildcard_pattern(pattern).fullmatch
        return np.array([at for at in candidates.tolist() if fits(self.word(at))], np.int64)

    def _fuzzy(self, word: str, distance: int) -> Array:
        """Of distance + 1 pieces of the word at least one is left whole: the first at the start, the last at the end."""
        cuts = [len(word) * part // (distance + 1) for part in range(distance + 2)]
        first, *middle, last = (word[a:b].encode() for a, b in pairwise(cuts))
        candidates = [self._range(first, first + _AFTER_ALL), self._containing(last + b"\n"), *map(self._containing, middle)]
        found = np.unique(np.concatenate(candidates))
        sizes = self._ends[found] - self._starts[found]
        slack = 4 * (distance + len(word)) if not word.isascii() else len(word) + 4 * distance
        found = found[sizes <= slack]
        if word.isascii():
            found = found[self._ends[found] - self._starts[found] >= len(word) - distance]
        return np.array([at for at in found.tolist() if within(word, self.word(at), distance)], np.int64)

    def _containing(self, piece: bytes) -> Array:
        places = [match.start() for match in re.finditer(re.escape(piece), self._block)]
        found: Array = np.unique(np.searchsorted(self._ends, places))
        return found
