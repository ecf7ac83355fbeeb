"""Galleries: pictures with counters (1/8, 2/8 …) that stand in running text when a page was copied as one block."""

from __future__ import annotations

import re

from workbench.domain.draft import DraftZone
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page import Line, Page

_HEAD = re.compile(r"(?P<title>[^\n.!?]{3,90}?) (?P<count>\d{1,3}) show all (?P=title)(?= 1/(?P=count)\b)")
_COUNTER = re.compile(r"(?<!\d)(\d{1,3})/(\d{1,3})(?![\d/])")
_CREDIT = re.compile(
    r"\b(?:Getty(?: Images)?|EPA|PA(?: Wire)?|AFP(?:/Getty)?|Reuters|AP|Rex(?: Features)?|Shutterstock|Alamy|Twitter|Facebook)"
    r"(?:/[\w ]{2,30}?)?(?= [A-Z“\"'‘]|$)"
)
_OF_THE_SITE = re.compile(r"\b(?:in pictures|news|best|week|day|galler(?:y|ies))\b", re.IGNORECASE)
_FEWEST = 3


def mark_galleries(page: Page) -> None:
    """Cuts galleries out: their head is furniture, their pictures are captions, or furniture too where the gallery is the site's own
    ("News in pictures") and not the article's."""
    for line in page.lines:
        head = _HEAD.search(line.text) if line.mark is None else None
        if head:
            _cut(page, line, head)


def _cut(page: Page, line: Line, head: re.Match[str]) -> None:
    count = int(head["count"])
    counters = [m for m in _COUNTER.finditer(line.text, head.end()) if int(m[2]) == count]
    counters = [m for number, m in enumerate(counters, start=1) if int(m[1]) == number]
    if len(counters) < min(_FEWEST, count):
        return
    start, title = head.start("title"), head.end()
    end = _end(line, counters[-1].end())
    if _OF_THE_SITE.search(head["title"]):
        page.cuts.append(_zone(line, start, end, ZoneKind.BOILERPLATE, "a gallery of the site"))
        return
    page.cuts.append(_zone(line, start, title, ZoneKind.BOILERPLATE, "the head of a gallery"))
    page.cuts.append(_zone(line, counters[0].start(), end, ZoneKind.CAPTION, "the captions of a gallery"))


def _end(line: Line, last: int) -> int:
    """Where the caption after the last counter ends: with its credit, else with its sentence."""
    sentence = next((span.end for span in line.sentences if span.end > last), len(line.text))
    credit = _CREDIT.search(line.text, last)
    return credit.end() if credit and credit.end() <= sentence else sentence


def _zone(line: Line, start: int, end: int, kind: ZoneKind, basis: str) -> DraftZone:
    return DraftZone(line.start + start, line.start + end, kind, basis)
