"""Answering a query: documents over all segments, ranked and counted, and every hit found again in its true text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from workbench.domain.plurals import counted
from workbench.domain.spans import Span
from workbench.search.arrays import Array
from workbench.search.building import NO_DAY
from workbench.search.documents import KINDS, NOTHING, Hit, Results, Snippet
from workbench.search.engine import Given, TextOf
from workbench.search.evaluate import Evaluation, Worth
from workbench.search.facets import FacetCounter
from workbench.search.forms import Ways
from workbench.search.leaf import Leaf
from workbench.search.marking import Known, Marker, Zones
from workbench.search.ranking import Snapshot, best
from workbench.search.rarest import rarest
from workbench.search.snippets import snippet
from workbench.search.tree import Field, Fuzzy, Near, Phrase, Prefix, Regex, Text, Tree, Wildcard, Word, asks_for_furniture

AROUND = "Around {} there is more, in page furniture, comments or hidden text: add in:furniture."


class _Ranked(NamedTuple):
    """One document among the first: what it is put in order by, its score and key, and where it is."""

    order: float
    score: float
    kind: int
    id: int
    number: int
    leaf: Leaf
    worth: list[Worth]


class Found(NamedTuple):
    """What of one segment fits a query."""

    leaf: Leaf
    ids: Array
    worth: list[Worth]


def asked(snapshot: Snapshot, tree: Tree) -> Tree:
    """What is looked for when a tree is: of very many words the rarest, and words as this case writes them. Raises TooMany."""
    return snapshot.spellings.widened(rarest(snapshot, tree))


def evaluated(snapshot: Snapshot, tree: Tree, given: Given) -> tuple[list[Found], dict[Tree, int]]:
    """What fits in every segment, and in how many documents each part of the query is. Raises TooMany."""
    found = []
    frequency: dict[Tree, int] = {}
    for leaf in snapshot.leaves:
        evaluation = Evaluation(leaf, snapshot.spellings.ways, given)
        found.append(Found(leaf, evaluation.documents(tree), evaluation.worth))
        for part, where in {part: where for part, where, _ in evaluation.worth}.items():
            frequency[part] = frequency.get(part, 0) + len(where)
    return found, frequency


def answer(
    snapshot: Snapshot,
    tree: Tree,
    limit: int,
    text_of: TextOf | None,
    facets: tuple[str, ...],
    order: str,
    given: Given,
) -> Results:
    """The first `limit` documents of a snapshot in this order. Raises TooMany for a pattern that fits too many words."""
    tree = asked(snapshot, tree)
    found, frequency = evaluated(snapshot, tree, given)
    also = _also(snapshot, frequency)
    found, around = (found, 0) if asks_for_furniture(tree) else _without_furniture(found)
    notes = (AROUND.format(counted(around, "article")),) if around else ()
    total = sum(len(ids) for _, ids, _ in found)
    if not total:
        return replace(NOTHING, also=also, notes=notes, around=around) if also or notes else NOTHING
    rarities = {part: snapshot.rarity(documents) for part, documents in frequency.items()}
    counter = FacetCounter(facets)
    ranked: list[_Ranked] = []
    for leaf, ids, worth in found:
        counter.add(leaf, ids)
        scores = snapshot.scores(leaf, ids, worth, rarities)
        keys = _keys(leaf, ids, scores, order)
        for place in _first(leaf, ids, keys, limit, order).tolist():
            number = int(ids[place])
            ranked.append(
                _Ranked(float(keys[place]), float(scores[place]), int(leaf.kind[number]), int(leaf.id[number]), number, leaf, worth)
            )
    ranked.sort(key=lambda row: (row.order, row.kind, row.id))
    hits = [_hit(snapshot, tree, row, text_of, given) for row in ranked[:limit]]
    there = tuple(hit for hit in hits if hit is not None)
    return Results(total - (len(hits) - len(there)), there, counter.facets(), notes, also, around)


def _without_furniture(found: Sequence[Found]) -> tuple[list[Found], int]:
    """What was found without what stands around articles, and in how many of those the words are that were looked for."""
    code, around, kept = KINDS.index("furniture"), 0, []
    for leaf, ids, worth in found:
        outside = leaf.kind[ids] == code
        kept.append(Found(leaf, ids[~outside], worth))
        said = [where for part, where, _ in worth if not isinstance(part, Field)]
        around += int(np.isin(ids[outside], np.concatenate(said)).sum()) if said and outside.any() else 0
    return kept, around


def _also(snapshot: Snapshot, parts: Iterable[Tree]) -> tuple[str, ...]:
    """The other spellings of the names that are asked for in the text."""
    words = [word for part in parts if isinstance(part, Word | Phrase | Near) for word in snapshot.spellings.also(part)]
    return tuple(dict.fromkeys(words))


def _keys(leaf: Leaf, ids: Array, scores: Array, order: str) -> Array:
    """What the documents are put in order by, smallest first."""
    if order == "newest":
        return -leaf.last[ids].astype(np.float64)
    if order == "oldest":
        first = leaf.first[ids].astype(np.float64)
        return np.where(first == NO_DAY, np.inf, first)
    return -scores if order == "relevance" else np.zeros(len(ids))


def _first(leaf: Leaf, ids: Array, keys: Array, limit: int, order: str) -> Array:
    """Places of the `limit` that come first, those with equal keys by kind and number."""
    if order == "relevance":
        return best(-keys, limit)
    return np.lexsort((leaf.id[ids], leaf.kind[ids], keys))[:limit]


def given_in(given: Given, kind: str, id: int) -> dict[Regex, Sequence[Span]]:
    """The places of regular expressions in one document."""
    return {regex: places[kind, id] for regex, places in given.items() if (kind, id) in places}


def _hit(snapshot: Snapshot, tree: Tree, row: _Ranked, text_of: TextOf | None, given: Given) -> Hit | None:
    kind = KINDS[row.kind]
    if text_of is None:
        return Hit(kind, row.id, row.score, (), Snippet("", 0, ()))
    text = text_of(kind, row.id)
    if text is None:
        return None
    ways = snapshot.spellings.ways
    zones, here = zones_of(row.leaf, row.number), given_in(given, kind, row.id)
    marker = Marker(text, row.leaf.tag(row.number), zones, _known(row, ways), ways, here)
    spans = marker.mark(tree)
    return None if spans is None else Hit(kind, row.id, row.score, spans, snippet(text, spans))


def _known(row: _Ranked, ways: Callable[[Text], Ways]) -> dict[Tree, Known]:
    """How often each part of the query is in the document, and in which words."""
    known: dict[Tree, Known] = {}
    field, tag = row.leaf.fields["text"], row.leaf.tag(row.number)
    for part, ids, often in row.worth:
        if isinstance(part, Word | Phrase | Prefix | Wildcard | Fuzzy) and len(ways(part)) == 1:
            words = tuple(field.surfaces(slot.form, tag) for slot in ways(part)[0])
            at = int(np.searchsorted(ids, row.number))
            count = int(often[at]) if at < len(ids) and ids[at] == row.number else 0
            accepted = tuple(some for some in words if some is not None)
            if len(accepted) == len(words):
                known[part] = Known(accepted, count)
    return known


def zones_of(leaf: Leaf, number: int) -> Zones:
    """The zones of one document, in words of its text."""
    field = leaf.fields["text"]
    base, length = int(field.bases[number]), int(field.lengths[number])
    found = []
    for kind in leaf.zone_kinds:
        begins, ends = leaf.zones(kind)
        first, last = bisect_left(begins, base), bisect_right(begins, base + length)
        found += [(int(begins[at]) - base, int(ends[at]) - base, kind) for at in range(first, last)]
    return tuple(found)
