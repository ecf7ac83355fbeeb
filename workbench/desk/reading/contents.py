"""What stands in the article that a pane shows: its appearances with their passages, and their claims as they are now. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from workbench.checks.figures import figures
from workbench.desk.reading.marks import TextMark
from workbench.domain.entities import Appearance, Article, Claim, Passage
from workbench.domain.languages.shelf import language_of
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OPPOSING, Stance


class Contents:
    """Spans are code points of the whole text. The claims may be newer than the rest: a status changes nothing in the article."""

    def __init__(
        self,
        appearances: Sequence[Appearance] = (),
        passages: Mapping[int, Passage] | None = None,
        claims: Mapping[int, Claim] | None = None,
        article: Article | None = None,
    ) -> None:
        self.appearances = tuple(appearances)
        self.passages: Mapping[int, Passage] = passages or {}
        self.claims: dict[int, Claim] = dict(claims or {})
        self.language = language_of(article) if article else ""

    def take_claims(self, claims: Iterable[Claim]) -> None:
        """Claims as they are now."""
        self.claims |= {claim.id: claim for claim in claims}

    def span(self, appearance: Appearance) -> Span | None:
        """Where an appearance stands; None for "not mentioned", and for words that are no longer in the text."""
        passage = self.passages.get(appearance.passage_id or 0)
        return passage.place if passage else None

    def marked(self, claim_id: int) -> list[tuple[Span, Appearance]]:
        """The appearances of a claim that have a passage here, with their places."""
        return [(span, a) for a in self.appearances if a.claim_id == claim_id and (span := self.span(a))]

    def lost(self, claim_id: int) -> bool:
        """Whether a claim was marked here in words that are no longer in the text."""
        return any(a.claim_id == claim_id and a.passage_id and not self.span(a) for a in self.appearances)

    def first(self, claim_id: int) -> Span | None:
        """Where a claim stands first."""
        return min((span for span, _ in self.marked(claim_id)), default=None)

    def nearest(self, claim_id: int, words: Span) -> Appearance | None:
        """The appearance of a claim that stands nearest to some words."""
        return min(self.marked(claim_id), key=lambda each: abs(each[0].start - words.start), default=(None, None))[1]

    def marks(self) -> list[TextMark]:
        """Every appearance as it is drawn, with the status that its claim has now."""
        return [self._mark(span, a, self.claims[a.claim_id]) for a in self.appearances if (span := self.span(a))]

    def _mark(self, span: Span, a: Appearance, claim: Claim) -> TextMark:
        return TextMark(span.start, span.end, claim.id, a.id, claim.verdict, a.stance in OPPOSING, a.stance.label)

    def cited(self) -> list[int]:
        """The origins that the appearances rest on, the most used first."""
        return [number for number, _ in Counter(a.origin_id for a in self.appearances if a.origin_id).most_common() if number]

    def carried(self) -> int:
        """How many claims are marked here."""
        return len({a.claim_id for a in self.appearances if a.stance is not Stance.NOT_MENTIONED})

    def differing(self, claim_id: int, text: str, values: Iterable[Decimal]) -> list[Span]:
        """The figures in the claim's passages that have one of these values."""
        wanted = frozenset(values)
        found = ((s, f) for s, _ in self.marked(claim_id) for f in figures(text[s.start : s.end], self.language)) if wanted else ()
        return [Span(s.start + f.span.start, s.start + f.span.end) for s, f in found if f.value in wanted]
