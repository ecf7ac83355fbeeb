"""The quantities of a text: numbers with their unit, what they count and how sure they are said to be.

What is not sure is no quantity: a number that reads two ways, or that may be a day, a time, a score or part of a name, is left out.
The two ends of a range are a quantity each, with the same bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from workbench.checks.reading.amounts import Amount, amounts
from workbench.checks.reading.around import Around
from workbench.checks.reading.lexicon import lexicon_of, plain
from workbench.checks.reading.numerals import numeral_value
from workbench.checks.reading.one_quantity import Found, found_in, quantity_of, whole
from workbench.checks.reading.quantity import Dimension, Qualifier, Quantity
from workbench.checks.reading.units import money_before, unit_after

__all__ = ["Dimension", "Qualifier", "Quantity", "quantities"]
REMEMBERED = 512  # texts whose quantities are kept: the same passage is asked for by several views
SHORT = 4_000  # code points; longer texts are not kept
GAP = 24  # code points between the ends of a range
DASHES = "-‐‑–—"


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order, by the writing of its language (ISO 639-1, perhaps with a region; empty where unknown)."""
    return _kept(text, language) if len(text) <= SHORT else _read(text, language)


def _read(text: str, language: str) -> tuple[Quantity, ...]:
    around = Around(text, lexicon_of(language, text))
    return tuple(_all(around))


_kept = lru_cache(REMEMBERED)(_read)


def _all(around: Around) -> Iterator[Quantity]:
    waiting, reached = None, 0
    for amount, following in pairwise([*amounts(around), None]):
        if amount is None or amount is waiting or amount.start < reached:
            continue
        link = _link(around, amount, following) if following else ""
        if following and link:
            yield from _range(around, amount, following, link)
            waiting = following
        elif found := found_in(around, amount):
            reached = found.end
            yield quantity_of(around, amount, found)


def _link(around: Around, first: Amount, second: Amount) -> str:
    """What makes two numbers the ends of a range: "-" for a dash, "to" for a word; empty where nothing does."""
    text, lists = around.text, around.lexicon.lists
    if not 0 < second.start - first.end <= GAP or first.value is None or second.value is None:
        return ""
    if first.many or second.many or "fraction" in (first.form, second.form) or "ordinal" in (first.form, second.form):
        return ""
    gap = text[first.end : second.start]
    if gap.strip() in DASHES and gap.strip() and "\n" not in gap:
        return "-"
    words = _words(gap)
    if not words or words[-1] not in lists["to"] | lists["between_and"] | frozenset(DASHES):
        money = money_before(text, second.start)
        words = _words(text[first.end : money.at]) if money else []
    if len(words) != 1:
        unit = unit_after(around, first.end)
        words = _words(text[unit.at : second.start]) if unit and unit.at < second.start else []
    if len(words) != 1:
        return ""
    before = around.before(first.start)
    near = before[0].word if before else ""
    if words[0] in lists["between_and"] and near in lists["between"]:
        return "to"
    return "to" if words[0] in lists["to"] and near not in lists["source"] else ""


def _words(gap: str) -> list[str]:
    """What stands between two numbers, as words; a dash that only ties a prefix to its number is none."""
    small = plain(gap)
    return [word.rstrip("-") or word for word in small.split()]


def _range(around: Around, first: Amount, second: Amount, link: str) -> Iterator[Quantity]:
    """Both ends of a range, the unit and scale of the second shared with the first; nothing of what may be a score or a date."""
    last = found_in(around, second, ranged=link == "-")
    open_end = link == "-" and second.end < len(around.text) and around.text[second.end] in DASHES
    assert first.value is not None
    assert second.value is not None
    if last is None or open_end:
        if link == "to" and (alone := found_in(around, first)):
            yield quantity_of(around, first, alone)
        return
    scaled = second.scaled and not first.scaled and first.value < 1000 and second.core < second.end
    low, high = first.value, second.value
    if scaled:
        low = low * (second.value / _unscaled(around, second))
    own = found_in(around, first, ranged=False)
    counted = last.counted.noun or last.unit or scaled or (own is not None and own.unit)
    if low >= high or (link == "-" and not counted):
        if link == "to":
            yield from _apart(around, (first, own), (second, last))
        return
    if own is None or not own.unit:
        start = own.start if own else first.start
        own = Found(start, first.end, last.dimension, last.unit, last.counted, last.money)
    for amount, found, value in ((first, own, low), (second, last, high)):
        read = quantity_of(around, amount, found, value)
        yield replace(read, low=whole(low), high=whole(high), qualifier=Qualifier.EXACT)


def _unscaled(around: Around, amount: Amount) -> Decimal:
    value = numeral_value(around.text[amount.start : amount.core], around.lexicon, scaled=True)
    return value or Decimal(1)


def _apart(around: Around, *ends: tuple[Amount, Found | None]) -> Iterator[Quantity]:
    for amount, found in ends:
        if found:
            yield quantity_of(around, amount, found)
