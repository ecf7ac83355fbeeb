"""The lines of a PDF as a reading text: what is surely one paragraph becomes one line of it, everything else stays as it is printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from workbench.domain.draft import DraftZone
from workbench.domain.layout import Layout
from workbench.domain.vocabulary import WITHIN, ZoneKind
from workbench.importers.page import Mark
from workbench.importers.pdf.edges import note_marks
from workbench.importers.pdf.order import Line

_INDENT = 0.6
_BULLET = re.compile(r"[•‣▪◦●■▸►‧∙–—*]\s*\S|-\s+\S")
_LISTED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|§)\s+\S", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]⁰¹²³⁴-⁹]*$")
_HYPHENS = "-\u2010\u00ad"
_UNSPACED = re.compile("[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LAST_PART, _FIRST_PART = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DASHED = re.compile(r"\w[–—]$")
_MARK = "the mark of a note"


@dataclass(frozen=True, slots=True)
class Composed:
    """A reading text with where its lines of print are, what is known of its lines by where they start, and what is set apart in them."""

    text: str
    layout: Layout
    aside: dict[int, Mark]
    cuts: tuple[DraftZone, ...]


@dataclass(slots=True)
class _Measure:
    """How wide the blocks of all pages are, and how far apart lines of one height stand."""

    edges: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    pitches: dict[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Measure:
        measure, steps = cls(), defaultdict[int, list[float]](list)
        before: Line | None = None
        for line in lines:
            if line.mark is None and line.block >= 0:
                place = (line.page, line.block)
                left, right = measure.edges.get(place, (line.left, line.right))
                measure.edges[place] = min(left, line.left), max(right, line.right)
                if before and (before.page, before.block) == place and 0 < before.bottom - line.bottom < 3 * line.height:
                    steps[round(line.height)].append(before.bottom - line.bottom)
                before = line
        measure.pitches = {height: quantiles(each, n=4)[0] if len(each) > 1 else each[0] for height, each in steps.items()}
        return measure

    def room(self, line: Line, word: float) -> float:
        """How much room was left at the end of a line when a word so wide had been put there, too."""
        right = self.edges.get((line.page, line.block), (line.left, line.right))[1]
        return right - line.right - word - 0.25 * line.height

    def is_indented(self, line: Line) -> bool:
        return line.left > self.edges.get((line.page, line.block), (line.left, line.right))[0] + _INDENT * line.height


def composed(pages: Sequence[Sequence[Line]], heading: Sequence[Line]) -> Composed:
    """The reading text of the lines of all pages. The lines of the heading become one."""
    lines = [line for page in pages for line in page]
    ends = _separators(lines, heading)
    undone = _undone_hyphens(lines, ends)
    starts, lengths, parts, at = [], [[0] * len(page) for page in pages], [], 0
    for number, (line, end) in enumerate(zip(lines, ends, strict=True)):
        words = line.text[:-1] if number in undone else line.text
        starts.append(at)
        parts += [words, end]
        at += len(words) + len(end)
    position = 0
    for page_lengths in lengths:
        for index in range(len(page_lengths)):
            page_lengths[index] = (starts[position + 1] if position + 1 < len(starts) else at) - starts[position]
            position += 1
    aside, cuts = _set_apart(lines, starts, ends, pages)
    return Composed("".join(parts), Layout(tuple(map(tuple, lengths))), aside, cuts)


def _separators(lines: Sequence[Line], heading: Sequence[Line]) -> list[str]:
    """What follows each line: nothing or a space within a paragraph, a line feed at its end, nothing behind the last line. A paragraph
    that runs on behind the foot of a page has that foot, and the head of the next page, within it."""
    ends = ["\n"] * (len(lines) - 1) + [""] if lines else []
    measure = _Measure.of(lines)
    last: int | None = None
    for number, line in enumerate(lines):
        if line.mark is not None:
            if line.mark.kind not in WITHIN:
                last = None
            elif (
                number
                and lines[number - 1].mark is line.mark
                and line.mark.kind is ZoneKind.NOTE
                and _goes_on(lines[number - 1], line, measure)
            ):
                ends[number - 1] = _glue(lines[number - 1], line)
            continue
        if last == number - 1 and last is not None and (lines[last].page, lines[last].block) == (line.page, line.block):
            both_head = any(each is line for each in heading) and any(each is lines[last] for each in heading)
            if both_head or _goes_on(lines[last], line, measure):
                ends[last] = _glue(lines[last], line)
        elif last is not None and _runs_over(lines[last], line, measure):
            beside = last == number - 1
            ends[last:number] = [_glue(lines[last], line)] if beside else [" "] * (number - last)
        last = number
    return ends


def _first_word(line: Line) -> float:
    """About how wide the first word of a line is."""
    return len(line.text.split(maxsplit=1)[0]) / len(line.text) * (line.right - line.left)


def _goes_on(before: Line, line: Line, measure: _Measure) -> bool:
    """Whether a line of the same block surely goes on with the paragraph of the one before it."""
    high = before.height
    if before.alone or line.alone or not 0.88 < line.height / high < 1.14 or (before.page, before.block) != (line.page, line.block):
        return False
    step = before.bottom - line.bottom
    if not 0.4 * high < step <= 1.2 * measure.pitches.get(round(line.height), 1.4 * high) + 0.5:
        return False
    listed = _LISTED.match(line.text) and (_ENDED.search(before.text) or _LISTED.match(before.text))
    if _BULLET.match(line.text) or listed:
        return False
    if line.left > before.left + _INDENT * high and not (_BULLET.match(before.text) or _LISTED.match(before.text)):
        return False
    if line.left < before.left - _INDENT * high and measure.is_indented(line):
        return False
    return _is_full(before, line, measure)


def _is_full(before: Line, line: Line, measure: _Measure) -> bool:
    """Whether a line was broken because the first word of the next had no room on it. Where that is not clear a sentence that ends there
    ends the paragraph."""
    if before.text[-1] in _HYPHENS and line.text[0].islower():
        return True
    word = _first_word(line)
    room = measure.room(before, word)
    if room > 0.6 * before.height + 0.2 * word:
        return False
    return room < -0.2 * word or not _ENDED.search(before.text)


def _runs_over(before: Line, line: Line, measure: _Measure) -> bool:
    """Whether a paragraph surely runs over the end of a column or a page: no sentence ends there, and a small letter follows."""
    if before.alone or line.alone or not 0.92 < line.height / before.height < 1.09 or min(before.block, line.block) < 0:
        return False
    if _ENDED.search(before.text) or not line.text[0].islower() or measure.is_indented(line):
        return False
    return _is_full(before, line, measure)


def _glue(before: Line, line: Line) -> str:
    """What stands between two lines of one paragraph."""
    if before.text[-1] in _HYPHENS or _DASHED.search(before.text):
        return ""
    return "" if _UNSPACED.match(before.text[-1]) and _UNSPACED.match(line.text[0]) else " "


def _undone_hyphens(lines: Sequence[Line], ends: Sequence[str]) -> set[int]:
    """Lines whose hyphen at the end is none of the word's: a soft one, or one without which, and not with which, the document has the
    word elsewhere."""
    cut = [n for n, end in enumerate(ends[:-1]) if not end and lines[n].text[-1] in _HYPHENS]
    if not cut:
        return set()
    known = {word for line in lines for word in _WORDS.findall(line.text.casefold().replace("\u2010", "-"))}
    undone = set()
    for number in cut:
        head, tail = _LAST_PART.search(lines[number].text[:-1].casefold()), _FIRST_PART.match(lines[number + 1].text.casefold())
        if lines[number].text[-1] == "\u00ad" or (
            head and tail and lines[number + 1].text[0].islower() and head[0] + tail[0] in known and f"{head[0]}-{tail[0]}" not in known
        ):
            undone.add(number)
    return undone


def _set_apart(
    lines: Sequence[Line], starts: Sequence[int], ends: Sequence[str], pages: Sequence[Sequence[Line]]
) -> tuple[dict[int, Mark], tuple[DraftZone, ...]]:
    """The marks of lines of the reading text by where they start, and the zones within lines."""
    aside: dict[int, Mark] = {}
    cuts: list[DraftZone] = []
    first = 0
    for page in pages:
        marks = note_marks(page)
        for index, line in enumerate(page):
            number = first + index
            start = starts[number]
            cuts += [DraftZone(start + a, start + b, ZoneKind.NOTE, _MARK) for a, b in marks.get(index, ())]
            if line.mark is None:
                continue
            begins = number == 0 or ends[number - 1] == "\n"
            if begins:
                aside[start] = line.mark
            else:
                cuts.append(DraftZone(start, start + len(line.text), line.mark.kind, line.mark.basis))
        first += len(page)
    return aside, tuple(cuts)
