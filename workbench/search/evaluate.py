"""A tree over one segment: which documents, and what each word is worth there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from workbench.search.apart import ways as written_ways
from workbench.search.arrays import Array
from workbench.search.building import NO_DAY
from workbench.search.documents import KINDS
from workbench.search.engine import Given
from workbench.search.forms import Form, Slot, Ways, slots, window
from workbench.search.leaf import FieldLeaf, Leaf, Postings, contains, tallied
from workbench.search.tree import And, Dates, Field, Fuzzy, Key, Near, Not, Or, Phrase, Prefix, Regex, Text, Tree, Wildcard, Word

_LAST_DAY = date.max.toordinal()


class Worth(NamedTuple):
    """A part of the query that counts for the ranking: the documents it is in and how often."""

    part: Tree
    ids: Array
    tf: Array


class Evaluation:
    """Evaluates one tree over one segment. `worth` collects what the ranking needs. Raises TooMany."""

    def __init__(self, leaf: Leaf, ways: Callable[[Text], Ways], given: Given) -> None:
        self._leaf = leaf
        self._ways = ways
        self._given = given
        self.worth: list[Worth] = []

    def documents(self, tree: Tree) -> Array:
        """Ascending numbers of the living documents that fit."""
        ids = self._ids(tree, None, positive=True)
        return ids if self._leaf.live is None else ids[self._leaf.live[ids]]

    def _ids(self, tree: Tree, zones: tuple[str, ...] | None, positive: bool) -> Array:
        match tree:
            case And(children):
                return self._all(children, zones or (), positive)
            case Or(children):
                fits: Array = np.zeros(self._leaf.count, bool)
                for child in children:
                    fits[self._ids(child, zones, positive)] = True
                return np.flatnonzero(fits)
            case Not(child):
                return self._others(self._ids(child, zones, positive=False))
            case Key("zone", kind):
                begins, _ = self._leaf.zones(kind)
                return np.unique(self._leaf.fields["text"].documents_of(begins))
            case Key(name, value):
                return self._leaf.fields["key"].postings(Form(f"{name}:{value}", "stem")).ids
            case Dates():
                return self._published(tree)
            case Regex():
                return self._worth(tree, self._matched(tree), positive)
            case Field(name, of):
                field = self._leaf.fields[name]
                return self._worth(tree, found_in(field, of, ways_in([field], of)), positive)
            case Word() | Phrase() | Near() | Prefix() | Wildcard() | Fuzzy():
                found = found_in(self._leaf.fields["text"], tree, self._ways(tree))
                return self._worth(tree, self._within(found, zones) if zones else found, positive)

    def _matched(self, regex: Regex) -> Postings:
        """Which documents a regular expression was found in, and how often; places there are none."""
        found: dict[int, int] = {}
        leaf, places = self._leaf, self._given.get(regex, {})
        for code, kind in enumerate(KINDS):
            times = {id: len(spans) for (named, id), spans in places.items() if named == kind}
            for number in np.flatnonzero((leaf.kind == code) & np.isin(leaf.id, list(times))).tolist() if times else ():
                found[number] = min(times[int(leaf.id[number])], 65535)
        numbers = sorted(found)
        nowhere: Array = np.zeros(0, np.uint32)
        return Postings(np.array(numbers, np.uint32), np.array([found[number] for number in numbers], np.uint16), nowhere)

    def _others(self, ids: Array) -> Array:
        others: Array = np.ones(self._leaf.count, bool)
        others[ids] = False
        return np.flatnonzero(others)

    def _all(self, children: tuple[Tree, ...], zones: tuple[str, ...], positive: bool) -> Array:
        zones += tuple(child.value for child in children if isinstance(child, Key) and child.field == "zone")
        wanted = [self._ids(child, zones, positive) for child in children if not isinstance(child, Not)]
        wanted.sort(key=len)
        ids = wanted[0] if wanted else np.arange(self._leaf.count, dtype=np.uint32)
        for others in wanted[1:]:
            ids = ids[contains(others, ids)]
        for child in children:
            if isinstance(child, Not) and len(ids):
                ids = ids[~contains(self._ids(child.child, zones, positive=False), ids)]
        return ids

    def _worth(self, part: Tree, found: Postings, positive: bool) -> Array:
        if positive:
            self.worth.append(Worth(part, found.ids, found.tf))
        return found.ids

    def _published(self, dates: Dates) -> Array:
        first = date.fromisoformat(dates.first).toordinal() if dates.first else 1
        last = date.fromisoformat(dates.last).toordinal() if dates.last else _LAST_DAY
        leaf = self._leaf
        return np.flatnonzero((leaf.first <= last) & (leaf.last >= first) & (leaf.last != NO_DAY))

    def _within(self, found: Postings, zones: tuple[str, ...]) -> Postings:
        pos = found.pos
        for kind in zones:
            begins, ends = self._leaf.zones(kind)
            at = np.searchsorted(begins, pos, side="right") - 1
            pos = pos[(at >= 0) & (pos < ends[at])] if len(begins) else pos[:0]
        return counted(self._leaf.fields["text"], pos)


def ways_in(fields: Sequence[FieldLeaf], leaf: Text) -> Ways:
    """The rows of words that a leaf of the tree asks for in such fields: its own, and the same words written apart or together."""
    own = slots(leaf)
    plain = isinstance(leaf, Near) or (isinstance(leaf, Word | Phrase) and not leaf.exact)
    return written_ways(own, Fields(fields)) if plain else (own,)


class Fields:
    """What several fields know of words written apart and together: see `apart.Known`."""

    def __init__(self, fields: Sequence[FieldLeaf]) -> None:
        self._fields = fields

    def stands(self, forms: tuple[Form, ...]) -> bool:
        return any(stands(field, forms) for field in self._fields)

    def joins(self, word: str) -> bool:
        return any(field.joins(word) for field in self._fields)


def stands(field: FieldLeaf, forms: tuple[Form, ...]) -> bool:
    """Whether a row of words stands somewhere in a field."""
    if not all(field.has(form.surface) for form in reversed(forms)):
        return False
    return len(in_order(field, [Slot(offset, form) for offset, form in enumerate(forms)]).pos) > 0


def found_in(field: FieldLeaf, leaf: Text, ways: Ways | None = None) -> Postings:
    """Where a word, phrase or pattern stands in a field, in any of the `ways` it may be written. Raises TooMany."""
    found = [_in_row(field, leaf, row) for row in ways or (slots(leaf),)]
    return field.union(found) if len(found) > 1 else found[0]


def _in_row(field: FieldLeaf, leaf: Text, row: tuple[Slot, ...]) -> Postings:
    if isinstance(leaf, Near):
        return near(field, [field.postings(slot.form) for slot in row], window(leaf, row))
    return in_order(field, row)


def in_order(field: FieldLeaf, wanted: Sequence[Slot]) -> Postings:
    """Where words stand as the slots say."""
    if len(wanted) == 1:
        return field.postings(wanted[0].form)
    return phrase(field, [(slot.offset, field.postings(slot.form)) for slot in wanted])


def counted(field: FieldLeaf, pos: Array) -> Postings:
    """Postings from ascending positions."""
    return Postings(*tallied(field.documents_of(pos)), pos)


def phrase(field: FieldLeaf, parts: list[tuple[int, Postings]]) -> Postings:
    """Where all the parts stand at their offsets from one place; `pos` has the places."""
    (offset, rarest), *others = sorted(parts, key=lambda part: len(part[1].pos))
    pos = rarest.pos[rarest.pos >= offset] - np.uint32(offset)
    for offset, found in others:
        pos = pos[contains(found.pos, pos + np.uint32(offset))]
    pos = pos[field.documents_of(pos) == field.documents_of(pos + np.uint32(max(offset for offset, _ in parts)))]
    return counted(field, pos)


def near(field: FieldLeaf, parts: list[Postings], reach: int) -> Postings:
    """Where a word of each part stands within `reach` words of the first of them; `pos` has the first ones."""
    nowhere = Postings(parts[0].ids[:0], parts[0].tf[:0], parts[0].pos[:0])
    if any(not len(part.pos) for part in parts):
        return nowhere
    anchors = min((part.pos for part in parts), key=len).astype(np.int64)
    places = [_around(part.pos, anchors, reach) for part in parts]
    if any(not len(there) for there in places):
        return nowhere
    starts = np.sort(np.concatenate(places), kind="stable")
    starts = starts[np.concatenate(([True], starts[1:] != starts[:-1]))]
    documents = field.documents_of(starts)
    for there in places:
        at = np.searchsorted(there, starts)
        inside: Array = at < len(there)
        following = there[np.where(inside, at, 0)]
        inside &= (following - starts <= reach) & (field.documents_of(following) == documents)
        starts, documents = starts[inside], documents[inside]
    return counted(field, starts)


def _around(pos: Array, anchors: Array, reach: int) -> Array:
    """The positions that are at most `reach` from an anchor. The anchors are few, so they are looked up, not the positions."""
    lows, highs = ((np.maximum(anchors + far, 0)).astype(pos.dtype) for far in (-reach, reach))  # of one type, or `pos` is copied
    first: Array = np.searchsorted(pos, lows)
    last: Array = np.searchsorted(pos, highs, side="right")
    first[1:] = np.maximum(first[1:], last[:-1])
    sizes = np.maximum(last - first, 0)
    ends = np.cumsum(sizes)
    places = np.arange(int(ends[-1])) + np.repeat(first - (ends - sizes), sizes)
    return pos[places].astype(np.int64)
