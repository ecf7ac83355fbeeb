"""Texts cut to what a page and a PDF can hold. Nothing is cut in silence: the place has "[…]", and the record names it with its length.

A PDF's title, author and addresses hold 32,767 bytes at most (ISO 19005-1, 6.1.12), and what is written out by `printable` grows up to
eleven times; prose could go on for ever, but a memo of a thousand pages serves nobody.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from workbench.memo.words import shortened

V = TypeVar("V")
LINE, PROSE, WHOLE = 1_200, 10_000, 200_000
"""Characters of what stands on a line or in the PDF's own description, of a text, and of a quotation in the appendix."""
LIMITS = dict.fromkeys(("subject", "reference", "version", "sender", "to", "name", "location", "target", "title", "publisher"), LINE)
LIMITS["quote"] = WHOLE
ADDRESS = 2_000
"""Characters of an address that can be followed; a longer one is printed and leads nowhere."""
NAMED = 20
"""So many cuts are named one by one."""
CALLED = {
    "subject": "the title", "reference": "the reference", "sender": "who it is from", "to": "who it is to",
    "target": "what a link points to",
    "text": "a text", "name": "the name", "location": "the address", "quote": "the quotation", "chain": "what it derives from",
    "would_change": "what would change it", "rests_on": "what it rests on", "standard": "the standard of proof",
    "record": "a line of the record",
}  # fmt: skip


def measured(value: V) -> tuple[V, tuple[str, ...]]:
    """A memo (or a part of one) with every text cut to measure, and what was cut, in words: "what a link points to, of C3 (33,009)"."""
    cuts: dict[str, int] = {}
    made = _cut(value, "", "", cuts)
    return made, tuple(f"{what} ({length:,} characters)" for what, length in cuts.items())


def cut_line(cuts: tuple[str, ...]) -> tuple[str, ...]:
    """The sentence of the record that names what was cut; none when nothing was."""
    if not cuts:
        return ()
    more = f"; and {len(cuts) - NAMED} more" if len(cuts) > NAMED else ""
    return (f"Too long to be printed whole, so cut where it says […]: {'; '.join(cuts[:NAMED])}{more}.",)


def cut_lines(data: Mapping[str, object]) -> dict[str, object]:
    """The same for a page that is no memo: every text at most a line long."""
    return {name: _lines(value) for name, value in data.items()}


def _lines(value: Any) -> Any:
    if isinstance(value, str):
        return shortened(value, LINE)
    if isinstance(value, Mapping):
        return cut_lines(value)
    return [_lines(inner) for inner in value] if isinstance(value, list | tuple) else value


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))  # type: ignore[arg-type] # only ever called with a dataclass


def _cut(value: Any, name: str, owner: str, cuts: dict[str, int]) -> Any:
    if isinstance(value, str):
        limit = LIMITS.get(name, PROSE)
        if len(value) <= limit:
            return value
        what = CALLED.get(name, name.replace("_", " "))
        cuts.setdefault(f"{what}, of {owner}" if owner else what, len(value))
        return shortened(value, limit)
    if isinstance(value, tuple):
        inner = tuple(_cut(each, name, owner, cuts) for each in value)
        return value if all(one is other for one, other in zip(inner, value, strict=True)) else inner
    if not is_dataclass(value):
        return value
    owner = _called(value) or owner
    made = {each: _cut(getattr(value, each), each, owner, cuts) for each in _names(value.__class__)}
    return replace(value, **changed) if (changed := {n: new for n, new in made.items() if new is not getattr(value, n)}) else value  # type: ignore[type-var]


def _called(value: Any) -> str:
    """Whose text it is: C3, Q1, O2, Ex. 4, citation 7; empty for what has no number of its own."""
    number = getattr(value, "number", "") or getattr(value, "exhibit", "") or getattr(getattr(value, "row", None), "number", "")
    return f"citation {number}" if isinstance(number, int) else str(number)
