"""A rich text file with what its groups are: its text, notes, comments, heads and feet, boxes, texts of pictures, properties.

What a reader is told to pass over is passed over: tables of fonts, pictures' bytes, codes of fields, and destinations that are marked as
such and not known. The numbers and signs of lists that a file has as text for simple readers are text. Notes are counted in one row.
"""

from __future__ import annotations

from datetime import date

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.note_signs import ENDNOTE, FOOTNOTE, NOTES
from workbench.importers.office.manuscript import FOOT, HEAD, HEADING, SUBSCRIPT, SUPERSCRIPT, TITLE, Line, led, plain_words, set_apart
from workbench.importers.office.properties import Properties
from workbench.importers.office.rtf_flow import End, Flow
from workbench.importers.office.rtf_letters import BY_WORD, codec_of_charset, codec_of_page
from workbench.importers.office.rtf_state import FONTS, HEARD, HEARD_APART, PASSED, QUIET, QUIETED, SKIP, SKIPPED, STYLES, TEXT
from workbench.importers.office.tracked import COMMENT, comment_head
from workbench.importers.page import Mark
from workbench.importers.pictures import ALT_BASIS, alternative
from workbench.importers.wordlist import wordlist

_CAPTION = Mark(ZoneKind.CAPTION, ALT_BASIS)
_RANKS = {"title": TITLE, "heading 1": HEADING}
_HEADS, _FEET = wordlist("header headerl headerr headerf"), wordlist("footer footerl footerr footerf")
_BOXES = wordlist("shptxt dptxbxtext")
_DATE = {"yr": 0, "mo": 1, "dy": 2}


class RichText(Flow):
    """Reads a file: its words into `text`, what its properties say into `properties`."""

    def __init__(self, codec: str | None = None) -> None:
        super().__init__(codec)
        self.properties = Properties()
        self._fonts: dict[int, str | None] = {}
        self._number = 0
        self._author = self._day = self._property = ""
        self._moment = [0, 0, 0]
        self._kind = FOOTNOTE
        self._notes: dict[str, list[Line]] = {kind: [] for kind in NOTES}
        self._drawn: list[int] = []
        self._edges: dict[bool, list[Line]] = {False: [], True: []}
        self._seen: set[str] = set()

    def apart(self) -> list[Line]:
        """Notes, then the heads and feet of pages, each text once."""
        return [*(line for kind in NOTES for line in self._notes[kind]), *self._edges[False], *self._edges[True]]

    def destination(self, word: str, number: int | None) -> bool:
        """See Flow.destination."""
        if self.state.goes in (FONTS, STYLES):
            return self._in_table_of(word, number)
        if word in SKIPPED:
            self._go(SKIP)
        elif word in QUIETED:
            self._go(QUIET)
        elif word in HEARD_APART:
            self.heard = []
            self._go(HEARD)
            self.closing = lambda: self._told(word)
        elif word == "f":
            self.state = self.state._replace(codec=self._fonts.get(number or 0))
        else:
            return self._box(word) or self._drawing(word) or self._head(word, number) or word in PASSED
        return True

    def _go(self, where: str) -> None:
        self.state = self.state._replace(goes=where)

    def _in_table_of(self, word: str, number: int | None) -> bool:
        """The tables of fonts and styles at the head of a file."""
        if word == "f":
            self._number = number or 0
        elif word == "fcharset":
            self._fonts[self._number] = codec_of_charset(number or 0)
        elif word == "s":
            self.heard, self._number = [], number or 0
            self.closing = self._name_style
        return True

    def _name_style(self) -> None:
        rank = _RANKS.get("".join(self.heard).strip(" ;").casefold())
        if rank is not None:
            self.styles[self._number] = rank

    def _head(self, word: str, number: int | None) -> bool:
        """What stands at the head of a file."""
        if word in BY_WORD or word == "ansicpg":
            self.codec = self.chosen or BY_WORD.get(word) or codec_of_page(number or 0) or self.codec
        elif word == "fonttbl":
            self._go(FONTS)
        elif word == "stylesheet":
            self._go(STYLES)
        elif word == "revtbl":
            self.heard = []
            self._go(HEARD)
            self.closing = lambda: self.authors.extend("".join(self.heard).split(";"))
        elif word == "revtim":
            self._go(QUIET)
            self.closing = self._dated
        elif word in _DATE:
            self._moment[_DATE[word]] = number or 0
        else:
            return False
        return True

    def _dated(self) -> None:
        try:
            self.properties.modified = date(*self._moment).isoformat()
        except (ValueError, OverflowError):
            self.properties.modified = ""

    def _told(self, word: str) -> None:
        """What was heard in a group that is none of the text."""
        words = "".join(self.heard).strip()
        if word == "title":
            self.properties.title = words
        elif word == "author":
            self.properties.author = words
        elif word == "atnauthor":
            self._author = words
        elif word == "atndate":
            self._day = _packed_day(words)
        elif word == "sn":
            self._property = words
        elif word == "sv" and self._property == "wzDescription" and (found := alternative(words)):
            self.text.after([[(found, _CAPTION)]])

    def _box(self, word: str) -> bool:
        """Groups that have paragraphs of their own."""
        if word == "ftnalt":
            self._kind = ENDNOTE
        elif word == "footnote":
            self._begin(self._end_note)
            self.in_note += 1
            self._kind = FOOTNOTE
        elif word == "annotation":
            self._begin(self._end_comment)
        elif word in _HEADS:
            self._begin(lambda: self._end_edge(foot=False))
        elif word in _FEET:
            self._begin(lambda: self._end_edge(foot=True))
        elif word in _BOXES:
            self._begin(lambda: self.text.after(self._end()))
        else:
            return False
        return True

    def _begin(self, closing: End) -> None:
        self.text.begin_box()
        self.rows.append(False)
        self.in_table.append(False)
        self.state = self.state.plain._replace(goes=TEXT)
        self.closing = closing

    def _end(self) -> list[Line]:
        self.rows.pop()
        self.in_table.pop()
        return self.text.taken()

    def _end_note(self) -> None:
        self.in_note -= 1
        self._notes[self._kind] += set_apart(led(self._end(), f"{self.sign} " if self.sign else ""), NOTES[self._kind])
        self.sign = ""

    def _end_comment(self) -> None:
        self.text.after(set_apart(led(self._end(), comment_head(self._author, self._day)), COMMENT))
        self._author = self._day = ""

    def _end_edge(self, *, foot: bool) -> None:
        lines = self._end()
        if (words := plain_words(lines)) not in self._seen:
            self._seen.add(words)
            self._edges[foot] += set_apart(lines, FOOT if foot else HEAD)

    def _end_drawing(self) -> None:
        self._drawn.pop()

    def _drawing(self, word: str) -> bool:
        """Drawings and equations. A drawing is there twice, the second time for old readers."""
        if word == "shp":
            self._drawn.append(self.text.written)
            self.closing = self._end_drawing
        elif word == "shprslt":
            self._go(SKIP if self._drawn and self.text.written > self._drawn[-1] else QUIET)
        elif word == "upr":
            self._go(QUIET)
        elif word in ("ud", "mr"):
            self._go(TEXT)
        elif word in ("mden", "mrad"):
            self.text.write("/" if word == "mden" else "√")
        elif word in ("msup", "msub"):
            self.state = self.state._replace(raised=SUPERSCRIPT if word == "msup" else SUBSCRIPT)
        else:
            return False
        return True


def _packed_day(words: str) -> str:
    """The day in a date that is packed into one number, as YYYY-MM-DD; empty for none."""
    if not words.lstrip("-").isdecimal() or len(words) > 11:
        return ""
    bits = int(words)
    return f"{1900 + (bits >> 20 & 0x1FF):04}-{bits >> 16 & 0xF:02}-{bits >> 11 & 0x1F:02}"
