"""Is a part told as the whole: "among those sent" here, all of them there?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.differing_figures import SILENT
from workbench.checks.matter import Matter, Question, Saying
from workbench.checks.words import content
from workbench.domain.vocabulary import DiscrepancyType, Severity

_PART = re.compile(
    r"\b(?:among (?:those|them|the|others)|some of (?:the|them|its|his|her|their)|part of the|including (?:some|those|many|members)"
    r"|included (?:the|some|a)|(?:two|three|four|five|many|most|several|half) of (?:the|them|its|our|those))\b",
    re.IGNORECASE,
)
SHARED = 2  # words that both passages must have in common to speak of the same people or things


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim: the passage that speaks of a part first, then those of other articles that speak of all."""
    for sayings in matter.sayings.values():
        speaking = [s for s in sayings if s.appearance.stance not in SILENT and s.english]
        kept = next(((s, match[0]) for s in speaking if (match := _part(matter, s))), None)
        whole = [s for s in speaking if kept and s.article.id != kept[0].article.id and not _part(matter, s) and _alike(s, kept[0])]
        if kept and whole:
            why = f"{kept[0].article.exhibit} speaks of a part (“{kept[1]}”), {whole[0].article.exhibit} of all: “{whole[0].words}”."
            places = (kept[0].place, *(s.place for s in whole[:3]))
            yield Question(DiscrepancyType.COMPOSITION, Severity.MEDIUM, kept[0].claim.id, places, why)


def _part(matter: Matter, saying: Saying) -> re.Match[str] | None:
    """A word that takes a part, in the passage or right before it."""
    text = matter.texts[saying.article.id]
    return _PART.search(text, max(saying.sentence.start, saying.span.start - 16), saying.span.end)


def _alike(one: Saying, other: Saying) -> bool:
    return len(content(one.words) & content(other.words)) >= SHARED
