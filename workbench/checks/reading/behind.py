"""What is said before the words that tell of it, or on both sides of them."""

from __future__ import annotations

from bisect import bisect_right

from workbench.checks.reading.cue import Cue, Way
from workbench.checks.reading.cues import Cues
from workbench.checks.reading.tokens import Unit
from workbench.domain.languages.speech import Speech

_JOINED = frozenset((",", "—", "–", "-"))


class Behind:
    """Reads what is said where its speaker is named behind it or inside it."""

    def __init__(self, unit: Unit, speech: Speech) -> None:
        self.tokens, self.speech = unit.tokens, speech
        self.cues = Cues(unit, speech)
        self.length = len(unit.tokens)
        self.commas = [i for i, t in enumerate(unit.tokens) if t.text == ","]

    def _behind(self, cue: Cue) -> list[tuple[int, int]] | None:
        """The parts of what is said where the cue stands behind it or inside it; None where it does not."""
        if cue.way in (Way.SOURCE, Way.CLAUSE):
            return self._around(cue)
        if cue.way not in (Way.VERB, Way.INVERTED, Way.VIEW) or cue.speaker is None or cue.relative:
            return None
        left = cue.left
        if left == 0:
            return None
        before = self.tokens[left - 1]
        mark = left - 1
        while mark > 0 and mark > left - 4 and not self.tokens[mark].is_word and not self.tokens[mark].is_quotation:
            mark -= 1
        before = (
            self.tokens[mark] if self.tokens[mark].is_quotation and mark < left - 1 and self.tokens[left - 1].text in _JOINED else before
        )
        quoted = before.is_quotation and (
            self._tail(cue) is not None or (before.ended and before.text[-2:-1] not in ".?!") or mark < left - 1
        )
        if not quoted and before.text not in (",", "—", "–", "?", "!", "-"):
            return None
        weak = cue.way is Way.VIEW and not (quoted and before.ended)
        if weak and (self._tail(cue) != self.length or self._clause_words(left) < 4):
            return None
        end = self._tail(cue)
        short = self._clause_words(left) < (1 if self.speech.inverts else 4)
        if not quoted and (end is None or (short and not (end < self.length - 4 and self.tokens[end].text == ","))):
            return None
        if end is None:
            end = self._next_mark(cue.right)
        parts = [] if short and not quoted else [(self._begin(left), left)]
        more = self._second(end, quoted)
        return [*parts, more] if more else parts or None

    def _clause_words(self, left: int) -> int:
        return sum(9 if t.is_quotation else t.is_word for t in self.tokens[max(0, left - 40) : left])

    def _begin(self, left: int) -> int:
        """Where what is said before the cue begins: the sentence, without "But"."""
        at = 0
        while at < left - 1 and self.tokens[at].low in self.speech.also:
            at += 1
        return at

    def _tail(self, cue: Cue) -> int | None:
        """Where the few words behind a closing cue end (he told CNN on Monday); None where what is said follows."""
        at, s = cue.right, self.speech
        if at >= self.length:
            return self.length
        token = self.tokens[at]
        if token.text == ":" or token.is_quotation:
            return None
        if token.is_word:
            telling = self.tokens[cue.last - 1].low in s.telling
            opens = token.low in s.when or token.low in s.prepositions or token.low.endswith("ly") or token.low in s.participles
            opens = opens or token.low in ("when", "while", "after", "as", "because")
            if not (telling or opens):
                return None
        for i in range(at, min(self.length, at + 26)):
            token = self.tokens[i]
            if token.is_quotation or token.low in s.that:
                return None
            if token.text in (",", ".", ";", "—", "–", "?", "!"):
                return i
            if token.text == ":":
                return None
        return self.length if self.length <= at + 26 else None

    def _next_mark(self, at: int) -> int:
        for i in range(at, min(self.length, at + 40)):
            if self.tokens[i].text in (",", ".", ";", ":", "—", "–"):
                return i
        return self.length

    def _second(self, end: int, quoted: bool) -> tuple[int, int] | None:
        """The part that goes on behind the cue: “…,” she said, “…”."""
        if end + 1 >= self.length:
            return None
        follows = self.tokens[end + 1]
        if follows.is_quotation and self.tokens[end].text in (",", ":", ".", "—", "–", ";"):
            return end + 1, self._last(end + 1)
        s = self.speech
        plain = not quoted and self.tokens[end].text == "," and follows.is_word and self.length - end > 4
        if plain and not (
            follows.low in s.participles or follows.low in s.relatives or follows.low in s.also or follows.low in ("where", "when")
        ):
            return end + 1, self._last(end + 1)
        return None

    def _last(self, start: int) -> int:
        """Where what is said ends that goes to the end of the sentence: before another speaking verb of the same one."""
        for i in range(start + 1, self.length):
            token = self.tokens[i]
            if token.low in self.speech.participles and self.tokens[i - 1].text == "," and i > start + 2:
                return i - 1
        return self.length

    def _around(self, cue: Cue) -> list[tuple[int, int]] | None:
        """What a source is named for: the rest of the sentence, on both sides."""
        left, right = cue.left, cue.right
        while left > 0 and self.tokens[left - 1].low in self.speech.also:
            left -= 1
        before = (self._begin(left), left)
        after = None
        if right < self.length and self.tokens[right].text == ",":
            right += 1
        if self.speech.comma_clause and left > 1 and self.length - right > 3:
            return [before, (right, self._last(right))]
        opening = left <= 1 and not self.tokens[0].is_quotation
        if opening or (self.length - right > 3 and self.tokens[right - 1].text == "," and self._goes_on(right)):
            after = (right, self._last(right)) if right < self.length else None
        if opening:
            return [after] if after else None
        return [before, after] if after else [before]

    def _goes_on(self, right: int) -> bool:
        s, token = self.speech, self.tokens[right]
        return not (token.low in s.relatives or token.low in s.participles or token.low in s.also or token.low in ("where", "when"))

    def _comma(self, start: int) -> int:
        at = bisect_right(self.commas, start)
        return self.commas[at] if at < len(self.commas) else self.length
