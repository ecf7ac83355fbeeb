"""A linked image, shown small and only when asked for. Its bytes come from outside: the format is fixed and the size limited."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODeviceBase, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from workbench.desk.popup import Popup
from workbench.desk.widgets import label
from workbench.domain.errors import WorkbenchError

FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/bmp": b"bmp"}
LARGEST = 128
"""Megabytes that an image may take when it is decoded."""
SIDE = 560


def thumbnail(data: bytes, media_type: str) -> QImage:
    """An image no larger than 560 on a side. Raises WorkbenchError for a format that is not shown and for what cannot be decoded."""
    wanted = FORMATS.get(media_type)
    if wanted is None:
        raise WorkbenchError(f"{media_type} is not shown here. Save a copy and look at it with a program of yours.")
    QImageReader.setAllocationLimit(LARGEST)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODeviceBase.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(wanted))
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise WorkbenchError("The image cannot be decoded, or it is too large. Save a copy and look at it with a program of yours.")
    return image


class Picture(Popup):
    def __init__(self, parent: QWidget, name: str, image: QImage) -> None:
        super().__init__(parent, name)
        shown = QLabel()
        shown.setPixmap(QPixmap.fromImage(image))
        shown.setAccessibleName(f"The image {name}")
        self.lay.addWidget(shown)
        self.lay.addWidget(label("Esc leaves", "muted"))
