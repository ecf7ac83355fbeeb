"""One number of a text as a quantity: whether it is an amount at all, its unit, what it counts, how the text takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.checks.reading.amounts import Amount
from workbench.checks.reading.around import Around, Pieces, phrase_at
from workbench.checks.reading.counted import Counted, counted_after, state_before
from workbench.checks.reading.counters import counted_by_counter
from workbench.checks.reading.lexicon import plain
from workbench.checks.reading.no_amounts import counts_nothing, is_clock, is_name, is_year, looks_like_year
from workbench.checks.reading.qualifiers import bounds, kind_of, qualifier_after, qualifier_before
from workbench.checks.reading.quantity import Dimension, Quantity
from workbench.checks.reading.units import Unit, money_before, unit_after
from workbench.domain.spans import Span

_HYPHENS = "-‐‑"
OLDEST = 120
LARGEST = 10**27
PLAIN = 8  # digits without a sign between from which they are rather somebody's number than how many
NOTHING = Counted()


@dataclass(frozen=True, slots=True)
class Found:
    """What an amount turned out to be: from where to where its words go, its unit, and what it counts."""

    start: int
    end: int
    dimension: Dimension
    unit: str
    counted: Counted
    money: bool = False


def found_in(around: Around, amount: Amount, *, ranged: bool = False) -> Found | None:
    """What an amount is; None for a number that is none, or not surely. `ranged`: it is the end of a range, so a dash may touch it."""
    if amount.value is None:
        return None
    if amount.form == "digits" and counts_nothing(around, amount, ranged=ranged):
        return None
    if amount.form == "digits" and around.text[amount.start : amount.end].isdecimal() and amount.end - amount.start >= PLAIN:
        return None
    if amount.form == "ordinal":
        return _ordinal(around, amount)
    found = _age(around, amount) or _measured(around, amount)
    if found is None or (amount.form == "words" and (is_clock(around, amount) or _beside_words(around, amount, found))):
        return None
    return found if _is_sure(around, amount, found) else None


def quantity_of(around: Around, amount: Amount, found: Found, value: Decimal | None = None) -> Quantity:
    """The quantity with its qualifier and bounds."""
    exact = amount.value if value is None else value
    assert exact is not None
    exact = whole(exact)
    if found.dimension in (Dimension.TEMPERATURE, Dimension.SHARE) and _is_minus(around.text, found.start):
        exact, found = -exact, replace(found, start=found.start - 1)
    elif (
        found.dimension is Dimension.TEMPERATURE and (before := around.before(found.start)) and around.lexicon.has("minus", before[0].word)
    ):
        exact, found = -exact, replace(found, start=before[0].start)
    name, begun = qualifier_before(around, found.start)
    name = (
        name
        or qualifier_after(around, found.end)
        or qualifier_after(around, amount.end)
        or (qualifier_after(around, found.counted.end) if found.counted.noun else "")
    )
    low, high = (None if end is None else whole(end.normalize()) for end in bounds(exact, name))
    if amount.many:
        name, low, high = name or "about", exact * 2, None
    counted = found.counted
    state = counted.state or (state_before(around, begun) if found.dimension is Dimension.COUNT else "")
    words = around.text[found.start : found.end]
    return Quantity(
        Span(found.start, found.end), " ".join(words.split()), exact, low, high, found.dimension, found.unit, counted.noun, counted.span,
        counted.owner, kind_of(name), state, amount.many, Span(amount.start, amount.end),
    )  # fmt: skip


def whole(value: Decimal) -> Decimal:
    """A value without a positive exponent: 1500000, not 1.5E+6."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) if abs(value) < LARGEST else value
    return value.normalize()


def _is_minus(text: str, start: int) -> bool:
    return text[start - 1 : start] in ("-", "−", "–") and (start < 2 or text[start - 2].isspace() or text[start - 2] == "(")


def _ordinal(around: Around, amount: Amount) -> Found | None:
    """An ordinal in words, where something in small letters follows ("the third attack"); a name or a century is none."""
    counted = counted_after(around, amount.end)
    pieces = around.after(amount.end)
    follows = pieces and pieces[0].letters and not pieces[0].capital and pieces[0].word not in around.lexicon.lists["stops"]
    if not follows or pieces[0].word in around.lexicon.groups["units"] or is_name(around, amount, counted):
        return None
    return Found(amount.start, amount.end, Dimension.ORDINAL, "", counted)


def _age(around: Around, amount: Amount) -> Found | None:
    """An age: 42-year-old, aged 12, Martin Bamford, 30, said."""
    assert amount.value is not None
    lists, after = around.lexicon.lists, around.after(amount.end)
    if amount.value > OLDEST or amount.scaled or amount.many:
        return None
    behind = around.text[amount.end : amount.end + 24]
    phrase = next((p for p in lists["years_old"] if plain(behind).lstrip(" \u00a0").startswith(p) and _whole(behind, p)), "")
    if phrase:
        space = len(behind) - len(behind.lstrip(" \u00a0"))
        return Found(amount.start, amount.end + space + len(phrase), Dimension.AGE, "year", NOTHING)
    before = around.before(amount.start)
    if before and before[0].word in lists["aged"] and not unit_after(around, amount.end):
        return Found(amount.start, amount.end, Dimension.AGE, "year", NOTHING)
    closed = (after and after[0].word in ",.)") or not after
    if amount.form == "digits" and closed and _is_persons(around, before, after):
        return Found(amount.start, amount.end, Dimension.AGE, "year", NOTHING)
    return None


def _whole(behind: str, phrase: str) -> bool:
    rest = plain(behind).lstrip(" \u00a0")[len(phrase) :]
    return not rest[:1].isalpha()


def _is_persons(around: Around, before: Pieces, after: Pieces) -> bool:
    """Whether a number between commas stands behind the two names of a person."""
    if len(before) < 3 or before[0].word not in (",", "(") or not after or after[0].word == ".":
        return False
    names = before[1:3]
    if after[0].word == "," and len(after) > 1 and after[1].word.isdecimal():
        return False
    no_name = around.lexicon.lists["stops"] | around.lexicon.tables["months"].keys() | around.lexicon.tables["weekdays"].keys()
    return all(p.letters and p.capital and p.word not in no_name and len(p.word) > 1 for p in names) and not around.lexicon.spaceless


def _measured(around: Around, amount: Amount) -> Found | None:
    """An amount with its unit, its currency or what it counts; None where letters behind it make it something else."""
    text, lexicon = around.text, around.lexicon
    money = money_before(text, amount.start)
    if money:
        return Found(money.at, amount.end, Dimension.MONEY, money.key, NOTHING, money=True)
    before = around.before(amount.start) if lexicon.lists["percent_before"] else []
    if before and before[0].word in lexicon.lists["percent_before"]:
        return Found(before[0].start, amount.end, Dimension.SHARE, "percent", NOTHING)
    if lexicon.spaceless:
        return counted_by_counter_found(around, amount)
    unit = unit_after(around, amount.end)
    if unit:
        return _with_unit(around, amount, unit)
    tail = text[amount.end : amount.end + 1]
    if tail.isalpha() or tail in ("²", "³"):
        return None
    if amount.form == "fraction":
        return Found(amount.start, amount.end, Dimension.SHARE, "part", counted_after(around, amount.end))
    if tail and tail in _HYPHENS:
        return _hyphenated(around, amount)
    return Found(amount.start, amount.end, Dimension.COUNT, "", counted_after(around, amount.end))


def counted_by_counter_found(around: Around, amount: Amount) -> Found | None:
    unit = unit_after(around, amount.end)
    if unit and not _bars(around, unit.at):
        before = around.text[max(0, amount.start - 4) : amount.start].rstrip()
        if unit.key in ("km", "m") and before.endswith(tuple(around.lexicon.lists["speed_before"])):
            return Found(amount.start, unit.at, Dimension.SPEED, f"{unit.key}/h", NOTHING)
        key = "year" if unit.dimension is Dimension.AGE else unit.key
        return (
            Found(amount.start, unit.at, unit.dimension, key, NOTHING)
            if amount.form == "digits" or amount.core - amount.start > 1
            else None
        )
    if unit:
        return None
    counted = counted_by_counter(around, amount)
    return None if counted is None else Found(amount.start, amount.end, Dimension.COUNT, "", counted)


def _bars(around: Around, at: int) -> bool:
    """Whether what follows a unit makes it another word ("ago", a rank)."""
    behind = around.text[at : at + 4].lstrip()
    return any(behind.startswith(word) for word in around.lexicon.lists["ago"])


def _with_unit(around: Around, amount: Amount, unit: Unit) -> Found | None:
    """A measured amount; None for a duration that only says how long ago something was, and for "one day"."""
    pieces = around.after(unit.at)
    if unit.key == "year" and amount.form == "digits" and looks_like_year(around, amount):
        return None
    if unit.dimension is Dimension.DURATION:
        if phrase_at(pieces, 2, around.lexicon.lists["ago"])[1]:
            return None
        before = around.before(amount.start)
        near = [piece.word for piece in before[:2]]
        if any(" ".join(reversed(near[:count])) in around.lexicon.lists["ago"] for count in (1, 2)):
            return None
        if unit.key == "year" and _of_a_person(around, near):
            return Found(amount.start, unit.at, Dimension.AGE, "year", NOTHING)
        if amount.form == "words" and amount.value == 1:
            return None
    follows = pieces and pieces[0].word in around.lexicon.lists["of"]
    counted = counted_after(around, unit.at) if follows else NOTHING
    return Found(amount.start, unit.at, unit.dimension, unit.key, counted)


def _of_a_person(around: Around, near: list[str]) -> bool:
    """Whether the words before a number of years make it an age: a man of 42, aged 30."""
    lists = around.lexicon.lists
    partitive = len(near) > 1 and near[0] in lists["of"] and (near[1] in lists["people"] or near[1] in lists["aged"])
    return partitive or bool(near and near[0] in lists["aged"])


def _hyphenated(around: Around, amount: Amount) -> Found | None:
    """A number that is part of a compound: a two-carriage tram, a 12-member crew."""
    pieces = around.after(amount.end)
    if around.lexicon.data.nouns != "plural" or len(pieces) < 2 or not pieces[1].letters or pieces[1].start != pieces[0].end:
        return None
    word = pieces[1]
    if len(word.word) < 3 or word.capital or word.word in around.lexicon.lists["stops"] or word.word in around.lexicon.starts:
        return None
    return Found(amount.start, amount.end, Dimension.COUNT, "", Counted(word.word, Span(word.start, word.end), end=word.end, known=True))


def _beside_words(around: Around, amount: Amount, found: Found) -> bool:
    """Whether another number in words stands right beside it, so that both may be one, or neither an amount."""
    if found.unit or amount.many:
        return False
    after = around.after(amount.end)
    return bool(after) and after[0].word in around.lexicon.tables["cardinals"] and after[0].start - amount.end == 1


def _is_sure(around: Around, amount: Amount, found: Found) -> bool:
    """Whether nothing makes the number a year, a name or another word."""
    counted, measured = found.counted, bool(found.unit)
    if amount.form == "none":
        return counted.noun in around.lexicon.lists["people"] and not measured
    if amount.doubtful and not (measured or (counted.known and counted.follows)):
        return False
    if amount.form == "fraction" or found.dimension is Dimension.AGE:
        return True
    if amount.form == "digits" and not measured and not amount.scaled and is_year(around, amount, counted=counted.known):
        return False
    letter = plain(around.text[amount.core : amount.end]) if amount.scaled else ""
    if letter in ("m", "k") and not (found.money or counted.known):
        return False
    return measured or not is_name(around, amount, counted)
