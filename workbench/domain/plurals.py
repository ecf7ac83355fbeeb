"""How many of what, and lists of words, in English."""

from __future__ import annotations

from collections.abc import Sequence


def counted(count: int, noun: str, many: str = "") -> str:
    """The count with its noun: “1 article”, “1,204 articles”, “2 queries” where `many` says what more than one are called."""
    return f"{count:,} {either(count, noun, many or f'{noun}s')}"


def either(count: int, one: str, many: str) -> str:
    """The form that agrees with a count: either(1, "is", "are") is “is”."""
    return one if count == 1 else many


def listed(items: Sequence[str]) -> str:
    """ "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
