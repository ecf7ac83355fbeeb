"""The table of settings: every key there is, the shape of its value, and what holds when there is none or it has another shape.

A shape is a function from any JSON value to one that the desk can use. It raises Wrong where nothing can be made of the value; of a
list or a dictionary it leaves out only the parts that are wrong. What a shape gives back, it gives back again unchanged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Shape = Callable[[Any], Any]
BASE64 = re.compile(r"[A-Za-z0-9+/=]{1,4000}")
DIGEST = re.compile(r"[0-9a-f]{64}")
RUNS = re.compile(r"(\d{1,18}(-\d{1,18})?( \d{1,18}(-\d{1,18})?)*)?")
LARGEST = 2**31 - 1
"""The largest number that a scroll bar, a cursor or a row of a case can have."""
DEEPEST = 30
"""Levels that a value may have which only a newer program knows."""


class Wrong(ValueError):
    """A value that has not the shape it should have."""


def text(most: int = 1000) -> Shape:
    """Words, cut after `most` code points, without halves of letters that no file can hold."""

    def shape(value: Any) -> str:
        return str(_of(str, value)).encode("utf-8", "ignore").decode("utf-8")[:most]

    return shape


def place(value: Any) -> str:
    """The path of a file, in whatever letters the system uses."""
    words = str(_of(str, value))
    if not words or "\0" in words or len(words) > 4096:
        raise Wrong
    return words


def matching(pattern: re.Pattern[str]) -> Shape:
    def shape(value: Any) -> str:
        if not pattern.fullmatch(_of(str, value)):
            raise Wrong
        return str(value)

    return shape


def whole(least: int, most: int) -> Shape:
    return between(least, most, int)


def number(least: float, most: float) -> Shape:
    return between(least, most, int, float)


def between(least: float, most: float, *kinds: type) -> Shape:
    def shape(value: Any) -> Any:
        if type(value) not in kinds or not math.isfinite(value) or not least <= value <= most:
            raise Wrong
        return value

    return shape


def zero_or(shape: Shape) -> Shape:
    return lambda value: shape(value) if value or type(value) is not int else 0


def truth(value: Any) -> bool:
    return bool(_of(bool, value))


def one_of(*words: str) -> Shape:
    def shape(value: Any) -> str:
        if _of(str, value) not in words:
            raise Wrong
        return str(value)

    return shape


def maybe(shape: Shape) -> Shape:
    return lambda value: None if value is None else shape(value)


def several(each: Shape, most: int) -> Shape:
    """The first `most` items of a list that have the shape."""

    def shape(value: Any) -> list[Any]:
        return [made for item in _of(list, value) for made in _made(each, item)][:most]

    return shape


def exactly(each: Shape, count: int) -> Shape:
    def shape(value: Any) -> list[Any]:
        if len(_of(list, value)) != count:
            raise Wrong
        return [each(item) for item in value]

    return shape


def by_name(each: Shape) -> Shape:
    """A dictionary with the entries that have the shape."""

    def shape(value: Any) -> dict[str, Any]:
        return {name: made for name, item in _of(dict, value).items() for made in _made(each, item)}

    return shape


def record(needed: tuple[str, ...] = (), **fields: Shape) -> Shape:
    """A dictionary of known fields; other fields stay as they are, for a newer program."""

    def shape(value: Any) -> dict[str, Any]:
        made = {name: good for name, item in _of(dict, value).items() for good in _made(fields.get(name, tame), item)}
        if not made.keys() >= {*needed}:
            raise Wrong
        return made

    return shape


def tame(value: Any) -> Any:
    """Any value that can be written again as JSON: not nested too deeply, and every number is one."""
    level, depth = [value], 0
    while level:
        if (depth := depth + 1) > DEEPEST or any(isinstance(one, float) and not math.isfinite(one) for one in level):
            raise Wrong
        level = [part for one in level if isinstance(one, dict | list) for part in (one.values() if isinstance(one, dict) else one)]
    return value


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise Wrong
    return value


def _made(shape: Shape, value: Any) -> list[Any]:
    """What a shape makes of a value, as a list of one; of none when it is wrong."""
    try:
        return [shape(value)]
    except Wrong:
        return []


@dataclass(frozen=True, slots=True)
class Key:
    """One setting. Two windows that change it at once: `depth` is down to which level of a dictionary each entry is on its own,
    `joined` that both lists are kept, and of `most` entries (0: all) the last changed stay."""

    shape: Shape
    usual: Any
    depth: int = 0
    joined: bool = False
    most: int = 0


PIXELS = whole(0, 20_000)
TAB: dict[str, Shape] = {"article": whole(0, LARGEST), "scroll": whole(0, LARGEST), "at": whole(-1, LARGEST)}
PANE = record(("article",), tabs=several(record(("article",), **TAB), 200), tab=whole(0, 200), **TAB)
CASE = record(
    panes=several(PANE, 12), sizes=several(PIXELS, 12), wanted=whole(1, 12), focus=whole(0, 12), claim=whole(0, LARGEST),
)  # fmt: skip
SEEN = record(("words",), words=matching(DIGEST), articles=several(whole(0, LARGEST), 5000))
SEARCHES = record(recent=several(text(), 100), seen=by_name(by_name(matching(RUNS))))
LOOK = record(
    size=number(8, 28), line_height=whole(100, 250), width=zero_or(whole(200, 2000)), justified=truth,
    snap=one_of("none", "word", "sentence"), checked=one_of("fade", "strike", "plain"),
)  # fmt: skip
MOST_RECENT = 10
MOST_LEFT = 5_000
"""Files of inboxes that are remembered as left or brought in."""

KEYS: Mapping[str, Key] = {
    "analyst": Key(maybe(text()), None),
    "theme": Key(one_of("light", "dark"), "light"),
    "hints": Key(truth, True),
    "geometry": Key(matching(BASE64), ""),
    "screen": Key(maybe(exactly(PIXELS, 2)), None),
    "across": Key(maybe(exactly(PIXELS, 3)), None),
    "middle": Key(exactly(PIXELS, 2), None),
    "right": Key(exactly(PIXELS, 2), None),
    "columns": Key(record(articles=truth, claims=truth), {}, depth=1),
    "look": Key(LOOK, {}, depth=1),
    "keys": Key(by_name(text(100)), {}, depth=1),
    "last": Key(maybe(place), None),
    "recent": Key(several(place, MOST_RECENT), [], joined=True, most=MOST_RECENT),
    "cases": Key(by_name(CASE), {}, depth=1, most=50),
    "seen": Key(by_name(by_name(SEEN)), {}, depth=2, most=50),
    "inboxes": Key(by_name(place), {}, depth=1, most=50),
    "inbox_left": Key(several(matching(DIGEST), MOST_LEFT), [], joined=True, most=MOST_LEFT),
    "list_columns": Key(by_name(by_name(text())), {}, depth=1, most=200),
    "searches": Key(by_name(SEARCHES), {}, depth=3, most=50),
}


def cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that have the shape they should have; of those that only a newer program knows, all that can be written again."""
    return {name: good for name, value in values.items() for good in _made(KEYS[name].shape if name in KEYS else tame, value)}
