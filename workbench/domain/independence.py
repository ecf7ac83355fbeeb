"""Articles are not sources: how many independent origins stand behind a claim.

Rule (invariant 5): independence is the number of distinct roots after following `derives_from`, counted over the
appearances that assert, report or support the claim. Endorsements, partial appearances and denials do not count.
A carrying appearance without a named origin counts as no root: unknown is not independent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.domain.entities import Appearance, Evidence, Origin
from workbench.domain.vocabulary import OriginBasis, Relation


@dataclass(frozen=True, slots=True)
class OriginMeter:
    """What a claim rests on: articles that carry it, the roots behind them, and how sure the attribution is."""

    articles: int
    origins: int
    roots: frozenset[int]
    inferred: int
    unattributed: int
    wires: int

    @property
    def text(self) -> str:
        """The meter in words: "5 articles, 1 origin"."""
        count, roots = self.articles, len(self.roots)
        words = f"{count} article{'' if count == 1 else 's'}, {roots} origin{'' if roots == 1 else 's'}"
        return words + (f", {self.unattributed} without an origin" if self.unattributed else "")


def root_of(origin_id: int, origins: Mapping[int, Origin]) -> int:
    """The origin at the end of the derives_from chain. A circle counts as one root: its smallest id."""
    seen: list[int] = []
    current = origin_id
    while current not in seen:
        seen.append(current)
        origin = origins.get(current)
        if origin is None or origin.derives_from is None:
            return current
        current = origin.derives_from
    return min(seen[seen.index(current) :])


def origin_meter(appearances: Iterable[Appearance], origins: Mapping[int, Origin], evidence: Iterable[Evidence] = ()) -> OriginMeter:
    """The meter of one claim, from its appearances and the corroborating evidence judged independent."""
    carrying = [a for a in appearances if a.carries]
    cited = {a.origin_id for a in carrying if a.origin_id is not None}
    linked = {e.origin_id for e in evidence if e.relation is Relation.CORROBORATES and e.independent and e.origin_id is not None}
    return OriginMeter(
        articles=len({a.article_id for a in carrying}),
        origins=len(cited | linked),
        roots=frozenset(root_of(o, origins) for o in cited | linked),
        inferred=sum(a.origin_basis is OriginBasis.INFERRED for a in carrying),
        unattributed=len({a.article_id for a in carrying if a.origin_id is None}),
        wires=len({a.via for a in carrying if a.via}),
    )
