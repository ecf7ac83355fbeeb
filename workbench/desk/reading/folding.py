"""Page furniture folded away: which lines, and what is said in their place. Nothing is removed; a key unfolds. No Qt here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from workbench.domain.entities import Zone
from workbench.domain.plurals import counted, listed
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, ZoneKind

WHAT = {
    ZoneKind.BOILERPLATE: "page furniture",
    ZoneKind.RELATED: "other headlines",
    ZoneKind.COMMENT: "comments",
    ZoneKind.HIDDEN: "hidden text",
    ZoneKind.STRUCK: "struck-out text",
    ZoneKind.NOTE: "notes",
    ZoneKind.PAGE: "page heads and numbers",
    ZoneKind.QUOTED: "quoted messages",
}
"""What lines that are folded away are made of, in the order in which they are named."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines `first` to `last` (from 0, inclusive) are furniture or blank; `lines` of them have words, and `kinds` are what they are."""

    first: int
    last: int
    lines: int
    kinds: frozenset[ZoneKind] = frozenset({ZoneKind.BOILERPLATE})

    @property
    def words(self) -> str:
        return f"▸ F  {counted(self.lines, 'line')} of {listed([words for kind, words in WHAT.items() if kind in self.kinds])}"


def folds(text: str, zones: Sequence[Zone]) -> list[Fold]:
    """Runs of whole lines that furniture covers. A line with other words beside its furniture is never folded.

    Where everything is furniture nothing is folded: an empty pane would say less.
    """
    away = sorted((z for z in zones if z.kind in FURNITURE), key=lambda zone: zone.span)
    furniture = [zone.span for zone in away]
    if not furniture:
        return []
    body = False
    found: list[Fold] = []
    run: list[int] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        blank = not line.strip()
        if (blank and run) or (not blank and _covered(Span(start, start + len(line)), text, furniture)):
            run.append(number if not blank else -number - 1)
        else:
            body = body or not blank
            found += _fold(run)
            run = []
        start += len(line) + 1
    return _named([*found, *_fold(run)], text, away) if body else []


def _named(found: Sequence[Fold], text: str, away: Sequence[Zone]) -> list[Fold]:
    """Folds with the kinds of zones that their lines are in."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    spans = [Span(starts[fold.first], starts[fold.last + 1]) for fold in found]
    return [
        replace(fold, kinds=frozenset(zone.kind for zone in away if zone.span.overlaps(span)))
        for fold, span in zip(found, spans, strict=True)
    ]


def hits_told(text: str, zones: Sequence[Zone], hits: Sequence[Span], *, folded: bool = True) -> str:
    """How many hits there are, in words, and how many of them stand in lines that are folded away; "" for none."""
    if not hits:
        return ""
    away = _away(text, folds(text, zones), hits) if folded else 0
    seen = len(hits) - away
    words = counted(seen or away, "hit")
    return words if not away else f"{words}, {away} more in folded text" if seen else f"{words} in folded text"


def _away(text: str, found: Sequence[Fold], hits: Sequence[Span]) -> int:
    """How many hits begin in lines that fold."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))] if found else []
    hidden = {line for fold in found for line in range(fold.first, fold.last + 1)}
    return sum(bisect_right(starts, hit.start) - 1 in hidden for hit in hits)


def _fold(run: list[int]) -> list[Fold]:
    """A run of line numbers, blank ones negative, as one fold that ends with words."""
    while run and run[-1] < 0:
        run = run[:-1]
    words = [n for n in run if n >= 0]
    return [Fold(words[0], words[-1], len(words))] if words else []


def _covered(line: Span, text: str, furniture: Sequence[Span]) -> bool:
    """Whether every letter of a line lies in furniture, which is ordered."""
    left = line.start
    for span in furniture:
        if span.end <= left or span.start >= line.end:
            continue
        if text[left : max(left, span.start)].strip():
            return False
        left = max(left, span.end)
    return not text[left : line.end].strip()
