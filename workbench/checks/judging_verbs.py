"""Do the verbs judge: did he say it, admit it or insist on it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.attribution_words import CLAIMED, JUDGING, PLAIN
from workbench.checks.matter import Matter, Question, Saying
from workbench.domain.vocabulary import CARRYING, DiscrepancyType, Severity, Stance

_JUDGING, _CLAIMED, _PLAIN = (re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE) for verbs in (JUDGING, CLAIMED, PLAIN))
SPOKEN = CARRYING | {Stance.PARTIAL}


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim: the passage with the judging verb first, then those with a plain one. "Claimed" weighs less."""
    for sayings in matter.sayings.values():
        verbs = [(s, verb) for s in sayings if s.appearance.stance in SPOKEN and s.english and (verb := _verb(matter, s))]
        plain = [(s, verb) for s, verb in verbs if _PLAIN.fullmatch(verb)]
        for weighs, severity in ((_JUDGING, Severity.MEDIUM), (_CLAIMED, Severity.LOW)):
            judging = [(s, verb) for s, verb in verbs if weighs.fullmatch(verb)]
            pair = next(((one, other) for one in judging for other in plain if one[0].article.id != other[0].article.id), None)
            if pair:
                one, other = pair
                why = f"{one[0].article.exhibit} writes “{one[1]}” where {other[0].article.exhibit} writes “{other[1]}”."
                others = [s.place for s, _ in plain if s.article.id != one[0].article.id]
                yield Question(DiscrepancyType.VERB, severity, one[0].claim.id, (one[0].place, *others[:2]), why)
                break


def _verb(matter: Matter, saying: Saying) -> str:
    """The verb that the passage stands under: one in it, else the one that its sentence attributes it with."""
    own = _JUDGING.search(saying.words) or _PLAIN.search(saying.words)
    if own:
        return own[0]
    found = matter.attribution(saying)
    return found.verb if found and found.named else ""
