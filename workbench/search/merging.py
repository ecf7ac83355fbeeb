"""Making one segment of several. Postings go through in ranges of terms, so that memory stays small however large the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

import numpy as np

from workbench.search.arrays import Array, Streamed
from workbench.search.batches import Cancelled
from workbench.search.building import FIELDS, MOST_VARIANTS, FieldArrays, bases_of, blocks, grouped, with_names
from workbench.search.leaf import FieldLeaf, Leaf

RANGE = 1_000_000
"""Words handled at a time."""


class _Part(NamedTuple):
    """One of the segments: which of its documents live on, and their numbers in the whole."""

    leaf: Leaf
    living: Array
    number: Array


class Merged:
    """The living documents of several segments, as a source of one. `scratch` gives working files without a name.

    Raises Cancelled while it is read, between one range of terms and the next.
    """

    def __init__(self, leaves: Sequence[Leaf], scratch: Callable[[], BinaryIO], cancelled: Callable[[], bool]) -> None:
        self._scratch = scratch
        self._cancelled = cancelled
        self._streams: list[Streamed] = []
        self._parts: list[_Part] = []
        self.count = 0
        for leaf in leaves:
            living = np.ones(leaf.count, bool) if leaf.live is None else leaf.live
            number = np.cumsum(living, dtype=np.int64) - 1 + self.count
            self._parts.append(_Part(leaf, living, number))
            self.count += int(living.sum())
        self.zone_kinds = list(dict.fromkeys(kind for leaf in leaves for kind in leaf.zone_kinds))
        self.values = {name: _union([leaf.values[name] for leaf in leaves]) for name in leaves[0].values}
        self._tags = _union([leaf.tags for leaf in leaves])

    def tags(self) -> list[str]:
        return self._tags

    def close(self) -> None:
        """Give back the working files, whatever has become of them."""
        for stream in self._streams:
            stream.close()

    def _stream(self, kind: str) -> Streamed:
        self._streams.append(Streamed(self._scratch(), kind))
        return self._streams[-1]

    def facts(self) -> dict[str, Array]:
        found = {
            name: np.concatenate([part.leaf.files.arrays[name][part.living] for part in self._parts])
            for name in ("kind", "id", "first", "last", *(f"{field}.lengths" for field in FIELDS))
        }
        for field in FIELDS:
            known = [np.array([self._tags.index(tag) for tag in part.leaf.tags], np.uint8) for part in self._parts]
            coded = [codes[part.leaf.files.arrays[f"{field}.tags"][part.living]] for codes, part in zip(known, self._parts, strict=True)]
            found[f"{field}.tags"] = np.concatenate(coded)
        for name in self.values:
            found |= self._column(name)
        found["zones"] = self._zones(bases_of(found["text.lengths"]))
        return found

    def _column(self, name: str) -> dict[str, Array]:
        codes, sizes = [], []
        for part in self._parts:
            known = np.array([self.values[name].index(value) for value in part.leaf.values[name]], np.uint32)
            owned, ends = part.leaf.column(name)
            counts = np.diff(ends)
            codes.append(known[owned[np.repeat(part.living, counts)]])
            sizes.append(counts[part.living])
        ends = np.concatenate(([0], np.cumsum(np.concatenate(sizes)))).astype(np.uint32)
        return {f"{name}.codes": np.concatenate(codes).astype(np.uint32), f"{name}.ends": ends}

    def _zones(self, bases: Array) -> Array:
        rows: list[Array] = [np.zeros((0, 3), np.int64)]
        for part in self._parts:
            field = part.leaf.fields["text"]
            zones = part.leaf.files.arrays["zones"].reshape(-1, 3).astype(np.int64)
            owner = field.documents_of(zones[:, 1])
            shift = bases[part.number[owner].clip(0)].astype(np.int64) - field.bases[owner] if len(zones) else zones[:, 1]
            kinds = np.array([self.zone_kinds.index(kind) for kind in part.leaf.zone_kinds], np.int64)
            moved = np.stack([kinds[zones[:, 0]] if len(zones) else zones[:, 0], zones[:, 1] + shift, zones[:, 2] + shift], axis=1)
            rows.append(moved[part.living[owner]])
        table = np.concatenate(rows)
        return table[np.lexsort((table[:, 1], table[:, 0]))].astype(np.uint32).reshape(-1)

    def field(self, name: str) -> FieldArrays:
        lengths = np.concatenate([part.leaf.files.arrays[f"{name}.lengths"][part.living] for part in self._parts])
        parts = [(part, part.leaf.fields[name]) for part in self._parts]
        merged = _FieldMerge(parts, bases_of(lengths), self._stream, self._cancelled).arrays()
        return with_names(merged) if name == "text" else merged


class _FieldMerge:
    """The postings of one field of all parts."""

    def __init__(
        self, parts: list[tuple[_Part, FieldLeaf]], bases: Array, stream: Callable[[str], Streamed], cancelled: Callable[[], bool]
    ) -> None:
        self._parts = parts
        self._cancelled = cancelled
        self._bases = bases.astype(np.int64)
        self._stream = stream
        owned = [field.keys for _, field in parts]
        self._keys = sorted(set().union(*owned))
        number = {key: at for at, key in enumerate(self._keys)}
        self._terms = [np.array([number[key] for key in keys], np.int64) for keys in owned]
        self._variants: list[Array] = []
        self._lexicon = self._surfaces()

    def _surfaces(self) -> list[tuple[str, int, int]]:
        """The lexicon of the whole; fills `_variants`, from each part's surfaces (in term order) to their numbers in the whole."""
        known: dict[int, dict[str, int]] = {}
        for (_, field), terms in zip(self._parts, self._terms, strict=True):
            lexicon = field.lexicon_arrays()
            renumbered: Array = np.zeros(len(lexicon.term), np.uint16)
            places = (lexicon.at[lexicon.term].astype(np.int64) + lexicon.var).tolist()
            for word, term, place in zip(field.lexicon.words(), terms[lexicon.term].tolist(), places, strict=True):
                mine = known.setdefault(term, {})
                renumbered[place] = min(mine.setdefault(word, len(mine)), MOST_VARIANTS)
            self._variants.append(renumbered)
        return sorted((word, term, variant) for term, mine in known.items() for word, variant in mine.items())

    def arrays(self) -> FieldArrays:
        streams = {name: self._stream(kind) for name, kind in (("ids", "<u4"), ("tf", "<u2"), ("pos", "<u4"), ("var", "<u2"))}
        documents: Array = np.zeros(len(self._keys), np.int64)
        positions: Array = np.zeros(len(self._keys), np.int64)
        for low, high in self._ranges():
            if self._cancelled():
                raise Cancelled
            term, document, pos, var = self._range(low, high)
            firsts, tf = grouped(term, document)
            documents[low:high] = np.bincount(term[firsts] - low, minlength=high - low)
            positions[low:high] = np.bincount(term - low, minlength=high - low)
            for name, array in (("ids", document[firsts]), ("tf", tf), ("pos", pos), ("var", var)):
                streams[name].append(array)
            for part, _ in self._parts:
                part.leaf.files.arrays.release()
        ends = {
            name: np.concatenate(([0], np.cumsum(counts))).astype(np.uint32)
            for name, counts in (("doc_at", documents), ("pos_at", positions))
        }
        joined = np.unique(np.concatenate([part.leaf.files.arrays[f"{field.name}.joins"] for part, field in self._parts]))
        return FieldArrays(self._keys, {**ends, **streams, "joins": joined, **blocks(self._keys, self._lexicon)})

    def _ranges(self) -> Iterator[tuple[int, int]]:
        """Ranges of terms with about RANGE words each."""
        counts: Array = np.zeros(len(self._keys), np.int64)
        for (_, field), terms in zip(self._parts, self._terms, strict=True):
            counts[terms] += field.sizes()
        sums = np.cumsum(counts)
        low = 0
        while low < len(counts):
            done = int(sums[low - 1]) if low else 0
            high = max(low + 1, int(np.searchsorted(sums, done + RANGE)))
            yield low, high
            low = high

    def _range(self, low: int, high: int) -> tuple[Array, Array, Array, Array]:
        """Term, document, position and surface of every word of these terms, in the order of the whole."""
        found = []
        for (part, field), terms, variants in zip(self._parts, self._terms, self._variants, strict=True):
            first, last = int(np.searchsorted(terms, low)), int(np.searchsorted(terms, high))
            own, pos, var = field.slice(first, last)
            document = field.documents_of(pos)
            living = part.living[document]
            own, pos, var, document = own[living], pos[living], var[living], document[living]
            number = part.number[document]
            moved = pos.astype(np.int64) - field.bases[document] + self._bases[number]
            at = field.lexicon_arrays().at[own].astype(np.int64) + (var & MOST_VARIANTS)
            found.append((terms[own], number.astype(np.uint32), moved.astype(np.uint32), variants[at] | (var & ~np.uint16(MOST_VARIANTS))))
        term, document, pos, var = (np.concatenate([one[part] for one in found]) for part in range(4))
        order = np.argsort(term, kind="stable")
        return term[order], document[order], pos[order], var[order]


def _union(lists: list[list[str]]) -> list[str]:
    return list(dict.fromkeys(value for values in lists for value in values))
