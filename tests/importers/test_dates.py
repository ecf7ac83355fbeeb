"""Printed dates to ISO 8601, and only those that read one way."""

from __future__ import annotations

import pytest

from workbench.importers.dates import is_date_alone, iso_date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2031-04-09", "2031-04-09"),
        ("2031-04-09T08:00:00Z", "2031-04-09"),
        ("9 April 2031", "2031-04-09"),
        ("April 9th, 2031", "2031-04-09"),
        ("Published on Apr. 9, 2031 at 8 a.m.", "2031-04-09"),
        ("9 de abril de 2031", "2031-04-09"),
        ("9. Oktober 2031", "2031-10-09"),
        ("9 октября 2031", "2031-10-09"),
        ("2031年4月9日", "2031-04-09"),
        ("2031년 4월 9일", "2031-04-09"),
        ("19.04.2031", "2031-04-19"),
        ("19/04/2031", "2031-04-19"),
        ("04/19/2031", "2031-04-19"),
        ("04/05/2031", None),
        ("31 February 2031", None),
        ("April 9", None),
        ("no date", None),
    ],
)
def test_a_date_is_read_when_it_reads_one_way(line: str, expected: str | None) -> None:
    assert iso_date(line) == expected


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("April 9, 2031", True),
        ("Wednesday 9 April 2031, 08:15", True),
        ("Updated: 2031-04-09 08:15", True),
        ("The ferry sank on April 9, 2031, and nobody knows why.", False),
        ("The ferry", False),
    ],
)
def test_a_date_line_has_little_else_in_it(line: str, alone: bool) -> None:
    assert is_date_alone(line) is alone
