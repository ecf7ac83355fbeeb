"""Which backups stay: by properties, for whatever days the clock has said, in whatever order, sound or not."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.backups import (
    DAYS,
    LONGEST_AWAY,
    MONTHS,
    MOST_BYTES,
    NEWEST,
    WEEKS,
    Backup,
    clock_jumped,
    newest_first,
    size_words,
    to_remove,
)

FIRST = date(2031, 5, 5)  # a Monday
MB = 1_000_000


def held(number: int, day: date, step: int | None = None, size: int = MB, wrong: str = "") -> Backup:
    return Backup(Path(f"{number}.case"), day, number if step is None else step, size, wrong)


def worked(days: int, first: date = FIRST, every: int = 1) -> list[Backup]:
    """One backup a day of work, each with steps of its own."""
    return [held(number + 1, first + timedelta(days=number * every)) for number in range(days)]


def kept(backups: list[Backup], most: int = MOST_BYTES) -> list[Backup]:
    gone = to_remove(backups, most)
    return newest_first(b for b in backups if b not in gone)


@st.composite
def folders(draw: st.DrawFn) -> list[Backup]:
    """Whatever may lie in a folder: days of any clock, steps in any order, the same step twice, damaged ones."""
    days = st.dates(date(1970, 1, 1), date(2062, 12, 31)) | st.integers(0, 500).map(lambda n: FIRST + timedelta(days=n))
    sizes = st.integers(0, 900 * MB)
    rows = draw(st.lists(st.tuples(days, st.integers(1, 120), sizes, st.booleans()), max_size=60))
    return [held(number, day, step, size, "" if sound else "cut short") for number, (day, step, size, sound) in enumerate(rows)]


@given(folders())
def test_what_holds_the_latest_step_and_what_is_of_the_latest_day_never_go(backups: list[Backup]) -> None:
    stay = kept(backups)
    sound = [b for b in backups if b.sound]
    if sound:
        assert max(b.step for b in sound) == max(b.step for b in stay if b.sound)
        own = {b.holds: b for b in reversed(newest_first(sound))}.values()
        assert max(b.day for b in own) == max(b.day for b in stay if b.sound)


@given(folders())
def test_they_take_no_more_than_they_may_but_for_the_two_newest(backups: list[Backup]) -> None:
    stay = kept(backups)
    if sum(b.size for b in stay) > MOST_BYTES:
        assert len(stay) <= 2
        assert all(b.sound for b in stay)


@given(folders())
def test_where_there_is_room_the_newest_and_the_last_of_each_day_week_and_month_stay(backups: list[Backup]) -> None:
    stay = set(kept(backups, most=10**15))
    own = newest_first({b.holds: b for b in reversed(newest_first(b for b in backups if b.sound))}.values())
    assert set(own[:NEWEST]) <= stay
    for label, most in (("day", DAYS), ("week", WEEKS), ("month", MONTHS)):
        seen: dict[object, Backup] = {}
        for backup in own:
            day = backup.day
            seen.setdefault({"day": day, "week": day.isocalendar()[:2], "month": (day.year, day.month)}[label], backup)
        assert set(list(seen.values())[:most]) <= stay, label
    assert len([b for b in stay if b.sound]) <= DAYS + WEEKS + MONTHS + 2 * NEWEST


@given(folders())
def test_a_damaged_one_counts_for_nothing(backups: list[Backup]) -> None:
    sound = [b for b in backups if b.sound]
    assert [b for b in kept(backups) if b.sound] == kept(sound)


@given(folders())
def test_what_stays_once_stays(backups: list[Backup]) -> None:
    stay = kept(backups)
    assert kept(stay) == stay


@given(folders(), st.randoms())
def test_the_order_in_which_they_are_found_does_not_matter(backups: list[Backup], random: object) -> None:
    mixed = list(backups)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert set(kept(mixed)) == set(kept(backups))


def test_twelve_days_with_work_stay_however_long_nobody_works() -> None:
    backups = [*worked(12), held(13, FIRST + timedelta(days=300))]
    assert len(kept(worked(12))) == 12
    assert kept(backups) == newest_first(backups[1:])


def test_a_year_of_daily_work_leaves_days_weeks_and_months() -> None:
    stay: list[Backup] = []
    for backup in worked(400):
        stay = kept([*stay, backup])
    days = [b.day for b in stay]
    assert days[:12] == [FIRST + timedelta(days=399 - n) for n in range(12)]
    assert len({d.isocalendar()[:2] for d in days}) >= WEEKS
    assert len({(d.year, d.month) for d in days}) == MONTHS
    assert len(days) <= DAYS + WEEKS + MONTHS


def test_too_many_bytes_are_thinned_from_the_middle() -> None:
    stay = kept(worked(12), most=6 * MB)
    steps = [b.step for b in stay]
    assert len(steps) == 6
    assert steps[0] == 12
    assert steps[-1] == 1
    assert steps == [12, 11, 10, 9, 2, 1]


def test_one_case_larger_than_all_that_may_be_taken_keeps_its_newest() -> None:
    backups = [held(n, FIRST + timedelta(days=n), size=3_000 * MB) for n in range(1, 5)]
    assert [b.step for b in kept(backups)] == [4]


def test_of_two_that_hold_the_same_the_first_stays() -> None:
    backups = [held(1, FIRST, 7), held(2, FIRST + timedelta(days=1), 7), held(3, FIRST + timedelta(days=2), 9)]
    assert [str(b.file) for b in kept(backups)] == ["3.case", "1.case"]


def test_the_same_step_of_another_history_is_something_else() -> None:
    one, other = (Backup(Path(f"{head}.case"), FIRST, 7, MB, head=head) for head in ("a", "b"))
    assert set(kept([one, other])) == {one, other}


def test_a_damaged_one_stays_until_twelve_days_have_followed() -> None:
    damaged = held(0, FIRST - timedelta(days=1), 0, wrong="the file is empty")
    assert damaged in kept([damaged, *worked(11)])
    assert damaged not in kept([damaged, *worked(12)])
    assert to_remove([damaged, held(99, FIRST, 0, wrong="empty")]) == [], "all that is left"


@pytest.mark.parametrize(
    ("away", "jumped"),
    [(0, False), (1, False), (14, False), (400, False), (401, True), (-1, True), (11_000, True)],
)
def test_a_clock_that_jumps_is_not_believed(away: int, jumped: bool) -> None:
    backups = worked(3)
    assert clock_jumped(backups, FIRST + timedelta(days=2 + away)) is jumped
    assert LONGEST_AWAY.days == 400


def test_without_a_sound_one_there_is_nothing_to_jump_from() -> None:
    assert not clock_jumped([], FIRST)
    assert not clock_jumped([held(1, date(2062, 1, 1), wrong="empty")], FIRST)


def test_sizes_are_told_as_people_say_them() -> None:
    assert [size_words(n) for n in (0, 212_400, 1_400_000, 2_000_000_000)] == ["1 KB", "212 KB", "1.4 MB", "2.0 GB"]
