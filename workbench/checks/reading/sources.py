"""Sources that are named without a verb: according to, a claim of, a name with a colon."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.checks.reading.cue import Cue, Way
from workbench.checks.reading.speaker import Sort, Speaker, capital
from workbench.checks.reading.subjects import Subjects
from workbench.checks.reading.tokens import Token, Unit
from workbench.domain.languages.speech import Speech


def _phrases(listed: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(listed, key=len, reverse=True):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return found


def _match(tokens: tuple[Token, ...], i: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
    """How many tokens of a phrase stand at `i`; 0 for none."""
    for parts in phrases.get(tokens[i].low, ()):
        if len(tokens) >= i + len(parts) and all(tokens[i + n].low == part for n, part in enumerate(parts)):
            return len(parts)
    return 0


class Sources(Subjects):
    """Finds the cues of one sentence that are no verbs."""

    def __init__(self, unit: Unit, speech: Speech) -> None:
        super().__init__(unit, speech)
        self.phrases = _phrases(speech.according)
        self.behind = _phrases(speech.according_after)

    def _colon(self) -> Cue | None:
        for i in range(1, min(len(self.tokens) - 1, 7)):
            token = self.tokens[i]
            if token.text == ":":
                speaker = self.names.after(0)
                if speaker is None or speaker.last != i or speaker.sort is Sort.PRONOUN:
                    return None
                words = self.tokens[speaker.first : speaker.last]
                if len(words) == 1 and not self.tokens[i + 1].is_quotation:
                    return None
                fits = all(capital(t) or t.low in self.speech.people or t.low in self.speech.joins for t in words)
                return Cue(Way.COLON, i, i + 1, 0, i + 1, speaker) if fits else None
            if not token.is_word:
                return None
        return None

    def _source(self, i: int) -> Cue | None:
        length = _match(self.tokens, i, self.phrases)
        if length and self.tokens[i].low in self.speech.after_mark and (i == 0 or self.tokens[i - 1].is_word or self._attributive(i + 1)):
            return None
        if length:
            speaker = self.names.after(i + length, goes_on=i < 2)
            if speaker is not None and not self.speech.determiners:
                speaker = self._first_word(speaker)
            if speaker is None or (speaker.sort is Sort.DESCRIPTION and not (self._speaks(speaker) or self._determined(speaker))):
                return None
            return Cue(Way.SOURCE, i, i + length, i, speaker.last, speaker)
        if self.tokens[i].low in self.speech.sourced:
            return self._from_paper(i)
        length = _match(self.tokens, i, self.behind)
        speaker = self.names.before(i) if length else None
        return Cue(Way.SOURCE, i, i + length, speaker.first, i + length, speaker) if speaker else None

    def _first_word(self, speaker: Speaker) -> Speaker:
        """A source at its shortest, in a language without articles where no mark ends it: its first word and the names behind it."""
        if speaker.last < len(self.tokens) and self.tokens[speaker.last].text == ",":
            return speaker
        if speaker.first > 1:
            return speaker
        last = speaker.first + 1
        while last < speaker.head and capital(self.tokens[last]):
            last += 1
        return replace(speaker, last=last, head=last, who=" ".join(t.text for t in self.tokens[speaker.first : last]))

    def _attributive(self, at: int) -> bool:
        """Whether "so" belongs to an adjective behind it (so genannte)."""
        return at >= len(self.tokens) or self.tokens[at].low.startswith(("genannt", "dass", "wie"))

    def _from_paper(self, i: int) -> Cue | None:
        """ "nach Angaben der Polizei": the source is a statement, and its owner the speaker where one is named."""
        speaker, s = self.names.after(i + 1), self.speech
        if speaker is None:
            return None
        at = next((n for n in range(speaker.first, min(speaker.head, speaker.first + 4)) if self.tokens[n].low in s.papers), None)
        if at is None:
            return None
        own = at + 1
        while own < speaker.head and (self.tokens[own].low in s.genitives or self.tokens[own].low in s.joins):
            own += 1
        if at + 1 < own < speaker.head:
            speaker = replace(speaker, who=" ".join(t.text for t in self.tokens[own : speaker.head]))
        return Cue(Way.SOURCE, i, i + 1, i, speaker.last, speaker)

    def _noun(self, i: int) -> Cue | None:
        """A noun of saying with what is said behind "that": the claim of X that."""
        if self.tokens[i].low not in self.speech.nouns or i + 1 >= len(self.tokens):
            return None
        after, s = self.tokens[i + 1], self.speech
        speaker, right = self._owner(i), i + 1
        if after.low in s.by or after.low == "from":
            agent = self.names.after(i + 2)
            if agent is not None and (agent.sort is Sort.NAME or self._speaks(agent)):
                speaker, right = agent, agent.last
        if right >= len(self.tokens) or self.tokens[right].low not in (s.owned if speaker else s.that & s.owned):
            return None
        if self.tokens[right].low != "that" and self.tokens[right].low not in s.that and self.tokens[i].low in s.papers:
            return None
        return Cue(Way.NOUN, i, i + 1, min(i, speaker.first if speaker else i), right, speaker)

    def _owner(self, i: int) -> Speaker | None:
        """The one whose claim it is, before the noun: Trump’s, his."""
        for at in range(i - 1, max(-1, i - 4), -1):
            token = self.tokens[at]
            if token.low.endswith(("’s", "s’")) and len(token.low) > 2:
                first = at
                while first > 0 and capital(self.tokens[first - 1]) and at - first < 5:
                    first -= 1
                words = " ".join(t.text for t in self.tokens[first : at + 1])
                who = re.sub(r"[’']s?$", "", words) if token.low.endswith("’s") else words[:-1]
                return Speaker(first, at + 1, who, Sort.NAME if capital(token) else Sort.DESCRIPTION, at + 1)
            if token.low in ("his", "her", "their"):
                return Speaker(at, at + 1, token.text, Sort.PRONOUN, at + 1)
            if not token.is_word or token.low in self.speech.determiners:
                return None
        return None
