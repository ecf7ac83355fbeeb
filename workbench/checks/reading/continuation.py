"""Quotations that go on: over sentences and paragraphs without a verb of saying of their own, by the speaker who spoke before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.checks.reading.tokens import Token, Unit
from workbench.domain.languages.speech import Speech
from workbench.domain.spans import Span


@dataclass(slots=True)
class Floor:
    """Who has the floor: the speaker of the last saying, and since when. Nobody at first."""

    who: str = ""
    source: Span | None = None
    paragraph: int = -1
    quoted: bool = False
    ended: bool = field(default=True)

    def give(self, who: str, source: Span | None, paragraph: int, quoted: bool) -> None:
        """Somebody speaks."""
        self.who, self.source, self.paragraph, self.quoted, self.ended = who, source, paragraph, quoted, False

    def pass_over(self, unit: Unit) -> None:
        """A sentence in which nobody speaks: a new paragraph of the article's own ends it."""
        if unit.paragraph != self.paragraph and self.paragraph >= 0:
            self.ended = True

    def holds(self, unit: Unit) -> bool:
        """Whether a quotation in this sentence, which names nobody, is still the same speaker's."""
        if self.ended or not self.who:
            return False
        if unit.paragraph == self.paragraph:
            return True
        return self.quoted and unit.paragraph == self.paragraph + 1 and only_quoted(unit.tokens)

    def reports(self, unit: Unit) -> bool:
        """Whether a sentence in the form of reported speech is still the same speaker's: in this paragraph or the next."""
        return bool(self.who) and not self.ended and unit.paragraph <= self.paragraph + 1


def only_quoted(tokens: Sequence[Token]) -> bool:
    """Whether nothing but quotations and marks stands in a sentence."""
    return any(t.is_quotation for t in tokens) and not any(t.is_word for t in tokens)


def goes_on_reporting(tokens: Sequence[Token], speech: Speech) -> bool:
    """Whether the verb form says that the sentence is still somebody's words (German: Er sei …)."""
    return any(t.low in speech.reported for t in tokens[:30] if t.is_word)
