"""Furniture by label and by place: template labels, legal lines, credits, the page's head and its foot."""

from __future__ import annotations

import re

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.bylines import byline
from workbench.importers.foreign_labels import FOREIGN_LABELS, FOREIGN_LISTINGS, FOREIGN_POINTER
from workbench.importers.furniture import CORRECTION, CREDIT, LEGAL, is_policy_line
from workbench.importers.labels import LISTING_LABELS, LISTING_PREFIX, OTHER_LABELS
from workbench.importers.page import Line, Page
from workbench.importers.signatures import last_line_name, signature

_LONGEST_CREDIT = 300
_LONGEST_LEGAL = 600
_LONGEST_BYLINE = 24
_LONGEST_CORRECTION = 1_500
_HEAD_GAP = 3
_LISTED_WORDS = 25
_FOOT_WORDS = 12


def mark_labels(page: Page) -> None:
    """Marks lines that are a template's label and nothing else, and lines that point to another article."""
    for index, line in enumerate(page.lines):
        label = re.sub(r"\s+", " ", line.text.casefold().replace("’", "'").strip(" :：|»>•*#–—-※■▶▷◆●'‘\"“”[]().▼▾\u200b"))
        if label in LISTING_LABELS or label in FOREIGN_LISTINGS:
            page.mark(index, ZoneKind.BOILERPLATE, "a label over links to other articles", "listing")
        elif label in OTHER_LABELS or label in FOREIGN_LABELS or line.text.casefold() in OTHER_LABELS:
            page.mark(index, ZoneKind.BOILERPLATE, "a label of the page's template", "label")
        elif (LISTING_PREFIX.match(line.text) or FOREIGN_POINTER.match(line.text)) and len(line.text) <= 200 and len(line.sentences) <= 1:
            page.mark(index, ZoneKind.BOILERPLATE, "it points to another article", "pointer")


def mark_legal(page: Page) -> None:
    """Marks copyright, licence, reprint, privacy and cookie lines."""
    for index, line in enumerate(page.lines):
        if len(line.text) > _LONGEST_LEGAL:
            continue
        if is_policy_line(line.text):
            page.mark(index, ZoneKind.BOILERPLATE, "links to the site's policies", "legal")
        for wording in LEGAL:
            if wording.pattern.search(line.unquoted):
                page.mark(index, ZoneKind.BOILERPLATE, wording.shows, "legal")


def mark_corrections(page: Page) -> None:
    """Marks lines in which the editors correct the text, or say that it was changed."""
    for index, line in enumerate(page.lines):
        if line.mark is None and len(line.text) <= _LONGEST_CORRECTION:
            for wording in CORRECTION:
                if wording.pattern.search(line.unquoted):
                    page.mark(index, ZoneKind.CORRECTION, wording.shows, "correction")


def mark_credits(page: Page) -> None:
    """Marks bylines near the head or the foot, contributor lines, agency credits and date lines as credit."""
    last = len(page.lines) - 1
    for index, line in enumerate(page.lines):
        if line.mark or len(line.text) > _LONGEST_CREDIT or len(line.sentences) > 3:
            continue
        near_edge = index < 12 or index > last - 6
        if near_edge and is_byline(line):
            page.mark(index, ZoneKind.CREDIT, "a byline", "byline")
        for wording in CREDIT:
            if near_edge and wording.pattern.search(line.text):
                page.mark(index, ZoneKind.CREDIT, wording.shows, "credit")


def is_byline(line: Line) -> bool:
    """Whether a line is a byline and nothing else."""
    return line.words <= _LONGEST_BYLINE and (byline(line.text) is not None or bool(_signed(line)))


def _signed(line: Line) -> bool:
    """Whether a line signs the text without a word before the name."""
    return bool(signature(line.text) or last_line_name(line.text))


def mark_page_head(page: Page) -> None:
    """Marks lines between legal lines at the very head of the page: where a page begins with them, so does its furniture."""
    if not page.lines or not page.in_family(0, "legal"):
        return
    legal = [i for i in range(min(len(page.lines), 20)) if page.in_family(i, "legal")]
    for before, after in zip(legal, legal[1:], strict=False):
        if after - before - 1 <= _HEAD_GAP:
            for i in range(before + 1, after):
                page.mark(i, ZoneKind.BOILERPLATE, "it stands among legal lines at the head of the page", "head")


def mark_footer(page: Page) -> None:
    """Marks what follows the article's last paragraph once furniture has begun: site names, lists of links."""
    first = len(page.lines)
    listing = _last_listing(page)
    while first > 0 and _could_be_foot(page, first - 1, listing):
        first -= 1
    opening = next(
        (i for i in range(first, len(page.lines)) if page.in_family(i, "listing", "legal", "appeal", "weak appeal", "pointer")), None
    )
    if opening is None:
        return
    for i in range(opening + 1, len(page.lines)):
        if page.lines[i].otherwise is not None:
            continue  # the page itself says what it is
        page.mark(i, ZoneKind.BOILERPLATE, "it stands in the foot of the page, after the article", "foot")


def _last_listing(page: Page) -> int:
    """Where the last label over a list of other articles stands, or past the end."""
    return next((i for i in reversed(range(len(page.lines))) if page.in_family(i, "listing")), len(page.lines))


def _could_be_foot(page: Page, index: int, listing: int) -> bool:
    line = page.lines[index]
    if line.mark:
        return line.mark.kind in (ZoneKind.BOILERPLATE, ZoneKind.CREDIT)
    if line.lead_cut or line.tail_cut or line.full_stop or line.text[0] in '“"‘«':
        return False
    return line.words <= (_LISTED_WORDS if index > listing else _FOOT_WORDS) and len(line.text) <= 200
