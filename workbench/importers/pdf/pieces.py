"""The words of a PDF page in pieces: what stands together on one line of print, with its place on the page."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as library

_LINES = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""Lines as the library parts them: by line ends, and behind the sign that it puts for a hyphen at the end of a line."""
_WORD = re.compile(r"[^\s\x00]+")
_NO_INK = " \t\x00\xa0\u3000"
_UNNAMED = re.compile("[\ufffd\ue000-\uf8ff]")
_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\uffff]")
_BLANK = re.compile("[\t\v\f\x1c-\x1f\x85\u2028\u2029]")
_LATIN_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SIGNS = str.maketrans({"\x02": "-", "\ufffe": "-"} | {chr(code): letters for code, letters in _LATIN_LIGATURES.items()})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURED = re.compile(r"[^\s\x00]*[^\s\x00]\d(?=[.,;:!?)\]”’\"']*(?:[\s\x00]|$))")
"""A word that ends with a figure: the last ones may be raised, as the mark of a note or a power is."""
_LEADING = re.compile(r"(\d{1,3})[\s\x00]*[^\W\dgjpqyQ]")
_HIGHER = 0.22
"""Raised figures begin so much of a line's height, or more, above the others."""
_HANGING = frozenset("gjpqyQ,;()[]{}/|“”‘’'\"-–—*^")
_APART = 0.7
"""A gap of so much of a line's height parts two pieces; a space between words is a quarter of it."""
_SPARSE = 0.65
_STEEP = 0.2
_SAMPLE = 40
_LONGEST_STRING = 32_767
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Piece:
    """Words on one line with their box in points, y upwards; `order` is their place in the file. `turned` says how many quarters of a
    circle they are turned clockwise against most of the page, -1 for a slant; `alone` ones (the value of a field) are no part of a
    paragraph."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    order: int
    turned: int = 0
    alone: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def centre(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the library reads on a page: its pieces as they stand in the file, how many signs there are, how many of them name no letter,
    of how many (a sample tells) the library had to guess which it is, whether they are drawn without being seen, and whether some may be
    missing, because a string is as long as the library reads them at most."""

    pieces: list[Piece]
    signs: int
    unnamed: int
    guessed: int
    unseen: bool
    cut: bool


def words_of(page: pdfium.PdfPage) -> PageWords:
    """The words of a page. Raises pdfium.PdfiumError for one that cannot be read."""
    textpage = page.get_textpage()
    text = _text_of(textpage)
    boxes = _Boxes(textpage)
    pieces = [piece for match in _LINES.finditer(text) for piece in _pieces(text, match.start(), match.end(), boxes)]
    for order, piece in enumerate(pieces):
        piece.order = order
    _upright(pieces)
    signs = len(text) - sum(map(text.count, " \r\n\x00\xa0"))
    cut = len(text) >= _LONGEST_STRING and any(len(line) >= _LONGEST_STRING for line in text.splitlines())
    unnamed = 0 if text.isascii() else len(_UNNAMED.findall(text))
    return PageWords(pieces, signs, unnamed, round(signs * boxes.guessed(len(text))), boxes.unseen(len(text)), cut)


def _text_of(textpage: pdfium.PdfTextPage) -> str:
    """The library's own text of a page with one sign for each of its characters, so that places in both are the same: halves of a
    letter outside the basic plane stay apart, NUL stands for what it leaves out."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = library.FPDFText_GetText(textpage, 0, count, buffer) - 1
    if written == count:
        units = array("H", bytes(buffer)[: 2 * count])
        return "".join(map(chr, units))
    return "".join(chr(min(library.FPDFText_GetUnicode(textpage, at), 0x10FFFF)) for at in range(count))


class _Boxes:
    """The places of the characters of a page."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self._page = textpage
        self._loose = library.FS_RECTF()
        self._tight = tuple(ctypes.c_double() for _ in range(4))

    def line(self, at: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character, as high as its line is."""
        box = self._loose
        library.FPDFText_GetLooseCharBox(self._page, at, box)
        return box.left, box.bottom, box.right, box.top

    def ink(self, at: int) -> tuple[float, float]:
        """Bottom and top of what is drawn of a character."""
        left, right, bottom, top = self._tight
        library.FPDFText_GetCharBox(self._page, at, left, right, bottom, top)
        return bottom.value, top.value

    def strokes(self, start: int, end: int) -> int:
        """How many text objects of the file a range of characters is of."""
        return int(library.FPDFText_CountRects(self._page, start, end - start))

    def angle(self, at: int) -> float:
        """Which way a character is turned, in quarters of a circle from 0 to 4, clockwise."""
        return float(library.FPDFText_GetCharAngle(self._page, at)) / (math.pi / 2) % 4

    def guessed(self, count: int) -> float:
        """The share of characters of which the fonts do not say which letters they draw, by a sample of them."""
        sample = range(0, count, count // _SAMPLE + 1)
        return sum(int(library.FPDFText_HasUnicodeMapError(self._page, at)) == 1 for at in sample) / max(1, len(sample))

    def unseen(self, count: int) -> bool:
        """Whether the words of the page are drawn without being seen, as those that text recognition lays over a picture are."""
        places = {count // 3, 2 * count // 3} if count > 3 else set()
        objects = [library.FPDFText_GetTextObject(self._page, at) for at in places]
        modes = [library.FPDFTextObj_GetTextRenderMode(each) for each in objects if each]
        return bool(modes) and all(mode == library.FPDF_TEXTRENDERMODE_INVISIBLE for mode in modes)


def _pieces(text: str, start: int, end: int, boxes: _Boxes) -> Iterator[Piece]:
    """The pieces of one line of the library's text: it lets words far from each other, as in columns, follow in one line."""
    here = text[start:end]
    first, last = start + len(here) - len(here.lstrip(_NO_INK)), start + len(here.rstrip(_NO_INK))
    if first >= last:
        return
    quarters = boxes.angle(first)
    turned = round(quarters) % 4 if abs(quarters - round(quarters)) <= _STEEP else -1
    ends = boxes.line(first), boxes.line(last - 1)
    spans = [(first, last, _around(*ends, level=not turned))]
    if turned == 0 and last - first > 1 and _is_vertical(*ends):
        turned = -1
    elif turned == 0 and (boxes.strokes(start, end) > 1 or _is_sparse(spans[0])):
        spans = _parted([(match.start(), match.end()) for match in _WORD.finditer(text, first, last)], boxes)
    for first, last, box in spans:
        words_there = text[first:last]
        if turned == 0 and any(map(str.isdigit, words_there)):
            words_there = _with_raised(words_there, first, box[3] - box[1], boxes)
        cleaned = _cleaned(words_there).strip()
        if cleaned:
            yield Piece(cleaned, *box, 0, turned)


_Box = tuple[float, float, float, float]
_Placed = tuple[int, int, _Box]


def _around(a: _Box, b: _Box, *, level: bool) -> _Box:
    """The box around two characters; `level` ones are on one line, which is as high as the higher of them."""
    high = a if a[3] - a[1] >= b[3] - b[1] else b
    bottom, top = (high[1], high[3]) if level else (min(a[1], b[1]), max(a[3], b[3]))
    return min(a[0], b[0]), bottom, max(a[2], b[2]), top


def _is_vertical(a: _Box, b: _Box) -> bool:
    """Whether a line from one character to another runs down the page with its letters upright."""
    return abs(b[0] - a[0]) < a[2] - a[0] and abs(b[1] - a[1]) > a[3] - a[1]


def _is_sparse(whole: _Placed) -> bool:
    """Whether a line is so wide for its letters that there must be gaps between them."""
    first, last, box = whole
    return box[2] - box[0] > _SPARSE * (box[3] - box[1]) * (last - first)


def _parted(words: list[tuple[int, int]], boxes: _Boxes) -> list[_Placed]:
    """Words of a line, parted where they stand apart or on another height."""
    parts: list[_Placed] = []
    for start, end in words:
        box = boxes.line(start) if end - start == 1 else _around(boxes.line(start), boxes.line(end - 1), level=True)
        if parts:
            first, _, before = parts[-1]
            high = max(before[3] - before[1], box[3] - box[1])
            level = abs((before[1] + before[3]) - (box[1] + box[3])) < high * 1.2
            if level and -_APART * high - (before[2] - before[0]) < box[0] - before[2] < _APART * high:
                taller = before if before[3] - before[1] >= box[3] - box[1] else box
                parts[-1] = first, end, (min(before[0], box[0]), taller[1], max(before[2], box[2]), taller[3])
                continue
        parts.append((start, end, box))
    return parts


def _with_raised(words: str, first: int, height: float, boxes: _Boxes) -> str:
    """Figures at the end of a word, or before the first, that stand higher than the word does, as the signs that Unicode has for them: the
    note 2 behind 1,500 is no 15,002."""
    leading = _LEADING.match(words)
    if leading and boxes.ink(first)[0] > boxes.ink(first + leading.end() - 1)[0] + _HIGHER * height:
        words = leading[1].translate(_RAISED) + words[leading.end(1) :]
    for match in _FIGURED.finditer(words):
        firm = next((at for at in range(match.start(), match.end()) if words[at].isalnum() and words[at] not in _HANGING), None)
        at = match.end() - 1
        if firm is None or firm == at:
            continue
        floor = boxes.ink(first + firm)[0] + _HIGHER * height
        while at > firm and words[at].isdecimal() and boxes.ink(first + at)[0] > floor:
            at -= 1
        words = words[: at + 1] + words[at + 1 : match.end()].translate(_RAISED) + words[match.end() :]
    return words


def raised(words: str) -> str:
    """The words with their figures as raised ones."""
    return words.translate(_RAISED)


def _cleaned(words: str) -> str:
    """Words as they are kept: whole letters, Latin ligatures as letters, no signs that print nothing."""
    if words.isascii() and words.isprintable():
        return words
    words = _UNPRINTED.sub("", _BLANK.sub(" ", words.translate(_SIGNS)))
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _upright(pieces: list[Piece]) -> None:
    """Turns the page so that most of its words run from left to right. One whose words run from right to left is mirrored, so that its
    lines, too, begin at the left."""
    weights = Counter[int]()
    for piece in pieces:
        weights[piece.turned] += len(piece.text)
    most = max(weights, key=lambda turned: weights[turned], default=0)
    for piece in pieces if most > 0 else ():
        for _ in range(most):
            piece.left, piece.bottom, piece.right, piece.top = -piece.top, piece.left, -piece.bottom, piece.right
        piece.turned = (piece.turned - most) % 4 if piece.turned >= 0 else piece.turned
    letters = "".join(piece.text for piece in pieces)
    if not letters.isascii() and 2 * len(_RIGHT_TO_LEFT.findall(letters)) > len(_LETTER.findall(letters)):
        for piece in pieces:
            piece.left, piece.right = -piece.right, -piece.left
