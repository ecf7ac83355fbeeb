"""Zones proposed for a reading text: a view that says what is article and what is page furniture, never an edit.

Each rule is a function that marks lines of a Page; earlier rules win. A line that no rule marks is body: marking
part of the article as furniture is the worse mistake, so every rule wants a wording or a place that speaks for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.domain.draft import DraftZone
from workbench.domain.vocabulary import ZoneKind
from workbench.importers import display, footing
from workbench.importers.appeals import mark_appeals, mark_glued_appeals, mark_sandwiched, mark_widgets
from workbench.importers.page import Line, Page

LONGEST_CHARACTERS = 1_000_000
LONGEST_LINES = 10_000
BODY_BASIS = "what is left when display copy and page furniture are set apart"

RULES: tuple[Callable[[Page], None], ...] = (
    footing.mark_labels,
    footing.mark_legal,
    footing.mark_credits,
    mark_appeals,
    mark_glued_appeals,
    mark_sandwiched,
    footing.mark_page_head,
    display.mark_captions,
    display.mark_headline,
    display.mark_bullets,
    footing.mark_footer,
    mark_widgets,
)
"""The rules in the order they are asked."""


def proposed(text: str, title: str = "") -> tuple[tuple[DraftZone, ...], tuple[str, ...]]:
    """Zones of `text`, ordered, disjoint and inside it, covering all that is not white space; and warnings.

    `title` is the document's heading where its format names one.
    A text too long to be one page of news (a million characters or ten thousand lines) is one body zone.
    """
    if len(text) > LONGEST_CHARACTERS or text.count("\n") > LONGEST_LINES:
        whole = text.rstrip()
        basis = "too long for a page of news: no furniture was looked for"
        body = DraftZone(len(text) - len(text.lstrip()), len(whole), ZoneKind.BODY, basis)
        return ((body,) if whole else ()), (f"Zones: {basis}.",)
    page = Page(text, title=title)
    for rule in RULES:
        rule(page)
    return tuple(_joined(_pieces(page))), ()


def _pieces(page: Page) -> Iterator[DraftZone]:
    cuts = sorted(page.cuts, key=lambda zone: zone.start)
    at = 0
    for line in page.lines:
        inside: list[DraftZone] = []
        while at < len(cuts) and cuts[at].start < line.end:
            inside.append(cuts[at])
            at += 1
        if line.mark:
            left = line.left if line.mark.kind is ZoneKind.BOILERPLATE else line.start
            yield DraftZone(left, line.end, line.mark.kind, line.mark.basis)
        else:
            yield from _around(page.text, line, inside)


def _around(text: str, line: Line, inside: list[DraftZone]) -> Iterator[DraftZone]:
    """The zones cut inside a line with body between them."""
    position = line.start
    for zone in inside:
        if zone.start < position:
            continue
        yield from _body(text, position, zone.start)
        yield zone
        position = zone.end
    yield from _body(text, position, line.end)


def _body(text: str, start: int, end: int) -> Iterator[DraftZone]:
    part = text[start:end]
    if part.strip():
        left = start + len(part) - len(part.lstrip())
        yield DraftZone(left, left + len(part.strip()), ZoneKind.BODY, BODY_BASIS)


def _joined(pieces: Iterator[DraftZone]) -> Iterator[DraftZone]:
    """Body lines that follow each other become one zone."""
    held: DraftZone | None = None
    for piece in pieces:
        if held and held.kind is piece.kind is ZoneKind.BODY:
            held = DraftZone(held.start, piece.end, ZoneKind.BODY, held.basis)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
