"""The memo as it will be: the same PDF is shown, printed and saved."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPixmap, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.desk.desk import Desk
from workbench.desk.widgets import button, label

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


class Preview(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.desk = desk
        self.pdf = b""
        self.images: list[QImage] = []
        self.setWindowTitle("Verification memo")
        self.resize(900, 1000)
        self.words = label("Setting the memo…", "muted")
        self.pages = QVBoxLayout()
        self.pages.setSpacing(14)
        holder = QWidget()
        holder.setLayout(self.pages)
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(holder)
        self.sheet.setAccessibleName("Pages of the memo")
        self.save_button = button("Save PDF…", "Keep the memo as a PDF file", self.save, kind="primary", key="Ctrl+S")
        self.print_button = button("Print…", "Print the memo", self.print_memo, key="Ctrl+P")
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.addWidget(self.words, 1)
        bar.addWidget(self.print_button)
        bar.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.sheet, 1)
        for keys, run in (("Ctrl+S", self.save), ("Ctrl+P", self.print_memo), ("Esc", self.close), ("Ctrl+W", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self._ready(False)

    def render_memo(self) -> None:
        """Set the memo in the background and show its pages."""
        scale = 2.0
        desk = self.desk

        def work(_: object) -> tuple[bytes, list[QImage]]:
            pdf = desk.case.memos.render(".pdf")
            return pdf, page_images(pdf, scale)

        desk.job("Setting the memo", work, lambda made: self._show(*made))

    def _ready(self, ready: bool) -> None:
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready)

    def _show(self, pdf: bytes, images: list[QImage]) -> None:
        self.pdf, self.images = pdf, images
        self._ready(True)
        self.words.setText(f"{len(images)} page{'' if len(images) == 1 else 's'} · the same file is shown, printed and saved")
        while self.pages.count():
            item = self.pages.takeAt(0)
            if item and (widget := item.widget()):
                widget.deleteLater()
        for number, _image in enumerate(images, 1):
            page = QLabel()
            page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            page.setAccessibleName(f"Page {number} of {len(images)}")
            self.pages.addWidget(page)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        width = int(min(self.sheet.viewport().width() - 40, 820) * ratio)
        for i, image in enumerate(self.images):
            item = self.pages.itemAt(i)
            page = item.widget() if item else None
            if isinstance(page, QLabel):
                scaled = image.scaledToWidth(max(200, width), Qt.TransformationMode.SmoothTransformation)
                scaled.setDevicePixelRatio(ratio)
                page.setPixmap(QPixmap.fromImage(scaled))
                page.setFixedHeight(int(scaled.height() / ratio))

    def save(self) -> None:
        if not self.pdf:
            return
        usual = self.desk.case.path.with_suffix(".pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the memo", str(usual), "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        try:
            path.write_bytes(self.pdf)
        except OSError as error:
            self.desk.say(f"{path.name}: the memo could not be written ({error.strerror}).", error=True)
            self.words.setText(f"Not saved: {error.strerror}")
        else:
            self.words.setText(f"Saved: {path}")

    def print_memo(self) -> None:
        if not self.pdf:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self.paint_on(printer)

    def paint_on(self, printer: QPrinter) -> None:
        """Paint the PDF's pages on a printer, one for one."""
        images = page_images(self.pdf, PRINT_DPI / 72)
        painter = QPainter(printer)
        for number, image in enumerate(images):
            if number:
                printer.newPage()
            area = painter.viewport()
            size = QSize(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF((area.width() - size.width()) / 2, 0, size.width(), size.height()), image)
        painter.end()
