"""The text of a page: every text node once, in the order of the page, in lines as a browser's innerText breaks them (HTML standard).

Left out are scripts, styles, templates, the head and what forms hold. Alternative texts of pictures stand where the pictures stand. What
the page hides, strikes out or sets as a note stays in its place, as a run that says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page_styles import Hiding, is_struck
from workbench.importers.pictures import ALT_BASIS, alternative
from workbench.importers.raised import POWERS, is_power, lowered, raised
from workbench.importers.wordlist import wordlist

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OUT = frozenset({"script", "style", "template", "noscript", "head", "title", "select", "textarea", "datalist", "noembed", "noframes"})
"""What is no text of the page. noscript is for browsers without scripts and says again what the scripts show."""
_BLOCKS = wordlist(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"
    " h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody tfoot thead tr"
    " caption ul xmp marquee"
)
_CELLS = frozenset({"td", "th"})
_PRE = frozenset({"pre", "xmp", "listing", "plaintext"})
_SPACE = re.compile("[ \t\n\r\f\x0b\x0c\x85\u2028\u2029]+")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NOTE = re.compile(r"\b(?:fn|foot-?notes?|end-?notes?|note|ref|reference|cite|citation)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Code points `start` to `end` of the text that are set apart, and why."""

    start: int
    end: int
    kind: ZoneKind
    basis: str


@dataclass(slots=True)
class PageLine:
    """One line. `home` is the innermost block that holds its beginning, `linked` counts its code points inside links, `nodes` are the
    places of its words in the tree: an element, and whether they stand after it."""

    start: int
    end: int
    home: HtmlElement
    linked: int = 0
    nodes: list[tuple[HtmlElement, bool]] = field(default_factory=list)


@dataclass(slots=True)
class PageText:
    text: str
    lines: list[PageLine]
    runs: list[Run]

    def words(self, line: PageLine) -> str:
        return self.text[line.start : line.end]


def page_text(tree: HtmlElement) -> PageText:
    """The text of a parsed page with its lines and what in it is set apart."""
    walk = _Walk(Hiding(tree))
    walk.through(tree)
    return PageText("".join(walk.parts), walk.lines, walk.runs)


@dataclass(slots=True)
class _Setting:
    """What an open element does to the words in it."""

    element: HtmlElement
    kind: ZoneKind
    basis: str


_WEIGHT = {ZoneKind.HIDDEN: 0, ZoneKind.STRUCK: 1, ZoneKind.NOTE: 2}


class _Walk:
    """One pass over the tree that writes the text."""

    def __init__(self, hiding: Hiding) -> None:
        self.parts: list[str] = []
        self.lines: list[PageLine] = []
        self.runs: list[Run] = []
        self._hiding = hiding
        self._length = 0
        self._last = self._last_words = ""
        self._broken = True
        self._gap = ""
        self._homes: list[HtmlElement] = []
        self._settings: list[_Setting] = []
        self._shifts: list[HtmlElement] = []
        self._links = self._pre = 0
        self._ended: str | None = None
        self._begun: str | None = None
        self._shifted_here = self._set_apart = False

    def through(self, tree: HtmlElement) -> None:
        out: HtmlElement | None = None
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            if out is None and event == "start":
                if self._is_out(element):
                    out = element
                else:
                    self._open(element)
                    self._write(element.text, element, False)
            elif event == "end" and (out is None or out is element):
                if out is None:
                    self._close(element)
                out = None
                self._write(element.tail, element, True)

    def _is_out(self, element: HtmlElement) -> bool:
        if element.tag == "title":
            parent = element.getparent()
            return parent is None or parent.tag != "svg"
        return element.tag in _OUT

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._broken = True
            self._homes.append(element)
        elif tag in _CELLS:
            self._gap = "\t"
            self._homes.append(element)
        elif tag == "br":
            self._broken = True
        elif tag == "img":
            self._picture(element)
        elif tag == "q":
            self._write("“", element, False, fresh=True)
        elif tag in ("sup", "sub"):
            self._shifts.append(element)
            self._shifted_here = True
        elif self._ended:
            self._begun = tag
        self._links += tag == "a"
        self._pre += tag in _PRE
        kind = self._kind(element)
        if kind is not None:
            self._settings.append(kind)
            self._set_apart = True

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "q":
            self._write("”", element, False, fresh=True)
        if self._settings and self._settings[-1].element is element:
            self._settings.pop()
            self._set_apart = True
        if tag in _BLOCKS:
            self._broken = True
        if tag in _BLOCKS or tag in _CELLS:
            self._homes.pop()
        elif tag in ("sup", "sub"):
            self._shifts.pop()
            self._shifted_here = True
        else:
            self._ended = tag if len(self._last_words) > 1 else None
        self._links -= tag == "a"
        self._pre -= tag in _PRE

    def _kind(self, element: HtmlElement) -> _Setting | None:
        reason = self._hiding.reason(element)
        if reason:
            return _Setting(element, ZoneKind.HIDDEN, reason)
        if element.tag == "title":
            return _Setting(element, ZoneKind.HIDDEN, "the name of a drawing, which the page does not show")
        if is_struck(element):
            return _Setting(element, ZoneKind.STRUCK, "the page has it struck out")
        if element.tag in ("rt", "rp"):
            return _Setting(element, ZoneKind.NOTE, "how the word before it is read")
        if element.tag == "sup" and self._is_note(element):
            return _Setting(element, ZoneKind.NOTE, "the mark of a note")
        return None

    def _is_note(self, element: HtmlElement) -> bool:
        words = "".join(element.itertext()).strip(" \t\n[](){}")
        if not words or len(words) > 4:
            return False
        if not words.isalnum():
            return not any(c.isalnum() for c in words)
        if words.isdecimal():
            return not is_power(self._tail())
        named = f"{element.get('class') or ''} {element.get('role') or ''} {element.get('id') or ''}"
        return bool(_NOTE.search(named)) or (len(words) == 1 and element.find(".//a") is not None)

    def _tail(self) -> str:
        return "".join(self.parts[-3:])[-12:].removesuffix("\n") if not self._broken and not self._gap else ""

    def _setting(self) -> _Setting | None:
        return min(self._settings, key=lambda setting: _WEIGHT[setting.kind], default=None)

    def _picture(self, element: HtmlElement) -> None:
        alt = alternative(element.get("alt") or "")
        if not alt or _said_below(element, alt):
            return
        inline = len(alt) <= 2 or _has_words_beside(element)
        reason = self._hiding.reason(element)
        setting = _Setting(element, ZoneKind.HIDDEN if reason else ZoneKind.CAPTION, reason or ALT_BASIS)
        self._broken |= not inline
        self._gap = self._gap or " "
        self._emit(alt, self._setting() or setting, None)
        self._gap = " "
        self._broken |= not inline

    def _write(self, words: str | None, element: HtmlElement, tail: bool, *, fresh: bool = False) -> None:
        """Words of the tree; `fresh` ones are signs that the browser adds, no place of the tree."""
        if not words:
            return
        node = None if fresh else (element, tail)
        if self._pre and _LINE_END.search(words):
            first, *rest = _LINE_END.split(words)
            self._flow(first, node)
            for line in rest:
                self._broken = True
                self._flow(line, node)
        else:
            self._flow(words, node)

    def _flow(self, words: str, node: tuple[HtmlElement, bool] | None) -> None:
        core = words if "  " not in words and words.isprintable() else _SPACE.sub(" ", words)
        inner = core.strip(" ")
        if not inner.strip():
            self._gap = self._gap or (" " if core else "")
            return
        if core[0] == " ":
            self._gap = self._gap or " "
        self._emit(self._shifted(inner), self._setting(), node)
        self._gap = " " if core[-1] == " " else ""

    def _shifted(self, words: str) -> str:
        """Raised and lowered figures as the signs that Unicode has for them: ten to the sixth is no 106."""
        if not self._shifts:
            return words
        return raised(words) if self._shifts[-1].tag == "sup" else lowered(words)

    def _emit(self, words: str, setting: _Setting | None, node: tuple[HtmlElement, bool] | None) -> None:
        if self._broken:
            self._add("\n" if self.parts else "")
            self.lines.append(PageLine(self._length, self._length, self._homes[-1]))
        elif self._gap:
            self._add(self._gap)
        elif self._would_join(words, setting):
            self._add(" ")
        line, start = self.lines[-1], self._length
        self._add(words)
        line.end = self._length
        line.linked += len(words) if self._links else 0
        if node is not None:
            line.nodes.append(node)
        self._last, self._last_words = words[-1], words
        self._broken, self._gap = False, ""
        self._ended = self._begun = None
        self._shifted_here = self._set_apart = False
        self._set(start, setting)

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self._length += len(words)

    def _would_join(self, words: str, setting: _Setting | None) -> bool:
        """Whether words that the page tells apart by their look alone would become one word or figure."""
        if not (self._last.isalnum() and words[0].isalnum()):
            return False
        kind = setting.kind if setting else None
        before = self.runs[-1].kind if self.runs and self.runs[-1].end == self._length else None
        raised = self._shifted_here and self._last.isdigit() and words[0].isdigit() and words[0] not in POWERS
        return kind is not before or self._set_apart or raised or self._is_seam(words[0])

    def _is_seam(self, first: str) -> bool:
        """Whether one inline element ends and another begins here, as menus and bylines have it, and not within a word: the page parts
        them by its style sheet."""
        if self._ended is None or self._begun is None:
            return False
        links = self._ended == self._begun == "a"
        return links or first.isdigit() or self._last.isdigit() or (self._last.islower() and first.isupper())

    def _set(self, start: int, setting: _Setting | None) -> None:
        if setting is None:
            return
        last = self.runs[-1] if self.runs else None
        if (
            last
            and last.start >= self.lines[-1].start
            and start - last.end <= 1
            and (last.kind, last.basis) == (setting.kind, setting.basis)
        ):
            self.runs[-1] = Run(last.start, self._length, last.kind, last.basis)
        else:
            self.runs.append(Run(start, self._length, setting.kind, setting.basis))


def _has_words_beside(picture: HtmlElement) -> bool:
    """Whether a picture stands in a line with words, as the picture of a sign does."""
    element: HtmlElement | None = picture
    while element is not None and element.tag not in _BLOCKS and element.tag not in _CELLS:
        before, parent = element.getprevious(), element.getparent()
        words = before.tail if before is not None else parent.text if parent is not None else ""
        if (words or "").strip() or (element.tail or "").strip():
            return True
        element = parent if before is None and element.getnext() is None else None
    return False


def _said_below(picture: HtmlElement, alt: str) -> bool:
    """Whether the caption of a picture's own figure says what its alternative text says."""
    figure: HtmlElement | None = picture.getparent()
    for _ in range(6):
        if figure is None or figure.tag == "figure":
            break
        figure = figure.getparent()
    captions = figure.iter("figcaption") if figure is not None and figure.tag == "figure" else ()
    return any(alt in _SPACE.sub(" ", "".join(caption.itertext())) for caption in captions)
