"""Numbers in a text with the scale that multiplies them: digits, words, fractions, "dozens"; not yet whether they count anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbench.checks.reading.around import APOSTROPHES, ELIDING, WORD, Around, Pieces, joined, phrase_at
from workbench.checks.reading.lexicon import Lexicon, plain
from workbench.checks.reading.number_words import bare_word, compound_value, words_value
from workbench.checks.reading.numerals import NUMERAL, SPACED, numeral_value
from workbench.checks.reading.place_signs import chain_at
from workbench.checks.reading.units import money_before, unit_after

MILLION, THOUSAND = 6, 3  # powers of ten
_FIND = {
    True: re.compile(rf"{NUMERAL}|{WORD}|[½⅓⅔¼¾]"),
    False: re.compile(rf"{NUMERAL}|{APOSTROPHES}|[½⅓⅔¼¾]"),
}
_SIGNED = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}
_SPACE = " \u00a0\u202f\u2009"
_REST = re.compile("[ \u00a0\u202f](?:و ?)?([1-9][0-9]{0,2})(?![.,:/'’\\-–]?\\d|[.,:]\\d)")
"""What is left of a number behind its thousands or millions."""
_NEXT_WORD = re.compile(rf"[ \u00a0]({WORD})")
_CHAIN = re.compile(r"\d+(?:[-–/]\d+){2,}")
"""Digits with more than one dash between: a telephone number, a day, a name."""
_ADJOINED = re.compile("[ \u00a0\u202f][0-9]")
"""Another number right behind digits: neither is sure."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its scale. `value` is None where it may be another one; `core` is where the number without its scale ends.

    `many`: an unknown number of these ("dozens"). `form` is digits, words, fraction or ordinal.
    """

    start: int
    end: int
    value: Decimal | None
    core: int
    form: str = "digits"
    many: bool = False
    scaled: bool = False
    doubtful: bool = False
    """Whether its words may be no number."""


def amounts(around: Around) -> Iterator[Amount]:
    """Every number of the text, in order, none inside another."""
    at, text, find = 0, around.text, _FIND[around.lexicon.code in ELIDING]
    read = _by_signs if around.lexicon.spaceless else _by_words
    if around.lexicon.spaceless:
        find = _signs(around.lexicon)
    for found in find.finditer(text):
        if found.start() >= at and (amount := read(around, found)):
            yield amount
            at = amount.end


def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    signs = "".join(lexicon.data.digits.split()) + "".join(lexicon.tables["multipliers"])
    return re.compile(rf"\d|[{signs}]" + (f"|{lexicon.native.pattern}" if lexicon.native else ""))


def _by_signs(around: Around, found: re.Match[str]) -> Amount | None:
    """A number of a language without spaces; one without digits is left to the counter behind it."""
    native = around.lexicon.native.match(around.text, found.start()) if around.lexicon.native else None
    if native:
        return _native(around, native)
    chain = chain_at(around.text, found.start(), around.lexicon)
    if chain is None:
        return None
    several = around.text[found.start() - 1 : found.start()] in (*around.lexicon.data.several,) if found.start() else False
    start = found.start() - several
    form = "digits" if chain.digits else "signs"
    return Amount(start, chain.end, chain.value, chain.end, form, many=several, doubtful=not chain.digits)


def _native(around: Around, found: re.Match[str]) -> Amount | None:
    """A number in words of a language that has signs, too: tens, ones, or both."""
    table, word = around.lexicon.tables["cardinals"], found[0]
    parts = next(((a, b) for a, b in ((word[:n], word[n:]) for n in range(1, len(word) + 1)) if a in table and (not b or b in table)), None)
    if parts is None:
        return None
    first, second = table[parts[0]], table.get(parts[1], 0)
    if second and not (first >= 10 > second):
        return None
    return Amount(found.start(), found.end(), Decimal(first + second), found.end(), "words", doubtful=True)


def _by_words(around: Around, found: re.Match[str]) -> Amount | None:
    written = found[0]
    if written[0].isdecimal():
        return _of_digits(around, found)
    if written in _SIGNED:
        above, below = _SIGNED[written]
        return Amount(found.start(), found.end(), Decimal(above) / below, found.end(), "fraction")
    lexicon = around.lexicon
    word = written.lower()
    if word not in lexicon.starts:
        if word.isascii() and not lexicon.compounds:
            return None
        word = plain(word)
    bare = bare_word(word, lexicon) if lexicon.lists["prefixes"] else word
    if bare in lexicon.starts or (lexicon.compounds and len(word) > 4 and compound_value(word, lexicon) is not None):
        return _of_words(around, found.start(), bare)
    return None


def _of_digits(around: Around, found: re.Match[str]) -> Amount:
    """Digits with the scale behind them: 1,5 Millionen, 3 mil millones, 5m, 21mila, 2 dozen, 3½."""
    text, start, end = around.text, found.start(), found.end()
    spaced = SPACED.match(text, start) if " " in _spaces(around.lexicon) and len(found[0]) <= 3 else None
    if spaced and not text[max(0, start - 2) : start].strip().isdecimal():
        end = spaced.end()
        written = spaced[0].replace(" ", "\u00a0")
        value = numeral_value(written, around.lexicon)
        return Amount(start, end, value, end)
    if chain := _CHAIN.match(text, start):
        return Amount(start, chain.end(), None, chain.end())
    if _ADJOINED.match(text, end):
        return Amount(start, end, None, end)
    power, behind, many = _scale(around, end)
    if power and (whole := _further(around, found, power, behind)):
        return whole
    measured = power != 0 or unit_after(around, end) is not None or money_before(text, start) is not None
    value = numeral_value(found[0], around.lexicon, scaled=power >= MILLION, measured=measured)
    if end < len(text) and text[end] in _SIGNED and value is not None:
        above, below = _SIGNED[text[end]]
        return Amount(start, end + 1, value + Decimal(above) / below, end + 1)
    if many and value is not None:
        return Amount(start, behind, value * many, end, scaled=True)
    return Amount(start, behind, value if value is None or not power else value.scaleb(power), end, scaled=power > 0)


def _further(around: Around, found: re.Match[str], power: int, end: int) -> Amount | None:
    """Thousands or millions with what is left of them in digits again: 5 mil 300, 1 млн 200 тыс., 12 mil 500 millones."""
    first, begun = numeral_value(found[0], around.lexicon), end
    if first is None or first % 1:
        return None
    total, fell = first.scaleb(power), power
    while rest := _REST.match(around.text, end):
        lower, behind, _ = _scale(around, rest.end())
        if lower >= fell and not (lower == MILLION and fell == THOUSAND):
            break
        value = Decimal(rest[1])
        total = (total + value).scaleb(lower) if lower >= fell else total + value.scaleb(lower)
        fell, end = lower, behind
    return Amount(found.start(), end, total, begun, scaled=True) if end > begun else None


def _spaces(lexicon: Lexicon) -> str:
    return " " if "\u00a0" in lexicon.data.thousands or lexicon.code == "en" else ""


def _scale(around: Around, end: int) -> tuple[int, int, int]:
    """The power of ten behind a number, where the words for it end, and what a multiple ("dozen") multiplies by."""
    text, lexicon, power, at = around.text, around.lexicon, 0, end
    if end >= len(text) or not (text[end] in _SPACE + "-" or text[end].isalpha()):
        return 0, end, 0
    for piece in around.after(end)[:4]:
        if (
            piece.word in ".-"
            and (piece.word == "." or piece.start == end)
            and piece.start - at <= 1
            and text[piece.end : piece.end + 1] != "\n"
        ):
            if piece.word == "." and not power:
                break
            continue
        glued = piece.start == end
        if piece.start - at > 1 and text[at : piece.start].strip(_SPACE + ".-"):
            break
        word = piece.word if glued or len(piece.word) > 1 or text[piece.end : piece.end + 1] in ("€", "$", "£") else ""
        if word in lexicon.tables["multiples"] and not power:
            return 0, piece.end, lexicon.tables["multiples"][word]
        if word not in lexicon.tables["scales"]:
            break
        power, at = power + lexicon.tables["scales"][word], piece.end
        if word in lexicon.lists["abbreviations"] and text[at : at + 1] == ".":
            at += 1
    return power, at, 0


def _of_words(around: Around, start: int, word: str) -> Amount | None:
    lexicon = around.lexicon
    pieces = around.after(start)
    if not pieces:
        return None
    pieces = (pieces[0]._replace(word=word), *pieces[1:])
    before = around.before(start)
    one = before[0] if before and before[0].word in lexicon.lists["one"] else None
    begun = one.start if one else start
    if word in lexicon.lists["none"]:
        return Amount(start, pieces[0].end, Decimal(0), pieces[0].end, "none", doubtful=True)
    if word in lexicon.tables["many"] and not one:
        return _many(around, pieces)
    if word in lexicon.lists["half"]:
        return _half(around, pieces, before)
    if word in lexicon.lists["one_and_half"]:
        return _finished(around, start, pieces, 1, Decimal("1.5"), doubtful=False)
    if (one or word in lexicon.lists["bare"]) and word in lexicon.tables["fractions"]:
        return Amount(begun, pieces[0].end, Decimal(1) / lexicon.tables["fractions"][word], pieces[0].end, "fraction")
    if word in lexicon.tables["ordinals"]:
        return Amount(start, pieces[0].end, Decimal(lexicon.tables["ordinals"][word]), pieces[0].end, "ordinal")
    if word in lexicon.tables["multiples"]:
        known = one or word in lexicon.lists["bare"]
        return Amount(begun, pieces[0].end, Decimal(lexicon.tables["multiples"][word]), pieces[0].end, "words") if known else None
    value, taken = words_value(pieces, lexicon)
    if not taken:
        return None
    needs = word in lexicon.tables["scales"] or lexicon.tables["cardinals"].get(word) == 100
    if needs and not one and word not in lexicon.lists["bare"]:
        return None
    if (end := _run_end(around, pieces[taken - 1].end)) > pieces[taken - 1].end:
        return Amount(start, end, None, end, "words")
    doubtful = taken == 1 and word in lexicon.lists["doubtful"]
    return _finished(around, begun if needs else start, pieces, taken, Decimal(value), doubtful=doubtful)


def _run_end(around: Around, end: int) -> int:
    """Where numbers in words end that stand right behind another and are no part of it ("nine eleven"): none of them is sure."""
    cardinals, one = around.lexicon.tables["cardinals"], around.lexicon.lists["doubtful"]
    while (found := _NEXT_WORD.match(around.text, end)) and (word := plain(found[1])) in cardinals and word not in one:
        end = found.end()
    return end


def _finished(around: Around, start: int, pieces: Pieces, taken: int, value: Decimal, *, doubtful: bool) -> Amount:
    """The number with what may follow it: a half more, a scale ("two and a half million"), a multiple, a fraction ("two thirds")."""
    lexicon, end = around.lexicon, pieces[taken - 1].end
    rest = pieces[taken:]
    phrase, count = phrase_at(rest, 4, lexicon.lists["and_half"])
    if phrase:
        value, rest, end = value + Decimal("0.5"), rest[count:], rest[count - 1].end
        if rest and rest[0].word in lexicon.tables["scales"]:
            return Amount(start, rest[0].end, value.scaleb(lexicon.tables["scales"][rest[0].word]), end, "words", scaled=True)
        return Amount(start, end, value, end, "words")
    if rest and rest[0].word in "-‐‑":
        rest = rest[1:]
    if rest and value % 1 and rest[0].word in lexicon.tables["scales"]:
        return Amount(start, rest[0].end, value.scaleb(lexicon.tables["scales"][rest[0].word]), end, "words", scaled=True)
    if rest and rest[0].word in lexicon.tables["multiples"]:
        return Amount(start, rest[0].end, value * lexicon.tables["multiples"][rest[0].word], end, "words", scaled=True)
    if rest and rest[0].word in lexicon.tables["fractions"] and value < lexicon.tables["fractions"][rest[0].word]:
        return Amount(start, rest[0].end, value / lexicon.tables["fractions"][rest[0].word], end, "fraction")
    return Amount(start, end, value, end, "words", doubtful=doubtful, scaled=value >= 1000)


def _many(around: Around, pieces: Pieces) -> Amount:
    """Dozens, hundreds, tens of thousands: at least two of these, and nobody says how many."""
    tables, of = around.lexicon.tables, around.lexicon.lists["of"]
    value, at = tables["many"][pieces[0].word], 1
    end = pieces[0].end
    while at < len(pieces):
        ahead = at + (pieces[at].word in of)
        word = pieces[ahead].word if ahead < len(pieces) else ""
        if (word not in tables["many"] and len(word) < 3) or word not in tables["many"].keys() | tables["scales"].keys():
            break
        factor = tables["many"].get(word) or 10 ** tables["scales"][word]
        value, end, at = value * factor, pieces[ahead].end, ahead + 1
    return Amount(pieces[0].start, end, Decimal(value), end, "words", many=True)


def _half(around: Around, pieces: Pieces, before: Pieces) -> Amount | None:
    """Half of it, half a million, half an hour; not the first half, and not what is half done."""
    lexicon = around.lexicon
    if before and before[0].word in lexicon.lists["no_half"]:
        return None
    at = 1
    if at < len(pieces) and pieces[at].word in lexicon.lists["one"]:
        at += 1
    if at < len(pieces) and pieces[at].word in lexicon.tables["scales"]:
        power = lexicon.tables["scales"][pieces[at].word]
        return Amount(pieces[0].start, pieces[at].end, Decimal("0.5").scaleb(power), pieces[0].end, "words", scaled=True)
    if at < len(pieces) and pieces[at].word in lexicon.tables["multiples"]:
        return Amount(pieces[0].start, pieces[at].end, Decimal(lexicon.tables["multiples"][pieces[at].word]) / 2, pieces[0].end, "words")
    if at == 2 and phrase_at(pieces[at:], 3, lexicon.groups["units"])[1]:
        return Amount(pieces[0].start, pieces[1].end, Decimal("0.5"), pieces[0].end, "fraction")
    partitive = len(pieces) > 1 and (pieces[1].word in lexicon.lists["of"] or joined(pieces[1:2]) in ("the", "its", "their", "all"))
    return Amount(pieces[0].start, pieces[0].end, Decimal("0.5"), pieces[0].end, "fraction") if partitive else None
