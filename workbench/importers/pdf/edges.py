"""What on the pages of a PDF is no part of its article: running heads and feet, page numbers, footnotes. And its headline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page import Mark
from workbench.importers.pdf.order import Line

REPEATED = Mark(ZoneKind.PAGE, "it stands at the edge of several pages")
NUMBER = Mark(ZoneKind.PAGE, "the number of the page")
NOTE = Mark(ZoneKind.NOTE, "smaller type at the foot of the page, with the mark of a note")
_DEEPEST_EDGE = 3
_LONGEST_EDGE = 150
_WHITE = 0.6
"""More white than there is between lines of one text, in heights of a line."""
_SMALLER, _LARGER = 0.92, 1.15
"""The type of notes, and of a headline, against that of most of the text."""
_LONGEST_HEADLINE, _MOST_HEADLINE_LINES = 250, 4
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:第|(?:page|seite|pagina|página|side|sida|str|стр|pag|pg|p|s|с)\b\.?)?\s*(?:\d{1,4}|[ivxl]{1,7})\s*[页頁]?"
    r"(?:\s*(?:of|von|de|di|sur|av|af|van|z|из|/|\|)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+")
_NOTED = re.compile(r"([⁰¹²³⁴-⁹]+|\[\d{1,3}\]|\d{1,3}|[*†‡§¶]{1,3})\s*\S")
_RAISED_MARK = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[\d.,;:!?)\]”’\"'])|(?<=\s))[⁰¹²³⁴-⁹]{1,3}")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def mark_edges(pages: Sequence[Sequence[Line]]) -> None:
    """Marks the lines at the upper and the lower edge that come again on other pages but for their figures, and numbers of pages."""
    for upper in (True, False):
        edges = [sorted((line for line in page if line.block >= 0), key=lambda line: -line.top if upper else line.bottom) for page in pages]
        strips = [_strip(edge) for edge in edges]
        for depth in range(_DEEPEST_EDGE):
            at = [strip[depth] for strip in strips if len(strip) > depth and all(line.mark for line in strip[:depth])]
            for same in _repeated(at):
                for line in same:
                    line.mark = REPEATED
        for edge in edges:
            _mark_number(edge)


def _strip(edge: Sequence[Line]) -> Sequence[Line]:
    """The few lines at an edge that white parts from the rest of the page."""
    for number, (line, further) in enumerate(pairwise(edge[: _DEEPEST_EDGE + 1]), start=1):
        if max(line.bottom - further.top, further.bottom - line.top) > _WHITE * line.height:
            return edge[:number]
    return edge if len(edge) <= _DEEPEST_EDGE else ()


def _repeated(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of different pages that say the same in the same place, page by page."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if len(line.text) <= _LONGEST_EDGE:
            groups[" ".join(_FIGURE.sub("#", line.text.casefold()).split())].append(line)
    found = []
    for group in groups.values():
        level = median(line.bottom for line in group)
        same = [line for line in group if abs(line.bottom - level) < 1.5 * line.height]
        if len(same) > 1 and _counts(same):
            found.append(same)
    return found


def _counts(lines: Sequence[Line]) -> bool:
    """Whether each figure in lines that are otherwise the same stays the same, or goes up with the pages."""
    figures = [[int(figure[:9]) for figure in _FIGURE.findall(line.text)] for line in lines]
    columns = zip(*figures, strict=True)
    return all(len(set(column)) == 1 or len({n - line.page for n, line in zip(column, lines, strict=True)}) == 1 for column in columns)


def _mark_number(edge: Sequence[Line]) -> None:
    """Marks the number of a page that stands alone and apart at an edge, below other lines there or not."""
    rest = [line for line in edge if line.mark is None][:2]
    if not rest or len(rest) < 2 or not any(c.isalnum() for c in rest[0].text) or not _PAGE_NUMBER.fullmatch(rest[0].text):
        return
    first, second = rest
    apart = max(first.bottom - second.top, second.bottom - first.top)
    if apart > first.height:
        first.mark = NUMBER


def body_height(pages: Sequence[Sequence[Line]]) -> float:
    """How high most of the text is set, over all pages; 0 where there is none."""
    weights: dict[float, int] = defaultdict(int)
    for page in pages:
        for line in page:
            weights[round(line.height * 2) / 2] += len(line.text)
    return max(weights, key=lambda height: weights[height], default=0.0)


def mark_notes(page: Sequence[Line], body: float) -> None:
    """Marks footnotes: at the end of a column, in smaller type than most of the text, from the first line on with the mark of a note that
    is raised there or in the text of the page."""
    blocks: dict[int, list[Line]] = defaultdict(list)
    for line in page:
        if line.mark is None and line.block >= 0:
            blocks[line.block].append(line)
    called = {mark.translate(_PLAIN) for line in page if not line.text.isascii() for mark in _RAISED_MARK.findall(line.text)}
    for block in blocks.values():
        small = list(takewhile(lambda line: line.height < _SMALLER * body and not line.alone, reversed(block)))[::-1]
        first = next((at for at, line in enumerate(small) if _is_noted(line.text, called)), None)
        for line in small[first:] if first is not None else ():
            line.mark = NOTE


def _is_noted(words: str, called: set[str]) -> bool:
    found = _NOTED.match(words)
    if found is None:
        return False
    return not found[1].isascii() or found[1][0] in "*[" or found[1] in called


def note_marks(page: Sequence[Line]) -> dict[int, list[tuple[int, int]]]:
    """Where in the lines of a page, by the line's number, the raised marks of its footnotes stand."""
    notes = {found[1].translate(_PLAIN).strip("[]") for line in page if line.mark is NOTE and (found := _NOTED.match(line.text))}
    marks: dict[int, list[tuple[int, int]]] = {}
    for number, line in enumerate(page):
        spans = (
            [m.span() for m in _RAISED_MARK.finditer(line.text) if m[0].translate(_PLAIN) in notes]
            if notes and not line.mark and not line.text.isascii()
            else []
        )
        if spans:
            marks[number] = spans
    return marks


def headline(page: Sequence[Line], body: float) -> list[Line]:
    """The lines in the largest type of the first page, where that is larger than most of the text; a word or two are a name or a logo."""
    large = [line for line in page if line.mark is None and not line.alone and line.height > _LARGER * body]
    size = max((line.height for line in large if _is_worded(line)), default=0.0)
    start = next((at for at, line in enumerate(page) if line in large and line.height >= 0.97 * size and _is_worded(line)), None)
    if start is None:
        return []

    def belongs(line: Line) -> bool:
        return line.mark is None and abs(line.height - size) <= 0.03 * size and line.block == page[start].block

    lines = [*reversed(list(takewhile(belongs, reversed(page[:start])))), *takewhile(belongs, page[start:])]
    return lines if len(lines) <= _MOST_HEADLINE_LINES and sum(len(line.text) for line in lines) <= _LONGEST_HEADLINE else []


def _is_worded(line: Line) -> bool:
    return len(line.text.split()) > 2 or len(_EAST_ASIAN.findall(line.text)) > 3
