"""A moment that a text names: a day, a run of days, or a time of the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from workbench.domain.spans import Span

DATE, TIME = "date", "time"


@dataclass(frozen=True, slots=True)
class Moment:
    """Words that name a moment: `kind` is date or time; `first` and `last` are both included and the same for one day or one time.

    `assumed` says what the words leave open and was taken from the day of the article, or by the usual reading: year, month, week, half
    of the day; empty where nothing was. `relative` words count from the article's day ("yesterday"). Times are as the clock shows them
    where the article is set, without a zone.
    """

    span: Span
    words: str
    kind: str
    first: date | time
    last: date | time
    assumed: str = ""
    relative: bool = False
