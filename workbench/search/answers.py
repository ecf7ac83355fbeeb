"""Answering a query: documents over all segments, ranked and counted, and every hit found again in its true text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import numpy as np

from workbench.search.documents import KINDS, NOTHING, Hit, Results, Snippet
from workbench.search.engine import TextOf
from workbench.search.evaluate import Evaluation, Worth
from workbench.search.facets import FacetCounter
from workbench.search.forms import slots
from workbench.search.leaf import Leaf
from workbench.search.marking import Known, Marker, Zones
from workbench.search.ranking import Snapshot, best
from workbench.search.snippets import snippet
from workbench.search.tree import Fuzzy, Phrase, Prefix, Tree, Wildcard, Word


class _Ranked(NamedTuple):
    """One document among the best: the score with its sign turned, its key, and where it is."""

    order: float
    kind: int
    id: int
    number: int
    leaf: Leaf
    worth: list[Worth]


def answer(snapshot: Snapshot, tree: Tree, limit: int, text_of: TextOf | None, facets: tuple[str, ...]) -> Results:
    """The best `limit` documents of a snapshot. Raises TooMany for a pattern that fits too many words."""
    found = []
    frequency: dict[Tree, int] = {}
    for leaf in snapshot.leaves:
        evaluation = Evaluation(leaf)
        ids = evaluation.documents(tree)
        for part, where, _ in evaluation.worth:
            frequency[part] = frequency.get(part, 0) + len(where)
        found.append((leaf, ids, evaluation.worth))
    total = sum(len(ids) for _, ids, _ in found)
    if not total:
        return NOTHING
    rarities = {part: snapshot.rarity(documents) for part, documents in frequency.items()}
    counter = FacetCounter(facets)
    ranked: list[_Ranked] = []
    for leaf, ids, worth in found:
        counter.add(leaf, ids)
        scores = snapshot.scores(leaf, ids, worth, rarities)
        for place in best(scores, limit).tolist():
            number = int(ids[place])
            ranked.append(_Ranked(-float(scores[place]), int(leaf.kind[number]), int(leaf.id[number]), number, leaf, worth))
    ranked.sort(key=lambda row: row[:3])
    hits = [_hit(tree, row, text_of) for row in ranked[:limit]]
    there = tuple(hit for hit in hits if hit is not None)
    return Results(total - (len(hits) - len(there)), there, counter.facets())


def _hit(tree: Tree, row: _Ranked, text_of: TextOf | None) -> Hit | None:
    kind = KINDS[row.kind]
    if text_of is None:
        return Hit(kind, row.id, -row.order, (), Snippet("", 0, ()))
    text = text_of(kind, row.id)
    if text is None:
        return None
    marker = Marker(text, row.leaf.tag(row.number), _zones(row.leaf, row.number), _known(row))
    spans = marker.mark(tree)
    return None if spans is None else Hit(kind, row.id, -row.order, spans, snippet(text, spans))


def _known(row: _Ranked) -> dict[Tree, Known]:
    """How often each part of the query is in the document, and in which words."""
    known: dict[Tree, Known] = {}
    field, tag = row.leaf.fields["text"], row.leaf.tag(row.number)
    for part, ids, often in row.worth:
        if isinstance(part, Word | Phrase | Prefix | Wildcard | Fuzzy):
            words = tuple(field.surfaces(slot.form, tag) for slot in slots(part))
            at = int(np.searchsorted(ids, row.number))
            count = int(often[at]) if at < len(ids) and ids[at] == row.number else 0
            accepted = tuple(some for some in words if some is not None)
            if len(accepted) == len(words):
                known[part] = Known(accepted, count)
    return known


def _zones(leaf: Leaf, number: int) -> Zones:
    """The zones of one document, in words of its text."""
    field = leaf.fields["text"]
    base, length = int(field.bases[number]), int(field.lengths[number])
    found = []
    for kind in leaf.zone_kinds:
        begins, ends = leaf.zones(kind)
        first, last = bisect_left(begins, base), bisect_right(begins, base + length)
        found += [(int(begins[at]) - base, int(ends[at]) - base, kind) for at in range(first, last)]
    return tuple(found)
