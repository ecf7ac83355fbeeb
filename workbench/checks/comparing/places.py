"""Which passages a finding names: few enough to be looked at, each article with its first ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workbench.checks.matter import Place

OF_AN_ARTICLE = 2
IN_ALL = 12


def chosen(places: Iterable[Place]) -> tuple[Place, ...]:
    """At most two passages of an article and twelve in all, in order, none twice."""
    counts: Counter[int] = Counter()
    found: list[Place] = []
    for place in sorted(set(places)):
        inside = any(place.article_id == other.article_id and place.span.overlaps(other.span) for other in found)
        if not inside and counts[place.article_id] < OF_AN_ARTICLE and len(found) < IN_ALL:
            counts[place.article_id] += 1
            found.append(place)
    return tuple(found)
