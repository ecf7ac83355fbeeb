"""Suggestions: where else a claim may stand, and who says it. Each shows why and waits for a key; nothing is set by the program
(invariant 11)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.case.articles import Articles
from workbench.case.noun import Noun
from workbench.case.origins import known_as
from workbench.case.passages import Mark
from workbench.case.views import Views
from workbench.checks.attribution import Attributed, attributed
from workbench.domain.entities import Appearance, Origin
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, Confidence, Field
from workbench.storage import CaseFile

NEARBY = 2500
"""Code points before a passage in which its speaker is looked for, at least where a paragraph begins."""
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


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who a passage may be attributed to, as read from the text, and the case's origin that this may be."""

    found: Attributed
    origin: Origin | None = None
    origin_reason: str = ""

    @property
    def words(self) -> str:
        """In one line: "said by the spy agency, via AP (stated: “according to …”)"."""
        via = f", via {self.found.via}" if self.found.via else ""
        return f"said by {self.found.who}{via} ({self.found.basis.label}: {self.found.reason})"


class Suggestions(Noun):
    def __init__(self, file: CaseFile, views: Views, articles: Articles) -> None:
        super().__init__(file, views)
        self._articles = articles

    def attribution(self, mark: Mark) -> Proposal | None:
        """Who says the words at that place, read from their sentence and those before it; None where nobody is named."""
        text = self._articles.text(mark.article_id)
        wire = self._articles.get(mark.article_id).metadata.get(Field.WIRE)
        sure = wire is not None and wire.confidence in (Confidence.HIGH, Confidence.MODERATE)
        agency = (wire.value or "").partition(" (")[0] if wire and sure else ""
        around = _around(text, mark)
        found = attributed(text, Span(mark.start, mark.end), self._articles.sentences(mark.article_id, around), agency)
        if found is None:
            return None
        with self._file.read() as reader:
            used = reader.appearances(attributed_to=found.who)
        origins = self._views.origins()
        origin, reason = likely_origin(found.who, origins, used)
        return Proposal(found, origin, reason)

    def passages(
        self, claim_id: int, likely: Callable[[str], list[int]], cancelled: Callable[[], bool] = lambda: False
    ) -> list[Suggestion]:
        """The best passage of each article that has no entry for the claim yet. `likely` ranks articles for a text."""
        view = next(iter(self._views.claims(frozenset({claim_id}))), None)
        if view is None:
            return []
        claim, settled = view.claim, {a.article_id for a in view.appearances}
        open_ids = [i for i in sorted(self._articles.ids()) if i not in settled]
        if len(open_ids) > AT_MOST:
            ranked = set(open_ids)
            open_ids = [i for i in likely(claim.text) if i in ranked][:AT_MOST]
        self._articles.texts(open_ids)
        self._articles.zones_of(open_ids)
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


def _around(text: str, mark: Mark) -> Span:
    """The paragraphs in which a speaker is looked for: enough before the words for a pronoun, however long the article."""
    start = text.rfind("\n", 0, max(0, mark.start - NEARBY)) + 1
    end = text.find("\n", mark.end)
    return Span(max(start, mark.start - 2 * NEARBY), min(end if end >= 0 else len(text), mark.end + NEARBY))


_EMPTY = frozenset(
    ("the", "a", "an", "of", "and", "for", "in", "on", "its", "his", "her", "s", "to", "from", "said", "statement", "announcement")
)


def likely_origin(who: str, origins: Mapping[int, Origin], used: list[Appearance]) -> tuple[Origin | None, str]:
    """The case's origin that a speaker may be, and why: its name or alias, what the same name was given before, else the one origin
    that has the most of its words. None when two are as good."""
    named = known_as(origins, who)
    if named:
        return named, "by its name"
    before = Counter(a.origin_id for a in used if a.origin_id in origins)
    if before:
        best = before.most_common(1)[0][0]
        return origins[best or 0], "as elsewhere in this case"
    wanted = _tokens(who)
    scores = {o.id: len(wanted & _tokens(" ".join((o.name, *o.aliases)))) for o in origins.values()}
    top = max(scores.values(), default=0)
    best_ids = [i for i, score in scores.items() if score == top]
    if len(best_ids) == 1 and wanted and top / len(wanted) >= 0.6:
        return origins[best_ids[0]], "its name has the same words"
    return None, ""


def _tokens(words: str) -> set[str]:
    return {t for t in re.findall(r"\w+", re.sub(r"[’']s\b", "", words).casefold()) if t not in _EMPTY}
