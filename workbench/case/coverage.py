"""Reading to the end: sentences checked off, and what is left unread, per article and for the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.case.article_view import ArticleView
from workbench.case.articles import Articles
from workbench.case.noun import Noun, words
from workbench.case.views import Views
from workbench.domain.changes import Changes
from workbench.domain.coverage import Coverage, coverage
from workbench.domain.entities import Checked, Passage, Zone
from workbench.domain.errors import RuleBroken
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, CheckedKind
from workbench.storage import CaseFile


class Reading(Noun):
    def __init__(self, file: CaseFile, views: Views, articles: Articles) -> None:
        super().__init__(file, views)
        self._articles = articles

    def of(self, article_id: int, within: Span | None = None) -> Coverage:
        """How much of an article (or of a part of it) has been read."""
        sentences, zones = self._articles.sentences(article_id, within), self._articles.zones(article_id)
        with self._file.read() as reader:
            passages, checked = reader.passages(article_id=article_id).values(), reader.checked(article_id=article_id)
        return _coverage(sentences, passages, checked, zones)

    def of_view(self, view: ArticleView, within: Span | None = None) -> Coverage:
        """The same of an article that has been read."""
        sentences = self._articles.sentences(view.article.id, within)
        return _coverage(sentences, view.passages.values(), view.checked, view.zones)

    def of_case(self, cancelled: Callable[[], bool] = lambda: False) -> tuple[int, int]:
        """Sentences read and sentences in all, over every article; for the background."""
        read = total = 0
        with self._file.read() as reader:
            ids = reader.article_ids()
        for article_id in ids:
            if cancelled():
                break
            found = self.of(article_id)
            read, total = read + found.total - len(found.unread), total + found.total
        return read, total

    def check_off(self, article_id: int, span: Span) -> Changes:
        """Say that a sentence was looked at and has nothing to mark."""
        self._refuse_outside(article_id, span)
        with self._file.operation(f"Check off a sentence of Ex. {article_id}") as operation:
            if not any(c.span == span for c in operation.reader.checked(article_id=article_id)):
                operation.insert("checked", article_id=article_id, start=span.start, end=span.end, kind=CheckedKind.CHECKED)
        return operation.changes

    def check_rest(self, article_id: int) -> Changes:
        """Say so of every sentence of an article that is still unread."""
        unread = self.of(article_id).unread
        with self._file.operation(f"Check off the rest of Ex. {article_id}") as operation:
            rows = [{"article_id": article_id, "start": s.start, "end": s.end, "kind": CheckedKind.CHECKED} for s in unread]
            operation.insert_many("checked", rows)
        return operation.changes

    def waive(self, article_id: int, span: Span, reason: str) -> Changes:
        """Set a sentence aside: it counts as read, and the reason is kept. Raises RuleBroken without one."""
        why = words(reason)
        if not why:
            raise RuleBroken("waiver", "Say why the sentence is set aside.")
        self._refuse_outside(article_id, span)
        with self._file.operation(f"Waive a sentence of Ex. {article_id}", why) as operation:
            found = [c.id for c in operation.reader.checked(article_id=article_id) if c.span == span]
            operation.delete("checked", *found)
            operation.insert("checked", article_id=article_id, start=span.start, end=span.end, kind=CheckedKind.WAIVED, reason=why)
        return operation.changes

    def _refuse_outside(self, article_id: int, span: Span) -> None:
        if not 0 <= span.start < span.end <= len(self._articles.text(article_id)):
            raise RuleBroken("outside", f"That is no place in Ex. {article_id}.")

    def uncheck(self, article_id: int, span: Span) -> Changes:
        """Take the checks in a span back."""
        with self._file.operation(f"Uncheck a sentence of Ex. {article_id}") as operation:
            found = [c.id for c in operation.reader.checked(article_id=article_id) if c.span.overlaps(span)]
            operation.delete("checked", *found)
        return operation.changes


def _coverage(sentences: list[Span], passages: Iterable[Passage], checked: Iterable[Checked], zones: Iterable[Zone]) -> Coverage:
    furniture = [z.span for z in zones if z.kind in FURNITURE]
    return coverage(sentences, [place for p in passages if (place := p.place)], [c.span for c in checked], furniture)
