"""Articles are not sources: how many independent origins stand behind a claim.

Rule (invariant 5): independence is the number of distinct roots after following `derives_from`, counted over the
appearances that assert, report or support the claim. Endorsements, partial appearances and denials do not count.
A carrying appearance without a named origin counts as no root: unknown is not independent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.domain.entities import Appearance, Evidence, Origin
from workbench.domain.plurals import counted
from workbench.domain.vocabulary import OriginBasis, Relation


@dataclass(frozen=True, slots=True)
class OriginMeter:
    """What a claim rests on: articles that carry it, the roots behind them, and how sure the attribution is.

    `stated` and `inferred` count passages with an origin, `unmarked` those called stated without words that state it. `unanswered` counts
    the articles of the case that have neither an appearance of the claim nor "not mentioned": nobody has said whether they carry it.
    """

    articles: int
    origins: int
    roots: frozenset[int]
    inferred: int
    unattributed: int
    wires: int
    stated: int = 0
    unmarked: int = 0
    unanswered: int = 0

    @property
    def text(self) -> str:
        """The meter in words: "5 articles, 1 origin · 2 articles without an answer"."""
        return self._counts + (f" · {self.open_words}" if self.unanswered else "")

    @property
    def _counts(self) -> str:
        count, roots = self.articles, len(self.roots)
        words = f"{counted(count, 'article')}, {counted(roots, 'origin')}"
        return words + (f", {self.unattributed} without an origin" if self.unattributed else "")

    @property
    def open_words(self) -> str:
        """How many articles have no answer, in words."""
        return f"{counted(self.unanswered, 'article')} without an answer"

    @property
    def full(self) -> str:
        """All that is counted, in words: "5 articles, 2 wires, 1 origin · 1 stated, 4 inferred". Stated and inferred count passages."""
        articles, _, rest = self._counts.partition(", ")
        wires = f"{counted(self.wires, 'wire')}, " if self.wires else ""
        counts = ((self.stated, "stated"), (self.inferred, "inferred"), (self.unmarked, "stated without marked words"))
        how = ", ".join(f"{count} {word}" for count, word in counts if count)
        return " · ".join(filter(None, (f"{articles}, {wires}{rest}", how, self.open_words if self.unanswered else "")))


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One line of what a claim rests on: an origin, or a passage that has it from the origin above. `depth` 0 is a root."""

    depth: int
    origin: Origin | None
    appearance: Appearance | None = None
    link: Evidence | None = None


def root_of(origin_id: int, origins: Mapping[int, Origin]) -> int:
    """The origin at the end of the derives_from chain. A circle counts as one root: its smallest id."""
    seen: dict[int, None] = {}  # in order, and found at once: a chain may be as long as it likes
    current = origin_id
    while current not in seen:
        seen[current] = None
        origin = origins.get(current)
        if origin is None or origin.derives_from is None:
            return current
        current = origin.derives_from
    chain = list(seen)
    return min(chain[chain.index(current) :])


def derivation(origin_id: int, origins: Mapping[int, Origin]) -> list[int]:
    """Ids from an origin up to its root; a circle ends where it closes."""
    chain: dict[int, None] = {}
    current: int | None = origin_id
    while current is not None and current in origins and current not in chain:
        chain[current] = None
        current = origins[current].derives_from
    return list(chain)


def chains(appearances: Iterable[Appearance], origins: Mapping[int, Origin], evidence: Iterable[Evidence] = ()) -> list[ChainLine]:
    """What the meter counts, line by line: each root, what derives from it, and the passages and links that have it from there.

    Passages without an origin come last, under a line without an origin.
    """
    carrying: dict[int | None, list[ChainLine]] = {}
    for each in appearances:
        if each.carries:
            known = each.origin_id if each.origin_id in origins else None
            carrying.setdefault(known, []).append(ChainLine(0, None, appearance=each))
    for link in evidence:
        if _counts(link) and link.origin_id in origins:
            carrying.setdefault(link.origin_id, []).append(ChainLine(0, None, link=link))
    unknown = carrying.pop(None, [])
    needed = sorted({step for origin_id in carrying if origin_id for step in derivation(origin_id, origins)})
    roots = sorted({root_of(origin_id, origins) for origin_id in carrying if origin_id})
    found: list[ChainLine] = []
    for root in roots:
        _branch(root, 0, set(needed), origins, carrying, found)
    if unknown:
        found.append(ChainLine(0, None))
        found += [replace(line, depth=1) for line in unknown]
    return found


def _branch(
    origin_id: int, depth: int, left: set[int], origins: Mapping[int, Origin], rest: Mapping[int | None, list[ChainLine]],
    found: list[ChainLine],
) -> None:  # fmt: skip
    """An origin, its passages, then what derives from it. `left` holds what has not been written yet, so a circle ends."""
    waiting = [(origin_id, depth)]  # no recursion: a chain may be as long as it likes
    while waiting:
        origin_id, depth = waiting.pop()
        if origin_id not in left:
            continue
        left.discard(origin_id)
        found.append(ChainLine(depth, origins[origin_id]))
        found += [replace(line, depth=depth + 1) for line in rest.get(origin_id, ())]
        waiting += [(child, depth + 1) for child in sorted(left, reverse=True) if origins[child].derives_from == origin_id]


def _counts(link: Evidence) -> bool:
    return link.relation is Relation.CORROBORATES and bool(link.independent) and link.origin_id is not None


def origin_meter(
    appearances: Sequence[Appearance], origins: Mapping[int, Origin], evidence: Iterable[Evidence] = (), articles: Collection[int] = ()
) -> OriginMeter:
    """The meter of one claim, from its appearances and the corroborating evidence judged independent; `articles` are all of the case."""
    carrying = [a for a in appearances if a.carries]
    known = [a for a in carrying if a.origin_id is not None]
    cited = {a.origin_id for a in carrying if a.origin_id is not None}
    linked = {e.origin_id for e in evidence if _counts(e) and e.origin_id is not None}
    return OriginMeter(
        articles=len({a.article_id for a in carrying}),
        origins=len(cited | linked),
        roots=frozenset(root_of(o, origins) for o in cited | linked),
        inferred=sum(a.origin_basis is OriginBasis.INFERRED for a in known),
        stated=sum(a.origin_basis is OriginBasis.STATED and a.stated for a in known),
        unmarked=sum(a.origin_basis is OriginBasis.STATED and not a.stated for a in known),
        unanswered=len(set(articles) - {a.article_id for a in appearances}),
        unattributed=len({a.article_id for a in carrying if a.origin_id is None}),
        wires=len({a.via.casefold() for a in carrying if a.via}),
    )
