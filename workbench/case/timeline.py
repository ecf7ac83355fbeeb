"""The timeline of a case: what happened when according to its claims, and who said or denied what when. Computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.case.claim_view import ClaimView, claim_views
from workbench.case.noun import Noun
from workbench.domain.days import day_span
from workbench.domain.entities import Appearance, Article, Claim
from workbench.domain.statuses import Basis
from workbench.domain.vocabulary import Field, Stance


@dataclass(frozen=True, slots=True)
class Event:
    """A claim on its event date: first and last day, the same for a single day."""

    claim: Claim
    first: date
    last: date
    after_cut_off: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """One appearance of a claim in an article, as it is shown under the article."""

    claim: Claim
    stance: Stance
    passage_id: int


@dataclass(frozen=True, slots=True)
class Publication:
    """An article on the day (or between the days) of its publication, with what it says."""

    article: Article
    first: date
    last: date
    after_cut_off: bool
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Denial:
    """A party's denial of a claim on its day."""

    claim: Claim
    day: date
    after_cut_off: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything with a date in order, and aside what has none. `cut_off` is the case's information cut-off, None for "now"."""

    events: tuple[Event, ...]
    publications: tuple[Publication, ...]
    denials: tuple[Denial, ...]
    undated_claims: tuple[Claim, ...]
    undated_articles: tuple[Article, ...]
    cut_off: date | None


class Times(Noun):
    def timeline(self, views: Sequence[ClaimView] | None = None) -> Timeline:
        """The timeline as it is now; of the views that somebody has at hand, else of all claims."""
        with self._file.read() as reader:
            shown = claim_views(reader) if views is None else views
            span = day_span(reader.info().as_of)
            return timeline(shown, [article for article in reader.articles() if article.has_text], span[1] if span else None)


def timeline(views: Sequence[ClaimView], articles: Sequence[Article], cut_off: date | None) -> Timeline:
    """Claims by event date, articles by publication, denials by their day. A range stands from its first day to its last."""
    said: dict[int, list[tuple[Claim, Appearance]]] = {}
    for view in views:
        for appearance in view.appearances:
            said.setdefault(appearance.article_id, []).append((view.claim, appearance))
    claims = [view.claim for view in views]
    events = [Event(c, *span, _after(span[0], cut_off)) for c in claims if (span := day_span(c.event_date))]
    published = {a.id: day_span(a.value(Field.PUBLISHED) or "") for a in articles}
    publications = [
        Publication(a, *span, _after(span[0], cut_off), _sayings(said.get(a.id, ()))) for a in articles if (span := published[a.id])
    ]
    denials = [
        Denial(c, span[0], _after(span[0], cut_off)) for c in claims if c.basis is Basis.PARTY_DENIAL and (span := day_span(c.denied_on))
    ]
    return Timeline(
        tuple(sorted(events, key=lambda e: (e.first, e.last, e.claim.id))),
        tuple(sorted(publications, key=lambda p: (p.first, p.last, p.article.id))),
        tuple(sorted(denials, key=lambda d: (d.day, d.claim.id))),
        tuple(c for c in claims if not day_span(c.event_date)), _undated(articles, published), cut_off,
    )  # fmt: skip


def _undated(articles: Iterable[Article], published: Mapping[int, object]) -> tuple[Article, ...]:
    return tuple(a for a in articles if not published[a.id])


def _after(day: date, cut_off: date | None) -> bool:
    return cut_off is not None and day > cut_off


def _sayings(found: Iterable[tuple[Claim, Appearance]]) -> tuple[Saying, ...]:
    """What an article says, by claim; the same stance on the same claim once."""
    once = {(c.id, a.stance): Saying(c, a.stance, a.passage_id) for c, a in found if a.passage_id}
    return tuple(once[key] for key in sorted(once))
