"""Words and quotations, as the checks count them. Rules of thumb for English news; other languages fall silent."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.checks.reading.quotations import quotation_spans
from workbench.domain.spans import Span

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_COMMON = (
    "a an and are as at be been being but by for from had has have he her his in into is it its of on or our over she that the their"
    " them they this those to was were which who will with would not no we i you also after before than then there"
)
COMMON = frozenset(_COMMON.split())
"""Words too common to say that two sentences speak of the same thing."""


class Word(NamedTuple):
    """A word as written in small letters, and where it stands (code points)."""

    text: str
    span: Span


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a text in small letters; `start` is where the text itself stands."""
    return [Word(m[0].casefold().replace("’", "'"), Span(m.start() + start, m.end() + start)) for m in _WORD.finditer(text)]


def content(text: str) -> frozenset[str]:
    """The words that say what a text is about."""
    return frozenset(w.text for w in words_of(text) if w.text not in COMMON and len(w.text) > 1)


def quotations(text: str, span: Span) -> list[Span]:
    """What stands between quotation marks and touches a span, without the marks."""
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    part = text[first : last if last >= 0 else len(text)]
    inner = [Span(i.start + first, i.end + first) for q in quotation_spans(part) if q.depth == 1 for i in q.inner]
    return [i for i in inner if i.overlaps(span)]
