"""Quotation marks, paired: nested, over paragraphs that open again, with each language's own marks; apostrophes and primes are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.languages.shelf import language as language_of
from workbench.domain.spans import Span

_PAIRS = {
    "“": "”\"“", "„": "“”\"", '"': '"”“', "«": "»", "»": "«", "‘": "’'", "‚": "‘’", "‹": "›", "「": "」", "『": "』", "'": "'’", "”": "”",
    "״": "״", "〝": "〟", "''": "''", "``": "''",
}  # fmt: skip
"""Opening marks with what may close them, the usual one first."""
_SINGLE = frozenset("‘‚'‹")
_MARKS = re.compile("''|``|[“”„\"«»‘’‚‹›「」『』'״〝〟]")
_BEFORE = frozenset('([{—–-/¿¡…:=>“„«‘‚"「『')
_AFTER_CLOSE = frozenset(")]}.,;:!?…—–-/\"”“»’'」』।、。，")
_BEFORE_AGAIN = tuple(".!?…:,")
_ELISION = re.compile(r"['’‘](?:\d|(?:em|til|cause|n|twas|tis|bout|round|cuz|s)\b)", re.IGNORECASE)
_SENTENCE = 400
"""Code points before an opening mark in which the end of the sentence before is looked for."""
_NEAR = 300
"""Code points in which a second closing mark makes the first an apostrophe."""
_GLUED = frozenset(("ko", "ja", "zh"))
"""Languages that write a particle right behind a closing mark."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks. Spans are code points: `marks` from the opening to the closing mark, or to the end of the paragraph
    where none closes; `inner` without marks, one a paragraph. `depth` is 1 for outer quotations, 2 for those inside, and so on.
    """

    marks: Span
    inner: tuple[Span, ...]
    depth: int = 1


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    parts: list[Span]
    begin: int
    """Where the words of the present paragraph begin."""


def quotation_spans(text: str, language: str = "") -> tuple[Quoted, ...]:
    """All quotations of a text in order, outer ones before those inside them. `language` is an ISO 639-1 code; empty for unknown."""
    known = language_of(language) if language else None
    openers = frozenset(pair[0] for pair in known.quotation_marks) if known else frozenset()
    closers = {pair[1] for pair in known.quotation_marks} if known else set()
    found: list[tuple[Span, tuple[Span, ...]]] = []
    waiting: list[_Open] = []
    for line in re.finditer(r"[^\n]+", text):
        if not line[0].strip():
            continue
        stack = _again(text, line.start(), line.end(), waiting, found)
        at = stack[-1].begin if stack else line.start()
        _Line(text, line.start(), line.end(), openers - {"'"}, closers, language[:2] in _GLUED).read(at, stack, found)
        waiting = stack
    for left in waiting:
        _end_unclosed(text, left, found)
    return tuple(_nested(found))


def _again(text: str, start: int, end: int, waiting: list[_Open], found: list[tuple[Span, tuple[Span, ...]]]) -> list[_Open]:
    """The outermost open quotation if this paragraph opens it again; what is not opened again ends where its paragraph ended."""
    first = start
    while first < end and text[first].isspace():
        first += 1
    if not waiting:
        return []
    outer = waiting[0]
    again = first < end and (
        text.startswith(outer.mark, first) or (outer.mark == "„" and text[first] in "“„") or (outer.mark == "«" and text[first] == "»")
    )
    if not again:
        _end_unclosed(text, outer, found)
        return []
    outer.begin = first + len(outer.mark)
    return [outer]


def _end_unclosed(text: str, left: _Open, found: list[tuple[Span, tuple[Span, ...]]]) -> None:
    end = left.parts[-1].end
    if any(part.end > part.start for part in left.parts) and text[left.start + len(left.mark) : end].strip():
        found.append((Span(left.start, end), tuple(p for p in left.parts if p.end > p.start)))


class _Line:
    """One paragraph while its marks are read."""

    def __init__(self, text: str, start: int, end: int, openers: frozenset[str], closers: set[str], glued: bool) -> None:
        self.text, self.start, self.end = text, start, end
        self.openers, self.closers, self.glued = openers, closers, glued

    def read(self, at: int, stack: list[_Open], found: list[tuple[Span, tuple[Span, ...]]]) -> None:
        """Pair the marks of the paragraph; what stays open outermost stands on the stack afterwards, with this paragraph's part."""
        for match in _MARKS.finditer(self.text, at, self.end):
            mark, here, width = match[0], match.start(), len(match[0])
            if width == 1 and self._is_letter(mark, here):
                continue
            if self._again_here(mark, here, stack, found):
                continue
            level = self._closes(mark, here, stack)
            if level is not None:
                opened = stack[level]
                del stack[level:]
                inner = Span(opened.begin, here)
                parts = (*opened.parts, *((inner,) if inner.end > inner.start else ()))
                if parts and any(c.isalnum() for part in parts for c in self.text[part.start : part.end]):
                    found.append((Span(opened.start, here + width), parts))
            elif self._opens(mark, here, stack):
                stack.append(_Open(mark, here, [], here + width))
        end = self.end
        while end > self.start and self.text[end - 1].isspace():
            end -= 1
        kept = [o for o in stack if o.mark not in _SINGLE and self._alone_is_one(o)][:1]
        stack[:] = kept
        for left in kept:
            left.parts.append(Span(min(left.begin, end), end))

    def _again_here(self, mark: str, here: int, stack: list[_Open], found: list[tuple[Span, tuple[Span, ...]]]) -> bool:
        """Whether a mark opens again what is open, behind the end of a sentence: a quotation over paragraphs that were joined to one line.

        Behind "He said:" the open one has lost its closing mark; it ends with the sentence before.
        """
        if not stack or stack[-1].mark != mark or mark not in ("“", '"', "''"):
            return False
        before, after = self._around(here, len(mark))
        sign = self.text[here - 2] if here - 2 > stack[-1].start else ""
        if not before.isspace() or after.isspace() or not sign or (mark == "“" and sign not in _BEFORE_AGAIN):
            return False
        opened = stack[-1]
        if sign in ".!?…":
            opened.parts.append(Span(opened.begin, here - 1))
        else:
            low = max(opened.begin, here - _SENTENCE)
            end = max(self.text.rfind(sign + " ", low, here) for sign in ".!?…") + 1
            if not end:
                return False
            stack.pop()
            found.append((Span(opened.start, end), (*opened.parts, Span(opened.begin, end))))
            stack.append(_Open(mark, here, [], here))
            opened = stack[-1]
        opened.begin = here + len(mark)
        return True

    def _alone_is_one(self, left: _Open) -> bool:
        return left.mark in ("“", "„", "«", '"', "「", "『", "''") or bool(left.parts)

    def _around(self, here: int, width: int = 1) -> tuple[str, str]:
        before = self.text[here - 1] if here > self.start else " "
        after = self.text[here + width] if here + width < self.end else " "
        return before, after

    def _is_letter(self, mark: str, here: int) -> bool:
        """An apostrophe, a prime, or the mark inside an acronym."""
        before, after = self._around(here)
        if mark in "'’‘\"״”":
            if mark in "'’‘" and before.isalpha() and after.isalpha():
                return not (self.glued and mark in "'’")
            if mark in '"״”' and "\u05d0" <= before <= "\u05ea" and "\u05d0" <= after <= "\u05ea":
                return True
            if mark in "'’‘" and not before.isalnum() and _ELISION.match(self.text, here):
                return True
            return mark == "'" and before.isdigit() and after.isdigit()
        return False

    def _closes(self, mark: str, here: int, stack: list[_Open]) -> int | None:
        """Which open quotation a mark closes; None for none."""
        before, after = self._around(here, len(mark))
        for level in range(len(stack) - 1, max(-1, len(stack) - 6), -1):
            if not _may_close(mark, stack[level].mark):
                continue
            if mark in ("'", "’"):
                if before.isspace() or (after.isalnum() and not self.glued) or self._apostrophe(mark, here, stack[level].mark):
                    return None
                return level
            if mark in ('"', "“", "''") and self._starts(before, after) and mark not in self.closers - self.openers:
                inside = mark == stack[level].mark and mark in ('"', "''") and not before.isspace()
                return level if inside and before not in _BEFORE else None
            return level
        return None

    def _apostrophe(self, mark: str, here: int, opened: str) -> bool:
        """Whether a possessive (the workers’ pay) stands inside single marks: another closing mark comes before another opening one."""
        if self.text[here - 1 : here] not in ("s", "S") or not re.match(r" [a-z]", self.text[here + 1 : here + 3]):
            return False
        for match in _MARKS.finditer(self.text, here + 1, min(self.end, here + _NEAR)):
            if match[0] == opened and opened != mark:
                return False
            if match[0] == mark:
                before, after = self._around(match.start())
                if not after.isalnum():
                    return not before.isspace()
                return False
        return False

    def _starts(self, before: str, after: str) -> bool:
        return (before.isspace() or before in _BEFORE) and not after.isspace() and after not in ".,;:!?)"

    def _opens(self, mark: str, here: int, stack: list[_Open]) -> bool:
        before, after = self._around(here, len(mark))
        if mark not in _PAIRS:
            return False
        if len(mark) > 1:
            return self._starts(before, after)
        if mark in self.openers and mark not in "\"'‘":
            return True
        if mark in "«„‚‹「『〝":
            return True
        if mark == '"':
            if before.isdigit() and not stack and not after.isalnum():
                return False
            return not after.isspace() if not stack else self._starts(before, after)
        if mark in "'‘״”»“":
            return (
                self._starts(before, after) or (mark == "“" and not after.isspace()) or (self.glued and not after.isspace() and mark == "'")
            )
        return False


def _may_close(mark: str, opened: str) -> bool:
    """Whether a mark may close a quotation that another opened; two single signs are one mark."""
    return mark == "''" if opened in ("''", "``") else len(mark) == 1 and mark in _PAIRS[opened]


def _nested(found: list[tuple[Span, tuple[Span, ...]]]) -> Iterator[Quoted]:
    """The quotations in order with their depths."""
    ends: list[int] = []
    for marks, parts in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        while ends and ends[-1] <= marks.start:
            ends.pop()
        ends.append(marks.end)
        yield Quoted(marks, parts, len(ends))
