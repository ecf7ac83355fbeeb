"""Which words of a field are joined with the next one, by a hyphen, an apostrophe, a point or a line end: numbers of what they are as one
word. A word that is asked for is looked up here before any of its many divisions is tried."""

from __future__ import annotations

from zlib import crc32

import numpy as np

from workbench.domain.partings import LONGEST_POINTED
from workbench.search.analyser import APOSTROPHE, DOT, TIGHT
from workbench.search.arrays import Array
from workbench.search.languages import stems

_JOINING = np.array([kind in (TIGHT, DOT, APOSTROPHE) for kind in range(8)])


def join_number(tag: str, word: str) -> int:
    """The number of a word that is written apart in texts of this language; two words may share one."""
    return crc32(f"{tag}\0{stems(tag)[word]}".encode())


def joins(words: Array, tags: Array, tag_names: list[str], surface_names: list[str]) -> Array:
    """The numbers of the joined words in a stream of them, ascending: `words` as a `Vocabulary` gives them, `tags` the language of each."""
    numbers, after = words >> 4, words & 7
    single = np.array([len(name) == 1 for name in surface_names])[numbers]
    linked = _JOINING[after[:-1]] & (numbers[:-1] > 0) & (numbers[1:] > 0) & (tags[:-1] == tags[1:])
    found: set[int] = set()
    for size in range(2, LONGEST_POINTED + 1):
        starts = len(words) - size + 1
        if starts <= 0:
            break
        whole: Array = np.ones(starts, bool)
        for step in range(size - 1):
            whole &= linked[step : step + starts]
        for step in range(size) if size > 2 else ():
            whole &= single[step : step + starts]
        at = np.flatnonzero(whole)
        rows = np.unique(np.stack([tags[at], *(numbers[at + step] for step in range(size))], axis=1), axis=0)
        found |= {join_number(tag_names[tag], "".join(surface_names[one] for one in row)) for tag, *row in rows.tolist()}
    return np.array(sorted(found), np.uint32)
