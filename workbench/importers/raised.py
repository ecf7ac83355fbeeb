"""Raised and lowered figures: powers and indices as the signs that Unicode has for them, and which raised words are the mark of a note."""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_FIGURES = "0123456789+-−()"
POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UNIT = re.compile(r"(?:^|[^\w])(?:10|\d*(?:[munpkcd]?m|ft|yd|in|mi|s))$|[×x·]\s?10$")
"""What a power is raised on: ten and units of measure. Any other number or word with a raised figure has a note there."""


def raised(words: str) -> str:
    """Figures as raised signs: ten to the sixth is no 106. Other words stay as they are."""
    return words if words.strip(_FIGURES) else words.translate(_RAISED)


def lowered(words: str) -> str:
    """The same for lowered ones."""
    return words if words.strip(_FIGURES) else words.translate(_LOWERED)


def is_power(before: str) -> bool:
    """Whether a figure that is raised on the text before it is a power, not the mark of a note."""
    return bool(_UNIT.search(before))
