"""A moment in universal time near midnight has the day that the page shows, where it names its zone and the same time; else its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.vocabulary import Field
from workbench.importers.html import HtmlImporter
from workbench.importers.zone_days import own_day


@pytest.mark.parametrize(
    ("stated", "line", "day"),
    [
        ("2024-10-22T23:30:00Z", "23 October 2024, 01:30 CEST", "2024-10-23"),
        ("2024-10-22T23:30:00.000+00:00", "Published 01:30 GMT+2", "2024-10-23"),
        ("2024-10-23T02:15:00Z", "Oct. 22, 2024, 10:15 p.m. ET", "2024-10-22"),
        ("2024-12-23T02:15:00Z", "Dec. 22, 2024 9:15 PM ET", "2024-12-22"),
        ("2024-10-22T21:05:00Z", "23.10.2024 0:05 МСК", "2024-10-23"),
        ("2024-10-22T18:45:00Z", "23 Oct 2024 00:15 IST", "2024-10-23"),
        ("2024-10-22T23:30:00Z", "23 October 2024, 01:31 CEST", None),  # another time than the tag's
        ("2024-10-22T23:30:00Z", "23 October 2024, 01:30", None),  # no zone named
        ("2024-10-22T23:30:00+02:00", "23 October 2024, 01:30 CEST", None),  # the tag's day is that of its own zone
        ("2024-10-22T12:30:00Z", "22 October 2024, 14:30 CEST", None),  # the same day
        ("2024-10-22", "23 October 2024, 01:30 CEST", None),
        ("2024-13-42T23:30:00Z", "01:30 CEST", None),
        ("2024-10-22T23:30:00Z", "Best at 01:30, said the ET director", None),
    ],
)
def test_the_day_that_the_page_shows(stated: str, line: str, day: str | None) -> None:
    found = own_day(stated, ["Ferry runs aground", line])
    assert (found[0] if found else None) == day


@given(st.datetimes().filter(lambda at: 1000 < at.year < 9999), st.integers(-12, 14), st.booleans())
def test_the_day_is_that_of_the_named_zone_whatever_the_clock(at: datetime, hours: int, half: bool) -> None:
    there = at.replace(tzinfo=UTC).astimezone(timezone(timedelta(hours=hours)))
    shown = f"{there:%I:%M} {'am' if there.hour < 12 else 'pm'}" if half else f"{there:%H:%M}"
    found = own_day(f"{at:%Y-%m-%dT%H:%M:%S}Z", [f"Posted {shown} UTC{hours:+d}"])
    assert date.fromisoformat(found[0] if found else f"{at:%Y-%m-%d}") == there.date()


def test_a_page_keeps_its_own_day_and_says_why() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2024-10-22T23:30:00Z"></head><body><article><h1>Ferry aground</h1>'
        "<time>23 October 2024, 01:30 CEST</time><p>The ferry ran aground off Norlin on Tuesday night.</p></article></body></html>"
    )
    found = HtmlImporter().read(page.encode(), "a.html", None).metadata[Field.PUBLISHED]
    assert found.value == "2024-10-23"
    assert found.basis == "the meta tag article:published_time, 2024-10-22T23:30:00Z, as the page shows it: in its own zone (CEST)"
    other = HtmlImporter().read(page.replace(" CEST", "").encode(), "a.html", None).metadata[Field.PUBLISHED]
    assert other.value == "2024-10-22"
