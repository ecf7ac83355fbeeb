"""A quantity as it is read from a text: its number, its bounds, its unit, what it counts; and the closed lists for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from workbench.domain.spans import Span


class Qualifier(Enum):
    """How a text takes a number: as it stands, as near it, or as a bound."""

    EXACT = ""
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "up to"
    FEWER_THAN = "fewer than"


class Dimension(Enum):
    """What sort of quantity it is. Only equal ones can disagree."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    DISTANCE = "distance"
    AREA = "area"
    VOLUME = "volume"
    WEIGHT = "weight"
    SPEED = "speed"
    DURATION = "duration"
    AGE = "age"
    TEMPERATURE = "temperature"
    ORDINAL = "ordinal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. `span` holds the number with its scale and unit, without qualifier and counted words (code points).

    `low` and `high` are the bounds that the words leave: equal to `value` for a plain number, None where there is no bound
    ("at least 40": 40, None). `unit` is a short English key (km, percent, USD, hour; empty for things that are counted).
    `counted` is the head noun in small letters as the text has it ("soldiers"), `owner` the words that narrow it ("North Korean").
    `state` is what became of those counted, by an English key (killed, injured, missing); empty where the words beside it do not say.
    `number` is `span` without the unit: the number with its scale.
    `vague`: the number is only the name of a size ("dozens": 12), and `low` the least that it can be.
    """

    span: Span
    words: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    dimension: Dimension
    unit: str = ""
    counted: str = ""
    counted_span: Span | None = None
    owner: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    state: str = ""
    vague: bool = False
    number: Span | None = None
