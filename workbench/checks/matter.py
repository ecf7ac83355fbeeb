"""What the checks look at and what they ask: frozen values, so that the same case always raises the same questions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.checks.attribution import Attributed, agency_of, attributed
from workbench.domain.entities import Appearance, Article, Claim, Passage, Zone
from workbench.domain.languages.shelf import language_of
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, Field, Severity


class Place(NamedTuple):
    """Words in an article: `span` is code points into its reading text."""

    article_id: int
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a check has noticed: passages (two or more) that may not agree, and why in words. It decides nothing."""

    type: DiscrepancyType
    severity: Severity
    claim_id: int | None
    places: tuple[Place, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim in an article, with the words, and the sentence that they stand in (code points)."""

    claim: Claim
    appearance: Appearance
    article: Article
    span: Span
    words: str
    sentence: Span

    @property
    def place(self) -> Place:
        return Place(self.article.id, self.span)

    @property
    def language(self) -> str:
        return language_of(self.article)

    @property
    def english(self) -> bool:
        """Whether the words can be looked through for English ones; an article of unknown language is taken for English."""
        return (self.article.value(Field.LANGUAGE) or "en").casefold().startswith("en")


class Sentences:
    """The sentences of each article, cut when they are first asked for; `cut` is the one splitter of the house."""

    def __init__(self, texts: Mapping[int, str], cut: Callable[[str], Sequence[Span]]) -> None:
        self._texts, self._cut = texts, cut
        self._known: dict[int, Sequence[Span]] = {}

    def of(self, article_id: int) -> Sequence[Span]:
        if article_id not in self._known:
            self._known[article_id] = self._cut(self._texts[article_id])
        return self._known[article_id]

    def around(self, place: Place) -> Span:
        """The sentence (or the sentences) that some words stand in; the words themselves where there is none."""
        every, (start, end) = self.of(place.article_id), place.span
        first = last = max(0, bisect_right(every, Span(start, end)) - 1)
        while last + 1 < len(every) and every[last + 1].start < end:
            last += 1
        touched = [span for span in every[first : last + 1] if span.overlaps(place.span)]
        return Span(touched[0].start, touched[-1].end) if touched else place.span


@dataclass(frozen=True, slots=True)
class Matter:
    """A case as the checks read it; `sayings` by claim number, in order of article and place; `texts` and `zones` by article."""

    articles: Mapping[int, Article]
    texts: Mapping[int, str]
    zones: Mapping[int, tuple[Zone, ...]]
    sayings: Mapping[int, tuple[Saying, ...]]
    sentences: Sentences = field(compare=False, repr=False)
    read: dict[Place, Attributed | None] = field(default_factory=dict, compare=False, repr=False)
    """Who has said what was asked for: several checks ask for the same."""

    def attribution(self, saying: Saying) -> Attributed | None:
        """Who the text itself says has said it; None where it speaks in its own voice."""
        place = saying.place
        if place not in self.read:
            text, agency = self.texts[place.article_id], agency_of(saying.article)
            language = saying.article.value(Field.LANGUAGE) or ""
            self.read[place] = attributed(text, place.span, self.sentences.of(place.article_id), agency, language)
        return self.read[place]

    def sentence(self, saying: Saying) -> str:
        """The sentence that the words stand in."""
        return self.texts[saying.article.id][saying.sentence.start : saying.sentence.end]


def matter_of(
    claims: list[Claim], appearances: list[Appearance], passages: Mapping[int, Passage], articles: list[Article],
    texts: Mapping[int, str], zones: Mapping[int, tuple[Zone, ...]], cut: Callable[[str], Sequence[Span]],
) -> Matter:  # fmt: skip
    """Put a case together for the checks; `cut` gives the sentences of a text. Appearances without words, or whose article has no text
    here, are left out."""
    named, numbered = {a.id: a for a in articles}, {c.id: c for c in claims}
    sayings: dict[int, list[Saying]] = {claim.id: [] for claim in claims}
    sentences = Sentences(texts, cut)
    for each in appearances:
        passage = passages.get(each.passage_id or 0)
        if passage and passage.place and each.article_id in texts and each.claim_id in numbered:
            place = Place(each.article_id, passage.span)
            claim, article = numbered[each.claim_id], named[each.article_id]
            sayings[each.claim_id].append(Saying(claim, each, article, place.span, passage.anchor.exact, sentences.around(place)))
    ordered = {number: tuple(sorted(found, key=lambda s: s.place)) for number, found in sayings.items()}
    return Matter(named, texts, zones, ordered, sentences)
