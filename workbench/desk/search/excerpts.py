"""Every place of a text where something was found, in short excerpts. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.spans import Span
from workbench.search.documents import Snippet
from workbench.search.snippets import different

WIDTH = 190
"""Code points of an excerpt: two lines of the panel."""
_BEFORE = 50
_SLACK = 18


def excerpts(text: str, spans: Sequence[Span], most: int = 0) -> list[Snippet]:
    """Excerpts in the order of the text; together they have every span, each as code points of its excerpt. Where something is left out
    an ellipsis stands; line breaks are spaces. Without spans: the beginning of the text.

    With `most`, only so many: those with the most different words of what was asked for, the first ones among equals.
    """
    if not spans:
        return [_cut(text, 0, min(len(text), WIDTH), ())]
    groups: list[tuple[int, int]] = []
    first = 0
    while first < len(spans):
        begin = spans[first].start
        last = first
        while last + 1 < len(spans) and spans[last + 1].end - begin <= WIDTH - _BEFORE:
            last += 1
        groups.append((first, last))
        first = last + 1
    if most:
        best = sorted(groups, key=lambda group: -different(text, spans[group[0] : group[1] + 1]))[:most]
        groups = sorted(best)
    return [_around(text, spans, first, last) for first, last in groups]


def _around(text: str, spans: Sequence[Span], first: int, last: int) -> Snippet:
    """One excerpt with the spans from `first` to `last` and what stands around them, cut at spaces, within the paragraph."""
    floor = spans[first - 1].end if first else 0
    ceiling = spans[last + 1].start if last + 1 < len(spans) else len(text)
    paragraph = text.rfind("\n\n", floor, spans[first].start) + 2
    start = max(floor, paragraph if paragraph > 1 else 0)
    begin = start if spans[last].end - start <= WIDTH - _BEFORE else max(start, spans[first].start - _BEFORE)
    end = min(ceiling, max(spans[last].end, begin + WIDTH))
    broken = text.find("\n\n", spans[last].end, end)
    end = broken if broken >= 0 else end
    return _cut(text, _at_space(text, begin, spans[first].start, 1), _at_space(text, end, spans[last].end, -1), spans[first : last + 1])


def _at_space(text: str, at: int, bound: int, step: int) -> int:
    """The nearest place at a space on the way to `bound`, a few characters on; `at` itself when there is none."""
    if at in (0, len(text)):
        return at
    for moved in range(_SLACK):
        place = at + step * moved
        if (place - bound) * step >= 0:
            return bound
        if text[place - 1].isspace() or text[place].isspace():
            return place
    return at


def _cut(text: str, begin: int, end: int, spans: Sequence[Span]) -> Snippet:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    before = "…" if text[:begin].strip() else ""
    after = "" if not text[end:].strip() else "…" if text[end - 1 : end].isalnum() else " …"
    shift = len(before) - begin
    plain = "".join(" " if char.isspace() else char for char in text[begin:end])
    return Snippet(before + plain + after, begin, tuple(Span(s.start + shift, s.end + shift) for s in spans))
