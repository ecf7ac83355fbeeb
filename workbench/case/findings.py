"""Findings: what the articles of a case say together and against each other, before anyone has marked a word.

Everything is computed from the reading texts; the case keeps only what somebody dismissed, and why. Readings are kept while the case is
open: a text never changes. What reads and compares is loaded when it is first asked for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.case.appearances import PLAIN, Attribution, insert_appearance
from workbench.case.articles import Articles
from workbench.case.claims import insert_claim
from workbench.case.noun import Noun, words
from workbench.case.passages import Mark
from workbench.case.queries import query_views, stands_in
from workbench.case.views import Views
from workbench.checks.dates import anchor_day
from workbench.checks.matter import Place, Question
from workbench.domain.changes import Changes
from workbench.domain.dependence import Dependence, Support, dependences
from workbench.domain.entities import Article
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.plurals import counted
from workbench.domain.records import Dismissal, TextPlace, stored_places
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Field, OriginBasis, Stance
from workbench.importers.sentences import sentence_spans
from workbench.storage import CaseFile

if TYPE_CHECKING:
    from workbench.checks.comparing.comparison import CaseComparison
    from workbench.checks.reading.reading import Reading

KEPT = 2_000
"""Readings that are kept."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as it is shown: without the findings that were raised as queries or dismissed; `dismissed` are those, with why."""

    found: CaseComparison
    readings: tuple[Reading, ...]
    dismissed: tuple[tuple[Question, Dismissal], ...] = ()


class Findings(Noun):
    def __init__(self, file: CaseFile, views: Views, articles: Articles) -> None:
        super().__init__(file, views)
        self._articles = articles
        self._readings: OrderedDict[tuple[object, ...], Reading] = OrderedDict()

    def whole(self, progress: Progress = lambda done, total: None, cancelled: Callable[[], bool] = lambda: False) -> Compared:
        """Compare all articles. Takes its time: ask in the background. Cancelled it gives nothing."""
        from workbench.checks.comparing.comparison import NOTHING, compared

        articles = self._articles.all()
        readings: list[Reading] = []
        total = len(articles) + 4
        for number, article in enumerate(articles):
            if cancelled():
                return Compared(NOTHING, ())
            progress(number, total)
            readings.append(self.reading(article))
        found = compared(readings, lambda done, _: progress(len(articles) + done, total), cancelled)
        return self._shown(found, readings)

    def reading(self, article: Article) -> Reading:
        """What one article says."""
        zones = tuple(self._articles.zones(article.id))
        published = anchor_day(article.value(Field.PUBLISHED))
        key = (article.id, article.text_sha256, article.value(Field.LANGUAGE), published, tuple((z.kind, z.span) for z in zones))
        known = self._readings.pop(key, None)
        if known is None:
            from workbench.checks.reading.reading import reading

            text = self._articles.text(article.id)
            known = reading(article.id, text, article.value(Field.LANGUAGE) or "", published, zones, sentence_spans)
        self._readings[key] = known
        while len(self._readings) > KEPT:
            self._readings.popitem(last=False)
        return known

    def wording(self, places: Sequence[Place]) -> str:
        """The words to begin a claim with: of the passages the one that shares most with the others for its length."""
        said = [(self.reading(article).words(place.span), self._keys(article, place)) for article, place in self._there(places)]
        if not said:
            return ""

        def shared(number: int) -> float:
            words, keys = said[number]
            others = sum(len(keys & other) for at, (_, other) in enumerate(said) if at != number)
            return others / (len(words) ** 0.5 or 1)

        best = max(range(len(said)), key=lambda number: (shared(number), -number))
        return said[best][0].strip(' .,;:“”"')

    def take(self, claim: str, places: Sequence[Place]) -> Changes:
        """Make a claim of some passages, with who says each where its article states it, in one step. Raises RuleBroken."""
        found = self._there(places)
        if not found:
            raise RuleBroken("comparison", "Choose at least one passage.")
        chosen = [(mark_of(place), attribution_of(self.reading(article), place.span)) for article, place in found]
        with self._file.operation(f"New claim with {counted(len(chosen), 'appearance')}") as operation:
            claim_id = insert_claim(operation, claim)
            for mark, attribution in chosen:
                insert_appearance(operation, claim_id, mark, attribution)
        return operation.changes

    def join(self, claim_id: int, marks: Sequence[Mark]) -> Changes:
        """Mark passages as further appearances of a claim, in one step; those that are marked for it already stay as they are. Raises
        RuleBroken where all are."""
        with self._file.operation(f"Mark further appearances of C{claim_id}") as operation:
            reader = operation.reader
            held = [a.passage_id for a in reader.appearances(claim_id=claim_id) if a.passage_id]
            there = [(p.article_id, p.span) for p in reader.passages(id=held).values() if p.place]
            new = [m for m in marks if not any(m.article_id == number and span.overlaps(Span(m.start, m.end)) for number, span in there)]
            if not new:
                raise RuleBroken("comparison", f"All of these passages are marked for C{claim_id} already.")
            for mark in new:
                insert_appearance(operation, claim_id, mark, PLAIN)
        return operation.changes

    def hanging(self) -> list[Dependence]:
        """What hangs on each origin as the case stands now."""
        views = self._views.claims(None)
        supports = [Support(view.claim, view.appearances, view.evidence) for view in views]
        return dependences(supports, self._views.origins(), datetime.now(UTC).date(), self._articles.ids())

    def dismiss(self, question: Question, reason: str) -> Changes:
        """Keep that a finding is not to be shown again, and why. Raises RuleBroken without a reason."""
        why = words(reason)
        if not why:
            raise RuleBroken("comparison", "Say why the finding is dismissed: the next reader will ask.")
        places = stored_places(self._hashed(question))
        with self._file.operation(f"Dismiss a finding: {question.type.label}", why) as operation:
            operation.insert("dismissals", type=question.type, places=places, reason=why)
        return operation.changes

    def restore(self, dismissal_id: int) -> Changes:
        """Show a finding again. Raises NotFound."""
        with self._file.operation("Show a dismissed finding again") as operation:
            if not any(d.id == dismissal_id for d in operation.reader.dismissals()):
                raise NotFound("such dismissed finding")
            operation.delete("dismissals", dismissal_id)
        return operation.changes

    def _shown(self, found: CaseComparison, readings: Sequence[Reading]) -> Compared:
        with self._file.read() as reader:
            raised, dismissed = query_views(reader), reader.dismissals()
        known = {(d.type, frozenset(d.places)): d for d in dismissed}
        shown: list[Question] = []
        aside: list[tuple[Question, Dismissal]] = []
        for question in found.findings:
            dismissal = known.get((question.type, frozenset(self._hashed(question))))
            if dismissal:
                aside.append((question, dismissal))
            elif not any(stands_in(question, view) for view in raised):
                shown.append(question)
        return Compared(replace(found, findings=tuple(shown)), tuple(readings), tuple(aside))

    def _there(self, places: Sequence[Place]) -> list[tuple[Article, Place]]:
        """The places whose articles are in the case, with them."""
        articles = self._articles.named({place.article_id for place in places})
        return [(articles[place.article_id], place) for place in places if place.article_id in articles]

    def _keys(self, article: Article, place: Place) -> frozenset[str]:
        """What the sentences at a place are about."""
        touched = [s.keys for s in self.reading(article).sentences if s.span.overlaps(place.span)]
        return frozenset[str]().union(*touched)

    def _hashed(self, question: Question) -> tuple[TextPlace, ...]:
        """The places of a finding by the text that they stand in."""
        articles: Mapping[int, Article] = self._articles.named({place.article_id for place in question.places})
        return tuple(TextPlace(articles[p.article_id].text_sha256, *p.span) for p in question.places if p.article_id in articles)


def mark_of(place: Place) -> Mark:
    """A place as a mark."""
    return Mark(place.article_id, *place.span)


def attribution_of(reading: Reading, span: Span) -> Attribution:
    """Who says some words, as their article states it: reported by whoever is named there, else the article's own word."""
    around = [a for a in reading.attributions if a.content.overlaps(span) and a.who and a.basis is OriginBasis.STATED]
    best = max(around, key=lambda a: min(a.content.end, span.end) - max(a.content.start, span.start), default=None)
    if best is None:
        return PLAIN
    return Attribution(stance=Stance.REPORTS, attributed_to=best.who, verb=best.verb, hedge=best.hedge, via=best.via)
