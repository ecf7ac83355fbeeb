"""The child's side of pages as pictures: one page of a PDF, drawn behind the wall. See `page_pictures` for the other side."""

from __future__ import annotations

from typing import Any

MODULES = ("pypdfium2", "pypdfium2.raw")
MOST_PIXELS = 16_000_000


def answer(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """For {draw, width}, a page's number from 1 and how many pixels wide it is wanted, and a PDF in `data`: {width, height} and the pixels,
    four bytes each (red, green, blue, nothing), row by row. A page that would be too large is drawn smaller. For one that cannot be drawn
    {refused}."""
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(data) as document:
            page = document[int(head["draw"]) - 1]
            across, up = page.get_size()
            scale = min(int(head["width"]) / across, (MOST_PIXELS / (across * up)) ** 0.5)
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            pixels = bytes(bitmap.buffer)
            row = 4 * bitmap.width
            if bitmap.stride != row:
                pixels = b"".join(pixels[at : at + row] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))
            return {"width": bitmap.width, "height": bitmap.height}, pixels
    except (pdfium.PdfiumError, ArithmeticError, ValueError, IndexError, MemoryError) as error:
        return {"refused": str(error)[:200] or type(error).__name__}, b""
