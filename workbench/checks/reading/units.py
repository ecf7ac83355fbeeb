"""Units and currencies: which stands behind a number or before it, and what sort of quantity it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from workbench.checks.reading.around import Around, phrase_at
from workbench.checks.reading.quantity import Dimension

_DIMENSIONS = {
    Dimension.DISTANCE: "km m cm mm mile foot inch yard nautical_mile",
    Dimension.AREA: "km2 m2 mile2 foot2 ha acre",
    Dimension.VOLUME: "l ml gallon barrel m3",
    Dimension.WEIGHT: "kg g mg t ton lb oz",
    Dimension.SPEED: "mph km/h knot m/s",
    Dimension.DURATION: "second minute hour day week fortnight month year decade century",
    Dimension.TEMPERATURE: "C F degree",
    Dimension.SHARE: "percent permille point",
    Dimension.AGE: "age",
    Dimension.OTHER: "MW GW kW kWh times",
}
DIMENSION_OF = MappingProxyType({unit: dimension for dimension, units in _DIMENSIONS.items() for unit in units.split()})
"""The dimension of each key of a unit; what is not here is a currency."""
_SYMBOLS = {
    "%": "percent", "٪": "percent", "％": "percent", "‰": "permille", "°C": "C", "° C": "C", "℃": "C", "°F": "F", "℉": "F",
    "km/h": "km/h", "kmh": "km/h", "kph": "km/h", "mph": "mph", "m/s": "m/s", "kts": "knot", "km²": "km2", "km2": "km2", "m²": "m2",
    "m2": "m2", "m³": "m3", "m3": "m3", "km": "km", "㎞": "km", "cm": "cm", "mm": "mm", "m": "m", "kg": "kg", "㎏": "kg", "mg": "mg",
    "g": "g", "t": "t", "ha": "ha", "ml": "ml", "l": "l", "ft": "foot", "mi": "mile", "lb": "lb", "lbs": "lb", "oz": "oz", "kWh": "kWh",
    "MW": "MW", "GW": "GW", "kW": "kW", "min": "minute", "hrs": "hour", "hr": "hour", "h": "hour", "㎡": "m2", "㎢": "km2", "㎥": "m3",
    "км/ч": "km/h", "км/год": "km/h", "км²": "km2", "км": "km", "кг": "kg", "га": "ha",
}  # fmt: skip
_SYMBOL = re.compile(rf"[ \u00a0\u202f\u2009]?({'|'.join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True))})(?![\w²³/])")
_MONEY = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₩": "KRW", "₽": "RUB", "₹": "INR", "₺": "TRY", "₪": "ILS", "₴": "UAH",
}  # fmt: skip
_PREFIXED = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "NT$": "TWD",
}  # fmt: skip
_CODES = (
    "USD", "EUR", "GBP", "JPY", "KRW", "CNY", "RMB", "RUB", "INR", "CHF", "UAH", "TRY", "ILS", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "AUD", "CAD", "NZD", "HKD", "SGD", "BRL", "MXN", "ZAR", "SAR", "AED", "EGP", "IRR",
)  # fmt: skip
_CODE = "|".join(_CODES)
_BEFORE = re.compile(rf"(?:(?P<sign>(?:\b[A-Z]{{1,2}})?[{''.join(_MONEY)}])|\b(?P<code>{_CODE}))[ \u00a0\u202f]?$")
_AFTER = re.compile(rf"[ \u00a0\u202f]?(?:(?P<sign>[{''.join(_MONEY)}])|(?P<code>{_CODE})(?!\w))")
_LONGEST = 3  # words of a unit
_SPACE = " \u00a0\u202f\u2009-‐‑"


@dataclass(frozen=True, slots=True)
class Unit:
    """The key of a unit, and where it ends (code points), or begins where it stands before the number."""

    key: str
    at: int

    @property
    def dimension(self) -> Dimension:
        return DIMENSION_OF.get(self.key, Dimension.MONEY)


def money_before(text: str, start: int) -> Unit | None:
    """The currency that stands right before a number."""
    found = _BEFORE.search(text, max(0, start - 6), start)
    if found is None:
        return None
    if found["code"]:
        return Unit("CNY" if found["code"] == "RMB" else found["code"], found.start())
    sign = found["sign"]
    key = _MONEY[sign] if len(sign) == 1 else _PREFIXED.get(sign, "")
    return Unit(key, found.start()) if key else None


def unit_after(around: Around, end: int) -> Unit | None:
    """The unit or currency right behind a number: a sign or abbreviation, or words of the language."""
    text, lexicon = around.text, around.lexicon
    if found := _SYMBOL.match(text, end):
        if not _is_doubtful(text, end, found):
            return Unit(_SYMBOLS[found[1]], found.end())
    elif found := _AFTER.match(text, end):
        return Unit(_MONEY[found["sign"]] if found["sign"] else found["code"], found.end())
    if lexicon.glued and (found := lexicon.glued.match(text, end)):
        known = {**lexicon.groups["units"], **lexicon.groups["money"]}
        longer = any(text.startswith(word, found.start("word")) for word in lexicon.lists["no_counters"] if len(word) > len(found["word"]))
        return Unit(known[found["word"]], found.end()) if found["word"] in known and not longer else None
    if lexicon.spaceless or end >= len(text) or not (text[end] in _SPACE or text[end].isalpha()):
        return None
    pieces = around.after(end)
    first = 1 if pieces and pieces[0].word in "-‐‑" and pieces[0].start == end else 0
    while first < len(pieces) and (pieces[first].word in lexicon.lists["of"] or pieces[first].word in ".'’") and first < 2:
        first += 1
    for part in ("units", "money"):
        phrase, count = phrase_at(pieces[first:], _LONGEST, lexicon.groups[part])
        if phrase:
            return Unit(lexicon.groups[part][phrase], pieces[first + count - 1].end)
    return None


def _is_doubtful(text: str, end: int, found: re.Match[str]) -> bool:
    """One letter that may be something else: m for million right behind the digits; h, t, l and g behind a space."""
    glued = found.start(1) == end
    return (found[1] == "m" and glued and text[found.end() : found.end() + 1] == " ") or (found[1] in ("t", "l", "g", "h") and not glued)
