"""A manuscript: the words of a word processor's document as they come, made into lines of reading text with what is set apart in them.

A paragraph is a line, and so is a row of a table, its cells parted by tabs; a cell with several paragraphs goes on in lines of its own.
Paragraphs without words are left out. Text boxes, comments and pictures' texts stand after the line in which they are anchored. Words set
apart (struck out, hidden, marks of notes) never part a word or figure of the text: those that stand inside one follow it, so that "1[4]5"
is not read as 145.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page import Mark
from workbench.importers.raised import is_power, lowered, raised

Piece = tuple[str, Mark | None]
Line = list[Piece]
"""One line as words with what they are; None for words of the text itself."""

HEAD, FOOT = Mark(ZoneKind.PAGE, "the head of its pages"), Mark(ZoneKind.PAGE, "the foot of its pages")
SUPERSCRIPT, SUBSCRIPT = "superscript", "subscript"
NOTE_MARK = Mark(ZoneKind.NOTE, "the mark of a note")
_SIGNS = dict.fromkeys(map(ord, "\r\n\x0b\x0c\x85\u2028\u2029"), " ") | {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Line ends within words, and what cannot be kept."""
_UNSPACED_LETTERS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_UNSPACED = re.compile(f"[{_UNSPACED_LETTERS}]")
"""Letters of scripts that write no spaces: two beside each other may be two words."""
_REST_OF_WORD = re.compile(rf"(?:[^\W_{_UNSPACED_LETTERS}]|(?<=\d)[.,:/](?=\d|\Z))*")
TITLE, HEADING = 0, 1
"""What a paragraph's style makes it: the document's title, or a heading of the first level."""
_MOST_OPEN = 100
_HEADING_REACH = 2
"""Lines before a heading at most that is the document's own."""


@dataclass(slots=True)
class _Level:
    """The document itself, or one of the boxes and notes that are open in it."""

    lines: list[Line] = field(default_factory=list)
    line: Line = field(default_factory=list)
    held: Line = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)  # of each open row how many cells have begun
    tabs: int = 0
    broken: bool = False
    live: str = ""  # the end of the line's own words, empty where something set apart has come after them
    spoken: bool = False  # whether the line has words of its own
    rank: int | None = None


class Manuscript:
    """Lines as they are written. `written` counts code points, boxes and all; `headings` has the first line of each rank."""

    def __init__(self) -> None:
        self.written = 0
        self.headings: dict[int, str] = {}
        self._levels = [_Level()]
        self._counted = self._deeper = 0

    @property
    def lines(self) -> list[Line]:
        """The lines that are finished, the last one too."""
        self._deeper = 0
        while len(self._levels) > 1:
            self.end_box()
        self._levels[0].rows.clear()
        self._finish()
        return self._levels[0].lines

    @property
    def last(self) -> str:
        """The last code point of the line, empty at its beginning."""
        level = self._levels[-1]
        line = level.held or level.line
        return "" if level.broken or level.tabs or not line else line[-1][0][-1]

    @property
    def before(self) -> str:
        """The end of the line's own words."""
        return self._levels[-1].live

    @property
    def speaks(self) -> bool:
        """Whether the line has words of its own, none that are set apart."""
        return self._levels[-1].spoken

    def rank(self, rank: int | None) -> None:
        """Says what the line is by its style."""
        self._levels[-1].rank = rank

    def write(self, words: str, mark: Mark | None = None) -> None:
        """Words of the line, with what they are where they are set apart."""
        if not words:
            return
        words = words if words.isprintable() else words.translate(_SIGNS)
        level = self._levels[-1]
        self.written += len(words)
        if level.broken:
            self._finish()
        if level.tabs:
            self._put("\t" * level.tabs, None)
            level.tabs = 0
        if mark is not None and _in_word(level.live):
            level.held.append((words, mark))
        elif mark is None and level.held:
            rest = _rest_of_word(level.live[-1], words)
            self._put(words[:rest], None)
            if words[rest:]:
                self._release()
                self._put(words[rest:], None)
        else:
            self._put(words, mark)

    def write_shifted(self, words: str, shift: str, mark: Mark | None = None) -> None:
        """Raised or lowered words: figures as the signs for that; a raised number behind a word or figure is the mark of a note."""
        before = self.before
        if mark is None and shift == SUPERSCRIPT and words.strip().isdecimal() and before.strip() and not is_power(before):
            mark = NOTE_MARK
        self.write((raised if shift == SUPERSCRIPT else lowered)(words), mark)

    def end_line(self) -> None:
        """A paragraph or a line ends. Within a cell the row's line ends only where more of the cell follows."""
        level = self._levels[-1]
        if level.rows:
            level.broken = bool(level.line or level.held)
        else:
            self._finish()

    def begin_row(self) -> None:
        self._finish()
        self._levels[-1].rows.append(0)

    def begin_cell(self) -> None:
        """The row's next cell; a cell outside a row begins a line."""
        level = self._levels[-1]
        if not level.rows:
            self._finish()
            return
        if level.rows[-1]:
            self._release()
            level.tabs += 1
            level.broken, level.live = False, ""
        level.rows[-1] += 1

    def end_row(self) -> None:
        level = self._levels[-1]
        if level.rows:
            level.rows.pop()
        self._finish()

    def begin_box(self) -> None:
        """What is written until the box ends stands after the line that is open now; in its place where boxes are nested too deeply."""
        if len(self._levels) > _MOST_OPEN:
            self._deeper += 1
        else:
            self._levels.append(_Level())

    def end_box(self) -> None:
        self.after(self.taken())

    def taken(self) -> list[Line]:
        """Ends a box and gives its lines instead of writing them."""
        if self._deeper or len(self._levels) == 1:
            self._deeper = max(0, self._deeper - 1)
            return []
        level = self._levels[-1]
        level.rows.clear()
        self._finish()
        self._levels.pop()
        return level.lines

    def after(self, lines: list[Line]) -> None:
        """Lines that stand after the one that is open now."""
        self._levels[-1].after += lines
        self.written += len(lines)

    def _put(self, words: str, mark: Mark | None) -> None:
        level = self._levels[-1]
        if not words:
            return
        if level.line:
            before, its_mark = level.line[-1]
            if mark != its_mark and _is_letter(before[-1]) and _is_letter(words[0]):
                level.line.append((" ", None))
        level.line.append((words, mark))
        level.live = (level.live + words)[-12:] if mark is None else ""
        level.spoken |= mark is None

    def _release(self) -> None:
        """Writes what was held back until the word had ended."""
        level = self._levels[-1]
        held, level.held, level.live = level.held, [], ""
        for words, mark in held:
            self._put(words, mark)

    def _finish(self) -> None:
        self._release()
        level = self._levels[-1]
        if any(words.strip() for words, _ in level.line):
            level.lines.append(level.line)
            self._note_heading(level)
        level.line = []
        if level.after and not level.rows:
            level.lines += level.after
            level.after = []
        level.tabs, level.broken, level.live, level.spoken, level.rank = 0, False, "", False, None

    def _note_heading(self, level: _Level) -> None:
        if len(self._levels) > 1 or all(mark for _, mark in level.line):
            return
        self._counted += 1
        if level.rank is not None and (level.rank == TITLE or self._counted <= _HEADING_REACH + 1):
            self.headings.setdefault(level.rank, "".join(words for words, mark in level.line if mark is None).strip())


def set_apart(lines: Iterable[Line], mark: Mark) -> list[Line]:
    """Lines of which all is what the mark says, but for what is set apart in them already."""
    return [[(words, own or mark) for words, own in line] for line in lines]


def led(lines: Sequence[Line], words: str) -> list[Line]:
    """Lines with words before the first of them: the sign of a note, who comments."""
    if not lines:
        return []
    first = [piece for piece in lines[0] if piece[0]]
    return [[(words, None), (first[0][0].lstrip(), first[0][1]), *first[1:]], *lines[1:]] if words else list(lines)


def plain_words(lines: Iterable[Line]) -> str:
    """The words of lines, to compare them by."""
    return "\n".join("".join(words for words, _ in line).strip() for line in lines)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not _UNSPACED.match(sign)


def _in_word(live: str) -> bool:
    """Whether a word or figure may go on after these words."""
    return bool(live) and (_is_letter(live[-1]) or bool(len(live) > 1 and live[-1] in ".,:/" and live[-2].isdigit()))


def _rest_of_word(last: str, words: str) -> int:
    """How many code points at the beginning of words go on with the word or figure that ends with `last`."""
    found = _REST_OF_WORD.match(last + words, 1)
    return found.end() - 1 if found else 0
