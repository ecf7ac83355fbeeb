"""The tables that the grammar of quantities reads with, made of a language's data when its first text comes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.shelf import language as language_of
from workbench.domain.months import MONTH_OF

ELSEWHERE = Numbers(thousands="\u00a0\u202f ", nouns="none")
"""What is read in a language that is known to be one of which nothing is known here: even "1,500" may be another number."""
ANYWHERE = Numbers(thousands=",\u00a0\u202f ", scales="million 6 m 6 bn 9 mn 6", nouns="none")
"""What is read where the language is unknown: digits whose form leaves no other reading."""
SPACES = " \u00a0\u202f\u2009"
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[а-яА-Я]")),
    ("fa", re.compile("[پچژگ۰-۹]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
)
"""Letters that tell the language of a text whose language nobody has said; the first that is found."""
LOOKED_AT = 20_000  # code points of such a text


def plain(word: str) -> str:
    """A word in small letters, composed, with one kind of apostrophe and without marks that only direct or stretch letters."""
    small = word.lower()
    if small.isascii():
        return small
    composed = unicodedata.normalize("NFC", small)
    return composed.translate({0x2019: "'", 0x0640: None, 0x200F: None, 0x200E: None, 0x0307: None, 0x2BC: "'"})


def _list(text: str) -> frozenset[str]:
    return frozenset(plain(word).replace("_", " ") for word in text.split())


def _table(text: str) -> dict[str, int]:
    parts = text.split()
    return {plain(word).replace("_", " "): int(number) for word, number in zip(parts[::2], parts[1::2], strict=True)}


def _groups(text: str) -> dict[str, str]:
    """Every word of a group with the key of the group."""
    found: dict[str, str] = {}
    for group in filter(None, text.split("|")):
        key, _, words = group.partition("=")
        found |= dict.fromkeys(_list(words), key.strip())
    return found


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words and phrases with what they mean, and how many words the longest has."""

    of: Mapping[str, str]
    longest: int = field(default=1)


def _phrases(of: Mapping[str, str]) -> Phrases:
    return Phrases(of, max((phrase.count(" ") + 1 for phrase in of), default=0))


QUALIFIERS = ("about", "at_least", "more_than", "at_most", "fewer_than", "nearly")
_LISTS = (
    "doubtful one of bare joiners prefixes half no_half one_and_half and_half ordinal_endings determiners none filler to "
    "between between_and source percent_before speed_before cohorts counters no_counters particles labels streets "
    "clock_before clock_after clock_hours year_before ago people things adjectives modifiers stops abbreviations minus aged "
    "years_old auxiliary last next"
)
_TABLES = "cardinals multiples many scales multipliers fractions ordinals months weekdays relative_days"
_GROUPS = "units money after states states_before periods halves_of_day"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The tables of one language, named as the parts of its `Numbers`; phrases have a space between their words."""

    code: str
    data: Numbers
    lists: Mapping[str, frozenset[str]]
    tables: Mapping[str, Mapping[str, int]]
    groups: Mapping[str, Mapping[str, str]]
    before: Phrases
    """Phrases before a number, with the name of their qualifier."""
    starts: frozenset[str]
    """Words that a number in words can begin with."""
    compounds: re.Pattern[str] | None
    """A number whose parts are written as one word."""
    parts: re.Pattern[str] | None
    """One part of such a word."""
    glued: re.Pattern[str] | None
    """A unit, a currency or a counter right behind a number, where the language has no spaces."""
    native: re.Pattern[str] | None
    """Numbers in words of such a language, beside those in signs."""
    firsts: frozenset[str]
    """Words that a phrase for a week, a month or a year begins with."""

    def has(self, part: str, word: str) -> bool:
        return word in self.lists[part]

    @property
    def spaceless(self) -> bool:
        return bool(self.data.digits)


def lexicon_of(code: str, text: str = "") -> Lexicon:
    """The tables of a language; where nobody says which it is, of the one that its letters tell, else of none."""
    known = language_of(code) if code else None
    return _made(known.code if known else "?" if code else _told_by_letters(text))


def _told_by_letters(text: str) -> str:
    start = text[:LOOKED_AT]
    if start.isascii():
        return ""
    return next((code for code, letters in _SCRIPTS if letters.search(start)), "")


@cache
def _made(code: str) -> Lexicon:
    known = language_of(code) if code else None
    data = known.numbers if known else ELSEWHERE if code else ANYWHERE
    lists = {name: _list(getattr(data, name)) for name in _LISTS.split()}
    tables: dict[str, Mapping[str, int]] = {name: _table(getattr(data, name)) for name in _TABLES.split()}
    groups = {name: _groups(getattr(data, name)) for name in _GROUPS.split()}
    if not known:
        tables["months"] = {name: number for name, number in MONTH_OF.items() if len(name) > 3 or not name.isascii()}
    before = {phrase: kind for kind in QUALIFIERS for phrase in _list(getattr(data, kind))}
    number_words = frozenset(tables["cardinals"]) | lists["half"] | lists["one_and_half"]
    native = re.compile(rf"(?:{_choice(tables['cardinals'])}){{1,2}}") if data.digits and tables["cardinals"] else None
    firsts = frozenset(phrase.partition(" ")[0] for phrase in groups["periods"])
    starts = number_words | frozenset(word for part in ("multiples", "many", "scales", "fractions", "ordinals") for word in tables[part])
    compounds = parts = None
    if data.glued:
        choice = _choice(
            [*tables["cardinals"], *(word for word in tables["scales"] if word in lists["bare"]), *lists["joiners"], *lists["one"]]
        )
        compounds, parts = re.compile(rf"(?:{choice}){{2,12}}"), re.compile(choice)
    glued = _glued(lists, groups, data.more) if data.digits else None
    return Lexicon(code, data, lists, tables, groups, _phrases(before), starts | lists["none"], compounds, parts, glued, native, firsts)


def _glued(lists: Mapping[str, frozenset[str]], groups: Mapping[str, Mapping[str, str]], more: str) -> re.Pattern[str]:
    return re.compile(rf" ?(?P<more>[{more or 'n'}])? ?(?P<word>{_choice([*groups['units'], *groups['money'], *lists['counters']])})")


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
