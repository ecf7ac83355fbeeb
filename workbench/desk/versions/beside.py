"""Two versions paragraph by paragraph, side by side: what has gone is struck out on the left, what has come is set off on the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextLength, QTextTableCell, QTextTableFormat
from PySide6.QtWidgets import QFrame, QTextEdit

from workbench.case.article_versions import LineChange, LineFate, Versions
from workbench.case.word_pairs import common, word_places
from workbench.desk import fonts, theme
from workbench.desk.reading.offsets import handed_over, shown
from workbench.domain.spans import Span

SIZE = 11  # points
CHANGES = (LineFate.CHANGED, LineFate.GONE, LineFate.NEW, LineFate.MOVED)
NOTHING = "The article itself has the same words in both."
MOST = 1_500
"""Paragraphs that are set side by side; a document of more is said to be cut."""


def other_words(was: str, now: str) -> tuple[list[Span], list[Span]]:
    """The words of two paragraphs that the other has not, in order: spans of code points into each."""
    here, there = word_places(was), word_places(now)
    pairs = common([was[a:b] for a, b in here], [now[a:b] for a, b in there])
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    return _runs(here, mine), _runs(there, theirs)


def _runs(places: list[tuple[int, int]], shared: set[int]) -> list[Span]:
    """The places that are not shared; those that follow each other as one."""
    found: list[Span] = []
    last = -2
    for number, (start, end) in enumerate(places):
        if number in shared:
            continue
        if number == last + 1:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
        last = number
    return found


class VersionText(QTextEdit):
    """The two versions as a table to read. Nothing of their words is ever taken for mark-up: they are inserted as plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAccessibleName("The two versions, paragraph by paragraph")

    def show_versions(self, found: Versions | None, *, whole: bool) -> None:
        """Show what differs, or the `whole` of both; None clears."""
        self.clear()
        lines = [line for line in found.lines if whole or line.fate in CHANGES] if found else []
        if found is None or not lines:
            self.setPlainText(NOTHING if found else "")
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        self._set(cursor, found, lines[:MOST])
        if len(lines) > MOST:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(f"{len(lines) - MOST:,} more paragraphs are not shown here.", _look("muted"))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set(self, cursor: QTextCursor, found: Versions, lines: list[LineChange]) -> None:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(7)
        form.setCellSpacing(0)
        form.setHeaderRowCount(1)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        percent = QTextLength.Type.PercentageLength
        form.setColumnWidthConstraints([QTextLength(percent, 12), QTextLength(percent, 44), QTextLength(percent, 44)])
        table = cursor.insertTable(len(lines) + 1, 3, form)
        for column, words in enumerate(("", found.earlier.exhibit, found.later.exhibit)):
            _write(table.cellAt(0, column), [(words, _look("muted", bold=True))])
        for row, line in enumerate(lines, start=1):
            _write(table.cellAt(row, 0), [(_said(line), _look("muted"))])
            gone, come = other_words(line.was, line.now) if line.fate is LineFate.CHANGED else ([], [])
            left, right = _plain(line, LineFate.GONE), _plain(line, LineFate.NEW)
            _write(table.cellAt(row, 1), _parts(line.was, gone, left, _gone()))
            _write(table.cellAt(row, 2), _parts(line.now, come, right, _come()))


def _said(line: LineChange) -> str:
    """What became of a paragraph, and what that does."""
    return f"{line.fate.value}\n{line.remark}" if line.remark else line.fate.value if line.fate is not LineFate.SAME else ""


def _plain(line: LineChange, fate: LineFate) -> QTextCharFormat:
    """How the words of one side look that the other side has too; all of them where it has no such paragraph."""
    if line.fate is fate:
        return _gone() if fate is LineFate.GONE else _come()
    return _look("text" if line.fate is not LineFate.SAME else "muted", reading=True)


def _gone() -> QTextCharFormat:
    look = _look("denied", reading=True)
    look.setFontStrikeOut(True)
    return look


def _come() -> QTextCharFormat:
    look = _look("confirmed", reading=True)
    look.setFontUnderline(True)
    return look


def _look(colour: str, *, bold: bool = False, reading: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme.current()[colour])
    if reading:
        look.setFont(fonts.reading(SIZE))
    if bold:
        look.setFontWeight(700)
    return look


def _parts(text: str, others: Iterable[Span], plain: QTextCharFormat, other: QTextCharFormat) -> list[tuple[str, QTextCharFormat]]:
    """A paragraph in pieces: its words, those that the other side has not in another look."""
    parts, at = [], 0
    for span in others:
        parts += [(text[at : span.start], plain), (text[slice(*span)], other)]
        at = span.end
    return [*parts, (text[at:], plain)]


def _write(cell: QTextTableCell, parts: Iterable[tuple[str, QTextCharFormat]]) -> None:
    cursor = cell.firstCursorPosition()
    form = QTextBlockFormat()
    form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(form)
    for words, look in parts:
        if words:
            cursor.insertText(handed_over(shown(words)), look)
