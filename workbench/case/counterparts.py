"""Counterparts: the passages that a query about some words is most likely to be held against, each with why."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.case.passages import Mark
from workbench.checks.likely import Likely, Side, differing_figures, likely
from workbench.checks.words import quotations
from workbench.domain.entities import Appearance
from workbench.domain.languages.shelf import language_of
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, ZoneKind
from workbench.storage import Reader

AT_MOST = 8
LOOKED_AT = 24  # of them, the likeliest by their words alone: for each its article is read


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A passage to hold the words against; `why` in words, `likely` what the two most likely disagree in."""

    mark: Mark
    exhibit: str
    words: str
    why: str
    likely: Likely


def counterparts(reader: Reader, mark: Mark, claim_id: int) -> list[Counterpart]:
    """The other passages of a claim: those with other figures first, then other reasons, other articles before the same one."""
    found, words = [], Span(mark.start, mark.end)
    here = side_of(reader, mark, claim_id)
    marked = [a for a in reader.appearances(claim_id=claim_id) if a.passage_id]
    passages = reader.passages(id=[a.passage_id for a in marked])
    appearances = [a for a in marked if passages[a.passage_id or 0].place]
    others = [a for a in appearances if not (a.article_id == mark.article_id and passages[a.passage_id or 0].span.overlaps(words))]
    languages = {article.id: language_of(article) for article in reader.articles(frozenset(a.article_id for a in others))}
    sides = {a.id: Side("", passages[a.passage_id or 0].anchor.exact, language=languages[a.article_id]) for a in others}
    others.sort(key=lambda a: (not differing_figures(here, sides[a.id]), a.article_id == mark.article_id))
    for each in others[:LOOKED_AT]:
        passage = passages[each.passage_id or 0]
        there = Mark(each.article_id, *passage.span)
        side = side_of(reader, there, claim_id)
        guess = likely(here, side)
        rank = (not differing_figures(here, side), guess.type is DiscrepancyType.OTHER, each.article_id == mark.article_id, each.id)
        found.append((rank, Counterpart(there, f"Ex. {each.article_id}", passage.anchor.exact, guess.why or f"C{claim_id} too", guess)))
    return [counterpart for _, counterpart in sorted(found, key=lambda pair: pair[0])[:AT_MOST]]


def guess_of(reader: Reader, one: Mark, other: Mark, claim_id: int) -> Likely:
    """What two passages most likely disagree in. `claim_id` 0 for none."""
    return likely(side_of(reader, one, claim_id), side_of(reader, other, claim_id))


def side_of(reader: Reader, mark: Mark, claim_id: int) -> Side:
    """Words with what is known of them: their appearance of the claim, whether they are quoted, whether they are a headline."""
    text, span = reader.text(mark.article_id), Span(mark.start, mark.end)
    appearance = _appearance(reader, mark, claim_id)
    headline = any(z.kind is ZoneKind.HEADLINE and z.span.overlaps(span) for z in reader.zones(mark.article_id))
    return Side(
        f"Ex. {mark.article_id}", text[mark.start : mark.end], appearance.stance if appearance else None,
        bool(appearance and appearance.attributed_to.strip()), bool(quotations(text, span)), headline,
        language_of(reader.article(mark.article_id)),
    )  # fmt: skip


def _appearance(reader: Reader, mark: Mark, claim_id: int) -> Appearance | None:
    mine = [a for a in reader.appearances(claim_id=claim_id, article_id=mark.article_id) if a.passage_id] if claim_id else []
    passages = reader.passages(id=[a.passage_id for a in mine])
    places = ((a, passages[a.passage_id or 0].place) for a in mine)
    return next((a for a, place in places if place and place.overlaps(Span(mark.start, mark.end))), None)
