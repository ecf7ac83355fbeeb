"""Does one article say that a thing is not known, or not confirmed, which another one states?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.checks.comparing.covering import DISPLAY, around, lost, short
from workbench.checks.comparing.likeness import Alike, Likeness
from workbench.checks.comparing.places import chosen
from workbench.checks.matter import Question
from workbench.domain.vocabulary import DiscrepancyType, Severity

UNKNOWN = re.compile(
    r"\b(?:unclear|not (?:yet )?(?:known|clear|confirmed|verified)|unknown|too early|no (?:confirmed )?evidence"
    r"|(?:has|have|had)(?: not|n[’']t) (?:yet )?(?:confirmed|verified|said|commented)|yet to (?:be )?\w+"
    r"|could(?: not|n[’']t) (?:be )?(?:confirmed?|verif(?:y|ied)))\b",
    re.IGNORECASE,
)


def ask(likeness: Likeness, pairs: Sequence[Alike]) -> Iterator[Question]:
    """One question for each thing that is unknown to some articles and stated by others."""
    for found in lost(likeness, pairs, UNKNOWN):
        first, unknown = likeness.stated[found.plain[0]], found.covers[0]
        saying = likeness.stated[unknown.number]
        places = chosen([likeness.stated[n].place for n in (*found.plain, *(c.number for c in found.covers))])
        why = f"{saying.reading.exhibit} has “{around(saying, unknown)}”; {first.reading.exhibit} states: “{short(first.words)}”."
        shown = first.sentence.zone in DISPLAY
        yield Question(DiscrepancyType.HEADLINE if shown else DiscrepancyType.PREDICATE, Severity.MEDIUM, None, places, why)
