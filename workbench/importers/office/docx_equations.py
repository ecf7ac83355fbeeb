"""Equations of Word in one line, with the signs that keep their parts apart: a fraction is "1/2", never 12."""

from __future__ import annotations

from workbench.importers.office.manuscript import Manuscript
from workbench.importers.office.xml_parts import Attributes, Part, value
from workbench.importers.raised import lowered, raised

_SUM = "∫"


class Equations:
    """What `part` does at the elements of equations; it goes on in `text`."""

    def __init__(self, part: Part, text: Manuscript) -> None:
        self._text = text
        self._shifts: list[str] = []
        self._brackets: list[list[str]] = []  # of each that is open: the sign before it, the one behind it
        self._depths: list[int] = []
        self._depth = 0
        part.on("m:den", lambda _: text.write("/"))
        part.on("m:rad", lambda _: text.write("√"))
        part.on("m:sup", lambda _: self._shifts.append("^"), self._level)
        part.on("m:sub", lambda _: self._shifts.append("_"), self._level)
        part.on("m:naryPr", lambda _: self._brackets.append([_SUM, ""]), self._operator)
        part.on("m:chr", lambda a: self._set(0, a))
        part.on("m:d", self._bracket, self._close)
        part.on("m:begChr", lambda a: self._set(0, a))
        part.on("m:endChr", lambda a: self._set(1, a))
        part.on("m:e", self._open, self._up)
        part.on("m:oMathPara", None, text.end_line)

    def shifted(self, words: str) -> str:
        """Words of an equation as they stand there: raised, lowered, or with a sign before them that says so."""
        if not self._shifts or not words.strip():
            return words
        moved = (raised if self._shifts[-1] == "^" else lowered)(words)
        return moved if moved != words else self._shifts[-1] + words

    def _level(self) -> None:
        if self._shifts:
            self._shifts.pop()

    def _set(self, place: int, attributes: Attributes) -> None:
        if self._brackets:
            self._brackets[-1][place] = value(attributes, "m:val")

    def _operator(self) -> None:
        if self._brackets:
            self._text.write(self._brackets.pop()[0])

    def _bracket(self, _attributes: Attributes) -> None:
        self._brackets.append(["(", ")"])
        self._depths.append(self._depth)

    def _open(self, _attributes: Attributes) -> None:
        """The first part between brackets, or the next one."""
        if self._brackets and self._depths and self._depths[-1] == self._depth:
            self._text.write(self._brackets[-1][0])
            self._brackets[-1][0] = "|"
        self._depth += 1

    def _up(self) -> None:
        self._depth -= 1

    def _close(self) -> None:
        if self._brackets and self._depths:
            self._depths.pop()
            self._text.write(self._brackets.pop()[1])
