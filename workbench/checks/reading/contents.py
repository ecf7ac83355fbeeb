"""What is said: the words of a sentence that a cue tells of, before it, behind it or around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.checks.attribution_words import AGENCIES
from workbench.checks.reading.cues import Cue, Cues, Way, with_speaker
from workbench.checks.reading.speakers import Sort, Speaker
from workbench.checks.reading.tokens import Token, Unit
from workbench.domain.languages.speech import Speech, words

NEAR = 16
"""Tokens behind a verb in which "that", a colon or a quotation may still open what is said."""
_AGENCY = re.compile(rf"(?:the )?(?:{AGENCIES})(?: news agency)?", re.IGNORECASE)
_ENDS = frozenset((".", ";", "—", "–"))


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with the tokens [first, last) of each part of what is said."""

    cue: Cue
    parts: tuple[tuple[int, int], ...]
    inner: bool = False
    """Whether it is told within another saying of the sentence."""
    via: str = ""
    """The agency that the sentence names besides the speaker."""


class Contents:
    """Reads the sayings of one sentence."""

    def __init__(self, unit: Unit, speech: Speech) -> None:
        self.tokens, self.speech = unit.tokens, speech
        self.cues = Cues(unit, speech)
        self.length = len(unit.tokens)
        self.commas = [i for i, t in enumerate(unit.tokens) if t.text == ","]

    def sayings(self) -> list[Saying]:
        """Who says what in the sentence: the outermost only, those told of first that stand behind what is said."""
        found = list(self.cues.all())
        outer = [(c, p) for c in found if (p := self._behind(c))]
        agencies = [c for c, _ in outer if c.way is Way.SOURCE and c.speaker is not None and _AGENCY.fullmatch(c.speaker.who)]
        within = [c for c, p in outer if c.way in (Way.VERB, Way.INVERTED)] + [c for c in found if c.way in (Way.VERB, Way.SAME)]
        via = agencies[0].speaker.who if agencies and agencies[0].speaker and within else ""
        if via:
            outer, found = [(c, p) for c, p in outer if c not in agencies], [c for c in found if c not in agencies]
        sources = [part for c, parts in outer if c.way in (Way.SOURCE, Way.CLAUSE) for part in parts]
        outer = [(c, p) for c, p in outer if c.way in (Way.SOURCE, Way.CLAUSE) or not any(a <= c.first < b for a, b in sources)]
        taken: list[tuple[int, int]] = [part for _, parts in outer for part in parts]
        done = {id(c) for c, _ in outer}
        sayings = [Saying(c, tuple(parts)) for c, parts in outer]
        speaker: Speaker | None = None
        if found and found[0].way is Way.COLON and len(found) > 1 and not self.tokens[found[0].last : found[0].last + 1][0].is_quotation:
            found = found[1:]
        inner: list[Saying] = []
        for n, cue in enumerate(found):
            around = next(((a, b) for a, b in taken if a <= cue.first < b), None)
            if around is not None:
                inner += self._inner(cue, found[n + 1 :], around)
                continue
            if id(cue) in done:
                speaker = cue.speaker or speaker
                continue
            told = cue if cue.way is not Way.SAME else with_speaker(cue, self._same(cue, speaker, found[n + 1 :]))
            if told.speaker is None and told.way not in (Way.PASSIVE, Way.NOUN):
                continue
            part = self._ahead(told, found[n + 1 :], taken)
            if part is None:
                continue
            if told.speaker is not None and told.way not in (Way.NOUN, Way.PASSIVE) and not (told.relative or self._subordinate(told)):
                speaker = told.speaker
            taken.append(part)
            sayings.append(Saying(told, (part,)))
        return sorted((replace(s, via=via) for s in (*sayings, *inner)), key=lambda s: s.cue.first)

    def _inner(self, cue: Cue, later: Sequence[Cue], around: tuple[int, int]) -> Iterator[Saying]:
        """A saying with a quotation within what another tells: Olin said that Brandt had called it “a fraud”."""
        if cue.way is Way.SAME:
            cue = with_speaker(cue, self.cues.subject())
        if cue.speaker is None or cue.way in (Way.COLON, Way.NOUN, Way.CLAUSE):
            return
        parts = self._behind(cue) or ([part] if (part := self._ahead(cue, later, ())) else [])
        kept = [(max(a, around[0]), min(b, around[1])) for a, b in parts]
        kept = [(a, b) for a, b in kept if a < b and any(t.is_quotation for t in self.tokens[a:b]) and (a, b) != around]
        if kept:
            yield Saying(cue, tuple(kept), inner=True)

    def _same(self, cue: Cue, speaker: Speaker | None, later: Sequence[Cue]) -> Speaker | None:
        """The speaker of a verb without one of its own: the one of the sentence so far, or whom it opens with."""
        if cue.left == 0 and self.tokens[cue.first].low in self.speech.participles:
            return self.cues.subject()
        return speaker or self.cues.subject()

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
        if cue.way is Way.VIEW and not (quoted and before.ended):
            if self._tail(cue) != self.length or self._clause_words(left) < 4:
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
        if cue.way is Way.VIEW and self.tokens[start].low in _FINITE:
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
        if cue.way in (Way.COLON,):
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

    def _comma(self, start: int) -> int:
        at = bisect_right(self.commas, start)
        return self.commas[at] if at < len(self.commas) else self.length

    def _subordinate(self, cue: Cue) -> bool:
        """Whether the speaker stands in a clause that opens the sentence and ends with its comma: While X supports …, Y said."""
        if cue.left == 0 or cue.left > 4 or cue.way not in (Way.VERB, Way.VIEW):
            return False
        return any(t.low in _SUBORDINATE for t in self.tokens[: cue.left])

    def _parts_from(self, other: Cue) -> bool:
        """Whether a verb without a speaker of its own goes on with the first speaker: behind a comma, or said again (and added)."""
        before = self.tokens[other.left].text
        follows = self.tokens[other.last] if other.last < self.length else None
        says = self.tokens[other.last - 1].low in self.speech.verbs
        opens = says and (before == "but" or (follows is not None and (follows.is_quotation or follows.low in self.speech.that)))
        return opens or before in (",", "–", "—") or self.tokens[other.left].is_quotation or self.tokens[other.first].low in _AGAIN


_SUBORDINATE = frozenset(
    [
        "while",
        "when",
        "where",
        "as",
        "if",
        "although",
        "though",
        "after",
        "before",
        "since",
        "because",
        "whereas",
        "once",
        "until",
        "whenever",
    ]
)
_JOINED = frozenset((",", "—", "–", "-"))
_FINITE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "had",
        "have",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "does",
        "do",
        "did",
    ]
)
_AGAIN = words("added adds said says warned insisted noted told argued urged called claimed")


def is_pronoun(speaker: Speaker | None) -> bool:
    """Whether somebody is meant who was named elsewhere."""
    return speaker is not None and speaker.sort in (Sort.PRONOUN, Sort.RELATIVE)
