"""Claims: made from a passage or by typing, given a status with its basis, never renumbered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.case.appearances import PLAIN, Attribution, insert_appearance
from workbench.case.noun import Columns, Noun, kept, refuse_unknown, words
from workbench.case.passages import Mark, drop_unused
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Assessment, Claim
from workbench.domain.entities import Evidence as Link
from workbench.domain.errors import RuleBroken
from workbench.domain.independence import OriginMeter, origin_meter
from workbench.domain.rules import Finding, check_status, warnings
from workbench.domain.vocabulary import Basis, ClaimKind, Confidence, Credibility, Likelihood, Priority, Status, verdict
from workbench.storage import Operation, Reader

TEXTS = ("text", "would_change", "note", "reason")
COLUMNS: Columns = {
    **dict.fromkeys((*TEXTS, "event_date", "review_on", "as_of")),
    "kind": ClaimKind,
    "priority": Priority,
}
"""What `edit` may set. A status and what its rules ask for is set by `set_status` alone."""
ASSESSED: Columns = {"credibility": Credibility, "likelihood": Likelihood, "confidence": Confidence}


@dataclass(frozen=True, slots=True)
class Decision:
    """A status with its basis and what its rules ask for."""

    status: Status
    basis: Basis | None = None
    reason: str = ""
    override_reason: str = ""
    denied_by: str = ""
    denied_on: str = ""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything that is computed about it, never stored."""

    claim: Claim
    appearances: tuple[Appearance, ...]
    evidence: tuple[Link, ...]
    assessment: Assessment | None
    meter: OriginMeter
    warnings: tuple[Finding, ...]


class Claims(Noun):
    def views(self, ids: frozenset[int] | None = None) -> list[ClaimView]:
        """All claims, or those named, with meters and warnings."""
        with self._file.read() as reader:
            return claim_views(reader, ids)

    def view(self, claim_id: int) -> ClaimView:
        with self._file.read() as reader:
            reader.claim(claim_id)
            return claim_views(reader, frozenset({claim_id}))[0]

    def add(self, text: str, mark: Mark | None = None, attribution: Attribution = PLAIN, decision: Decision | None = None) -> Changes:
        """Make a claim, with its first appearance and its status when they are given. Raises RuleBroken."""
        name = f"{verdict(decision.status, decision.basis).label.title()}: new claim" if decision else "New claim"
        with self._file.operation(name, decision.reason if decision else "") as operation:
            claim_id = insert_claim(operation, text)
            if mark:
                insert_appearance(operation, claim_id, mark, attribution)
            if decision:
                _decide(operation, claim_id, decision)
        return operation.changes

    def set_status(self, claim_id: int, decision: Decision) -> Changes:
        """Give a claim its status and basis. Raises RuleBroken when a rule of domain.rules forbids it."""
        word = verdict(decision.status, decision.basis).label.capitalize()
        with self._file.operation(f"{word}: C{claim_id}", decision.reason or decision.override_reason) as operation:
            _decide(operation, claim_id, decision)
        return operation.changes

    def edit(self, claim_id: int, **values: str) -> Changes:
        """Set fields by name, those of COLUMNS. Raises RuleBroken for any other and for what is not a term or a day."""
        refuse_unknown(values, COLUMNS)
        columns: dict[str, str] = {}
        for name, value in values.items():
            columns[name] = kept(value).strip() if name in TEXTS else value.strip() if type(value) is str else value
        if "text" in columns and not columns["text"]:
            raise RuleBroken("claim", "A claim needs words.")
        for name in {"event_date", "review_on"} & set(columns):
            _check_day(columns[name])
        with self._file.operation(f"Edit C{claim_id}: {', '.join(sorted(name.replace('_', ' ') for name in values))}") as operation:
            operation.update("claims", claim_id, **columns)
        return operation.changes

    def assess(self, claim_id: int, **values: str | None) -> Changes:
        """Set credibility, likelihood or confidence (None or empty takes it back)."""
        refuse_unknown({name: value or None for name, value in values.items()}, ASSESSED)
        with self._file.operation(f"Assess C{claim_id}") as operation:
            Reader(operation.connection).claim(claim_id)
            found = Reader(operation.connection).assessments(claim_id=claim_id)
            row = found[claim_id].id if found else operation.insert("assessments", claim_id=claim_id)
            operation.update("assessments", row, **{name: value or None for name, value in values.items()})
        return operation.changes

    def delete(self, claim_id: int) -> Changes:
        """Delete a claim with its appearances and links. Its number is not given again."""
        with self._file.operation(f"Delete C{claim_id}") as operation:
            reader = Reader(operation.connection)
            held = {a.passage_id for a in reader.appearances(claim_id=claim_id)} | {
                e.passage_id for e in reader.evidence(claim_id=claim_id)
            }
            operation.delete("claims", claim_id)
            for passage_id in sorted(p for p in held if p is not None):
                drop_unused(operation, passage_id)
        return operation.changes


def claim_views(reader: Reader, ids: frozenset[int] | None = None) -> list[ClaimView]:
    """Views of all claims, or of those named, from one reading of each table."""
    owner = {} if ids is None else {"claim_id": ids}
    origins = reader.origins()
    appearances: dict[int, list[Appearance]] = {}
    for appearance in reader.appearances(**owner):
        appearances.setdefault(appearance.claim_id, []).append(appearance)
    links: dict[int, list[Link]] = {}
    for link in reader.evidence(**owner):
        links.setdefault(link.claim_id, []).append(link)
    assessments = reader.assessments(**owner)
    today = datetime.now(UTC).date()
    views = []
    for claim in reader.claims(ids):
        mine, linked = appearances.get(claim.id, []), links.get(claim.id, [])
        meter = origin_meter(mine, origins, linked)
        found = warnings(claim, meter, mine, linked, today)
        views.append(ClaimView(claim, tuple(mine), tuple(linked), assessments.get(claim.id), meter, tuple(found)))
    return views


def insert_claim(operation: Operation, text: str) -> int:
    wording = words(text)
    if not wording:
        raise RuleBroken("claim", "A claim needs words.")
    return operation.insert("claims", text=wording, kind=ClaimKind.EVENT, priority=Priority.NORMAL, status=Status.OPEN)


def _decide(operation: Operation, claim_id: int, decision: Decision) -> None:
    denied = decision.status is Status.DENIED
    if decision.denied_on:
        _check_day(decision.denied_on)
    operation.update(
        "claims", claim_id, status=decision.status, basis=decision.basis, reason=kept(decision.reason).strip(),
        override_reason=kept(decision.override_reason).strip(), denied_by=words(decision.denied_by) if denied else "",
        denied_on=decision.denied_on.strip() if denied else "",
    )  # fmt: skip
    reader = Reader(operation.connection)
    view = claim_views(reader, frozenset({claim_id}))[0]
    check_status(view.claim, view.meter, view.appearances, view.evidence, datetime.now(UTC).date())


def _check_day(value: str) -> None:
    """Refuse what is not a day (YYYY-MM-DD) or empty."""
    try:
        if value:
            datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise RuleBroken("date", f"“{value}” is not a day. Write it as 2024-10-21.") from error
