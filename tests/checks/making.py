"""Articles and claims for the checks, from invented texts: no case file, no window."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.checks.matter import Matter, Question, matter_of
from workbench.checks.registry import Check
from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Appearance, Article, Claim, Metadatum, Passage, Zone
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import (
    ClaimKind,
    Confidence,
    Field,
    Method,
    PassageState,
    Priority,
    Reliability,
    SetBy,
    Severity,
    Stance,
    ZoneKind,
)
from workbench.domain.vocabulary import DiscrepancyType as D
from workbench.importers.sentences import sentence_spans


@dataclass
class Desk:
    """A case in the making: `article` and `claim` return numbers, `says` puts a claim into an article."""

    articles: list[Article] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    zones: dict[int, tuple[Zone, ...]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    appearances: list[Appearance] = field(default_factory=list)
    passages: dict[int, Passage] = field(default_factory=dict)

    def article(self, text: str, published: str | None = "2031-03-04", language: str = "en", headline: str = "") -> int:
        number = len(self.articles) + 1
        known = {Field.PUBLISHED: published, Field.LANGUAGE: language, Field.TITLE: headline or text.split("\n")[0]}
        metadata = {name: Metadatum(value, Confidence.HIGH, "made up") for name, value in known.items() if value}
        self.articles.append(
            Article(
                number, f"{number}.txt", "", Method.FILE, "text/plain", "utf-8", "", "", 0, "", "plain", "", "", Reliability.F, metadata
            )
        )  # fmt: skip
        self.texts[number] = text
        if headline:
            start = text.index(headline)
            self.zones[number] = (Zone(1, number, start, start + len(headline), ZoneKind.HEADLINE, SetBy.MACHINE, ""),)
        return number

    def claim(self, kind: ClaimKind = ClaimKind.EVENT, status: Status = Status.OPEN, *, event_date: str = "", denied_on: str = "") -> int:
        number = len(self.claims) + 1
        blank = dict.fromkeys(("reason", "override_reason", "would_change", "as_of", "review_on", "note"), "")
        text = f"Claim {number}."
        self.claims.append(
            Claim(
                id=number, text=text, kind=kind, priority=Priority.NORMAL, event_date=event_date, status=status, basis=None,
                denied_by="", denied_on=denied_on, **blank,
            )
        )  # fmt: skip
        return number

    def says(self, claim: int, article: int, words: str, stance: Stance = Stance.REPORTS, by: str = "", hedge: str = "") -> None:
        text, number = self.texts[article], len(self.appearances) + 1
        start = text.index(words)
        self.passages[number] = Passage(number, article, anchor_at(text, start, start + len(words)), PassageState.EXACT)
        self.appearances.append(Appearance(number, claim, article, number, stance, by, "", hedge, "", None, None))

    def matter(self) -> Matter:
        return matter_of(self.claims, self.appearances, self.passages, self.articles, self.texts, self.zones, sentence_spans)


def words_at(matter: Matter, places: tuple[object, ...]) -> list[str]:
    """The words of a question's places."""
    return [matter.texts[p.article_id][p.span.start : p.span.end] for p in places]  # type: ignore[attr-defined]


def weighed(desk: Desk, check: Check) -> list[Question]:
    """What a check asks of the case in the making. Each of its questions weighs what a question of that kind weighs."""
    found = list(check(desk.matter()))
    for question in found:
        assert question.severity in WEIGHTS[check.__module__.rpartition(".")[2], question.type], question
    return found


def asked(desk: Desk, check: Check) -> list[str]:
    """Why, for each question."""
    return [question.why for question in weighed(desk, check)]


_HIGH, _MEDIUM, _LOW = {Severity.HIGH}, {Severity.MEDIUM}, {Severity.LOW}
WEIGHTS = {
    ("circular", D.OTHER): _HIGH,
    ("differing_figures", D.FIGURE): _HIGH | _MEDIUM,
    ("headline", D.HEADLINE): _HIGH,
    ("role_inverted", D.ROLE_INVERTED): _HIGH,
    ("stale_denial", D.STALE_DENIAL): _HIGH,
    ("endorsement_scope", D.SCOPE): _HIGH,
    ("superlatives", D.QUALIFIER_DROPPED): _HIGH,
    ("plan_or_deed", D.PREDICATE): _HIGH,
    ("attribution_lost", D.ATTRIBUTION_LOST): _HIGH,
    ("hedge_lost", D.HEDGE_LOST): _HIGH,
    ("quotation_drift", D.QUOTATION): _HIGH | _MEDIUM,
    ("composition", D.COMPOSITION): _MEDIUM,
    ("relative_date", D.DATE): _HIGH,
    ("relative_date", D.RELATIVE_DATE): _MEDIUM,
    ("qualifier_dropped", D.QUALIFIER_DROPPED): _HIGH | _MEDIUM | _LOW,
    ("unverified", D.OTHER): _MEDIUM,
    ("judging_verbs", D.VERB): _MEDIUM | _LOW,
    ("name_variants", D.NAME): _LOW,
    ("titles", D.TITLE): _LOW,
}
"""What the questions of each check weigh, by type. Where there are several weights, the check's own tests say which is when."""
