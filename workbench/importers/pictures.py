"""The words that stand for a picture, as pages and documents give them."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_FILE_NAME = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|svg|avif)|(?:IMG|DSC)[\w-]*|image|photo|logo", re.IGNORECASE)
_LONGEST = 2_000
ALT_BASIS = "the text that stands for a picture"


def alternative(words: str) -> str:
    """An alternative text on one line; empty where it is the name of a file and says nothing."""
    found = _SPACE.sub(" ", words).strip()[:_LONGEST]
    return "" if _FILE_NAME.fullmatch(found) else found
