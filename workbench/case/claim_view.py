"""A claim as it is seen: its row with its appearances, links and queries, and what is computed of them, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.domain.days import day_span
from workbench.domain.entities import Appearance, Article, Assessment, Claim, Discrepancy, Origin, Passage
from workbench.domain.entities import Evidence as Link
from workbench.domain.independence import OriginMeter, origin_meter
from workbench.domain.rules import Finding, warnings
from workbench.domain.vocabulary import DiscrepancyState, Field, PassageState
from workbench.storage import Reader


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything that is computed about it, never stored."""

    claim: Claim
    appearances: tuple[Appearance, ...]
    evidence: tuple[Link, ...]
    assessment: Assessment | None
    meter: OriginMeter
    warnings: tuple[Finding, ...]
    queries: tuple[Discrepancy, ...] = ()

    @property
    def open_queries(self) -> int:
        return sum(query.state is DiscrepancyState.OPEN for query in self.queries)


@dataclass(frozen=True, slots=True)
class Cited:
    """Everything that the appearances and links of one claim point to, by id."""

    passages: Mapping[int, Passage]
    articles: Mapping[int, Article]
    origins: Mapping[int, Origin]


def claim_views(reader: Reader, ids: frozenset[int] | None = None) -> list[ClaimView]:
    """Views of all claims, or of those named, from one reading of each table. Merged claims are left out."""
    owner = {} if ids is None else {"claim_id": ids}
    origins = reader.origins()
    appearances: dict[int, list[Appearance]] = {}
    for appearance in reader.appearances(**owner):
        appearances.setdefault(appearance.claim_id, []).append(appearance)
    links: dict[int, list[Link]] = {}
    for link in reader.evidence(**owner):
        links.setdefault(link.claim_id, []).append(link)
    queries: dict[int, list[Discrepancy]] = {}
    for query in reader.discrepancies(**owner):
        queries.setdefault(query.claim_id or 0, []).append(query)
    assessments = reader.assessments(**owner)
    claims = reader.claims(ids)
    published = _first_published(reader, frozenset(c.id for c in claims if c.denied_on), appearances)
    lost = _lost(reader, appearances, links, every=ids is None)
    today, cut_off, articles = datetime.now(UTC).date(), reader.info().as_of, frozenset(reader.article_ids_with_text())
    views = []
    for claim in claims:
        mine, linked = appearances.get(claim.id, []), links.get(claim.id, [])
        meter = origin_meter(mine, origins, linked, articles)
        known = {"published": published.get(claim.id, ""), "cut_off": cut_off}
        found = warnings(claim, meter, mine, linked, today, **known, lost=lost.get(claim.id, ()))
        asked = tuple(queries.get(claim.id, ()))
        views.append(ClaimView(claim, tuple(mine), tuple(linked), assessments.get(claim.id), meter, tuple(found), asked))
    return views


def _lost(
    reader: Reader, appearances: Mapping[int, list[Appearance]], links: Mapping[int, list[Link]], *, every: bool
) -> dict[int, tuple[str, ...]]:
    """The exhibits whose text no longer has words that these claims hang on, by claim."""
    held = {
        claim: {each for a in appearances.get(claim, ()) for each in (a.passage_id, a.statement_id) if each}
        | {link.passage_id for link in links.get(claim, ()) if link.passage_id}
        for claim in {*appearances, *links}
    }
    named = {} if every else {"id": frozenset[int]().union(*held.values())}
    orphans = reader.passages(state=PassageState.ORPHAN, **named)
    if not orphans:
        return {}
    exhibits = {claim: sorted({orphans[each].article_id for each in ids if each in orphans}) for claim, ids in held.items()}
    return {claim: tuple(f"Ex. {number}" for number in numbers) for claim, numbers in exhibits.items() if numbers}


def _first_published(reader: Reader, claims: frozenset[int], known: dict[int, list[Appearance]]) -> dict[int, str]:
    """The first day on which an article that carries the claim appeared, by claim; left out where no article says its day."""
    carrying = {claim: {a.article_id for a in known.get(claim, ()) if a.carries} for claim in claims}
    wanted = frozenset[int]().union(*carrying.values())
    spans = {a.id: day_span(a.value(Field.PUBLISHED) or "") for a in reader.articles(wanted)} if wanted else {}
    days = {article: span[0].isoformat() for article, span in spans.items() if span}
    first = {claim: min((days[i] for i in articles if i in days), default="") for claim, articles in carrying.items()}
    return {claim: day for claim, day in first.items() if day}
