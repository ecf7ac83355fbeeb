"""Backups of a case as values, and the rule that says which of them stay.

They are in order by what they hold: by the step of the journal, since a clock may be wrong. A day is only a label, by which they are
counted: the last days, weeks and months in which something was done keep one each. Neither the rule nor its limits know what day it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

DAYS, WEEKS, MONTHS = 12, 8, 12
"""How many days, weeks and months with work keep one backup each."""
MOST_BYTES = 2_000_000_000
"""What the backups of a case may take; one alone may be larger."""
NEWEST = 3
"""So many of the newest stay whatever day they say they are of, as long as there is room."""
LONGEST_AWAY = timedelta(days=400)
"""Between one backup and the next; a clock that says more, or that goes back, is not believed."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a case as a file of `size` bytes.

    It holds the case after `step` of its journal (0 when that cannot be read), made at `at` (ISO 8601), whose hash is `head`.
    `day` is the day it was made, as the clock said. `wrong` says why it is not sound, and is empty when it is.
    """

    file: Path
    day: date
    step: int
    size: int
    wrong: str = ""
    head: str = ""
    at: str = ""
    claims: int = 0
    articles: int = 0
    uid: str = ""
    title: str = ""
    daily: bool = True

    @property
    def sound(self) -> bool:
        return not self.wrong

    @property
    def holds(self) -> tuple[int, str]:
        """The state of the case in it: two backups with the same one hold the same."""
        return self.step, self.head


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """By what they hold. Of two that hold the same, the one made first."""
    return sorted(backups, key=lambda b: (-b.step, b.day, str(b.file)))


def clock_jumped(backups: Iterable[Backup], today: date) -> bool:
    """Whether today cannot well follow the day of the newest sound backup: then nothing is removed on its word."""
    sound = newest_first(b for b in backups if b.sound)
    return bool(sound) and not timedelta() <= today - sound[0].day <= LONGEST_AWAY


def to_remove(backups: Sequence[Backup], most: int = MOST_BYTES) -> list[Backup]:
    """Those that need not stay.

    Of the sound ones that hold something of their own stay: one for each of the last DAYS days, WEEKS weeks and MONTHS months that
    have any, and the NEWEST by step as well as by day. Where they take more than `most` bytes, they are thinned from the middle; the
    newest by step and the newest by day are never removed. One that is not sound is never counted among them: it stays, since it may be
    all that is left of something, until DAYS days with a sound one have followed, or until there is no room.
    """
    sound = _distinct(newest_first(b for b in backups if b.sound))
    by_day = sorted(sound, key=lambda b: b.day, reverse=True)
    kept = _counted(sound) | {*sound[:NEWEST], *by_day[:NEWEST]}
    room = most - sum(b.size for b in kept)
    spare = [b for b in sound if b in kept and b not in (sound[0], by_day[0])]
    while room < 0 and spare:
        gone = spare.pop(len(spare) // 2)
        kept.discard(gone)
        room += gone.size
    for doubtful in sorted((b for b in backups if not b.sound), key=lambda b: b.day, reverse=True):
        later = {b.day for b in kept if b.sound and b.day > doubtful.day}
        if len(later) < DAYS and doubtful.size <= room:
            kept.add(doubtful)
            room -= doubtful.size
    return [b for b in backups if b not in kept]


def _distinct(backups: list[Backup]) -> list[Backup]:
    """Without those that hold what one before them holds."""
    return list({b.holds: b for b in reversed(backups)}.values())[::-1]


def _counted(sound: list[Backup]) -> set[Backup]:
    """The newest of each of the last days, weeks and months that have any."""
    kept: set[Backup] = set()
    days: set[object] = set()
    weeks: set[object] = set()
    months: set[object] = set()
    for backup in sound:
        day = backup.day
        for label, seen, most in ((day, days, DAYS), (day.isocalendar()[:2], weeks, WEEKS), ((day.year, day.month), months, MONTHS)):
            if label not in seen and len(seen) < most:
                seen.add(label)
                kept.add(backup)
    return kept


def size_words(size: int) -> str:
    """A size in bytes as people say it: "212 KB", "1.4 MB" (of 1,000 bytes, as file managers count)."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB" if size < 1_000_000_000 else f"{size / 1_000_000_000:.1f} GB"
