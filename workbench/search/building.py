"""Building a segment: documents in, sorted arrays out. Words are numbered once; all the rest is array arithmetic."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np

from workbench.domain.days import day_span
from workbench.search.analyser import BREAK, Folds, plain_words, tokens
from workbench.search.arrays import Array, Streamed
from workbench.search.documents import IndexDocument
from workbench.search.joins import joins
from workbench.search.languages import language_tag, stems
from workbench.search.names import key_number, name_key

FIELDS = ("text", "title", "publisher", "author", "origin", "key")
"""Every field has its own words and positions; `key` holds values like "in:article" and "status:denied" whole."""
GAP = 1
"""Positions left free after each document, so that no phrase runs from one into the next."""
NO_DAY = 0


CAPITAL = 0x8000
"""The bit of a surface's number that says that it is not written small where it stands."""
AFTER = 12
"""How many bits of it are the number itself: the three above say what is after the word (see `analyser`)."""
MOST_VARIANTS = (1 << AFTER) - 1


class Vocabulary(dict[str, int]):
    """Raw word to the number of its folded form, above four bits as in the postings: capital, and what is after it. Numbers below 16
    stand for no word."""

    def __init__(self) -> None:
        super().__init__()
        self._folds = Folds()
        self.surfaces: list[str] = [""]
        self._numbers: dict[str, int] = {"": 0}

    def __missing__(self, raw: str) -> int:
        surface, after, _ = self._folds[raw]
        number = self.number(surface, raw[0], after)
        self[raw] = number
        return number

    def number(self, surface: str, first: str, after: int = BREAK) -> int:
        """The same for a folded word, given the first letter it is written with and what is after it."""
        found = self._numbers.get(surface)
        if found is None:
            found = self._numbers[surface] = len(self.surfaces)
            self.surfaces.append(surface)
        return found << 4 | (not first.islower()) << 3 | after


class Column:
    """Texts of documents, coded: codes into a list of distinct values, several a document."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._codes: dict[str, int] = {}
        self.codes = array("I")
        self.ends = array("I", [0])

    def add(self, texts: Iterable[str]) -> None:
        for text in dict.fromkeys(texts):
            if text:
                code = self._codes.setdefault(text, len(self.values))
                if code == len(self.values):
                    self.values.append(text)
                self.codes.append(code)
        self.ends.append(len(self.codes))


class FieldArrays(NamedTuple):
    """The postings of one field. Term t has documents ids[doc_at[t]:doc_at[t+1]], how often each, and its positions
    pos[pos_at[t]:pos_at[t+1]] with the number of the surface that stands there, and its bits. Positions count through the segment."""

    keys: list[bytes]
    arrays: dict[str, Array | Streamed]


class _FieldBuffer:
    def __init__(self) -> None:
        self.words = array("I")
        self.lengths = array("I")
        self.tags = array("B")


class SegmentBuilder:
    """Takes documents in and gives the arrays of one segment."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._fields = {name: _FieldBuffer() for name in FIELDS}
        self._tags: list[str] = [""]
        self.columns = {name: Column() for name in ("publisher", "language", "status", "origin")}
        self._kinds = array("B")
        self._ids = array("q")
        self._days = (array("i"), array("i"))
        self._zones: list[tuple[int, int, int, int]] = []
        self.zone_kinds: list[str] = []

    @property
    def count(self) -> int:
        return len(self._ids)

    @property
    def size(self) -> int:
        """Words taken in so far."""
        return len(self._fields["text"].words)

    def add(self, kind_code: int, document: IndexDocument) -> None:
        tag = language_tag(document.language, document.text)
        origins, statuses, claims = (_strings(document.extra.get(key)) for key in ("origins", "status", "claims"))
        language = document.language.strip().lower().replace("_", "-").partition("-")[0]
        self._add_zones(document)
        self._add_words("text", tag, self._numbers(document.text))
        self._add_words("title", tag, self._numbers(document.title))
        self._add_words("publisher", "", self._numbers(document.publisher))
        self._add_words("author", "", self._numbers(document.author))
        self._add_words("origin", "", list(chain.from_iterable((*self._numbers(name), 0, 0) for name in origins)))
        keys = [f"in:{document.kind}", f"lang:{language}", *(f"status:{s.lower()}" for s in statuses), *(f"claim:{c}" for c in claims)]
        keys += [f"claim:{document.id}"] if document.kind == "claim" else []
        self._add_words("key", "", [self.vocabulary.number("".join(key.split()), "") for key in dict.fromkeys(keys)])
        self.columns["publisher"].add([document.publisher])
        self.columns["language"].add([language])
        self.columns["status"].add(statuses)
        self.columns["origin"].add(origins)
        self._kinds.append(kind_code)
        self._ids.append(document.id)
        for days, day in zip(self._days, published_days(document.published), strict=True):
            days.append(day)

    def _numbers(self, text: str) -> list[int]:
        words = plain_words(text)
        if words is None:
            return [self.vocabulary.number(token.surface, text[token.start], token.after) for token in tokens(text)]
        return list(map(self.vocabulary.__getitem__, words))

    def _add_words(self, field: str, tag: str, numbers: list[int]) -> None:
        if tag not in self._tags:
            self._tags.append(tag)
        buffer = self._fields[field]
        buffer.words.extend(numbers)
        buffer.lengths.append(len(numbers))
        buffer.tags.append(self._tags.index(tag))

    def _add_zones(self, document: IndexDocument) -> None:
        if not document.zones:
            return
        starts = [token.start for token in tokens(document.text)]
        for start, end, kind in document.zones:
            if kind not in self.zone_kinds:
                self.zone_kinds.append(kind)
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            if first < last:
                self._zones.append((self.zone_kinds.index(kind), self.count, first, last))

    def facts(self) -> dict[str, Array]:
        """What is known of each document, beside its words."""
        found: dict[str, Array] = {
            "kind": np.array(self._kinds, np.uint8),
            "id": np.array(self._ids, np.int64),
            "first": np.array(self._days[0], np.int32),
            "last": np.array(self._days[1], np.int32),
        }
        for name, column in self.columns.items():
            found[f"{name}.codes"] = np.array(column.codes, np.uint32)
            found[f"{name}.ends"] = np.array(column.ends, np.uint32)
        for name in FIELDS:
            found[f"{name}.lengths"] = np.array(self._fields[name].lengths, np.uint32)
            found[f"{name}.tags"] = np.array(self._fields[name].tags, np.uint8)
        bases = bases_of(found["text.lengths"])
        rows = sorted((kind, int(bases[doc]) + first, int(bases[doc]) + last) for kind, doc, first, last in self._zones)
        found["zones"] = np.array(rows, np.uint32).reshape(-1)
        return found

    @property
    def values(self) -> dict[str, list[str]]:
        return {name: column.values for name, column in self.columns.items()}

    def tags(self) -> list[str]:
        return list(self._tags)

    def field(self, name: str) -> FieldArrays:
        """The postings of one field, terms in the order of their keys (tag, a null byte, stem; UTF-8)."""
        buffer = self._fields[name]
        words, lengths = np.frombuffer(buffer.words, np.uint32), np.frombuffer(buffer.lengths, np.uint32)
        found = postings(words, lengths, np.frombuffer(buffer.tags, np.uint8), self._tags, self.vocabulary.surfaces)
        return with_names(found) if name == "text" else found


def postings(words: Array, lengths: Array, tags: Array, tag_names: list[str], surface_names: list[str]) -> FieldArrays:
    """Postings of a stream of words: `words` are as a `Vocabulary` gives them, document after document."""
    joined = joins(words, np.repeat(tags, lengths), tag_names, surface_names)
    marks = (words & 15).astype(np.uint16) << np.uint16(AFTER)
    words = words >> 4
    term_of, variant_of, keys, lexicon = _terms(words, lengths, tags, tag_names, surface_names)
    documents: Array = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
    places = np.arange(len(words), dtype=np.uint32) + documents * np.uint32(GAP)
    real = words != 0
    order = (term_of[real].astype(np.uint64) << np.uint64(32)) | np.flatnonzero(real).astype(np.uint64)
    order.sort()
    index = (order & np.uint64(0xFFFFFFFF)).astype(np.int64)
    term = (order >> np.uint64(32)).astype(np.int64)
    document = documents[index]
    firsts, tf = grouped(term, document)
    numbers = np.arange(len(keys) + 1)
    arrays: dict[str, Array | Streamed] = {
        "doc_at": np.searchsorted(term[firsts], numbers).astype(np.uint32),
        "pos_at": np.searchsorted(term, numbers).astype(np.uint32),
        "ids": document[firsts],
        "tf": tf,
        "pos": places[index],
        "var": (variant_of | marks)[index],
        "joins": joined,
    }
    return FieldArrays(keys, {**arrays, **blocks(keys, lexicon)})


def with_names(field: FieldArrays) -> FieldArrays:
    """The same, and the name keys of its words: numbers ascending, and the place in the lexicon of a word with each."""
    words = field.arrays["lexicon"].tobytes().decode().split("\n")[:-1]  # type: ignore[union-attr]
    rows = sorted((key_number(key), place) for place, word in enumerate(words) if (key := name_key(word)))
    table = np.array(rows, np.uint32).reshape(-1, 2)
    return FieldArrays(field.keys, {**field.arrays, "name_keys": table[:, 0].copy(), "name_words": table[:, 1].copy()})


def grouped(term: Array, document: Array) -> tuple[Array, Array]:
    """Where each (term, document) begins in words sorted by both, and how many words it has (at most 65,535 are told)."""
    new: Array = np.ones(len(term), bool)
    if len(term):
        new[1:] = (term[1:] != term[:-1]) | (document[1:] != document[:-1])
    firsts = np.flatnonzero(new)
    return firsts, np.minimum(np.diff(np.append(firsts, len(term))), 65535).astype(np.uint16)


def blocks(keys: list[bytes], lexicon: list[tuple[str, int, int]]) -> dict[str, Array]:
    """The keys, and the lexicon: (surface, term, number of the surface within its term), sorted."""
    term = np.array([number for _, number, _ in lexicon], np.uint32)
    order = np.argsort(term, kind="stable").astype(np.uint32)
    return {
        "keys": np.frombuffer(b"".join(key + b"\n" for key in keys), np.uint8),
        "lexicon": np.frombuffer("".join(f"{word}\n" for word, _, _ in lexicon).encode(), np.uint8),
        "lex_term": term,
        "lex_var": np.array([variant for _, _, variant in lexicon], np.uint16),
        "lex_order": order,
        "lex_at": np.searchsorted(term[order], np.arange(len(keys) + 1)).astype(np.uint32),
    }


def _terms(
    words: Array, lengths: Array, tags: Array, tag_names: list[str], surface_names: list[str]
) -> tuple[Array, Array, list[bytes], list[tuple[str, int, int]]]:
    """Which term and which of its surfaces each word is; the terms' keys in order; the lexicon sorted by surface."""
    word_tags: Array = np.repeat(tags, lengths)
    groups: dict[bytes, list[tuple[int, int]]] = {}
    for code in np.unique(tags).tolist():
        known = stems(tag_names[code])
        prefix = tag_names[code].encode() + b"\0"
        for number in np.unique(words[word_tags == code]).tolist():
            if number:
                groups.setdefault(prefix + known[surface_names[number]].encode(), []).append((code, number))
    keys = sorted(groups)
    term_maps: dict[int, Array] = {code: np.zeros(len(surface_names), np.uint32) for code in np.unique(tags).tolist()}
    variant_maps: dict[int, Array] = {code: np.zeros(len(surface_names), np.uint16) for code in term_maps}
    lexicon = []
    for term, key in enumerate(keys):
        for variant, (code, number) in enumerate(groups[key]):
            term_maps[code][number] = term
            variant_maps[code][number] = min(variant, MOST_VARIANTS)
            lexicon.append((surface_names[number], term, variant))
    lexicon.sort()
    term_of: Array = np.zeros(len(words), np.uint32)
    variant_of: Array = np.zeros(len(words), np.uint16)
    for code in term_maps:
        chosen = word_tags == code
        term_of[chosen] = term_maps[code][words[chosen]]
        variant_of[chosen] = variant_maps[code][words[chosen]]
    return term_of, variant_of, keys, lexicon


def bases_of(lengths: Array) -> Array:
    """The position of each document's first word in its segment."""
    ends = np.cumsum(lengths.astype(np.int64) + GAP)
    starts: Array = np.concatenate(([0], ends[:-1])).astype(np.uint32) if len(ends) else ends.astype(np.uint32)
    return starts


def published_days(published: str) -> tuple[int, int]:
    """First and last day as proleptic Gregorian ordinals; (0, 0) when there is no date that can be read."""
    span = day_span(published)
    return (span[0].toordinal(), span[1].toordinal()) if span else (NO_DAY, NO_DAY)


def _strings(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, Iterable) else [str(value)]
