"""Small PDFs written by hand, with each word where a test wants it, and texts set by Typst."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import typst

PAGE = (595, 842)


class Put(NamedTuple):
    """Words at a place of a page, in points from its lower left corner."""

    x: float
    y: float
    words: str
    size: float = 10.0


def pdf(
    pages: Sequence[Sequence[Put]],
    *,
    before: str = "",
    info: str = "",
    catalog: str = "",
    more: Sequence[str] = (),
    page: str = "",
    font: str = "",
) -> bytes:
    """A PDF of pages in Helvetica. `before` stands in each page's content before its words, `info` in the document's properties, `catalog`,
    `page` and `font` in those dictionaries, `more` are further objects, numbered from 5."""
    named = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
    objects = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "", f"<< {named} {font} >>", f"<< {info} >>", *more]
    kids = []
    for puts in pages:
        drawn = before + "".join(f"BT /F1 {put.size} Tf {put.x} {put.y} Td ({_escaped(put.words)}) Tj ET\n" for put in puts)
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Resources << /Font << /F1 3 0 R >> >>"
                       f" /Contents {len(objects)} 0 R {page} >>")  # fmt: skip
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return file_of([each.encode("cp1252") for each in objects])


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def file_of(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + trailer


def set_by_typst(source: str) -> bytes:
    """A PDF of Typst mark-up, in the fonts that come with Typst."""
    made = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made
