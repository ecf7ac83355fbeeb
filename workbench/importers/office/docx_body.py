"""The text of one part of a Word document: its body, its notes, a header.

Tracked deletions and what was moved away stand struck out in their place, insertions are text. Of fields the result is read, not the code.
The signs and numbers before items of a list are not in the file: Word computes them, and they are not in the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.office.docx_equations import Equations
from workbench.importers.office.docx_styles import Styles, is_on
from workbench.importers.office.manuscript import NOTE_MARK, SUBSCRIPT, SUPERSCRIPT, Line, Manuscript
from workbench.importers.office.symbols import symbol
from workbench.importers.office.tracked import DELETED, HIDDEN, MOVED, READING, STRUCK, deletion
from workbench.importers.office.xml_parts import Attributes, Part, value
from workbench.importers.page import Mark
from workbench.importers.pictures import ALT_BASIS, alternative

CAPTION = Mark(ZoneKind.CAPTION, ALT_BASIS)


@dataclass(slots=True)
class _Run:
    """How a run is set."""

    hidden: bool = False
    struck: bool = False
    raised: str = ""
    note: bool = False  # what it says is the mark of a note


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in other parts, each by a function: the sign for a note ("footnote" or "endnote") that is met, by its identifier;
    the lines of a comment; the lines of a drawing, by its relation."""

    note: Callable[[str, str, bool], str] = lambda _kind, _key, _numbered: ""
    comment: Callable[[str], list[Line]] = lambda _key: []
    drawing: Callable[[str], list[Line]] = lambda _key: []


class Body(Part):
    """Writes the text of a part into `text`. `headers` are the relations of the headers and footers that sections name."""

    def __init__(self, styles: Styles, beside: Beside) -> None:
        super().__init__()
        self.text = Manuscript()
        self.headers: list[str] = []
        self._styles = styles
        self._beside = beside
        self._collecting = False
        self._paragraphs: list[bool] = []  # of each that is open, whether its end is deleted
        self._runs: list[_Run] = [_Run()]
        self._settled: list[_Run] = [_Run()]  # how the style of each open paragraph sets its runs
        self._properties = self._in_paragraph_properties = self._readings = 0
        self._deletions: list[Mark] = []
        self._written: list[int] = []
        self._alternatives: set[str] = set()
        self._choices: list[str] = []
        self._chosen = ""
        self._equations = Equations(self, self.text)
        self._listen()

    def _listen(self) -> None:
        text = self.text
        self.on("w:p", self._begin_paragraph, self._end_paragraph)
        self.on("w:r m:r", self._begin_run, self._end_run)
        self.on("w:t w:delText m:t", self._collect, self._collected)
        self.on("w:pPr", self._begin_paragraph_properties, self._end_paragraph_properties)
        self.on("w:rPr w:trPr w:ctrlPr m:ctrlPr", self._begin_properties, self._end_properties)
        self.on("w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:trPrChange w:tcPrChange w:tblPrExChange", self.skip)
        self.on("w:pStyle", self._paragraph_style)
        self.on("w:rStyle", self._run_style)
        self.on("w:vanish", lambda a: self._set(hidden=is_on(a)))
        self.on("w:strike w:dstrike", lambda a: self._set(struck=is_on(a)))
        self.on("w:vertAlign", lambda a: self._set(raised=value(a, "w:val")))
        self.on("w:del", lambda a: self._begin_deletion(DELETED, a), self._end_deletion)
        self.on("w:moveFrom", lambda a: self._begin_deletion(MOVED, a), self._end_deletion)
        self.on("w:tab w:ptab", lambda _: None if self._in_paragraph_properties else self._say("\t"))
        self.on("w:br w:cr", lambda _: text.end_line())
        self.on("w:noBreakHyphen", lambda _: self._say("\u2011"))
        self.on("w:softHyphen", lambda _: self._say("\u00ad"))
        self.on("w:sym", self._symbol)
        self.on("w:rt", lambda _: self._count_reading(1), lambda: self._count_reading(-1))
        self.on("w:tr", lambda _: text.begin_row(), text.end_row)
        self.on("w:tc", lambda _: text.begin_cell())
        self.on("w:txbxContent", lambda _: text.begin_box(), text.end_box)
        self.on("mc:AlternateContent", lambda _: self._written.append(text.written), self._end_alternatives)
        self.on("mc:Choice mc:Fallback", self._alternative)
        self.on("w:footnoteReference", lambda a: self._note("footnote", a))
        self.on("w:endnoteReference", lambda a: self._note("endnote", a))
        self.on("w:commentReference", lambda a: text.after(self._beside.comment(value(a, "w:id"))))
        self.on("w:drawing w:pict", lambda _: self._alternatives.clear())
        self.on("wp:docPr", lambda a: self._picture(value(a, "descr") or value(a, "title")))
        self.on("v:shape v:rect", lambda a: self._picture(value(a, "alt")))
        self.on("dgm:relIds", lambda a: text.after(self._beside.drawing(value(a, "r:dm"))))
        self.on("c:chart", lambda a: text.after(self._beside.drawing(value(a, "r:id"))))
        self.on("w:headerReference w:footerReference", lambda a: self.headers.append(value(a, "r:id")))
        self.on("w:ddList", self._begin_choice, self._choose)
        self.on("w:result", lambda a: setattr(self, "_chosen", value(a, "w:val")))
        self.on("w:listEntry", lambda a: self._choices.append(value(a, "w:val")))

    def words(self, text: str) -> None:
        if self._collecting:
            self._say(text)

    def _say(self, words: str) -> None:
        run = self._runs[-1]
        mark = self._mark(run)
        if run.raised in (SUPERSCRIPT, SUBSCRIPT):
            self.text.write_shifted(words, run.raised, mark)
        else:
            self.text.write(self._equations.shifted(words), mark)

    def _mark(self, run: _Run) -> Mark | None:
        if run.hidden:
            return HIDDEN
        if self._deletions:
            return self._deletions[-1]
        if run.struck:
            return STRUCK
        return NOTE_MARK if run.note else READING if self._readings else None

    def _collect(self, _attributes: Attributes) -> None:
        self._collecting = True

    def _collected(self) -> None:
        self._collecting = False

    def _begin_paragraph(self, _attributes: Attributes) -> None:
        self._paragraphs.append(False)
        self._settled.append(_Run())

    def _end_paragraph(self) -> None:
        self._settled.pop()
        if not (self._paragraphs.pop() and self.text.speaks):
            self.text.end_line()
        elif self.text.last and not self.text.last.isspace():  # the paragraphs are one now, their words are not
            self.text.write(" ")

    def _paragraph_style(self, attributes: Attributes) -> None:
        name = value(attributes, "w:val")
        style = self._styles.of(name)
        self._settled[-1] = _Run(bool(style.hidden), bool(style.struck), style.raised or "")
        self.text.rank(self._styles.rank(name))

    def _begin_run(self, _attributes: Attributes) -> None:
        settled = self._settled[-1]
        self._runs.append(_Run(settled.hidden, settled.struck, settled.raised))

    def _end_run(self) -> None:
        self._runs.pop()

    def _run_style(self, attributes: Attributes) -> None:
        style = self._styles.of(value(attributes, "w:val"))
        self._set(hidden=style.hidden, struck=style.struck, raised=style.raised)

    def _set(self, *, hidden: bool | None = None, struck: bool | None = None, raised: str | None = None) -> None:
        """Sets the run that is open; what is said of the mark at the end of a paragraph is said of no text."""
        if self._in_paragraph_properties:
            return
        run = self._runs[-1]
        run.hidden = run.hidden if hidden is None else hidden
        run.struck = run.struck if struck is None else struck
        run.raised = run.raised if raised is None else raised

    def _begin_properties(self, _attributes: Attributes) -> None:
        self._properties += 1

    def _end_properties(self) -> None:
        self._properties -= 1

    def _begin_paragraph_properties(self, _attributes: Attributes) -> None:
        self._in_paragraph_properties += 1
        self._properties += 1

    def _end_paragraph_properties(self) -> None:
        self._in_paragraph_properties -= 1
        self._properties -= 1

    def _begin_deletion(self, what: str, attributes: Attributes) -> None:
        if not self._properties:
            self._deletions.append(deletion(what, value(attributes, "w:author")))
        elif self._in_paragraph_properties and self._paragraphs:
            self._paragraphs[-1] = True

    def _end_deletion(self) -> None:
        if not self._properties and self._deletions:
            self._deletions.pop()

    def _symbol(self, attributes: Attributes) -> None:
        try:
            code = int(value(attributes, "w:char")[:6], 16)
        except ValueError:
            code = 0
        self._say(symbol(code, value(attributes, "w:font")))

    def _count_reading(self, more: int) -> None:
        self._readings += more

    def _alternative(self, attributes: Attributes) -> None:
        """The second way of drawing something is passed over when the first has given its text."""
        if self._written and self.text.written > self._written[-1]:
            self.skip(attributes)

    def _end_alternatives(self) -> None:
        if self._written:
            self._written.pop()

    def _note(self, kind: str, attributes: Attributes) -> None:
        own = value(attributes, "w:customMarkFollows").lower() not in ("", "0", "false", "off")
        sign = self._beside.note(kind, value(attributes, "w:id"), not own)
        run = self._runs[-1]
        run.note = run.note or own
        if sign:
            self.text.write(sign, self._mark(run) or NOTE_MARK)

    def _picture(self, words: str) -> None:
        found = alternative(words)
        if found and found not in self._alternatives:
            self._alternatives.add(found)
            self.text.after([[(found, CAPTION)]])

    def _begin_choice(self, _attributes: Attributes) -> None:
        self._choices.clear()
        self._chosen = "0"

    def _choose(self) -> None:
        """What a drop-down field shows: the entry that was chosen."""
        number = int(self._chosen) if self._chosen.isdecimal() and len(self._chosen) < 4 else 0
        self.text.write("".join(self._choices[number : number + 1]))
