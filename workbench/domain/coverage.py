"""Nothing left unread: which sentences of an article nobody has marked, checked off or set aside as furniture."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Coverage:
    """Sentences of body text: how many there are, how many carry a mark, how many were checked off, and which are left."""

    total: int
    marked: int
    checked: int
    unread: tuple[Span, ...]

    @property
    def text(self) -> str:
        return f"{self.marked + self.checked} of {self.total} sentences read"


def coverage(sentences: Sequence[Span], marks: Iterable[Span], checked: Iterable[Span], furniture: Iterable[Span]) -> Coverage:
    """The coverage of an article. A sentence counts as read when any of a mark or a check lies in it; one that is mostly furniture does
    not count at all, one with a struck-out word or the mark of a note does."""
    away = list(furniture)
    aside = {at for at in _touched(sentences, away) if mostly(sentences[at], away)}
    body = [i for i in range(len(sentences)) if i not in aside]
    marked, ticked = _touched(sentences, marks), _touched(sentences, checked)
    unread = tuple(sentences[i] for i in body if i not in marked and i not in ticked)
    return Coverage(len(body), sum(i in marked for i in body), sum(i in ticked and i not in marked for i in body), unread)


def mostly(span: Span, furniture: Iterable[Span]) -> bool:
    """Whether at least half of a span lies in furniture."""
    inside, at = 0, span.start
    for away in sorted(furniture):
        start, end = max(at, away.start), min(span.end, away.end)
        if start < end:
            inside += end - start
            at = end
    return 2 * inside >= span.end - span.start


def _touched(sentences: Sequence[Span], spans: Iterable[Span]) -> set[int]:
    """The numbers of the sentences (ordered, disjoint) that overlap one of the spans."""
    ends = [s.end for s in sentences]
    found: set[int] = set()
    for span in spans:
        at = bisect_left(ends, span.start + 1)
        while at < len(sentences) and sentences[at].start < span.end:
            found.add(at)
            at += 1
    return found
