"""Long texts are shown in parts, so that a text of megabytes opens as fast as a short one; and where words end. No Qt here."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from workbench.domain.letters import inside_letter
from workbench.domain.spans import Span

PART = 40_000
"""Code points in a part: about seven thousand words, laid out well under a tenth of a second."""
LONGEST_LETTER = 64
"""Code points that one letter with its accents is given; a longer heap of accents is cut."""


def parts(text: str, size: int = PART) -> list[Span]:
    """Consecutive spans that cover the text, each ending with a paragraph where it can, else with a word."""
    found = []
    start = 0
    while len(text) - start > size:
        end = _end_of_part(text, start, start + size)
        found.append(Span(start, end))
        start = end
    return [*found, Span(start, len(text))]


def _end_of_part(text: str, start: int, wanted: int) -> int:
    for mark, least in (("\n", start + (wanted - start) // 2), (" ", start + 1)):
        at = text.rfind(mark, least, wanted)
        if at > 0 and not inside_letter(text, at + 1):
            return at + 1
    last = range(wanted, max(start, wanted - LONGEST_LETTER), -1)
    return next((at for at in last if not inside_letter(text, at)), wanted)


def part_of(spans: list[Span], position: int) -> int:
    """The number of the part in which a position stands, from 0."""
    return max(0, min(bisect_right([s.start for s in spans], position) - 1, len(spans) - 1))


def word_edge(text: str, position: int, step: int) -> int:
    """The next end of a word after `position` (step 1), or the start of the word before it (step -1). Never inside a grapheme."""
    at = position
    if step > 0:
        while at < len(text) and not _is_word(text[at]):
            at += 1
        while at < len(text) and _is_word(text[at]):
            at += 1
    else:
        while at > 0 and not _is_word(text[at - 1]):
            at -= 1
        while at > 0 and _is_word(text[at - 1]):
            at -= 1
    while inside_letter(text, at):
        at += step
    return at


def snapped(text: str, position: int) -> int:
    """The word edge nearest to a position."""
    while inside_letter(text, position):
        position += 1
    if not 0 < position < len(text) or not (_is_word(text[position - 1]) and _is_word(text[position])):
        return position
    before, after = word_edge(text, position, -1), word_edge(text, position, 1)
    return before if position - before <= after - position else after


def _is_word(char: str) -> bool:
    return char.isalnum() or char in "'’-‑_\u200c\u200d" or unicodedata.category(char).startswith("M")
