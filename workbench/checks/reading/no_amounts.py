"""Numbers that count nothing: days, years, times of the clock, versions, telephone numbers, scores, house numbers, names with a number."""

from __future__ import annotations

import re

from workbench.checks.reading.amounts import Amount
from workbench.checks.reading.around import Around, Piece, Pieces, phrase_at
from workbench.checks.reading.counted import ARTICLES, Counted
from workbench.checks.reading.numerals import plain_digits
from workbench.checks.reading.units import unit_after

_NAMING = frozenset("#@№§/\\:=^_*+&°º")
_DASHES = "-‐‑–—−"
_DIGITS_BESIDE = re.compile(r"\d[ \u00a0\u202f.)(/-]{1,2}$")
_DIGITS_BEHIND = re.compile(r"[ \u00a0\u202f]\(?\d|\) ?\d|[-/:.]\d|[:/]\w")
_YEAR_BESIDE = re.compile(r"(?<!\d)(?<!\d[ \u00a0.-])(?:19|20)\d\d[ \u00a0]$")
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_MODERN = re.compile(r"19[0-9]{2}|20[0-9]{2}|1[34][0-9]{2}")
_ROMAN = re.compile(r"[ivx]+")
DAYS = 31
_LABEL = 10  # code points before a number in which its label stands, where words are not parted


def counts_nothing(around: Around, amount: Amount, *, ranged: bool = False) -> bool:
    """Whether the digits of an amount, by what stands right around them, are part of something else."""
    text, start, end = around.text, amount.start, amount.end
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    if before and (before.isalnum() or before in _NAMING) and not _may_touch(around, before):
        return True
    if before and before in _DASHES and not ranged and not (_minus_or_dash(text, start) or _prefixed(around, start)):
        return True
    if before in (".", ",", "，", "'", "’") and (before != "，" or end - start == 3) and text[max(0, start - 2) : start - 1].isdecimal():
        return True
    if before in ("'", "’") and len(text[start:end]) == 2:
        return True  # '90s
    if _DIGITS_BEHIND.match(text, end) and not _range_ahead(text, end):
        return True
    if not ranged and _DIGITS_BESIDE.search(text, max(0, start - 3), start) and not _year_before(text, start):
        return True
    if text[end : end + 1] == "，" and re.match(r"，\d{3}(?!\d)", text[end : end + 5]):
        return True
    if behind[:1] == "_" or (behind[:1] == "." and behind[1:].isalpha()):
        return True
    if around.lexicon.spaceless and text[max(0, start - _LABEL) : start].rstrip().endswith(tuple(around.lexicon.lists["labels"])):
        return True
    pieces_before, pieces_after = around.before(start), around.after(end)
    return (
        _is_day(around, amount, pieces_before, pieces_after)
        or _is_ordinal(around, amount, pieces_before, pieces_after)
        or is_clock(around, amount)
        or _is_address(around, pieces_before, pieces_after)
    )


def _may_touch(around: Around, before: str) -> bool:
    """Letters that may stand right before a number: those of languages without spaces, and prefixes."""
    lexicon = around.lexicon
    if lexicon.spaceless:
        return before.isalpha() and not before.isascii()
    return before in lexicon.lists["prefixes"]


def _minus_or_dash(text: str, start: int) -> bool:
    """Whether the dash before a number stands alone, or opens the text: a dash of a sentence, or a minus."""
    return start < 2 or text[start - 2].isspace() or (text[start - 1] in "–—" and not text[start - 2].isalnum())


def _prefixed(around: Around, start: int) -> bool:
    """Whether letters that the language glues before a number stand before the dash, and nothing else ("מ-100")."""
    before = around.before(start)
    return len(before) > 1 and before[1].word in around.lexicon.lists["prefixes"] and before[1].end == before[0].start


def _range_ahead(text: str, end: int) -> bool:
    """Whether what follows is a dash with digits, which may be a range."""
    return text[end] in _DASHES


def _year_before(text: str, start: int) -> bool:
    return bool(_YEAR_BESIDE.search(text, max(0, start - 8), start))


def _is_day(around: Around, amount: Amount, before: Pieces, after: Pieces) -> bool:
    """A day of a month: the name of a month stands before or behind it."""
    lexicon, months = around.lexicon, around.lexicon.tables["months"]
    value = amount.value
    if value is None or value > DAYS or amount.scaled or amount.form != "digits":
        return False
    rest = [piece for piece in after[:4] if piece.word not in (".", "º", "°", "ª") and piece.word not in lexicon.lists["ordinal_endings"]]
    rest = [piece for piece in rest if piece.word not in lexicon.lists["of"]] or rest
    if rest and rest[0].word in months and rest[0].start - amount.end < 8:
        return True
    if rest and rest[0].word.partition("'")[0] in months and rest[0].start - amount.end < 3:
        return True
    near = [piece for piece in before[:2] if piece.word not in (".", "the")]
    if not near or near[0].word not in months:
        return False
    return not (rest and rest[0].word in lexicon.lists["people"])


def _is_ordinal(around: Around, amount: Amount, before: Pieces, after: Pieces) -> bool:
    """Digits with a full stop that makes an ordinal of them, in languages that write them so."""
    lexicon, text = around.lexicon, around.text
    if len(after) > 1 and after[0].word in "'’" and after[0].start == amount.end and after[1].word in lexicon.lists["ordinal_endings"]:
        return True
    if not lexicon.data.ordinal_point or text[amount.end : amount.end + 1] != "." or amount.value is None or amount.scaled:
        return False
    if amount.value % 1 or text[amount.core : amount.end]:
        return False
    behind = after[1] if len(after) > 1 else None
    if behind is None or not behind.letters:
        return False
    near = before[0] if before else None
    return not (behind.capital and near and near.letters and not near.capital and near.word not in lexicon.lists["determiners"])


def is_clock(around: Around, amount: Amount) -> bool:
    """A time of the clock: 6.10am, 18 Uhr, à 18 heures, at 6.10."""
    lexicon, before, after = around.lexicon, around.before(amount.start), around.after(amount.end)
    hour = plain_digits(around.text[amount.start : amount.core])
    if amount.form == "digits" and not re.fullmatch(r"[0-2]?\d(?:[.:][0-5]\d)?", hour):
        return False
    if amount.form == "words" and (amount.value is None or amount.value > 24):
        return False
    if phrase_at(after, 5, lexicon.lists["clock_after"])[1]:
        return True
    at = _clock_word(around, before)
    if not at:
        return False
    if after and after[0].word in lexicon.lists["clock_hours"]:
        return True
    if "." in hour or ":" in hour:
        return len(hour.replace(":", ".").split(".")[1]) == 2 and not _counts(around, after)
    if unit_after(around, amount.end):
        return False
    return not _counts(around, after) and (not after or not after[0].letters or after[0].word in lexicon.lists["stops"])


def _clock_word(around: Around, before: Pieces) -> str:
    """The word that a time of the clock stands behind, whatever makes it near ("at around")."""
    for piece in before[:2]:
        if piece.word in around.lexicon.lists["clock_before"]:
            return piece.word
        if around.lexicon.before.of.get(piece.word) not in ("about", "nearly"):
            return ""
    return ""


def _counts(around: Around, after: Pieces) -> bool:
    lists = around.lexicon.lists
    return bool(after) and (
        after[0].word in lists["people"] or after[0].word in lists["things"] or after[0].word in around.lexicon.groups["units"]
    )


def _is_address(around: Around, before: Pieces, after: Pieces) -> bool:
    """A house number: 10 Downing Street, Hauptstraße 12, 12, rue de la Paix."""
    streets = around.lexicon.lists["streets"]
    if not streets:
        return False
    rest = [piece for piece in after[:4] if piece.word != ","]
    for run, piece in enumerate(rest[:3]):
        if piece.word in streets and (piece.capital or (not run and around.lexicon.data.nouns != "plural")):
            return True
        if not piece.capital:
            break
    for piece in before[:5]:
        if piece.word in streets or any(len(street) > 4 and piece.word.endswith(street) for street in streets):
            return True
        if not (piece.capital or piece.word in ",."):
            break
    return False


def looks_like_year(around: Around, amount: Amount) -> bool:
    return bool(YEAR.fullmatch(plain_digits(around.text[amount.start : amount.end])))


def is_year(around: Around, amount: Amount, *, counted: bool) -> bool:
    """A year: four digits that look like one, unless a noun that is surely counted, or a unit, follows."""
    digits = plain_digits(around.text[amount.start : amount.end])
    if len(digits) != 4 or not digits.isascii() or not YEAR.fullmatch(digits):
        return False
    before = around.before(amount.start)
    dated = bool(before) and before[0].word in around.lexicon.lists["year_before"] | around.lexicon.tables["months"].keys()
    after = around.after(amount.end)
    named = bool(after) and after[0].word in around.lexicon.lists["year_before"]
    modern = bool(re.fullmatch(r"19\d\d|20\d\d", digits)) or (around.lexicon.code == "fa" and bool(_MODERN.fullmatch(digits)))
    return (dated or named or modern) and not counted


def is_name(around: Around, amount: Amount, counted: Counted) -> bool:
    """A number that belongs to the word before it: page 3, Boeing 737, World War Two, tank 4."""
    before = around.before(amount.start)
    if not before or around.text[before[0].end : amount.start].strip(" \u00a0\u202f"):
        return False
    near, lists = before[0], around.lexicon.lists
    if near.word in "#№§°º":
        return True
    if near.word == "." and len(before) > 1 and before[1].word in lists["labels"] and before[1].end == near.start:
        return True
    if near.word in lists["labels"] and (near.capital or not counted.known):
        return True
    if (
        not near.letters
        or not near.capital
        or not around.text[amount.start : amount.end].isalnum()
        or (around.lexicon.data.nouns == "capital" and counted.noun)
    ):
        return False
    if (amount.form != "digits" and not around.text[amount.start].isupper()) or _is_plain(around, near):
        return False
    placed = len(before) > 1 and before[1].word in lists["stops"] and before[1].word not in ARTICLES
    return not (placed and (counted.noun or counted.state)) and not (counted.known and not _stands_after_article(before))


def _is_plain(around: Around, near: Piece) -> bool:
    """Whether a word with a capital is one that any number may follow: a day, a month, a qualifier, a verb, a first word."""
    lexicon = around.lexicon
    known = near.word in lexicon.tables["weekdays"] or near.word in lexicon.tables["months"] or near.word in lexicon.lists["stops"]
    known = (
        known
        or near.word in lexicon.lists["filler"]
        or near.word in lexicon.groups["states_before"]
        or near.word in lexicon.lists["clock_before"]
    )
    known = known or any(near.word == phrase.rpartition(" ")[2] for phrase in lexicon.before.of)
    return known or near.word in lexicon.lists["source"] or near.word in lexicon.lists["between"] or near.word in lexicon.lists["modifiers"]


def _stands_after_article(before: Pieces) -> bool:
    """Whether an article before a name makes the number behind it a part of the name: a Boeing 737."""
    return len(before) > 1 and before[1].word in ARTICLES and not before[1].capital
