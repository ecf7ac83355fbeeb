"""The desk's own faces, so that it looks the same everywhere: Source Serif for reading, Source Sans for the window (OFL)."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FACES = {
    "font_source_serif_pro": (
        "SourceSerifPro-Regular.ttf",
        "SourceSerifPro-Semibold.ttf",
        "SourceSerifPro-Bold.ttf",
        "SourceSerifPro-It.ttf",
    ),
    "font_source_sans_pro": ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf", "SourceSansPro-It.ttf"),
}
SERIF = "Source Serif Pro"
SANS = "Source Sans Pro"
SIZE = 10.5  # points, of the window's own words


def load() -> None:
    """Give the faces to Qt. Letters they lack come from the system's fonts."""
    for package, names in FACES.items():
        for name in names:
            QFontDatabase.addApplicationFontFromData((files(package) / "files" / name).read_bytes())


def use() -> None:
    """Load the faces and make the sans the window's own."""
    load()
    font = QFont(SANS)
    font.setPointSizeF(SIZE)
    QApplication.setFont(font)


def reading(size: float) -> QFont:
    """The face of article text at a size in points."""
    font = QFont(SERIF)
    font.setPointSizeF(size)
    return font
