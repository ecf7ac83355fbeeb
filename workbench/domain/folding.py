"""Folding: one written form for the ways in which the same is written. Every room that compares words compares what comes out of here.

Letters lose case, width, accents and ligatures, traditional Chinese ones become the simplified, and marks of points, joiners and soft
hyphens go; the many hyphens, apostrophes, quotation marks and spaces become one each; a word that a line end cuts is one word with a
hyphen; figures lose the marks between their thousands. `Folded` keeps where each code point stands in the true text, so that what is
found there has its exact place.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from workbench.domain.spans import Span
from workbench.domain.traditional import SIMPLER

HYPHENS = "-\u00ac\u05be\u2010\u2011\u2012\u2013\u2212\u2e17\ufe63\uff0d"
"""What joins two words into one, the signs that old prints and scans set at a line end among them. No dash: that parts sentences."""
APOSTROPHES = "'`´\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u055a\u05f3\u2018\u2019\u201b\u2032\ua78b\ua78c\uff07"
QUOTES = '"\u05f4\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02'
DOTS = "\u00b7\u2027"
"""The dot in the middle of a Catalan word."""
SPACES = "\u00a0\u2007\u2009\u202f"
"""Spaces that keep a figure together; an ordinary one may as well part two figures."""
_ONE_SIGN = {**dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(QUOTES, '"'), **dict.fromkeys(DOTS, "·")}
_ONE_SIGN |= {"٬": "'", "٫": ",", "ـ": ""}
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
    | SIMPLER
    | {"ٱ": "ا", "ى": "ي", "ک": "ك", "ی": "ي", "ґ": "г"}
)
_KEPT = frozenset("йўї")
"""Letters of their own, not accented forms of others."""
_LAST_ACCENTED = 0x077F
"""Latin, Greek, Cyrillic, Hebrew and Arabic end here: there a combining mark is an accent; in Thai or kana it is a letter."""
_ACCENTS = re.compile("[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Marks of no one script."""
_VOICED = "\uff9e\uff9f"
_JAMO = "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"
_CUT = rf"[{re.escape(HYPHENS)}\u00ad][^\S\n]*\n\s*"
_AT_LINE_END = re.compile(rf"(?<=\S){_CUT}(?=[^\W\d_])|(?<=[^\W\d_]){_CUT}(?=\d)")
_GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<mark>[.,' ])\d{3}(?:(?P=mark)\d{3})*)(?:(?!(?P=mark))[.,](?P<rest>\d+))?"
    r"|(?P<lakhs>[1-9]\d?(?:,\d{2})+,\d{3})(?:\.(?P<after>\d+))?"
)
_NO_DIGIT = re.compile(r"\D")


class _Signs(dict[int, str]):
    """Code point to what it folds to, computed once; a table for str.translate."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _ONE_SIGN.get(char)
        if folded is None:
            folded = " " if char.isspace() else "" if unicodedata.category(char) == "Cf" else _letter(char)
        self[code] = folded
        return folded


def _letter(char: str) -> str:
    kept: list[str] = []
    for one in unicodedata.normalize("NFKC", char).casefold():
        if one in _KEPT:
            kept.append(one)
            continue
        parts = [part for part in unicodedata.normalize("NFD", one) if not _is_accent(part)]
        kept += [str(unicodedata.decimal(part)) if part.isdecimal() else part for part in parts]
    return unicodedata.normalize("NFC", "".join(kept).translate(_LETTERS))


def _is_accent(char: str) -> bool:
    return bool(unicodedata.combining(char) and (ord(char) <= _LAST_ACCENTED or _ACCENTS.match(char)))


_SIGNS = _Signs()


def letters(text: str) -> str:
    """A piece of text without the ways of writing it. Code points move: see `Folded` where places matter."""
    if text.isascii():
        return text.lower().translate(_SIGNS) if not text.isalnum() else text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_SIGNS))


def figure(folded: str) -> str:
    """A figure of folded digits and separators without those of its thousands, and with a point before its decimals.

    Groups of three after the same separator are thousands (1.500, 1,500, 1'500 and 1 500 are 1500, but 0,500 and 2,5 are decimals);
    so is the Indian way (1,50,000). A single group of three after a point or comma is read so, too, in every language.
    """
    match = _GROUPED.fullmatch(folded)
    if match is None:
        return folded.replace(",", ".")
    whole, rest = _NO_DIGIT.sub("", match["whole"] or match["lakhs"]), match["rest"] or match["after"]
    return f"{whole}.{rest}" if rest else whole


def flat(text: str) -> str:
    """The folded text without the way back: as `Folded.text`, and quicker."""
    return letters(_AT_LINE_END.sub(_line_end, text) if "\n" in text else text)


def _line_end(match: re.Match[str]) -> str:
    return "" if match.group().startswith("\u00ad") else "-"


class Folded:
    """A text folded: `text`, and where each of its code points stands in `true`, the text it was made of."""

    def __init__(self, true: str) -> None:
        self.true = true
        self._at, self._raw, self._whole = [0], [0], [0]
        odd = _odd(true)
        parts: list[str] = []
        done = size = 0
        for match in odd.finditer(true) if odd else ():
            plain = true[done : match.start()].translate(_SIGNS)
            unit = _line_end(match) if match.lastgroup == "end" else letters(match.group())
            parts += [plain, unit]
            size += len(plain)
            self._mark(size, match.start(), match.end())
            size += len(unit)
            done = match.end()
            self._mark(size, done, 0)
        parts.append(true[done:].translate(_SIGNS))
        self.text = "".join(parts)

    def _mark(self, at: int, raw: int, whole: int) -> None:
        """From `at` on the folded text follows the true one from `raw`; with `whole` it is one letter there, up to that place."""
        self._at.append(at)
        self._raw.append(raw)
        self._whole.append(whole)

    def span(self, start: int, end: int) -> Span:
        """The true text of the folded code points from `start` to before `end`, which is behind it; letters are taken whole."""
        first, last = bisect_right(self._at, start) - 1, bisect_right(self._at, end - 1) - 1
        begin = self._raw[first] if self._whole[first] else self._raw[first] + start - self._at[first]
        return Span(begin, self._whole[last] or self._raw[last] + end - self._at[last])


def _odd(text: str) -> re.Pattern[str] | None:
    """What of a text does not fold code point by code point: letters with marks, what becomes several letters or none."""
    signs = set(text)
    marks = [c for c in signs if c in _VOICED or unicodedata.category(c).startswith("M")] if not text.isascii() else []
    several = [c for c in signs if len(_SIGNS[ord(c)]) != 1]
    ways = [rf"(?P<end>{_AT_LINE_END.pattern})"] if "\n" in signs else []
    ways += [_JAMO] if any("\u1100" <= c <= "\u11ff" for c in signs) else []
    ways += [f"[^{_class(marks)}]?[{_class(marks)}]+"] if marks else []
    ways += [f"[{_class(several)}]"] if several else []
    return re.compile("|".join(ways), re.DOTALL) if ways else None


def _class(chars: list[str]) -> str:
    return "".join(map(re.escape, sorted(chars)))
