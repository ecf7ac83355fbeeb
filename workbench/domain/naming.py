"""What things are called where there is little room, and what a person means by what was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from workbench.domain.entities import Origin

_AFTER_NAME = re.compile(r",|:\s|[;(]|\s[-–—]\s")


def short_name(name: str) -> str:
    """A name without what is said after a comma, a colon, a bracket or a dash: "NATO" for "NATO, its Secretary-General"."""
    return _AFTER_NAME.split(name, maxsplit=1)[0].strip() or name


def short_names(origins: Iterable[Origin]) -> dict[int, str]:
    """What each origin is called where there is little room, by id: its short name, or the whole where two would be called the same."""
    known = [(origin.id, origin.name, short_name(origin.name)) for origin in origins]
    often = Counter(short.casefold() for _, _, short in known)
    return {number: short if often[short.casefold()] == 1 else name for number, name, short in known}


def claim_number(words: str) -> int:
    """The claim number at the beginning of what a person wrote ("C3  Forty fell ill", "3"); 0 where there is none."""
    first = words.strip().partition(" ")[0].lstrip("Cc")
    return int(first) if first.isascii() and first.isdigit() and len(first) < 10 else 0


def origin_name(origins: Mapping[int, Origin], number: int | None) -> str:
    """The name of an origin; empty for none, and for one that has gone."""
    found = origins.get(number or 0)
    return found.name if found else ""
