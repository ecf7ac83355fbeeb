"""Suggestions: where else a claim may stand, and who says it. Each shows why and waits for a key; nothing is set by the program
(invariant 11)."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.case.articles import Articles
from workbench.case.noun import Noun
from workbench.case.origins import known_as
from workbench.case.passages import Mark
from workbench.case.statements import around, telling_words
from workbench.case.views import Views
from workbench.checks.attribution import Attributed, agency_of, attributed
from workbench.domain.coverage import mostly
from workbench.domain.entities import Appearance, Origin
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, Field
from workbench.storage import CaseFile

if TYPE_CHECKING:
    from workbench.search import Candidate, Page

PAGES = 80
"""Articles that are kept as they are compared."""
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
class Search:
    """What was found of a claim in the articles that were looked through, and by which words."""

    claim_id: int
    suggestions: tuple[Suggestion, ...] = ()
    articles: frozenset[int] = frozenset()
    looked_for: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What was looked for: “seven”, “killed”."""
        return ", ".join(f"“{word}”" for word in self.looked_for)


@dataclass(frozen=True, slots=True)
class Mention:
    """The passages of one article that may say it, the likeliest first; none where nothing like it was found."""

    article_id: int
    found: tuple[Candidate, ...]
    looked_for: tuple[str, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(candidate.span for candidate in self.found)

    @property
    def words(self) -> str:
        """Why each is offered."""
        return "; ".join(f"{c.span.start}–{c.span.end} {c.reason}" for c in self.found)


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
        self._pages: OrderedDict[tuple[str, tuple[Span, ...]], Page] = OrderedDict()

    def attribution(self, mark: Mark) -> Proposal | None:
        """Who says the words at that place, read from their sentence and those before it; None where nobody is named."""
        text = self._articles.text(mark.article_id)
        article = self._articles.get(mark.article_id)
        agency, language = agency_of(article), article.value(Field.LANGUAGE) or ""
        part = around(text, Span(mark.start, mark.end))
        found = attributed(text, Span(mark.start, mark.end), self._articles.sentences(mark.article_id, part), agency, language)
        if found is None:
            return None
        with self._file.read() as reader:
            used = reader.appearances(attributed_to=found.who)
        origins = self._views.origins()
        origin, reason = likely_origin(found.who, origins, used)
        return Proposal(found, origin, reason)

    def passages(self, claim_id: int, likely: Callable[[str], list[int]], cancelled: Callable[[], bool] = lambda: False) -> Search:
        """The passages of each article without an entry for the claim yet that may say it. `likely` ranks articles for a text."""
        view = next(iter(self._views.claims(frozenset({claim_id}))), None)
        if view is None:
            return Search(claim_id)
        settled = {a.article_id for a in view.appearances}
        open_ids = [i for i in sorted(self._articles.with_text()) if i not in settled]
        if len(open_ids) > AT_MOST:
            ranked = set(open_ids)
            open_ids = [i for i in likely(view.claim.text) if i in ranked][:AT_MOST]
        cited = self._views.cited(view).passages
        marked = [cited[a.passage_id].anchor.exact for a in view.appearances if a.carries and a.passage_id and a.passage_id in cited]
        mentions = self._mentions(view.claim.text, marked, open_ids, cancelled)
        found = [
            Suggestion(claim_id, m.article_id, c.span, c.score, c.reason, self._articles.text(m.article_id)[c.span.start : c.span.end])
            for m in mentions
            for c in m.found
        ]
        return Search(claim_id, tuple(found), frozenset(open_ids), mentions[0].looked_for if mentions else ())

    def mentions(self, words: str, cancelled: Callable[[], bool] = lambda: False) -> list[Mention]:
        """Where each article may say what these words say, in the order of exhibits."""
        return self._mentions(words, (), sorted(self._articles.with_text()), cancelled)

    def _mentions(self, claim: str, marked: Iterable[str], ids: Sequence[int], cancelled: Callable[[], bool]) -> list[Mention]:
        from workbench.search import Wanted, likely

        self._articles.texts(ids)
        self._articles.zones_of(ids)
        pages = {}
        for article_id in ids:
            if cancelled():
                return []
            pages[article_id] = self._page(article_id)
        wanted = Wanted(claim, marked, pages.values())
        return [Mention(number, tuple(likely(page, wanted)), wanted.words) for number, page in pages.items()]

    def _page(self, article_id: int) -> Page:
        """An article's sentences as they are compared, without page furniture; kept, since a text never changes."""
        from workbench.search import page

        furniture = [z.span for z in self._articles.zones(article_id) if z.kind in FURNITURE]
        key = (self._articles.get(article_id).text_sha256, tuple(furniture))
        found = self._pages.get(key)
        if found is None:
            sentences = [s for s in self._articles.sentences(article_id) if not mostly(s, furniture)]
            found = self._pages[key] = page(self._articles.text(article_id), sentences)
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return found


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
    wanted = telling_words(who)
    scores = {o.id: len(wanted & telling_words(" ".join((o.name, *o.aliases)))) for o in origins.values()}
    top = max(scores.values(), default=0)
    best_ids = [i for i, score in scores.items() if score == top]
    if len(best_ids) == 1 and wanted and top / len(wanted) >= 0.6:
        return origins[best_ids[0]], "its name has the same words"
    return None, ""
