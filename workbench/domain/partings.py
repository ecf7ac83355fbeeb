"""How one word may be written apart: cease-fire and cease fire for ceasefire, MH-17 for MH17, U.S. for US, 12 000 for 12000; and when
words after each other may be one. With a hyphen or a point any division counts. With a space alone only one whose pieces are neither too
short nor words such as "may" and "be", or maybe would be found in every second sentence; with an apostrophe only one that is no
contraction, or I'll would be ill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.domain.stopwords import STOPWORDS

LONGEST_POINTED = 6
"""Letters of an acronym with a point after each."""
LONGEST_PIECE = 2
"""Letters between two points: Ph.D."""
SHORTEST_OPEN = 3
"""Letters of each half of a word with a space in it."""
_BESIDE = ("us", "me", "may", "might", "must", "shall", "every", "ever", "back", "away", "one", "way", "else", "even", "per", "via")
LITTLE = STOPWORDS | frozenset(_BESIDE)
"""Words that stand beside others without being one word with them; of an acronym that looks like one capitals are asked for."""
CONTRACTED = frozenset(("s", "d", "m", "ll", "re", "ve"))
"""What stands for a word of its own after an apostrophe. Without the t of don't: dont is only that."""
_FIGURE = re.compile(r"([1-9]\d{3,})(\.\d+)?")
_GROUPS = re.compile(r"\d{1,3}(?=(?:\d{3})*$)")


class Parting(NamedTuple):
    """The pieces of a word, and what may stand between them: a hyphen or the line end that cuts it (`tight`), an apostrophe, a point, one
    space.

    `capital` is the number of the piece that must not be written small, where only that tells it from an ordinary word; -1 for none.
    Pieces of a figure are its groups: the same mark or a space stands between all of them, and no further group around them.
    """

    pieces: tuple[str, ...]
    tight: bool = False
    apostrophe: bool = False
    point: bool = False
    space: bool = False
    capital: int = -1
    figure: bool = False


def is_hebrew(letter: str) -> bool:
    """Whether a mark of a quotation may stand within a word after or before this letter."""
    return "\u05d0" <= letter <= "\u05ea"


def partings(word: str, *, spaces_only: bool = False) -> Iterator[Parting]:
    """The ways in which a folded word, or the digits of a figure, may be written apart; if asked for only those where a space may stand."""
    if figure := _FIGURE.fullmatch(word):
        *first, last = _GROUPS.findall(figure[1])
        yield Parting((*first, last + (figure[2] or "")), figure=True)
    elif spaces_only and word.isalpha():
        pairs = ((word[:cut], word[cut:]) for cut in range(SHORTEST_OPEN, len(word) - SHORTEST_OPEN + 1))
        yield from (Parting(pair, space=True) for pair in pairs if pair[0] not in LITTLE and pair[1] not in LITTLE)
    elif word.isalnum():
        for cut in range(1, len(word)):
            yield from _in_two(word[:cut], word[cut:])
        if LONGEST_PIECE < len(word) <= LONGEST_POINTED and word.isalpha():
            yield Parting(tuple(word), tight=True, point=True)


def _in_two(first: str, second: str) -> Iterator[Parting]:
    before, after = first[-1].isdigit(), second[0].isdigit()
    if before and after:
        return
    point = max(len(first), len(second)) <= LONGEST_PIECE and not before and not after
    space = min(len(first), len(second)) >= SHORTEST_OPEN and first not in LITTLE and second not in LITTLE
    if before != after:
        letters = first if after else second
        space = len(letters) > 1 and letters not in LITTLE
        if not space:  # G 7, but not "a 7"
            yield Parting((first, second), space=True, capital=0 if after else 1)
    yield Parting((first, second), tight=True, apostrophe=second not in CONTRACTED, point=point, space=space)


def together(words: Sequence[str], signs: Sequence[str]) -> str:
    """Several folded words as one, if what stands between them, one sign fewer, joins them: a folded hyphen, apostrophe, point or space.

    "" if they never are one: two figures, a contraction, words such as "may" and "be" with a space.
    """
    word = "".join(words)
    between = zip(words, words[1:], signs, strict=False)
    return word if word.isalnum() and all(_joins(*pair) for pair in between) and not (word in LITTLE and " " in signs) else ""


def _joins(first: str, second: str, sign: str) -> bool:
    if first[-1].isdigit() and second[0].isdigit():
        return False
    if sign == " ":
        return first not in LITTLE and second not in LITTLE
    if sign == ".":
        return max(len(first), len(second)) <= LONGEST_PIECE
    if sign == '"':
        return is_hebrew(first[-1]) and is_hebrew(second[0])
    return sign in ("-", "·") or (sign == "'" and second not in CONTRACTED)
