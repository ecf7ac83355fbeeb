"""Do relative dates ("last week", "last August") mean what another article says outright, and is it clear from which day they count?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.checks.dates import anchor_day, named_days, relative_words
from workbench.checks.matter import Matter, Place, Question, Saying
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, Field, Severity

_SAID_ON = re.compile(
    r"\b(?:last\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^.;]{0,90}?\b(?:said|stated|announced|told|that)\b"
    r"|\b(?:said|stated|announced|told \w+)\s+(?:on\s+|last\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:earlier|later) this (?:week|month|year)\b", re.IGNORECASE)


def ask(matter: Matter) -> Iterator[Question]:
    """At most one question a claim: two days that do not fit, else relative words inside what was said on another day."""
    for sayings in matter.sayings.values():
        found = _unfit(sayings) or _reported(matter, sayings) or _no_anchor(sayings)
        if found:
            yield found


def _unfit(sayings: Sequence[Saying]) -> Question | None:
    """A relative date that lies outside every day another article names outright."""
    days = [(s, d) for s in sayings for d in named_days(s.words, anchor_day(s.article.value(Field.PUBLISHED)))]
    for saying, day in days:
        absolute = [(s, d) for s, d in days if not d.relative and s.article.id != saying.article.id]
        if day.relative and absolute and all(day.first > d.last or day.last < d.first for _, d in absolute):
            other, named = absolute[0]
            counted = f"{_range(day.first.isoformat(), day.last.isoformat())} counted from the day it was published"
            why = f"{saying.article.exhibit} says “{day.words}”, which is {counted}; {other.article.exhibit} says “{named.words}”."
            return Question(DiscrepancyType.DATE, Severity.HIGH, saying.claim.id, (_at(saying, day.span), _at(other, named.span)), why)
    return None


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _reported(matter: Matter, sayings: Sequence[Saying]) -> Question | None:
    """Relative words in a sentence that reports what was said on another day: from which of the two days do they count?"""
    found = [(s, span) for s in sayings if _SAID_ON.search(matter.sentence(s)) and (span := _relative(s.words))]
    if len({s.article.id for s, _ in found}) < 2:
        return None
    said = "; ".join(
        f"{s.article.exhibit} says “{s.words[span.start : span.end]}” of something said on an earlier day" for s, span in found
    )
    places = tuple(_at(s, span) for s, span in found)
    return Question(DiscrepancyType.RELATIVE_DATE, Severity.MEDIUM, found[0][0].claim.id, places, f"{said}: counted from which day?")


def _no_anchor(sayings: Sequence[Saying]) -> Question | None:
    """Relative words in an article of which nobody knows when it was published."""
    for saying in sayings:
        span = _relative(saying.words)
        others = [s for s in sayings if s.article.id != saying.article.id]
        if span and others and anchor_day(saying.article.value(Field.PUBLISHED)) is None:
            words = saying.words[span.start : span.end]
            why = f"{saying.article.exhibit} says “{words}”, and nobody knows on which day it was published."
            places = (_at(saying, span), others[0].place)
            return Question(DiscrepancyType.RELATIVE_DATE, Severity.MEDIUM, saying.claim.id, places, why)
    return None


def _relative(words: str) -> Span | None:
    found = [Span(*m.span()) for m in _EARLIER.finditer(words)] or relative_words(words)
    return found[0] if found else None


def _at(saying: Saying, span: Span) -> Place:
    return Place(saying.article.id, Span(saying.span.start + span.start, saying.span.start + span.end))
