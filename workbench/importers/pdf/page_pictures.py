"""Pages of a PDF as pictures. The file is a stranger's, so a child process like the one that reads files draws it, within its limits."""

from __future__ import annotations

from workbench.importers.drawn import Pixels, drawn
from workbench.importers.pdf.page_drawing import MODULES


def page_picture(data: bytes, name: str, page: int, width: int) -> Pixels:
    """One page, from 1, of a PDF called `name`, so many pixels wide or smaller. Raises ImportRefused with the reason."""
    return drawn(data, name, f"page {page}", MODULES, {"draw": page, "width": width})
