"""Is one name spelt in two ways? Names of two words or three, in Latin letters, in different articles.

Two spellings count as one name when they are the same but for hyphens, spaces and capitals, or when every word of the one is like its
word of the other: the same first letter, three quarters of the letters, neither the beginning of the other ("Korea", "Korean"), and
one of the words that differ not a short one ("Ida Holm", "Ida Holt" are two). A word that stands in small letters somewhere is no part
of a name ("Minister", "Ambassador").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from workbench.checks.matter import Matter, Place, Question
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, DiscrepancyType, Severity

_WORD = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-Za-zÀ-ÿ]+)?"
_RUN = re.compile(rf"\b{_WORD}(?: {_WORD})+\b")
_LOWER = re.compile(r"(?<![\w’'-])[a-zß-ÿ]{3,}\b")
ALIKE = 0.75
SHORTEST, LONG = 4, 5  # letters of a word that may be spelt otherwise; one of them must be long
LENGTHS = (2, 3)  # words of a name
MOST = 2000  # names in a case; with more, comparing each with each would take seconds


def ask(matter: Matter) -> Iterator[Question]:
    """One question a name: a place for each of its spellings."""
    common = {word for text in matter.texts.values() for word in _LOWER.findall(text)}
    spelt: dict[str, Place] = {}
    for article_id, text in matter.texts.items():
        furniture = [z.span for z in matter.zones.get(article_id, ()) if z.kind in FURNITURE]
        for name, span in _names(text):
            known = name in spelt or any(word.casefold() in common for word in name.split())
            if not known and not any(z.overlaps(span) for z in furniture):
                spelt[name] = Place(article_id, span)
    told: list[Place] = []
    for group in _groups(list(spelt)[:MOST]):
        places = tuple(spelt[name] for name in group)
        again = any(p.article_id == t.article_id and p.span.overlaps(t.span) for p in places for t in told)
        if len({place.article_id for place in places}) > 1 and not again:
            told += places
            why = "; ".join(f"Ex. {spelt[name].article_id} has “{name}”" for name in group) + "."
            yield Question(DiscrepancyType.NAME, Severity.LOW, None, places, why)


def _names(text: str) -> Iterator[tuple[str, Span]]:
    """Every two and every three words in a row that begin with a capital; of a row the last first: a surname ends a name."""
    for run in _RUN.finditer(text):
        words = [Span(*m.span()) for m in re.finditer(r"\S+", run[0])]
        for length in LENGTHS:
            for first, last in reversed(list(zip(words, words[length - 1 :], strict=False))):
                yield run[0][first.start : last.end], Span(run.start() + first.start, run.start() + last.end)


def _groups(names: Sequence[str]) -> list[list[str]]:
    """Names with their other spellings, in order of first mention."""
    groups: list[list[str]] = []
    initials: dict[str, list[str]] = {}
    for name in names:
        initials.setdefault(name[0], []).append(name)
    for one, other in (pair for mine in initials.values() for pair in combinations(mine, 2)):
        if _same_name(one, other):
            mine = next((group for group in groups if one in group or other in group), None)
            if mine is None:
                groups.append([one, other])
            else:
                mine += [name for name in (one, other) if name not in mine]
    return groups


def _same_name(one: str, other: str) -> bool:
    if _bare(one) == _bare(other):
        return True
    left, right = one.split(), other.split()
    pairs = [(a.casefold(), b.casefold()) for a, b in zip(left, right, strict=False) if a != b]
    long = any(min(len(a), len(b)) >= LONG for a, b in pairs)
    return len(left) == len(right) and long and all(_alike(a, b) for a, b in pairs)


def _bare(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalpha())


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0] or one.startswith(other) or other.startswith(one):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
