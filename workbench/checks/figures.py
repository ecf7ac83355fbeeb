"""Do the passages of one claim agree on their figures? Counted from the words alone; it raises a question and decides nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from workbench.domain.spans import Span

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_SCALE = {
    10**3: "thousand thsd тысяч тысячи тысяча тыс тисяч тисячі тисяча тис mille tausend tsd mil 천 千",
    10**4: "만 万 萬",
    10**6: "million millions m mn миллион миллиона миллионов млн мільйон мільйона мільйонів mio millón millones milione milioni",
    10**8: "억 亿 億",
    10**9: "billion bn миллиард миллиарда миллиардов млрд мільярд мільярда мільярдів milliard milliards mrd milliarde milliarden",
}
"""What a word after a number multiplies it by, in the languages that the desk reads most."""
_FACTOR = {word: factor for factor, words in _SCALE.items() for word in words.split()}
_NUMBER = re.compile(
    r"(?<![\w.,'’])(?>(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?))(?![.,'’:]\d)"
    r"(?:[ \u00a0-]?(" + "|".join(sorted(map(re.escape, _FACTOR), key=len, reverse=True)) + r")\b|([만천억万萬千亿億])|(?!\w))",
    re.IGNORECASE,
)
"""A number to its end, with what multiplies it. One that runs into other letters (6.10am, 12mph) is left out."""
_UNSURE = re.compile(r"\d{1,3}\.\d{3}")
"""A point before three digits: thousands in one country, thousandths in another."""
_METRES = re.compile(r"m", re.IGNORECASE)
_DAY = re.compile(rf"(?:\b(?:{_MONTHS})\.?\s+$)", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s*(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: where (code points), as written, and its value."""

    span: Span
    words: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of several passages: all of them as written, in order of value, and those that not every passage has."""

    written: tuple[str, ...]
    differing: frozenset[Decimal]


def figures(text: str) -> list[Figure]:
    """The figures of a text. Days, years and times of the clock are left out: they are dates, not amounts."""
    found = []
    for match in _NUMBER.finditer(text):
        if _is_date(text, match) or _is_unsure(text, match):
            continue
        try:
            value = Decimal(re.sub(r"[,\u00a0\u202f ]", "", match[1])) * _FACTOR.get((match[2] or match[3] or "").lower(), 1)
        except InvalidOperation:
            continue
        found.append(Figure(Span(match.start(), match.end()), " ".join(match[0].split()), value))
    return found


def _is_unsure(text: str, match: re.Match[str]) -> bool:
    """Whether the value may be another one: 16.000, and 5m where no currency stands before it."""
    if _UNSURE.fullmatch(match[1]):
        return True
    attached = bool(match[2]) and _METRES.fullmatch(match[2])
    return bool(attached) and not (match.start() and unicodedata.category(text[match.start() - 1]) == "Sc")


def _is_date(text: str, match: re.Match[str]) -> bool:
    whole = match[1].isdigit()
    if whole and len(match[1]) == 4 and 1900 <= int(match[1]) <= 2099 and not match[2]:
        return True
    if whole and int(match[1]) <= 31 and (_DAY.search(text[: match.start()]) or _MONTH_AFTER.match(text, match.end())):
        return True
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return ":" in around or "/" in around


def agreement(passages: Sequence[str]) -> Agreement:
    """Whether the passages agree. A passage without figures says nothing about them and is left out."""
    sets = [{f.value: f.words for f in figures(text)} for text in passages]
    sets = [each for each in sets if each]
    if not sets:
        return Agreement((), frozenset())
    everything = {value: words for each in reversed(sets) for value, words in each.items()}
    common = frozenset.intersection(*(frozenset(each) for each in sets))
    return Agreement(tuple(everything[value] for value in sorted(everything)), frozenset(everything) - common)
