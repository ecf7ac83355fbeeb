"""Moments as people read them, in this machine's zone: "21 Oct 2026 14:32"."""

from __future__ import annotations

from datetime import datetime

from workbench.case.past import Moment
from workbench.domain.days import day_words


def day_of(at: str) -> str:
    """The day of an ISO 8601 time, in short words."""
    return day_words(datetime.fromisoformat(at).astimezone().date().isoformat())


def hour_of(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%H:%M:%S}"


def moment_words(moment: Moment) -> str:
    """As it was on 21 Oct 2026 14:32, before “Confirmed: C3”."""
    before = f", before “{moment.next}”" if moment.next else ", after the last step"
    return f"As it was on {day_of(moment.at)} {hour_of(moment.at)[:5]}{before}."
