"""Domain values with sensible defaults, for tests of the rules."""

from __future__ import annotations

from typing import Any

from workbench.domain.entities import Appearance, Claim, Evidence, Origin
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import ClaimKind, OriginKind, Priority, Relation, Reliability, Stance


def claim(status: Status = Status.OPEN, basis: Basis | None = None, **more: Any) -> Claim:
    texts = dict.fromkeys(
        ("event_date", "denied_by", "denied_on", "reason", "override_reason", "would_change", "as_of", "review_on", "note"), ""
    )
    values = {
        "id": 1,
        "text": "40 fell ill",
        "kind": ClaimKind.EVENT,
        "priority": Priority.NORMAL,
        **texts,
        "status": status,
        "basis": basis,
    }
    return Claim(**values | more)


def appearance(article: int = 1, origin: int | None = None, stance: Stance = Stance.ASSERTS, **more: Any) -> Appearance:
    values = {"id": article, "claim_id": 1, "article_id": article, "passage_id": article, "stance": stance, "attributed_to": "", "verb": ""}
    return Appearance(**values | {"hedge": "", "via": "", "origin_id": origin, "origin_basis": None} | more)


def origin(id: int, derives_from: int | None = None) -> Origin:
    return Origin(id, f"Origin {id}", OriginKind.OTHER, Reliability.F, "", anonymous=False, derives_from=derives_from)


def link(relation: Relation = Relation.CORROBORATES, origin_id: int | None = None, *, independent: bool | None = None) -> Evidence:
    return Evidence(1, 1, relation, None, None, "", "a call", origin_id, independent, "")
