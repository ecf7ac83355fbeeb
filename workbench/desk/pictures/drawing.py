"""The child's side of pictures: one picture's file decoded behind the wall. Qt does it, which reads these formats and is here anyhow; a
library of its own would be another one to trust with a stranger's bytes. See `drawn` for the other side."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODeviceBase, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from workbench.importers.child import ANSWERS

FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/webp": b"webp", "image/tiff": b"tiff"}
LARGEST = 512
"""Megabytes that a picture may take when it is decoded."""


def answer(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """For {picture, side}, a media type and how many pixels are wanted on the longer side at most, and the file in `data`: {width, height}
    and the pixels, four bytes each (red, green, blue, nothing), row by row, turned as the file says. Else {refused}."""
    QImageReader.setAllocationLimit(LARGEST)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODeviceBase.OpenModeFlag.ReadOnly)
    image = _decoded(buffer, FORMATS[str(head["picture"])], int(head["side"]))
    if isinstance(image, str):
        return {"refused": image}, b""
    image = _on_white(image).convertToFormat(QImage.Format.Format_RGBX8888)
    return {"width": image.width(), "height": image.height()}, bytes(image.constBits())  # rows of four bytes each need no filling


def _decoded(buffer: QBuffer, form: bytes, side: int) -> QImage | str:
    """The picture, or why there is none. The reader has gone when this returns: some of them look at the buffer once more then."""
    reader = QImageReader(buffer, QByteArray(form))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return reader.errorString()[:200] if image.isNull() else image


def _on_white(image: QImage) -> QImage:
    """What can be seen through shows white, as paper does."""
    if not image.hasAlphaChannel():
        return image
    from PySide6.QtGui import QPainter

    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


ANSWERS["picture"] = answer
