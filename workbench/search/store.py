"""Whoosh as the store of segments: its terms dictionary, its table of contents, its generations and its lock.

Postings are ours (numbers in arrays, see `building`); Whoosh's codec interface carries them. This is the only module
that imports Whoosh, and what it opens has been checked by the vault before.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from whoosh import fields, versionstring
from whoosh.codec.base import PostingsWriter
from whoosh.codec.whoosh3 import W3Codec, W3TermsReader
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import TOC, FileIndex
from whoosh.reading import TermNotFound
from whoosh.util.filelock import FileLock, try_for
from whoosh.writing import SegmentWriter

from workbench.search.arrays import Array, ArrayFile, Streamed, write_arrays
from workbench.search.building import FIELDS, FieldArrays
from workbench.search.vault import LOCK_FILE, Manifest, Vault

SCHEMA = 2
"""Changes whenever the files of an index would be read otherwise; an index of another one is rebuilt."""
WHOOSH: str = versionstring()
PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
_NAME = "MAIN"
_ARRAYS = ".arr"


class SegmentFiles(NamedTuple):
    """One segment as it lies on disk: its name, its arrays, its dictionary, and the documents deleted from it."""

    name: str
    arrays: ArrayFile
    terms: Any
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


class _Numbered(PostingsWriter):  # type: ignore[misc]
    """A postings writer that keeps only the number of the term: the postings stand in the arrays."""

    def __init__(self) -> None:
        self._number = -1
        self._info: Any = None

    def start_postings(self, format_: Any, terminfo: Any) -> None:
        self._number += 1
        self._info = terminfo

    def finish_postings(self) -> Any:
        self._info.set_extent(self._number, 0)
        return self._info

    def written(self) -> bool:
        return False


class _Codec(W3Codec):  # type: ignore[misc]
    def postings_writer(self, dbfile: Any, byteids: bool = False) -> _Numbered:
        return _Numbered()


class _Storage(FileStorage):  # type: ignore[misc]
    """Files read whole, so that threads need no common file position."""

    def open_file(self, name: str, **options: Any) -> Any:
        return BufferFile(Path(self._fpath(name)).read_bytes(), name=name)


class _Writer(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer, fed with finished segments instead of documents; committed only after the vault has recorded it."""

    def __init__(self, index: Any) -> None:
        super().__init__(index, codec=_Codec(compression=0), compound=False, _lk=False)

    def segment(self, source: Source) -> Any:
        """Write the source as a new segment, and give it. Nothing is visible yet."""
        arrays: dict[str, Array | Streamed] = dict(source.facts())
        for name in FIELDS:
            field = source.field(name)
            self._add_terms(name, field)
            arrays |= {f"{name}.{key}": array for key, array in field.arrays.items()}
        notes = {"tags": source.tags(), "zones": source.zone_kinds, "values": source.values}
        with self.newsegment.create_file(self.storage, _ARRAYS) as file:
            write_arrays(file, arrays, notes)
        self.docnum = source.count
        self.perdocwriter.close()
        self.fieldwriter.close()
        return self.get_segment()

    def _add_terms(self, name: str, field: FieldArrays) -> None:
        writer = self.fieldwriter
        writer.start_field(name, self.schema[name])
        for key in field.keys:
            writer.start_term(key)
            writer.finish_term()
        writer.finish_field()

    def end(self) -> None:
        """Give back working files, whatever has happened."""
        with contextlib.suppress(OSError):
            self._close_segment()
        with contextlib.suppress(OSError):
            self._finish()


class Busy(OSError):
    """Another process is writing this index."""


class Store:
    """The files of one index. Reading and writing happen under the lock; what was opened stays readable after it."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._schema = fields.Schema(**{name: fields.ID() for name in FIELDS})
        self.manifest: Manifest | None = None

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder's lock. Raises Busy when another process keeps it, OSError when there can be no folder."""
        self._vault.prepare()
        lock = FileLock(str(self._vault.folder / LOCK_FILE))
        if not try_for(lock.acquire, timeout=PATIENCE, delay=0.02):
            raise Busy(errno.EAGAIN, "another process is writing this index")
        try:
            yield
        finally:
            lock.release()

    def check(self, alone: bool = True) -> bool:
        """Whether the folder holds exactly the index that the manifest names. Reads no pickle.

        `alone` says that the lock is held: then what the manifest does not name is removed.
        """
        self.manifest = self._vault.checked(alone)
        return self.manifest is not None

    def create(self) -> None:
        """An empty index at step 0 in place of whatever was there."""
        self._vault.empty()
        storage = self._storage()
        TOC.create(storage, self._schema, _NAME)
        self._record(0, [], 0)

    def changed_elsewhere(self) -> bool:
        """Whether the index on disk is no longer the one last read or written here."""
        return self.manifest is None or self._vault.stored() != self.manifest or not self._toc_path(self.manifest.generation).is_file()

    def segments(self, known: Mapping[str, SegmentFiles]) -> list[SegmentFiles]:
        """The segments of the table of contents; those already `known` by name are not opened again."""
        if self.manifest is None:
            return []
        return [self._open(segment, known.get(segment.segment_id())) for segment in self._toc().segments]

    def write(
        self,
        sources: Iterable[Source],
        deleted: Callable[[], Mapping[str, set[int]]],
        repeated: Mapping[int, set[int]],
        step: int,
        dropped: frozenset[str] = frozenset(),
    ) -> None:
        """Add a segment for each source, delete documents by number, drop whole segments, and stand at `step`: all or nothing.

        `deleted` is asked when the sources are through: numbers by name of older segments; `repeated` by place of the source.
        """
        self._vault.tidy(self.manifest)
        try:
            added = [self._segment(source) for source in sources if source.count]
            segments = [segment for segment in self._toc().segments if segment.segment_id() not in dropped]
            gone = deleted()
            for segment in segments:
                for number in gone.get(segment.segment_id(), ()):
                    segment.delete_document(number)
            for place, segment in enumerate(added):
                for number in repeated.get(place, ()):
                    segment.delete_document(number)
            self._commit([one for one in (*segments, *added) if one.doc_count_all() > one.deleted_count()], step)
        finally:
            self._vault.tidy(self.manifest)

    def _segment(self, source: Source) -> Any:
        writer = _Writer(FileIndex(self._storage(), schema=self._schema, indexname=_NAME))
        try:
            return writer.segment(source)
        finally:
            writer.end()

    def _commit(self, segments: list[Any], step: int) -> None:
        generation = self._toc().generation + 1
        TOC(self._schema, segments, generation).write(self._storage(), _NAME)
        self._record(generation, segments, step)

    def _toc(self) -> Any:
        if self.manifest is None:
            raise FileNotFoundError(errno.ENOENT, "the index has not been opened")
        return TOC.read(self._storage(), _NAME, gen=self.manifest.generation, schema=self._schema)

    @property
    def folder(self) -> Path:
        return self._vault.folder

    def restep(self, step: int) -> None:
        """Nothing to be found has changed up to this step."""
        if self.manifest is not None and self.manifest.step != step:
            self.manifest = self._vault.restep(self.manifest, step)

    def _record(self, generation: int, segments: list[Any], step: int) -> None:
        prefixes = tuple(f"{segment.segment_id()}." for segment in segments)
        names = {name for name in self._storage().list() if prefixes and name.startswith(prefixes)}
        names.add(self._toc_path(generation).name)
        known = self.manifest.files if self.manifest is not None else {}
        self.manifest = self._vault.record(generation, step, names, known)

    def _open(self, segment: Any, known: SegmentFiles | None) -> SegmentFiles:
        deleted = frozenset(segment.deleted_docs())
        if known is not None:
            return known._replace(deleted=deleted)
        arrays = ArrayFile(self._vault.folder / segment.make_filename(_ARRAYS))
        terms: Any = W3Codec().terms_reader(self._storage(), segment)
        return SegmentFiles(segment.segment_id(), arrays, terms, deleted)

    def _storage(self) -> Any:
        return _Storage(str(self._vault.folder))

    def _toc_path(self, generation: int) -> Path:
        return self._vault.folder / f"_{_NAME}_{generation}.toc"


def term_number(terms: W3TermsReader, field: str, key: bytes) -> int:
    """The number of a term in its field's arrays, or -1."""
    try:
        return int(terms.term_info(field, key).extent()[0])
    except TermNotFound:
        return -1
