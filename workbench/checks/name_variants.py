"""Is one name spelt in two ways? Names of one word to three, in Latin letters, in different articles.

Two spellings count as one name when they are the same but for hyphens, spaces and capitals, or when every word of the one is like its
word of the other: the same first letter, three quarters of the letters, neither the beginning of the other ("Korea", "Korean"), and
one of the words that differ not a short one ("Ida Holm", "Ida Holt" are two). A name of one word must be long and differ in one letter.
A word that stands in small letters somewhere is never the one that is spelt otherwise ("Minister", "Ministry").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from itertools import combinations

from workbench.checks.matter import Matter, Place, Question
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, DiscrepancyType, Severity

_WORD = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-Za-zÀ-ÿ]+)?"
_RUN = re.compile(rf"\b{_WORD}(?: {_WORD})*\b")
_LOWER = re.compile(r"(?<![\w’'-])[a-zß-ÿ]{3,}\b")
ALIKE = 0.75
SHORTEST, LONG = 4, 5  # letters of a word that may be spelt otherwise; one of them must be long
LENGTHS = (1, 2, 3)  # words of a name
ALONE = 8  # letters of a name of one word, which may differ in one letter only
ENDINGS = frozenset(("", "e", "a", "ia", "n", "an", "ian", "ean", "ish", "ese", "i", "ic", "s", "es"))
SILENT = ("e", "h")  # what a spelling may have at the end of a word and another not; other endings are grammar
MOST = 2000  # names in a case; with more, comparing each with each would take seconds


def ask(matter: Matter) -> Iterator[Question]:
    """One question a name: a place for each of its spellings."""
    furniture = {number: [z.span for z in zones if z.kind in FURNITURE] for number, zones in matter.zones.items()}
    yield from spellings(matter.texts, furniture)


def spellings(texts: Mapping[int, str], dark: Mapping[int, Sequence[Span]]) -> Iterator[Question]:
    """The same of texts by article; `dark` are the parts of each that are not looked at."""
    common = {word for text in texts.values() for word in _LOWER.findall(text)}
    spelt: dict[str, Place] = {}
    for article_id, text in texts.items():
        furniture = dark.get(article_id, ())
        for name, span in _names(text):
            *first, last = name.casefold().split()
            known = name in spelt or any(word in common for word in (first or [last]))
            if not known and not any(z.overlaps(span) for z in furniture):
                spelt[name] = Place(article_id, span)
    told: list[Place] = []
    for group in sorted(_groups(list(spelt)[:MOST], common), key=lambda group: len(group[0].split()) == 1):
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


def _groups(names: Sequence[str], common: AbstractSet[str]) -> list[list[str]]:
    """Names with their other spellings, in order of first mention."""
    groups: list[list[str]] = []
    initials: dict[str, list[str]] = {}
    for name in names:
        initials.setdefault(name[0], []).append(name)
    for one, other in (pair for mine in initials.values() for pair in combinations(mine, 2)):
        if _same_name(one, other, common):
            mine = next((group for group in groups if one in group or other in group), None)
            if mine is None:
                groups.append([one, other])
            else:
                mine += [name for name in (one, other) if name not in mine]
    return groups


def _same_name(one: str, other: str, common: AbstractSet[str]) -> bool:
    left, right = one.split(), other.split()
    if _bare(one) == _bare(other):
        return min(len(left), len(right)) > 1 and not any(word.casefold() in common for word in (*left, *right))
    pairs = [(a.casefold(), b.casefold()) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or any(word in common for pair in pairs for word in pair):
        return False
    if len(left) == 1:
        return _one_letter(*pairs[0])
    beside = len(pairs) < len(left)
    return any(min(len(a), len(b)) >= LONG for a, b in pairs) and all(_alike(a, b, beside) for a, b in pairs)


def _bare(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalpha())


def _alike(one: str, other: str, beside: bool) -> bool:
    """Whether two words are one in two spellings; `beside` says that the words next to them are the same."""
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0]:
        return False
    if one.startswith(other) or other.startswith(one):
        short, long = sorted((one, other), key=len)
        return beside and long[len(short) :] in SILENT and len(short) >= ALONE
    if _grammar(one, other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _grammar(one: str, other: str) -> bool:
    """Whether two words differ in an ending that makes a name of a place one of its people or its language: Ukraine, Ukrainian."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[shared:] in ENDINGS and other[shared:] in ENDINGS


def _one_letter(one: str, other: str) -> bool:
    """Whether two long words differ in one letter inside them; at the end stands what number and case do."""
    short, long = sorted((one, other), key=len)
    if len(short) < ALONE or len(long) - len(short) > 1 or short[0] != long[0] or short[-2:] != long[-2:]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] if len(long) > len(short) else short[at + 1 :] == long[at + 1 :]
