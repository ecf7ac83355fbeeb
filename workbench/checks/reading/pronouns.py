"""Whom a pronoun stands for, where that is sure: one person or group named shortly before, of its gender and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.checks.reading.speakers import Sort, Speaker, capital
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
        self.mentions: list[list[Mention]] = []
        self.groups: list[tuple[int, str]] = []

    def note(self, unit: Unit, subjects: Iterable[Speaker]) -> None:
        """Take down the names of the next sentence; `subjects` are its speakers and what it opens with."""
        n = len(self.mentions)
        places, found = set(), []
        for speaker in subjects:
            if speaker.sort in (Sort.PRONOUN, Sort.RELATIVE):
                continue
            head = unit.tokens[speaker.head - 1]
            if self._several(unit.tokens, speaker):
                self.groups.append((n, speaker.who))
            elif speaker.sort is Sort.NAME:
                key = _key(speaker.who)
                found.append(Mention(speaker.who, key, n, unit.tokens[speaker.first].start, True))
            places |= set(range(speaker.first, speaker.head))
            del head
        for first, last in _runs(unit.tokens):
            if places.isdisjoint(range(first, last)):
                words = [t.text for t in unit.tokens[first:last]]
                if _key(" ".join(words)) in self.genders or len(words) > 1:
                    found.append(Mention(" ".join(words), _key(words[-1]), n, unit.tokens[first].start, False))
        self.mentions.append(found)

    def _several(self, tokens: Sequence[Token], speaker: Speaker) -> bool:
        words = tokens[speaker.first : speaker.head]
        last = words[-1].low
        joined = any(t.low in self.speech.also for t in words)
        return joined or (last in self.speech.people and (last.endswith("s") or last in ("people", "police", "men", "women")))

    def standing_for(self, pronoun: str, here: Sequence[Speaker], unit: Unit) -> str:
        """Who a pronoun of the sentence after those noted stands for; empty where that is not sure. `here`: speakers before it in it."""
        kind = self.speech.pronouns.get(pronoun.casefold(), "")
        if kind in ("m", "f"):
            return self._person(kind, here, unit)
        if kind == "p":
            recent = [who for n, who in self.groups if n == len(self.mentions) - 1]
            return recent[0] if len(set(recent)) == 1 else ""
        return ""

    def _person(self, kind: str, here: Sequence[Speaker], unit: Unit) -> str:
        inside = [s for s in here if s.sort is Sort.NAME and self._may_be(_key(s.who), kind)]
        if inside:
            return inside[-1].who
        now = len(self.mentions)
        others: set[str] = set()
        for mentions in reversed(self.mentions[max(0, now - LOOK_BACK) :]):
            fitting = [m for m in mentions if self._may_be(m.key, kind)]
            subjects = [m for m in fitting if m.subject]
            known = {m.key for m in fitting if self.genders.get(m.key) == kind}
            if subjects:
                keys = {m.key for m in subjects}
                sure = subjects[-1] if len(keys) == 1 else None
                return sure.who if sure and not (others - {sure.key}) else ""
            others |= known
            if len(known) == 1 and len({m.key for m in fitting}) == 1:
                return fitting[-1].who
            if known:
                return ""
        return ""

    def _may_be(self, key: str, kind: str) -> bool:
        gender = self.genders.get(key)
        return gender == kind or (gender is None and bool(key) and key not in self.speech.people and not self.genders)


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
        while j < len(tokens) and capital(tokens[j]) and not tokens[j - 1].low.endswith("’s") and j - i < 6:  # noqa: PLR2004
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
