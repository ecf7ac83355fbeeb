"""Moments: days and times of the clock, relative ones against the day of the article."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.reading.moments import moments

DAY = date(2016, 11, 9)  # a Wednesday


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "on 31 October 2015", date(2015, 10, 31), None), ("en", "on Nov. 9, 2016", date(2016, 11, 9), None),
        ("en", "on 31 October", date(2016, 10, 31), None), ("en", "on 10-12 October", date(2016, 10, 10), date(2016, 10, 12)),
        ("en", "since 1959", date(1959, 1, 1), date(1959, 12, 31)), ("en", "in 2015/16", date(2015, 1, 1), date(2016, 12, 31)),
        ("en", "on 2016-10-31", date(2016, 10, 31), None), ("en", "in October 2016", date(2016, 10, 1), date(2016, 10, 31)),
        ("en", "yesterday", date(2016, 11, 8), None), ("en", "on Tuesday", date(2016, 11, 8), None),
        ("en", "three days ago", date(2016, 11, 6), None), ("en", "last week", date(2016, 10, 31), date(2016, 11, 6)),
        ("en", "on 31 December", date(2016, 12, 31), None), ("de", "am 6. Juni 2015", date(2015, 6, 6), None),
        ("de", "am Dienstag", date(2016, 11, 8), None), ("de", "am 9.11.2015", date(2015, 11, 9), None),
        ("de", "vor drei Tagen", date(2016, 11, 6), None), ("fr", "le 1er juin 2015", date(2015, 6, 1), None),
        ("fr", "hier", date(2016, 11, 8), None), ("ru", "9 ноября 2015 года", date(2015, 11, 9), None),
        ("ja", "2015年11月9日", date(2015, 11, 9), None), ("zh", "6月8日", date(2016, 6, 8), None),
        ("ko", "11월 4일", date(2016, 11, 4), None),
    ],
)  # fmt: skip
def test_a_day_is_read_by_the_words_of_its_language(language: str, text: str, first: date, last: date | None) -> None:
    (found,) = moments(text, language, DAY)
    assert (found.kind, found.first, found.last) == ("date", first, last or first)


@pytest.mark.parametrize(
    ("language", "text", "clock"),
    [
        ("en", "6.10am", time(6, 10)), ("en", "6 p.m.", time(18)), ("en", "at 18:10", time(18, 10)), ("en", "at 6.10.", time(6, 10)),
        ("de", "um 18.10 Uhr", time(18, 10)), ("de", "um 18 Uhr", time(18)), ("fr", "à 18h30", time(18, 30)),
        ("fr", "à 18 heures", time(18)),
        ("ja", "午後6時10分", time(18, 10)), ("ko", "오전 6시", time(6)), ("zh", "下午6时", time(18)),
    ],
)  # fmt: skip
def test_a_time_of_the_clock(language: str, text: str, clock: time) -> None:
    (found,) = moments(text, language, DAY)
    assert (found.kind, found.first, found.last) == ("time", clock, clock)


@pytest.mark.parametrize(
    "text", ["yesterday", "on Tuesday", "on 3 May", "last week", "two days ago", "3/4/2016", "won 3-1", "12.50 crates"]
)
def test_what_is_not_sure_is_no_moment(text: str) -> None:
    assert moments(text, "en", None) == ()


def test_what_was_assumed_is_said() -> None:
    day, weekday = moments("on 31 October, and on Friday", "en", DAY)
    assert (day.assumed, day.relative) == ("year", False)
    assert (weekday.assumed, weekday.relative) == ("week", True)


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["%Y-%m-%d", "%-d %B %Y", "%B %-d, %Y", "%-d %b %Y"]))
def test_full_dates_are_read_back(day: date, form: str) -> None:
    written = day.strftime(form.replace("%-d", str(day.day)))
    (found,) = moments(f"on {written} it rained", "en", None)
    assert (found.first, found.words) == (day, written)


PIECES = st.sampled_from("1 31 May 2016 : . - am on Tuesday last ago 日 月 시 h".split(" ") + [" "])  # noqa: SIM905 # a row of words


@given(
    st.lists(PIECES).map("".join)
    | st.text(max_size=80),
    st.sampled_from(["en", "de", "fr", "ja", "ko", "ru", "ar", "", "xx"]), st.dates() | st.none(),
)  # fmt: skip
def test_no_text_raises_and_every_span_is_exact(text: str, language: str, published: date | None) -> None:
    last = 0
    for found in moments(text, language, published):
        assert last <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end] == found.words
        assert type(found.first) is type(found.last)
        last = found.span.end
