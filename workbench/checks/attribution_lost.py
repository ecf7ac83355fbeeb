"""Does one article state as fact what another gives as somebody's word? Claims that are confirmed, and utterances, may be stated."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.attribution_words import ATTRIBUTION
from workbench.checks.matter import Matter, Question, Saying
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import ClaimKind, DiscrepancyType, Severity, Stance


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim: the plain passages, each with an attributed one beside it."""
    for sayings in matter.sayings.values():
        if not sayings or sayings[0].claim.status is Status.CONFIRMED or sayings[0].claim.kind is ClaimKind.UTTERANCE:
            continue
        attributed = [s for s in sayings if s.appearance.stance is Stance.REPORTS and s.appearance.attributed_to.strip()]
        plain = [s for s in sayings if _plain(matter, s)]
        if attributed and plain:
            first = next((s for s in attributed if s.article.id == plain[0].article.id), attributed[0])
            where = " and ".join(dict.fromkeys(s.article.exhibit for s in plain))
            whence = "the same article" if where == first.article.exhibit else first.article.exhibit
            says = "say" if " and " in where else "says"
            why = f"{where} {says} it as fact; {whence} has it from {first.appearance.attributed_to.strip()}."
            places = tuple(s.place for s in (*plain[:3], first))
            yield Question(DiscrepancyType.ATTRIBUTION_LOST, Severity.HIGH, first.claim.id, places, why)


def _plain(matter: Matter, saying: Saying) -> bool:
    appearance = saying.appearance
    said = appearance.attributed_to.strip() or appearance.hedge.strip()
    return saying.english and appearance.stance is Stance.ASSERTS and not said and not ATTRIBUTION.search(matter.sentence(saying))
