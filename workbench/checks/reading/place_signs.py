"""Numbers by place and multiplier, as Chinese, Japanese and Korean write them: 1万6千, 2億3千万, 二十五, 1.6万, 이십이."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from workbench.checks.reading.lexicon import Lexicon
from workbench.checks.reading.numerals import NUMERAL, numeral_value

MOST = 16  # parts of one number
MYRIAD = 4


@dataclass(frozen=True, slots=True)
class Chain:
    """Such a number: where it ends, its value (None where it does not add up), whether it has digits."""

    end: int
    value: Decimal | None
    digits: bool
    signs: int


@cache
def _part(code: str, digits: str, multipliers: str) -> re.Pattern[str]:
    signs = "".join(digits.split())
    return re.compile(rf"(?P<space> ?)(?:(?P<numeral>{NUMERAL})|(?P<sign>[{signs}])|(?P<multiplier>[{multipliers}]))")


def _parts(lexicon: Lexicon) -> re.Pattern[str]:
    return _part(lexicon.code, lexicon.data.digits, "".join(lexicon.tables["multipliers"]))


def sign_value(sign: str, lexicon: Lexicon) -> int:
    return next(digits.index(sign) for digits in lexicon.data.digits.split() if sign in digits)


def chain_at(text: str, start: int, lexicon: Lexicon) -> Chain | None:
    """The number that begins at a place; None for none."""
    total = section = Decimal(0)
    number: Decimal | None = None
    fits, digits, at, signs, last, big, small = True, False, start, 0, "", 99, 99
    pattern = _parts(lexicon)
    for _ in range(MOST):
        found = pattern.match(text, at)
        if found is None or (found["space"] and (last != "big" or not found["numeral"])):
            break
        if found["multiplier"]:
            power = lexicon.tables["multipliers"][found["multiplier"]]
            if power < MYRIAD:
                fits, small = fits and power < small, power
                section += (1 if number is None else number) * 10**power
            else:
                fits, big, small = fits and power < big, power, 99
                if last == "big" and power == 2 * MYRIAD:  # 万亿
                    total, fits = total * 10**power, True
                else:
                    total += (section + (number or 0) or 1) * 10**power
                section = Decimal(0)
            number, last = None, "big" if power >= MYRIAD else "small"
        else:
            fits = fits and number is None
            number = (
                numeral_value(found["numeral"], lexicon, measured=True) if found["numeral"] else Decimal(sign_value(found["sign"], lexicon))
            )
            fits, digits, last = fits and number is not None, digits or bool(found["numeral"]), "number"
        at, signs = found.end(), signs + 1
    if at == start:
        return None
    return Chain(at, total + section + (number or 0) if fits else None, digits, signs)
