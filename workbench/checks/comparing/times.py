"""Do articles give different times of the clock for one event?

Times are held against each other where their sentences name the same thing that happened and speak of it in the same way: when a service
was called is not when it happened. A time "at around" may be out by ABOUT minutes, a plain one by none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from workbench.checks.comparing.likeness import Likeness, Stated
from workbench.checks.comparing.places import chosen
from workbench.checks.matter import Place, Question
from workbench.checks.reading.moments import Moment
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, Severity

ALIKE = 0.1
ABOUT = 5
"""Minutes."""
_EVENTS_WORDS = "crash derailed overturned explosion attack fire shot earthquake collapsed launched dead arrested protest flood began ended"
_EVENTS = frozenset(f"={word}" for word in _EVENTS_WORDS.split())
_CALLED = re.compile(
    r"\b(?:called|alerted|notified|dispatched|sent|arrived|updated|published|expected|due|until|since|before|after)\b", re.IGNORECASE
)
_ROUGH = re.compile(r"\b(?:about|around|approximately|roughly|nearly|shortly|just|some time|or)\b[^.;]{0,12}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock in a sentence; `slack` the minutes by which it may be out."""

    stated: Stated
    number: int
    moment: Moment
    slack: int
    events: frozenset[str]
    called: bool

    @property
    def place(self) -> Place:
        return Place(self.stated.reading.article_id, self.moment.span)


def ask(likeness: Likeness) -> Iterator[Question]:
    """One question for each event whose times differ."""
    for group in _connected(list(_clocks(likeness)), likeness):
        pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :] if _apart(a, b)]
        if pairs:
            clocks = sorted({id(c): c for pair in pairs for c in pair}.values(), key=lambda c: c.place)
            said = ", ".join(f"{c.stated.reading.exhibit} has {c.stated.reading.words(_with_words(c))}" for c in _once(clocks))
            yield Question(DiscrepancyType.DATE, Severity.HIGH, None, chosen(c.place for c in clocks), f"{said}.")


def _clocks(likeness: Likeness) -> Iterator[Clock]:
    for number, stated in enumerate(likeness.stated):
        span = stated.sentence.span
        for moment in stated.reading.moments:
            if isinstance(moment.first, time) and span.start <= moment.span.start < span.end:
                text = stated.reading.text
                rough = _ROUGH.search(text[max(span.start, moment.span.start - 24) : moment.span.start])
                called = _CALLED.search(text[max(span.start, moment.span.start - 60) : moment.span.start])
                yield Clock(stated, number, moment, ABOUT if rough else 0, stated.sentence.keys & _EVENTS, bool(called))


def _connected(clocks: Sequence[Clock], likeness: Likeness) -> list[list[Clock]]:
    groups: list[list[Clock]] = []
    for clock in clocks:
        mine = [group for group in groups if any(_together(clock, other, likeness) for other in group)]
        groups = [group for group in groups if not any(group is each for each in mine)]
        groups.append([*(c for group in mine for c in group), clock])
    return [group for group in groups if len({c.stated.reading.article_id for c in group}) > 1]


def _together(one: Clock, other: Clock, likeness: Likeness) -> bool:
    if one.called or other.called:
        return False
    return bool(one.events & other.events) or likeness.score(one.number, other.number) >= ALIKE


def _apart(one: Clock, other: Clock) -> bool:
    if one.stated.reading.article_id == other.stated.reading.article_id:
        return False
    return abs(_minutes(one.moment) - _minutes(other.moment)) > one.slack + other.slack


def _minutes(moment: Moment) -> int:
    return moment.first.hour * 60 + moment.first.minute if isinstance(moment.first, time) else 0


def _once(clocks: Sequence[Clock]) -> list[Clock]:
    """The first clock of each article."""
    return list({c.stated.reading.article_id: c for c in reversed(clocks)}.values())[::-1]


def _with_words(clock: Clock) -> Span:
    """The time with up to two words before it."""
    text, start = clock.stated.reading.text, clock.moment.span.start
    before = re.search(r"(?:\S+\s+){0,2}$", text[max(clock.stated.sentence.span.start, start - 24) : start])
    end = clock.moment.span.end
    return Span(start - len(before[0]) if before else start, end)
