"""The signs of notes as word processors count them: ¹, ², ³ for footnotes, [i], [ii], [iii] for endnotes."""

from __future__ import annotations

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page import Mark
from workbench.importers.raised import raised

FOOTNOTE, ENDNOTE = "footnote", "endnote"
NOTES = {FOOTNOTE: Mark(ZoneKind.NOTE, "a footnote"), ENDNOTE: Mark(ZoneKind.NOTE, "an endnote")}
"""What the lines of each kind are, in the order in which they stand at the end of a text."""
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
          (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 4_000


class NoteSigns:
    """Counts notes from 1 through a whole document, as is usual; one that counts anew on each page shows other numbers in print."""

    def __init__(self) -> None:
        self._counts = {FOOTNOTE: 0, ENDNOTE: 0}

    def next(self, kind: str) -> str:
        """The sign of the next note of a kind."""
        self._counts[kind] += 1
        count = self._counts[kind]
        return raised(str(count)) if kind == FOOTNOTE else f"[{_roman(count)}]"


def _roman(number: int) -> str:
    if number >= _LARGEST_ROMAN:
        return str(number)
    parts = []
    for value, letters in _ROMAN:
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)
