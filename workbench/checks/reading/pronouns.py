"""Whom a pronoun stands for, where that is sure: one person or group named shortly before, of its gender and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.checks.reading.speaker import Sort, Speaker, capital
from workbench.checks.reading.tokens import Token, Unit
from workbench.domain.languages.speech import Speech

LOOK_BACK = 3
"""Sentences before a pronoun in which its name must stand."""
_MANY = 3
"""How much oftener a name must be a woman's than a man's, or the other way round, to be taken for one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: the words, the last of them by which it is known, where it stands and whether it is what is spoken of."""

    who: str
    key: str
    unit: int
    start: int
    subject: bool


class Persons:
    """The persons and groups of a text as they are named, for looking back from a pronoun."""

    def __init__(self, units: Sequence[Unit], speech: Speech) -> None:
        self.speech = speech
        self.genders = _genders(units, speech)
        self.named = _fully_named(units, speech)
        self.mentions: list[list[Mention]] = []
        self.unsure: dict[int, set[str]] = {}
        self.groups: list[tuple[int, str]] = []

    def note(self, unit: Unit, subjects: Iterable[tuple[Speaker, str]]) -> None:
        """Take down the names of the next sentence; `subjects` are its speakers and what it opens with, each with whom it stands for."""
        if not any(t.is_word for t in unit.tokens):
            return
        n, places, found = len(self.mentions), set[int](), []
        for speaker, who in subjects:
            places |= set(range(speaker.first, speaker.head))
            pronoun = speaker.sort in (Sort.PRONOUN, Sort.RELATIVE)
            if pronoun and who.casefold() == unit.tokens[speaker.first].low:
                self.unsure.setdefault(n, set()).add(self.speech.pronouns.get(who.casefold(), ""))
            elif not pronoun and self._several(unit.tokens, speaker):
                self.groups.append((n, who))
            elif pronoun or speaker.sort is Sort.NAME:
                found.append(Mention(who, _key(who), n, unit.tokens[speaker.first].start, True))
        for first, last in _runs(unit.tokens):
            words = " ".join(t.text for t in unit.tokens[first:last])
            if places.isdisjoint(range(first, last)) and (_key(words) in self.genders or last - first > 1):
                found.append(Mention(words, _key(words), n, unit.tokens[first].start, False))
        self.mentions.append(found)

    def _several(self, tokens: Sequence[Token], speaker: Speaker) -> bool:
        words = tokens[speaker.first : speaker.head]
        last = words[-1].low
        joined = any(t.low in self.speech.also for t in words)
        return joined or (last in self.speech.people and (last.endswith("s") or last in ("people", "police", "men", "women")))

    def standing_for(self, pronoun: str, here: Sequence[str]) -> str:
        """Who a pronoun of the sentence after those noted stands for; empty where that is not sure. `here`: speakers before it in it."""
        kind = self.speech.pronouns.get(pronoun.casefold(), "") or _OWNERS.get(pronoun.casefold(), "")
        if kind in ("m", "f"):
            return self._person(kind, here)
        if kind == "p":
            recent = [who for n, who in self.groups if n == len(self.mentions) - 1]
            return recent[0] if len(set(recent)) == 1 else ""
        return ""

    def opening(self, pronoun: str, tokens: Sequence[Token]) -> str:
        """The one person whom a clause before the pronoun's own names first (When Rask came, she …); `tokens` stand before the pronoun."""
        kind = self.speech.pronouns.get(pronoun.casefold(), "")
        if kind not in ("m", "f") or not tokens or tokens[-1].text != ",":
            return ""
        opens = [a + 1 if tokens[a].low in self.speech.subordinate else a for a, _ in _runs(tokens)]
        named = [(a, " ".join(t.text for t in tokens[a:b])) for a, (_, b) in zip(opens, _runs(tokens), strict=True) if a < b]
        first = {who for a, who in named if a and tokens[a - 1].low in self.speech.subordinate and self.genders.get(_key(who)) == kind}
        others = {_key(who) for _, who in named if self.genders.get(_key(who)) == kind}
        return next(iter(first)) if len(first) == 1 and len(others) == 1 else ""

    def _person(self, kind: str, here: Sequence[str]) -> str:
        inside = [who for who in here if self._may_be(_key(who), kind)]
        if inside:
            return inside[-1]
        now = len(self.mentions)
        for n in range(now - 1, max(-1, now - 1 - LOOK_BACK), -1):
            fitting = [m for m in self.mentions[n] if self._may_be(m.key, kind)]
            subjects = {m.key: m.who for m in fitting if m.subject}
            sure = {key: who for key, who in subjects.items() if self.genders.get(key) == kind} or subjects
            if kind in self.unsure.get(n, ()):
                return ""
            if subjects:
                return next(iter(sure.values())) if len(sure) == 1 else ""
            known = {m.key: m.who for m in fitting if self.genders.get(m.key) == kind}
            if known:
                return next(iter(known.values())) if len(known) == 1 and len({m.key for m in fitting}) == 1 else ""
        return ""

    def _may_be(self, key: str, kind: str) -> bool:
        gender = self.genders.get(key)
        return gender == kind or (gender is None and key in self.named)


_OWNERS = {"his": "m", "her": "f", "their": "p", "him": "m"}


def _fully_named(units: Sequence[Unit], speech: Speech) -> frozenset[str]:
    """The last words of names of two or three words with capitals that hold no word for a group or an office: perhaps persons."""
    found = set()
    for unit in units:
        for first, last in _runs(unit.tokens):
            words = [t.low.rstrip(".") for t in unit.tokens[first:last]]
            own = [w for w in words if w not in speech.women and w not in speech.men]
            before = unit.tokens[first - 1].low if first else ""
            if (
                len(words) in (2, 3, 4, 5, 6)
                and before not in speech.determiners
                and not any(w in speech.people or w in speech.papers for w in own[-1:])
            ):
                found.add(_key(" ".join(t.text for t in unit.tokens[first:last])))
    return frozenset(found)


def _key(who: str) -> str:
    """The word a person is known by: the last of the name."""
    words = re.sub(r"[’']s?$", "", who).split()
    words = [w for w in words if w.casefold().rstrip(".") not in ("jr", "sr", "iii", "ii")]
    return re.sub(r"[’']s$", "", words[-1]).casefold() if words else ""


def _runs(tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    """The places of words with capitals that follow each other; a word that only opens the sentence stands alone."""
    i = 0
    while i < len(tokens):
        if not capital(tokens[i]):
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and capital(tokens[j]) and not tokens[j - 1].low.endswith("’s") and j - i < 6:
            j += 1
        yield i, j
        i = j


def _genders(units: Sequence[Unit], speech: Speech) -> dict[str, str]:
    """For each name by which a person is known, m or f as titles and given names of the whole text tell."""
    told: dict[str, Counter[str]] = {}
    for unit in units:
        for first, last in _runs(unit.tokens):
            words = [unit.tokens[i].low.rstrip(".") for i in range(first, last)]
            before = unit.tokens[first - 1].low if first else ""
            key = _key(" ".join(unit.tokens[i].text for i in range(first, last)))
            for word in (*words[:-1], before):
                gender = "f" if word in speech.women else "m" if word in speech.men else ""
                if gender:
                    told.setdefault(key, Counter())[gender] += 1
                    break
            else:
                if len(words) == 1 and (words[0] in speech.women or words[0] in speech.men):
                    told.setdefault(key, Counter())["f" if words[0] in speech.women else "m"] += 1
    found = {}
    for key, counts in told.items():
        (gender, most), *rest = counts.most_common(2)
        if not rest or most >= _MANY * rest[0][1]:
            found[key] = gender
    return found
