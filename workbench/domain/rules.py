"""The desk's rules for a status, by name, each with an explanation a person can read.

`must_hold` rules refuse a status (they are about what is missing); `warnings` stand beside a claim and never decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.entities import Appearance, Claim, Evidence
from workbench.domain.errors import RuleBroken
from workbench.domain.independence import OriginMeter
from workbench.domain.vocabulary import BASES, Basis, ClaimKind, Relation, Stance, Status

SINGLE_SUFFICES = frozenset(
    {
        Basis.BOTH_PARTIES_ON_RECORD,
        Basis.FIRST_HAND,
        Basis.PUBLIC_DOCUMENT,
        Basis.OWN_WORDS,
        Basis.UNDISPUTED_PARTY_ACCOUNT,
    }
)
"""Bases that confirm without two independent roots (invariant 3)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A named rule that is not met, with the reason in words."""

    rule: str
    message: str


def two_origin_finding(basis: Basis | None, meter: OriginMeter) -> Finding | None:
    """Invariant 3: independent corroboration needs two roots. Returns the warning, or None when it holds."""
    if basis in SINGLE_SUFFICES or len(meter.roots) >= 2:
        return None
    if not meter.articles:
        return Finding("two-origin", "No article that carries this claim has an origin yet. Two independent origins are asked for.")
    if not meter.roots:
        return Finding("two-origin", "Nobody has said yet where the articles have this from. Two independent origins are asked for.")
    what = "article rests" if meter.articles == 1 else "articles rest"
    return Finding("two-origin", f"{meter.articles} {what} on one origin. Two independent origins are asked for before “confirmed”.")


def check_status(claim: Claim, meter: OriginMeter, appearances: Sequence[Appearance], evidence: Sequence[Evidence], today: date) -> None:
    """Raise RuleBroken if the claim's status may not stand as entered (invariants 3, 4 and 6)."""
    _check_basis(claim)
    if claim.status is Status.CONFIRMED:
        _check_date(claim, today)
        finding = two_origin_finding(claim.basis, meter)
        if finding and not claim.override_reason.strip():
            raise RuleBroken(finding.rule, f"{finding.message} Give a reason to override; it will be printed.")
    if claim.status is Status.DENIED:
        _check_denial(claim, appearances, evidence)


def _check_basis(claim: Claim) -> None:
    if claim.status is Status.OPEN:
        if claim.basis is not None:
            raise RuleBroken("basis", "An open claim has no basis.")
    elif claim.basis not in BASES[claim.status]:
        raise RuleBroken("basis", f"“{claim.status.label}” needs a basis from its own list.")


def _check_date(claim: Claim, today: date) -> None:
    if claim.kind not in (ClaimKind.PLAN, ClaimKind.PREDICTION) or not claim.event_date:
        return
    if claim.event_date[:10] > today.isoformat():
        raise RuleBroken("forecast", f"{claim.number} is a {claim.kind.label} for {claim.event_date}: it cannot be confirmed before then.")


def _check_denial(claim: Claim, appearances: Sequence[Appearance], evidence: Sequence[Evidence]) -> None:
    against = any(e.relation is Relation.CONTRADICTS for e in evidence)
    if claim.basis is Basis.CONTRADICTED:
        if not against:
            raise RuleBroken("refutation", "“Contradicted by evidence” needs a link that contradicts the claim. Link it first (E, then −).")
        return
    if not claim.denied_by.strip() or not claim.denied_on.strip():
        raise RuleBroken("denial", "“Party denial” needs who denied it and when.")
    if not against and not any(a.stance is Stance.DENIES for a in appearances):
        raise RuleBroken("denial", "“Party denial” needs the denying passage or link: mark it with the stance “denies”.")


def warnings(
    claim: Claim, meter: OriginMeter, appearances: Sequence[Appearance], evidence: Sequence[Evidence], today: date
) -> list[Finding]:
    """What stands beside a claim as a warning: rules overridden, no longer met, or worth knowing."""
    found: list[Finding] = []
    single = two_origin_finding(claim.basis, meter)
    if single and claim.status is not Status.DENIED and meter.articles:
        found.append(single)
    try:
        check_status(claim, meter, appearances, evidence, today)
    except RuleBroken as broken:
        if broken.rule != "two-origin":
            found.append(Finding(broken.rule, broken.message))
    if claim.override_reason and claim.status is Status.CONFIRMED:
        found.append(Finding("override", f"Confirmed by override: {claim.override_reason}"))
    if claim.review_on and claim.review_on[:10] <= today.isoformat():
        found.append(Finding("review", f"To look at again since {claim.review_on[:10]}."))
    return found
