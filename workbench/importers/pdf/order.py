"""The reading order of a PDF page: pieces of print to lines, column by column where there are columns, from the top down elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from workbench.importers.page import Mark
from workbench.importers.pdf.pieces import Piece, raised

_MOST_PIECES = 2_000
"""A page of more pieces is no page of print: it keeps the order of the file."""
_DEEPEST = 6
_MOST_GAPS = 6
"""Gaps in one line, the widest first, that may be between columns."""
_TRIES = 8
"""How often in a run of lines with gaps columns are looked for."""
_GUTTER = 0.7
"""Columns are at least so much of a line's height apart."""
_CELL = 2.0
"""Words of one line so many heights apart are cells of a table."""
_FEWEST_LINES = 3
_FEWEST_SIGNS = 14
"""Lines of a column of prose have so many signs or more; shorter ones are cells of a table, which is read row by row."""

Row = list[Piece]
Gap = tuple[float, float]


@dataclass(slots=True)
class Line:
    """One line of print. `block` numbers what it stands in on its page, a column or what is above or below columns; `alone` ones (rows of
    a table, values of fields, turned words) are no part of a paragraph; `mark` says what it is where it is no part of the article."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    page: int
    block: int
    alone: bool = False
    mark: Mark | None = None

    @property
    def height(self) -> float:
        return self.top - self.bottom


def lines_of(pieces: Sequence[Piece], page: int) -> list[Line]:
    """The lines of a page in the order in which it is read. Every piece is in one of them; turned ones come last, as the file has them."""
    straight = [piece for piece in pieces if piece.turned == 0]
    if len(straight) > _MOST_PIECES:
        return [_line([piece], page, 0, alone=True) for piece in pieces]
    lines = [_line(row, page, number) for number, block in enumerate(_blocks(straight)) for row in _rows(block)]
    return lines + [_line([piece], page, -1, alone=True) for piece in pieces if piece.turned != 0]


def _blocks(pieces: list[Piece], depth: int = 0) -> Iterator[list[Piece]]:
    """What is read one after the other: columns, and what stands above, between and below them."""
    bands = _bands(pieces)
    at = 0
    while at < len(bands):
        found = _next_columns(bands, at) if depth < _DEEPEST else None
        start = found.start if found else len(bands)
        if start > at:
            yield [piece for band in bands[at:start] for piece in band]
        if found is None:
            return
        inside = [piece for band in bands[start : found.end] for piece in band]
        for side in _sides(inside, found.gap):
            yield from _blocks(side, depth + 1)
        at = found.end


def _bands(pieces: list[Piece]) -> list[Row]:
    """Pieces in bands from the top down, between which white runs across the whole of them. Letters that hang into the next line do not
    count."""
    bands: list[Row] = []
    floor = 0.0
    for piece in sorted(pieces, key=lambda piece: (-piece.top + 0.2 * piece.height, piece.left)):
        if not bands or piece.top - 0.2 * piece.height <= floor:
            bands.append([])
            floor = piece.bottom + 0.2 * piece.height
        bands[-1].append(piece)
        floor = min(floor, piece.bottom + 0.2 * piece.height)
    return bands


class _Columns(NamedTuple):
    """From which band to which there are columns, and a gap between two of them."""

    start: int
    end: int
    gap: Gap


def _next_columns(bands: list[Row], start: int) -> _Columns | None:
    """The next columns from a band on. In a long table, which has gaps and no columns, not every row is tried as their beginning; rows
    that were passed over before columns are looked at again."""
    at, passed = start, start
    while at < len(bands):
        found, step = _columns(bands, at)
        if found:
            return next((earlier for n in range(passed, at) if (earlier := _columns(bands, n)[0])), found)
        passed, at = at + 1, at + step
    return None


def _columns(bands: list[Row], start: int) -> tuple[_Columns | None, int]:
    """The columns that begin with a band; where none do, after how many bands it is worth trying again."""
    if len(bands[start]) < 2:
        return None, 1
    height = median(piece.height for piece in bands[start])
    gaps = _free(bands[start], None, _GUTTER * height)
    end = start + 1
    while gaps and end < len(bands):
        if _floor(bands[end - 1]) - _ceiling(bands[end]) > 4 * height:
            break
        narrower = _free(bands[end], gaps, _GUTTER * height)
        if not narrower:
            break
        gaps, end = narrower, end + 1
    for gap in sorted(gaps, key=lambda gap: gap[0] - gap[1])[:_MOST_GAPS]:
        until = _without_tail(bands, start, end, gap, height)
        left, right = _sides([piece for band in bands[start:until] for piece in band], gap)
        if left and right and (_follow(left, right) or (_is_prose(left) and _is_prose(right) and not _is_table(bands[start:until]))):
            return _Columns(start, until, gap), 1
    return None, max(1, (end - start) // _TRIES)


def _free(band: Row, gaps: Sequence[Gap] | None, least: float) -> list[Gap]:
    """What a band leaves free of some gaps, or (None) of the space between its own ends."""
    taken = sorted((piece.left, piece.right) for piece in band)
    free: list[Gap] = []
    for low, high in gaps if gaps is not None else [(taken[0][0], max(right for _, right in taken))]:
        at = low
        for left, right in taken:
            if left - at >= least and at < high:
                free.append((at, min(left, high)))
            at = max(at, right)
        if high - at >= least:
            free.append((at, high))
    return [gap for gap in free if gap[1] - gap[0] >= least]


def _sides(pieces: list[Piece], gap: Gap) -> tuple[list[Piece], list[Piece]]:
    middle = (gap[0] + gap[1]) / 2
    return [p for p in pieces if p.left + p.right < 2 * middle], [p for p in pieces if p.left + p.right >= 2 * middle]


def _without_tail(bands: list[Row], start: int, end: int, gap: Gap, height: float) -> int:
    """Where columns end when what stands apart below one of them alone is none of them: the file has it behind both, or it is short."""
    tail = end
    while tail > start and not all(_sides(bands[tail - 1], gap)):
        tail -= 1
    latest = max((piece.order for band in bands[start:tail] for piece in band), default=0)
    for at in range(max(tail, start + 1), end):
        apart = _floor(bands[at - 1]) - _ceiling(bands[at]) > height
        behind = min(piece.order for band in bands[at:end] for piece in band) > latest
        if apart and (behind or end - at <= 3):
            return at
    return end


def _floor(band: Row) -> float:
    return min(piece.bottom for piece in band)


def _ceiling(band: Row) -> float:
    return max(piece.top for piece in band)


def _follow(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the file itself has one side behind the other, line for line."""
    if min(len(_levels(left)), len(_levels(right))) < 2:
        return False
    return max(p.order for p in left) < min(p.order for p in right) or max(p.order for p in right) < min(p.order for p in left)


def _is_prose(side: list[Piece]) -> bool:
    """Whether a side is a column of lines that fill it, and not one of cells."""
    levels = _levels(side)
    signs = sum(len(piece.text) for piece in side)
    if len(levels) < _FEWEST_LINES or signs < _FEWEST_SIGNS * len(levels) or signs < _FEWEST_SIGNS / 2 * len(side):
        return False
    width = max(piece.right for piece in side) - min(piece.left for piece in side)
    return median(right - left for left, right in levels) >= 0.5 * width


def _is_table(bands: list[Row]) -> bool:
    """Whether the first bands hold nothing but cells: a table stands above what may be columns."""
    return all(len(piece.text) < _FEWEST_SIGNS for band in bands[:_FEWEST_LINES] for piece in band)


def _levels(side: list[Piece]) -> list[Gap]:
    """From where to where the lines of a side go."""
    levels: dict[int, Gap] = {}
    for piece in side:
        left, right = levels.get(round(piece.centre), (piece.left, piece.right))
        levels[round(piece.centre)] = min(left, piece.left), max(right, piece.right)
    return list(levels.values())


def _rows(block: list[Piece]) -> list[Row]:
    """The pieces of a block in rows from the top down, each from left to right."""
    rows: list[Row] = []
    tall = 1.8 * median(piece.height for piece in block)
    level: Piece | None = None
    for piece in sorted(block, key=lambda piece: -_middle(piece, tall)):
        if level is None or not (_meets(piece, level, tall) or _meets(level, piece, tall)):
            rows.append([])
            level = piece
        rows[-1].append(piece)
        if piece.height > level.height and piece.height < tall:
            level = piece
    return [sorted(row, key=lambda piece: (piece.left, piece.order)) for row in rows]


def _middle(piece: Piece, tall: float) -> float:
    """The middle of a piece, of an initial that is several lines high that of its first line."""
    return piece.centre if piece.height < tall or len(piece.text) > 1 else piece.top - tall / 3.6


def _meets(one: Piece, other: Piece, tall: float) -> bool:
    slack = 0.12 * other.height
    return other.bottom + slack < _middle(one, tall) < other.top - slack


def _line(row: Row, page: int, block: int, *, alone: bool = False) -> Line:
    words, table = row[0].text, False
    for before, after in pairwise(row):
        between, high = after.left - before.right, max(before.height, after.height)
        glued = between < 0.15 * high
        table |= between >= _CELL * high
        if glued and after.text.isdecimal() and after.height < 0.85 * before.height and after.centre > before.centre:
            words += raised(after.text)
        elif glued and len(before.text) == 1 and before.text.isupper() and before.height > 1.5 * after.height and after.text[:1].islower():
            words += after.text
        else:
            words += ("\t" if between >= _CELL * high else " ") + after.text
    tallest = max(row, key=lambda piece: (piece.height if len(piece.text) > 1 else 0, piece.height))
    edges = min(piece.left for piece in row), max(piece.right for piece in row)
    return Line(words, edges[0], tallest.bottom, edges[1], tallest.top, page, block, alone or table or any(p.alone for p in row))
