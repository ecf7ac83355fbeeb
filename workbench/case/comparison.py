"""Comparison: what the passages of one claim say differently, and all claims by all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.case.claim_view import ClaimView, claim_views
from workbench.case.noun import Noun
from workbench.case.views import Views
from workbench.checks.figures import Agreement, agreement
from workbench.domain.days import day_words
from workbench.domain.entities import Appearance, Article, Discrepancy, Origin
from workbench.domain.independence import root_of
from workbench.domain.languages.shelf import language_of
from workbench.domain.vocabulary import DiscrepancyState, Field, Stance
from workbench.storage import CaseFile

LETTERS = {
    Stance.ASSERTS: "A", Stance.REPORTS: "R", Stance.SUPPORTS: "S", Stance.ENDORSES: "e", Stance.DENIES: "D", Stance.DISPUTES: "I",
    Stance.CONTRADICTS: "C", Stance.NEUTRAL: "n", Stance.PARTIAL: "p", Stance.NOT_MENTIONED: "–",
}  # fmt: skip
"""Capitals count (for or against), small letters do not; a dash was looked for and is not there."""
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Grid:
    """Claims by articles. `signs` gives each origin the number of its root: the same number is the same first-hand source.

    `roots` are the names behind the numbers, number 1 first (the one most appearances rest on); `queries` count, by claim, those
    that are open and those that are settled.
    """

    views: tuple[ClaimView, ...]
    articles: tuple[Article, ...]
    signs: Mapping[int, int]
    roots: tuple[str, ...]
    queries: Mapping[int, tuple[int, int]]

    @cached_property
    def cells(self) -> dict[tuple[int, int], list[Appearance]]:
        """Appearances by claim and article; what has none is a gap: not looked for yet."""
        found: dict[tuple[int, int], list[Appearance]] = {}
        for view in self.views:
            for appearance in view.appearances:
                found.setdefault((view.claim.id, appearance.article_id), []).append(appearance)
        return found

    def sign(self, appearance: Appearance) -> str:
        """Its stance as a letter, with the number of the root it rests on raised beside it: R¹."""
        number = self.signs.get(appearance.origin_id or 0)
        return LETTERS[appearance.stance] + (str(number).translate(RAISED) if number else "")

    def text(self, claim_id: int, article_id: int) -> str:
        """What stands in a cell: a sign for each appearance, equal ones once; empty for a gap."""
        return " ".join(dict.fromkeys(self.sign(a) for a in self.cells.get((claim_id, article_id), ())))

    def spoken(self, claim_id: int, article_id: int) -> str:
        """The same in words: "reports, from The harbour office"."""
        words = []
        for a in self.cells.get((claim_id, article_id), ()):
            number = self.signs.get(a.origin_id or 0)
            words.append(a.stance.label + (f", from {self.roots[number - 1]}" if number else ""))
        return "; ".join(dict.fromkeys(words)) or "not looked for yet"

    def query_text(self, claim_id: int) -> str:
        """How many queries are open, and in brackets how many are settled; empty for none."""
        waiting, settled = self.queries.get(claim_id, (0, 0))
        return " ".join(filter(None, (str(waiting or ""), f"({settled})" if settled else "")))


def grid(
    views: Sequence[ClaimView], articles: Sequence[Article], origins: Mapping[int, Origin], queries: Sequence[Discrepancy] = ()
) -> Grid:
    """Claims by articles, with a number for every root that an appearance rests on."""
    root = {origin: root_of(origin, origins) for origin in origins}
    rest = Counter(root[a.origin_id] for view in views for a in view.appearances if a.origin_id in root)
    order = sorted(rest, key=lambda origin: (-rest[origin], origin))
    number = {origin: place for place, origin in enumerate(order, 1)}
    signs = {origin: number[end] for origin, end in root.items() if end in number}
    counts = Counter((q.claim_id, q.state is DiscrepancyState.OPEN) for q in queries if q.claim_id)
    asked = {claim: (counts[claim, True], counts[claim, False]) for claim, _ in counts if claim}
    return Grid(tuple(views), tuple(articles), signs, tuple(origins[o].name for o in order), asked)


class Comparison(Noun):
    def __init__(self, file: CaseFile, views: Views) -> None:
        super().__init__(file, views)
        self._figures: tuple[ClaimView, Agreement] | None = None  # of one claim as it is seen now: every pane asks for the same

    def figures(self, claim_id: int) -> Agreement:
        """Whether the passages that speak of a claim agree on their figures; nothing for one that has gone. Computed, never stored."""
        view = next(iter(self._views.claims(frozenset({claim_id}))), None)
        if view is None:
            return agreement([])
        if self._figures is None or self._figures[0] is not view:
            cited = self._views.cited(view)
            speaking = [a for a in view.appearances if a.stance is not Stance.NEUTRAL and a.passage_id in cited.passages]
            words = [cited.passages[a.passage_id or 0].anchor.exact for a in speaking]
            self._figures = (view, agreement(words, [language_of(cited.articles[a.article_id]) for a in speaking]))
        return self._figures[1]

    def grid(self, views: Sequence[ClaimView] | None = None) -> Grid:
        """Claims by articles as it is now, computed; of the views that somebody has at hand, else of all claims."""
        with self._file.read() as reader:
            shown = claim_views(reader) if views is None else views
            return grid(shown, [article for article in reader.articles() if article.has_text], reader.origins(), reader.discrepancies())

    def grid_pdf(self, shown: Grid) -> bytes:
        """A grid on one landscape A4 page, its rows in the order they have. Raises MemoFailed."""
        from workbench.memo.sheet import sheet_pdf

        with self._file.read() as reader:
            info = reader.info()
            _, head, last = reader.head()
        return sheet_pdf("matrix.typ", _printed(shown) | {
            "title": info.title, "reference": info.reference, "handling": info.handling.label, "cut_off": day_words(info.as_of),
            "made": f"{day_words(last[:10])} · journal {head[:12]}",
        }, last)  # fmt: skip


def _printed(shown: Grid) -> dict[str, object]:
    """A grid as the template takes it."""
    return {
        "articles": [{"exhibit": a.exhibit, "outlet": a.outlet, "day": day_words(a.value(Field.PUBLISHED) or "")} for a in shown.articles],
        "claims": [
            {
                "number": v.claim.number, "text": v.claim.text, "glyph": v.claim.verdict.glyph, "status": v.claim.verdict.label,
                "articles": v.meter.articles, "origins": len(v.meter.roots), "queries": shown.query_text(v.claim.id),
                "cells": [[_mark(shown, a) for a in _once(shown, v.claim.id, article.id)] for article in shown.articles],
            }
            for v in shown.views
        ],
        "roots": list(shown.roots),
        "letters": [{"letter": letter, "label": stance.label} for stance, letter in LETTERS.items()],
    }  # fmt: skip


def _once(shown: Grid, claim_id: int, article_id: int) -> list[Appearance]:
    """The appearances of a cell, those with the same sign once."""
    return list({shown.sign(a): a for a in reversed(shown.cells.get((claim_id, article_id), []))}.values())[::-1]


def _mark(shown: Grid, appearance: Appearance) -> list[str]:
    number = shown.signs.get(appearance.origin_id or 0)
    return [LETTERS[appearance.stance], str(number or "")]
