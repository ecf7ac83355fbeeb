"""The flow of an OpenDocument text: paragraphs, spans, tables, boxes, pictures' texts and formulas, without notes and changes.

The signs and numbers before items of a list are not in the file: the program that shows it computes them, and they are not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.office.manuscript import HEADING, TITLE, Line, Manuscript, set_apart
from workbench.importers.office.odt_styles import Style, Styles
from workbench.importers.office.tracked import HIDDEN, READING, STRUCK
from workbench.importers.office.xml_parts import Attributes, Part, value
from workbench.importers.page import Mark
from workbench.importers.pictures import ALT_BASIS, alternative

_CAPTION = Mark(ZoneKind.CAPTION, ALT_BASIS)
_MOST_SPACES = 100_000
"""Spaces that a whole document may have counted out; behind that each place has one."""
_SPACE = re.compile(r"[ \t\r\n]+")
_SHAPES = "draw:text-box draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:connector draw:polygon draw:path draw:caption"
_PLAIN = Style()


class Flow(Part):
    """Writes text into `text`. `inside` gives the lines of a document inside this one by its place, and whether they are a formula."""

    def __init__(self, styles: Styles, inside: Callable[[str], tuple[list[Line], bool]] = lambda _path: ([], False)) -> None:
        super().__init__()
        self.text = Manuscript()
        self.is_formula = False
        self.heard: list[str] | None = None  # where words go that are none of the text
        self._styles = styles
        self._inside = inside
        self._settings: list[Style] = []  # of the paragraph and the spans that are open
        self.ended = 0  # paragraphs so far
        self._boxed: list[bool] = []  # of each paragraph that is open, whether it stands in a box of its own
        self._outside: list[tuple[list[Style], list[bool]]] = []
        self._readings = 0
        self._spaces_left = _MOST_SPACES
        self._signs = ""
        self._hidden: list[bool] = []
        styles.listen(self)
        self._listen()

    def _listen(self) -> None:
        text = self.text
        self.on("text:p", lambda a: self._begin_paragraph(a, None), self._end_paragraph)
        self.on("text:h", self._begin_heading, self._end_paragraph)
        self.on("text:span", self._begin_span, self._end_span)
        self.on("text:s", self._spaces)
        self.on("text:tab", lambda _: self.say("\t"))
        self.on("text:line-break", lambda _: text.end_line())
        self.on("table:table-row", lambda _: text.begin_row(), text.end_row)
        self.on("table:table-cell table:covered-table-cell", lambda _: text.begin_cell())
        self.on("text:ruby-text", lambda _: self._count_reading(1), lambda: self._count_reading(-1))
        self.on("text:section", self._begin_section, self._end_section)
        self.on("text:hidden-paragraph", self._hide_paragraph)
        self.on("text:hidden-text", self._hidden_text)
        self.on(_SHAPES, lambda _: self.begin_apart(), self._end_box)
        self.on("svg:title svg:desc", lambda _: self.hear(), lambda: self._picture(self.listened()))
        self.on("draw:object", lambda a: self._object(value(a, "xlink:href")))
        self.on("math:math", self._begin_formula, self._end_formula)
        self.on("math:annotation", lambda _: self._begin_typed(), self._end_typed)

    def words(self, text: str) -> None:
        if self.heard is not None:
            self.heard.append(text)
        elif self._boxed:
            core = _SPACE.sub(" ", text)
            last = self.text.last
            self.say(core.lstrip(" ") if last in ("", " ") else core)

    def say(self, words: str) -> None:
        """Words of the text as they are set where it is now."""
        setting = self._settings[-1] if self._settings else _PLAIN
        mark = HIDDEN if setting.hidden or any(self._hidden) else STRUCK if setting.struck else READING if self._readings else None
        if setting.raised:
            self.text.write_shifted(words, setting.raised, mark)
        else:
            self.text.write(words, mark)

    def hear(self) -> None:
        """From here words are none of the text, until they are asked for."""
        self.heard = []

    def listened(self) -> str:
        words, self.heard = "".join(self.heard or ()), None
        return words

    def begin_apart(self) -> None:
        """What comes now stands in a box, with paragraphs of its own."""
        self.text.begin_box()
        self._outside.append((self._settings, self._boxed))
        self._settings, self._boxed = [], []

    def end_apart(self) -> list[Line]:
        """The lines of the box."""
        if self._outside:
            self._settings, self._boxed = self._outside.pop()
        return self.text.taken()

    def _end_box(self) -> None:
        self.text.after(self.end_apart())

    def _begin_paragraph(self, attributes: Attributes, rank: int | None) -> None:
        style = self._styles.of("paragraph", value(attributes, "text:style-name"))
        if self._boxed:
            self.text.begin_box()
        self._boxed.append(bool(self._boxed))
        self._settings.append(style)
        self.text.rank(TITLE if style.is_title else rank)

    def _begin_heading(self, attributes: Attributes) -> None:
        self._begin_paragraph(attributes, HEADING if value(attributes, "text:outline-level") in ("", "1") else None)

    def _end_paragraph(self) -> None:
        self.ended += 1
        self.text.end_line()
        self._settings.pop()
        if self._boxed.pop():
            self.text.end_box()

    def _begin_span(self, attributes: Attributes) -> None:
        outer = self._settings[-1] if self._settings else _PLAIN
        own = self._styles.of("text", value(attributes, "text:style-name"))
        self._settings.append(
            Style(
                hidden=outer.hidden if own.hidden is None else own.hidden,
                struck=outer.struck if own.struck is None else own.struck,
                raised=outer.raised if own.raised is None else own.raised,
            )
        )

    def _end_span(self) -> None:
        self._settings.pop()

    def _spaces(self, attributes: Attributes) -> None:
        count = value(attributes, "text:c")
        number = min(int(count), self._spaces_left) if count.isdecimal() and len(count) < 9 else 1
        self._spaces_left -= number
        self.say(" " * max(1, number))

    def _count_reading(self, more: int) -> None:
        self._readings += more

    def _begin_section(self, attributes: Attributes) -> None:
        display = value(attributes, "text:display")
        self._hidden.append(display == "none" or (display == "condition" and value(attributes, "text:is-hidden") == "true"))

    def _end_section(self) -> None:
        self._hidden.pop()

    def _hide_paragraph(self, attributes: Attributes) -> None:
        if self._settings and value(attributes, "text:is-hidden") == "true":
            self._settings[-1] = replace(self._settings[-1], hidden=True)

    def _hidden_text(self, attributes: Attributes) -> None:
        if value(attributes, "text:is-hidden") == "true":
            self.text.write(value(attributes, "text:string-value"), HIDDEN)

    def _picture(self, words: str) -> None:
        if found := alternative(words):
            self.text.after([[(found, _CAPTION)]])

    def _object(self, path: str) -> None:
        lines, is_formula = self._inside(path)
        if is_formula:
            self.say(" ".join(words for line in lines for words, _ in line))
        else:
            self.text.after(set_apart(lines, _CAPTION))

    def _begin_formula(self, _attributes: Attributes) -> None:
        self.is_formula = True
        self.hear()

    def _begin_typed(self) -> None:
        self._signs = self.listened()
        self.hear()

    def _end_typed(self) -> None:
        self.heard = [self.listened() or self._signs]

    def _end_formula(self) -> None:
        """A formula as it was typed, where that is kept beside it; else its signs one after the other."""
        self.say(" ".join(self.listened().split()))
