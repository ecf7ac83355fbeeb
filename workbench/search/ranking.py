"""BM25 (Robertson and Zaragoza 2009, with the +1 that keeps every weight positive) over the segments of a snapshot."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from workbench.search.arrays import Array
from workbench.search.evaluate import Worth
from workbench.search.leaf import Leaf, contains
from workbench.search.spellings import Spellings
from workbench.search.tree import Tree

K1 = 1.6
B = 0.75


class Snapshot:
    """The segments as they stood at one moment. Searching one is safe while the next is written."""

    def __init__(self, leaves: tuple[Leaf, ...]) -> None:
        self.leaves = leaves
        self.count = sum(leaf.count for leaf in leaves)
        self.spellings = Spellings(leaves)
        words = sum(float(leaf.fields["text"].lengths.sum(dtype=np.int64)) for leaf in leaves)
        average = max(1.0, words / max(1, self.count))
        self.norms: dict[int, Array] = {
            id(leaf): (K1 * (1 - B + B * leaf.fields["text"].lengths / average)).astype(np.float32) for leaf in leaves
        }

    def rarity(self, documents: int) -> float:
        """The weight of a word that is in this many documents."""
        return math.log(1 + (self.count - documents + 0.5) / (documents + 0.5))

    def scores(self, leaf: Leaf, ids: Array, worth: list[Worth], rarities: Mapping[Tree, float], k1: float = K1) -> Array:
        """What each of the documents is worth, given the parts of the query found in the segment."""
        norm = self.norms[id(leaf)] if k1 == K1 else self.norms[id(leaf)] * np.float32(k1 / K1)
        total: Array = np.zeros(leaf.count, np.float32)
        for part, where, often in worth:
            keep = contains(ids, where) if len(ids) * 8 < len(where) else slice(None)
            there, tf = where[keep], often[keep].astype(np.float32)
            total[there] += rarities[part] * tf * (k1 + 1) / (tf + norm[there])
        found: Array = total[ids]
        return found


def best(scores: Array, limit: int) -> Array:
    """Places of the `limit` highest scores, in no order."""
    if len(scores) <= limit:
        return np.arange(len(scores))
    chosen: Array = np.argpartition(-scores, limit)[:limit]
    return chosen
