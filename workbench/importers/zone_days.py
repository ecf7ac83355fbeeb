"""The day of a moment in the zone that a page writes its times in: near midnight it is another one than in universal time.

A page's tags often give a moment in universal time ("2024-10-22T23:30:00Z") where the page shows "23 October 2024, 01:30 CEST". The day is
the page's only where its words name a zone and show the very time that the moment has there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

LONGEST_LINE = 200
"""Characters of a line that may be a date line."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s?(?:Z|\+00:?00|UTC|GMT)?")
_UTC = re.compile(r"(?:Z|\+00:?00|UTC|GMT)$")
_HOURS = {
    "BST": 1, "IST": 5.5, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "WEST": 1, "EET": 2, "EEST": 3, "MSK": 3, "МСК": 3, "TRT": 3, "EAT": 3,
    "CAT": 2, "WAT": 1, "SAST": 2, "EST": -5, "EDT": -4, "ET": None, "CDT": -5, "CST": -6, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "PKT": 5, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8,
    "NZST": 12, "NZDT": 13, "BRT": -3, "ART": -3, "WIB": 7, "ICT": 7,
}  # fmt: skip
"""Hours ahead of universal time by the name of a zone; None where it may be either of two (US Eastern, summer or winter)."""
_EITHER = (-5.0, -4.0)
_ZONE = re.compile(
    r"(?<!\w)(?:(?:UTC|GMT)\s?(?P<sign>[+\u2212-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?|(?P<name>"
    + "|".join(sorted(_HOURS, key=len, reverse=True))
    + r"))(?!\w)"
)
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,2})[:.h](\d\d)(?![\d:])\s?(?P<half>[ap]\.?m\b)?", re.IGNORECASE)


def own_day(stated: str, lines: Iterable[str]) -> tuple[str, str] | None:
    """The day (YYYY-MM-DD) of a moment stated in universal time, in the zone that one of the page's lines shows it in, and that zone's
    name; None where it is the same day, or no line says so."""
    found = _MOMENT.match(stated.strip())
    if found is None or not _UTC.search(stated.strip()):
        return None
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}").replace(tzinfo=UTC)
    except ValueError:
        return None
    for line in lines:
        for zone in _ZONE.finditer(line[:LONGEST_LINE]):
            for hours in _ahead(zone):
                there = moment + timedelta(hours=hours)
                if there.date() != moment.date() and _shows(line, there):
                    return there.date().isoformat(), zone[0]
    return None


def _ahead(zone: re.Match[str]) -> tuple[float, ...]:
    """The hours by which a zone may be ahead of universal time."""
    if zone["name"]:
        hours = _HOURS[zone["name"]]
        return _EITHER if hours is None else (float(hours),)
    ahead = int(zone["hours"]) + int(zone["minutes"] or 0) / 60
    return (ahead if zone["sign"] == "+" else -ahead,) if ahead <= 14 else ()


def _shows(line: str, there: datetime) -> bool:
    """Whether a line shows that time of the clock."""
    for clock in _CLOCK.finditer(line[:LONGEST_LINE]):
        hour, half = int(clock[1]), (clock["half"] or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        if (hour, int(clock[2])) == (there.hour, there.minute):
            return True
    return False
