"""Who stands before a verb of saying: a name, a description or a pronoun, with what is put beside it."""

from __future__ import annotations

from dataclasses import replace

from workbench.checks.reading.forward import FAR, Forward
from workbench.checks.reading.speaker import Sort, Speaker, capital
from workbench.checks.reading.tokens import in_name
from workbench.domain.languages.speech import words

_ALONE = words("one many some most several few those both this that these all another others")


class Names(Forward):
    """Reads speakers in the tokens of one sentence, on both sides of a verb."""

    def before(self, end: int) -> Speaker | None:
        """The speaker that ends right before token `end`."""
        at, closed = self._without_time(end), end
        if at <= 0:
            return None
        token = self.tokens[at - 1]
        if token.text == ")":
            at = self._opening(at - 1)
            token = self.tokens[at - 1] if at > 0 else token
            if at <= 0:
                return None
        if token.text in (",", "–", "—", "-"):
            return self._with_aside(at - 1, token.text)
        found = self._named(at, closed)
        beside = found is not None and found.last < end and self.tokens[at].low not in self.speech.prepositions
        return replace(found, last=end) if found is not None and beside and found.sort is not Sort.PRONOUN else found

    def _named(self, at: int, closed: int) -> Speaker | None:
        """A speaker whose own words end right before `at`; `closed` is where a bracket behind it ends."""
        token = self.tokens[at - 1] if at > 0 else None
        if token is None or not (token.is_word or in_name(token)):
            return None
        if token.low in self.speech.relatives and at > 1:
            return self._relative(at - 1)
        if token.low in self.speech.pronouns and not (token.low in self.speech.determiners and token.low not in _ALONE):
            return Speaker(at - 1, at, token.text, Sort.PRONOUN, at)
        if at > 1 and token.low.endswith("ed") and not capital(token) and self.tokens[at - 2].low in self.speech.papers:
            at -= 1
        first = self._phrase(at)
        if first is None:
            return None
        first = self._joined(self._extended(first, at))
        antecedent = self._antecedent(first)
        if antecedent is not None:
            return antecedent
        return self._speaker(first, at, closed if self.tokens[at : at + 1] and self.tokens[at].text == "(" else at)

    def _relative(self, at: int) -> Speaker | None:
        """Who, which or that right before the verb: the words before it are meant."""
        end = at - 1 if self.tokens[at - 1].text == "," else at
        first = self._phrase(end) if end > 0 else None
        who = self.tokens[at].text
        if first is None:
            return None
        first = self._extended(first, end)
        found = self._speaker(first, end, end)
        if self.tokens[at].low == "who" or (found and self.tokens[end - 1].low in self.speech.papers | self.speech.people):
            return Speaker(at, at + 1, found.who if found else who, Sort.RELATIVE, at)
        return None

    def _without_time(self, end: int) -> int:
        """Where a phrase of time right before `end` begins (Trump on Monday said)."""
        at = end
        while at > 0 and at > end - 5 and (self.is_time(at - 1) or self.tokens[at - 1].text.isdigit()):
            at -= 1
        if at < end and at > 1 and self.tokens[at - 1].low in self.speech.prepositions:
            at -= 1
        return at if at > 0 else end

    def _with_aside(self, comma: int, mark: str) -> Speaker | None:
        """A speaker with something put beside it between two commas; one that stands behind a preposition only where there is no other."""
        nearest: Speaker | None = None
        for i in range(comma - 1, max(-1, comma - FAR), -1):
            token = self.tokens[i]
            if token.text in (";", ":"):
                return nearest
            if token.text != mark or i + 1 >= comma:
                continue
            found = self._before_aside(i, comma)
            if found is not None and not (found.first > 0 and self.tokens[found.first - 1].low in self.speech.prepositions):
                return found
            nearest = nearest or found
        return nearest

    def _before_aside(self, left: int, right: int) -> Speaker | None:
        own = left
        if own > 0 and self.tokens[own - 1].text == ")":
            own = self._opening(own - 1)
        if own <= 0 or not self._beside(left + 1, right):
            return None
        token = self.tokens[own - 1]
        if not token.is_word:
            return None
        if token.low in self.speech.relatives:
            return self._relative(own - 1)
        if token.low in self.speech.pronouns:
            return Speaker(own - 1, own, token.text, Sort.PRONOUN, own) if token.low not in self.speech.determiners else None
        first = self._phrase(own)
        if first is None:
            return None
        first = self._extended(first, own)
        found = self._speaker(first, own, right)
        if found is None:
            return None
        name = self._name_beside(left + 1, right)
        if name and self._described(found, name):
            return Speaker(first, right, name, Sort.NAME, own)
        return found

    def _beside(self, first: int, last: int) -> bool:
        """Whether the words between two commas may be put beside a name, and are no clause of their own."""
        token = self.tokens[first]
        s = self.speech
        if not token.is_word:
            return False
        if token.low in s.relatives or token.low in ("whose", "whom", "where", "when", "now", "then", "speaking", "himself", "herself"):
            return True
        if token.low in s.determiners or token.low in s.people or token.low in s.modifiers or token.text.isdigit():
            return True
        if token.low in s.prepositions or token.low.endswith(("ing", "ed")) or token.low in ("who’s", "who’d", "who’ll", "like", "as"):
            return True
        return (capital(token) and token.low not in s.pronouns) or last - first <= 3

    def _joined(self, first: int) -> int:
        """The beginning with the other names of a list: Carson, Cruz *and* Paul."""
        s = self.speech
        at = first - 1
        if at < 1 or self.tokens[at].low not in s.also or self.tokens[at].low == "but":
            return first
        left = at - 1 if self.tokens[at - 1].text == "," else at
        begin = self._phrase(left) if left > 0 and self._alike(left - 1) else None
        if begin is None:
            return first
        begin = self._extended(begin, left)
        for _ in range(5):
            if begin < 2 or self.tokens[begin - 1].text != "," or not self._alike(begin - 2):
                break
            further = self._phrase(begin - 1)
            if further is None:
                break
            begin = further
        open_left = begin == 0 or self.tokens[begin - 1].low in s.breaks or self.tokens[begin - 1].text in (",", "“", "—", "–", ":", ";")
        return begin if open_left else first

    def _alike(self, at: int) -> bool:
        token = self.tokens[at]
        return capital(token) or token.low in self.speech.people

    def _antecedent(self, first: int) -> Speaker | None:
        """Those who a relative clause right before the verb is about: *voters* who back Trump say."""
        s = self.speech
        for i in range(first - 1, max(0, first - 14), -1):
            token = self.tokens[i]
            if token.is_quotation or token.text in (",", ";", ":", "—", "–"):
                return None
            if token.low in ("who", "whose") or (token.low == "that" and i < first - 1 and self.tokens[i - 1].low in s.papers):
                if i == first - 1:
                    return None
                if self.tokens[i - 1].text == "," and i > 1:
                    i -= 1
                left = self.tokens[i - 1]
                if capital(left) and s.capitals and (begin := self._phrase(i)) is not None:
                    return self._speaker(self._extended(begin, i), i, i)
                if (
                    left.low not in s.people
                    and not left.low.endswith("s")
                    and left.low not in ("those", "one")
                    and left.low not in s.papers
                ):
                    return None
                if left.low in s.determiners:
                    return Speaker(i - 1, i, left.text, Sort.PRONOUN, i)
                begin = self._phrase(i)
                return self._speaker(self._extended(begin, i), i, i) if begin is not None else None
            if token.low in self.speech.clauses:
                return None
            left = self.tokens[i - 1]
            begin = self._phrase(i) if token.low.endswith("ing") and left.low in s.people else None
            if begin is not None and (
                begin == 0 or self.tokens[begin - 1].low in s.also or self.tokens[begin - 1].low in self.speech.clauses
            ):
                return self._speaker(begin, i, i)
        return None
