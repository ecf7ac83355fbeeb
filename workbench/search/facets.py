"""Facets: how many of the documents found have each value."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np

from workbench.search.arrays import Array
from workbench.search.building import NO_DAY
from workbench.search.documents import KINDS, Facet
from workbench.search.evaluate import contains
from workbench.search.leaf import Leaf

_FEW_DAYS = 31
_FEW_MONTHS = 36


class FacetCounter:
    """Adds up the documents of one segment after another."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in names}

    def add(self, leaf: Leaf, ids: Array) -> None:
        for name, counts in self._counts.items():
            if name == "kind":
                self._tally(counts, leaf.kind[ids], list(KINDS))
            elif name == "date":
                days = leaf.first[ids]
                for day, count in zip(*(part.tolist() for part in np.unique(days[days != NO_DAY], return_counts=True)), strict=True):
                    counts[date.fromordinal(day).isoformat()] += count
            elif name == "zone":
                for kind in leaf.zone_kinds:
                    begins, _ = leaf.zones(kind)
                    counts[kind] += int(contains(np.unique(leaf.fields["text"].documents_of(begins)), ids).sum())
            else:
                self._tally(counts, self._codes(leaf, name, ids), leaf.values[name])

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
                found[name] = _dates(positive)
            else:
                found[name] = tuple(sorted(positive.items(), key=lambda item: (-item[1], item[0])))
        return found


def _dates(days: dict[str, int]) -> Facet:
    for length, few in ((10, _FEW_DAYS), (7, _FEW_MONTHS), (4, len(days) + 1)):
        grouped: Counter[str] = Counter()
        for day, count in days.items():
            grouped[day[:length]] += count
        if len(grouped) <= few:
            break
    return tuple(sorted(grouped.items()))
