"""One segment for reading: postings of a form, positions, facts, all as arrays. Immutable, so any thread may search it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from workbench.search.arrays import Array
from workbench.search.building import AFTER, CAPITAL, MOST_VARIANTS, bases_of
from workbench.search.forms import Form
from workbench.search.joins import join_number
from workbench.search.languages import stems
from workbench.search.lexicon import Lexicon
from workbench.search.names import key_number, name_key
from workbench.search.store import SegmentFiles

MAX_EXPANSION = 20_000
"""Different words that one pattern may stand for in a segment."""
_FEW_SURFACES = 24
_CACHED_POSTINGS = 4_000_000


class TooMany(Exception):
    """A pattern fits more words than MAX_EXPANSION."""


class Postings(NamedTuple):
    """Documents (ascending numbers in the segment), how often each has the word, and all its positions, ascending."""

    ids: Array
    tf: Array
    pos: Array


class LexiconArrays(NamedTuple):
    """For each word of the lexicon its term and its number within it; and where each term's words begin in term order."""

    term: Array
    var: Array
    at: Array


_NONE = Postings(np.zeros(0, np.uint32), np.zeros(0, np.uint16), np.zeros(0, np.uint32))


def contains(haystack: Array, needles: Array) -> Array:
    """For each needle whether it is in the haystack; both ascending."""
    if not len(haystack):
        return np.zeros(len(needles), bool)
    at: Array = np.searchsorted(haystack, needles)
    at[at == len(haystack)] = 0
    found: Array = haystack[at] == needles
    return found


class FieldLeaf:
    """The words of one field of a segment."""

    def __init__(self, files: SegmentFiles, name: str, tags: list[str]) -> None:
        self.name = name
        self._files = files
        self._tags = tags
        arrays = files.arrays
        self.lengths = arrays[f"{name}.lengths"]
        self._doc_at, self._pos_at = arrays[f"{name}.doc_at"], arrays[f"{name}.pos_at"]
        self._ids, self._tf = arrays[f"{name}.ids"], arrays[f"{name}.tf"]
        self._pos, self._var = arrays[f"{name}.pos"], arrays[f"{name}.var"]
        self._cache: OrderedDict[Form, Postings] = OrderedDict()
        self._cached = 0
        self._keeping = threading.Lock()

    @cached_property
    def tags(self) -> list[str]:
        """The languages in which words of this field were stemmed."""
        return [self._tags[code] for code in np.unique(self._files.arrays[f"{self.name}.tags"]).tolist()]

    @cached_property
    def bases(self) -> Array:
        return bases_of(self.lengths)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every surface of the field."""
        return Lexicon(self._files.arrays[f"{self.name}.lexicon"].tobytes())

    @cached_property
    def keys(self) -> list[bytes]:
        """The keys of the terms, ascending."""
        block: bytes = self._files.arrays[f"{self.name}.keys"].tobytes()
        return block.split(b"\n")[:-1]

    def sizes(self) -> Array:
        """How many words each term has."""
        return np.diff(self._pos_at.astype(np.int64))

    def slice(self, first: int, last: int) -> tuple[Array, Array, Array]:
        """Term, position and number of the surface of every word of the terms from `first` to before `last`."""
        begin, end = int(self._pos_at[first]), int(self._pos_at[last])
        return np.repeat(np.arange(first, last), self.sizes()[first:last]), self._pos[begin:end], self._var[begin:end]

    def lexicon_arrays(self) -> LexiconArrays:
        arrays = self._files.arrays
        return LexiconArrays(*(arrays[f"{self.name}.{part}"] for part in ("lex_term", "lex_var", "lex_at")))

    def documents_of(self, positions: Array) -> Array:
        """The document at each position."""
        found: Array = (np.searchsorted(self.bases, positions.astype(self.bases.dtype), side="right") - 1).astype(np.uint32)
        return found

    def postings(self, form: Form) -> Postings:
        """Where the form is found. Raises TooMany."""
        cached = self._cache.get(form)
        if cached is not None:
            return cached
        if not form.anywhere:
            found = self._standing(form)
        else:
            found = self._stemmed(form.surface) if form.mode == "stem" else self._by_surface(form)
        if form.also:  # other spellings stand anywhere
            found = self.union([found, *map(self.postings, form.others)])
        with self._keeping:
            self._cache[form] = found
            self._cached += len(found.pos) + 1
            while self._cached > _CACHED_POSTINGS and len(self._cache) > 1:
                _, oldest = self._cache.popitem(last=False)
                self._cached -= len(oldest.pos) + 1
        return found

    def surfaces(self, form: Form, tag: str) -> frozenset[str] | None:
        """The words of documents in this language that the form accepts; None when they are too many to be of use."""
        if form.also:
            each = [self.surfaces(one, tag) for one in (Form(form.surface, form.mode), *form.others)]
            return None if any(words is None for words in each) else frozenset().union(*(words for words in each if words))
        arrays = self._files.arrays
        if form.mode == "stem":
            number = self._files.terms.number(self.name, tag.encode() + b"\0" + stems(tag)[form.surface].encode())
            at = arrays[f"{self.name}.lex_at"]
            entries = arrays[f"{self.name}.lex_order"][at[number] : at[number + 1]] if number >= 0 else at[:0]
        else:
            entries = self.lexicon.entries(form)
        return frozenset(map(self.lexicon.word, entries.tolist())) if len(entries) <= _FEW_SURFACES else None

    def union(self, parts: Sequence[Postings]) -> Postings:
        """Where any of the parts is found."""
        there = [part for part in parts if len(part.pos)]
        if len(there) < 2:
            return there[0] if there else _NONE
        pos = np.sort(np.concatenate([part.pos for part in there]), kind="stable")
        pos = pos[np.concatenate(([True], pos[1:] != pos[:-1]))]
        return Postings(*tallied(self.documents_of(pos)), pos)

    def named(self, key: str) -> list[str]:
        """The words with this name key. Only the text has them."""
        known, places = self._names
        number = np.uint32(key_number(key))
        first = int(known.searchsorted(number))
        if first == len(known) or known[first] != number:
            return []
        words = map(self.lexicon.word, places[first : int(known.searchsorted(number, side="right"))].tolist())
        return [word for word in words if name_key(word) == key]

    @cached_property
    def _names(self) -> tuple[Array, Array]:
        arrays = self._files.arrays
        return arrays[f"{self.name}.name_keys"], arrays[f"{self.name}.name_words"]

    def written(self, word: str, live: Array | None) -> tuple[int, int]:
        """How often a word stands in living documents not written small, and how often at all."""
        lexicon = self.lexicon_arrays()
        capitals = times = 0
        for entry in self.lexicon.entries(Form(word, "exact")).tolist():
            term, variant = int(lexicon.term[entry]), int(lexicon.var[entry])
            begin, end = int(self._pos_at[term]), int(self._pos_at[term + 1])
            written = self._var[begin:end]
            chosen = (written & np.uint16(MOST_VARIANTS)) == variant
            if live is not None:
                chosen &= live[self.documents_of(self._pos[begin:end])]
            times += int(chosen.sum())
            capitals += int((written[chosen] >= CAPITAL).sum())
        return capitals, times

    def _stemmed(self, surface: str) -> Postings:
        found = [self._term(number) for number in self._numbers(surface)]
        if len(found) < 2:
            return found[0] if found else _NONE
        order = np.argsort(np.concatenate([one.ids for one in found]), kind="stable")
        ids, tf = (np.concatenate([one[part] for one in found])[order] for part in (0, 1))
        return Postings(ids, tf, np.sort(np.concatenate([one.pos for one in found])))

    def _standing(self, form: Form) -> Postings:
        """Where a form stands as it must: capital, or with this after it."""
        parts = [self._written(term, None) for term in self._numbers(form.surface)] if form.mode == "stem" else []
        if form.mode != "stem":
            lexicon, entries = self.lexicon_arrays(), self.lexicon.entries(form)
            pairs = zip(lexicon.term[entries].tolist(), lexicon.var[entries].tolist(), strict=True)
            parts = [self._written(term, variant) for term, variant in pairs]
        places = []
        for pos, written in parts:
            accepted = np.array([form.stands(kind & 7, kind < 8) for kind in range(16)])
            places.append(pos[accepted[written >> np.uint16(AFTER)]])
        found = np.sort(np.concatenate(places)) if places else _NONE.pos
        return Postings(*tallied(self.documents_of(found)), found)

    def _written(self, term: int, variant: int | None) -> tuple[Array, Array]:
        """Where a term, or one of its surfaces, stands, and the numbers of the surfaces with their bits."""
        part = slice(int(self._pos_at[term]), int(self._pos_at[term + 1]))
        pos, written = self._pos[part], self._var[part]
        chosen = slice(None) if variant is None else (written & np.uint16(MOST_VARIANTS)) == variant
        return pos[chosen], written[chosen]

    def _numbers(self, surface: str) -> list[int]:
        """The terms that a word is a form of, one a language at most."""
        numbers = (self._files.terms.number(self.name, tag.encode() + b"\0" + stems(tag)[surface].encode()) for tag in self.tags)
        return [number for number in numbers if number >= 0]

    def has(self, surface: str) -> bool:
        """Whether there is any form of a word. Quick."""
        return bool(self._numbers(surface))

    def joins(self, word: str) -> bool:
        """Whether some words here, with more than a space between them, are this word. Quick; wrong once in four thousand million."""
        known = self._files.arrays[f"{self.name}.joins"]
        wanted = [join_number(tag, word) for tag in self.tags]
        return bool(contains(known, np.array(sorted(wanted), np.uint32)).any())

    def _term(self, number: int) -> Postings:
        first, last = self._doc_at[number], self._doc_at[number + 1]
        return Postings(self._ids[first:last], self._tf[first:last], self._pos[self._pos_at[number] : self._pos_at[number + 1]])

    def _by_surface(self, form: Form) -> Postings:
        entries = self.lexicon.entries(form)
        if len(entries) > MAX_EXPANSION:
            raise TooMany(form.surface)
        if not len(entries):
            return _NONE
        lexicon = self.lexicon_arrays()
        variants: dict[int, list[int]] = {}
        for term, variant in zip(lexicon.term[entries].tolist(), lexicon.var[entries].tolist(), strict=True):
            variants.setdefault(term, []).append(variant)
        whole = np.diff(lexicon.at[np.array([list(variants), list(variants)]) + [[0], [1]]], axis=0)[0].tolist()
        parts = [
            self._term(term) if len(chosen) == size else self._some(term, chosen)
            for (term, chosen), size in zip(variants.items(), whole, strict=True)
        ]
        if len(parts) == 1:
            return parts[0]
        pos = np.sort(np.concatenate([part.pos for part in parts]))
        return Postings(*tallied(self.documents_of(pos)), pos)

    def _some(self, term: int, variants: list[int]) -> Postings:
        """A term where it is written in certain ways only."""
        found = self._term(term)
        written = self._var[self._pos_at[term] : self._pos_at[term + 1]] & np.uint16(MOST_VARIANTS)
        chosen = written == variants[0] if len(variants) == 1 else np.isin(written, variants)
        documents: Array = np.repeat(found.ids, found.tf)
        pos = found.pos[chosen]
        return Postings(*tallied(documents[chosen] if len(documents) == len(chosen) else self.documents_of(pos)), pos)


def tallied(documents: Array) -> tuple[Array, Array]:
    """The different ones of ascending documents, and how often each is there."""
    if not len(documents):
        return _NONE.ids, _NONE.tf
    firsts = np.flatnonzero(np.concatenate(([True], documents[1:] != documents[:-1])))
    return documents[firsts], np.minimum(np.diff(np.append(firsts, len(documents))), 65535).astype(np.uint16)


class Leaf:
    """One segment."""

    def __init__(self, files: SegmentFiles) -> None:
        self.files = files
        notes, arrays = files.arrays.notes, files.arrays
        self.kind, self.id = arrays["kind"], arrays["id"]
        self.first, self.last = arrays["first"], arrays["last"]
        self.count = len(self.id)
        self.zone_kinds: list[str] = notes["zones"]
        self.values: dict[str, list[str]] = notes["values"]
        self.fields = {name: FieldLeaf(files, name, notes["tags"]) for name in ("text", "title", "publisher", "author", "origin", "key")}
        self.tags: list[str] = notes["tags"]
        self._tag_codes = arrays["text.tags"]
        self.live: Array | None = None
        if files.deleted:
            self.live = np.ones(self.count, bool)
            self.live[np.fromiter(files.deleted, np.int64)] = False

    def tag(self, number: int) -> str:
        """The language in which a document's text was stemmed."""
        return self.tags[int(self._tag_codes[number])]

    def column(self, name: str) -> tuple[Array, Array]:
        """Codes into `values[name]`, and where each document's codes end (with a leading 0)."""
        return self.files.arrays[f"{name}.codes"], self.files.arrays[f"{name}.ends"]

    def zones(self, kind: str) -> tuple[Array, Array]:
        """First and last-but-one positions in the text field of the zones of a kind, ascending."""
        rows = self.files.arrays["zones"].reshape(-1, 3)
        if kind not in self.zone_kinds:
            return rows[:0, 1], rows[:0, 2]
        chosen = rows[rows[:, 0] == self.zone_kinds.index(kind)]
        return chosen[:, 1], np.maximum.accumulate(chosen[:, 2])
