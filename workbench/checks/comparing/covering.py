"""Words that take back what stands right after them, and the sentences of other articles that say the same without them.

A word such as "is believed to" or "it is unclear why" covers the next few concepts of its clause. A like sentence that has most of their
weight says the same thing plainly. English only; other languages fall silent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.comparing.likeness import Alike, Likeness, Stated
from workbench.domain.vocabulary import ZoneKind

ALIKE = 0.16
"""How alike two sentences must be."""
COVERED = 4
"""Concepts after a word that it covers, within REACH code points and its clause."""
REACH = 90
MOSTLY = 0.6
"""The part of their weight that a plain sentence must have."""
SHORT = 80
DISPLAY = frozenset({ZoneKind.HEADLINE, ZoneKind.DECK, ZoneKind.BULLET})
_BREAK = re.compile(
    r"[;:\n]|,\s(?:the|a|an|he|she|they|it)\b|,\s(?:but|and|while|who|which)\b|\b(?:but|while|when|after|before|although)\b"
)
_QUOTED_WORD = re.compile(r"(?:^|\s)[‘'“\"][^’'”\"]{2,40}[’'”\"]")


@dataclass(frozen=True, slots=True)
class Cover:
    """A word in a sentence (by its number), and the concepts that it covers."""

    number: int
    word: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lost:
    """What some sentences take back and others (by number, display copy first) say plainly."""

    covers: tuple[Cover, ...]
    plain: tuple[int, ...]


def lost(likeness: Likeness, pairs: Sequence[Alike], words: re.Pattern[str]) -> list[Lost]:
    """What is taken back by one of these words in one article and said plainly in another, in order; `pairs` are sentences alike."""
    read = (_cover(number, stated, words) for number, stated in enumerate(likeness.stated))
    covers = {cover.number: cover for cover in read if cover}
    found: dict[str, list[tuple[Cover, int]]] = defaultdict(list)
    for pair in pairs:
        for taking, plain in ((pair.one, pair.other), (pair.other, pair.one)):
            cover = covers.get(taking)
            if cover and plain not in covers and pair.score >= ALIKE and _says(likeness, plain, cover):
                found[_heart(likeness, cover, plain)].append((cover, plain))
    return [_gathered(likeness, each) for each in found.values()]


def around(stated: Stated, cover: Cover) -> str:
    """The word with what it covers, cut short."""
    words = stated.words
    at = words.find(cover.word)
    return short(words[at:]) if at >= 0 else cover.word


def short(words: str) -> str:
    """The beginning of some words, for a line."""
    return words if len(words) <= SHORT else f"{words[: SHORT - 2].rsplit(' ', 1)[0]} …"


def _cover(number: int, stated: Stated, words: re.Pattern[str]) -> Cover | None:
    """The word in a sentence that covers most; of two that cover as much the later one, which is nearer to what it covers."""
    text, span = stated.reading.text, stated.sentence.span
    best = None
    for match in words.finditer(text, span.start, span.end):
        end = min(span.end, match.end() + REACH)
        stop = _BREAK.search(text, match.end(), end)
        last = stop.start() if stop else end
        keys = [c.key for c in stated.sentence.concepts if match.end() <= c.span.start < last][:COVERED]
        if keys and (best is None or len(keys) >= len(best.keys)):
            best = Cover(number, match[0], frozenset(keys))
    return best


def _says(likeness: Likeness, plain: int, cover: Cover) -> bool:
    """Whether a sentence says most of what is covered; a headline that sets a word in quotation marks does not say it itself."""
    stated = likeness.stated[plain]
    if stated.sentence.zone in DISPLAY and _QUOTED_WORD.search(stated.words):
        return False
    weights = {key: likeness.weights.get(key, 0.0) for key in cover.keys}
    shared = {key: weight for key, weight in weights.items() if key in stated.sentence.keys}
    telling = len(shared) > 1 or any(key.startswith("=") for key in shared)
    return telling and sum(shared.values()) > 0 and sum(shared.values()) >= MOSTLY * sum(weights.values())


def _heart(likeness: Likeness, cover: Cover, plain: int) -> str:
    """The weightiest of the covered concepts that the plain sentence has: what the question is about."""
    return min(cover.keys & likeness.stated[plain].sentence.keys, key=lambda key: (-likeness.weights[key], key))


def _gathered(likeness: Likeness, found: Sequence[tuple[Cover, int]]) -> Lost:
    covers = sorted({cover.number: cover for cover, _ in found}.values(), key=lambda cover: cover.number)
    plain = sorted({number for _, number in found}, key=lambda n: (likeness.stated[n].sentence.zone not in DISPLAY, n))
    return Lost(tuple(covers), tuple(plain))
