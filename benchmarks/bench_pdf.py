"""A hundred PDFs of about ten pages read, against the text alone that PDFium gives of them."""

from __future__ import annotations

import random

import pypdfium2 as pdfium
import typst

from benchmarks.fiction import article_text
from benchmarks.harness import Row, in_turn, medians, row, timed
from workbench.importers.pdf.reader import PdfImporter

REPEATS = 3
DIFFERENT, EACH = 10, 10
LETTERS = 30_000


def run() -> list[Row]:
    chance = random.Random(7)
    files = [_made(article_text(chance, LETTERS), 1 + number % 2) for number in range(DIFFERENT)] * EACH
    ours, theirs = medians(in_turn(REPEATS, timed(lambda: [_read(data) for data in files]), timed(lambda: [_text(data) for data in files])))
    return [row(f"{len(files)} PDFs of ten pages read", ours, peer="their text by PDFium alone", theirs=theirs, times=3)]


def _made(text: str, columns: int) -> bytes:
    made = typst.compile(f'#set page("a4", columns: {columns}, numbering: "1")\n#set par(justify: true)\n{text}'.encode(), format="pdf")
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


def _read(data: bytes) -> int:
    return len(PdfImporter().read(data, "report.pdf", None).text)


def _text(data: bytes) -> int:
    with pdfium.PdfDocument(data) as document:
        return sum(len(page.get_textpage().get_text_range()) for page in document)
