"""Times of the clock in a text: 6.10am, 18 Uhr, 18h30, 午後6時10分, at 6.10."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import time
from functools import cache

from workbench.checks.reading.lexicon import Lexicon, plain
from workbench.checks.reading.moment import TIME, Moment
from workbench.checks.reading.numerals import plain_digits
from workbench.domain.spans import Span

_FOUND = re.compile(
    r"(?<![\w.,:/$€£+-])(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?![\d%€])(?=(?P<behind>.{0,18}))",
)
_GLUED = re.compile(
    r"(?P<half>午前|午後|오전|오후|上午|下午|晚上|凌晨|새벽|夜|朝)? ?(?<![\d.:])(?P<hour>[01]?\d|2[0-4]) ?[時时點点시]"
    r"(?![間间간])(?: ?(?P<minute>[0-5]?\d) ?[分분]|(?P<thirty>半|반))?"
)
_LATE = frozenset({"午後", "오후", "下午", "晚上", "夜"})
_TWELVE = ("en",)
"""Languages in which an hour up to twelve may be either half of the day."""
_COUNTED, _GOES_ON = re.compile(r" ?[^\W\d_]{3,}"), re.compile(r" (?:and|on|when|as|local|the|in|of)\b")
HALF = "half of the day"
LEAD = 24  # code points before a time in which the word before it stands


def clock_times(text: str, lexicon: Lexicon) -> Iterator[Moment]:
    """The times of a text, in order."""
    if lexicon.spaceless:
        yield from _glued(text)
        return
    for found in _FOUND.finditer(text):
        if not found["minute"] and not found["behind"].lstrip()[:1].isalpha():
            continue
        before = plain(text[max(0, found.start() - LEAD) : found.start()]).split()
        near = [word for word in before[-2:] if word not in lexicon.before.of]
        at = bool(near) and near[-1] in lexicon.lists["clock_before"]
        end, half, named = _behind(found, lexicon, hours=at)
        minute, sign = found["minute"], found["sign"]
        if not (named or half or (sign == ":" and minute) or (sign == "h") or (at and sign == "." and _stops(text, end))):
            continue
        hour = int(plain_digits(found["hour"]))
        if half and not 1 <= hour <= 12:
            continue
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        open_half = not half and 1 <= hour <= 12 and lexicon.code in _TWELVE and len(found["hour"]) == 1
        moment = time(hour % 24, int(plain_digits(minute or "0")))
        yield Moment(Span(found.start(), end), text[found.start() : end], TIME, moment, moment, HALF if open_half else "")


@cache
def _phrases(lexicon: Lexicon, *, hours: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand behind a time and makes it one, and of that what says the half of the day."""
    halves = lexicon.groups["halves_of_day"]
    words = {*lexicon.lists["clock_after"], *(lexicon.lists["clock_hours"] if hours else ()), *halves}
    return _choice(words), _choice(halves)


def _choice(words: Iterable[str]) -> re.Pattern[str]:
    choice = "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"[ \u00a0\u202f]?({choice})(?!\w)", re.IGNORECASE)


def _behind(found: re.Match[str], lexicon: Lexicon, *, hours: bool) -> tuple[int, str, bool]:
    """Where the words for a time end, the half of the day (am, pm or empty), and whether a word behind it makes it a time."""
    halves = lexicon.groups["halves_of_day"]
    start, behind = found.end(), found["behind"]
    words, later = _phrases(lexicon, hours=hours)
    match = words.match(behind)
    if match is None:
        return start, "", False
    half, end = halves.get(plain(match[1]), ""), match.end()
    if not half and (further := later.match(behind, end)):
        half, end = halves.get(plain(further[1]), ""), further.end()
    return start + end, half, True


def _stops(text: str, end: int) -> bool:
    """Whether nothing that is counted follows: a sign, the end, or a short word in small letters."""
    return not _COUNTED.match(text, end) or bool(_GOES_ON.match(text, end))


def _glued(text: str) -> Iterator[Moment]:
    for found in _GLUED.finditer(text):
        hour = int(plain_digits(found["hour"]))
        minute = 30 if found["thirty"] else int(plain_digits(found["minute"] or "0"))
        late = found["half"] in _LATE and hour < 12
        moment = time((hour + 12 * late) % 24, minute)
        start = found.start() + (len(found[0]) - len(found[0].lstrip()))
        yield Moment(Span(start, found.end()), text[start : found.end()], TIME, moment, moment, "" if found["half"] or hour > 12 else HALF)
