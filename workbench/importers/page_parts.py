"""What each line of a web page is, by its place in the page: article, picture's text, correction, comment, other headlines, furniture.

trafilatura says which lines it takes for the article. What stands among them is the article's too, unless its place says otherwise: a box,
a table or a paragraph with an odd class is no less read. What stands around the article is asked about by its elements' names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from workbench.domain.draft import DraftZone
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page import OUTSIDE, Known, Mark
from workbench.importers.page_copies import copied_lines
from workbench.importers.page_text import PageLine, PageText, Run
from workbench.importers.wordlist import wordlist

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAVIGATION = frozenset({"nav", "menu", "form", "dialog"})
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "dialog", "menu", "menubar", "toolbar"})
_CORRECTION = re.compile(
    r"\b(?:correction|corrections|amend|amended|amendment|clarification|erratum|errata|editors?-note)\b", re.IGNORECASE
)
_NOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?)(?:$|[\s_-])", re.IGNORECASE)
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|disqus|respond|replies|discussion)(?:$|[\s_-])", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|more|most|popular|trending|read-?next|also|teasers?|promos?|outbrain|taboola)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:newsletter|subscri\w+|sign-?up|share|sharing|social|follow|cookies?|consent|gdpr|paywall\w*|advert\w*|ad-?slot|promo"
    r"|breadcrumbs?|toolbar|menu|popup|modal|player|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEXT = wordlist("p li td th dd dt blockquote pre h2 h3 h4 h5 h6 caption")
_ENDS = re.compile("[.!?。！？｡؟۔।…:]['\"”’»)」』]*$")
_MOSTLY = 0.8
_LINKED_BOX = 0.3
_HEADLINE_WORDS = 4
_LEVELS = 6
"""Elements around a line, from the inside, whose names and tags say what it is."""
_FEW = 4
"""Lines from which on a box that is called comments is no single paragraph with an odd name."""


class Parts:
    """The lines of a page by what they are. `kept` are the indexes of those that trafilatura took."""

    def __init__(self, page: PageText, kept: frozenset[int]) -> None:
        self.page = page
        self.kept = kept
        self._hidden = dict(_wholly_hidden(page))
        self._comments = _comments(page, kept)
        self._notes = frozenset(_note_targets(page))
        self._pictured = _pictured(page)
        seen = [i for i in sorted(kept) if i not in self._hidden and i not in self._comments]
        self._first, self._last = (seen[0], seen[-1]) if seen else (0, len(page.lines) - 1)
        self._root = _common(page, seen)
        self._article = _outermost_article(self._root)
        homes = {page.lines[i].home for i in seen}
        self._around_kept = {element for home in homes for element in (home, *home.iterancestors())}
        self._kept_parents = {home.getparent() for home in homes}
        self._boxes = self._boxed()

    def known(self, title: str) -> Known:
        """What the zone rules are given: lines that are none of the article, lines that only a rule can make a part of it, and runs."""
        aside: dict[int, Mark] = {}
        edge: dict[int, Mark] = {}
        for index, line in enumerate(self.page.lines):
            mark, sure = self._mark(index, line)
            if mark is not None:
                (aside if sure else edge)[line.start] = mark
        for index in copied_lines(self.page, [i for i, line in enumerate(self.page.lines) if line.start not in aside]):
            line = self.page.lines[index]
            edge.pop(line.start, None)
            aside[line.start] = Mark(ZoneKind.HIDDEN, "the same lines once more: a copy for screens of another size")
        cuts = tuple(DraftZone(run.start, run.end, run.kind, run.basis) for run in self.page.runs)
        return Known(title, aside, edge, cuts)

    def _mark(self, index: int, line: PageLine) -> tuple[Mark | None, bool]:
        """What a line is by its place, and whether no rule may say otherwise; (None, False) for a line of the article."""
        if index in self._hidden:
            return Mark(ZoneKind.HIDDEN, self._hidden[index]), True
        if index in self._comments:
            return Mark(ZoneKind.COMMENT, "it stands among the comments"), True
        names = self._names(line)
        if any(e.get("id") in self._notes for e in _up(line.home, _LEVELS) if e.get("id")) or any(_called(_NOTES, name) for name in names):
            return Mark(ZoneKind.NOTE, "a note at the foot of the text"), True
        if self._in_article(line.home) and any(_called(_CORRECTION, name) for name in names):
            return Mark(ZoneKind.CORRECTION, "the page calls it a correction or a note of its editors"), True
        if index in self.kept:
            return None, False
        between = self._first <= index <= self._last
        if not self.kept:
            return (self._around(line, names), True) if self._is_furniture(line, names) else (None, False)
        if between and self._is_read(line, names):
            return None, False
        if self._is_caption(line) and (between or self._in_article(line.home)):
            return Mark(ZoneKind.CAPTION, "the page has it as a picture's text"), False
        mark = self._around(line, names)
        if self._in_article(line.home) and mark.kind is ZoneKind.BOILERPLATE and not self._is_furniture(line, names):
            told = line.home.tag in ("p", "footer", "blockquote") and _ENDS.search(self.page.words(line)) and not self._is_linked(line)
            return (None, False) if told else (mark, False)
        return mark, not between and not self._near(index)

    def _near(self, index: int) -> bool:
        return self._first - 12 <= index <= self._last + 6

    def _boxed(self) -> dict[HtmlElement, list[PageLine]]:
        """Lines that were not taken, by the largest box around them in which nothing was."""
        boxes: dict[HtmlElement, list[PageLine]] = {}
        for index, line in enumerate(self.page.lines):
            if index not in self.kept and index not in self._hidden:
                boxes.setdefault(self._box(line), []).append(line)
        return boxes

    def _box(self, line: PageLine) -> HtmlElement:
        box = line.home
        while box not in self._around_kept:
            parent = box.getparent()
            if parent is None or parent in self._around_kept:
                break
            box = parent
        return box

    def _is_read(self, line: PageLine, names: tuple[str, ...]) -> bool:
        """Whether a line among those of the article is read with it."""
        if self._is_furniture(line, names) or self._is_caption(line):
            return False
        box = self._box(line)
        if box not in self._around_kept and self._is_foreign(box):
            return False
        if self._is_linked(line) and line.home.getparent() not in self._kept_parents:
            return False
        return line.home.tag in _TEXT or bool(_ENDS.search(self.page.words(line)))

    def _is_foreign(self, box: HtmlElement) -> bool:
        """Whether a box among the lines of the article is a form, or a list of other things to read."""
        if next(box.iter("form", "input"), None) is not None:
            return True
        lines = self._boxes[box]
        return len(lines) > 2 and sum(line.linked for line in lines) >= _LINKED_BOX * sum(line.end - line.start for line in lines)

    def _is_linked(self, line: PageLine) -> bool:
        return line.linked >= _MOSTLY * (line.end - line.start)

    def _is_caption(self, line: PageLine) -> bool:
        pictured = self._pictured[line.start] >= _MOSTLY * (line.end - line.start)
        return pictured or any(element.tag == "figcaption" for element in _up(line.home, _LEVELS))

    def _names(self, line: PageLine) -> tuple[str, ...]:
        """Classes and ids of the elements around a line, inside out; what holds the whole article says nothing of single lines."""
        around = islice(self._between(line.home), _LEVELS)
        return tuple(name for element in around if element.tag not in ("body", "html") for name in _names_of(element))

    def _is_furniture(self, line: PageLine, names: tuple[str, ...]) -> bool:
        """Whether the elements around a line, up to the article's own, are no place for its text."""
        for element in self._between(line.home):
            if element.tag in _NAVIGATION or (element.get("role") or "") in _ROLES:
                return True
            if element.tag in ("header", "footer") and not self._in_article(element):
                return True
        return any(_called(_FURNITURE, name) or _called(_OTHERS, name) for name in names) and not (
            line.home.tag == "p" and _names_of(line.home) == names[:1] and bool(_ENDS.search(self.page.words(line)))
        )

    def _between(self, element: HtmlElement) -> Iterator[HtmlElement]:
        """An element and those around it, up to the one that holds the whole article."""
        here: HtmlElement | None = element
        while here is not None and here is not self._root and here is not self._article:
            yield here
            here = here.getparent()

    def _in_article(self, element: HtmlElement) -> bool:
        if self._article is None:
            return True
        here: HtmlElement | None = element
        while here is not None:
            if here is self._article or here is self._root:
                return True
            here = here.getparent()
        return False

    def _around(self, line: PageLine, names: tuple[str, ...]) -> Mark:
        """What a line outside the article is."""
        if any(_called(_COMMENTS, name) for name in names):
            return Mark(ZoneKind.COMMENT, "it stands among the comments")
        words = self.page.words(line).split()
        if (self._is_linked(line) or any(_called(_OTHERS, name) for name in names)) and len(words) >= _HEADLINE_WORDS:
            return Mark(ZoneKind.RELATED, "a link to something else")
        return Mark(ZoneKind.BOILERPLATE, OUTSIDE)


def quoted_lines(page: PageText) -> frozenset[int]:
    """Where lines of quotations and embedded posts start: their dates and names are not the article's."""
    return frozenset(line.start for line in page.lines if any(e.tag == "blockquote" for e in _up(line.home, _LEVELS)))


def _note_targets(page: PageText) -> Iterator[str]:
    """The ids of elements that marks of notes lead to."""
    tree = page.lines[0].home.getroottree() if page.lines else None
    for mark in tree.iter("sup") if tree is not None else ():
        for link in (*mark.iter("a"), *mark.iterancestors("a")):
            if (link.get("href") or "").startswith("#"):
                yield (link.get("href") or "")[1:]


@lru_cache(maxsize=4096)
def _called(form: re.Pattern[str], name: str) -> bool:
    """Whether a name of an element is one of such names; templates use the same few over and over."""
    return bool(form.search(name))


def _names_of(element: HtmlElement) -> tuple[str, ...]:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return (named,) if named else ()


def _up(element: HtmlElement, levels: int) -> Iterator[HtmlElement]:
    here: HtmlElement | None = element
    for _ in range(levels):
        if here is None or here.tag in ("body", "html"):
            return
        yield here
        here = here.getparent()


def _runs_by_line(page: PageText) -> Iterator[tuple[int, Run]]:
    """Each run with the index of its line; a run is never longer than one."""
    at = 0
    for run in page.runs:
        while page.lines[at].end < run.end:
            at += 1
        yield at, run


def _wholly_hidden(page: PageText) -> Iterator[tuple[int, str]]:
    """Lines of which nothing is seen, with the reason."""
    covered: Counter[int] = Counter()
    reasons: dict[int, str] = {}
    for at, run in _runs_by_line(page):
        if run.kind is ZoneKind.HIDDEN:
            covered[at] += len("".join(page.text[run.start : run.end].split()))
            reasons.setdefault(at, run.basis)
    for index, count in covered.items():
        if count >= len("".join(page.words(page.lines[index]).split())):
            yield index, reasons[index]


def _pictured(page: PageText) -> Counter[int]:
    """How many code points of each line, by where it starts, stand for pictures."""
    found: Counter[int] = Counter()
    for at, run in _runs_by_line(page):
        if run.kind is ZoneKind.CAPTION:
            found[page.lines[at].start] += run.end - run.start
    return found


def _comments(page: PageText, kept: frozenset[int]) -> frozenset[int]:
    """Lines in boxes that are called comments and hold several lines. A box around most of what was taken for the article is none, whatever
    its name: templates call a page so that has comments."""
    held = _held(page, kept)
    half = sum(page.lines[i].end - page.lines[i].start for i in kept) / 2
    boxes: dict[HtmlElement, list[int]] = {}
    known: dict[HtmlElement, HtmlElement | None] = {element: None for element, size in held.items() if size > half}
    for index, line in enumerate(page.lines):
        box = _comment_box(line.home, known)
        if box is not None:
            boxes.setdefault(box, []).append(index)
    return frozenset(index for lines in boxes.values() if len(lines) >= _FEW for index in lines)


def _comment_box(element: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """The outermost element around one, or itself, that is called comments; `known` are those that were asked about."""
    way: list[HtmlElement] = []
    here: HtmlElement | None = element
    while here is not None and here not in known:
        way.append(here)
        here = here.getparent()
    box = known[here] if here is not None else None
    for passed in reversed(way):
        if box is None and passed.tag not in ("body", "html") and any(_called(_COMMENTS, name) for name in _names_of(passed)):
            box = passed
        known[passed] = box
    return box


def _common(page: PageText, kept: list[int]) -> HtmlElement | None:
    """The innermost element that holds nine tenths of the kept text."""
    held = _held(page, kept)
    total = sum(page.lines[i].end - page.lines[i].start for i in kept)
    full = [element for element, size in held.items() if size >= 0.9 * total]
    return max(full, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _held(page: PageText, indexes: Iterable[int]) -> Counter[HtmlElement]:
    """How many code points of some lines each element holds."""
    sizes: Counter[HtmlElement] = Counter()
    for index in indexes:
        line = page.lines[index]
        sizes[line.home] += line.end - line.start
    held = Counter(sizes)
    for home, size in sizes.items():
        for above in home.iterancestors():
            held[above] += size
    return held


def _outermost_article(root: HtmlElement | None) -> HtmlElement | None:
    """The article element around the article's text, or that text's own element."""
    if root is None:
        return None
    return next((element for element in (root, *root.iterancestors()) if element.tag == "article"), root)
