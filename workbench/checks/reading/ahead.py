"""What is said behind the words that tell of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from workbench.checks.reading.behind import Behind
from workbench.checks.reading.cue import Cue, Way
from workbench.checks.reading.tokens import Token

NEAR = 16
"""Tokens behind a verb in which "that", a colon or a quotation may still open what is said."""
_ENDS = frozenset((".", ";", "—", "–"))


class Ahead(Behind):
    """Reads what is said where its speaker is named before it."""

    def _ahead(self, cue: Cue, later: Sequence[Cue], taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """What is said behind the cue."""
        start = cue.first if self.tokens[cue.first].is_quotation else self._opening(cue)
        if start >= self.length:
            return self._object(cue)
        end = self._cut(cue, start, later)
        for a, _ in taken:
            if start <= a < end:
                end = a
        while end > start and self.tokens[end - 1].text in (",", ".", ";", ":", "—", "–"):
            end -= 1
        if not any(t.is_word or t.is_quotation for t in self.tokens[start:end]):
            return self._object(cue)
        if (
            cue.way in (Way.VERB, Way.SAME)
            and not self.speech.inverts
            and start == max(cue.last, cue.right)
            and self._circumstance(start, end)
        ):
            return None
        if cue.way is Way.VIEW and self.tokens[start].low in self.speech.finite:
            return None
        return start, end

    def _circumstance(self, start: int, end: int) -> bool:
        """Whether the words behind a verb of saying only tell where, when or how it was said."""
        first = self.tokens[start].low
        return first in self.speech.prepositions - {"of", "about", "to", "on", "for", "against", "like"} and not any(
            t.is_quotation or t.low in self.speech.passive for t in self.tokens[start:end]
        )

    def _object(self, cue: Cue) -> tuple[int, int] | None:
        """For a passive with nothing behind it: its subject; where the speaker stands behind the verb, what stands before it."""
        if self.speech.inverts and cue.left > 2 and cue.way in (Way.VERB, Way.VIEW):
            return 0, cue.left
        if cue.way is not Way.PASSIVE or cue.first == 0:
            return None
        at = bisect_right(self.commas, cue.first)
        comma = self.commas[at - 1] if at else -1
        return (comma + 1, cue.first) if cue.first - comma > 1 else None

    def _opening(self, cue: Cue) -> int:
        """Where what is said begins behind a verb: behind the one addressed, a time, and "that" or a colon."""
        at, s = max(cue.last, cue.right), self.speech
        saying = cue.way in (Way.VERB, Way.INVERTED, Way.NOUN, Way.SAME)
        if cue.way is Way.COLON:
            return at
        if self.speech.comma_clause:
            return self._behind_comma(at)
        far = saying and at < self.length and self._leads(self.tokens[at], cue)
        for i in range(at, min(self.length, at + (NEAR if far else 1))):
            token = self.tokens[i]
            if token.low == "that" or token.low in s.that - {"if", "how", "why", "whether"}:
                return i + 1
            if token.text == ":":
                return i + 1
            if token.is_quotation:
                return i if self._only_circumstance(at, i) else at
            if token.text in _ENDS or (token.is_word and i > at and self._finite(token)):
                break
        return self._past_addressed(at, cue)

    def _behind_comma(self, at: int) -> int:
        """What is said where its clause stands behind a comma; right behind the verb where none does."""
        s = self.speech
        for i in range(at, min(self.length, at + 2 * NEAR)):
            token = self.tokens[i]
            if token.text in (",", ":"):
                return i + 2 if i + 1 < self.length and self.tokens[i + 1].low in s.that else i + 1
            if token.low in s.that:
                return i + 1
            if token.is_quotation:
                return i if self._only_circumstance(at, i) else at
            if token.text in _ENDS:
                break
        return at

    def _leads(self, token: Token, cue: Cue) -> bool:
        """Whether the words behind a verb may be where, when and to whom it was said, before what was."""
        s = self.speech
        if not token.is_word:
            return True
        opens = token.low in s.prepositions or token.low in s.when or token.low.endswith("ly") or token.low in s.that
        return opens or self.tokens[cue.last - 1].low in s.telling or cue.way is Way.INVERTED

    def _only_circumstance(self, at: int, end: int) -> bool:
        words = self.tokens[at:end]
        if not words or not words[0].is_word:
            return True
        first = words[0].low
        return first in self.speech.prepositions or first in self.speech.when or (end - at <= 3 and first.endswith("ly"))

    def _finite(self, token: Token) -> bool:
        s = self.speech
        return (
            token.low in s.passive or token.low in s.verbs or token.low in ("has", "had", "have", "will", "would", "should", "could", "can")
        )

    def _past_addressed(self, at: int, cue: Cue) -> int:
        s = self.speech
        if cue.last > 0 and self.tokens[cue.last - 1].low in s.telling and at < self.length and self.tokens[at].is_word:
            told = self.cues.names.after(at) if self.tokens[at].low not in ("him", "her", "them", "us", "me") else None
            past = told.head if told is not None else at + 1
            at = past if any(t.is_word or t.is_quotation for t in self.tokens[past:]) else at
        start = at
        while at < self.length and at - start < 4 and (self.tokens[at].low in s.when or (at > start and self.tokens[at].text.isdigit())):
            at += 1
        if at + 1 < self.length and self.tokens[at].low in s.prepositions and self.tokens[at + 1].low in s.when:
            at += 2
        return at if at < self.length else start

    def _cut(self, cue: Cue, start: int, later: Sequence[Cue]) -> int:
        """Where what is said behind a cue ends: the sentence, or what another speaker or verb of the same speaker says."""
        end = self.length
        if cue.relative or self._subordinate(cue):
            end = min(end, self._comma(start))
        if cue.left == 0 and cue.way is Way.SAME:
            end = min(end, self._comma(start))
        for other in later:
            if other.first <= start:
                continue
            if other.way is Way.SAME and self._parts_from(other):
                end = min(end, other.left)
                break
            if other.speaker is not None and other.way in (Way.VERB, Way.VIEW):
                if other.left < cue.first:
                    end = min(end, other.first)
                    break
                opener = self.tokens[other.left - 1].low if other.left > 0 else ""
                marked = other.left > 1 and self.tokens[other.left - 2].text in (",", ";")
                new = opener in ("but", "while", "whereas", "although", "though") or (opener == "and" and cue.way is Way.VIEW)
                if self.tokens[other.left - 1].text == ";" or (marked and new):
                    end = min(end, other.left - 1)
                    break
        return end

    def _subordinate(self, cue: Cue) -> bool:
        """Whether the speaker stands in a clause that opens the sentence and ends with its comma: While X supports …, Y said."""
        if cue.left == 0 or cue.left > 4 or cue.way not in (Way.VERB, Way.VIEW):
            return False
        return any(t.low in self.speech.subordinate for t in self.tokens[: cue.left])

    def _parts_from(self, other: Cue) -> bool:
        """Whether a verb without a speaker of its own goes on with the first speaker: behind a comma, or said again (and added)."""
        before = self.tokens[other.left].text
        follows = self.tokens[other.last] if other.last < self.length else None
        says = self.tokens[other.last - 1].low in self.speech.verbs
        opens = says and (before == "but" or (follows is not None and (follows.is_quotation or follows.low in self.speech.that)))
        return (
            opens or before in (",", "–", "—") or self.tokens[other.left].is_quotation or self.tokens[other.first].low in self.speech.again
        )
