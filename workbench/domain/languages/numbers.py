"""How a language writes numbers: separators, words, scales and counters, as data for the one grammar in checks/reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one language. What is empty is not known and is not read."""

    thousands: str = ""
    """The signs that may part thousands, each one code point."""
    decimal: str = ""
    """The signs before a fraction."""
