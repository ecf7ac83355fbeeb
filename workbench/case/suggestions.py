"""Suggestions: where else a claim may stand. Each shows why and waits for a key; nothing is set by the program (invariant 11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.case.articles import Articles
from workbench.case.noun import Noun
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE
from workbench.storage import CaseFile

AT_MOST = 40
"""Articles looked through for one claim; with more in the case, the index says which."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that may be an appearance of the claim, with the reason in words."""

    claim_id: int
    article_id: int
    span: Span
    score: float
    reason: str
    words: str


class Suggestions(Noun):
    def __init__(self, file: CaseFile, articles: Articles) -> None:
        super().__init__(file)
        self._articles = articles

    def passages(
        self, claim_id: int, likely: Callable[[str], list[int]], cancelled: Callable[[], bool] = lambda: False
    ) -> list[Suggestion]:
        """The best passage of each article that has no entry for the claim yet. `likely` ranks articles for a text."""
        with self._file.read() as reader:
            claim = reader.claim(claim_id)
            settled = {a.article_id for a in reader.appearances(claim_id=claim_id)}
            open_ids = [i for i in reader.article_ids() if i not in settled]
        if len(open_ids) > AT_MOST:
            ranked = set(open_ids)
            open_ids = [i for i in likely(claim.text) if i in ranked][:AT_MOST]
        found = []
        for article_id in open_ids:
            if cancelled():
                return []
            if suggestion := self._best(claim_id, claim.text, article_id):
                found.append(suggestion)
        return found

    def _best(self, claim_id: int, wording: str, article_id: int) -> Suggestion | None:
        furniture = [z.span for z in self._articles.zones(article_id) if z.kind in FURNITURE]
        sentences = [s for s in self._articles.sentences(article_id) if not any(s.overlaps(zone) for zone in furniture)]
        from workbench.search.passages import best_passage

        text = self._articles.text(article_id)
        candidate = best_passage(text, sentences, wording)
        if candidate is None:
            return None
        return Suggestion(
            claim_id, article_id, candidate.span, candidate.score, candidate.reason, text[candidate.span.start : candidate.span.end]
        )
