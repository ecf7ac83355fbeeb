"""The index of one case: a private cache that follows the journal and can be deleted at any time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path

import numpy as np

from workbench.domain.errors import QueryError
from workbench.search import analyser
from workbench.search.answers import answer
from workbench.search.batches import Batch, Cancelled
from workbench.search.documents import KINDS, IndexDocument, Reason, Results
from workbench.search.engine import FACETS, Given, Progress, TextOf
from workbench.search.leaf import Leaf, TooMany
from workbench.search.likeness import likeness
from workbench.search.manifest import Manifest, ManifestFile
from workbench.search.memory import Memory
from workbench.search.merging import Merged
from workbench.search.ranking import Snapshot
from workbench.search.reasons import reasons
from workbench.search.store import SCHEMA, Store
from workbench.search.terms import WHOOSH
from workbench.search.tree import Tree
from workbench.search.vault import Vault

_EMPTY = Snapshot(())
READ_TRIES = 5
"""How often an index that another process may be writing is tried."""
MOST_SEGMENTS = 24
"""More than these are merged at the next update, not only when idle."""


class WhooshIndex:
    """A `SearchEngine` over segments whose dictionaries are Whoosh's.

    `folder` is where it lies; `manifest` is a file elsewhere, in the user's data, and `key` the one that it is signed with (beside it,
    when none is named). Where nothing can be written the index goes on in memory, with what could be read of it, until it is
    opened anew; `fault` says so in plain words, and is "" while it is kept on disk.
    """

    def __init__(self, folder: Path, manifest: Path, case_uid: str, key: Path | None = None) -> None:
        identity = {"case": case_uid, "analyser": str(analyser.VERSION), "schema": str(SCHEMA), "whoosh": WHOOSH}
        self._disk = Vault(folder, ManifestFile(manifest, key or manifest.with_name("index.key")), identity)
        self._store = Store(self._disk)
        self._snapshot = _EMPTY
        self._writing = threading.Lock()
        self.fault = ""

    @property
    def step(self) -> int:
        manifest = self._store.manifest
        return manifest.step if manifest is not None else 0

    @property
    def head(self) -> str:
        manifest = self._store.manifest
        return manifest.head if manifest is not None else ""

    def open(self) -> bool:
        """Check every file against the manifest, then read. False when it is empty now and must be filled from step 0."""
        with self._writing:
            self.fault, self._store = "", Store(self._disk)
            try:
                with self._store.place.locked():
                    self._opened()
            except OSError as error:
                self._read_alone()
                self._leave_disk(error)
            return self.step > 0

    def _read_alone(self) -> None:
        """Without the lock: what is there, if it is whole; another process may be writing, so a few times."""
        for _ in range(READ_TRIES):
            if self._store.check(alone=False) and self._readable():
                return
            time.sleep(0.05)

    def _opened(self) -> None:
        """Under the lock: read what is there, or start empty."""
        if not (self._store.check() and self._readable()):
            self._snapshot = _EMPTY
            self._store.create()

    def _readable(self) -> bool:
        """Read what has been checked."""
        try:
            self._read()
        except (OSError, ValueError, KeyError):  # gone since, or written by a program that did it otherwise
            return False
        return True

    def _read(self) -> None:
        known = {leaf.files.name: leaf for leaf in self._snapshot.leaves}
        leaves = []
        for files in self._store.segments({name: leaf.files for name, leaf in known.items()}):
            before = known.get(files.name)
            leaves.append(before if before is not None and before.files.deleted == files.deleted else Leaf(files))
        self._snapshot = Snapshot(tuple(leaves))

    def _leave_disk(self, error: OSError) -> None:
        """Go on in memory, from what is open, because the folder cannot be written."""
        if isinstance(self._store.place, Memory):
            raise error
        self.fault = f"The index could not be kept in {self._disk.folder} ({error.strerror or error}): searched in memory."
        manifest = self._store.manifest
        open_here = {(leaf.files.name, leaf.files.deleted) for leaf in self._snapshot.leaves}
        if manifest is None or open_here != {(one.name, frozenset(one.deleted)) for one in manifest.segments}:
            manifest, self._snapshot = Manifest(self._disk.identity), _EMPTY
        self._store = Store(Memory(manifest), manifest)

    def forget(self) -> str:
        """Remove it from the disk, so that nothing of its texts is left there; it is empty then. What could not be done, in words."""
        with self._writing:
            self.fault, self._store, self._snapshot = "", Store(self._disk), _EMPTY
            try:
                with self._disk.locked():
                    why = "it is open in another window" if self._store.create() else ""
            except OSError as error:
                self._leave_disk(error)
                why = str(error.strerror or error)
        return f"The search index in {self._disk.folder} could not be removed ({why})." if why else ""

    def update(
        self,
        documents: Iterable[IndexDocument],
        deleted: Iterable[tuple[str, int]],
        step: int,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        head: str = "",
    ) -> bool:
        """Replace `documents`, remove `deleted`, stand at `step`, whose hash is `head`: all or nothing.

        False when cancelled, when the files cannot be written (`fault` says why, and it goes on in memory), or when the index on disk
        was not the one last seen here: it was deleted or damaged and is empty now, or another process wrote it. Look at `step` and go
        on from there.
        """
        with self._writing:
            try:
                with self._store.place.locked():
                    return self._written(Batch(documents, deleted, progress, cancelled), step, head)
            except Cancelled:
                return False
            except OSError as error:
                self._leave_disk(error)
                return False

    def _written(self, batch: Batch, step: int, head: str) -> bool:
        if self._store.changed_elsewhere():
            self._opened()
            return False
        first = next(batch.segments, None)
        if first is None and not self._places(batch.replaced):
            self._store.restep(step, head)
            return True
        sources = chain([first], batch.segments) if first is not None else ()
        self._store.write(sources, lambda: self._places(batch.replaced), batch.repeated, step, head)
        self._read()
        if len(self._snapshot.leaves) > MOST_SEGMENTS:
            self._merge(self._small())
        return True

    def _small(self) -> list[Leaf]:
        """The segments that are worth making one: the small ones; all, when they have grown to a part of the largest."""
        leaves = sorted(self._snapshot.leaves, key=lambda leaf: leaf.count)
        if not leaves:
            return []
        largest, rest = leaves[-1], leaves[:-1]
        stale = len(largest.files.deleted) * 5 > largest.count
        return leaves if stale or sum(leaf.count for leaf in rest) * 10 > largest.count else rest

    @property
    def untidy(self) -> bool:
        return not self.fault and _worth_merging(self._small())

    def _merge(self, leaves: list[Leaf], cancelled: Callable[[], bool] | None = None) -> None:
        if _worth_merging(leaves):
            with closing(Merged(leaves, self._store.place.scratch, cancelled or (lambda: False))) as merged:
                self._store.write([merged], dict, {}, self.step, self.head, frozenset(leaf.files.name for leaf in leaves))
            self._read()

    def _places(self, keys: set[tuple[str, int]]) -> dict[str, set[int]]:
        """Numbers of the documents with these keys, by segment."""
        found: dict[str, set[int]] = {}
        wanted = {kind: np.array([number for named, number in keys if named == kind], np.int64) for kind in KINDS}
        for leaf in self._snapshot.leaves:
            for code, kind in enumerate(KINDS):
                if len(wanted[kind]):
                    fits = np.flatnonzero((leaf.kind == code) & np.isin(leaf.id, wanted[kind]))
                    alive = set(fits.tolist()) - leaf.files.deleted
                    if alive:
                        found.setdefault(leaf.files.name, set()).update(alive)
        return found

    def optimise(self, cancelled: Callable[[], bool] | None = None) -> None:
        """Make few segments of many. Takes a second for about 5,000 articles; answers stay the same, before, after and meanwhile.

        When cancelled, everything stays as it was.
        """
        with self._writing:
            try:
                with self._store.place.locked():
                    if self._store.changed_elsewhere():
                        self._opened()
                    self._merge(self._small(), cancelled)
            except Cancelled:
                return
            except OSError as error:
                self._leave_disk(error)

    def search(
        self,
        tree: Tree,
        limit: int = 50,
        text_of: TextOf | None = None,
        facets: tuple[str, ...] = FACETS,
        order: str = "relevance",
        given: Given | None = None,
    ) -> Results:
        """The first `limit` documents in one of ORDERS. With `text_of`, every hit has been found again in its true text, and is
        dropped if it is not there; without it, hits have no spans and no snippet. `facets` names what is counted over all found;
        `given` has the places of the tree's regular expressions.

        Raises QueryError for a pattern that fits too many words."""
        snapshot = self._snapshot
        try:
            return answer(snapshot, tree, limit, text_of, facets, order, given or {})
        except TooMany as many:
            raise QueryError(f"“{many}” fits too many words. Type more of it.") from many

    def why(self, tree: Tree, kind: str, id: int, text_of: TextOf, given: Given | None = None) -> tuple[Reason, ...]:
        """Why a document is found, what weighs most first; nothing when it is not found (any more)."""
        try:
            return reasons(self._snapshot, tree, kind, id, text_of, given or {})
        except TooMany:
            return ()

    def like(self, text: str, kinds: Sequence[str] = ("article",), limit: int = 20) -> list[tuple[str, int, float]]:
        return likeness(self._snapshot, text, kinds, limit)

    def close(self) -> None:
        self._snapshot = _EMPTY


def _worth_merging(leaves: Sequence[Leaf]) -> bool:
    return len(leaves) > 1 or any(leaf.files.deleted for leaf in leaves)
