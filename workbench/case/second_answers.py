"""Taking a colleague's verdicts into our case, claim by claim, through the same rules as our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from workbench.case.claim_view import ClaimView
from workbench.case.claims import Decision, decide, insert_claim
from workbench.case.merging import refuse_merged
from workbench.case.noun import TRANSLATION
from workbench.case.origins import NewOrigin, insert_origin, known_as
from workbench.case.passages import Mark, keep_passage
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Claim, Evidence, Origin, Passage
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.independence import derivation
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import Stance
from workbench.storage import CaseFile, Operation
from workbench.storage.second import Given


@dataclass(frozen=True, slots=True)
class Theirs:
    """A colleague's answer, read whole: what was given, what is there now, and what taking it needs. `texts` are SHA-256 by article
    id; `documents` the bytes, by SHA-256, of documents that the colleague added as evidence."""

    colleague: str
    given: Given
    views: tuple[ClaimView, ...]
    passages: Mapping[int, Passage]
    origins: Mapping[int, Origin]
    texts: Mapping[int, str]
    documents: Mapping[str, bytes]


def take_theirs(file: CaseFile, theirs: Theirs, wanted: Mapping[int, int | None]) -> tuple[Changes, tuple[str, ...]]:
    """Take claims of theirs, each into the claim of ours named beside it, or as a new one. Returns what was refused, in words."""
    views = {view.claim.id: view for view in theirs.views}
    refused: list[str] = []
    names = ", ".join(f"C{ours or number}" for number, ours in wanted.items())
    with file.operation(f"Take from a second pair of eyes: {names}", f"from {_who(theirs.colleague)}") as operation:
        for number, ours in wanted.items():
            try:
                with operation.part():
                    _take(operation, theirs, views[number], ours)
            except (RuleBroken, NotFound) as broken:
                refused.append(f"C{ours or number} stays as it was: {broken}")
    return operation.changes, tuple(refused)


def keep_ours(file: CaseFile, colleague: str, theirs: Mapping[int, ClaimView]) -> Changes:
    """Note on each claim of ours what theirs was, and that ours was kept."""
    names = ", ".join(f"C{number}" for number in theirs)
    day = datetime.now(UTC).date().isoformat()
    with file.operation(f"Keep ours against a second pair of eyes: {names}", f"against {_who(colleague)}") as operation:
        reader = operation.reader
        for number, view in theirs.items():
            said = f"Second pair of eyes, {_who(colleague)}, {day}: {verdict_words(view.claim)}. Ours was kept."
            claim = reader.claim(number)
            refuse_merged(claim)
            note = claim.note
            operation.update("claims", number, note=f"{note}\n{said}" if note else said)
    return operation.changes


def verdict_words(claim: Claim) -> str:
    """A status with its basis and what stands behind it, in one line."""
    words = claim.verdict.label.lower() + (f", {claim.basis.label}" if claim.basis else "")
    words += f" by {claim.denied_by} on {claim.denied_on}" if claim.denied_by else ""
    return words + (f" ({claim.reason.rstrip('.')})" if claim.reason else "")


def _who(colleague: str) -> str:
    return colleague or "a colleague"


def _take(operation: Operation, theirs: Theirs, view: ClaimView, ours: int | None) -> None:
    claim = view.claim
    claim_id = operation.reader.claim(ours).id if ours else insert_claim(operation, claim.text)
    given = theirs.given.claims.get(claim.id, {}) if ours else {}
    own = {"text": claim.text, "kind": claim.kind, "event_date": claim.event_date, "would_change": claim.would_change}
    operation.update("claims", claim_id, **{name: value for name, value in own.items() if value and value != given.get(name)})
    for found in view.appearances:
        if not ours or (found.id, claim.id) not in theirs.given.appearances:
            _appearance(operation, theirs, found, claim_id)
    for link in view.evidence:
        if not ours or (link.id, claim.id) not in theirs.given.evidence:
            _link(operation, theirs, link, claim_id)
    if judged := view.assessment:
        values = {name: getattr(judged, name) for name in ("credibility", "likelihood", "confidence")}
        row = operation.reader.assessments(claim_id=claim_id).get(claim_id)
        operation.update("assessments", row.id if row else operation.insert("assessments", claim_id=claim_id), **values)
    said = Decision(claim.status, claim.basis, claim.reason, claim.override_reason, claim.denied_by, claim.denied_on)
    if claim.status is Status.OPEN:  # not answered: that takes no answer of ours away
        now = operation.reader.claim(claim_id)
        said = Decision(now.status, now.basis, now.reason, now.override_reason, now.denied_by, now.denied_on)
    decide(operation, claim_id, said)


def _passage(operation: Operation, theirs: Theirs, passage_id: int) -> int:
    """Our passage at the place of theirs. Raises RuleBroken where our article has another text, or is not there."""
    passage = theirs.passages[passage_id]
    reader = operation.reader
    article = passage.article_id
    if passage.place is None:
        raise RuleBroken("passage", f"it rests on words that are no longer in the text of Ex. {article}.")
    if article not in reader.article_ids() or reader.text_sha256(article) != theirs.texts[article]:
        raise RuleBroken("passage", f"it rests on a passage of Ex. {article}, which is not here as it was there.")
    return keep_passage(operation, Mark(article, passage.anchor.start, passage.anchor.end))


def _appearance(operation: Operation, theirs: Theirs, found: Appearance, claim_id: int) -> None:
    """Add an appearance of theirs, unless the passage is an appearance of the claim already."""
    reader = operation.reader
    passage = _passage(operation, theirs, found.passage_id) if found.passage_id else None
    there = reader.appearances(claim_id=claim_id, article_id=found.article_id)
    if any(a.passage_id == passage for a in there) or (passage is None and there) or found.article_id not in reader.article_ids():
        return
    operation.delete_where("appearances", claim_id=claim_id, article_id=found.article_id, stance=Stance.NOT_MENTIONED)
    said = {name: getattr(found, name) for name in ("article_id", "stance", "attributed_to", "verb", "hedge", "via", "origin_basis")}
    said |= {name: getattr(found, name) for name in ("looked_by", "looked_at", "looked_for", *TRANSLATION)}
    statement = _passage(operation, theirs, found.statement_id) if found.statement_id else None
    origin = _origin(operation, theirs, found.origin_id)
    operation.insert("appearances", claim_id=claim_id, passage_id=passage, origin_id=origin, statement_id=statement, **said)


def _link(operation: Operation, theirs: Theirs, link: Evidence, claim_id: int) -> None:
    """Add a link of theirs, with its document, unless the same one is there."""
    passage = _passage(operation, theirs, link.passage_id) if link.passage_id else None
    if link.article_id and link.article_id not in operation.reader.article_ids():
        raise RuleBroken("evidence", f"it rests on Ex. {link.article_id}, which is not here any more.")
    names = ("relation", "article_id", "url", "note", "independent_reason", "name", "media_type", "document_sha256", "dated")
    said = {name: getattr(link, name) for name in names}
    there = operation.reader.evidence(claim_id=claim_id)
    if any(all(getattr(e, n) == v for n, v in said.items()) and e.passage_id == passage for e in there):
        return
    if link.document_sha256:
        operation.keep("originals", sha256=link.document_sha256, bytes=theirs.documents[link.document_sha256])
    judged = None if link.independent is None else int(link.independent)
    origin = _origin(operation, theirs, link.origin_id)
    operation.insert("evidence", claim_id=claim_id, passage_id=passage, origin_id=origin, independent=judged, **said)


def _origin(operation: Operation, theirs: Theirs, origin_id: int | None) -> int | None:
    """Our origin of that name or number, or theirs brought in with what it derives from."""
    if origin_id is None or origin_id not in theirs.origins:
        return None
    parent: int | None = None
    ours = operation.reader.origins()
    for each in reversed(derivation(origin_id, theirs.origins)):  # no recursion: a chain may be as long as it likes
        origin = theirs.origins[each]
        known = known_as(ours, origin.name) or (ours.get(each) if each in theirs.given.origins else None)
        if known is None:
            new = NewOrigin(origin.name, origin.kind, origin.reliability, origin.interest, origin.anonymous, parent)
            made = insert_origin(operation, new, ours)
            known = ours[made] = replace(origin, id=made, derives_from=parent, aliases=())
        parent = known.id
    return parent
