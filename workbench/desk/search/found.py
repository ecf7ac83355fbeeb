"""What was found, as the lines of the panel. It reads the case in the background; the window only shows what comes of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.case import Case
from workbench.case.suggestions import Suggestion
from workbench.desk.reading.folding import hits_told
from workbench.desk.search.excerpts import excerpts
from workbench.desk.search.trail import Stop
from workbench.desk.search.tries import tries
from workbench.domain.days import day_words
from workbench.domain.entities import Article
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.plurals import counted
from workbench.domain.records import SavedSearch
from workbench.domain.spans import Span
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.search.documents import AS_TYPED, Hit, Reason, Results, Snippet

if TYPE_CHECKING:
    from workbench.desk.command import Command
    from workbench.search.query import ParsedQuery

AT_MOST = 50
"""Articles, claims, notes and links that are shown; the counts are of all."""
PLACES = 3
"""Excerpts of one article until more are asked for."""
HEAD, SECTION, PLACE, MORE, COMMAND, SAVED, RECENT, PASSAGE = "head", "section", "place", "more", "command", "saved", "recent", "passage"
IN_ARTICLES = ("article", "furniture")
GROUPS = {"claim": "Claims", "note": "Notes on claims", "evidence": "Evidence"}
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A line of the panel. `text` is plain, `spans` are its hits; `head` stands before it, `side` at the right.

    `hit` is what a place, a heading or "more" belongs to, and `at` the number of its hit where the excerpt begins.
    """

    kind: str
    text: str
    head: str = ""
    side: str = ""
    spans: tuple[Span, ...] = ()
    hit: Hit | None = None
    at: int = -1
    about: str = ""
    fresh: bool = False
    verdict: Verdict | None = None
    command: Command | None = None
    search: SavedSearch | None = None
    passage: Suggestion | None = None

    @property
    def chosen(self) -> bool:
        """Whether the arrow keys stop at it."""
        return self.kind not in (HEAD, SECTION)

    @property
    def key(self) -> str:
        """What tells it from the other lines."""
        owner = f"{self.hit.kind} {self.hit.id}" if self.hit else ""
        return f"{self.kind} {owner} {self.at} {self.text if not owner else ''}"

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        status = self.verdict.label.lower() if self.verdict else ""
        return ". ".join(filter(None, (self.about, self.head, self.text, status, self.side, "new" if self.fresh else "")))


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query. `keys` is everything that fits, counted only where the query is a saved search."""

    query: str
    parsed: ParsedQuery
    results: Results | None
    rows: tuple[FoundRow, ...]
    stops: tuple[Stop, ...]
    keys: frozenset[Key] | None = None


def answer(
    case: Case,
    query: str,
    order: str,
    seen: frozenset[Key] | None,
    *,
    saved: bool,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """Ask the index and make lines of what it says. Hits that are not in `seen` are marked as new, if that is known."""
    parsed, results = case.index.search(query, AT_MOST, order, cancelled)
    keys = case.index.keys(query, cancelled=cancelled) if saved and results is not None else None
    if results is None:
        return Answer(query, parsed, None, (), ())
    articles = case.articles.named(h.id for h in results.hits if h.kind in IN_ARTICLES)
    read = case.articles.texts(articles)
    texts = {number: (article, read[number]) for number, article in articles.items()}
    rows = tuple(_rows(case, results.hits, texts, seen))
    stops = tuple(Stop(h.id, h.spans, hash(texts[h.id][1])) for h in results.hits if h.kind in IN_ARTICLES and h.id in texts)
    return Answer(query, parsed, results, rows, stops, keys)


def _rows(case: Case, hits: Sequence[Hit], texts: Mapping[int, tuple[Article, str]], seen: frozenset[Key] | None) -> Iterator[FoundRow]:
    for hit in hits:
        if hit.kind in IN_ARTICLES and hit.id in texts:
            article, text = texts[hit.id]
            told = hits_told(text, case.articles.zones(hit.id), hit.spans)
            yield heading(article, hit, told, fresh=seen is not None and (hit.kind, hit.id) not in seen)
            yield from places(article, hit, text)
    for kind, title in GROUPS.items():
        group = [h for h in hits if h.kind == kind]
        if group:
            yield FoundRow(SECTION, title, side=str(len(group)))
            yield from filter(None, (_entry(case, h, seen is not None and (kind, h.id) not in seen) for h in group))


def heading(article: Article, hit: Hit, told: str, *, fresh: bool = False) -> FoundRow:
    """The line over the excerpts of an article; `told` says how many hits it has."""
    return FoundRow(HEAD, article.title, facts(article), told or "by its details", hit=hit, at=0 if hit.spans else -1, fresh=fresh)


def facts(article: Article) -> str:
    day = article.value(Field.PUBLISHED)
    return f"{article.exhibit} · {article.outlet} · {day_words(day) if day else 'undated'}"


def places(article: Article, hit: Hit, text: str, *, every: bool = False) -> Iterator[FoundRow]:
    """The excerpts of one article: the few with the most different words, or every one."""
    found = excerpts(text, hit.spans, 0 if every else PLACES + 1)
    whole = sum(len(each.spans) for each in found) == len(hit.spans)
    shown = found if whole else excerpts(text, hit.spans, PLACES)
    starts = [span.start for span in hit.spans]
    left = set(range(len(starts)))
    for each in shown:
        at = bisect_left(starts, each.start)
        left -= set(range(at, at + len(each.spans)))
        yield FoundRow(PLACE, each.text, "", "", each.spans, hit, at if hit.spans else -1, f"{article.exhibit}, {article.title}")
    if left:
        more = f"{counted(len(left), 'more hit')} in this article"
        yield FoundRow(MORE, more, hit=hit, at=min(left), about=article.exhibit)


def _entry(case: Case, hit: Hit, fresh: bool) -> FoundRow | None:
    """The line of a claim, a note or a link; None when it has gone since the index was made."""
    snippet = _whole(hit.snippet)
    try:
        if hit.kind == "evidence":
            link = case.evidence.get(hit.id)
            return FoundRow(PLACE, snippet.text, f"C{link.claim_id}", link.relation.label, snippet.spans, hit, 0, "Evidence", fresh)
        claim = case.claims.view(hit.id).claim
    except (NotFound, RuleBroken):
        return None
    verdict = claim.verdict if hit.kind == "claim" else None
    return FoundRow(PLACE, snippet.text, claim.number, "", snippet.spans, hit, 0, GROUPS[hit.kind], fresh, verdict)


def _whole(snippet: Snippet) -> Snippet:
    """In one line, with an ellipsis where its beginning is cut off."""
    before = "…" if snippet.start else ""
    text = before + "".join(" " if char.isspace() else char for char in snippet.text)
    return Snippet(text, snippet.start, tuple(Span(s.start + len(before), s.end + len(before)) for s in snippet.spans))


def unfolded(case: Case, rows: Sequence[FoundRow], more: FoundRow) -> tuple[list[FoundRow], int]:
    """The rows with every excerpt of an article in the place of the first few and of the row that says that there are more; and which
    of them `more` stood for."""
    hit = more.hit
    assert hit is not None
    every = list(places(case.articles.get(hit.id), hit, case.articles.text(hit.id), every=True))
    first = next(n for n, row in enumerate(rows) if row.hit is hit and row.kind == PLACE)
    made = [*rows[:first], *every, *rows[list(rows).index(more) + 1 :]]
    return made, next((n for n, row in enumerate(made) if row.hit is hit and row.at == more.at and row.kind == PLACE), first)


def passages(case: Case, found: Iterable[Suggestion]) -> tuple[FoundRow, ...]:
    """Passages that may say what a claim says, the likeliest first, each under its article."""
    ranked = sorted(found, key=lambda s: -s.score)
    named = case.articles.named(s.article_id for s in ranked)
    rows = []
    for each in ranked:
        article = named[each.article_id]
        text = "".join(" " if char.isspace() else char for char in each.words)
        rows.append(FoundRow(HEAD, article.title, facts(article), passage=each))
        rows.append(
            FoundRow(PASSAGE, text, side=each.reason, passage=each, at=each.span.start, about=f"{article.exhibit}, {article.title}")
        )
    return tuple(rows)


def command_rows(commands: Iterable[Command], words: str) -> list[FoundRow]:
    """The commands that have these words in their names."""
    wanted = words.casefold()
    matching = [c for c in commands if wanted in c.title.casefold()]
    return [FoundRow(COMMAND, c.title, "", c.keys_text.replace("Return", "Enter"), about="Command", command=c) for c in matching]


def wider_rows(query: str, around: int = 0) -> list[FoundRow]:
    """What to try when nothing was found; first around articles, where the words stand there."""
    whole = f"({query})" if " " in query.strip() else query.strip()
    furniture = FoundRow(RECENT, f"{whole} in:furniture", side="what stands around articles", about="Try")
    wider = [furniture] if around else []
    wider += [FoundRow(RECENT, other, side=words, about="Try") for other, words in tries(query)]
    return [FoundRow(SECTION, "Try instead"), *wider] if wider else []


def why_words(reasons: Sequence[Reason]) -> str:
    """Why something was found, in plain words, a line a part of the query."""
    return "\n".join(_reason(reason) for reason in reasons) or "It is not found by this any more."


def _reason(reason: Reason) -> str:
    how = [f"“{m.written}” {m.times} ×" + (f" ({m.how})" if m.how != AS_TYPED else "") for m in reason.matches]
    zones = {z.value: z.label for z in ZoneKind}
    where = [f"{times} in the {zones.get(kind, kind)}" for kind, times in reason.zones] if len(reason.zones) > 1 else []
    words = ", ".join(how) or f"{reason.asked} {reason.times} ×"
    place = "" if reason.field == "text" else f" in its {reason.field}"
    share = f"{reason.documents:,} of {reason.count:,} texts have it" if reason.documents else ""
    return " · ".join(filter(None, (words + place, ", ".join(where), share)))
