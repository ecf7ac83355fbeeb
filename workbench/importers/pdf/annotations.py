"""What is laid over the pages of a PDF: values of form fields and typed-on text, which readers see, and notes that somebody put there."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as library

from workbench.importers.normalise import normalised
from workbench.importers.pdf.pieces import Piece

_MOST = 2_000
"""Annotations of one page that are looked at."""
_LONGEST = 200_000
_LINE = 12.0
_WRITTEN = {library.FPDF_ANNOT_WIDGET: "V", library.FPDF_ANNOT_FREETEXT: "Contents"}
_SEEN_BESIDE = frozenset(
    {
        library.FPDF_ANNOT_TEXT, library.FPDF_ANNOT_HIGHLIGHT, library.FPDF_ANNOT_UNDERLINE, library.FPDF_ANNOT_SQUIGGLY,
        library.FPDF_ANNOT_STRIKEOUT, library.FPDF_ANNOT_CARET, library.FPDF_ANNOT_STAMP, library.FPDF_ANNOT_INK,
        library.FPDF_ANNOT_SQUARE, library.FPDF_ANNOT_CIRCLE, library.FPDF_ANNOT_LINE, library.FPDF_ANNOT_POLYGON,
    }
)  # fmt: skip
_UNSHOWN = library.FPDF_ANNOT_FLAG_HIDDEN | library.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(slots=True)
class Overlay:
    """What is laid over a page: text in its place, and the notes of readers as they follow each other; `over` says that there was more
    than is looked at."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    over: bool = False


def overlay_of(page: pdfium.PdfPage) -> Overlay:
    """What is laid over a page. A field's value stands where the field stands."""
    overlay = Overlay()
    count = library.FPDFPage_GetAnnotCount(page)
    overlay.over = count > _MOST
    for index in range(min(count, _MOST)):
        annotation = library.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            _look(annotation, overlay)
        finally:
            library.FPDFPage_CloseAnnot(annotation)
    return overlay


def _look(annotation: object, overlay: Overlay) -> None:
    kind = library.FPDFAnnot_GetSubtype(annotation)
    if library.FPDFAnnot_GetFlags(annotation) & _UNSHOWN:
        return
    if kind in _WRITTEN:
        words = _string(annotation, _WRITTEN[kind])
        overlay.pieces += _placed(annotation, [line.strip() for line in words.split("\n") if line.strip()])
    elif kind in _SEEN_BESIDE and (words := " ".join(_string(annotation, "Contents").split())):
        who = " ".join(_string(annotation, "T").split())
        overlay.notes.append(f"{who}: {words}" if who else words)


def _placed(annotation: object, lines: list[str]) -> list[Piece]:
    box = library.FS_RECTF()
    if not lines or not library.FPDFAnnot_GetRect(annotation, box):
        return []
    height = min(_LINE, max(1.0, (box.top - box.bottom) / len(lines)))
    return [
        Piece(line, box.left, box.top - (n + 1) * height, box.right, box.top - n * height, 0, alone=True) for n, line in enumerate(lines)
    ]


def _string(annotation: object, key: str) -> str:
    """A string of an annotation's own dictionary; empty for none, or one that is no string."""
    size = library.FPDFAnnot_GetStringValue(annotation, key.encode(), None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    library.FPDFAnnot_GetStringValue(annotation, key.encode(), ctypes.cast(buffer, ctypes.POINTER(library.FPDF_WCHAR)), size)
    return normalised(buffer.raw[: size - 2].decode("utf-16-le", "replace")).replace("\t", " ")
