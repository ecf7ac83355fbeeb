"""What has been read of the case, kept until a step changes it: the desk asks as often as it likes, the file is read once.

Everything here is a frozen value or a mapping that nobody changes. Any thread may ask; the main thread never waits for a reading in
another one. What a thread has read is kept only when no step was made meanwhile.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Generic, TypeVar

from workbench.case.article_view import ArticleView, read_article_view
from workbench.case.claim_view import Cited, ClaimView, claim_views
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Article, Evidence, Origin, Passage, Zone
from workbench.domain.errors import NotFound
from workbench.domain.records import CaseInfo, SignedMemo
from workbench.storage import CaseFile, Reader

T = TypeVar("T")
ARTICLE_VIEWS = 24
"""Articles whose marks are kept: more than panes and tabs show."""
TEXTS = 40_000_000
"""Letters of reading texts that are kept."""
ALONE = 0
"""The number of what there is only one of."""


class Kept(Generic[T]):
    """Values by number; `whole` when every one that there is was read, but for those that are `stale`."""

    def __init__(self) -> None:
        self.values: dict[int, T] = {}
        self.whole = False
        self.stale: set[int] = set()

    def take(self, fresh: Mapping[int, T], asked: Iterable[int] | None) -> None:
        """Keep what was read when these were asked for; None for all."""
        self.values.update(fresh)
        self.whole = self.whole or asked is None
        self.stale = set() if asked is None else self.stale - set(asked)

    def forget(self, ids: Iterable[int]) -> None:
        for each in ids:
            self.values.pop(each, None)
            self.stale.add(each)

    def forget_all(self) -> None:
        self.values, self.whole, self.stale = {}, False, set()


class Views:
    """Claims, articles, origins and what stands in them, each read once and again after a step that touched it."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._step = -1
        self._day = date.min
        self._claims: Kept[ClaimView] = Kept()
        self._articles: Kept[Article] = Kept()
        self._zones: Kept[tuple[Zone, ...]] = Kept()
        self._passages: Kept[Passage] = Kept()
        self._in_articles: Kept[ArticleView] = Kept()
        self._origins: Kept[Mapping[int, Origin]] = Kept()
        self._info: Kept[CaseInfo] = Kept()
        self._memos: Kept[tuple[SignedMemo, ...]] = Kept()
        self._counted: frozenset[int] = frozenset()
        self._texts: OrderedDict[str, str] = OrderedDict()  # by hash: a text never changes

    # --- claims ---------------------------------------------------------------------------------------------------------

    def claims(self, ids: frozenset[int] | None = None) -> list[ClaimView]:
        """All claims, or those named, by number; one that has gone or was merged is left out."""

        there = frozenset(self.articles())
        if there != self._counted:  # each meter counts the articles that have no answer yet
            with self._lock:
                self._claims.forget_all()
                self._counted = there

        def read(reader: Reader, wanted: list[int] | None) -> dict[int, ClaimView]:
            return {view.claim.id: view for view in claim_views(reader, None if wanted is None else frozenset(wanted))}

        return list(self._some(self._claims, ids, read).values())

    def cited(self, view: ClaimView) -> Cited:
        """What the appearances and links of a claim point to; what has gone since the view was read is left out. Raises DamagedCase
        where the claim points to a passage that is not there."""
        held: list[Appearance | Evidence] = [*view.appearances, *view.evidence]
        named = [each.passage_id for each in held] + [each.statement_id for each in view.appearances]
        places = {place for place in named if place}
        passages = self.passages(places)
        if len(passages) < len(places) and self.claims(frozenset({view.claim.id})) == [view]:
            with self._file.read() as reader:
                there = reader.passages(id=list(places))
                passages = {place: there[place] for place in places}
        articles = self.articles(frozenset(each.article_id for each in held if each.article_id))
        return Cited(passages, articles, self.origins())

    def passages(self, ids: Collection[int]) -> dict[int, Passage]:
        """These passages, by number; one that has gone is left out."""
        return self._some(self._passages, ids, lambda reader, wanted: reader.passages(id=wanted or []))

    # --- articles -------------------------------------------------------------------------------------------------------

    def articles(self, ids: frozenset[int] | None = None) -> dict[int, Article]:
        """All articles, or those named, by exhibit number; one that has gone is left out."""

        def read(reader: Reader, wanted: list[int] | None) -> dict[int, Article]:
            return {article.id: article for article in reader.articles(None if wanted is None else frozenset(wanted))}

        return self._some(self._articles, ids, read)

    def article(self, article_id: int) -> Article:
        """One article. Raises NotFound."""
        found = self.articles(frozenset({article_id})).get(article_id)
        if found is None:
            raise NotFound(f"exhibit {article_id}")
        return found

    def in_article(self, article_id: int) -> ArticleView:
        """An article with everything that stands on its words. Raises NotFound."""

        def read(reader: Reader, wanted: list[int] | None) -> dict[int, ArticleView]:
            return {i: read_article_view(reader, i) for i in wanted or ()}

        return self._some(self._in_articles, {article_id}, read)[article_id]

    def zones(self, ids: Collection[int]) -> dict[int, tuple[Zone, ...]]:
        """The zones of each of these articles, in their order in the text."""
        return self._some(self._zones, ids, lambda reader, wanted: {i: tuple(reader.zones(i)) for i in wanted or ()})

    def texts(self, ids: Collection[int]) -> dict[int, str]:
        """The reading texts of these articles, by exhibit number. Raises NotFound, and DamagedCase for one that is missing."""
        digests = {i: self.article(i).text_sha256 for i in ids}
        with self._lock:
            found = {digest: self._texts[digest] for digest in digests.values() if digest in self._texts}
        if missing := set(digests.values()) - found.keys():
            with self._file.read() as reader:
                found |= {digest: reader.text_with(digest) for digest in missing}
            self._keep_texts(found)
        return {i: found[digest] for i, digest in digests.items()}

    def _keep_texts(self, texts: Mapping[str, str]) -> None:
        with self._lock:
            self._texts |= texts
            room = TEXTS - sum(map(len, self._texts.values()))
            while room < 0:
                room += len(self._texts.popitem(last=False)[1])

    # --- what there is one of -------------------------------------------------------------------------------------------

    def origins(self) -> Mapping[int, Origin]:
        return self._one(self._origins, lambda reader: reader.origins())

    def info(self) -> CaseInfo:
        return self._one(self._info, lambda reader: reader.info())

    def memos(self) -> tuple[SignedMemo, ...]:
        return self._one(self._memos, lambda reader: tuple(reader.memos()))

    # --- keeping --------------------------------------------------------------------------------------------------------

    def _one(self, kept: Kept[T], read: Callable[[Reader], T]) -> T:
        return self._some(kept, {ALONE}, lambda reader, _: {ALONE: read(reader)})[ALONE]

    def _some(
        self, kept: Kept[T], ids: Collection[int] | None, read: Callable[[Reader, list[int] | None], Mapping[int, T]]
    ) -> dict[int, T]:
        """Those asked for (None: all) by number, in order: what is kept, and the rest read from the file."""
        step = self._follow()
        with self._lock:
            known = dict(kept.values) if ids is None and kept.whole else {i: kept.values[i] for i in ids or () if i in kept.values}
            missing = sorted(kept.stale) if ids is None and kept.whole else None if ids is None else [i for i in ids if i not in known]
        if missing is None or missing:
            with self._file.read() as reader:
                fresh = dict(read(reader, missing))
            self._keep(step, kept, fresh, missing)
            known |= fresh
        return {i: known[i] for i in sorted(known)}

    def _keep(self, step: int, kept: Kept[T], fresh: Mapping[int, T], asked: list[int] | None) -> None:
        """Keep what was read, unless a step was made since it was begun to be read."""
        with self._lock:
            if self._step == step == self._file.last_step():
                kept.take(fresh, asked)
                while len(self._in_articles.values) > ARTICLE_VIEWS:
                    self._in_articles.values.pop(next(iter(self._in_articles.values)))

    def _follow(self) -> int:
        """Let go of what the steps since the last look have touched, and of what was computed on another day."""
        now, today = self._file.last_step(), datetime.now(UTC).date()
        with self._lock:
            if now != self._step or today != self._day:
                changes = self._file.recent(self._step) if today == self._day else None
                self._drop_all() if changes is None else self._drop(changes)
                self._step, self._day = now, today
            return self._step

    def _drop_all(self) -> None:
        for kept in (self._claims, self._articles, self._zones, self._passages, self._in_articles, self._origins, self._info, self._memos):
            kept.forget_all()

    def _drop(self, changes: Changes) -> None:
        """Let go of what these changes touch, directly or in what is computed from it."""
        if changes.touches("origins", "info"):
            self._claims.forget_all()
        in_them = {i for i, view in self._claims.values.items() if any(a.article_id in changes.articles for a in view.appearances)}
        self._claims.forget(changes.claims | in_them)
        self._articles.forget(changes.articles)
        self._zones.forget(changes.articles)
        self._passages.forget(changes.of("passages"))
        if changes.touches("takedowns"):
            self._texts.clear()
        asked = changes.touches("discrepancies")
        with_them = {i for i, view in self._in_articles.values.items() if asked or not changes.claims.isdisjoint(view.claims)}
        self._in_articles.forget(changes.articles | with_them)
        for kept, tables in ((self._origins, ("origins",)), (self._info, ("info",)), (self._memos, ("memos", "sign_offs"))):
            if changes.touches(*tables):
                kept.forget_all()
