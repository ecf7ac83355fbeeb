"""A single page beside the memo (the matrix), set by Typst from a template of its own: tagged PDF, selectable text, embedded fonts.

The data goes in as JSON and is only ever set as text. Equal data gives equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import typst

from workbench import paths
from workbench.domain.errors import MemoFailed
from workbench.memo.measure import cut_lines
from workbench.memo.missing_fonts import without_font
from workbench.memo.printable import characters, settable
from workbench.memo.words import parsed


def sheet_pdf(template: str, data: Mapping[str, object], made: str) -> bytes:
    """The PDF of a template of resources/memo. `made` is what the PDF says of its making, ISO 8601. Raises MemoFailed."""
    data = cut_lines(data)
    wanted = characters(settable(data))
    system = bool(without_font(wanted, system_fonts=False))
    missing = without_font(wanted) if system else frozenset()
    folder = paths.resources() / "memo"
    at = parsed(made)
    try:
        pdf = typst.compile(
            str(folder / template), root=str(folder), format="pdf", pdf_standards=["ua-1"], timestamp=int(at.timestamp()) if at else 0,
            ignore_system_fonts=not system, sys_inputs={"data": json.dumps(settable(data, missing), ensure_ascii=False)},
        )  # fmt: skip
    except typst.TypstError as error:
        raise MemoFailed(error.message) from error
    if not isinstance(pdf, bytes):
        raise MemoFailed("Typst gave no PDF")
    return pdf
