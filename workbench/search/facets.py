"""Facets: how many of the documents found have each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain

import numpy as np

from workbench.search.arrays import Array
from workbench.search.building import NO_DAY
from workbench.search.documents import KINDS, Facet
from workbench.search.leaf import Leaf, contains

_FEW_DAYS = 31
_FEW_MONTHS = 36


class FacetCounter:
    """Adds up the documents of one segment after another."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in names}
        self._days: Counter[tuple[int, int]] = Counter()

    def add(self, leaf: Leaf, ids: Array) -> None:
        for name, counts in self._counts.items():
            if name == "kind":
                self._tally(counts, leaf.kind[ids], list(KINDS))
            elif name == "date":
                self._add_days(leaf.first[ids], leaf.last[ids])
            elif name == "zone":
                for kind in leaf.zone_kinds:
                    begins, _ = leaf.zones(kind)
                    counts[kind] += int(contains(np.unique(leaf.fields["text"].documents_of(begins)), ids).sum())
            else:
                self._tally(counts, self._codes(leaf, name, ids), leaf.values[name])

    def _add_days(self, firsts: Array, lasts: Array) -> None:
        dated = lasts != NO_DAY
        spans = (firsts[dated].astype(np.int64) << 32) | lasts[dated]
        for span, count in zip(*(part.tolist() for part in np.unique(spans, return_counts=True)), strict=True):
            self._days[span >> 32, span & 0xFFFFFFFF] += count

    def _codes(self, leaf: Leaf, name: str, ids: Array) -> Array:
        codes, ends = leaf.column(name)
        firsts, sizes = ends[ids], ends[ids + 1] - ends[ids]
        if len(codes) == leaf.count and (len(sizes) == 0 or int(sizes.min()) == int(sizes.max()) == 1):
            return np.asarray(codes[firsts])
        total = np.cumsum(sizes)
        places = np.arange(int(total[-1]) if len(total) else 0) + np.repeat(firsts - (total - sizes), sizes)
        return np.asarray(codes[places.astype(np.int64)])

    def _tally(self, counts: Counter[str], codes: Array, values: list[str]) -> None:
        tally = np.bincount(codes, minlength=len(values))
        for code in np.flatnonzero(tally).tolist():
            counts[values[code]] += int(tally[code])

    def facets(self) -> dict[str, Facet]:
        """Most frequent first; dates in their own order, by day, month or year, whichever keeps them few."""
        found = {}
        for name, counts in self._counts.items():
            positive = {value: count for value, count in counts.items() if count}
            if name == "date":
                found[name] = _dates(self._days)
            else:
                found[name] = tuple(sorted(positive.items(), key=lambda item: (-item[1], item[0])))
        return found


def _dates(spans: Counter[tuple[int, int]]) -> Facet:
    """By day, by month or by year, whichever keeps them few. What spans several counts in each, as `published:` finds it."""
    for length, few in ((10, _FEW_DAYS), (7, _FEW_MONTHS)):
        grouped: Counter[str] = Counter()
        for (first, last), count in spans.items():
            for value in _values(first, last, length):
                grouped[value] += count
            if len(grouped) > few:
                break
        else:
            return tuple(sorted(grouped.items()))
    years: Counter[str] = Counter()
    for (first, last), count in spans.items():
        for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
            years[f"{year:04}"] += count
    return tuple(sorted(years.items()))


def _values(first: int, last: int, length: int) -> Iterator[str]:
    """The different days or months from the first day to the last, no more than are too many to be shown."""
    step = 1 if length == 10 else 28
    days = chain(range(first, min(last, first + step * (_FEW_MONTHS + _FEW_DAYS)), step), (last,))
    yield from dict.fromkeys(date.fromordinal(day).isoformat()[:length] for day in days)
