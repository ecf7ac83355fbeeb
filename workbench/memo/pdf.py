"""The memo as a tagged PDF, set by Typst (PDF/UA-1 and PDF/A-2a in one file).

The template lies in resources/memo and never changes; the memo goes in as JSON, so no text of a case is ever read as
markup. Set in the fonts that Typst brings; the system's fonts are asked only when the memo has letters those lack.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any, Literal

import typst

from workbench import paths
from workbench.domain.errors import MemoFailed
from workbench.domain.plurals import listed
from workbench.memo.missing_fonts import refused, script_of, without_font
from workbench.memo.model import Memo
from workbench.memo.printable import characters, settable
from workbench.memo.words import parsed

STANDARDS: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")
_ATTEMPTS = 3


class PdfRenderer:
    """PDF pages, A4: what is previewed, printed and saved."""

    name = "PDF"
    suffix = ".pdf"

    def render(self, memo: Memo) -> bytes:
        """The PDF's bytes. Raises MemoFailed with Typst's message."""
        plain = memo.as_json()
        wanted = characters(settable(plain))
        system = any(map(_monospaced_only, wanted)) or bool(without_font(wanted, system_fonts=False))
        missing = without_font(wanted) if system else frozenset()
        for _ in range(_ATTEMPTS):
            try:
                return _compile(_data(plain, missing), _seconds(memo), system=system)
            except typst.TypstError as error:
                # A letter may have a glyph alone and none in its neighbourhood: those are left out as well, then set again.
                more = refused(error.diagnostic) - missing
                if not more:
                    raise MemoFailed(error.message) from error
                missing, system = missing | more, True
        raise MemoFailed("no font on this machine can show its letters")


def _monospaced_only(character: str) -> bool:
    """Arabic letters: Typst brings them in a monospaced face alone, so the system is asked for a better one."""
    return unicodedata.bidirectional(character) == "AL"


def _data(plain: dict[str, Any], missing: frozenset[str]) -> str:
    """The memo's JSON for the template, with the date split and a note on letters that no font can show."""
    data = settable(plain, missing)
    scripts = listed(sorted({script_of(character) for character in missing}))
    data["font_note"] = f"No font on this machine shows {scripts}: each such letter is printed as □." if missing else ""
    return json.dumps(data, ensure_ascii=False)


def _seconds(memo: Memo) -> int:
    """The memo's own date as seconds since 1970: what the PDF says of its making, so that equal input gives equal bytes."""
    at = parsed(memo.date)
    return max(0, int(at.timestamp())) if at else 0


def _compile(data: str, seconds: int, *, system: bool) -> bytes:
    folder = paths.resources() / "memo"
    made = typst.compile(
        str(folder / "memo.typ"),
        root=str(folder),
        format="pdf",
        pdf_standards=[*STANDARDS],
        timestamp=seconds,
        ignore_system_fonts=not system,
        sys_inputs={"memo": data},
    )
    if not isinstance(made, bytes):
        raise MemoFailed("Typst gave no PDF")
    return made
