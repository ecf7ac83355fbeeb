"""A page that holds its article twice, for two kinds of screen: which lines are the second copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.importers.page_text import PageText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHARE = 0.3
"""Part of the article from which on lines that come again in their order may be a second copy of it."""
FEWEST = 3
"""Different lines that a copy has at least: fewer are a refrain."""
MOST_LINES = 2_000
"""Lines above which a page is no article in two copies, and each line would be compared with too many."""


def copied_lines(page: PageText, indexes: Sequence[int]) -> Iterator[int]:
    """Those of some lines, in order, that are a second copy of lines before them: a good part of all, in the same order, and in other
    elements. What comes again among its own paragraphs is a refrain or a row of a table, and none."""
    words = [" ".join(page.words(page.lines[i]).split()) for i in indexes]
    if len(words) > MOST_LINES:
        return
    enough = max(SHARE * sum(map(len, words)), 1)
    places: dict[str, list[int]] = {}
    at = 0
    while at < len(words):
        runs = ((_run(words, before, at), before) for before in places.get(words[at], ())[:FEWEST])
        length, before = max(runs, default=(0, 0))
        first, second = indexes[before : before + length], indexes[at : at + length]
        if _is_copy(words[at : at + length], enough) and not _parents(page, first) & _parents(page, second):
            yield from second
            at += length
            continue
        places.setdefault(words[at], []).append(at)
        at += 1


def _is_copy(words: Sequence[str], enough: float) -> bool:
    return len(words) >= FEWEST and sum(map(len, words)) >= enough and len(set(words)) >= FEWEST


def _parents(page: PageText, indexes: Sequence[int]) -> set[HtmlElement | None]:
    return {page.lines[i].home.getparent() for i in indexes}


def _run(words: Sequence[str], before: int, at: int) -> int:
    """How many lines from two places on are the same, the first ending where the second begins at the latest."""
    length = 0
    while before + length < at and at + length < len(words) and words[before + length] == words[at + length]:
        length += 1
    return length
