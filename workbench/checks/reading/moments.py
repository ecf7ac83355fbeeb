"""The moments of a text: days and times of the clock, relative ones against the article's own day.

What the article's day does not make sure is left out; what was taken for granted stands in `assumed`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.checks.reading.amounts import amounts
from workbench.checks.reading.around import Around, Piece, Pieces, phrase_at
from workbench.checks.reading.calendar_days import EARLIEST, LATEST, calendar_days, month_end
from workbench.checks.reading.clock import clock_times
from workbench.checks.reading.lexicon import Lexicon, lexicon_of
from workbench.checks.reading.moment import DATE, Moment
from workbench.checks.reading.qualifiers import qualifier_before
from workbench.checks.reading.units import unit_after
from workbench.domain.spans import Span

__all__ = ["Moment", "moments"]
WEEK = "week"
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
LONG_AGO = 400  # days, beyond which "days ago" is no longer a day


def moments(text: str, language: str, published: date | None) -> tuple[Moment, ...]:
    """The moments of a text in order, none inside another, by the words of its language (ISO 639-1; empty where unknown).

    `published` is the day of the article; without it only what needs no other day is read.
    """
    lexicon = lexicon_of(language, text)
    anchor = published if published and EARLIEST < published.year < LATEST else None
    found = [*calendar_days(text, lexicon, anchor), *clock_times(text, lexicon)]
    if anchor and not lexicon.spaceless:
        found += _relative(Around(text, lexicon), anchor)
    kept: list[Moment] = []
    for each in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


def _relative(around: Around, anchor: date) -> Iterator[Moment]:
    """Weekdays, yesterday, last week, three days ago."""
    pieces, text = around.pieces(0, len(around.text)), around.text
    tables, lexicon = around.lexicon.tables, around.lexicon
    for at, piece in enumerate(pieces):
        if piece.word in tables["weekdays"] and _is_weekday(text, piece, lexicon):
            first, assumed = _weekday(pieces, at, tables["weekdays"][piece.word], anchor, lexicon)
            yield _day(text, piece.start, piece.end, first, first, assumed)
        elif piece.word in tables["relative_days"]:
            day = anchor + timedelta(days=tables["relative_days"][piece.word])
            if not (piece.word == "morgen" and not _stands_alone(pieces, at)):
                yield _day(text, piece.start, piece.end, day, day, "")
        elif (
            piece.word in lexicon.lists["one"] and not _qualified(around, piece.start) and (wide := _one_ago(pieces[at : at + 3], lexicon))
        ):
            day = anchor - timedelta(days=wide)
            yield _day(text, piece.start, pieces[at + 2].end, day - timedelta(days=3), day + timedelta(days=3), "")
        elif piece.word in around.lexicon.firsts:
            phrase, count = phrase_at(pieces[at : at + 4], 4, lexicon.groups["periods"])
            if phrase:
                first, last = _period(lexicon.groups["periods"][phrase], anchor)
                yield _day(text, piece.start, pieces[at + count - 1].end, first, last, "")
    yield from _ago(around, anchor)


def _day(text: str, start: int, end: int, first: date, last: date, assumed: str) -> Moment:
    return Moment(Span(start, end), text[start:end], DATE, first, last, assumed, relative=True)


def _stands_alone(pieces: Pieces, at: int) -> bool:
    """German "morgen" is tomorrow, "am Morgen" is not; nor is "heute Morgen"."""
    return not pieces[at].capital and not (at and pieces[at - 1].word in ("am", "heute", "gestern", "guten"))


def _is_weekday(text: str, piece: Piece, lexicon: Lexicon) -> bool:
    """Short names of weekdays are other words, too, unless they stand with a capital."""
    return len(piece.word) > 3 or (piece.capital and lexicon.code in ("en", "de")) or lexicon.code in ("tr", "fa", "he")


def _weekday(pieces: Pieces, at: int, weekday: int, anchor: date, lexicon: Lexicon) -> tuple[date, str]:
    """The last such day up to the article's own, unless a word beside it says the next one."""
    beside = {piece.word for piece in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2])}
    back = (anchor.isoweekday() - weekday) % 7
    if beside & lexicon.lists["next"]:
        return anchor + timedelta(days=7 - back or 7), WEEK
    if beside & lexicon.lists["last"]:
        return anchor - timedelta(days=back or 7), WEEK
    return anchor - timedelta(days=back), WEEK


def _period(key: str, anchor: date) -> tuple[date, date]:
    """Last, this or next week (Monday to Sunday), month or year."""
    which, unit = key.split("_")
    by = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "week":
        first = anchor - timedelta(days=anchor.weekday() - 7 * by)
        return first, first + timedelta(days=6)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + by
        year, month = divmod(months, 12)
        return date(year, month + 1, 1), month_end(year, month + 1)
    return date(anchor.year + by, 1, 1), date(anchor.year + by, 12, 31)


def _one_ago(pieces: Pieces, lexicon: Lexicon) -> int:
    """How many days "a week ago" are; 0 for other words."""
    if len(pieces) < 3 or pieces[2].word not in lexicon.lists["ago"]:
        return 0
    return {"week": 7, "fortnight": 14}.get(lexicon.groups["units"].get(pieces[1].word, ""), 0)


def _qualified(around: Around, start: int) -> bool:
    """Whether a number of days is only a bound: less than a fortnight ago."""
    return qualifier_before(around, start)[0] not in ("", "about", "nearly")


def _ago(around: Around, anchor: date) -> Iterator[Moment]:
    """Three days ago, vor zwei Wochen, il y a deux jours."""
    ago = around.lexicon.lists["ago"] - {"earlier", "later", "before that", "until", "before"}
    for amount in amounts(around):
        unit = unit_after(around, amount.end) if amount.value is not None and amount.value < LONG_AGO and not amount.value % 1 else None
        if unit is None or unit.key not in _DAYS or amount.many or amount.value is None:
            continue
        after, before = around.after(unit.at), around.before(amount.start)
        near = [piece.word for piece in before[:3]]
        ahead = next((n for n in (3, 2, 1) if " ".join(reversed(near[:n])) in ago and len(near) >= n), 0)
        behind = phrase_at(after, 2, ago)[1]
        if not (ahead or behind) or _qualified(around, amount.start) or int(amount.value) * _DAYS[unit.key] > LONG_AGO:
            continue
        day = anchor - timedelta(days=int(amount.value) * _DAYS[unit.key])
        start, end = before[ahead - 1].start if ahead else amount.start, after[behind - 1].end if behind else unit.at
        wide = timedelta(days=0 if unit.key == "day" else 6)
        yield _day(around.text, start, end, day - wide / 2, day + wide / 2, "")
