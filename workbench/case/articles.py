"""Articles: the evidentiary copies, their texts, zones and metadata. The text is never edited."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable

from workbench.case.article_view import ArticleView
from workbench.case.noun import Noun, with_dates, words
from workbench.case.queries import drop_short
from workbench.case.rereading import Report, insert_field, read_anew, reading_columns
from workbench.case.views import Views
from workbench.domain.anchors import split_at
from workbench.domain.changes import Changes
from workbench.domain.draft import Draft
from workbench.domain.entities import Article, Metadatum, Passage, Zone
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, WITHIN, Confidence, Field, Method, Reliability, SetBy, ZoneKind
from workbench.importers.decoding import CHOSEN
from workbench.importers.drawn import Pixels
from workbench.importers.isolated import Reader as IsolatedReader
from workbench.importers.pdf.page_pictures import page_picture
from workbench.importers.sentences import sentence_spans
from workbench.storage import CaseFile, Operation, Reader

CACHED_TEXTS = 200


class Articles(Noun):
    def __init__(self, file: CaseFile, views: Views) -> None:
        super().__init__(file, views)
        self._sentences: OrderedDict[tuple[str, Span], list[Span]] = OrderedDict()  # by the text's hash and part: a text never changes

    def all(self) -> list[Article]:
        return list(self._views.articles().values())

    def named(self, ids: Iterable[int]) -> dict[int, Article]:
        """These articles by exhibit number; one that has gone is left out."""
        return self._views.articles(frozenset(ids))

    def ids(self) -> frozenset[int]:
        """The exhibit numbers that there are."""
        return frozenset(self._views.articles())

    def with_text(self) -> frozenset[int]:
        """Those of them that have a text: all but pictures."""
        return frozenset(article.id for article in self.all() if article.has_text)

    def get(self, article_id: int) -> Article:
        """One article. Raises NotFound."""
        return self._views.article(article_id)

    def view(self, article_id: int) -> ArticleView:
        """One article with everything that stands on its words. Raises NotFound."""
        return self._views.in_article(article_id)

    def text(self, article_id: int) -> str:
        """The reading text. Raises NotFound."""
        return self._views.texts([article_id])[article_id]

    def texts(self, ids: Collection[int]) -> dict[int, str]:
        """The reading texts of these articles that are there."""
        return self._views.texts(self.named(ids))

    def zones(self, article_id: int) -> list[Zone]:
        return list(self._views.zones([article_id])[article_id])

    def zones_of(self, ids: Collection[int]) -> dict[int, tuple[Zone, ...]]:
        """The zones of each of these articles."""
        return self._views.zones(ids)

    def passages(self, article_id: int) -> dict[int, Passage]:
        with self._file.read() as reader:
            return reader.passages(article_id=article_id)

    def passage(self, passage_id: int) -> Passage:
        """One passage. Raises NotFound."""
        found = self._views.passages([passage_id])
        if not found:
            raise NotFound("such passage")
        return found[passage_id]

    def original(self, article_id: int) -> bytes:
        """The original bytes, exactly as they came."""
        with self._file.read() as reader:
            return reader.original(reader.article(article_id).original_sha256)

    def page(self, article_id: int, number: int, width: int) -> Pixels:
        """A page of an article that is a PDF, as a picture so many pixels wide. Raises NotFound, and ImportRefused with the reason."""
        return page_picture(self.original(article_id), self.get(article_id).name, number, width)

    def sentences(self, article_id: int, within: Span | None = None) -> list[Span]:
        """The sentences of an article in order; only those of a part, when it is named. Furniture glued to a sentence is cut off."""
        text = self.text(article_id)
        part = within or Span(0, len(text))
        key = (self.get(article_id).text_sha256, part)
        edges = sorted({edge for z in self.zones(article_id) if z.kind in FURNITURE - WITHIN for edge in z.span})
        found = self._sentences.get(key)  # held here: another thread may let it go
        if found is None:
            found = [Span(s.start + part.start, s.end + part.start) for s in sentence_spans(text[part.start : part.end])]
            self._sentences[key] = found
            while len(self._sentences) > CACHED_TEXTS:
                self._sentences.popitem(last=False)
        return split_at(text, found, edges)

    def with_originals(self, digests: Iterable[str]) -> frozenset[str]:
        """Those of these SHA-256 that are the original of an article of the case."""
        wanted = frozenset(digests)
        return wanted & {article.original_sha256 for article in self.all()}

    def hash_fault(self, article_id: int) -> str:
        """What no longer matches its recorded SHA-256, in words; empty when all is well (invariant 1)."""
        with self._file.read() as reader:
            return hash_fault(reader, reader.article(article_id))

    def set_metadata(self, article_id: int, field: Field, value: str) -> Changes:
        """The analyst's own value for one field; an empty one says "unknown". Raises RuleBroken for a date that is none."""
        written = words(value)
        new = with_dates("metadata_fields", {field.value: written})[field.value] or None
        with self._file.operation(f"Edit {field.label} of Ex. {article_id}") as operation:
            operation.delete_where("metadata_fields", article_id=article_id, field=field)
            confidence = Confidence.HIGH if new else None
            insert_field(operation, article_id, field, Metadatum(new, confidence, "entered by the analyst", SetBy.ANALYST))
        return operation.changes

    def set_grade(self, article_id: int, grade: Reliability) -> Changes:
        with self._file.operation(f"Grade Ex. {article_id} {grade.value}") as operation:
            operation.update("articles", article_id, grade=grade)
        return operation.changes

    def set_zone(self, article_id: int, start: int, end: int, kind: ZoneKind) -> Changes:
        """Say what a stretch of text is. Zones it overlaps are cut back; no text is touched. Raises RuleBroken outside the text."""
        with self._file.operation(f"Mark as {kind.label} in Ex. {article_id}") as operation:
            reader = operation.reader
            if not 0 <= start < end <= len(reader.text(article_id)):
                raise RuleBroken("zone", "There are no words at that place.")
            for zone in reader.zones(article_id):
                if zone.span.overlaps(Span(start, end)):
                    _cut(operation, zone, start, end)
            operation.insert(
                "zones", article_id=article_id, start=start, end=end, kind=kind, set_by=SetBy.ANALYST, basis="set by the analyst"
            )
        return operation.changes

    def delete(self, article_id: int) -> Changes:
        """Take an article out of the case, with its passages and the queries left with fewer than two. Its exhibit number is not
        given again; undo brings all back. Raises NotFound."""
        with self._file.operation(f"Remove Ex. {article_id}") as operation:
            operation.reader.article(article_id)
            operation.delete("articles", article_id)
            drop_short(operation)
        return operation.changes

    def read_again(self, article_id: int, progress: Callable[[int, int], None] = lambda done, total: None) -> Report:
        """Read the original again with today's reader, in an encoding that the analyst chose, and carry over what stands on the text.
        One step. `progress` is told when it begins and when it is read. Raises NotFound, ImportRefused and RuleBroken."""
        progress(0, 2)
        article = self.get(article_id)
        chosen = article.encoding if article.encoding_basis.startswith(CHOSEN) else None
        draft = self._draft(article, chosen)
        progress(1, 2)
        return read_anew(self._file, article, draft, f"Read {article.exhibit} again")

    def reread(self, article_id: int, encoding: str) -> Report:
        """The same in another encoding."""
        article = self.get(article_id)
        return read_anew(self._file, article, self._draft(article, encoding), f"Read {article.exhibit} again as {encoding}")

    def _draft(self, article: Article, encoding: str | None) -> Draft:
        with IsolatedReader() as isolated:
            return isolated.read(article.name, self.original(article.id), encoding=encoding, media_type=article.media_type)


def insert_article(
    operation: Operation,
    draft: Draft,
    content: tuple[str, str],
    *,
    name: str,
    location: str,
    method: Method,
    who: str,
    at: str,
    version_of: int | None = None,
    part_of: int | None = None,
) -> int:
    """The rows of one document: the article, its metadata and its zones. `content` is the SHA-256 of its original and its reading
    text, which are kept already; the draft's own text is not asked for."""
    original, text = content
    article_id = operation.insert(
        "articles", name=words(name), location=words(location), method=method, original_sha256=original, imported_at=at, imported_by=who,
        grade=Reliability.F, version_of=version_of, part_of=part_of, **reading_columns(draft, text),
    )  # fmt: skip
    insert_reading(operation, article_id, draft)
    return article_id


def insert_reading(operation: Operation, article_id: int, draft: Draft) -> None:
    """Keep a draft's proposed zones and the metadata that the analyst has not set."""
    zones = [
        {"article_id": article_id, "start": z.start, "end": z.end, "kind": z.kind, "set_by": SetBy.MACHINE, "basis": z.basis}
        for z in draft.zones
    ]
    operation.insert_many("zones", zones)
    known = operation.reader.articles(frozenset({article_id}))[0].metadata
    for field, found in draft.metadata.items():
        if field not in known:
            insert_field(operation, article_id, field, found)


def _cut(operation: Operation, zone: Zone, start: int, end: int) -> None:
    """Keep of a zone what lies outside [start, end)."""
    operation.delete("zones", zone.id)
    for left, right in ((zone.start, start), (end, zone.end)):
        if left < right:
            operation.insert(
                "zones", article_id=zone.article_id, start=left, end=right, kind=zone.kind, set_by=zone.set_by, basis=zone.basis
            )


def hash_fault(reader: Reader, article: Article) -> str:
    if hashlib.sha256(reader.original(article.original_sha256)).hexdigest() != article.original_sha256:
        return "the original bytes no longer match their SHA-256"
    if hashlib.sha256(reader.text(article.id).encode()).hexdigest() != article.text_sha256:
        return "the reading text no longer matches its SHA-256"
    return ""
