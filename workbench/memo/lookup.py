"""A snapshot with its parts at hand by claim and by article, so that the memo is drawn in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.entities import Appearance, Article, Assessment, Claim, Evidence, Origin
from workbench.domain.independence import OriginMeter, origin_meter, root_of
from workbench.domain.snapshot import Snapshot
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import Priority, Stance

_RANK = {Priority.KEY: 0, Priority.HIGH: 1, Priority.NORMAL: 2}


@dataclass(frozen=True, slots=True)
class Lookup:
    """The case as the memo reads it. `now` is the cut-off, or the last change while there is none (ISO 8601)."""

    snapshot: Snapshot
    articles: Mapping[int, Article]
    appearances: Mapping[int, Sequence[Appearance]]
    evidence: Mapping[int, Sequence[Evidence]]
    assessments: Mapping[int, Assessment]
    meters: Mapping[int, OriginMeter]
    now: str

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.snapshot.claims

    @property
    def origins(self) -> Mapping[int, Origin]:
        return self.snapshot.origins

    def with_verdict(self, *verdicts: Verdict) -> list[Claim]:
        return [claim for claim in self.claims if claim.verdict in verdicts]

    def carrying(self, claim: Claim) -> list[Appearance]:
        return [a for a in self.appearances.get(claim.id, ()) if a.carries]

    def roots(self, claim: Claim) -> list[Origin]:
        """The independent origins of a claim that are known, by id."""
        return [self.origins[root] for root in sorted(self.meters[claim.id].roots) if root in self.origins]

    def root(self, origin_id: int) -> int:
        return root_of(origin_id, self.origins)

    def not_mentioned(self, claim: Claim) -> list[Appearance]:
        """Where the claim was looked for and is not, in the order of exhibits."""
        absent = [a for a in self.appearances.get(claim.id, ()) if a.stance is Stance.NOT_MENTIONED and a.article_id in self.articles]
        return sorted(absent, key=lambda a: a.article_id)


def foremost(claims: Iterable[Claim], limit: int) -> list[Claim]:
    """The claims that matter most, by priority and then by number, at most `limit`."""
    return sorted(claims, key=lambda claim: (_RANK[claim.priority], claim.id))[:limit]


def keys(claims: Sequence[Claim], limit: int) -> list[Claim]:
    """The key claims alone where there are any, else the foremost: what a bottom line has room for."""
    return foremost([claim for claim in claims if claim.priority is Priority.KEY] or claims, limit)


def lookup(snapshot: Snapshot) -> Lookup:
    """Index a snapshot once."""
    appearances: dict[int, list[Appearance]] = defaultdict(list)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for appearance in snapshot.appearances:
        appearances[appearance.claim_id].append(appearance)
    for link in snapshot.evidence:
        evidence[link.claim_id].append(link)
    # Whether the mapping is keyed by claim or by its own id, the claim_id inside is what counts.
    assessments = {assessment.claim_id: assessment for assessment in snapshot.assessments.values()}
    articles = {article.id: article for article in snapshot.articles}
    texts = [article.id for article in snapshot.articles if article.has_text]
    meters = {c.id: origin_meter(appearances[c.id], snapshot.origins, evidence[c.id], texts) for c in snapshot.claims}
    now = snapshot.info.as_of or snapshot.last_change or snapshot.info.created_at
    return Lookup(snapshot, articles, appearances, evidence, assessments, meters, now)
