"""Who has it from whom, as a graph without Qt: articles, wires, what derives, and roots, left to right. Columns follow from the chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from workbench.domain.entities import Appearance, Article, Origin
from workbench.domain.independence import derivation
from workbench.domain.naming import short_names
from workbench.domain.plurals import counted
from workbench.domain.vocabulary import OPPOSING, Field, OriginBasis

Key = tuple["Kind", int | str]
"""What a node stands for: an article or origin by its id, a wire by its name in small letters."""


class Kind(Enum):
    """What a node stands for."""

    ARTICLE = "article"
    WIRE = "wire"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Node:
    """One box. `title` is what there is room for, `facts` the rest; `root` says that nothing stands behind it."""

    kind: Kind
    id: int
    title: str
    facts: str = ""
    root: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """From what cites or derives to what is cited, as indices of nodes; `claims` is how many claims take that way. `inferred`: no
    passage states it. `opposes`: every passage that takes it denies, disputes or contradicts."""

    source: int
    target: int
    derives: bool = False
    inferred: bool = False
    claims: int = 0
    opposes: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    columns: tuple[int, ...]
    """The column of each node."""


@dataclass
class _Way:
    """What is known of one edge while the appearances are gone through."""

    claims: set[int] = field(default_factory=set)
    inferred: bool = True
    opposes: bool = True


def of_claim(appearances: Iterable[Appearance], claim_id: int) -> list[Appearance]:
    """What the graph of one claim is drawn from: the passages that carry it, and those that oppose it."""
    return [a for a in appearances if a.claim_id == claim_id and (a.carries or a.stance in OPPOSING)]


def gather(
    articles: Iterable[Article], appearances: Sequence[Appearance], origins: Mapping[int, Origin], *, all_origins: bool = True
) -> Graph:
    """The nodes and edges of these appearances. Articles without a mark that says where it is from are left out, and, unless all
    origins are asked for, those that nothing leads to."""
    ways, claims, stances = _ways([a for a in appearances if a.passage_id is not None], origins)
    wires = {a.via.casefold(): a.via for a in reversed(appearances) if a.via}
    cited = {source for source, _ in ways}
    reached = {step for kind, what in claims if kind is Kind.ORIGIN and isinstance(what, int) for step in derivation(what, origins)}
    shown = {i: o for i, o in origins.items() if all_origins or i in reached}
    named = {article.id: article for article in articles}
    keys: list[Key] = [(Kind.ARTICLE, i) for i in named if (Kind.ARTICLE, i) in cited]
    keys += [(Kind.WIRE, name) for name in sorted(wires)] + [(Kind.ORIGIN, i) for i in shown]
    at = {key: number for number, key in enumerate(keys)}
    names = short_names(origins.values())
    nodes = []
    for key in keys:
        said = counted(len(claims.get(key, ())), "claim") if all_origins else ", ".join(dict.fromkeys(stances.get(key, ())))
        nodes.append(_node(key, said, named, wires, shown, names))
    edges = [
        Edge(at[one], at[other], inferred=way.inferred, claims=len(way.claims), opposes=way.opposes)
        for (one, other), way in ways.items()
        if one in at
    ]
    derived = [(o.id, o.derives_from) for o in shown.values() if o.derives_from in shown]
    edges += [Edge(at[(Kind.ORIGIN, one)], at[(Kind.ORIGIN, other or 0)], derives=True) for one, other in derived]
    return Graph(tuple(nodes), tuple(edges), _columns(keys, shown, bool(wires)))


def _ways(
    appearances: Iterable[Appearance], origins: Mapping[int, Origin]
) -> tuple[dict[tuple[Key, Key], _Way], dict[Key, set[int]], dict[Key, list[str]]]:
    """The edges from article over wire to origin; the claims that pass through each node; and what each article does with them."""
    ways: dict[tuple[Key, Key], _Way] = {}
    claims: dict[Key, set[int]] = {}
    stances: dict[Key, list[str]] = {}
    for row in appearances:
        steps: list[Key] = [(Kind.ARTICLE, row.article_id)]
        stances.setdefault(steps[0], []).append(row.stance.label)
        steps += [(Kind.WIRE, row.via.casefold())] if row.via else []
        steps += [(Kind.ORIGIN, row.origin_id)] if row.origin_id in origins and row.origin_id else []
        for each in steps:
            claims.setdefault(each, set()).add(row.claim_id)
        for pair in zip(steps, steps[1:], strict=False):
            way = ways.setdefault(pair, _Way())
            way.claims.add(row.claim_id)
            way.inferred &= row.origin_basis is OriginBasis.INFERRED
            way.opposes &= row.stance in OPPOSING
    return ways, claims, stances


def _node(
    key: Key, said: str, articles: Mapping[int, Article], wires: Mapping[str, str], origins: Mapping[int, Origin], names: Mapping[int, str]
) -> Node:
    kind, what = key
    if kind is Kind.WIRE:
        return Node(kind, 0, wires[str(what)], " · ".join(filter(None, ("wire", said))))
    assert isinstance(what, int)
    if kind is Kind.ARTICLE:
        article = articles[what]
        name = article.outlet if article.value(Field.PUBLISHER) else article.title
        facts = ("article" if not said else "", f"grade {article.grade.value}", said)
        return Node(kind, what, f"{article.exhibit}  {name}", " · ".join(filter(None, facts)))
    origin = origins[what]
    root = origin.derives_from not in origins
    about = (origin.kind.label, f"reliability {origin.reliability.value}", "anonymous" if origin.anonymous else "", said)
    return Node(kind, what, names[what], " · ".join(filter(None, about)), root)


def _columns(keys: Sequence[Key], origins: Mapping[int, Origin], wires: bool) -> tuple[int, ...]:
    depth = {i: len(derivation(i, origins)) - 1 for i in origins}
    last = (2 if wires else 1) + max(depth.values(), default=0)
    column = {Kind.ARTICLE: 0, Kind.WIRE: 1}
    return tuple(last - depth[what] if kind is Kind.ORIGIN and isinstance(what, int) else column[kind] for kind, what in keys)
