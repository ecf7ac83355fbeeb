"""Is one person given two titles: vice minister here, first vice minister there?

Titles that stand right before a name of two words or three. One that says less ("minister" for "foreign minister") is no other title;
one that has a rank the other lacks ("first", "vice", "former"), or another office, is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from workbench.checks.matter import Matter, Place, Question
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, DiscrepancyType, Severity

_RANKS = "first second third deputy vice acting former ex senior assistant interim major lieutenant brigadier"
_OFFICES = (
    "minister secretary president premier chancellor ambassador envoy spokesman spokeswoman spokesperson director commander general colonel"
    " captain governor mayor chairman chairwoman inspector superintendent commissioner prince king queen senator professor judge prosecutor"
    " manager"
)
_FIELDS = "prime foreign defence defense interior finance justice health transport affairs state executive managing"
RANKS, OFFICES = frozenset(_RANKS.split()), tuple(_OFFICES.split())
TITLE_WORDS = RANKS | frozenset(OFFICES) | frozenset(_FIELDS.split())
_NAME = r"[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:[ -][A-ZÀ-Þ][a-zß-ÿ’'-]+){1,2}"
_BEFORE = rf"(?:\b(?i:{'|'.join(sorted(TITLE_WORDS))})[ -](?:of |for )?){{0,4}}"
_TITLED = re.compile(rf"(?P<title>{_BEFORE}\b(?i:{'|'.join(OFFICES)}|affairs)),? (?P<name>{_NAME})")
_WORD = re.compile(r"[a-zß-ÿ]+")
SAME_NAME = 0.85  # likeness of two spellings of one name, without spaces and hyphens


class Held(NamedTuple):
    """A title as an article gives it: the name, the words of the title that weigh, the title as written, and where."""

    name: str
    words: frozenset[str]
    title: str
    place: Place


def ask(matter: Matter) -> Iterator[Question]:
    """One question a person: a place for each title."""
    for titles in _people(matter):
        pairs = ((a, b) for a, b in combinations(titles, 2) if a.place.article_id != b.place.article_id and _other(a.words, b.words))
        if pair := next(pairs, None):
            why = "; ".join(f"Ex. {held.place.article_id} has “{held.title} {held.name}”" for held in pair) + "."
            yield Question(DiscrepancyType.TITLE, Severity.LOW, None, tuple(held.place for held in pair), why)


def persons(matter: Matter) -> list[str]:
    """Everybody who has a title somewhere, by the name that is met first."""
    return [titles[0].name for titles in _people(matter)]


def _people(matter: Matter) -> list[list[Held]]:
    """Titles by person, spellings of one name together."""
    groups: list[list[Held]] = []
    for article_id, text in matter.texts.items():
        furniture = [z.span for z in matter.zones.get(article_id, ()) if z.kind in FURNITURE]
        for match in _TITLED.finditer(text):
            span = Span(match.start(), match.end())
            held = Held(
                match["name"], frozenset(_WORD.findall(match["title"].casefold())) & TITLE_WORDS, match["title"], Place(article_id, span)
            )
            if any(z.overlaps(span) for z in furniture) or set(_WORD.findall(held.name.casefold())) & TITLE_WORDS:
                continue
            mine = next((group for group in groups if _same(group[0].name, held.name)), None)
            if mine is None:
                groups.append([held])
            else:
                mine.append(held)
    return groups


def _same(one: str, other: str) -> bool:
    left, right = ("".join(_WORD.findall(name.casefold())) for name in (one, other))
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= SAME_NAME


def _other(one: frozenset[str], other: frozenset[str]) -> bool:
    more, less = one - other, other - one
    return bool(more and less) or bool((more | less) & RANKS)
