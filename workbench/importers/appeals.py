"""Appeals: lines and sentences in which the page asks its reader for money, attention or corrections."""

from __future__ import annotations

from typing import NamedTuple

from workbench.domain.draft import DraftZone
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.furniture import FORM, LISTING_WITHIN, ORDER, REPORTING, STRONG, WEAK, WIDGETS
from workbench.importers.page import Line, Page, speaks, speaks_for_itself, unquoted

_REACH = 6
"""Lines at most between two appeals that a sandwich may span."""
_LONGEST_WEAK = 80
"""Words at most in a paragraph that only a weak wording makes an appeal."""
_LONGEST_LISTING = 300
_SHARE = 0.6
"""Part of a paragraph's sentences that must address the reader before the whole of it is an appeal."""


class Appeal(NamedTuple):
    """What shows that a sentence is an appeal; a `strong` one needs nothing else and may hold up a sandwich."""

    shows: str
    strong: bool


def appeal_in(sentence: str) -> Appeal | None:
    """The appeal in a sentence, or None. Quotations and sentences that report somebody are none."""
    bare = unquoted(sentence)
    if REPORTING.search(bare):
        return None
    for wording in STRONG:
        if wording.pattern.search(bare):
            return Appeal(wording.shows, True)
    if speaks_for_itself(bare) or ORDER.search(bare):
        for wording in WEAK:
            if wording.pattern.search(bare):
                return Appeal(wording.shows, False)
    return None


def mark_appeals(page: Page) -> None:
    """Marks lines that are appeals as a whole: one sentence that asks, or a paragraph that mostly addresses the reader."""
    for index, line in enumerate(page.lines):
        if line.mark is None:
            appeal = _whole_appeal(line)
            if appeal:
                family = "appeal" if appeal.strong else "weak appeal"
                page.mark(index, ZoneKind.BOILERPLATE, f"an appeal to the reader: {appeal.shows}", family)


def _sentences(line: Line) -> list[str]:
    """The sentences' words without those of buttons, which are cut out one by one and must not take their sentence along."""
    return [WIDGETS.sub(" ", line.text[s.start : s.end]) for s in line.sentences]


def _whole_appeal(line: Line) -> Appeal | None:
    sentences = _sentences(line)
    hits = [appeal_in(sentence) for sentence in sentences]
    found = max((hit for hit in hits if hit), key=lambda hit: hit.strong, default=None)
    if found is None or (not found.strong and line.words > _LONGEST_WEAK) or REPORTING.search(line.unquoted):
        return None
    addressed = sum(1 for sentence, hit in zip(sentences, hits, strict=True) if hit or _addresses(sentence))
    return found if addressed >= _SHARE * len(sentences) else None


def _addresses(sentence: str) -> bool:
    bare = unquoted(sentence)
    return speaks(bare) or bool(ORDER.search(bare))


def mark_glued_appeals(page: Page) -> None:
    """Cuts off appeals that were glued to the beginning or the end of a paragraph of the article."""
    for line in page.lines:
        if line.mark is None and len(line.sentences) > 1:
            _cut_lead(page, line)
            _cut_tail(page, line)
            _cut_forms(page, line)


def _cut_forms(page: Page, line: Line) -> None:
    """Cuts out a form that stands between sentences of the article, and the list of other headlines that a page copied as one block ends
    with."""
    taken = [(zone.start, zone.end) for zone in page.cuts]
    for sentence, words in zip(line.sentences, _sentences(line), strict=True):
        start, end = line.start + sentence.start, line.start + sentence.end
        if FORM.search(unquoted(words)) and appeal_in(words) and not any(start < b and a < end for a, b in taken):
            page.cuts.append(DraftZone(start, end, ZoneKind.BOILERPLATE, "the words of a form between sentences of the article"))
    found = LISTING_WITHIN.search(line.text)
    if found and len(line.text) - found.start() <= _LONGEST_LISTING and not line.full_stop:
        page.cuts.append(DraftZone(line.start + found.start(), line.end, ZoneKind.BOILERPLATE, "other headlines behind the last sentence"))


def _cut_lead(page: Page, line: Line) -> None:
    run = 0
    for sentence in _sentences(line):
        appeal = appeal_in(sentence)
        if appeal is None or not appeal.strong:
            break
        run += 1
    if 0 < run < len(line.sentences):
        _cut(page, line, 0, run - 1)
        line.lead_cut = run


def _cut_tail(page: Page, line: Line) -> None:
    run = 0
    for sentence in reversed(_sentences(line)):
        appeal = appeal_in(sentence)
        if appeal is None or not appeal.strong:
            break
        run += 1
    if 0 < run < len(line.sentences):
        _cut(page, line, len(line.sentences) - run, len(line.sentences) - 1)
        line.tail_cut = run


def _cut(page: Page, line: Line, first: int, last: int) -> None:
    start, end = line.sentences[first].start, line.sentences[last].end
    appeal = appeal_in(_sentences(line)[first])
    basis = f"an appeal glued to a paragraph: {appeal.shows if appeal else ''}"
    page.cuts.append(DraftZone(line.start + start, line.start + end, ZoneKind.BOILERPLATE, basis))


def mark_sandwiched(page: Page) -> None:
    """Marks paragraphs between two strong appeals in which the page speaks as "we" or to "you" outside quotations."""
    ends = [i for i, line in enumerate(page.lines) if page.in_family(i, "appeal") or line.lead_cut or line.tail_cut]
    for before, after in zip(ends, ends[1:], strict=False):
        between = range(before + 1, after)
        # A paragraph of the article that ends in an appeal opens a sandwich, one that begins with it closes it; not the reverse.
        opens = page.lines[before].mark is not None or page.lines[before].tail_cut
        closes = page.lines[after].mark is not None or page.lines[after].lead_cut
        if not (between and opens and closes and len(between) <= _REACH):
            continue
        if all(page.lines[i].mark or page.lines[i].speaks() for i in between):
            for i in between:
                page.mark(i, ZoneKind.BOILERPLATE, "it stands between two appeals and speaks as “we” or to “you”", "appeal")


def mark_widgets(page: Page) -> None:
    """Cuts out the words of buttons and forms that stand in running text."""
    taken = [(zone.start, zone.end) for zone in page.cuts]
    for line in page.lines:
        if line.mark is not None:
            continue
        for found in WIDGETS.finditer(line.text):
            start, end = line.start + found.start(), line.start + found.end()
            if not any(start < b and a < end for a, b in taken):
                page.cuts.append(DraftZone(start, end, ZoneKind.BOILERPLATE, "the words of a button or form"))
