"""A whole case at one moment, as frozen values: what the memo, the checks and the exporters read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.entities import Appearance, Article, Assessment, Claim, Discrepancy, Evidence, Origin, Passage, Zone
from workbench.domain.independence import OriginMeter, origin_meter
from workbench.domain.records import CaseInfo, SignedMemo, Takedown
from workbench.domain.vocabulary import CaseState


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything a memo may say. `texts` are reading texts by article id; `hash_faults` names, by article id, what no
    longer matches its recorded SHA-256 (the original or the reading text); `head` is the journal's head hash, hex."""

    info: CaseInfo
    articles: tuple[Article, ...]
    texts: Mapping[int, str]
    hash_faults: Mapping[int, str]
    zones: Mapping[int, tuple[Zone, ...]]
    passages: Mapping[int, Passage]
    claims: tuple[Claim, ...]
    appearances: tuple[Appearance, ...]
    origins: Mapping[int, Origin]
    evidence: tuple[Evidence, ...]
    assessments: Mapping[int, Assessment]
    head: str
    steps: int
    last_change: str
    state: CaseState = CaseState.OPEN
    discrepancies: tuple[Discrepancy, ...] = ()
    memos: tuple[SignedMemo, ...] = ()
    """Versions put up for signing, oldest first."""
    standing: SignedMemo | None = None
    """The version that this is, when it was put up for signing and nothing in it has changed since. `head`, `steps` and `last_change`
    are then those of the moment it was put up: signing it does not change what it says of the journal."""
    takedowns: tuple[Takedown, ...] = ()
    file_faults: tuple[str, ...] = ()
    """What is wrong with the journal or with rows it does not account for: a memo of such a case is a draft."""

    def article(self, article_id: int) -> Article:
        return next(a for a in self.articles if a.id == article_id)

    def appearances_of(self, claim_id: int) -> tuple[Appearance, ...]:
        return tuple(a for a in self.appearances if a.claim_id == claim_id)

    def evidence_of(self, claim_id: int) -> tuple[Evidence, ...]:
        return tuple(e for e in self.evidence if e.claim_id == claim_id)

    def meter(self, claim_id: int) -> OriginMeter:
        articles = [article.id for article in self.articles if article.has_text]
        return origin_meter(self.appearances_of(claim_id), self.origins, self.evidence_of(claim_id), articles)
