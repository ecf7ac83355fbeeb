"""Who says what in languages that are read by patterns of a whole sentence: those that end with the verb or write no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from workbench.domain.spans import Span

LONGEST = 700
"""Code points of a sentence that are read."""
_TRIM = "“”\"'‘’«»„「」『』״ ،,.:："


class Told(NamedTuple):
    """The places of a saying in a text. `content` is None where the sentence before is what is said."""

    content: Span | None
    source: Span
    cue: Span
    who: str


@cache
def _patterns(templates: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(t) for t in templates)


def told(text: str, sentence: Span, templates: tuple[str, ...]) -> Iterator[Told]:
    """What a sentence says that somebody says: the first pattern that fits."""
    part = text[sentence.start : min(sentence.end, sentence.start + LONGEST)].rstrip()
    for pattern in _patterns(templates):
        match = pattern.search(part)
        if match is None:
            continue
        who = _span(match, "who", sentence.start)
        cue = _span(match, "verb", sentence.start)
        name = text[who.start : who.end].strip(_TRIM)
        if not name:
            continue
        content = None if "prior" in pattern.groupindex else _span(match, "what", sentence.start)
        yield Told(content, who, cue, name)
        return


def _span(match: re.Match[str], group: str, start: int) -> Span:
    a, b = match.span(group)
    found = match[group]
    return Span(start + a + len(found) - len(found.lstrip()), start + b - (len(found) - len(found.rstrip())))
