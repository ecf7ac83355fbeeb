"""Claims: made from a passage or by typing, given a status with its basis, never renumbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from workbench.case.appearances import PLAIN, Attribution, insert_appearance
from workbench.case.claim_view import Cited, ClaimView, claim_views
from workbench.case.merging import Going, merge, refuse_merged, split
from workbench.case.noun import Columns, Noun, as_date, kept, refuse_unknown, with_dates, words
from workbench.case.passages import Mark, drop_unused
from workbench.domain.changes import Changes
from workbench.domain.entities import Claim
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.rules import Facts, Finding, both_parties, refusal, undisputed
from workbench.domain.spans import Span
from workbench.domain.statuses import BASES, Basis, Status, verdict
from workbench.domain.vocabulary import ClaimKind, Confidence, Credibility, Likelihood, Priority
from workbench.storage import Operation

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


class Claims(Noun):
    def views(self, ids: frozenset[int] | None = None) -> list[ClaimView]:
        """All claims, or those named, with meters and warnings; merged ones are left out."""
        return self._views.claims(ids)

    def view(self, claim_id: int) -> ClaimView:
        """One claim. Raises NotFound, and RuleBroken saying where it went when it was merged into another."""
        if found := self.views(frozenset({claim_id})):
            return found[0]
        with self._file.read() as reader:
            refuse_merged(reader.claim(claim_id))
        raise NotFound(f"claim C{claim_id}")

    def all(self) -> list[Claim]:
        """The claims alone, by number: words and statuses of thousands at once."""
        with self._file.read() as reader:
            return reader.claims()

    def cited(self, view: ClaimView) -> Cited:
        """The passages, articles and origins that the appearances and links of a claim point to."""
        return self._views.cited(view)

    def first_place(self, claim_id: int) -> tuple[int, Span] | None:
        """Where a claim was first marked: the article and the words; None where it has no mark."""
        view = self.view(claim_id)
        passages = self.cited(view).passages
        marked = (passages.get(a.passage_id) for a in view.appearances if a.passage_id)
        return next(((passage.article_id, passage.place) for passage in marked if passage and passage.place), None)

    def standing(self, claim_id: int) -> int:
        """The number that a claim goes by now: its own, or that of the claim it was merged into. Raises NotFound."""
        if self.views(frozenset({claim_id})):
            return claim_id
        with self._file.read() as reader:
            return reader.claim(claim_id).merged_into or claim_id

    def foresee(self, claim_id: int, status: Status) -> dict[Basis, Finding | None]:
        """What the rules would say of each basis of a status, were it given to the claim now: what refuses it, else that a side is
        not named or somebody disputes it; None where nothing stands against it."""
        view = self.view(claim_id)
        today = datetime.now(UTC).date()
        trial = replace(view.claim, status=status, override_reason="")
        found: dict[Basis, Finding | None] = {}
        for basis in BASES[status]:
            facts = Facts(replace(trial, basis=basis), view.meter, view.appearances, view.evidence, today)
            found[basis] = refusal(facts) or both_parties(facts) or undisputed(facts)
        return found

    def add(self, text: str, mark: Mark | None = None, attribution: Attribution = PLAIN, decision: Decision | None = None) -> Changes:
        """Make a claim, with its first appearance and its status when they are given. Raises RuleBroken."""
        name = f"{verdict(decision.status, decision.basis).label.title()}: new claim" if decision else "New claim"
        with self._file.operation(name, decision.reason if decision else "") as operation:
            claim_id = insert_claim(operation, text)
            if mark:
                insert_appearance(operation, claim_id, mark, attribution)
            if decision:
                decide(operation, claim_id, decision)
        return operation.changes

    def set_status(self, claim_id: int, decision: Decision) -> Changes:
        """Give a claim its status and basis. Raises RuleBroken when a rule of domain.rules forbids it."""
        word = verdict(decision.status, decision.basis).label.capitalize()
        with self._file.operation(f"{word}: C{claim_id}", decision.reason or decision.override_reason) as operation:
            decide(operation, claim_id, decision)
        return operation.changes

    def edit(self, claim_id: int, **values: str | None) -> Changes:
        """Set fields by name, those of COLUMNS and ASSESSED. Raises RuleBroken for any other and for what is not a term or a day."""
        assessed = {name: value or None for name, value in values.items() if name in ASSESSED}
        columns = _columns({name: value for name, value in values.items() if name not in ASSESSED})
        refuse_unknown(assessed, ASSESSED)
        with self._file.operation(f"Edit C{claim_id}: {', '.join(sorted(name.replace('_', ' ') for name in values))}") as operation:
            refuse_merged(operation.reader.claim(claim_id))
            if columns:
                operation.update("claims", claim_id, **columns)
            if assessed:
                _assess(operation, claim_id, assessed)
        return operation.changes

    def assess(self, claim_id: int, **values: str | None) -> Changes:
        """Set credibility, likelihood or confidence (None or empty takes it back)."""
        refuse_unknown({name: value or None for name, value in values.items()}, ASSESSED)
        with self._file.operation(f"Assess C{claim_id}") as operation:
            refuse_merged(operation.reader.claim(claim_id))
            _assess(operation, claim_id, {name: value or None for name, value in values.items()})
        return operation.changes

    def merge(self, claim_id: int, into: int) -> Changes:
        """Make one claim of two that say the same: everything of the first goes to `into`. The first keeps its number and words,
        leaves the lists, and says where it went. Refused into itself, and when either was merged before (RuleBroken)."""
        with self._file.operation(f"Merge C{claim_id} into C{into}") as operation:
            merge(operation, claim_id, into)
        return operation.changes

    def split(self, claim_id: int, text: str, going: Going) -> Changes:
        """Make a new claim of what a claim says besides; `going` names what goes along. The new one is open and says where it is from."""
        with self._file.operation(f"Split C{claim_id}") as operation:
            split(operation, claim_id, text, going)
        return operation.changes

    def delete(self, claim_id: int) -> Changes:
        """Delete a claim with its appearances and links. Its number is not given again."""
        with self._file.operation(f"Delete C{claim_id}") as operation:
            reader = operation.reader
            reader.claim(claim_id)
            held = {p for a in reader.appearances(claim_id=claim_id) for p in (a.passage_id, a.statement_id)} | {
                e.passage_id for e in reader.evidence(claim_id=claim_id)
            }
            operation.delete("claims", claim_id)
            for passage_id in sorted(p for p in held if p is not None):
                drop_unused(operation, passage_id)
        return operation.changes


def _columns(values: dict[str, str | None]) -> dict[str, str]:
    """Fields of COLUMNS as they are kept. Raises RuleBroken for what is none, no term, no day, or a claim without words."""
    refuse_unknown(values, COLUMNS)
    for name, value in values.items():
        if COLUMNS[name] and not value:
            raise RuleBroken("term", f"A claim needs a {name}.")
    columns = {name: kept(value or "").strip() if name in TEXTS else (value or "").strip() for name, value in values.items()}
    if "text" in columns and not columns["text"]:
        raise RuleBroken("claim", "A claim needs words.")
    return with_dates("claims", columns)


def _assess(operation: Operation, claim_id: int, values: dict[str, str | None]) -> None:
    found = operation.reader.assessments(claim_id=claim_id)
    row = found[claim_id].id if found else operation.insert("assessments", claim_id=claim_id)
    operation.update("assessments", row, **values)


def insert_claim(operation: Operation, text: str) -> int:
    wording = words(text)
    if not wording:
        raise RuleBroken("claim", "A claim needs words.")
    return operation.insert("claims", text=wording, kind=ClaimKind.EVENT, priority=Priority.NORMAL, status=Status.OPEN)


def decide(operation: Operation, claim_id: int, decision: Decision) -> None:
    """Write a status with its basis into a claim. Raises RuleBroken when a rule of domain.rules forbids it."""
    denied = decision.status is Status.DENIED
    refuse_merged(operation.reader.claim(claim_id))
    operation.update(
        "claims", claim_id, status=decision.status, basis=decision.basis, reason=kept(decision.reason).strip(),
        override_reason=kept(decision.override_reason).strip(), denied_by=words(decision.denied_by) if denied else "",
        denied_on=as_date("claims", "denied_on", decision.denied_on) if denied else "",
    )  # fmt: skip
    view = claim_views(operation.reader, frozenset({claim_id}))[0]
    if found := refusal(Facts(view.claim, view.meter, view.appearances, view.evidence, datetime.now(UTC).date())):
        raise RuleBroken(found.rule, found.message)
