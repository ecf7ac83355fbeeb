"""Pages of a PDF as pictures. The file is a stranger's, so a child process like the one that reads files draws it, within its limits."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from workbench.domain.errors import ImportRefused
from workbench.importers import parcel
from workbench.importers.limits import CPU_SECONDS, WALL_SECONDS
from workbench.importers.pdf.page_drawing import MODULES
from workbench.importers.starting import CannotStart, Child
from workbench.importers.watching import CannotWatch, Watch


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels: four bytes each (red, green, blue, nothing), row by row."""

    width: int
    height: int
    pixels: bytes


def page_picture(data: bytes, name: str, page: int, width: int) -> PagePicture:
    """One page, from 1, of a PDF called `name`, so many pixels wide or smaller. Raises ImportRefused with the reason."""
    try:
        with closing(Child(MODULES)) as child:
            child.greet()
            with Watch(child, WALL_SECONDS, child.memory):
                head, pixels = child.exchange({"draw": page, "width": width, "cpu_seconds": CPU_SECONDS}, data)
    except (CannotStart, CannotWatch) as error:
        raise ImportRefused(name, f"page {page} was not drawn, because no process could be started for it ({error}).") from error
    except (parcel.Broken, OSError, ValueError) as error:
        raise ImportRefused(name, f"page {page} cannot be drawn: it takes too long, or more memory than allowed.") from error
    return _picture(head, pixels, name, page)


def _picture(head: dict[str, object], pixels: bytes, name: str, page: int) -> PagePicture:
    if "refused" in head:
        raise ImportRefused(name, f"page {page} cannot be drawn ({head['refused']}).")
    width, height = head.get("width"), head.get("height")
    if not (isinstance(width, int) and isinstance(height, int) and width > 0 and height > 0 and len(pixels) == 4 * width * height):
        raise ImportRefused(name, f"page {page} cannot be drawn: what was drawn is no picture.")
    return PagePicture(width, height, pixels)
