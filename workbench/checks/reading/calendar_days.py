"""Days of the calendar in a text: full dates, a day with its month, months and years, by the names that the language has for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from workbench.checks.reading.lexicon import Lexicon, plain
from workbench.checks.reading.moment import DATE, Moment
from workbench.checks.reading.numerals import plain_digits
from workbench.domain.spans import Span

_ISO = re.compile(r"(?<![\w-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-]|T\d)")
_POINTS = re.compile(r"(?<![\w.])(\d{1,2})([./-]) ?(\d{1,2})\2(?: ?((?:19|20)\d\d|\d\d)(?![\w]))?(?!\d)")
_EAST = re.compile(r"(?:((?:19|20)\d\d) ?[年년] ?)?(?<!\d)(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일](?![間间간])")
_EAST_DAY = re.compile(r"(?<![\d月월.])(?<!月 )(?<!월 )(\d{1,2})[日일](?![間间간])")
_YEAR = r"(?:19|20)\d\d"
_OTHER_SEASON = re.compile(rf"(?<![\w/–-])({_YEAR})[/–-](\d\d)(?![\w/–-])")
_DECADE = re.compile(rf"(?<!\w)({_YEAR[:-2]}\d)0s\b")
_MONTH_FIRST = ("en",)
YEAR, MONTH = "year", "month"
LATEST, EARLIEST = date.max.year - 2, date.min.year + 2


@cache
def _patterns(code: str, months: tuple[str, ...], before: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True)) or "(?!)"
    month = rf"(?P<name>{names})(?!\w)\.?"
    day = r"(?<![\w.,:/-])(?P<day>\d{1,2})(?: ?[-–] ?(?P<to>\d{1,2}))?(?:st|nd|rd|th|er|\.|º|°|ª|-го|-е)?"
    year = rf"(?:,? (?:de |del |of )?(?P<year>{_YEAR})(?!\w))?"
    day_month = re.compile(rf"{day}[ \u00a0](?:of |de |di )?{month}{year}", re.IGNORECASE)
    month_day = re.compile(rf"(?<!\w){month} (?P<day>\d{{1,2}})(?: ?[-–] ?(?P<to>\d{{1,2}}))?(?:st|nd|rd|th)?(?![\w:.%]\d|\d|st|:)"
                           rf"(?:,? (?P<year>{_YEAR})(?!\w))?", re.IGNORECASE)  # fmt: skip
    alone = re.compile(rf"(?<!\w){month}(?: (?:de |del |of )?(?P<year>{_YEAR}))(?!\w)", re.IGNORECASE)
    words = "|".join(sorted(map(re.escape, before), key=len, reverse=True)) or "(?!)"
    years = re.compile(rf"(?<!\w)(?:{words})[ \u00a0](?:the )?(?P<year>{_YEAR})(?![\w%.,:-]\d|\w| ?[%€$£])", re.IGNORECASE)
    return day_month, month_day, alone, years


def calendar_days(text: str, lexicon: Lexicon, published: date | None) -> Iterator[Moment]:
    """The days of a text. One without a year is in the year in which it is nearest to the article's day; without that it is left out."""
    if lexicon.spaceless:
        yield from _eastern(text, published)
    months = {name: number for name, number in lexicon.tables["months"].items() if number <= 12}
    day_month, month_day, alone, years = _patterns(lexicon.code, tuple(months), tuple(lexicon.lists["year_before"]))
    for pattern in (day_month, month_day) if lexicon.code in (*_MONTH_FIRST, "") else (day_month,):
        for found in pattern.finditer(text):
            yield from _named(text, found, months, published)
    for found in alone.finditer(text):
        year, month = int(plain_digits(found["year"])), months.get(plain(found["name"]), 0)
        if month:
            yield _moment(text, found, date(year, month, 1), month_end(year, month))
    for found in years.finditer(text):
        year = int(plain_digits(found["year"]))
        yield _moment(text, found, date(year, 1, 1), date(year, 12, 31), start=found.start("year"))
    yield from _in_digits(text, lexicon, published)


def _named(text: str, found: re.Match[str], months: dict[str, int], published: date | None) -> Iterator[Moment]:
    month, day, last = months.get(plain(found["name"]), 0), int(plain_digits(found["day"])), int(plain_digits(found["to"] or "0"))
    first = _day(int(plain_digits(found["year"] or "0")), month, day, published)
    ended = _day(first[0].year, month, last, None) if first and last else first
    if first and ended and first[0] <= ended[0]:
        yield _moment(text, found, first[0], ended[0], first[1])


def _day(year: int, month: int, day: int, published: date | None) -> tuple[date, str] | None:
    """A day, and what was assumed; None where there is none such, or nobody knows in which year."""
    if not year and published is None:
        return None
    years = (year,) if year else tuple(published.year + by for by in (0, -1, 1)) if published else ()
    days = [made for each in years if (made := _made(each, month, day))]
    if not days:
        return None
    return (days[0], "") if year else (min(days, key=lambda each: abs(each - (published or each))), YEAR)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST < year < LATEST else None
    except ValueError:
        return None


def _moment(text: str, found: re.Match[str], first: date, last: date, assumed: str = "", *, start: int | None = None) -> Moment:
    begun = found.start() if start is None else start
    return Moment(Span(begun, found.end()), text[begun : found.end()], DATE, first, last, assumed)


def _in_digits(text: str, lexicon: Lexicon, published: date | None) -> Iterator[Moment]:
    for found in _ISO.finditer(text):
        if day := _made(*(int(plain_digits(part)) for part in found.groups())):
            yield _moment(text, found, day, day)
    for found in _POINTS.finditer(text):
        first, sign, second, year = found.groups()
        one, two = int(plain_digits(first)), int(plain_digits(second))
        clear = (sign == "." and lexicon.code not in ("", "en")) or one > 12
        if lexicon.code in ("", "en", "?") and not clear:
            continue  # reads two ways
        if not year and (sign != "." or not lexicon.data.ordinal_point):
            continue
        whole = int(plain_digits(year or "0"))
        made = _day(whole + 2000 if 0 < whole < 100 else whole, two, one, published)
        if made:
            yield _moment(text, found, made[0], made[0], made[1])
    for found in _OTHER_SEASON.finditer(text):
        year = int(plain_digits(found[1]))
        if (year + 1) % 100 == int(plain_digits(found[2])):
            yield _moment(text, found, date(year, 1, 1), date(year + 1, 12, 31))
    for found in _DECADE.finditer(text):
        year = int(plain_digits(found[1])) * 10
        yield _moment(text, found, date(year, 1, 1), date(year + 9, 12, 31))


def _eastern(text: str, published: date | None) -> Iterator[Moment]:
    for found in _EAST.finditer(text):
        year, month, day = (int(plain_digits(part or "0")) for part in found.groups())
        if made := _day(year, month, day, published):
            yield _moment(text, found, made[0], made[0], made[1])
    for found in _EAST_DAY.finditer(text) if published else ():
        if published and (day_of := _latest(int(plain_digits(found[1])), published)):
            yield _moment(text, found, day_of, day_of, MONTH)


def _latest(day: int, published: date) -> date | None:
    """The last such day of a month up to the article's own."""
    month = published.replace(day=1)
    for _ in range(3):
        made = _made(month.year, month.month, day)
        if made and made <= published:
            return made
        month = (month - timedelta(days=1)).replace(day=1)
    return None


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
