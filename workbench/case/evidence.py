"""Evidence: links that back or break a claim, to a passage, an article, a web address, a document kept here, or a note of a call."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from workbench.case.documents import Document
from workbench.case.merging import refuse_merged
from workbench.case.noun import Columns, Noun, as_date, kept, refuse_unknown, with_dates, words
from workbench.case.origins import origin_named
from workbench.case.passages import Mark, drop_unused, keep_passage
from workbench.domain.changes import Changes
from workbench.domain.entities import Evidence as Link
from workbench.domain.errors import DamagedCase, RuleBroken
from workbench.domain.vocabulary import Relation
from workbench.storage import Operation


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link as first made. At least one target: a mark, an article, a URL, a document or a note.

    For a call `name` is with whom, `dated` the day and `note` what was said; a document brings its own name.
    """

    relation: Relation
    mark: Mark | None = None
    article_id: int | None = None
    url: str = ""
    note: str = ""
    origin: str = ""
    origin_id: int | None = None
    independent: bool | None = None
    independent_reason: str = ""
    name: str = ""
    dated: str = ""
    document: Document | None = None


COLUMNS: Columns = {
    **dict.fromkeys(("url", "note", "name", "dated", "origin", "origin_id", "independent", "independent_reason")),
    "relation": Relation,
}
"""What `edit` may set."""


class Evidence(Noun):
    def get(self, evidence_id: int) -> Link:
        """One link. Raises NotFound."""
        with self._file.read() as reader:
            return reader.evidence_link(evidence_id)

    def of(self, claim_id: int) -> list[Link]:
        with self._file.read() as reader:
            return reader.evidence(claim_id=claim_id)

    def add(self, claim_id: int, link: NewLink) -> Changes:
        """Link a source to a claim. Raises RuleBroken without a target, and for an independence judged without a reason."""
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
                values["origin_id"] = origin_named(operation, str(values.pop("origin") or ""))
            if values.get("independent") is not None:
                values["independent"] = int(bool(values["independent"]))
            columns = {k: kept(v).strip() if type(v) is str else v for k, v in values.items()}
            operation.update("evidence", evidence_id, **with_dates("evidence", columns))
            link = operation.reader.evidence_link(evidence_id)
            _refuse_empty(link.passage_id or link.article_id or link.document_sha256, link.url, link.note)
            _refuse_unreasoned(link.independent, link.independent_reason)
            same = {"claim_id": claim_id, "passage_id": link.passage_id, "relation": link.relation}
            if link.passage_id and len(operation.reader.evidence(**same)) > 1:
                raise RuleBroken("evidence", f"That passage is linked to C{claim_id} already.")
        return operation.changes

    def document(self, evidence_id: int) -> tuple[Link, bytes]:
        """A linked document: its link and its bytes, hashed again. Raises RuleBroken for a link that has none, DamagedCase for
        bytes that are not those that were linked."""
        with self._file.read() as reader:
            link = reader.evidence_link(evidence_id)
            if link.document_sha256 is None:
                raise RuleBroken("evidence", "This link has no document.")
            data = reader.original(link.document_sha256)
        if hashlib.sha256(data).hexdigest() != link.document_sha256:
            raise DamagedCase(self._file.path, f"the document “{link.name}” no longer matches its SHA-256")
        return link, data

    def delete(self, evidence_id: int) -> Changes:
        """Unlink. A document's bytes stay in the case file, so that undo brings it back."""
        with self._file.read() as reader:
            link = reader.evidence_link(evidence_id)
        with self._file.operation(f"Unlink evidence of C{link.claim_id}") as operation:
            operation.delete("evidence", evidence_id)
            drop_unused(operation, link.passage_id)
        return operation.changes


def insert_link(operation: Operation, claim_id: int, link: NewLink) -> int:
    reader = operation.reader
    refuse_merged(reader.claim(claim_id))
    url, note, document = words(link.url), kept(link.note).strip(), link.document
    _refuse_empty(link.mark or link.article_id or document, url, note)
    _refuse_unreasoned(link.independent, link.independent_reason)
    passage_id = keep_passage(operation, link.mark) if link.mark else None
    if passage_id and reader.evidence(claim_id=claim_id, passage_id=passage_id, relation=link.relation):
        raise RuleBroken("evidence", f"That passage is linked to C{claim_id} already.")
    if document and reader.evidence(claim_id=claim_id, document_sha256=document.sha256):
        raise RuleBroken("evidence", f"That document is linked to C{claim_id} already.")
    if document:
        operation.keep("originals", sha256=document.sha256, bytes=document.data)
    return operation.insert(
        "evidence", claim_id=claim_id, relation=link.relation, passage_id=passage_id,
        article_id=link.mark.article_id if link.mark else link.article_id, url=url, note=note,
        name=document.name if document else words(link.name), media_type=document.media_type if document else "",
        document_sha256=document.sha256 if document else None, dated=as_date("evidence", "dated", link.dated),
        origin_id=link.origin_id or origin_named(operation, link.origin),
        independent=None if link.independent is None else int(link.independent), independent_reason=words(link.independent_reason),
    )  # fmt: skip


def _refuse_empty(target: object, url: str, note: str) -> None:
    if not (target or url or note):
        raise RuleBroken("evidence", "Evidence needs a passage, an article, a web address, a document or a note.")
    if url and not url.startswith(("http://", "https://")):
        raise RuleBroken("evidence", "A web address starts with http:// or https://.")


def _refuse_unreasoned(independent: bool | None, reason: str) -> None:
    """Independence counts as an origin of its own (invariant 5), so it is never ticked: it is judged, with a reason."""
    if independent is not None and not reason.strip():
        raise RuleBroken("independence", f"Say why it is {'' if independent else 'not '}independent.")
