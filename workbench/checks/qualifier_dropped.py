"""Does one article keep a qualifier that another drops: "about", "up to", "at least", "allegedly", "first such"?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.checks import attribution_words as said
from workbench.checks.attribution_words import ALLEGED, ATTRIBUTION
from workbench.checks.differing_figures import SILENT
from workbench.checks.figures import figures
from workbench.checks.matter import Matter, Question, Saying
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import ClaimKind, DiscrepancyType, Severity, Stance

ABOUT, CEILING, FLOOR = "approximation", "ceiling", "floor"
QUALIFIERS = {
    ABOUT: f"{said.ABOUT}|an estimated|estimated",
    CEILING: f"{said.CEILING}|as much as|as high as|at most|no more than|fewer than|less than|under|below|a maximum of",
    FLOOR: f"{said.FLOOR}|no fewer than|no less than|over|above|as few as|a minimum of|exceeding",
}
_BEFORE = {kind: re.compile(rf"\b({words})\s+(?:an?\s+|the\s+)?$", re.IGNORECASE) for kind, words in QUALIFIERS.items()}
_SUCH = re.compile(r"\b(first|only|last|biggest|largest|worst)\s+such\b", re.IGNORECASE)
_ALLEGED = re.compile(rf"\b(?:{ALLEGED})\b", re.IGNORECASE)
LEAD = 24  # code points before a figure in which its qualifier stands


def ask(matter: Matter) -> Iterator[Question]:
    """At most one question a claim: the passage that keeps the qualifier first, then those that drop it."""
    for sayings in matter.sayings.values():
        speaking = [s for s in sayings if s.appearance.stance not in SILENT and s.english]
        found = _of_figures(matter, speaking) or _such(speaking) or _alleged(matter, speaking)
        if found:
            yield found


def _of_figures(matter: Matter, sayings: Sequence[Saying]) -> Question | None:
    """The same figure as a ceiling or a floor here, and plain or as something else there; "about" and nothing weigh less."""
    kept: dict[object, list[tuple[Saying, str, str, str]]] = {}
    for saying in sayings:
        for figure in figures(saying.words, saying.language):
            kind, word = _before(matter, saying, figure.span.start)
            kept.setdefault(figure.value, []).append((saying, kind, word, figure.words))
    for found in kept.values():
        kinds = {kind for _, kind, _, _ in found}
        if len(kinds) > 1 and len({s.article.id for s, *_ in found}) > 1:
            weighty = bool(kinds & {CEILING, FLOOR})
            order = [CEILING, FLOOR, ABOUT, ""]
            first = min(found, key=lambda each: order.index(each[1]))
            others = [each for each in found if each[1] != first[1] and each[0].article.id != first[0].article.id]
            if others:
                said = "; ".join(f"{s.article.exhibit} says “{f'{word} {figure}'.strip()}”" for s, _, word, figure in (first, *others[:3]))
                places = tuple(s.place for s, *_ in (first, *others[:3]))
                severity = Severity.MEDIUM if weighty else Severity.LOW
                return Question(DiscrepancyType.QUALIFIER_DROPPED, severity, first[0].claim.id, places, f"{said}.")
    return None


def _before(matter: Matter, saying: Saying, start: int) -> tuple[str, str]:
    """The qualifier before a figure: its kind and itself; both empty without one. It may stand just outside the passage."""
    at = saying.span.start + start
    before = matter.texts[saying.article.id][max(0, at - LEAD) : at]
    return next(((kind, match[1].lower()) for kind, pattern in _BEFORE.items() if (match := pattern.search(before))), ("", ""))


def _such(sayings: Sequence[Saying]) -> Question | None:
    kept = next(((s, match) for s in sayings if (match := _SUCH.search(s.words))), None)
    if kept is None:
        return None
    saying, match = kept
    plain = re.compile(rf"\b{match[1]}\b(?!\s+such)", re.IGNORECASE)
    dropped = [s for s in sayings if s.article.id != saying.article.id and plain.search(s.words)]
    if not dropped:
        return None
    why = f"{saying.article.exhibit} says “{match[0]}”, {dropped[0].article.exhibit} drops “such”."
    places = (saying.place, *(s.place for s in dropped))
    return Question(DiscrepancyType.QUALIFIER_DROPPED, Severity.HIGH, saying.claim.id, places, why)


def _alleged(matter: Matter, sayings: Sequence[Saying]) -> Question | None:
    """Alleged in one article, plain fact in another; a confirmed claim may be stated, and an utterance was said."""
    if not sayings or sayings[0].claim.status is Status.CONFIRMED or sayings[0].claim.kind is ClaimKind.UTTERANCE:
        return None
    kept = next(((s, match[0]) for s in sayings if (match := _ALLEGED.search(s.words))), None)
    dropped = [s for s in sayings if kept and s.article.id != kept[0].article.id and _plain(matter, s)]
    if kept is None or not dropped:
        return None
    why = f"{kept[0].article.exhibit} says “{kept[1]}”, {dropped[0].article.exhibit} drops it."
    places = (kept[0].place, *(s.place for s in dropped[:3]))
    return Question(DiscrepancyType.QUALIFIER_DROPPED, Severity.HIGH, kept[0].claim.id, places, why)


def _plain(matter: Matter, saying: Saying) -> bool:
    sentence = matter.sentence(saying)
    plain = saying.appearance.stance is Stance.ASSERTS and not saying.appearance.hedge.strip()
    return plain and not _ALLEGED.search(sentence) and not ATTRIBUTION.search(sentence)
