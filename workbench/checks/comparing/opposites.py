"""Do articles say of one thing what cannot both have been done: summoned against recalled, confirmed against denied? English only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.comparing.covering import DISPLAY
from workbench.checks.comparing.likeness import Alike, Likeness, Stated
from workbench.checks.comparing.places import chosen
from workbench.checks.matter import Question
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, Severity

Deeds = Mapping[tuple[int, int, str], Span]
"""Words by pair of opposed deeds, side of it, and the thing that it is done to."""
ALIKE = 0.12
NEAR = 3
"""Words between a deed and what it is done to."""
_OPPOSED = (
    ("summoned summons summoning", "recalled recalls recalling expelled expels"),
    ("approved approves", "rejected rejects blocked blocks vetoed"),
    ("accepted accepts", "rejected rejects refused refuses declined"),
    ("raised raises", "cut cuts lowered lowers"),
    ("opened opens reopened", "closed closes shut"),
    ("won wins", "lost loses"),
    ("convicted", "acquitted cleared"),
    ("resigned resigns quit", "sacked fired dismissed ousted"),
    ("bought buys acquired", "sold sells"),
    ("joined joins", "left leaves quit"),
    ("postponed delayed", "cancelled canceled scrapped"),
    ("attacked", "defended"),
)
_SIDES: dict[str, list[tuple[int, int]]] = {}
for _number, _pair in enumerate(_OPPOSED):
    for _side, _words in enumerate(_pair):
        for _word in _words.split():
            _SIDES.setdefault(_word, []).append((_number, _side))
_WORD = re.compile(r"[^\W\d_]+")


def ask(likeness: Likeness, pairs: Sequence[Alike]) -> Iterator[Question]:
    """One question for each two opposed deeds done to one thing in sentences that are alike."""
    done = {number: found for number, stated in enumerate(likeness.stated) if (found := _done(stated))}
    told: set[tuple[str, str]] = set()
    for pair in pairs:
        if pair.score < ALIKE or pair.one not in done or pair.other not in done:
            continue
        for opposed, key, here, there in _opposed(done[pair.one], done[pair.other]):
            if (opposed, key) not in told:
                told.add((opposed, key))
                yield _question(likeness.stated[pair.one], likeness.stated[pair.other], here, there)


def _opposed(one: Deeds, other: Deeds) -> Iterator[tuple[str, str, Span, Span]]:
    """Where two sentences say opposed deeds of one thing: the pair of deeds, the thing's key, and the words of each."""
    for (number, side, key), here in sorted(one.items()):
        there = other.get((number, 1 - side, key))
        if there:
            yield str(number), key, here, there


def _done(stated: Stated) -> Deeds:
    """The deeds of a sentence with the things (concepts) that they are done to: the words from the deed to the thing."""
    text, sentence = stated.reading.text, stated.sentence
    found: dict[tuple[int, int, str], Span] = {}
    for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
        for number, side in _SIDES.get(match[0].casefold(), ()):
            near = [c for c in sentence.concepts if match.end() <= c.span.start and not c.key.startswith(("#", "@", "="))]
            for concept in near[:NEAR]:
                found.setdefault((number, side, concept.key), Span(match.start(), concept.span.end))
    return found


def _question(one: Stated, other: Stated, here: Span, there: Span) -> Question:
    shown = any(each.sentence.zone in DISPLAY for each in (one, other))
    why = f"{one.reading.exhibit} has “{one.reading.words(here)}”, {other.reading.exhibit} “{other.reading.words(there)}”."
    kind = DiscrepancyType.HEADLINE if shown else DiscrepancyType.PREDICATE
    return Question(kind, Severity.HIGH, None, chosen((one.place, other.place)), why)
