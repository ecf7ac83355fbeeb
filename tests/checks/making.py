"""Articles and claims for the checks, from invented texts: no case file, no window."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.checks.matter import Matter, matter_of
from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Appearance, Article, Claim, Metadatum, Passage, Zone
from workbench.domain.vocabulary import (
    ClaimKind,
    Confidence,
    Field,
    Method,
    PassageState,
    Priority,
    Reliability,
    SetBy,
    Stance,
    Status,
    ZoneKind,
)


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
        return matter_of(self.claims, self.appearances, self.passages, self.articles, self.texts, self.zones)


def words_at(matter: Matter, places: tuple[object, ...]) -> list[str]:
    """The words of a question's places."""
    return [matter.texts[p.article_id][p.span.start : p.span.end] for p in places]  # type: ignore[attr-defined]
