"""Finding typed words in a text, wherever they stand in it: also within longer words, as a person looks for them on a page. Spellings that
`folding` and `partings` know are the same, so that what the index finds of them is found here, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.domain.folding import Folded, figure, flat
from workbench.domain.partings import CONTRACTED, LITTLE, Parting, is_hebrew, partings, together
from workbench.domain.spans import Span

_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_STARTED = r"(?<![^\W_].)"
"""That a word begins one letter before."""
_JOINT = rf"[-·]|'(?!(?:{'|'.join(CONTRACTED)}){_END})"
_HEBREW_JOINT = "[-'·\"]?"
_FIGURE = r"(?<!\d)(?:[1-9]\d{0,2}(?:[.,' ]\d{3})+(?:[.,]\d+)?|[1-9]\d?(?:,\d{2})+,\d{3}|\d+(?:[.,]\d+)+|\d{4,})(?!\d)"
_ACRONYM = rf"{_START}(?:[^\W\d_]{{1,2}}\.)+[^\W\d_]{{1,2}}{_END}\.?"
_PIECES = re.compile(rf"(?P<figure>{_FIGURE})|(?P<pointed>{_ACRONYM})|(?P<word>[^\W_]+)|(?P<sign>.)")
_NO_GROUP_BEFORE = "".join(rf"(?<!(?<!\d)\d{{{size}}}[.,' ].)" for size in (1, 2, 3))
_PASTED_CUT = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")
"""A line end after a hyphen, in a line where it became a space."""
LARGEST_GROUP = 3
LAKH = 6
"""Digits of the first number that is written otherwise in India."""
_LONG = 40
"""Words after which only their letters are looked for: a passage that was pasted is there as it is, or not."""


class Sought:
    """Typed words, ready to be looked for. Spaces between them are any white space, capitals count for nothing."""

    def __init__(self, words: str) -> None:
        """Words with at least one sign that can be seen: see `sought`."""
        self._names = 0
        self._typed = _PASTED_CUT.sub("-", " ".join(flat(words).split()))
        pieces = [(str(match.lastgroup), match.group()) for match in _PIECES.finditer(self._typed)]
        self._simple = sum(kind == "word" for kind, _ in pieces) > _LONG
        self._pattern = re.compile("".join(self._parts(pieces)))

    def places(self, text: Folded) -> tuple[Span, ...]:
        """Where the words stand in the true text, in code points, ascending."""
        found = (match for match in self._pattern.finditer(text.text) if _is_capital(match, text))
        return tuple(text.span(*match.span()) for match in found)

    def stands_in(self, flat_text: str) -> bool:
        """Whether the words stand in a text that was folded by `flat`; capitals are unknown there."""
        return self._typed in flat_text or self._pattern.search(flat_text) is not None

    def _parts(self, pieces: list[tuple[str, str]]) -> Iterator[str]:
        """The pattern, piece by piece."""
        ways = {"figure": self._figure, "pointed": self._pointed, "word": self._word}
        for at, (kind, piece) in enumerate(pieces):
            if kind in ways:
                first, *rest = ways[kind](piece)  # a pattern that begins with a letter is looked for quickly
                yield re.escape(piece[0]) + (f"(?:{'|'.join([first, *rest])})" if rest else first)
            elif 0 < at < len(pieces) - 1 and pieces[at - 1][0] == pieces[at + 1][0] == "word":
                yield _between(piece, pieces[at - 1][1], pieces[at + 1][1])
            else:
                yield " +" if piece == " " else re.escape(piece)

    def _word(self, word: str) -> list[str]:
        """The ways in which a word goes on after its first letter."""
        letters = "".join(_joint(first, second) + re.escape(second) for first, second in pairwise(word))
        if self._simple:
            return [letters]
        return [letters, *(self._apart(parting) for parting in partings(word) if parting.point or parting.space)]

    def _apart(self, parting: Parting) -> str:
        """A word written apart in one way, and not as a part of longer ones."""
        parts = list(parting.pieces)
        if parting.capital >= 0:
            piece = parts[parting.capital]
            parts[parting.capital] = f"{piece[0]}(?P<{self._name('capital')}>){piece[1:]}"
        rest = (r"\." if parting.point else " +").join(parts)[1:]
        return f"{_STARTED}{rest}{_END}" + (r"\.?" if parting.point else "")

    def _pointed(self, typed: str) -> list[str]:
        """An acronym with points, or as one word: that must be written in capitals where it is an ordinary word, too."""
        word = typed.replace(".", "")
        plain = f"(?P<{self._name('all')}>{word[1:]})" if word in LITTLE else word[1:]
        return [rf"{re.escape(typed.rstrip('.')[1:])}{_END}\.?", f"{_STARTED}{plain}{_END}"]

    def _figure(self, typed: str) -> list[str]:
        """A figure as it is typed, also within a longer one; or the same with other marks, and then whole."""
        number = figure(typed)
        ways = [re.escape(typed[1:])]
        if typed != number or "." in number:
            ways.append(rf"(?<!\d.){number[1:].replace('.', '[.,]')}(?!\d)")
        for parting in partings(number):
            mark = self._name("mark")
            first, *others = (piece.replace(".", "[.,]") for piece in parting.pieces)
            groups = rf"{first[1:]}(?P<{mark}>[.,' ])" + f"(?P={mark})".join(others)
            before = _NO_GROUP_BEFORE if len(first) == LARGEST_GROUP else ""
            ways.append(rf"(?<!\d.){before}{groups}(?!\d)(?!(?P={mark})\d{{3}}(?!\d))")
        if lakhs := _by_hundreds(number):
            ways.append(rf"(?<!\d.){lakhs[1:]}(?!\d)")
        return ways

    def _name(self, kind: str) -> str:
        self._names += 1
        return f"{kind}{self._names}"


def sought(words: str) -> Sought | None:
    """What was typed to be looked for; None when there is nothing to see in it."""
    return Sought(words) if flat(words).strip() else None


def all_sought(words: str) -> tuple[Sought, ...]:
    """Each of the words that were typed by itself, in whatever order; a figure with spaces in it is one."""
    typed = re.sub(r"(?<!\d)([1-9]\d{0,2}(?: \d{3})+)(?!\d)", lambda match: match[1].replace(" ", "'"), " ".join(words.split()))
    return tuple(filter(None, map(sought, typed.split())))


def _joint(first: str, second: str) -> str:
    """What may stand between two letters of a word."""
    if first.isdigit() and second.isdigit():
        return ""
    return _HEBREW_JOINT if is_hebrew(first) and is_hebrew(second) else f"(?:{_JOINT})?"


def _between(sign: str, before: str, after: str) -> str:
    """What may stand for a sign between two words: one of those that join words, or a space."""
    if before[-1].isdigit() and after[0].isdigit():
        return " +" if sign == " " else re.escape(sign)
    if sign == " ":
        one = rf"|(?<={_START}{before})(?={after}{_END})" if together([before, after], sign) else ""
        return f"(?: +|{_JOINT}{one})"
    joins = sign != "." and together([before, after], sign)
    if joins and sign == '"':
        return _HEBREW_JOINT
    if not joins:
        return re.escape(sign) + (" *" if sign == "-" else "")
    return f"(?:(?:{_JOINT}) *| +)?"


def _by_hundreds(number: str) -> str:
    """The digits of a whole number in the Indian way, 1,50,000; "" where that is no other than the usual one."""
    if not number.isdigit() or len(number) < LAKH:
        return ""
    head = number[:-3]
    return ",".join([*re.findall(r"\d{1,2}(?=(?:\d{2})*$)", head), number[-3:]])


def _is_capital(match: re.Match[str], text: Folded) -> bool:
    """Whether what must be written with capitals is: the letter before a group called capital, or that and the group called all."""
    for name, words in match.groupdict().items():
        if words is not None and not name.startswith("mark"):
            start, end = match.span(name)
            true = text.true[slice(*text.span(start - 1, end))]
            if not (true.isupper() if name.startswith("all") else not true[0].islower()):
                return False
    return True
