"""Zones proposed for a reading text: a view that says what is article and what is page furniture, never an edit.

Each rule is a function that marks lines of a Page; earlier rules win. A line that no rule marks is body: marking
part of the article as furniture is the worse mistake, so every rule wants a wording or a place that speaks for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from workbench.domain.draft import DraftZone
from workbench.domain.spans import Span
from workbench.domain.vocabulary import ZoneKind
from workbench.importers import display, footing
from workbench.importers.appeals import mark_appeals, mark_glued_appeals, mark_sandwiched, mark_widgets
from workbench.importers.galleries import mark_galleries
from workbench.importers.page import NOTHING_KNOWN, OUTSIDE, Known, Mark, Page

LONGEST_CHARACTERS = 1_000_000
LONGEST_LINES = 10_000
TOO_LONG = "too long for a page of news: no furniture was looked for"
_BY_PLACE = frozenset({ZoneKind.HIDDEN, ZoneKind.COMMENT, ZoneKind.RELATED})
BODY_BASIS = "what is left when display copy and page furniture are set apart"

RULES: tuple[Callable[[Page], None], ...] = (
    footing.mark_labels,
    footing.mark_legal,
    footing.mark_corrections,
    footing.mark_credits,
    mark_galleries,
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


def proposed(text: str, known: Known = NOTHING_KNOWN, longest: int = LONGEST_CHARACTERS) -> tuple[tuple[DraftZone, ...], tuple[str, ...]]:
    """Zones of `text`, ordered, disjoint and inside it, covering all that is not white space; and warnings.

    `known` is what the format itself says of its lines. A text too long to be one page of news (`longest` characters or ten thousand
    lines) is one body zone but for what is known.
    """
    if len(text) > longest or text.count("\n") > LONGEST_LINES:
        return tuple(_joined(_unruled(text, known))), (f"Zones: {TOO_LONG}.",)
    page = Page(text, known)
    for rule in RULES:
        rule(page)
    return tuple(_joined(_pieces(page))), ()


def _unruled(text: str, known: Known) -> Iterator[DraftZone]:
    """What is known of a text, and body for the rest of it."""
    body = Mark(ZoneKind.BODY, TOO_LONG)
    if not known.aside and not known.cuts:
        yield from _part(text, Span(0, len(text)), body)
        return
    cuts, start = _Cuts(known.cuts), 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        inside, mark = cuts.before(end), known.aside.get(start)
        yield from _around(text, Span(start, end), mark or body, [] if mark else inside)
        start = end + 1


def _pieces(page: Page) -> Iterator[DraftZone]:
    """The zones of each line: what it is, with what is set apart within it."""
    known, ruled = _Cuts(page.known.cuts), _Cuts(page.cuts)
    for line in sorted((*page.lines, *page.aside), key=lambda line: line.start):
        inside, by_rule = known.before(line.end), ruled.before(line.end)
        mark = line.mark or line.otherwise
        if line.start in page.known.aside:
            inside = []
        elif mark is None:
            inside = sorted((*inside, *by_rule), key=lambda zone: zone.start)
        left = line.left if line.mark and mark and mark.kind is ZoneKind.BOILERPLATE and not inside else line.start
        yield from _around(page.text, Span(left, line.end), mark or Mark(ZoneKind.BODY, BODY_BASIS), inside)


class _Cuts:
    """Zones within lines, given out line by line."""

    def __init__(self, zones: Iterable[DraftZone]) -> None:
        self._zones = sorted(zones, key=lambda zone: zone.start)
        self._at = 0

    def before(self, end: int) -> list[DraftZone]:
        """Those not given out yet that begin before a place."""
        start = self._at
        while self._at < len(self._zones) and self._zones[self._at].start < end:
            self._at += 1
        return self._zones[start : self._at]


def _around(text: str, span: Span, mark: Mark, inside: list[DraftZone]) -> Iterator[DraftZone]:
    """The zones cut inside a line with the rest of it between them."""
    position = span.start
    for zone in inside:
        if zone.start < position:
            continue
        yield from _part(text, Span(position, zone.start), mark)
        yield zone
        position = zone.end
    yield from _part(text, Span(position, span.end), mark)


def _part(text: str, span: Span, mark: Mark) -> Iterator[DraftZone]:
    part = text[span.start : span.end]
    if part.strip():
        left = span.start if mark.kind is ZoneKind.BOILERPLATE else span.start + len(part) - len(part.lstrip())
        yield DraftZone(left, span.start + len(part.rstrip()), mark.kind, mark.basis)


def _joined(pieces: Iterator[DraftZone]) -> Iterator[DraftZone]:
    """Body lines that follow each other become one zone, and so do other lines that are set apart for the same reason by their place."""
    held: DraftZone | None = None
    for piece in pieces:
        if held and held.kind is piece.kind and (piece.kind is ZoneKind.BODY or (held.basis == piece.basis and _by_place(piece))):
            held = DraftZone(held.start, piece.end, held.kind, held.basis)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _by_place(zone: DraftZone) -> bool:
    return zone.kind in _BY_PLACE or zone.basis == OUTSIDE
