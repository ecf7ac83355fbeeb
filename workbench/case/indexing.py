"""The index and the case: it follows the journal, and what it finds is checked against the texts in the case file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.case.matches import link_text, matched, parted, text_of
from workbench.case.noun import Noun
from workbench.case.views import Views
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Article, Origin
from workbench.domain.errors import NotSearched, QueryError
from workbench.domain.vocabulary import FURNITURE, Field
from workbench.search.documents import IndexDocument, Reason, Results
from workbench.storage import CaseFile, Reader

if TYPE_CHECKING:
    from workbench.search.engine import TextOf
    from workbench.search.index import WhooshIndex
    from workbench.search.query import ParsedQuery

Progress = Callable[[int, int], None]
PATTERN_SECONDS, KEYS_SECONDS = 10.0, 3.0
"""How long a regular expression may take over all texts: when somebody waits for it, and in the background."""
TRIES = 5
"""How often a refresh starts again when another process, a damaged file or a disk that cannot be written came between."""


class CaseIndex(Noun):
    """Full-text search in one case. `refresh` belongs to one worker; `search` may run beside it."""

    def __init__(self, file: CaseFile, views: Views, cache: Path, manifests: Path, key: Path) -> None:
        """`cache` is where the index is kept, `manifests` where it is said what belongs to it, `key` the file of the key for that."""
        super().__init__(file, views)
        self._uid = views.info().uid
        self._folder, self._manifest, self._key = cache / "index" / self._uid, manifests / f"{self._uid}.json", key
        self._opened = False
        self._lock = threading.Lock()
        self._opening = threading.Lock()

    @cached_property
    def _engine(self) -> WhooshIndex:
        """The index, with numpy and Whoosh, when it is first asked for: after the panes are readable."""
        from workbench.search.index import WhooshIndex

        return WhooshIndex(self._folder, self._manifest, self._uid, self._key)

    def behind(self) -> int:
        """How many journal steps the index has not seen yet."""
        return self._file.last_step() - (self._engine.step if self._opened else 0)

    def refresh(self, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        """Bring the index up to the journal's last step; rebuild it when it is missing, damaged or foreign.

        Where it cannot be kept it is held in memory. Raises NotSearched when it could not be brought there at all.
        """
        with self._lock:
            self._open()
            for _ in range(TRIES):
                with self._file.read() as reader:
                    step, head, _at = reader.head()
                    if self._engine.step and reader.hash_of(self._engine.step) != self._engine.head:
                        self._engine.forget()  # another copy of the case: the index has seen steps that this one never made
                if self._engine.step == step or (cancelled and cancelled()):
                    return
                changes = self._file.changes_since(self._engine.step) if self._engine.step else None
                with self._file.read() as reader:
                    documents = list(_documents(reader, changes))
                    deleted = list(_deleted(changes)) if changes else []
                self._engine.update(documents, deleted, step, progress, cancelled, head)
            if self._engine.step != step and not (cancelled and cancelled()):
                raise NotSearched("the index is written by something else all the time")

    @property
    def untidy(self) -> bool:
        """Whether `tidy` has anything to do. Answers at once and reads nothing."""
        return self._opened and self._engine.untidy

    def tidy(self, cancelled: Callable[[], bool] | None = None) -> None:
        """Merge what many small imports have left; for idle moments. Nothing is lost or gained, also when it is cancelled."""
        with self._lock:
            if self.untidy:
                self._engine.optimise(cancelled)

    def forget(self) -> str:
        """Remove what is kept on disk; the next refresh makes it anew from the case as it is. What could not be removed, in words."""
        with self._lock:
            self._open()
            return self._engine.forget()

    @property
    def fault(self) -> str:
        """Why the index is not kept on disk but in memory, in words; empty when all is well."""
        return self._engine.fault if self._opened else ""

    @property
    def started(self) -> bool:
        """Whether there is anything in it to be found."""
        return self._opened and self._engine.step > 0

    def _open(self) -> None:
        with self._opening:  # apart from the lock of `refresh`: a search answers from what is there while the index is built
            if not self._opened:
                self._engine.open()
                self._opened = True

    def search(
        self, query: str, limit: int = 50, order: str = "relevance", cancelled: Callable[[], bool] | None = None
    ) -> tuple[ParsedQuery, Results | None]:
        """Parse and answer a query; Results are None when it cannot be answered (its diagnostics say why). `order` is one of ORDERS.

        Their notes say when the index is held in memory. What is not in it yet is not found: `refresh` comes before. A regular
        expression is given up when `cancelled` says so, and after a time.
        """
        self._open()
        from workbench.search.diagnostic import Diagnostic
        from workbench.search.query import ParsedQuery, parse

        parsed = parse(query)
        if parsed.tree is None:
            return parsed, None
        try:
            with self._file.read() as reader:
                given = matched(reader, query, parsed.tree, PATTERN_SECONDS, cancelled)
                texts: TextOf = lambda kind, row: text_of(reader, kind, row)  # noqa: E731
                found = self._engine.search(parsed.tree, limit, texts, order=order, given=given)
        except QueryError as error:
            return ParsedQuery(None, (*parsed.diagnostics, Diagnostic(error.position, len(query) - error.position, str(error)))), None
        return parsed, replace(found, notes=(*found.notes, *filter(None, [self.fault])))

    def why(self, query: str, kind: str, row: int) -> tuple[Reason, ...]:
        """Why a query finds something, what weighs most first; nothing when it does not find it."""
        self._open()
        from workbench.search.query import parse

        tree = parse(query).tree
        if tree is None:
            return ()
        with self._file.read() as reader:
            try:
                given = matched(reader, query, tree, KEYS_SECONDS)
            except QueryError:
                return ()
            return self._engine.why(tree, kind, row, lambda kind, row: text_of(reader, kind, row), given)

    def keys(self, query: str, limit: int = 100_000, cancelled: Callable[[], bool] | None = None) -> frozenset[tuple[str, int]]:
        """(kind, id) of everything that fits a query; nothing for one that cannot be answered."""
        self._open()
        from workbench.search.query import parse

        tree = parse(query).tree
        if tree is None:
            return frozenset()
        try:
            with self._file.read() as reader:
                given = matched(reader, query, tree, KEYS_SECONDS, cancelled)
            return frozenset((hit.kind, hit.id) for hit in self._engine.search(tree, limit, None, (), given=given).hits)
        except QueryError:
            return frozenset()

    def likely_articles(self, text: str) -> list[int]:
        """Articles that say something like `text`, best first."""
        self._open()
        return [row for _, row, _ in self._engine.like(text, ("article",), 50)]

    def close(self) -> None:
        if "_engine" in self.__dict__:
            self._engine.close()


def _documents(reader: Reader, changes: Changes | None) -> Iterator[IndexDocument]:
    """Everything that is new or changed, ready to be indexed; all of it when `changes` is None."""
    origins = reader.origins()
    everything = reader.appearances() if changes is None or changes.touches("appearances", "origins", "claims", "articles") else []
    by_claim, by_article = _grouped(everything, "claim_id"), _grouped(everything, "article_id")
    for article in reader.articles(None if changes is None else changes.articles):
        yield from _article_documents(reader, article, _extra(by_article.get(article.id, []), origins))
    for claim in reader.claims(None if changes is None else changes.claims):
        extra = _extra(by_claim.get(claim.id, []), origins) | {"status": claim.verdict.value, "claims": [claim.number]}
        yield IndexDocument("claim", claim.id, claim.text, claim.number, extra=extra)
        if claim.note:
            yield IndexDocument("note", claim.id, claim.note, claim.number, extra=extra)
    for link in reader.evidence(**({} if changes is None else {"id": changes.of("evidence")})):
        if text := link_text(link, origins):
            yield IndexDocument("evidence", link.id, text, f"evidence for C{link.claim_id}", extra={"claims": [f"C{link.claim_id}"]})


def _grouped(appearances: Iterable[Appearance], owner: str) -> dict[int, list[Appearance]]:
    found: dict[int, list[Appearance]] = {}
    for appearance in appearances:
        found.setdefault(getattr(appearance, owner), []).append(appearance)
    return found


def _extra(appearances: Iterable[Appearance], origins: dict[int, Origin]) -> dict[str, list[str]]:
    """The claims in, and the origins behind, some appearances."""
    mine = list(appearances)
    names = {origins[a.origin_id].name for a in mine if a.origin_id in origins}
    return {"origins": sorted(names), "claims": sorted({f"C{a.claim_id}" for a in mine})}


def _article_documents(reader: Reader, article: Article, extra: dict[str, list[str]]) -> Iterator[IndexDocument]:
    """An article, and what stands around it where there is anything."""
    publisher, author, language, published = (
        article.value(field) or "" for field in (Field.PUBLISHER, Field.AUTHOR, Field.LANGUAGE, Field.PUBLISHED)
    )
    zones = reader.zones(article.id)
    own, around = parted(reader.text(article.id), zones)
    for kind, text in (("article", own), ("furniture", around)):
        if kind == "article" or text.strip():
            here = tuple((z.start, z.end, z.kind.value) for z in zones if (z.kind in FURNITURE) is (kind == "furniture"))
            yield IndexDocument(kind, article.id, text, article.title, publisher, author, language, published, here, extra)


def _deleted(changes: Changes) -> Iterator[tuple[str, int]]:
    """What is to be taken out of the index: every changed row, new versions being added after."""
    for table, kind in (
        ("articles", "article"),
        ("articles", "furniture"),
        ("claims", "claim"),
        ("claims", "note"),
        ("evidence", "evidence"),
    ):
        for row in changes.of(table):
            yield kind, row
