"""The words of a sentence that tell that somebody says, thinks or wants something, each with the speaker nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from workbench.checks.reading.speakers import Names, Sort, Speaker, capital
from workbench.checks.reading.tokens import Token, Unit
from workbench.domain.languages.speech import Speech, words

_PAST = re.compile(r"(?:ed|told|said|seen|known|thought|found|shown|heard|put|meant|sold|sought|chosen|taken|written)$")
_SEVERAL = re.compile(r"(?:[^s’]s|men|people|folks|police|children|media|majority|percent)$")
_ADVERBS = 8
"""Auxiliaries and adverbs that may stand between a subject and its verb."""


class Way(Enum):
    """How a cue joins its speaker to what is said."""

    VERB = "verb"
    VIEW = "view"
    SAME = "same"
    """A verb whose speaker is that of the sentence: "and added", ", adding"."""
    INVERTED = "inverted"
    SOURCE = "source"
    """Words before or behind a source: according to."""
    CLAUSE = "clause"
    """A clause that only names the speaker: as the minister said."""
    NOUN = "noun"
    COLON = "colon"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens [first, last) that say so; `first` and `last` take in the speaker too where he stands beside them: [left, right)."""

    way: Way
    first: int
    last: int
    left: int
    right: int
    speaker: Speaker | None

    @property
    def relative(self) -> bool:
        return self.speaker is not None and self.speaker.sort is Sort.RELATIVE


class Cues:
    """Finds the cues of one sentence."""

    def __init__(self, unit: Unit, speech: Speech) -> None:
        self.tokens, self.speech = unit.tokens, speech
        self.names = Names(unit.tokens, speech, speech.verbs | speech.views)
        self.phrases = _phrases(speech.according)
        self.behind = _phrases(speech.according_after)

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
        if found is None or self.tokens[found.head - 1].low in s.when or (found.sort is Sort.DESCRIPTION and not self._speaks(found)):
            return None
        return found

    def _past_dateline(self) -> int:
        """Where the words begin behind a place in capitals or an agency in brackets with its dash."""
        for i in range(1, min(len(self.tokens), 9)):
            if self.tokens[i].text in ("—", "–", "-", "--"):
                placed = self.tokens[0].text.isupper() or self.tokens[i - 1].text == ")"
                return i + 1 if placed and len(self.tokens[0].text) > 1 else 0
        return 0

    def _colon(self) -> Cue | None:
        for i in range(1, min(len(self.tokens) - 1, 7)):
            token = self.tokens[i]
            if token.text == ":":
                speaker = self.names.after(0)
                if speaker is None or speaker.last != i or speaker.sort is Sort.PRONOUN:
                    return None
                words = self.tokens[speaker.first : speaker.last]
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
            if speaker is None or (speaker.sort is Sort.DESCRIPTION and not (self._speaks(speaker) or self._determined(speaker))):
                return None
            return Cue(Way.SOURCE, i, i + length, i, speaker.last, speaker)
        if self.tokens[i].low in self.speech.sourced:
            return self._from_paper(i)
        length = _match(self.tokens, i, self.behind)
        speaker = self.names.before(i) if length else None
        return Cue(Way.SOURCE, i, i + length, speaker.first, i + length, speaker) if speaker else None

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

    def _is_between(self, token: Token) -> bool:
        return token.is_word and (
            token.low in self.speech.between or (token.low.endswith("ly") and token.low.islower() and not capital(token))
        )

    def _verb(self, i: int) -> Cue | None:
        token, s = self.tokens[i], self.speech
        word = token.low
        progressive = word in s.participles or word in s.moods
        if not (word in s.verbs or word in s.views or word in s.quoting or progressive):
            return None
        if word in s.quoting and not (word in s.verbs or word in s.views) and not self._beside_quotation(i):
            return None
        first = self._led(i)
        helpers = [t.low for t in self.tokens[first:i]]
        be = any(h in s.passive or (h in s.leading and word in s.participles) or h in ("’s", "’re", "’m") for h in helpers)
        if progressive and not be:
            return None
        if capital(token) and i > 0 and first == i and s.case and s.capitals and not self._headline():
            return None
        if be and not progressive and _PAST.search(word):
            return self._passive(first, i)
        if first > 0 and self.tokens[first - 1].low == "to":
            return None
        if s.inverts:
            return self._either(first, i, helpers) if self._whole(i) else None
        if self._reduced(i) and first == i:
            return None
        way = Way.VERB if word in s.verbs or word in s.quoting or (progressive and word in _SAY_PROGRESSIVE) else Way.VIEW
        inverted = self._inverted(i) if way is Way.VERB and first == i else None
        if inverted is not None:
            return inverted
        if first > 0 and self.tokens[first - 1].low in s.also:
            fits = word not in s.plain or helpers
            return Cue(Way.SAME, first, i + 1, first - 1, i + 1, None) if fits and not self._listed(first - 1, word) else None
        speaker = self.names.before(first)
        if speaker is None or not self._fits(speaker, word, helpers, way):
            return None
        if self.tokens[first].low.endswith(("self", "selves")) and first < i:
            speaker = replace(speaker, last=first + 1)
        return Cue(way, first, i + 1, speaker.first, i + 1, speaker)

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

    def _speaks(self, speaker: Speaker) -> bool:
        """Whether a description holds a noun of those who speak, or of what does."""
        known = self.speech.people | self.speech.papers
        if not known:
            return True
        words = self.tokens[speaker.first : speaker.head]
        return any(t.low in known or t.low.rpartition("-")[2] in known for t in words) or any(capital(t) for t in words[1:])

    def _fits(self, speaker: Speaker, word: str, helpers: list[str], way: Way) -> bool:
        """Whether a speaker may be the subject of a verb, by number and by what it is."""
        opener = self.tokens[speaker.first - 1].low if speaker.first > 0 else ""
        if way is Way.VIEW and opener in ("whom", "which") and speaker.sort is not Sort.RELATIVE:
            return False
        if speaker.sort is Sort.RELATIVE:
            return speaker.who.casefold() == "who" or word not in self.speech.plain or way is Way.VERB
        head = self._head(speaker)
        several = bool(_SEVERAL.search(head)) or head in (
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

    def _head(self, speaker: Speaker) -> str:
        """The noun that a description is about: the last before its first preposition."""
        for at in range(speaker.first + 1, speaker.head):
            if self.tokens[at].low in self.speech.joins and self.tokens[at - 1].low not in self.speech.determiners:
                return self.tokens[at - 1].low
        return self.tokens[speaker.head - 1].low

    def _determined(self, speaker: Speaker) -> bool:
        first = self.tokens[speaker.first]
        return first.low in self.speech.determiners or bool(_SEVERAL.search(self.tokens[speaker.head - 1].low))

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
        if left.text in (",", "–", "—") or left.low in self.speech.papers or left.ended or left.low in _BEFORE_PARTICIPLE:
            return Cue(Way.SAME, i, i + 1, before - 1, i + 1, None)
        return None

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


_PLURAL = ("ли", "ют", "ят", "ють", "ять")
_SAY_PROGRESSIVE = words("saying telling claiming reporting warning arguing suggesting")
_BEFORE_PARTICIPLE = words("by while and after before in without but when")


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


def with_speaker(cue: Cue, speaker: Speaker | None) -> Cue:
    """The cue with the speaker of the sentence."""
    return replace(cue, speaker=speaker)
