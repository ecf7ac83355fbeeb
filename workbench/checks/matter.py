"""What the checks look at and what they ask: frozen values, so that the same case always raises the same questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.checks.attribution import Attributed, attributed
from workbench.checks.words import sentence_around, sentences
from workbench.domain.entities import Appearance, Article, Claim, Passage, Zone
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
    def english(self) -> bool:
        """Whether the words can be looked through for English ones; an article of unknown language is taken for English."""
        return (self.article.value(Field.LANGUAGE) or "en").casefold().startswith("en")


@dataclass(frozen=True, slots=True)
class Matter:
    """A case as the checks read it; `sayings` by claim number, in order of article and place; `texts` and `zones` by article."""

    articles: Mapping[int, Article]
    texts: Mapping[int, str]
    zones: Mapping[int, tuple[Zone, ...]]
    sayings: Mapping[int, tuple[Saying, ...]]
    cut: dict[int, list[Span]] = field(default_factory=dict, compare=False, repr=False)
    """Sentences of the articles that were asked for."""
    read: dict[Place, Attributed | None] = field(default_factory=dict, compare=False, repr=False)
    """Who has said what was asked for: several checks ask for the same."""

    def sentences(self, article_id: int) -> list[Span]:
        """The sentences of an article, cut once."""
        if article_id not in self.cut:
            self.cut[article_id] = sentences(self.texts[article_id])
        return self.cut[article_id]

    def attribution(self, saying: Saying) -> Attributed | None:
        """Who the text itself says has said it; None where it speaks in its own voice."""
        place = saying.place
        if place not in self.read:
            self.read[place] = attributed(self.texts[place.article_id], place.span, self.sentences(place.article_id))
        return self.read[place]

    def sentence(self, saying: Saying) -> str:
        """The sentence that the words stand in."""
        return self.texts[saying.article.id][saying.sentence.start : saying.sentence.end]


def matter_of(
    claims: list[Claim], appearances: list[Appearance], passages: Mapping[int, Passage], articles: list[Article],
    texts: Mapping[int, str], zones: Mapping[int, tuple[Zone, ...]],
) -> Matter:  # fmt: skip
    """Put a case together for the checks. Appearances without words, or whose article has no text here, are left out."""
    named, numbered = {a.id: a for a in articles}, {c.id: c for c in claims}
    sayings: dict[int, list[Saying]] = {claim.id: [] for claim in claims}
    for each in appearances:
        passage = passages.get(each.passage_id or 0)
        if passage and each.article_id in texts and each.claim_id in numbered:
            text, span = texts[each.article_id], passage.span
            saying = Saying(numbered[each.claim_id], each, named[each.article_id], span, passage.anchor.exact, sentence_around(text, span))
            sayings[each.claim_id].append(saying)
    ordered = {number: tuple(sorted(found, key=lambda s: s.place)) for number, found in sayings.items()}
    return Matter(named, texts, zones, ordered)
