"""Two claims that say one thing become one; one that says two things becomes two. Numbers and history are kept."""

from __future__ import annotations

from dataclasses import dataclass, fields

from workbench.case.noun import TRANSLATION, words
from workbench.domain.entities import Appearance, Claim
from workbench.domain.entities import Evidence as Link
from workbench.domain.errors import RuleBroken
from workbench.domain.records import Review
from workbench.domain.signing import same_person
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import ReviewVerdict
from workbench.storage import Operation, Reader

FILLED = ("attributed_to", "verb", "hedge", "via", "origin_id", "origin_basis", "statement_id", *TRANSLATION)
"""What a passage marked for both claims takes over from the one that goes, where its own field is empty."""


@dataclass(frozen=True, slots=True)
class Going:
    """What goes along to the new claim of a split. `shared` appearances say both things and stay with the old claim too."""

    appearances: frozenset[int] = frozenset()
    shared: frozenset[int] = frozenset()
    evidence: frozenset[int] = frozenset()


def merge(operation: Operation, claim_id: int, into: int) -> None:
    """Move everything of a claim to another one; the first keeps its number and words alone."""
    reader = operation.reader
    gone, kept = reader.claim(claim_id), reader.claim(into)
    _refuse(gone, kept)
    _merge_appearances(operation, reader, gone.id, kept.id)
    _merge_links(operation, reader, gone.id, kept.id)
    for query in reader.discrepancies(claim_id=gone.id):
        operation.update("discrepancies", query.id, claim_id=kept.id)
    for review in reader.reviews(claim_id=gone.id):
        operation.update("reviews", review.id, claim_id=kept.id)
    _keep_gravest(operation, [r for r in reader.reviews(claim_id=kept.id) if r.appearance_id is None and r.evidence_id is None])
    _merge_assessments(operation, reader, gone.id, kept.id)
    for other in reader.claims(merged=True):
        if other.merged_into == gone.id:
            operation.update("claims", other.id, merged_into=kept.id)
        elif other.split_from == gone.id and other.id != kept.id:
            operation.update("claims", other.id, split_from=kept.id)
    blank = dict.fromkeys(("denied_by", "denied_on", "reason", "override_reason", "would_change", "review_on"), "")
    operation.update("claims", gone.id, merged_into=kept.id, status=Status.OPEN, basis=None, **blank)
    if gone.note:
        operation.update("claims", kept.id, note="\n".join(filter(None, (kept.note, f"{gone.number}: {gone.note}"))))
        operation.update("claims", gone.id, note="")


def split(operation: Operation, claim_id: int, text: str, going: Going) -> int:
    """Make a claim of a part of another one and let what is named go along; returns the new number."""
    reader = operation.reader
    claim = reader.claim(claim_id)
    refuse_merged(claim)
    wording = words(text)
    if not wording:
        raise RuleBroken("claim", "A claim needs words.")
    mine = {a.id: a for a in reader.appearances(claim_id=claim_id)}
    links = {e.id for e in reader.evidence(claim_id=claim_id)}
    if not (going.appearances | going.shared) <= mine.keys() or not going.evidence <= links:
        raise RuleBroken("claim", f"What goes along has to belong to C{claim_id}.")
    made = operation.insert(
        "claims", text=wording, kind=claim.kind, priority=claim.priority, event_date=claim.event_date, status=Status.OPEN,
        split_from=claim_id,
    )  # fmt: skip
    for appearance_id in sorted(going.appearances - going.shared):
        operation.update("appearances", appearance_id, claim_id=made)
        reviews_follow(operation, reader, made, appearance_id=appearance_id)
    for appearance_id in sorted(going.shared):
        operation.insert("appearances", **_columns(mine[appearance_id]) | {"claim_id": made})
    for link_id in sorted(going.evidence):
        operation.update("evidence", link_id, claim_id=made)
        reviews_follow(operation, reader, made, evidence_id=link_id)
    return made


def refuse_merged(claim: Claim) -> None:
    """Raise RuleBroken for a claim that was merged into another: what is meant for it belongs there."""
    if claim.merged_into is not None:
        raise RuleBroken("merged", f"{claim.number} was merged into C{claim.merged_into}.")


def _refuse(gone: Claim, kept: Claim) -> None:
    if gone.id == kept.id:
        raise RuleBroken("merged", "A claim cannot be merged into itself.")
    refuse_merged(gone)
    refuse_merged(kept)


def _merge_appearances(operation: Operation, reader: Reader, gone: int, kept: int) -> None:
    """The same passage marked for both becomes one; "not mentioned" gives way where the other claim has a passage."""
    there = reader.appearances(claim_id=kept)
    by_passage = {a.passage_id: a for a in there if a.passage_id}
    coming = reader.appearances(claim_id=gone)
    has_passage = {a.article_id for a in (*there, *coming) if a.passage_id}
    absent = {a.article_id for a in there if a.passage_id is None}
    for row in there:
        if row.passage_id is None and row.article_id in has_passage:
            operation.delete("appearances", row.id)
    for row in coming:
        twin = by_passage.get(row.passage_id) if row.passage_id else None
        if twin:
            operation.update("appearances", twin.id, **_missing(twin, row))
            for review in reader.reviews(appearance_id=row.id):
                operation.update("reviews", review.id, appearance_id=twin.id)
            _keep_gravest(operation, reader.reviews(appearance_id=twin.id))
            operation.delete("appearances", row.id)
        elif row.passage_id is None and (row.article_id in has_passage or row.article_id in absent):
            operation.delete("appearances", row.id)
        else:
            operation.update("appearances", row.id, claim_id=kept)


def _missing(twin: Appearance, other: Appearance) -> dict[str, object]:
    """The fields that the one lacks and the other has; an origin goes with its basis and with the words that state it."""
    found = {name: getattr(other, name) for name in FILLED if not getattr(twin, name) and getattr(other, name)}
    if twin.origin_id is not None:
        found.pop("origin_basis", None)
        found.pop("statement_id", None)
    if twin.translation:
        found = {name: value for name, value in found.items() if not name.startswith("translat")}
    return found


def _merge_links(operation: Operation, reader: Reader, gone: int, kept: int) -> None:
    """The same link twice becomes one, if what was judged of the two can be said of one; else both stay."""
    there = {_target(link): link for link in reader.evidence(claim_id=kept)}
    for link in reader.evidence(claim_id=gone):
        twin = there.get(_target(link))
        if twin and (lacking := _lacking(twin, link)) is not None:
            operation.update("evidence", twin.id, **lacking)
            for review in reader.reviews(evidence_id=link.id):
                operation.update("reviews", review.id, evidence_id=twin.id)
            _keep_gravest(operation, reader.reviews(evidence_id=twin.id))
            operation.delete("evidence", link.id)
        else:
            operation.update("evidence", link.id, claim_id=kept)


def _target(link: Link) -> tuple[object, ...]:
    return (link.relation, link.passage_id, link.article_id, link.url, link.note, link.document_sha256, link.name, link.dated)


def _lacking(twin: Link, other: Link) -> dict[str, object] | None:
    """The origin and the judgement of independence that the one lacks and the other has; None where they contradict each other."""
    found: dict[str, object] = {}
    for names in (("origin_id",), ("independent", "independent_reason")):
        theirs, mine = ([getattr(link, name) for name in names] for link in (other, twin))
        if theirs[0] is None or theirs == mine:
            continue
        if mine[0] is not None and mine[0] != theirs[0]:
            return None
        if mine[0] is None:
            found |= dict(zip(names, theirs, strict=True))
    if found.get("independent") is not None:
        found["independent"] = int(bool(found["independent"]))
    return found


def _merge_assessments(operation: Operation, reader: Reader, gone: int, kept: int) -> None:
    found = reader.assessments(claim_id=[gone, kept])
    if gone in found and kept not in found:
        operation.update("assessments", found[gone].id, claim_id=kept)
    elif gone in found:
        operation.delete("assessments", found[gone].id)


def _keep_gravest(operation: Operation, said: list[Review]) -> None:
    """Of what one checker said of two things that are one now, a query stands before agreement, else the last word."""
    for review in said:
        same = [r for r in said if same_person(r.checker, review.checker)]
        if review is not max(same, key=lambda r: (r.verdict is ReviewVerdict.QUERIES, r.id)):
            operation.delete("reviews", review.id)


def reviews_follow(operation: Operation, reader: Reader, claim_id: int, **citation: int) -> None:
    """What the checker said of a citation goes with it."""
    for review in reader.reviews(**citation):
        operation.update("reviews", review.id, claim_id=claim_id)


def _columns(appearance: Appearance) -> dict[str, object]:
    return {f.name: getattr(appearance, f.name) for f in fields(appearance) if f.name != "id"}
