"""Does a headline drop the hedge that the text under it keeps ("allegedly", "suspected")?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.checks.attribution_words import ATTRIBUTION, HEDGE
from workbench.checks.matter import Matter, Place, Question, Saying
from workbench.checks.words import content
from workbench.domain.coverage import mostly
from workbench.domain.entities import Article
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, DiscrepancyType, Severity, ZoneKind

LEAST = 3  # words that headline and sentence share before they count as saying the same
HALF = 0.5  # of the headline's words
FIRST = 4000  # code points of the text that are read: what a headline sums up stands at the top
SHOWN = 2


def ask(matter: Matter) -> Iterator[Question]:
    """One question a headline: it and the hedged sentences that say the same."""
    here: dict[int, list[Saying]] = {}
    for saying in (s for sayings in matter.sayings.values() for s in sayings):
        here.setdefault(saying.article.id, []).append(saying)
    for article_id, article in matter.articles.items():
        headline = _headline(matter, article)
        text = matter.texts.get(article_id, "")
        if headline is None or HEDGE.search(words := text[headline.start : headline.end]) or ATTRIBUTION.search(words):
            continue
        about = content(words)
        furniture = [z.span for z in matter.zones.get(article_id, ()) if z.kind in FURNITURE]
        found = []
        for sentence in (s for s in matter.sentences.of(article_id) if s.end <= headline.end + FIRST):
            said = text[sentence.start : sentence.end]
            if sentence.overlaps(headline) or said == words or mostly(sentence, furniture):
                continue
            if (hedge := HEDGE.search(said)) and len(about & content(said)) >= max(LEAST, HALF * len(about)):
                found.append((sentence, hedge[0]))
        if found:
            why = f"The headline of {article.exhibit} says it without “{found[0][1]}”, which its own text keeps."
            places = (Place(article_id, headline), *(Place(article_id, span) for span, _ in found[:SHOWN]))
            yield Question(DiscrepancyType.HEDGE_LOST, Severity.HIGH, _claim(here.get(article_id, ()), places), places, why)


def _headline(matter: Matter, article: Article) -> Span | None:
    """The headline's zone, else the title where the text begins with it."""
    zoned = next((z.span for z in matter.zones.get(article.id, ()) if z.kind is ZoneKind.HEADLINE), None)
    text = matter.texts.get(article.id, "")
    lead = len(text) - len(text.lstrip())
    return zoned or (Span(lead, lead + len(article.title)) if text.startswith(article.title, lead) else None)


def _claim(sayings: Sequence[Saying], places: tuple[Place, ...]) -> int | None:
    """The claim that stands in one of the places, the one with most of the words first."""
    found = [
        (min(s.span.end, p.span.end) - max(s.span.start, p.span.start), -s.claim.id)
        for s in sayings for p in places if s.span.overlaps(p.span)
    ]  # fmt: skip
    return -max(found)[1] if found else None
