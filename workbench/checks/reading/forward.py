"""Who stands behind a verb of saying or “according to”, with what is put beside the name."""

from __future__ import annotations

from workbench.checks.reading.phrases import LONG, OF, Phrases
from workbench.checks.reading.speaker import Sort, Speaker, capital
from workbench.checks.reading.tokens import Token, in_name

FAR = 45
"""Tokens that are looked at on either side of a verb; none of it grows with the sentence."""


class Forward(Phrases):
    """Reads speakers from their first word on."""

    def after(self, start: int, *, goes_on: bool = False) -> Speaker | None:
        """The speaker that begins at token `start`, with what is put beside it; that must end with a comma where the sentence goes on."""
        tokens, s = self.tokens, self.speech
        if start >= len(tokens) or not (tokens[start].is_word or in_name(tokens[start])):
            return None
        if tokens[start].low in s.pronouns and tokens[start].low not in s.determiners:
            return Speaker(start, start + 1, tokens[start].text, Sort.PRONOUN, start + 1)
        end = self._forward(start)
        if end <= start:
            return None
        found = self._speaker(start, end, end)
        if found is None or self.is_time(end - 1):
            return None
        last, bracket = self._beside_after(end), self._past_bracket(end)
        if goes_on and last > bracket and (last >= len(tokens) or tokens[last].text != ","):
            last = bracket
        name = self._name_beside(end + 1, last) if last > end + 1 else ""
        if name and self._described(found, name):
            return Speaker(start, last, name, Sort.NAME, end)
        return Speaker(start, last, found.who, found.sort, end)

    def _forward(self, start: int) -> int:
        """Where the name or description ends that begins at `start`."""
        tokens, s, at, seen = self.tokens, self.speech, start, False
        while at < len(tokens) and at - start < LONG + 6:
            joined = self._joins_on(at, start, seen)
            if joined is None:
                if self._ends(at, start, seen):
                    break
                seen = True
            elif not joined:
                break
            at += 1
        while at > start and (tokens[at - 1].low in s.joins or tokens[at - 1].low in s.determiners or tokens[at - 1].low in s.also):
            at -= 1
        return at if seen else start

    def _joins_on(self, at: int, start: int, seen: bool) -> bool | None:
        """Whether a mark or small word goes on with the name; None for a word of its own."""
        tokens, s, token = self.tokens, self.speech, self.tokens[at]
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        before = tokens[at - 1] if at else token
        if not token.is_word:
            return token.text in ("&", "-", "/") or (in_name(token) and follows is not None and follows.is_word)
        if not seen:
            return True if token.low in s.determiners or (token.low == "of" and at > start) else None
        if self.is_time(at):
            return False
        if token.low in s.joins:
            return follows is not None and follows.is_word and self._continues(token, follows, before, at)
        if token.low in s.also and follows is not None:
            alike = s.inverts and not self._stops(follows) and follows.low not in s.determiners
            return s.capitals and ((capital(follows) and capital(before)) or (alike and not capital(follows)))
        if token.low in s.genitives and follows is not None and follows.is_word and not self._stops(follows):
            return True
        return before.low in s.joins if token.low in s.determiners else None

    def _ends(self, at: int, start: int, seen: bool) -> bool:
        """Whether the name or description ends before a word."""
        s, token, before = self.speech, self.tokens[at], self.tokens[at - 1] if at else self.tokens[at]
        if self._stops(token):
            return True
        if not seen or capital(token):
            return False
        noun = token.low in s.people or token.low in s.papers
        if s.capitals and capital(before) and not noun and not (self._headed(start, at) or self._named_later(at)):
            return True
        return token.low.endswith("ed") and (before.low in s.people or before.low in s.papers or capital(before))

    def _continues(self, join: Token, follows: Token, before: Token, at: int) -> bool:
        s = self.speech
        if follows.low in s.when or follows.low in s.papers:
            return False
        if follows.low in s.determiners:
            second = self.tokens[at + 2] if at + 2 < len(self.tokens) else None
            if join.low not in OF and (second is None or second.low in s.papers or second.low in s.when):
                return False
            return join.low in OF or before.low in s.people
        if join.low in OF:
            return follows.is_word and not self._stops(follows)
        return (capital(follows) and s.capitals and (before.low in s.people or join.low in ("at", "from"))) or follows.low in s.people

    def _headed(self, start: int, at: int) -> bool:
        """Whether a noun in small letters ends what began with "the" or "a" (an Associated Press *account*)."""
        opened = self.tokens[start].low in self.speech.determiners
        follows = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return opened and (follows is None or not follows.is_word or follows.low in self.speech.joins or follows.low in self.speech.when)

    def _named_later(self, at: int) -> bool:
        """Whether a name follows the adjective at a token (глава Херсонской областной администрации Прокудин)."""
        if not self.speech.inverts or self.speech.nouns_capital:
            return False
        for token in self.tokens[at : at + 5]:
            if self._stops(token) or token.low in self.speech.when or token.low in self.speech.determiners:
                return False
            if capital(token):
                return True
        return False

    def _beside_after(self, end: int) -> int:
        """Where what is put beside a name behind it ends: ", a spokesman for Trump"; `end` where nothing is."""
        tokens, s = self.tokens, self.speech
        end = self._past_bracket(end)
        if end + 1 >= len(tokens) or tokens[end].text != ",":
            return end
        follows = tokens[end + 1]
        excluded = not follows.is_word or follows.low in s.participles or follows.low in s.pronouns or follows.low in s.also
        if excluded and (follows.low not in s.relatives or follows.low == "that"):
            return end
        if not (
            follows.low in s.determiners
            or follows.low in s.people
            or follows.low in s.modifiers
            or follows.low in s.relatives
            or capital(follows)
        ):
            return end
        for i in range(end + 1, min(len(tokens), end + FAR)):
            if tokens[i].is_quotation and not in_name(tokens[i]):
                return end if i > end + 12 else i
            if tokens[i].text in (";", ":", ".", "—", "–") or (tokens[i].text == "," and not self._place(i)):
                return i
        return end

    def _place(self, comma: int) -> bool:
        """Whether a comma stands inside the words put beside: before the name of a state or a further office."""
        follows = self.tokens[comma + 1] if comma + 1 < len(self.tokens) else None
        return bool(follows and capital(follows) and comma + 2 < len(self.tokens) and self.tokens[comma + 2].text == ",")
