"""The child's side of regular expressions: where one matches in the texts of a parcel. See `patterns` for the other side."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

MOST = 10_000
"""Places of one text; who looks for more than that looks for nothing in particular."""
TOO_LARGE = "it is too large"


def answer(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """For {pattern, sizes} and that many texts in `data`: {places}, for each text the starts and ends of matches in turn, in code points.

    For a pattern that is none {refused, at}: the reason, and the place in the pattern where it is known. Matches of nothing are no matches.
    """
    try:
        pattern = compiled(str(head["pattern"]))
        ends = [0, *accumulate(map(int, head["sizes"]))]
        places = [_places(pattern, data[start:end].decode("utf-8", "surrogatepass")) for start, end in pairwise(ends)]
    except re.error as error:
        return {"refused": error.msg, "at": error.pos}, b""
    except (RecursionError, OverflowError, MemoryError):
        return {"refused": TOO_LARGE, "at": None}, b""
    return {"places": places}, b""


@lru_cache(maxsize=1)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern; letters match whatever their case, ^ and $ at the ends of lines. Raises re.error, RecursionError or OverflowError."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _places(pattern: re.Pattern[str], text: str) -> list[int]:
    found: list[int] = []
    for match in pattern.finditer(text):
        if match.end() > match.start():
            found += match.span()
            if len(found) >= 2 * MOST:
                break
    return found
