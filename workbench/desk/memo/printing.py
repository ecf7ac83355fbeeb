"""Pages of a PDF as pictures, on screen and on a printer. PDFium is no thing for two threads: pages are drawn in the lane of jobs."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from workbench.desk.desk import Desk

PRINT_DPI = 200


def page_images(pdf: bytes, scale: float) -> list[QImage]:
    """The pages of a PDF as pictures, `scale` pixels per point."""
    document = pdfium.PdfDocument(pdf)
    images = []
    for page in document:
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        images.append(image.copy())
    document.close()
    return images


def print_pdf(desk: Desk, printer: QPrinter, pdf: bytes, remark: str = "") -> None:
    """Draw the pages in the background, then put them on paper, one for one."""

    def done(images: Sequence[QImage]) -> None:
        _paint(printer, images)
        desk.say(f"Sent to {printer.printerName() or 'the printer'}.{remark}")

    desk.job("Printing", lambda _: page_images(pdf, PRINT_DPI / 72), done)


def _paint(printer: QPrinter, images: Sequence[QImage]) -> None:
    """Each page as large as the paper allows."""
    painter = QPainter(printer)
    for number, image in enumerate(images):
        if number:
            printer.newPage()
        area = painter.viewport()
        size = QSize(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF((area.width() - size.width()) / 2, 0, size.width(), size.height()), image)
    painter.end()
