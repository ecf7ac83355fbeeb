"""What hangs on what: which claims lose their ground if one origin falls, and where one more origin would do most.

Both are computed by the rules that a status must hold to (domain.rules), never by a count of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.entities import Appearance, Claim, Evidence, Origin
from workbench.domain.independence import origin_meter, root_of
from workbench.domain.rules import Facts, Finding, refusal
from workbench.domain.statuses import Basis, Status

ONE_ORIGIN = (Basis.SINGLE_ORIGIN, Basis.SINGLE_ANONYMOUS_ORIGIN)
NOTHING_LEFT = Finding("ground", "No other origin stands behind it.")


@dataclass(frozen=True, slots=True)
class Support:
    """A claim with what it rests on."""

    claim: Claim
    appearances: tuple[Appearance, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dependence:
    """One first-hand origin: `carries` the claims that rest on it; `falls` those whose status would no longer hold without it, with the
    rule that says so; `waiting` those that are unconfirmed for want of a second origin beside it."""

    origin: Origin
    carries: tuple[Claim, ...]
    falls: tuple[tuple[Claim, Finding], ...]
    waiting: tuple[Claim, ...]


def without(support: Support, root: int, origins: Mapping[int, Origin]) -> Support:
    """A claim as if an origin, and all that derives from it, had never been: its passages and links lose their origin."""
    gone = {each for each in origins if root_of(each, origins) == root}
    appearances = tuple(replace(a, origin_id=None) if a.origin_id in gone else a for a in support.appearances)
    evidence = tuple(e for e in support.evidence if e.origin_id not in gone)
    return Support(support.claim, appearances, evidence)


def dependences(
    supports: Sequence[Support], origins: Mapping[int, Origin], today: date, articles: Collection[int] = ()
) -> list[Dependence]:
    """Every root that a claim rests on, those first by whose fall most claims lose their status, then those that most claims rest on."""
    resting: dict[int, list[Support]] = {}
    for support in supports:
        for root in sorted(_roots(support, origins)):
            if root in origins:
                resting.setdefault(root, []).append(support)
    found = [_dependence(origins[root], mine, origins, today, articles) for root, mine in resting.items()]
    return sorted(found, key=lambda d: (-len(d.falls), -len(d.waiting), -len(d.carries), d.origin.id))


def _roots(support: Support, origins: Mapping[int, Origin]) -> frozenset[int]:
    return origin_meter(support.appearances, origins, support.evidence).roots


def _dependence(
    origin: Origin, supports: Iterable[Support], origins: Mapping[int, Origin], today: date, articles: Collection[int]
) -> Dependence:
    carries, falls, waiting = [], [], []
    for support in supports:
        carries.append(support.claim)
        left = without(support, origin.id, origins)
        now, then = (_refused(s, origins, today, articles) for s in (support, left))
        alone = not _roots(left, origins)
        if alone and not then and support.claim.status is Status.CONFIRMED:
            then = NOTHING_LEFT
        if then and not now:
            falls.append((support.claim, then))
        if alone and support.claim.status is Status.UNCONFIRMED and support.claim.basis in ONE_ORIGIN:
            waiting.append(support.claim)
    return Dependence(origin, tuple(carries), tuple(falls), tuple(waiting))


def _refused(support: Support, origins: Mapping[int, Origin], today: date, articles: Collection[int]) -> Finding | None:
    meter = origin_meter(support.appearances, origins, support.evidence, articles)
    return refusal(Facts(support.claim, meter, support.appearances, support.evidence, today))
