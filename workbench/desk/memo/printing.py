"""Pages of a PDF as pictures, on screen and on a printer. PDFium is no thing for two threads: pages are drawn in the lane of jobs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from workbench.desk.desk import Desk
from workbench.domain.plurals import counted, either

PRINT_DPI = 200
FAILED = {QPrinter.PrinterState.Aborted: "it was cancelled", QPrinter.PrinterState.Error: "the printer reports an error"}
END = b"%%EOF"
"""The last words of a PDF that was written to its end, which Qt does not look for."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen in the print dialog and Qt leaves to the program: ranges of pages (from 1, both ends included; none: all), the
    last page first, and copies, where the printer makes none itself."""

    ranges: tuple[tuple[int, int], ...] = ()
    backwards: bool = False
    copies: int = 1
    collated: bool = True

    @classmethod
    def of(cls, printer: QPrinter) -> Order:
        ranges = tuple((part.from_, part.to) for part in printer.pageRanges().toRangeList())
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        return cls(ranges, printer.pageOrder() is QPrinter.PageOrder.LastPageFirst, copies, printer.collateCopies())

    def chosen(self, count: int) -> list[int]:
        """The pages to be printed of so many, each once and in their own order."""
        return [n for n in range(1, count + 1) if not self.ranges or any(first <= n <= last for first, last in self.ranges)]

    def sequence(self, count: int) -> list[int]:
        """The pages in the order in which they go to the printer, as often as they are to be printed."""
        pages = self.chosen(count)[:: -1 if self.backwards else 1]
        return pages * self.copies if self.collated else [page for page in pages for _ in range(self.copies)]

    def words(self, count: int) -> str:
        """What is printed of so many pages: "pages 2–4 of 9, 2 copies"."""
        pages = self.chosen(count)
        if len(pages) == count:
            said = counted(count, "page")
        else:
            said = f"{either(len(pages), 'page', 'pages')} {_ranges(pages)} of {count}"
        return said + (f", {self.copies} copies" if self.copies > 1 else "") + (", last page first" if self.backwards else "")


def _ranges(pages: Sequence[int]) -> str:
    """1, 3–5 for 1, 3, 4 and 5."""
    starts = [n for n in pages if n - 1 not in set(pages)]
    ends = [n for n in pages if n + 1 not in set(pages)]
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in zip(starts, ends, strict=True))


def page_images(pdf: bytes, scale: float, only: Callable[[int], Collection[int]] | None = None) -> list[QImage]:
    """The pages of a PDF as pictures, `scale` pixels per point; those that are not in `only(number of pages)` are null."""
    document = pdfium.PdfDocument(pdf)
    wanted = only(len(document)) if only else range(1, len(document) + 1)
    images = []
    for number, page in enumerate(document, start=1):
        image = QImage()
        if number in wanted:
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
        images.append(image)
    document.close()
    return images


def ask_printer(parent: QWidget, pages: int = 0, *, landscape: bool = False) -> QPrinter | None:
    """The printer that is chosen in the system's dialog, with what is to be printed of so many pages (0: not known yet); None for none."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if landscape:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    dialog = QPrintDialog(printer, parent)
    if pages:
        dialog.setMinMax(1, pages)
    return printer if dialog.exec() else None


def print_pdf(desk: Desk, printer: QPrinter, pdf: bytes, remark: str = "", also: Callable[[str], None] = lambda _: None) -> None:
    """Draw the chosen pages in the background, then put them on paper, and say what became of it; `also` is told the same."""
    order = Order.of(printer)

    def done(images: Sequence[QImage]) -> None:
        count = len(images)
        pages = order.sequence(count)
        fault = _paint(printer, [images[page - 1] for page in pages]) if pages else _none_of(count)
        said = fault or f"{_where(printer)}: {order.words(count)}.{remark}"
        desk.say(said, error=bool(fault))
        also(said)

    desk.job("Printing", lambda _: page_images(pdf, PRINT_DPI / 72, order.chosen), done)


def _none_of(count: int) -> str:
    pages = either(count, "is one page", f"are {count} pages")
    return f"Nothing was printed: there {pages}, and those that were chosen are none of them."


def _where(printer: QPrinter) -> str:
    if printer.outputFileName():
        return f"Printed to {printer.outputFileName()}"
    return f"Sent to {printer.printerName() or 'the printer'}"


def _paint(printer: QPrinter, images: Sequence[QImage]) -> str:
    """Each page as large as the paper allows. What went wrong, or an empty string."""
    painter = QPainter()
    if not painter.begin(printer):
        return f"Nothing was printed: {_unopened(printer)}."
    for number, image in enumerate(images):
        if number and not printer.newPage():
            painter.end()
            return f"Printing stopped after {number} of {len(images)} pages: {_why(printer)}."
        area = painter.viewport()
        size = QSize(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF((area.width() - size.width()) / 2, 0, size.width(), size.height()), image)
    ended = painter.end()
    if not ended or printer.printerState() in FAILED:
        return f"Not everything was printed: {_why(printer)}."
    if not _whole(Path(printer.outputFileName())):
        return f"Not everything was printed: {printer.outputFileName()} could not be written to its end. Is the disk full?"
    return ""


def _unopened(printer: QPrinter) -> str:
    if printer.outputFileName():
        return f"{printer.outputFileName()} cannot be written"
    named = f"the printer “{printer.printerName()}”" if printer.printerName() else "no printer"
    return f"{named} could {'not ' if printer.printerName() else ''}be opened. Choose another one, or save it as a PDF"


def _why(printer: QPrinter) -> str:
    return FAILED.get(printer.printerState(), "the printer takes no more")


def _whole(path: Path) -> bool:
    """Whether a file that was printed to has been written to its end; true where it is no file."""
    if not path.is_file():
        return True
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 64))
        return END in file.read()
