"""Do the passages of one claim agree on their figures? Counted from the words alone; it raises a question and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from workbench.checks.reading.quantities import Dimension, quantities
from workbench.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: where (code points), as written, and its value; `whole` are the words with its unit ("nine hours")."""

    span: Span
    words: str
    value: Decimal
    whole: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of several passages: all of them as written, in order of value, and those that not every passage has."""

    written: tuple[str, ...]
    differing: frozenset[Decimal]


def figures(text: str, language: str = "") -> list[Figure]:
    """The figures of a text in that language (ISO 639-1; empty where nobody knows it): its quantities but for ordinals, and for words
    such as "dozens" that name no number."""
    read = (each for each in quantities(text, language) if each.dimension is not Dimension.ORDINAL and not each.vague)
    places = ((each.number or each.span, each.value, each.words) for each in read)
    return [Figure(span, " ".join(text[span.start : span.end].split()), value, whole) for span, value, whole in places]


def agreement(passages: Sequence[str], languages: Sequence[str] = ()) -> Agreement:
    """Whether the passages, each in its language, agree. A passage without figures says nothing about them and is left out."""
    sets = [{f.value: f.words for f in figures(text, language)} for text, language in zip_longest(passages, languages, fillvalue="")]
    sets = [each for each in sets if each]
    if not sets:
        return Agreement((), frozenset())
    everything = {value: words for each in reversed(sets) for value, words in each.items()}
    common = frozenset.intersection(*(frozenset(each) for each in sets))
    return Agreement(tuple(everything[value] for value in sorted(everything)), frozenset(everything) - common)
