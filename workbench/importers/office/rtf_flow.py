"""The flow of a rich text file: groups, bytes and letters, lines and tables; what its destinations are is said elsewhere."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from workbench.importers.note_signs import FOOTNOTE, NoteSigns
from workbench.importers.office.manuscript import HEADING, NOTE_MARK, Manuscript
from workbench.importers.office.rtf_letters import SYMBOL_FONT, joined, letters
from workbench.importers.office.rtf_state import CHARACTERS, HEARD, LINES, SIGNS, SKIP, STYLES, TEXT, State, changed
from workbench.importers.office.rtf_tokens import BYTES, CLOSE, OPEN, WORD, tokens
from workbench.importers.office.tracked import DELETED, MOVED, deletion

End = Callable[[], None]
BEGINNING = b"{\\rtf"


class Flow(ABC):
    """Reads a file into `text`. `whole` says whether the file came to its end, `rest` how many bytes stand behind that."""

    def __init__(self, codec: str | None = None) -> None:
        """`codec` is what the analyst chose; without it the file's own code pages hold."""
        self.text = Manuscript()
        self.codec = codec or "cp1252"
        self.whole, self.rest = False, 0
        self.chosen = codec
        self.state = State()
        self.closing: End | None = None  # what is done when the group that is open closes
        self.heard: list[str] = []
        self.authors: list[str] = []
        self.styles: dict[int, int] = {}
        self.sign = ""  # of the note that comes next
        self.in_note = 0
        self.rows, self.in_table = [False], [False]  # of the document and of each box in it
        self._groups: list[tuple[State, End | None]] = []
        self._starred = False
        self._bytes = bytearray()
        self._units: list[int] = []
        self._replaced = 0
        self._signs = NoteSigns()

    @abstractmethod
    def destination(self, word: str, number: int | None) -> bool:
        """Whether a control word says where the words of its group go; it has done so then."""

    def read(self, data: bytes) -> None:
        for kind, words, number, end in tokens(data, max(0, data.find(BEGINNING))):
            if kind == OPEN:
                self._open()
            elif kind == CLOSE:
                self._close()
                if not self._groups:
                    self.whole, self.rest = True, len(data[end:].strip(b" \r\n\t\x00\x1a"))
                    break
            elif self.state.goes == SKIP:
                continue
            elif kind == BYTES:
                self._take(words)
            elif kind == WORD:
                self._word(words.decode("ascii"), number)
            else:
                self._take_sign(words)
        while self._groups:
            self._close()

    def _open(self) -> None:
        self._flush()
        self._groups.append((self.state, self.closing))
        self.closing, self._starred, self._replaced = None, False, 0

    def _close(self) -> None:
        self._flush()
        if self.closing:
            self.closing()
        if self._groups:
            self.state, self.closing = self._groups.pop()
        self._starred, self._replaced = False, 0

    def _take(self, data: bytes) -> None:
        """Bytes of text, but for those that stand behind \\u for old readers."""
        gone = min(self._replaced, len(data))
        self._replaced -= gone
        if gone < len(data):
            if self._units:
                self._flush()
            self._bytes += data[gone:]

    def _take_sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in (b"\r", b"\n"):
            self._word("par", None)
        else:
            self._say(SIGNS.get(sign, ""))

    def _say(self, words: str) -> None:
        """A character that has a word or sign of its own, where it does not stand behind \\u for old readers."""
        if self._replaced:
            self._replaced -= 1
        else:
            self._flush()
            self._write(words)

    def _flush(self) -> None:
        """Writes what has come as bytes or as \\u."""
        if self._bytes:
            found, self._bytes = letters(bytes(self._bytes), self._codec()), bytearray()
            self._write(found)
        elif self._units:
            found, self._units = joined(self._units), []
            self._write(found)

    def _codec(self) -> str:
        own = self.state.codec
        return own if own and (own == SYMBOL_FONT or not self.chosen) else self.codec

    def _write(self, words: str) -> None:
        state = self.state
        if state.goes != TEXT:
            if state.goes in (HEARD, STYLES):
                self.heard.append(words)
            return
        if not words:
            return
        self._keep_row()
        author = self.authors[state.author] if 0 <= state.author < len(self.authors) else ""
        mark = state.mark(deletion(MOVED if state.moved else DELETED, author) if state.deleted or state.moved else None)
        if state.raised:
            self.text.write_shifted(words, state.raised, mark)
        else:
            self.text.write(words, mark)

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            if self._bytes:
                self._flush()
            self._units.append(number or 0)
            self._replaced = self.state.replaced
            return
        if word in CHARACTERS:
            self._say(CHARACTERS[word])
            return
        self._flush()
        self._replaced = 0
        state = changed(self.state, word, number)
        if state is not None:
            self.state = state
        elif not self.destination(word, number):
            if self._starred:
                self.state = self.state._replace(goes=SKIP)
            elif self.state.goes == TEXT:
                self._line(word, number)
        self._starred = False

    def _line(self, word: str, number: int | None) -> None:
        """Words that end lines and cells, and those that say what a line is."""
        if word == "par":
            self._end_paragraph()
        elif word in LINES:
            self.text.end_line()
        elif word == "cell":
            self.in_table[-1] = True
            self._keep_row()
            self.text.begin_cell()
        elif word == "nestcell":
            self._write("\t")
        elif word == "row":
            self.end_row()
        elif word == "pard":
            self.in_table[-1] = False
            self.text.rank(None)
        elif word == "intbl":
            self.in_table[-1] = True
        elif word == "s":
            self.text.rank(self.styles.get(number or 0))
        elif word == "outlinelevel" and number == 0:
            self.text.rank(HEADING)
        elif word == "chftn" and not self.in_note:
            self.sign = self._signs.next(FOOTNOTE)
            self.text.write(self.sign, self.state.mark(NOTE_MARK) or NOTE_MARK)

    def _end_paragraph(self) -> None:
        self._keep_row()
        if self.state.deleted and self.text.speaks:  # the paragraphs are one now, their words are not
            self.text.write(" ")
        else:
            self.text.end_line()

    def _keep_row(self) -> None:
        """A row begins with the first words in a table, and ends with the first behind it."""
        if self.in_table[-1] and not self.rows[-1]:
            self.text.begin_row()
            self.text.begin_cell()
            self.rows[-1] = True
        elif not self.in_table[-1]:
            self.end_row()

    def end_row(self) -> None:
        if self.rows[-1]:
            self.text.end_row()
        self.rows[-1] = False
