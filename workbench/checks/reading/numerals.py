"""Digits as a language writes them: which sign parts thousands and which begins a fraction; what reads two ways has no value."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from workbench.checks.reading.lexicon import Lexicon

NUMERAL = "\\d+(?:[.,'’·٬٫．\u00a0\u202f\u2009]\\d+)*"
"""Digits of any script with signs between, each between two digits."""
SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?![\d]|[.,’'\-–/:]\d| \d)(?:[.,]\d{1,2}(?!\d))?")
"""Thousands with ordinary spaces, and nothing of a number behind them."""
LONGEST = 24  # code points; what is longer is no amount
_SIGNS = {"’": "'", "٬": "'", "٫": "٫", "．": ".", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")


def plain_digits(written: str) -> str:
    """ASCII digits and one form of each sign between them."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else _SIGNS.get(c, c) for c in written)


def numeral_value(written: str, lexicon: Lexicon, *, scaled: bool = False, measured: bool = False) -> Decimal | None:
    """The value of digits; None where it may be another one. `scaled`: a million or more follows, `measured`: a unit does."""
    digits = plain_digits(written)
    if len(digits) > LONGEST:
        return None
    groups, signs = re.split(r"\D", digits), re.findall(r"\D", digits)
    if not signs:
        return None if len(digits) > 1 and digits[0] == "0" else Decimal(digits)
    if len(set(signs)) == 1:
        return _of_one_sign(digits, groups, signs[0], lexicon, scaled=scaled, measured=measured)
    *thousands, last = signs
    whole = len(set(thousands)) == 1 and last in ".,٫" and _grouped(groups[:-1])
    return Decimal("".join(groups[:-1]) + "." + groups[-1]) if whole else None


def _of_one_sign(digits: str, groups: list[str], sign: str, lexicon: Lexicon, *, scaled: bool, measured: bool) -> Decimal | None:
    thousands, decimal = sign in _folded(lexicon.data.thousands), sign in _folded(lexicon.data.decimal)
    whole, point = Decimal("".join(groups)), len(groups) == 2 and len(groups[0]) <= 9
    if _grouped(groups):
        if thousands and not decimal:
            return None if sign == "." and _is_address(groups) else whole
        if len(groups) > 2:
            return whole if sign in ",' " or (sign == "." and len(groups) == 3 and lexicon.code) else None
        return Decimal(f"{groups[0]}.{groups[1]}") if decimal and (scaled or sign == "٫") else None
    if sign == "," and lexicon.code in ("en", "") and _INDIAN.fullmatch(digits):
        return whole
    if not point or (len(groups[0]) > 1 and groups[0][0] == "0"):
        return None
    sure = decimal or (not lexicon.code and sign == ".") or (sign in ".," and (scaled or measured) and len(groups[1]) < 3)
    return Decimal(f"{groups[0]}.{groups[1]}") if sure else None


def _is_address(groups: list[str]) -> bool:
    """Whether four groups may as well be the address of a computer."""
    return len(groups) == 4 and all(group[0] != "0" and int(group) < 256 for group in groups)


def _grouped(groups: list[str]) -> bool:
    return len(groups[0]) <= 3 and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])


def _folded(signs: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in signs)
