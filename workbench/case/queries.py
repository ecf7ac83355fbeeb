"""Queries (discrepancies): two or more passages that do not agree, raised by hand or from a check, settled with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.case.counterparts import Counterpart, counterparts, guess_of
from workbench.case.merging import refuse_merged
from workbench.case.noun import Columns, Noun, kept, refuse_unknown, words
from workbench.case.passages import Mark, drop_unused, keep_passage
from workbench.checks.likely import Likely
from workbench.checks.matter import Matter, Question, matter_of
from workbench.checks.registry import questions
from workbench.domain.changes import Changes
from workbench.domain.entities import Discrepancy, Passage, Zone
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyState, DiscrepancyType, FoundBy, Severity
from workbench.importers.sentences import sentence_spans
from workbench.storage import Operation, Reader

LEAST = 2
TOO_FEW = "A query needs two passages: one word says that something differs, two show it."
COLUMNS: Columns = {"type": DiscrepancyType, "severity": Severity, "summary": None, "claim_id": None}
"""What `edit` may set. A state is set by `resolve` and `reopen` alone."""


@dataclass(frozen=True, slots=True)
class NewQuery:
    """A query as first raised: two marks or more, in one article or in several."""

    type: DiscrepancyType
    severity: Severity
    marks: tuple[Mark, ...]
    summary: str = ""
    claim_id: int | None = None
    found_by: FoundBy = FoundBy.ANALYST


@dataclass(frozen=True, slots=True)
class QueryView:
    """A query with its passages, in the order in which they were put to it."""

    query: Discrepancy
    passages: tuple[Passage, ...]


class Queries(Noun):
    def all(self) -> list[Discrepancy]:
        with self._file.read() as reader:
            return reader.discrepancies()

    def get(self, query_id: int) -> Discrepancy:
        with self._file.read() as reader:
            return reader.discrepancy(query_id)

    def of_claim(self, claim_id: int) -> list[Discrepancy]:
        with self._file.read() as reader:
            return reader.discrepancies(claim_id=claim_id)

    def views(self) -> list[QueryView]:
        """All queries with their passages."""
        with self._file.read() as reader:
            return query_views(reader)

    def in_article(self, article_id: int) -> list[tuple[Discrepancy, Span]]:
        """The queries that point into an article, with each of their places there."""
        with self._file.read() as reader:
            found = query_views(reader)
        return [(view.query, p.span) for view in found for p in view.passages if p.article_id == article_id and p.place]

    def claims_at(self, mark: Mark) -> list[int]:
        """The claims that have a mark on these words, the one with the smallest first."""
        here = Span(mark.start, mark.end)
        with self._file.read() as reader:
            spans = {p.id: p.span for p in reader.passages(article_id=mark.article_id).values() if p.place and p.span.overlaps(here)}
            found = reader.appearances(passage_id=list(spans))
        return list(dict.fromkeys(a.claim_id for a in sorted(found, key=lambda a: _length(spans[a.passage_id or 0]))))

    def counterparts(self, mark: Mark, claim_id: int) -> list[Counterpart]:
        """The passages that a query about these words is most likely held against, the likeliest first."""
        with self._file.read() as reader:
            return counterparts(reader, mark, claim_id) if claim_id else []

    def guess(self, one: Mark, other: Mark, claim_id: int) -> Likely:
        """What two passages most likely disagree in, with why. `claim_id` 0 for none."""
        with self._file.read() as reader:
            return guess_of(reader, one, other, claim_id)

    def add(self, new: NewQuery) -> Changes:
        """Raise a query. Fewer than two different passages are refused (RuleBroken)."""
        with self._file.operation("Raise a query") as operation:
            if new.claim_id is not None:
                refuse_merged(operation.reader.claim(new.claim_id))
            passages = list(dict.fromkeys(keep_passage(operation, mark) for mark in new.marks))
            if len(passages) < LEAST:
                raise RuleBroken("query", TOO_FEW)
            number = operation.insert(
                "discrepancies", type=new.type, severity=new.severity, claim_id=new.claim_id, summary=words(new.summary),
                state=DiscrepancyState.OPEN, found_by=new.found_by, raised_by=self._file.who(),
            )  # fmt: skip
            operation.insert_many("discrepancy_passages", [{"discrepancy_id": number, "passage_id": p} for p in passages])
            about = f" about C{new.claim_id}" if new.claim_id else ""
            operation.name = f"Raise Q{number}{about}: {new.type.label}"
        return operation.changes

    def edit(self, query_id: int, **values: object) -> Changes:
        """Set type, severity, summary or claim_id (None for no claim). Raises RuleBroken."""
        refuse_unknown(values, COLUMNS)
        with self._file.operation(f"Edit Q{query_id}: {', '.join(sorted(n.removesuffix('_id') for n in values))}") as operation:
            reader = operation.reader
            reader.discrepancy(query_id)
            if values.get("claim_id") is not None:
                refuse_merged(reader.claim(int(str(values["claim_id"]))))
            columns = {name: words(value) if type(value) is str else value for name, value in values.items()}
            operation.update("discrepancies", query_id, **columns)
        return operation.changes

    def add_passage(self, query_id: int, mark: Mark, note: str = "") -> Changes:
        """Put a further passage to a query. One that is there already is refused."""
        with self._file.operation(f"Add a passage to Q{query_id}") as operation:
            query = operation.reader.discrepancy(query_id)
            passage_id = keep_passage(operation, mark)
            if any(q.passage_id == passage_id for q in query.passages):
                raise RuleBroken("query", f"That passage is in Q{query_id} already.")
            operation.insert("discrepancy_passages", discrepancy_id=query_id, passage_id=passage_id, note=kept(note).strip())
        return operation.changes

    def remove_passage(self, query_id: int, passage_id: int) -> Changes:
        """Take a passage out of a query; two stay, always."""
        with self._file.operation(f"Take a passage out of Q{query_id}") as operation:
            query = operation.reader.discrepancy(query_id)
            rest = [q for q in query.passages if q.passage_id != passage_id]
            if len(rest) == len(query.passages):
                raise NotFound(f"such passage in Q{query_id}")
            if len(rest) < LEAST:
                raise RuleBroken("query", TOO_FEW)
            operation.delete("discrepancy_passages", *(q.id for q in query.passages if q.passage_id == passage_id))
            drop_unused(operation, passage_id)
        return operation.changes

    def resolve(self, query_id: int, reason: str) -> Changes:
        """Settle a query, with how; the reason prints in the memo. Without one it is refused."""
        why = kept(reason).strip()
        if not why:
            raise RuleBroken("query", "Say how it was settled: the reason prints in the memo.")
        with self._file.operation(f"Resolve Q{query_id}", why) as operation:
            operation.reader.discrepancy(query_id)
            operation.update("discrepancies", query_id, state=DiscrepancyState.RESOLVED, resolution=why)
        return operation.changes

    def reopen(self, query_id: int) -> Changes:
        """Put a settled query back; how it was settled stays in the history alone."""
        with self._file.operation(f"Reopen Q{query_id}") as operation:
            if operation.reader.discrepancy(query_id).state is DiscrepancyState.OPEN:
                raise RuleBroken("query", f"Q{query_id} is open.")
            operation.update("discrepancies", query_id, state=DiscrepancyState.OPEN, resolution="")
        return operation.changes

    def delete(self, query_id: int) -> Changes:
        """Delete a query. Its number is not given again; undo brings it back."""
        with self._file.operation(f"Delete Q{query_id}") as operation:
            _delete(operation, operation.reader.discrepancy(query_id))
        return operation.changes

    def questions(
        self, progress: Callable[[int, int], None] = lambda done, total: None, cancelled: Callable[[], bool] = lambda: False
    ) -> list[Question]:
        """What the checks ask of the case as it is now, without what has been raised already. Takes its time: ask in the background."""
        with self._file.read() as reader:
            matter = read_matter(reader)
            raised = query_views(reader)
        return [q for q in questions(matter, progress, cancelled) if not any(stands_in(q, view) for view in raised)]


def read_matter(reader: Reader) -> Matter:
    """The case as the checks read it."""
    articles = reader.articles()
    zones: dict[int, list[Zone]] = {}
    for zone in reader.zones():
        zones.setdefault(zone.article_id, []).append(zone)
    texts = {a.id: reader.text(a.id) for a in articles}
    grouped = {number: tuple(found) for number, found in zones.items()}
    return matter_of(reader.claims(), reader.appearances(), reader.passages(), articles, texts, grouped, sentence_spans)


def drop_short(operation: Operation) -> None:
    """Delete queries that an article taken out of the case has left with fewer than two passages."""
    for query in operation.reader.discrepancies():
        if len(query.passages) < LEAST:
            _delete(operation, query)


def _delete(operation: Operation, query: Discrepancy) -> None:
    operation.delete("discrepancies", query.id)
    for quotation in query.passages:
        drop_unused(operation, quotation.passage_id)


def query_views(reader: Reader) -> list[QueryView]:
    found = reader.discrepancies()
    passages = reader.passages(id=[q.passage_id for query in found for q in query.passages])
    return [QueryView(query, tuple(passages[q.passage_id] for q in query.passages)) for query in found]


def stands_in(question: Question, view: QueryView) -> bool:
    """Whether a query of the question's type stands on two of its places, or on one of them about the same claim."""
    held = sum(any(p.article_id == q.article_id and p.place and p.span.overlaps(q.span) for p in view.passages) for q in question.places)
    about = question.claim_id is not None and question.claim_id == view.query.claim_id
    return question.type is view.query.type and held >= (1 if about else LEAST)


def _length(span: Span) -> int:
    return span.end - span.start
