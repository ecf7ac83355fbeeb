"""An OpenDocument text with what stands apart in it: notes, comments, tracked changes, the heads and feet of its pages.

What tracked changes deleted stands at the head of the body, and is written struck out where the change was made.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.importers.note_signs import ENDNOTE, FOOTNOTE, NOTES
from workbench.importers.office.manuscript import FOOT, HEAD, NOTE_MARK, Line, led, plain_words, set_apart
from workbench.importers.office.odt_text import Flow
from workbench.importers.office.tracked import COMMENT, DELETED, comment_head, deletion
from workbench.importers.office.xml_parts import Attributes, value
from workbench.importers.raised import raised

_HEADS = "style:header style:header-left style:header-first"
_FEET = "style:footer style:footer-left style:footer-first"
_NO_TEXT = "office:forms office:scripts office:meta office:settings text:insertion text:format-change"
_INDEXES = ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index", "bibliography")


@dataclass(slots=True)
class _Apart:
    """A note, a comment or a deletion that is open, and what is said of it."""

    kind: str = ""
    begun: int = 0
    sign: str = ""
    author: str = ""
    day: str = ""
    lines: list[Line] = field(default_factory=list)


class Body(Flow):
    """Writes the text of one part. Afterwards `apart()` gives what is not in its flow."""

    def _listen(self) -> None:
        super()._listen()
        self._open: list[_Apart] = []
        self._notes: dict[str, list[Line]] = {kind: [] for kind in NOTES}
        self._edges: dict[bool, list[Line]] = {False: [], True: []}
        self._seen: set[str] = set()
        self._deleted: dict[str, tuple[list[Line], bool]] = {}  # with whether a paragraph ends behind it
        self.on("text:note", self._begin_note, self._end_note)
        self.on("text:note-body", lambda _: self.begin_apart(), self._end_note_body)
        self.on("text:note-citation", lambda _: self.hear(), self._sign)
        self.on("office:annotation", lambda _: self._begin(_Apart()), self._end_comment)
        self.on("dc:creator", lambda _: self.hear(), lambda: self._told("author"))
        self.on("dc:date", lambda _: self.hear(), lambda: self._told("day"))
        self.on("text:changed-region", self._begin_region, self._end_region)
        self.on("text:change", lambda a: self._put_deleted(value(a, "text:change-id")))
        self.on(f"{_HEADS} {_FEET}", self._begin_edge)
        self.on(_HEADS, None, lambda: self._end_edge(foot=False))
        self.on(_FEET, None, lambda: self._end_edge(foot=True))
        self.on(_NO_TEXT, self.skip)
        self.on(" ".join(f"text:{index}-source" for index in _INDEXES), self.skip)

    def apart(self) -> list[Line]:
        """Notes, and deletions that were put nowhere."""
        for key in list(self._deleted):
            self._put_deleted(key)
        return [line for kind in NOTES for line in self._notes[kind]]

    def edges(self) -> list[Line]:
        """The heads of pages and then their feet, each text once."""
        return [*self._edges[False], *self._edges[True]]

    def _begin(self, apart: _Apart) -> None:
        self._open.append(apart)
        self.begin_apart()

    def _end(self) -> tuple[_Apart, list[Line]]:
        return self._open.pop(), self.end_apart()

    def _told(self, what: str) -> None:
        words = self.listened()
        if self._open:
            setattr(self._open[-1], what, words)

    def _begin_note(self, attributes: Attributes) -> None:
        self._open.append(_Apart(ENDNOTE if value(attributes, "text:note-class") == ENDNOTE else FOOTNOTE))

    def _sign(self) -> None:
        """The mark of the note, which stands in the text."""
        words = self.listened().strip()
        sign = raised(words) if words.isdecimal() else f"[{words}]" if words.isalnum() else words
        if self._open:
            self._open[-1].sign = sign
        self.text.write(sign, NOTE_MARK)

    def _end_note_body(self) -> None:
        lines = self.end_apart()
        if self._open:
            self._open[-1].lines += lines

    def _end_note(self) -> None:
        note = self._open.pop()
        self._notes[note.kind] += set_apart(led(note.lines, f"{note.sign} " if note.sign else ""), NOTES[note.kind])

    def _end_comment(self) -> None:
        comment, lines = self._end()
        self.text.after(set_apart(led(lines, comment_head(comment.author, comment.day)), COMMENT))

    def _begin_region(self, attributes: Attributes) -> None:
        self._begin(_Apart(value(attributes, "xml:id") or value(attributes, "text:id"), self.ended))

    def _end_region(self) -> None:
        region, lines = self._end()
        if lines:
            ends = self.ended - region.begun > len(lines)
            self._deleted[region.kind] = (set_apart(lines, deletion(DELETED, region.author)), ends)

    def _put_deleted(self, key: str) -> None:
        """What was deleted, in its place: in the line where that has words of its own, which is one now; else in lines."""
        within = self.text.speaks
        lines, ends = self._deleted.pop(key, ([], False))
        for number, line in enumerate(lines):
            if number:
                self._part(within=within)
            for words, mark in line:
                self.text.write(words, mark)
        if ends:
            self._part(within=within)

    def _part(self, *, within: bool) -> None:
        """Keeps deleted paragraphs apart."""
        if within:
            self.text.write(" ")
        else:
            self.text.end_line()

    def _begin_edge(self, attributes: Attributes) -> None:
        if value(attributes, "style:display") == "false":
            self.skip()
        else:
            self.begin_apart()

    def _end_edge(self, *, foot: bool) -> None:
        lines = self.end_apart()
        if (words := plain_words(lines)) not in self._seen:
            self._seen.add(words)
            self._edges[foot] += set_apart(lines, FOOT if foot else HEAD)
