"""Display copy: headline, deck, bullets and captions."""

from __future__ import annotations

import re

from workbench.domain.draft import DraftZone
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.furniture import CAPTION
from workbench.importers.labels import SECTIONS
from workbench.importers.page import Line, Mark, Page, same_words

_LONGEST_HEADLINE = 220
_MOST_WORDS = 36
_REPEAT_REACH = 8
_LONGEST_DECK = 400
_CAPTION_REACH = 14
"""Lines from the top within which a doubled line is taken for a picture's text."""
_BULLET = re.compile(r"[•‣▪◦●■▸►‧∙]\s*\S")
_DASHED = re.compile(r"[-*]\s+\S")
# Bylines without "By" ("Ada Lark and Bo Finn") and labels glued to what follows them.
_NOT_HEADLINE = re.compile(r"(?:[A-Z][\w.'’-]+,? ){1,5}and (?:[A-Z][\w.'’-]+ ?){2,3}$|(?i:story highlights |image |media |close )")


def mark_headline(page: Page) -> None:
    """Marks the headline with the section label before it and the deck, captions and repetition after it."""
    known = next((i for i, line in enumerate(page.lines[:40]) if page.known.title and same_words(line.text, page.known.title)), None)
    index = _headline_at(page) if known is None else known
    if index is None:
        return
    basis = "the first line of the article that is display copy: short, and no full stop"
    page.lines[index].mark = Mark(ZoneKind.HEADLINE, basis if known is None else "the document's own heading")
    repeated = _repetition(page, index)
    if repeated is not None:
        _mark_head_matter(page, index, repeated)
    elif index + 1 < len(page.lines) and _is_deck(page, index + 1):
        page.mark(index + 1, ZoneKind.DECK, "the line under the headline, without a full stop")
    _cut_repetition_in_lead(page, index)


def _headline_at(page: Page) -> int | None:
    unmarked = [i for i, line in enumerate(page.lines[:40]) if line.mark is None][:2]
    for position, index in enumerate(unmarked):
        line = page.lines[index]
        follower = unmarked[position + 1] if position + 1 < len(unmarked) else None
        if position == 0 and follower is not None and is_section_label(line) and _is_display(page, follower):
            page.mark(index, ZoneKind.BOILERPLATE, "a section label above the headline", "section")
            continue
        return index if _is_display(page, index) else None
    return None


def is_section_label(line: Line) -> bool:
    """Whether a line is made of the names of newspaper sections only: "World Politics"."""
    words = re.findall(r"[^\W\d_]+", line.text.casefold())
    return 0 < len(words) <= 4 and not line.ends and all(word in SECTIONS for word in words)


def _is_display(page: Page, index: int) -> bool:
    """Short, no full stop, one sentence or two, no bullet, not the last line, and something longer comes after it."""
    line = page.lines[index]
    if line.mark or len(line.text) > _LONGEST_HEADLINE or line.words > _MOST_WORDS or line.full_stop:
        return False
    if line.words < 3 or _NOT_HEADLINE.match(line.text) or line.text[-1] in ",;:" or _BULLET.match(line.text) or len(line.sentences) > 3:
        return False
    rest = [other for other in page.lines[index + 1 : index + 40] if other.mark is None]
    return any(other.ends or other.words > line.words for other in rest)


def _repetition(page: Page, index: int) -> int | None:
    reach = range(index + 1, min(len(page.lines), index + 1 + _REPEAT_REACH))
    return next((i for i in reach if same_words(page.lines[i].text, page.lines[index].text)), None)


def _mark_head_matter(page: Page, index: int, repeated: int) -> None:
    """Between a headline and its repetition stand the deck and the picture's text, if they are short."""
    between = range(index + 1, repeated)
    if any(page.lines[i].mark is None and len(page.lines[i].text) > _LONGEST_DECK for i in between):
        page.mark(repeated, ZoneKind.HEADLINE, "the headline again")
        return
    free = [i for i in between if page.lines[i].mark is None]
    for position, i in enumerate(free):
        if position == 0:
            page.mark(i, ZoneKind.DECK, "the first line between the headline and its repetition")
        else:
            page.mark(i, ZoneKind.CAPTION, "it stands between the headline and its repetition, after the deck")
    page.mark(repeated, ZoneKind.HEADLINE, "the headline again")


def _is_deck(page: Page, index: int) -> bool:
    line = page.lines[index]
    if line.mark or line.full_stop or line.words < 5 or len(line.text) > 300 or index + 1 >= len(page.lines):
        return False
    if _BULLET.match(line.text) or line.text[-1] in ",;:" or line.text[0] in '“"' or len(line.sentences) > 2:
        return False
    return any(other.full_stop for other in page.lines[index + 1 : index + 12] if other.mark is None)


def _cut_repetition_in_lead(page: Page, index: int) -> None:
    """A headline repeated at the start of the first paragraph, as a page copied in one block has it, is headline there too."""
    head = page.lines[index].text
    for line in page.lines[index + 1 : index + 4]:
        if line.mark is None and len(line.text) > len(head) + 40 and line.text.startswith(head + " "):
            page.cuts.append(
                DraftZone(line.start, line.start + len(head), ZoneKind.HEADLINE, "the headline again, at the start of the text")
            )
            return


def mark_captions(page: Page) -> None:
    """Marks lines worded like captions, and a line that stands twice in a row (a picture's text and its caption)."""
    for index, line in enumerate(page.lines):
        for wording in CAPTION:
            if len(line.text) <= 400 and wording.pattern.search(line.text):
                page.mark(index, ZoneKind.CAPTION, wording.shows, "caption")
    for index in range(1, min(len(page.lines), _CAPTION_REACH) - 1):
        if _is_twin(page, index):
            for i in (index, index + 1):
                page.mark(i, ZoneKind.CAPTION, "the same line twice in a row: a picture's text and its caption", "caption")


def _is_twin(page: Page, index: int) -> bool:
    """Whether this line and the next, and only these two, are the same. Line 0 twice is the headline and its repetition."""
    around = page.lines[index - 1 : index + 3]
    same = [same_words(other.text, page.lines[index].text) for other in around]
    return (
        page.lines[index].words >= 5
        and not any(other.mark for other in around[1:3])
        and same[:4] == [False, True, True, False][: len(same)]
    )


def mark_bullets(page: Page) -> None:
    """Marks lines that begin with a bullet; hyphens and stars count where two such lines follow each other."""
    for index, line in enumerate(page.lines):
        if _BULLET.match(line.text) or (_DASHED.match(line.text) and _has_dashed_neighbour(page, index)):
            page.mark(index, ZoneKind.BULLET, "it begins with a bullet", "bullet")


def _has_dashed_neighbour(page: Page, index: int) -> bool:
    around = [i for i in (index - 1, index + 1) if 0 <= i < len(page.lines)]
    return any(_DASHED.match(page.lines[i].text) for i in around)
