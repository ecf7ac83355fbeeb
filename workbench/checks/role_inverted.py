"""Does one article give the words of one person to the other: the asker becomes the asked?

Who speaks is read from the sentences (checks.attribution), and who is a person from the titles before names (checks.titles). A question
is raised where two articles or more have one person speak and another article has another person, whom those name as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from workbench.checks.matter import Matter, Question, Saying
from workbench.checks.titles import persons
from workbench.domain.vocabulary import ClaimKind, DiscrepancyType, Severity

_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+")
_WHO = re.compile(r"who\b", re.IGNORECASE)
BEFORE = 32  # code points before "who" in which the name stands


def ask(matter: Matter) -> Iterator[Question]:
    """One question an utterance: the passage with the other speaker first, then those that agree."""
    words = {person: frozenset(_NAME.findall(person)) for person in persons(matter)}
    for sayings in matter.sayings.values():
        if not sayings or sayings[0].claim.kind is not ClaimKind.UTTERANCE:
            continue
        spoken = [(s, who) for s in sayings if s.appearance.carries and s.english and (who := _speaker(matter, s, words))]
        if len({s.article.id for s, _ in spoken}) < 2:
            continue
        usual, _ = Counter(who for _, who in spoken).most_common(1)[0]
        agreeing = [s for s, who in spoken if who == usual]
        for saying, who in spoken:
            apart = {s.article.id for s in agreeing} - {saying.article.id}
            if who != usual and len(apart) > 1 and any(_mentions(matter.sentence(s), words[who]) for s in agreeing):
                told = [s for s in agreeing if s.article.id != saying.article.id]
                where = " and ".join(dict.fromkeys(s.article.exhibit for s in told[:2]))
                why = f"{saying.article.exhibit} has {who} say it; {where} have {usual}."
                places = (saying.place, *(s.place for s in told[:3]))
                yield Question(DiscrepancyType.ROLE_INVERTED, Severity.HIGH, saying.claim.id, places, why)
                break


def _speaker(matter: Matter, saying: Saying, people: Mapping[str, frozenset[str]]) -> str:
    """The person the passage is attributed to by its text; empty where that is nobody, no person, or may be two. What begins with "who"
    is said by whoever stands right before it, whatever the sentence is attributed to."""
    text = matter.texts[saying.article.id]
    if _WHO.match(saying.words):
        named = frozenset(_NAME.findall(text[max(saying.sentence.start, saying.span.start - BEFORE) : saying.span.start]))
    else:
        found = matter.attribution(saying)
        named = frozenset(_NAME.findall(found.who)) if found and found.named else frozenset()
    most = max((len(named & words) for words in people.values()), default=0)
    same = [person for person, words in people.items() if most and len(named & words) == most]
    return same[0] if len(same) == 1 else ""


def _mentions(text: str, names: frozenset[str]) -> bool:
    return bool(names & frozenset(_NAME.findall(text)))
