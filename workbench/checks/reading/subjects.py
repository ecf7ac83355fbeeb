"""Who a sentence is about, and whether a name or description may be the one who speaks."""

from __future__ import annotations

import re

from workbench.checks.reading.speaker import Sort, Speaker, capital
from workbench.checks.reading.speakers import Names
from workbench.checks.reading.tokens import Token, Unit
from workbench.domain.languages.speech import Speech

SEVERAL = re.compile(r"(?:[^s’]s|men|people|folks|police|children|media|majority|percent)$")


class Subjects:
    """The words of one sentence with what is asked of its speakers."""

    def __init__(self, unit: Unit, speech: Speech) -> None:
        self.tokens, self.speech = unit.tokens, speech
        self.names = Names(unit.tokens, speech, speech.verbs | speech.views)

    def _is_between(self, token: Token) -> bool:
        return token.is_word and (
            token.low in self.speech.between or (token.low.endswith("ly") and token.low.islower() and not capital(token))
        )

    def _speaks(self, speaker: Speaker) -> bool:
        """Whether a description holds a noun of those who speak, or of what does."""
        known = self.speech.people | self.speech.papers
        if not known:
            return True
        words = self.tokens[speaker.first : speaker.head]
        if words[0].low in self.speech.pronouns and len(words) > 1 and words[1].low == "of":
            return True
        return any(t.low in known or t.low.rpartition("-")[2] in known for t in words) or any(capital(t) for t in words[1:])

    def _head(self, speaker: Speaker) -> str:
        """The noun that a description is about: the last before its first preposition."""
        for at in range(speaker.first + 1, speaker.head):
            if self.tokens[at].low in self.speech.joins and self.tokens[at - 1].low not in self.speech.determiners:
                return self.tokens[at - 1].low
        return self.tokens[speaker.head - 1].low

    def _determined(self, speaker: Speaker) -> bool:
        first = self.tokens[speaker.first]
        return first.low in self.speech.determiners or bool(SEVERAL.search(self.tokens[speaker.head - 1].low))

    def _past_dateline(self) -> int:
        """Where the words begin behind a place in capitals or an agency in brackets with its dash."""
        for i in range(1, min(len(self.tokens), 9)):
            if self.tokens[i].text in ("—", "–", "-", "--"):
                placed = self.tokens[0].text.isupper() or self.tokens[i - 1].text == ")"
                return i + 1 if placed and len(self.tokens[0].text) > 1 else 0
        return 0

    def subject(self) -> Speaker | None:
        """Who the sentence is about: the first name, description or pronoun that opens it, behind an adverbial with its comma."""
        at, s = self._past_dateline(), self.speech
        if at >= len(self.tokens):
            return None
        if self.tokens[at].low in s.also and len(self.tokens) > at + 1:
            at += 1
        opens = self.tokens[at]
        if opens.low in s.prepositions or opens.low in s.participles or opens.low in s.breaks or opens.low.endswith(("ing", "ly", "ed")):
            comma = next((i for i in range(at, min(len(self.tokens), 30)) if self.tokens[i].text == ","), None)
            if comma is None:
                return None
            at = comma + 1
        found = self.names.after(at)
        if found is None or self.names.is_time(found.head - 1) or (found.sort is Sort.DESCRIPTION and not self._speaks(found)):
            return None
        return found
