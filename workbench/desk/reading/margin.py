"""What stands in the margin beside the words in sight, and where: brackets in columns, labels that make room for each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from workbench.desk.reading.marks import PlacedMark
from workbench.desk.reading.overlay import Overlay
from workbench.desk.reading.sight import Extent, Sight

COLUMNS = 4  # of brackets beside each other
COLUMN = 5.0  # pixels
DROP = 3  # lines below its words to which a label may be pushed by others


class Letters(NamedTuple):
    """The font of the labels: height of a line, and how wide words are, in pixels."""

    height: float
    advance: Callable[[str], float]


class Bracket(NamedTuple):
    """A bracket beside the words of a mark; `strong` for the claim that is chosen or pointed at."""

    mark: PlacedMark
    x: float
    extent: Extent
    strong: bool


class Label(NamedTuple):
    """What can be pointed at in the margin: a mark, a query by its number in the overlay, or all claims that found no room. `words` is
    where its words are written, `box` where the pointer finds it; `over` when its words cover the brackets."""

    words: QRectF
    box: QRectF
    mark: PlacedMark | None = None
    query: int = -1
    more: tuple[int, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class Margin:
    brackets: tuple[Bracket, ...] = ()
    labels: tuple[Label, ...] = ()


def words_of_mark(mark: PlacedMark) -> str:
    """What the label of a mark says."""
    return f"C{mark.claim} {mark.verdict.glyph}"


def margin_of(sight: Sight, overlay: Overlay, letters: Letters, width: float) -> Margin:
    """From the top down; what would be pushed too far from its words is counted instead ("+3")."""
    brackets, labels = list[Bracket](), list[Label]()
    height, front = letters.height, (overlay.chosen, overlay.lit)
    taken, left_out, x = -1e9, list[PlacedMark](), 0.0
    for place in _places(sight, overlay):
        (top, bottom), mark = place.extent, place.mark
        if left_out and top > taken:
            labels.append(_more(left_out, QRectF(x, taken, width - x, height)))
            taken, left_out = taken + height, []
        x = COLUMN * (1 + place.together[0]) + 4
        if mark is None:
            y = max(top, taken)
            words = QRectF(x + 11, y, width - x - 11, height)
            labels.append(Label(words, words.united(QRectF(x - 2, y, 10, height)), query=place.number))
            taken = y + height
            continue
        strong = mark.claim in front
        y = max((top + bottom - height) / 2, taken)
        if y > bottom + DROP * height and not strong:
            left_out.append(mark)
            continue
        at = COLUMN * (1 + min(place.number, COLUMNS - 1))
        brackets.append(Bracket(mark, at, place.extent, strong))
        taken = y + height
        room = width - letters.advance(words_of_mark(mark)) - 1  # a long number stands over the brackets: a status must not be cut off
        words = QRectF(min(x, max(0.0, room)), y, width - min(x, max(0.0, room)), height)
        labels.append(Label(words, words.united(QRectF(at - 4, top, 8, bottom - top)), mark, over=room < x))
    if left_out:
        labels.append(_more(left_out, QRectF(x, taken, width - x, height)))
    return Margin(tuple(brackets), tuple(labels))


def _more(left_out: list[PlacedMark], box: QRectF) -> Label:
    return Label(box, box, more=tuple(dict.fromkeys(mark.claim for mark in left_out)))


class _Place(NamedTuple):
    """A mark with the number of its column, or a query (no mark) with its own; `together` is shared by all that overlap and holds the last
    column that they take: labels stand right of them all."""

    extent: Extent
    mark: PlacedMark | None
    number: int
    together: list[int]


def _places(sight: Sight, overlay: Overlay) -> Iterator[_Place]:
    """Everything beside the words, from the top down."""
    items = [(top, -bottom, 1, number) for number, (top, bottom) in sight.extents.items()]
    items += [(top, -bottom, 0, number) for number, (top, bottom) in sight.flags.items()]
    columns, last, together = list[float](), -1e9, [0]
    found = []
    for top, negative, is_mark, number in sorted(items):
        if top > last:
            together = [0]
        last = max(last, -negative)
        if not is_mark:
            found.append(_Place((top, -negative), None, number, together))
            continue
        column = next((i for i, end in enumerate(columns) if end <= top), len(columns))
        columns[column : column + 1] = [-negative]
        together[0] = max(together[0], min(column, COLUMNS - 1))
        found.append(_Place((top, -negative), overlay.marks[number], column, together))
    return iter(found)  # whole before the first is used: `together` grows
