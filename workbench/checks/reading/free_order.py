"""Verbs of saying in languages whose speaker may stand on either side of them, and clauses that only name a speaker."""

from __future__ import annotations

from dataclasses import replace

from workbench.checks.reading.cue import Cue, Way
from workbench.checks.reading.sources import Sources
from workbench.checks.reading.speaker import Sort, Speaker

_PLURAL = ("ли", "ют", "ят", "ють", "ять")


class FreeOrder(Sources):
    """Finds verbs whose speaker may stand behind them in any sentence."""

    def _clause(self, i: int) -> Cue | None:
        """ "as the minister said": the word, the speaker and the verb."""
        if self.tokens[i].low not in self.speech.as_said:
            return None
        said = self._said_first(i)
        if said is not None:
            return said
        speaker = self.names.after(i + 1)
        if speaker is None:
            return None
        verb = speaker.last
        if self.speech.endings:
            return self._clause_to_end(i, speaker)
        while verb < len(self.tokens) and verb < speaker.last + 4 and self._is_between(self.tokens[verb]):
            verb += 1
        if verb >= len(self.tokens) or self.tokens[verb].low not in self.speech.verbs | {"put", "puts"}:
            return None
        follows = self.tokens[verb + 1] if verb + 1 < len(self.tokens) else None
        if follows is not None and follows.is_word and follows.low not in self.speech.when | self.speech.prepositions | {"it", "on"}:
            return None
        return Cue(Way.CLAUSE, verb, verb + 1, i, verb + 1, speaker)

    def _said_first(self, i: int) -> Cue | None:
        """ "как сообщил министр": the verb before the speaker."""
        at, s = i + 1, self.speech
        while s.inverts and at < len(self.tokens) and at < i + 4 and self._is_between(self.tokens[at]):
            at += 1
        if not s.inverts or at >= len(self.tokens) or self.tokens[at].low not in s.verbs:
            return None
        speaker = self.names.after(at + 1)
        return Cue(Way.CLAUSE, at, at + 1, i, speaker.last, speaker) if speaker else None

    def _clause_to_end(self, i: int, speaker: Speaker) -> Cue | None:
        """ "wie der Minister am Montag in Berlin mitteilte": the verb closes the clause."""
        s = self.speech
        for at in range(speaker.head, min(len(self.tokens), speaker.head + 16)):
            token = self.tokens[at]
            if token.low in s.verbs or token.low in s.views or token.low in s.endings:
                last = at + 1
                while last < len(self.tokens) and (self.tokens[last].low in s.helpers or self.tokens[last].low in s.endings):
                    last += 1
                return Cue(Way.CLAUSE, at, last, i, last, replace(speaker, last=speaker.head))
            if token.text in (",", ";", ":") or token.is_quotation:
                return None
        return None

    def _whole(self, i: int) -> bool:
        """Whether a verb that needs a second word to say something has it in its clause, and "es heißt" its "es"."""
        s, word = self.speech, self.tokens[i].low
        if word in s.impersonal and "es" in s.pronouns and not any(t.low == "es" for t in self.tokens[max(0, i - 1) : i + 2]):
            return False
        wanted = s.separable.get(word)
        if wanted is None:
            return True
        parts = wanted.split()
        for at in range(i + 1, min(len(self.tokens), i + 24)):
            if self.tokens[at].low in parts:
                return True
            if self.tokens[at].text in (":", ";"):
                return False
        return False

    def _either(self, first: int, i: int, helpers: list[str]) -> Cue | None:
        """A verb whose speaker may stand on either side of it."""
        s, word = self.speech, self.tokens[i].low
        way = Way.VERB if word in s.verbs or word in s.quoting else Way.VIEW
        left = self.tokens[first - 1] if first else None
        parted = left is None or not left.is_word
        at = i + 1
        while at < len(self.tokens) and at < i + 4 and self._is_between(self.tokens[at]):
            at += 1
        behind = self.names.after(at)
        if behind is not None and behind.last < len(self.tokens) and not self._closed(behind.last):
            behind = None
        before = self.names.before(first) if first else None
        if before is not None and before.first > 0 and self.tokens[before.first - 1].low in s.prepositions:
            inside = before.first == 1 and self.tokens[0].low in s.within and word.endswith(_PLURAL)
            if inside:
                return Cue(way, first, i + 1, 0, i + 1, before)
            before = None
        before, behind = self._somebody(before), self._somebody(behind)
        if word in s.impersonal:
            return self._impersonal(first, i)
        if parted and behind is not None and way is Way.VERB:
            return Cue(Way.INVERTED, first, i + 1, first, behind.last, behind)
        if before is not None:
            return Cue(way, first, i + 1, before.first, i + 1, before)
        if left is not None and left.low in s.also:
            return Cue(Way.SAME, first, i + 1, first - 1, i + 1, None)
        return Cue(way, first, i + 1, first, behind.last, behind) if behind is not None else None

    def _somebody(self, speaker: Speaker | None) -> Speaker | None:
        """A speaker who is one: no impersonal pronoun."""
        impersonal = (
            speaker is not None and speaker.sort is Sort.PRONOUN and self.speech.pronouns.get(speaker.who.casefold(), "") in ("n", "2")
        )
        return None if impersonal else speaker

    def _closed(self, at: int) -> bool:
        """Whether a description ends at a token: a mark, a preposition, a time or the next clause stands there."""
        token, s = self.tokens[at], self.speech
        ends = token.low in s.when or token.low in s.prepositions or token.low in s.breaks or token.low in s.that or token.low in s.endings
        return not token.is_word or ends

    def _impersonal(self, first: int, i: int) -> Cue | None:
        """ "heißt es in dem Bericht": the source behind a preposition."""
        for at in range(i + 1, min(len(self.tokens), i + 4)):
            if self.tokens[at].low in self.speech.prepositions:
                speaker = self.names.after(at + 1)
                return Cue(Way.INVERTED, first, i + 1, first, speaker.last, speaker) if speaker else None
        return None

    def _parted(self, i: int) -> Cue | None:
        """A participle at the end of a clause with its auxiliary and its speaker before it: X hat am Montag erklärt."""
        s = self.speech
        if self.tokens[i].low not in s.endings or not s.helpers:
            return None
        if i + 1 < len(self.tokens) and self.tokens[i + 1].is_word and self.tokens[i + 1].low not in s.helpers:
            return None
        for at in range(i - 1, max(-1, i - 18), -1):
            token = self.tokens[at]
            if token.text in (";", ":") or token.is_quotation:
                return None
            if token.low in s.helpers:
                speaker = self.names.before(at) if at else None
                if speaker is None or (speaker.first > 0 and self.tokens[speaker.first - 1].low in s.prepositions):
                    speaker = self.names.after(at + 1)
                return Cue(Way.VERB, i, i + 1, speaker.first, i + 1, speaker) if speaker else None
        return None
