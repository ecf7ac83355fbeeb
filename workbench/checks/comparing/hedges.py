"""Is a doubt lost between articles, or between an article and its headline?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.checks.attribution_words import ALLEGED
from workbench.checks.comparing.covering import DISPLAY, around, lost, short
from workbench.checks.comparing.likeness import Alike, Likeness
from workbench.checks.comparing.places import chosen
from workbench.checks.matter import Question
from workbench.domain.vocabulary import DiscrepancyType, Severity

DOUBT = re.compile(
    rf"\b(?:{ALLEGED}|supposed|supposedly|apparently|presumably|possibly|perhaps|probably|(?:is|are|was|were) (?:believed|thought|said"
    r"|understood|feared|suspected)(?: to)?|believed to|may have|might have|could have|may be|might be|appears? to|appeared to|seems? to"
    r"|seemed to|thinks?|indications|if true|whether|looked like)\b",
    re.IGNORECASE,
)


def ask(likeness: Likeness, pairs: Sequence[Alike]) -> Iterator[Question]:
    """One question for each thing that some articles doubt and others state plainly."""
    for found in lost(likeness, pairs, DOUBT):
        first, doubt = likeness.stated[found.plain[0]], found.covers[0]
        doubting = likeness.stated[doubt.number]
        places = chosen([likeness.stated[n].place for n in (*found.plain, *(c.number for c in found.covers))])
        doubted = f"{doubting.reading.exhibit} has “{around(doubting, doubt)}”"
        why = f"{doubted}; {first.reading.exhibit} states it plainly: “{short(first.words)}”."
        severity = Severity.HIGH if first.sentence.zone in DISPLAY else Severity.MEDIUM
        yield Question(DiscrepancyType.HEDGE_LOST, severity, None, places, why)
