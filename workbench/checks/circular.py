"""Do two articles have it from each other? Then neither is a source (circular sourcing)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.checks.matter import Matter, Question, Saying
from workbench.domain.entities import Article
from workbench.domain.vocabulary import DiscrepancyType, Field, Severity

SHORTEST = 3  # letters of an outlet's name that can be looked for


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim: the passages of the articles that cite each other, in a ring of any length."""
    outlets = {a.id: name for a in matter.articles.values() if len(name := _outlet(a)) >= SHORTEST}
    for sayings in matter.sayings.values():
        carrying = [s for s in sayings if s.appearance.carries]
        cites = {s.article.id: _cited(s, outlets) for s in carrying}
        ring = next((ring for start in cites if (ring := _ring(start, cites))), [])
        if ring:
            places = [next(s.place for s in carrying if s.article.id == article) for article in ring]
            said = ", ".join(f"{matter.articles[a].exhibit} has it from {outlets[cites[a]]}" for a in ring)
            yield Question(DiscrepancyType.OTHER, Severity.HIGH, carrying[0].claim.id, tuple(places), f"{said}: who said it first?")


def _ring(start: int, cites: dict[int, int]) -> list[int]:
    """The articles from one back to itself by what each cites; empty where that does not come back."""
    way, at = [start], cites.get(start, 0)
    while at and at not in way:
        way.append(at)
        at = cites.get(at, 0)
    return way if at == start and len(way) > 1 else []


def _outlet(article: Article) -> str:
    return (article.value(Field.PUBLISHER) or "").casefold().removeprefix("the ")


def _cited(saying: Saying, outlets: Mapping[int, str]) -> int:
    """The article whose outlet the passage is attributed to or comes through; 0 where there is none."""
    said = f"{saying.appearance.attributed_to} {saying.appearance.via}".casefold()
    return next((article for article, name in outlets.items() if name in said and article != saying.article.id), 0)
