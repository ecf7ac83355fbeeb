"""The one reader of dates: what it reads, what it refuses, and that what the desk writes is read back to the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from workbench.domain.dates import FIELDS, Shape, kept_date, kept_otherwise, known_date
from workbench.domain.days import date_words, day_span, day_words, first_day, last_day
from workbench.domain.errors import RuleBroken
from workbench.domain.months import MONTH_OF
from workbench.memo.words import day, moment

FORMS = {
    "2016-11-09": (
        "9 Nov 2016", "9 November 2016", "9th November, 2016", "the 9th of November 2016", "Nov 9, 2016", "Nov. 9 2016",
        "November 9th, 2016", "9.11.2016", "09.11.2016", "9. 11. 2016", "2016/11/09", "2016. 11. 9.", "20161109", "9-Nov-2016", "09NOV2016",
        "2016 Nov 9",
        "Wednesday, 9 November 2016", "Wed 9 Nov 2016", " 9  nov\t2016 ", "9 de noviembre de 2016", "9 ноября 2016", "2016年11月9日",
        "2016년 11월 9일", "2016‑11‑09", "９ Nov ２０１６", "on Wednesday 9 Nov 2016",
    ),
    "2016-04-13": ("13/4/2016", "4/13/2016", "13-04-2016"),
    "2016-04-04": ("4/4/2016",),
    "2016-11-09T22:58": ("9 Nov 2016 22:58", "9 Nov 2016, 22:58", "9 November 2016 at 22:58", "22:58, 9 Nov 2016",
        "Nov 9, 2016 10:58 PM", "2016-11-09 22:58"),
    "2016-11-09T22:58Z": ("9 November 2016, 22:58 UTC", "22:58 GMT, 9 November 2016", "2016-11-09T22:58z"),
    "2016-11-09T22:58+09:00": ("2016-11-09T22:58+0900", "9 Nov 2016 22:58 +09:00", "9 Nov 2016 22:58 UTC+9"),
    "2016-11-09T22:58:00-03:00": ("Wed, 09 Nov 2016 22:58:00 -0300", "2016-11-09 22:58:00-03:00"),
    "2016-11-09T00:30": ("9 Nov 2016 12:30 am",),
    "2024-10": ("Oct 2024", "October, 2024", "2024 October", "octubre de 2024"),
    "2024-10-21/2024-10-22": ("21–22 Oct 2024", "21-22 October 2024", "Oct 21–22, 2024", "21.–22.10.2024", "2024-10-21..2024-10-22",
        "2024-10-21/22", "from 21 to 22 Oct 2024"),
    "2024-10-30/2024-11-02": ("30 Oct – 2 Nov 2024", "30 October to 2 November 2024", "between 30 Oct and 2 Nov 2024", "30.10.–2.11.2024"),
    "2024-10/2024-11": ("Oct – Nov 2024",),
    "2023/2024": ("2023–2024", "2023 to 2024"),
}  # fmt: skip
REFUSED = (
    ("3/4/2016", "as 3 Apr 2016 and as 4 Mar 2016"), ("11-9-2016", "reads two ways"), ("31 Feb 2016", "February 2016 has 29"),
    ("2015-02-29", "February 2015 has 28"), ("2016-13-01", "there are 12"), ("21 Oct", "no year"), ("May", "no year"),
    ("9 Nov 16", "no date"), ("9/11/16", "no date"), ("early October", "no date"), ("Tue 9 Nov 2016", "is a Wednesday"),
    ("9 Nov 2016 24:00", "no date"), ("9 Nov 2016 22:58 KST", "no date"), ("9 Nov 2016 10:00-11:30", "no date"),
    ("10:00-11:30 9 Nov 2016", "no date"), ("2024-11-02/2024-10-01", "ends before it begins"), ("0000-01-01", "year 0"),
    ("2031-05-00", "a day, a month"), ("2031-00-10", "a day, a month"), ("0/0/2016", "a day, a month"), ("0 Nov 2016", "a day, a month"),
    ("Dec 30 – Jan 2, 2024", "ends before it begins"), ("2024-05-01T09:30 oh dear", "no date"),
    ("9 Nov 2016" + " " * 9 + "x" * 80, "longer"),
)  # fmt: skip


@pytest.mark.parametrize(("iso", "words"), [(iso, words) for iso, forms in FORMS.items() for words in (*forms, iso)])
def test_read(iso: str, words: str) -> None:
    assert kept_date(words, Shape.DAYS) == iso


@pytest.mark.parametrize(("words", "why"), REFUSED)
@pytest.mark.parametrize("shape", Shape)
def test_refused_with_what_was_written_and_an_example(words: str, why: str, shape: Shape) -> None:
    with pytest.raises(RuleBroken, match="Write it like") as broken:
        kept_date(words, shape)
    assert why in str(broken.value)
    assert str(broken.value).startswith(f"“{words[:10]}")
    assert known_date(words) is None


def test_each_field_takes_its_shape() -> None:
    assert kept_date("", Shape.DAY) == kept_date("  ", Shape.MOMENT) == ""
    assert kept_date("9 Nov 2016", Shape.DAY) == kept_date("9 Nov 2016", Shape.MOMENT) == "2016-11-09"
    assert kept_date("9 Nov 2016 22:58", Shape.MOMENT) == kept_date("9 Nov 2016 22:58", Shape.DAYS) == "2016-11-09T22:58"
    for words, shape, why in (
        ("9 Nov 2016 22:58", Shape.DAY, "a time"), ("Oct 2024", Shape.DAY, "is a month"), ("2024", Shape.MOMENT, "is a year"),
        ("8–13 Oct 2024", Shape.MOMENT, "from when to when"), ("8–13 Oct 2024", Shape.DAY, "from when to when"),
    ):  # fmt: skip
        with pytest.raises(RuleBroken, match=why):
            kept_date(words, shape)


@pytest.mark.parametrize("shape", Shape)
def test_examples_are_what_the_field_takes(shape: Shape) -> None:
    for written in shape.example.replace(" or ", ", ").split(", "):
        assert kept_date(written, shape)
    assert set(FIELDS.values()) == set(Shape)


@given(st.integers(0, 20), st.integers(0, 40), st.sampled_from([2015, 2016, 1, 9999]))
def test_a_day_is_read_exactly_where_the_calendar_has_it(month: int, number: int, year: int) -> None:
    try:
        there = date(year, month, number).isoformat()
    except ValueError:
        there = ""
    for words in (f"{year:04}-{month:02}-{number:02}", f"{number}.{month}.{year:04}", f"{year:04}/{month}/{number}"):
        if there:
            assert kept_date(words, Shape.DAY) == kept_date(f"{words} 22:58", Shape.MOMENT)[:10] == there
        else:
            with pytest.raises(RuleBroken):
                kept_date(words, Shape.DAYS)


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
TIMES = st.builds(
    lambda t, zone: t.isoformat(timespec="minutes" if not t.second else "seconds") + zone,
    st.times().map(lambda t: t.replace(microsecond=0)), st.sampled_from(["", "Z", "+09:00", "-03:30", "+00:00"]),
)  # fmt: skip
POINTS = st.one_of(
    DAYS.map(date.isoformat), DAYS.map(lambda d: d.isoformat()[:7]), DAYS.map(lambda d: d.isoformat()[:4]),
    st.builds(lambda d, t: f"{d.isoformat()}T{t}", DAYS, TIMES),
)  # fmt: skip
RANGES = st.builds(lambda a, b: f"{a}/{b}", POINTS, POINTS)


@given(st.one_of(POINTS, RANGES))
def test_what_is_kept_is_read_as_it_stands(iso: str) -> None:
    first, _, last = iso.partition("/")
    assume(first != last and (day_span(first) or (date.max,))[0] <= (day_span(last or first) or (0, date.min))[1])
    assert kept_date(iso, Shape.DAYS) == iso
    assert kept_otherwise(iso, Shape.DAYS) == ""


def _days_alone(iso: str) -> str:
    ends = [first_day(iso), last_day(iso)]
    return "/".join(dict.fromkeys(ends))


@given(st.one_of(POINTS, RANGES))
def test_what_the_desk_writes_is_read_back(iso: str) -> None:
    assume(day_span(iso))
    assert kept_date(date_words(iso), Shape.DAYS) in (known_date(iso).iso, _days_alone(iso))  # type: ignore[union-attr]
    assert kept_date(day_words(iso), Shape.DAYS) == _days_alone(iso)
    assert kept_date(day(iso), Shape.DAYS) == _days_alone(iso)


@given(st.builds(lambda d, t: f"{d.isoformat()}T{t}", DAYS, TIMES))
def test_moments_in_words_are_read_back_with_their_time(iso: str) -> None:
    assert kept_date(date_words(iso), Shape.MOMENT) == iso


@given(st.datetimes(timezones=st.just(UTC)).map(lambda d: d.replace(second=0, microsecond=0)))
def test_moments_that_the_desk_writes_are_read_back(at: datetime) -> None:
    kept = kept_date(moment(at.isoformat()), Shape.MOMENT)
    assert datetime.fromisoformat(kept) == at
    assert kept_date(f"{day_words(at.date().isoformat())} {at:%H:%M}", Shape.MOMENT) == f"{at.date().isoformat()}T{at:%H:%M}"


@given(
    DAYS, st.sampled_from(sorted(MONTH_OF)), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}. {m} {y}", "{y} {m} {d}", "{d}-{m}-{y}"])
)
@example(date(2000, 1, 1), "μαΐου", "{d} {m} {y}")
def test_months_by_every_name(at: date, name: str, form: str) -> None:
    words = form.format(d=at.day, m=name, y=f"{at.year:04}")
    try:
        meant = at.replace(month=MONTH_OF[name])
    except ValueError:
        with pytest.raises(RuleBroken, match="is no day"):
            kept_date(words, Shape.DAY)
    else:
        assert kept_date(words, Shape.DAY) == meant.isoformat()
        assert kept_date(words.upper(), Shape.DAY) == meant.isoformat()


@given(DAYS, st.sampled_from(["/", "-"]))
def test_two_numbers_are_read_only_where_one_can_be_no_month(at: date, between: str) -> None:
    words = f"{at.day}{between}{at.month}{between}{at.year:04}"
    if at.day > 12 or at.day == at.month:
        assert kept_date(words, Shape.DAY) == at.isoformat()
    else:
        with pytest.raises(RuleBroken, match="reads two ways"):
            kept_date(words, Shape.DAY)


PIECES = st.sampled_from([
    "9", "31", "Nov", "2016", "february", "/", "-", "–", "..", " to ", ",", ".", " ", "22:58", "T", "Z", "+09:00", "pm", "at", "Wed", "the",
    "of", "年", "from ", "between ", " and ", "٣", "UTC", "13", "00",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)), st.sampled_from(Shape))
def test_anything_else_is_refused_in_words_and_what_is_read_stands(words: str, shape: Shape) -> None:
    try:
        kept = kept_date(words, shape)
    except RuleBroken:
        return
    assert kept_date(kept, shape) == kept
    assert kept_otherwise(kept, shape) == ""
    span = day_span(kept)
    assert (span is None) == (not kept)
    assert span is None or span[0] <= span[1]


@given(st.text())
def test_views_take_anything(words: str) -> None:
    known = known_date(words)
    assert (day_words(words) == words) or known
    assert bool(first_day(words)) == bool(known)


def test_what_stands_otherwise_in_a_file_is_told() -> None:
    for value, said in (
        ("9 Nov 2016 22:58", "is taken for 2016-11-09T22:58"), ("early October", "is no date that can be read"),
        ("2024-10-22 18:00", "is taken for 2024-10-22T18:00"), ("2024-02-31", "is no day: February 2024 has 29"),
        ("2024-11-02/2024-10-01", "ends before it begins"), ("2024-10-21T18", "is no date that can be read"),
    ):  # fmt: skip
        assert kept_otherwise(value, Shape.DAYS) == said
    assert kept_otherwise("2024-10-21/2024-10-21", Shape.DAYS) == kept_otherwise("", Shape.DAY) == ""
    assert kept_otherwise("2024-10", Shape.DAY) == "is a month, and here stands a single day"
    assert "a time" in kept_otherwise("2024-10-21T18:00", Shape.DAY)
