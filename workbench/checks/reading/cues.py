"""The words of a sentence that tell that somebody says, thinks or wants something, each with the speaker nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.checks.reading.cue import Cue, Way
from workbench.checks.reading.free_order import FreeOrder
from workbench.checks.reading.speaker import Sort, Speaker, capital
from workbench.checks.reading.subjects import SEVERAL

_PAST = re.compile(r"(?:ed|told|said|seen|known|thought|found|shown|heard|put|meant|sold|sought|chosen|taken|written)$")
_ADVERBS = 8
"""Auxiliaries and adverbs that may stand between a subject and its verb."""


class Cues(FreeOrder):
    """Finds the cues of one sentence."""

    def all(self) -> Iterator[Cue]:
        """Every cue in order of its words."""
        colon = self._colon()
        if colon is not None:
            yield colon
        taken = 0
        for i, token in enumerate(self.tokens):
            if i >= taken and token.is_quotation and (opened := self._quoted_verb(i)) is not None:
                yield opened
            if not token.is_word or i < taken:
                continue
            found = self._source(i) or self._clause(i) or self._verb(i) or self._parted(i) or self._participle(i) or self._noun(i)
            if found is not None:
                taken = max(i + 1, found.last)
                yield found

    def _quoted_verb(self, i: int) -> Cue | None:
        """A quotation that begins with the verb of its speaker: Olin “condemned the plan”."""
        word = re.match(r"\W*(\w+)", self.tokens[i].text)
        if i == 0 or word is None or not word[1].islower() or not self.tokens[i - 1].is_word:
            return None
        if word[1] not in self.speech.verbs | self.speech.views or word[1] in self.speech.plain:
            return None
        speaker = self.names.before(i)
        return Cue(Way.VIEW, i, i + 1, speaker.first, i + 1, speaker) if speaker and speaker.sort is Sort.NAME else None

    def _verb(self, i: int) -> Cue | None:
        token, s = self.tokens[i], self.speech
        word = token.low
        progressive = word in s.participles or word in s.moods
        plain = word in s.verbs or word in s.views
        if not (plain or progressive or (word in s.quoting and self._beside_quotation(i))):
            return None
        first = self._led(i)
        helpers = [t.low for t in self.tokens[first:i]]
        be = any(h in s.passive or (h in s.leading and word in s.participles) or h in ("’s", "’re", "’m") for h in helpers)
        named = capital(token) and i > 0 and first == i and s.case and s.capitals and not self._headline()
        if named or (progressive and not be):
            return None
        if be and not progressive and _PAST.search(word):
            return self._passive(first, i)
        if (first > 0 and self.tokens[first - 1].low == "to") or (first == i and not s.inverts and self._reduced(i)):
            return None
        if s.inverts:
            return self._either(first, i, helpers) if self._whole(i) else None
        return self._by_subject(first, i, helpers, progressive=progressive)

    def _by_subject(self, first: int, i: int, helpers: list[str], *, progressive: bool) -> Cue | None:
        """A verb whose speaker stands before it, behind it where what is said stands before it, or before the verb that "and" joins."""
        s, word = self.speech, self.tokens[i].low
        way = Way.VERB if word in s.verbs or word in s.quoting or (progressive and word in s.saying) else Way.VIEW
        inverted = self._inverted(i) if way is Way.VERB and first == i else None
        if inverted is not None:
            return inverted
        if first > 0 and self.tokens[first - 1].low in s.also:
            fits = (word not in s.plain or helpers) and not self._listed(first - 1, word)
            return Cue(Way.SAME, first, i + 1, first - 1, i + 1, None) if fits else None
        speaker = self.names.before(first)
        if speaker is None or not self._fits(speaker, word, helpers, way):
            return None
        if self.tokens[first].low.endswith(("self", "selves")) and first < i:
            speaker = replace(speaker, last=first + 1)
        return Cue(way, first, i + 1, speaker.first, i + 1, speaker)

    def _led(self, i: int) -> int:
        """Where the words of a verb begin: its auxiliaries and adverbs, and what leads to it (went on to say)."""
        first, s = i, self.speech
        while first > 0 and i - first < _ADVERBS:
            left = self.tokens[first - 1]
            if self._is_between(left) or (first == i and self.tokens[i].low in s.participles and left.low in s.leading):
                first -= 1
            elif left.low == "to" and first > 1 and self.tokens[first - 2].low in s.leading | {"on"}:
                first -= 2
            elif first < i and left.low in s.leading and self.tokens[first].low in ("on", "to"):
                first -= 1
            else:
                break
        return first

    def _beside_quotation(self, i: int) -> bool:
        near = self.tokens[max(0, i - 4) : i + 6]
        return any(t.is_quotation or t.text == ":" for t in near)

    def _headline(self) -> bool:
        """Whether the sentence writes most of its words with capitals, as headlines are."""
        words = [t for t in self.tokens[:40] if t.is_word and len(t.text) > 3]
        return len(words) > 3 and sum(capital(t) for t in words) > 0.7 * len(words)

    def _listed(self, at: int, word: str) -> bool:
        """Whether "and" joins nouns, not verbs: the word before it is no part of a clause with a verb of saying."""
        return not (
            word in self.speech.verbs or any(t.low in self.speech.verbs | self.speech.views for t in self.tokens[max(0, at - 40) : at])
        )

    def _reduced(self, i: int) -> bool:
        """Whether a past form is a participle behind its noun: a report posted by, a man accused of."""
        if not _PAST.search(self.tokens[i].low) or i + 1 >= len(self.tokens):
            return False
        follows = self.tokens[i + 1].low
        return follows == "by" or (follows == "of" and self.tokens[i].low in ("accused", "suspected", "convicted", "thought"))

    def _inverted(self, i: int) -> Cue | None:
        """ "…", said X."""
        if i == 0:
            return None
        before = self.tokens[i - 1]
        if not (before.is_quotation or before.text in (",", "”", "?", "!", "—", "–", "-", ".")):
            return None
        start = i + 1
        if start < len(self.tokens) and self.tokens[start].low in self.speech.when:
            return None
        speaker = self.names.after(start)
        if speaker is None or (speaker.sort is Sort.PRONOUN and speaker.who.casefold() not in self.speech.pronouns):
            return None
        follows = self.tokens[speaker.last] if speaker.last < len(self.tokens) else None
        closed = follows is None or not follows.is_word or follows.low in self.speech.when or follows.low in self.speech.prepositions
        closed = closed or (
            follows is not None and (follows.low in self.speech.participles or (follows.low in self.speech.breaks and before.is_quotation))
        )
        if speaker.sort is Sort.DESCRIPTION and not before.is_quotation and not self._speaks(speaker):
            return None
        if not before.is_quotation and any(
            t.low in self.speech.verbs and t.low not in self.speech.plain for t in self.tokens[max(0, i - 40) : i]
        ):
            return None
        if self.tokens[i].low in self.speech.telling and (self.tokens[i].low not in ("asked", "asks") or not before.is_quotation):
            return None
        return Cue(Way.INVERTED, i, i + 1, i, speaker.last, speaker) if closed else None

    def _fits(self, speaker: Speaker, word: str, helpers: list[str], way: Way) -> bool:
        """Whether a speaker may be the subject of a verb, by number and by what it is."""
        opener = self.tokens[speaker.first - 1].low if speaker.first > 0 else ""
        if way is Way.VIEW and opener in ("whom", "which") and speaker.sort is not Sort.RELATIVE:
            return False
        if speaker.sort is Sort.RELATIVE:
            return speaker.who.casefold() == "who" or word not in self.speech.plain or way is Way.VERB
        head = self._head(speaker)
        several = bool(SEVERAL.search(head)) or head in (
            "we",
            "they",
            "i",
            "you",
            "many",
            "some",
            "most",
            "few",
            "others",
            "both",
            "those",
        )
        if word in self.speech.plain and not helpers:
            third = word.endswith("s") and not word.endswith("ss")
            joined = any(t.low == "and" for t in self.tokens[speaker.first : speaker.head])
            if not third and not (several or joined):
                return False
            if third and several and not capital(self.tokens[speaker.head - 1]):
                return False
            if speaker.sort is Sort.DESCRIPTION and not self._speaks(speaker):
                return False
        if speaker.sort is Sort.PRONOUN:
            return speaker.who.casefold() not in ("it", "you", "one", "this", "that", "these") or (
                speaker.who.casefold() == "it" and way is Way.VERB
            )
        return speaker.sort is Sort.NAME or self._speaks(speaker) or (way is Way.VERB and self._determined(speaker))

    def _passive(self, first: int, i: int) -> Cue | None:
        """ "was told that", "is believed to": said to or of the subject, by one named behind "by" or by nobody."""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if after is None:
            return None
        if after.low in self.speech.by:
            speaker = self.names.after(i + 2)
            if speaker is None or speaker.sort is Sort.PRONOUN or (speaker.sort is Sort.DESCRIPTION and not self._speaks(speaker)):
                return None
            return Cue(Way.PASSIVE, first, i + 1, first, speaker.last, speaker)
        if self.tokens[i].low == "quoted" and after.low == "as":
            speaker = self.names.before(first)
            return Cue(Way.VERB, first, min(i + 3, len(self.tokens)), speaker.first, i + 3, speaker) if speaker else None
        if after.low in ("to", "as") or after.low in self.speech.that:
            return Cue(Way.PASSIVE, first, i + 1, first, i + 1, None)
        return None

    def _participle(self, i: int) -> Cue | None:
        """ ", adding that": said by the subject of the sentence."""
        word = self.tokens[i].low
        if word not in self.speech.participles:
            return None
        before = i
        while before > 0 and self._is_between(self.tokens[before - 1]):
            before -= 1
        if before == 0:
            return Cue(Way.SAME, i, i + 1, 0, i + 1, None)
        left = self.tokens[before - 1]
        if left.low in self.speech.people and before == i:
            speaker = self.names.before(i)
            return Cue(Way.VIEW, i, i + 1, speaker.first, i + 1, speaker) if speaker else None
        if left.text in (",", "–", "—") or left.low in self.speech.papers or left.ended or left.low in self.speech.before_participle:
            return Cue(Way.SAME, i, i + 1, before - 1, i + 1, None)
        return None
