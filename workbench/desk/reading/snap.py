"""Where a selection ends: at words or sentences, as the reader wishes, and never inside a letter as a person sees it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTextBoundaryFinder

from workbench.desk.reading.offsets import OffsetMap
from workbench.domain.letters import inside_letter
from workbench.domain.spans import Span

AROUND = 400  # code points looked at on each side of an end: a text may be one line of a megabyte

_Kind = QTextBoundaryFinder.BoundaryType


def snapped_span(text: str, span: Span, how: str, sentences: Iterable[Span] = ()) -> Span:
    """A selection as it is kept, in code points: widened as `how` says (none, word or sentence), always to whole letters.

    Letters are the extended grapheme clusters of Unicode (UAX #29), words those of the same annex; white space at the ends is
    not part of a word. A selection of nothing but white space stays as it is.
    """
    words = text[span.start : span.end]
    start, end = span
    how = how if words.strip() else "none"
    if how != "none":
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if how == "sentence" and (touched := [s for s in sentences if s.overlaps(Span(start, end))]):
            start, end = min(start, touched[0].start), max(end, touched[-1].end)
    return Span(_settled(text, start, -1, how), _settled(text, end, 1, how))


def _settled(text: str, position: int, step: int, how: str) -> int:
    """The next place from here on at which no letter is cut, by Qt's rules and by our own; nor a word, where words are wished."""
    while True:
        found = _edge(text, position, _Kind.Word, step) if how == "word" else position
        found = _edge(text, found, _Kind.Grapheme, step)
        while inside_letter(text, found):
            found += step
        if found == position:
            return found
        position = found


def _edge(text: str, position: int, kind: _Kind, step: int) -> int:
    """The position itself where it is a boundary of that kind, else the next one in the direction of `step`."""
    first, last = max(0, position - AROUND), min(len(text), position + AROUND)
    if position in (first, last):
        return position
    offsets = OffsetMap(text[first:last], first)
    finder = QTextBoundaryFinder(kind, text[first:last])
    finder.setPosition(offsets.unit(position))
    if finder.isAtBoundary():
        return position
    found = finder.toNextBoundary() if step > 0 else finder.toPreviousBoundary()
    return offsets.point(found) if found >= 0 else (last if step > 0 else first)
