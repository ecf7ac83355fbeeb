"""Days and ranges of days in the words of the screen."""

from __future__ import annotations

import pytest

from workbench.domain.days import day_words, first_day, last_day


@pytest.mark.parametrize(
    ("value", "words", "short"),
    [
        ("2024-10-21", "21 Oct 2024", "21 Oct"),
        ("2024-10-21T09:30:00Z", "21 Oct 2024", "21 Oct"),
        ("2024-10-21/2024-10-22", "21–22 Oct 2024", "21–22 Oct"),
        ("2024-10-21/2024-10-21", "21 Oct 2024", "21 Oct"),
        ("2024-10-30/2024-11-02", "30 Oct – 2 Nov 2024", "30 Oct – 2 Nov"),
        ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024", "30 Dec – 2 Jan"),
        ("2024-10", "Oct 2024", "Oct"),
        ("2024-10/2024-11", "Oct – Nov 2024", "Oct – Nov"),
        ("2024", "2024", "2024"),
        ("early October", "early October", "early October"),
        ("2024-13-40", "2024-13-40", "2024-13-40"),
        ("", "", ""),
    ],
)
def test_words(value: str, words: str, short: str) -> None:
    assert day_words(value) == words
    assert day_words(value, year=False) == short


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-10-21/2024-10-22", "2024-10-21", "2024-10-22"),
        ("2024-10-21T09:30:00Z", "2024-10-21", "2024-10-21"),
        ("2024-10", "2024-10", "2024-10"),
        ("early October", "", ""),
        ("", "", ""),
    ],
)
def test_ends(value: str, first: str, last: str) -> None:
    assert (first_day(value), last_day(value)) == (first, last)
