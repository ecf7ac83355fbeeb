"""Where everything on the timeline stands. Days with something on them get room; long stretches without are drawn shorter, and marked."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from workbench.case.comparison import LETTERS
from workbench.case.timeline import Denial, Event, Publication, Timeline
from workbench.domain.days import day_words
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import CARRYING, OPPOSING, Stance

MARGIN, AXIS, LANE, GAP = 26.0, 64.0, 26.0, 26.0
DAY, LONGEST = 30.0, 76.0  # pixels from one day to the next, and at most between two days
BREAK = 10  # from so many days on a stretch is drawn as broken
LABEL = 380.0  # pixels a label may take
AGAINST = (Verdict.DENIED, Verdict.REFUTED)
"""What stands there as a word, so that nobody takes it for something that happened."""
CHIP, CHIPS, CHIP_ROW = 47.0, 8, 22.0  # width of one, how many in a row, height of a row
AFTER = ", after the cut-off"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be chosen: what is drawn and where, what is said of it, and what Enter opens (claim, article, passage; 0 none).

    `kind` is event, denial, article or saying; `bar` is the stretch of days it covers.
    """

    kind: str
    box: QRectF
    bar: QRectF
    text: str
    spoken: str
    verdict: Verdict
    claim: int = 0
    article: int = 0
    passage: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline laid out: pixels of every day that has something, the items, where the lower half begins, and the size of all."""

    days: dict[date, float]
    items: tuple[Item, ...]
    middle: float
    width: float
    height: float
    cut_off: float | None


def scale(days: Iterable[date]) -> dict[date, float]:
    """A place for every day: one day is DAY pixels, longer stretches grow with their logarithm."""
    found: dict[date, float] = {}
    at, before = MARGIN, None
    for day in sorted(set(days)):
        if before:
            at += min(LONGEST, DAY * (1 + 0.6 * math.log2((day - before).days)))
        found[day] = at
        before = day
    return found


def lay_out(told: Timeline, measure: Callable[[str], float]) -> Laid:
    """Lay a timeline out. `measure` gives the width of words in pixels."""
    marks = [day for e in told.events for day in (e.first, e.last)] + [d.day for d in told.denials]
    marks += [day for p in told.publications for day in (p.first, p.last)]
    end = told.cut_off
    days = scale(day for day in [*marks, *([end] if end else [])] if not end or day <= end)
    edge = None
    if end:  # what comes later begins to the right of all that was known, so that no earlier label runs into it
        edge = max(_edges(told, days, measure), default=days[end]) + 14
        days |= {day: edge + at for day, at in scale(day for day in marks if day > end).items()}
    upper = _events(told, days, measure)
    middle = AXIS + max((i.box.bottom() - AXIS for i in upper), default=LANE) + GAP
    lower = _sayings(told, days, measure, middle + AXIS)
    items = (*upper, *lower)
    width = max([i.box.right() for i in items] + list(days.values()), default=400.0) + MARGIN
    height = max((i.box.bottom() for i in items), default=middle + AXIS) + MARGIN
    return Laid(days, items, middle, width, height, edge)


def _edges(told: Timeline, days: dict[date, float], measure: Callable[[str], float]) -> Iterator[float]:
    """How far to the right reaches what lies before the cut-off."""
    yield from (days[e.first] + _room(e, measure) for e in told.events if e.first in days)
    yield from (days[d.day] + _label(_denied(d), measure) for d in told.denials if d.day in days)
    for p in told.publications:
        if p.first in days:
            yield days[p.first] + max(_label(_named(p), measure), 6 + min(len(p.sayings), CHIPS) * (CHIP + 4))


def _events(told: Timeline, days: dict[date, float], measure: Callable[[str], float]) -> list[Item]:
    """Claims in lanes, so that no label lies on another."""
    spans = []
    for event in told.events:
        x0, x1 = days[event.first], days[event.last]
        spans.append((x0, max(x1, x0 + _room(event, measure))))
    found = []
    for event, (x0, x1), lane in zip(told.events, spans, _lanes(spans), strict=True):
        y, claim = AXIS + lane * LANE, event.claim
        spoken = f"{_span(event.first, event.last)}: {claim.number}, {claim.verdict.label.lower()}: {claim.text}"
        box, bar = QRectF(x0, y, x1 - x0, LANE - 2), QRectF(x0, y, days[event.last] - x0, LANE)
        late = event.after_cut_off
        found.append(Item("event", box, bar, _words(event), spoken + (AFTER if late else ""), claim.verdict, claim.id, late=late))
    return found


def _words(event: Event) -> str:
    return f"{event.claim.number}  {event.claim.text}"


def sign_of(verdict: Verdict) -> str:
    """The sign of a status before a claim, with its word where nobody may take it for an event."""
    return f"{verdict.glyph} {verdict.label}" if verdict in AGAINST else verdict.glyph


def _room(event: Event, measure: Callable[[str], float]) -> float:
    return _label(_words(event), measure) + measure(sign_of(event.claim.verdict)) - measure(event.claim.verdict.glyph)


def _denied(denial: Denial) -> str:
    return f"{denial.claim.denied_by} denies {denial.claim.number}"


def _named(publication: Publication) -> str:
    return f"{publication.article.exhibit}  {publication.article.outlet}"


def _label(text: str, measure: Callable[[str], float]) -> float:
    return min(LABEL, measure(text) + 30)


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """The topmost lane that is free for each span, from left to right."""
    free: list[int] = []
    taken: list[tuple[float, int]] = []
    lanes = [0] * len(spans)
    for number in sorted(range(len(spans)), key=lambda n: spans[n][0]):
        while taken and taken[0][0] < spans[number][0] - 8:
            heapq.heappush(free, heapq.heappop(taken)[1])
        lane = heapq.heappop(free) if free else len(taken)
        lanes[number] = lane
        heapq.heappush(taken, (spans[number][1], lane))
    return lanes


def _sayings(told: Timeline, days: dict[date, float], measure: Callable[[str], float], top: float) -> list[Item]:
    """Denials and articles by day, a row each; under an article a chip for each claim it speaks of."""
    found: list[Item] = []
    rows: list[tuple[date, Denial | Publication]] = [(d.day, d) for d in told.denials]
    rows += [(p.first, p) for p in told.publications]
    y = top
    for _, row in sorted(rows, key=lambda r: r[0]):
        if isinstance(row, Publication):
            found += _publication(row, days, measure, y)
            y += LANE + CHIP_ROW * math.ceil(len(row.sayings) / CHIPS) + 8
        else:
            found.append(_denial(row, days, measure, y))
            y += LANE + 4
    return found


def _denial(denial: Denial, days: dict[date, float], measure: Callable[[str], float], y: float) -> Item:
    x, claim = days[denial.day], denial.claim
    text = _denied(denial)
    spoken = f"{_span(denial.day, denial.day)}: {text}: {claim.text}{AFTER if denial.after_cut_off else ''}"
    box = QRectF(x, y, _label(text, measure), LANE - 2)
    return Item("denial", box, QRectF(x, y, 0, LANE), text, spoken, Verdict.DENIED, claim.id, late=denial.after_cut_off)


def _publication(publication: Publication, days: dict[date, float], measure: Callable[[str], float], y: float) -> list[Item]:
    article, first, last = publication.article, publication.first, publication.last
    x, text = days[first], _named(publication)
    late = publication.after_cut_off
    spoken = f"{_span(first, last)}: {text}: {article.title}{AFTER if late else ''}"
    box = QRectF(x, y, _label(text, measure), LANE - 2)
    found = [Item("article", box, QRectF(x, y, days[last] - x, LANE), text, spoken, Verdict.OPEN, article=article.id, late=late)]
    for number, saying in enumerate(publication.sayings):
        claim = saying.claim
        chip = QRectF(x + 6 + number % CHIPS * (CHIP + 4), y + LANE + 2 + number // CHIPS * CHIP_ROW, CHIP, 19)
        words = f"{article.exhibit} {saying.stance.label} {claim.number}, {claim.verdict.label.lower()}: {claim.text}"
        shown = f"{LETTERS[saying.stance]} {claim.number}"
        found.append(Item("saying", chip, QRectF(), shown, words, _tone(saying.stance), claim.id, article.id, saying.passage_id))
    return found


def _tone(stance: Stance) -> Verdict:
    """How a chip is bordered: solid for what carries the claim, dotted for what speaks against it, plain for the rest."""
    return Verdict.CONFIRMED if stance in CARRYING else Verdict.DENIED if stance in OPPOSING else Verdict.OPEN


def _span(first: date, last: date) -> str:
    return day_words(f"{first.isoformat()}/{last.isoformat()}")
