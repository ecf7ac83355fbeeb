"""What two passages most likely disagree in, and how much it weighs: what the popup of a query offers first. The analyst decides."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.checks.attribution_words import HEDGE
from workbench.checks.figures import figures
from workbench.checks.words import words_of
from workbench.domain.vocabulary import OPPOSING, DiscrepancyType, Severity, Stance

QUOTED_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two passages: its words, how it is called ("Ex. 1"), and what its appearance says of it where it has one."""

    name: str
    words: str
    stance: Stance | None = None
    attributed: bool = False
    quoted: bool = False
    headline: bool = False
    language: str = ""
    """Of the article, ISO 639-1; empty where nobody knows it."""


@dataclass(frozen=True, slots=True)
class Likely:
    """The likeliest type with its usual severity, and why in words; without a reason it is "other"."""

    type: DiscrepancyType
    severity: Severity
    why: str


def likely(one: Side, other: Side) -> Likely:
    """The likeliest type, by the first of these that holds: figures, denial, headline, quotation, hedge, attribution."""
    if said := differing_figures(one, other):
        return Likely(DiscrepancyType.FIGURE, Severity.HIGH, said)
    if (one.stance in OPPOSING) != (other.stance in OPPOSING):
        denying = one if one.stance in OPPOSING else other
        return Likely(DiscrepancyType.STALE_DENIAL, Severity.HIGH, f"{denying.name} denies it")
    if one.headline != other.headline:
        return Likely(DiscrepancyType.HEADLINE, Severity.HIGH, f"{(one if one.headline else other).name} is a headline")
    if one.quoted and other.quoted and _drifted(one.words, other.words):
        return Likely(DiscrepancyType.QUOTATION, Severity.MEDIUM, "both are quotations, in other words")
    if (hedge := _hedge(one, other)) is not None:
        return Likely(DiscrepancyType.HEDGE_LOST, Severity.HIGH, hedge)
    if one.stance and other.stance and one.attributed != other.attributed:
        plain = other if one.attributed else one
        return Likely(DiscrepancyType.ATTRIBUTION_LOST, Severity.HIGH, f"{plain.name} says it as fact")
    return Likely(DiscrepancyType.OTHER, Severity.MEDIUM, "")


def differing_figures(one: Side, other: Side) -> str:
    """The figures of both, when neither has all of the other's; else empty."""
    left, right = figures(one.words, one.language), figures(other.words, other.language)
    values = {f.value for f in left}, {f.value for f in right}
    if not (values[0] - values[1] and values[1] - values[0]):
        return ""
    return ", ".join(f"{side.name} says {' and '.join(f.words for f in found)}" for side, found in ((one, left), (other, right)))


def _drifted(left: str, right: str) -> bool:
    words = [w.text for w in words_of(left)], [w.text for w in words_of(right)]
    return words[0] != words[1] and SequenceMatcher(None, *words, autojunk=False).ratio() >= QUOTED_ALIKE


def _hedge(one: Side, other: Side) -> str | None:
    found = [(side, match[0]) for side in (one, other) if (match := HEDGE.search(side.words))]
    return f"only {found[0][0].name} says “{found[0][1]}”" if len(found) == 1 else None
