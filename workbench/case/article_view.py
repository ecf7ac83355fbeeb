"""An article as it is seen in a pane: its row with every mark, link, check and query that stands on its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.entities import Appearance, Article, Checked, Claim, Discrepancy, Evidence, Passage, Zone
from workbench.domain.spans import Span
from workbench.storage import Reader


@dataclass(frozen=True, slots=True)
class ArticleView:
    """`passages` and `claims` are those of its appearances, by id; `queries` are the queries that point here, each with its place."""

    article: Article
    zones: tuple[Zone, ...]
    appearances: tuple[Appearance, ...]
    passages: Mapping[int, Passage]
    claims: Mapping[int, Claim]
    evidence: tuple[Evidence, ...]
    checked: tuple[Checked, ...]
    queries: tuple[tuple[Discrepancy, Span], ...]


def read_article_view(reader: Reader, article_id: int) -> ArticleView:
    """The view of an article, from one reading of each table. Raises NotFound."""
    article = reader.article(article_id)
    appearances = reader.appearances(article_id=article_id)
    passages = reader.passages(article_id=article_id)
    queries = [
        (query, place)
        for query in reader.discrepancies()
        for quoted in query.passages
        if quoted.passage_id in passages and (place := passages[quoted.passage_id].place)
    ]
    return ArticleView(
        article=article,
        zones=tuple(reader.zones(article_id)),
        appearances=tuple(appearances),
        passages=passages,
        claims={claim.id: claim for claim in reader.claims(frozenset(a.claim_id for a in appearances))},
        evidence=tuple(reader.evidence(passage_id=list(passages))),
        checked=tuple(reader.checked(article_id=article_id)),
        queries=tuple(queries),
    )
