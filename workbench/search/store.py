"""The segments of an index: written whole, opened once, and counted in a manifest that is changed in one stroke."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import BinaryIO, NamedTuple, Protocol

from workbench.search.arrays import Array, ArrayFile, Streamed, write_arrays
from workbench.search.building import FIELDS, FieldArrays
from workbench.search.manifest import Manifest, Segment, files_of
from workbench.search.terms import Terms, write_terms

SCHEMA = 5
"""Changes whenever the files of an index would be read otherwise; an index of another one is rebuilt."""


class SegmentFiles(NamedTuple):
    """One segment as it lies on disk: its name, its arrays, its dictionary, and the documents deleted from it."""

    name: str
    arrays: ArrayFile
    terms: Terms
    deleted: frozenset[int]


class Source(Protocol):
    """What a segment is written from."""

    zone_kinds: list[str]

    @property
    def count(self) -> int: ...
    @property
    def values(self) -> dict[str, list[str]]: ...
    def tags(self) -> list[str]: ...
    def facts(self) -> dict[str, Array]: ...
    def field(self, name: str) -> FieldArrays: ...


class Place(Protocol):
    """Where an index lies: see `Vault`, which every method is told of there, and `Memory`."""

    def locked(self) -> AbstractContextManager[None]: ...
    def checked(self, alone: bool) -> Manifest | None: ...
    def stored(self) -> Manifest | None: ...
    def there(self, manifest: Manifest) -> bool: ...
    def tidy(self, manifest: Manifest) -> tuple[str, ...]: ...
    def record(self, segments: tuple[Segment, ...], step: int, head: str, known: Mapping[str, str]) -> Manifest: ...
    def restep(self, manifest: Manifest, step: int, head: str) -> Manifest: ...
    def empty(self) -> tuple[str, ...]: ...
    def create(self, name: str) -> BinaryIO: ...
    def read(self, name: str) -> bytes: ...
    def arrays(self, name: str) -> ArrayFile: ...
    def scratch(self) -> BinaryIO: ...


class Store:
    """The segments in one place. Reading and writing happen under its lock; what was opened stays readable after it."""

    def __init__(self, place: Place, manifest: Manifest | None = None) -> None:
        self.place = place
        self.manifest = manifest

    def check(self, alone: bool = True) -> bool:
        """Whether the place holds exactly the index that the manifest names.

        `alone` says that the lock is held: then what is left of others is removed.
        """
        self.manifest = self.place.checked(alone)
        return self.manifest is not None

    def create(self) -> tuple[str, ...]:
        """An empty index at step 0 in place of whatever was there. Returns files of it that may not be removed now."""
        left = self.place.empty()
        self.manifest = self.place.record((), 0, "", {})
        return left

    def changed_elsewhere(self) -> bool:
        """Whether the index is no longer the one last read or written here."""
        return self.manifest is None or self.place.stored() != self.manifest or not self.place.there(self.manifest)

    def segments(self, known: Mapping[str, SegmentFiles]) -> list[SegmentFiles]:
        """The segments of the index; those already `known` by name are not opened again. Raises OSError or ValueError."""
        return [self._open(segment, known.get(segment.name)) for segment in self._segments()]

    def write(
        self,
        sources: Iterable[Source],
        deleted: Callable[[], Mapping[str, set[int]]],
        repeated: Mapping[int, set[int]],
        step: int,
        head: str,
        dropped: frozenset[str] = frozenset(),
    ) -> None:
        """Add a segment for each source, delete documents by number, drop whole segments, and stand at `step`: all or nothing.

        `deleted` is asked when the sources are through: numbers by name of older segments; `repeated` by place of the source.
        """
        before = self.manifest
        if before is None:
            raise ValueError("the index has not been opened")
        self.place.tidy(before)
        try:
            added = [self._written(source) for source in sources if source.count]
            gone = deleted()
            kept = [_without(segment, gone.get(segment.name, set())) for segment in self._segments() if segment.name not in dropped]
            fresh = [_without(segment, repeated.get(place, set())) for place, segment in enumerate(added)]
            living = tuple(segment for segment in (*kept, *fresh) if segment.documents > len(segment.deleted))
            self.manifest = self.place.record(living, step, head, before.files)
        finally:
            self.place.tidy(self.manifest or before)

    def restep(self, step: int, head: str) -> None:
        """Nothing to be found has changed up to this step."""
        if self.manifest is not None and (self.manifest.step, self.manifest.head) != (step, head):
            self.manifest = self.place.restep(self.manifest, step, head)

    def _segments(self) -> tuple[Segment, ...]:
        return self.manifest.segments if self.manifest is not None else ()

    def _written(self, source: Source) -> Segment:
        """The source as a new segment. Nothing of it is visible yet."""
        arrays: dict[str, Array | Streamed] = dict(source.facts())
        keys = {}
        for place, name in enumerate(FIELDS):
            field = source.field(name)
            keys[place] = field.keys
            arrays |= {f"{name}.{key}": array for key, array in field.arrays.items()}
        notes = {"tags": source.tags(), "zones": source.zone_kinds, "values": source.values}
        name = uuid.uuid4().hex
        for_arrays, for_terms = files_of(name)
        with self.place.create(for_arrays) as file:
            write_arrays(file, arrays, notes)
        with self.place.create(for_terms) as file:
            write_terms(file, keys)
        return Segment(name, source.count)

    def _open(self, segment: Segment, known: SegmentFiles | None) -> SegmentFiles:
        deleted = frozenset(segment.deleted)
        if known is not None:
            return known._replace(deleted=deleted)
        arrays, terms = files_of(segment.name)
        return SegmentFiles(segment.name, self.place.arrays(arrays), Terms(self.place.read(terms), FIELDS), deleted)


def _without(segment: Segment, numbers: set[int]) -> Segment:
    return replace(segment, deleted=tuple(sorted({*segment.deleted, *numbers}))) if numbers else segment
