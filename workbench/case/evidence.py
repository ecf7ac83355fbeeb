"""Evidence: links that back or break a claim, to a passage, an article, a web address or a note of a call or document."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.case.noun import Columns, Noun, kept, refuse_unknown, words
from workbench.case.origins import origin_named
from workbench.case.passages import Mark, drop_unused, keep_passage
from workbench.domain.changes import Changes
from workbench.domain.entities import Evidence as Link
from workbench.domain.errors import RuleBroken
from workbench.domain.vocabulary import Relation
from workbench.storage import Operation, Reader


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link as first made. At least one target: a mark, an article, a URL or a note."""

    relation: Relation
    mark: Mark | None = None
    article_id: int | None = None
    url: str = ""
    note: str = ""
    origin: str = ""
    origin_id: int | None = None
    independent: bool | None = None
    independent_reason: str = ""


COLUMNS: Columns = {
    **dict.fromkeys(("url", "note", "origin", "origin_id", "independent", "independent_reason")),
    "relation": Relation,
}
"""What `edit` may set."""


class Evidence(Noun):
    def of(self, claim_id: int) -> list[Link]:
        with self._file.read() as reader:
            return reader.evidence(claim_id=claim_id)

    def add(self, claim_id: int, link: NewLink) -> Changes:
        """Link a source to a claim. A link without a target is refused."""
        with self._file.operation(f"Link evidence that {link.relation.label} C{claim_id}") as operation:
            insert_link(operation, claim_id, link)
        return operation.changes

    def edit(self, evidence_id: int, **values: object) -> Changes:
        """Set fields of COLUMNS by name; `origin` takes a name and makes the origin when it is new. Raises RuleBroken."""
        refuse_unknown(values, COLUMNS)
        with self._file.read() as reader:
            claim_id = reader.evidence_link(evidence_id).claim_id
        with self._file.operation(f"Edit evidence of C{claim_id}") as operation:
            if "origin" in values:
                values["origin_id"] = origin_named(operation, str(values.pop("origin")))
            if values.get("independent") is not None:
                values["independent"] = int(bool(values["independent"]))
            operation.update("evidence", evidence_id, **{k: kept(v) if type(v) is str else v for k, v in values.items()})
            link = Reader(operation.connection).evidence_link(evidence_id)
            _refuse_empty(link.passage_id or link.article_id, link.url, link.note)
        return operation.changes

    def delete(self, evidence_id: int) -> Changes:
        with self._file.read() as reader:
            link = reader.evidence_link(evidence_id)
        with self._file.operation(f"Unlink evidence of C{link.claim_id}") as operation:
            operation.delete("evidence", evidence_id)
            drop_unused(operation, link.passage_id)
        return operation.changes


def insert_link(operation: Operation, claim_id: int, link: NewLink) -> int:
    reader = Reader(operation.connection)
    reader.claim(claim_id)
    url, note = words(link.url), kept(link.note).strip()
    _refuse_empty(link.mark or link.article_id, url, note)
    passage_id = keep_passage(operation, link.mark) if link.mark else None
    if passage_id and reader.evidence(claim_id=claim_id, passage_id=passage_id, relation=link.relation):
        raise RuleBroken("evidence", f"That passage is linked to C{claim_id} already.")
    return operation.insert(
        "evidence", claim_id=claim_id, relation=link.relation, passage_id=passage_id,
        article_id=link.mark.article_id if link.mark else link.article_id, url=url, note=note,
        origin_id=link.origin_id or origin_named(operation, link.origin),
        independent=None if link.independent is None else int(link.independent), independent_reason=words(link.independent_reason),
    )  # fmt: skip


def _refuse_empty(target: object, url: str, note: str) -> None:
    if not (target or url or note):
        raise RuleBroken("evidence", "Evidence needs a passage, an article, a web address or a note.")
    if url and not url.startswith(("http://", "https://")):
        raise RuleBroken("evidence", "A web address starts with http:// or https://.")
