"""Highlights: many overlapping ones redrawn, applied and scrolled, beside a QTextEdit with ExtraSelections and one with none."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from benchmarks import rig
from benchmarks.fiction import article_text
from benchmarks.harness import Clock, Row, in_turn, medians, p95, row
from workbench.desk import fonts
from workbench.desk.reading.marks import TextMark
from workbench.desk.reading.view import ReadingView
from workbench.domain.statuses import Verdict
from workbench.importers.sentences import sentence_spans

WHOLE = (900, 1600)  # pixels: tall enough for all of a 5,000-character article, the worst case of a redraw
PANE = (800, 950)  # pixels: a pane of a full screen
SCROLLS = 120
EXTRA = "ExtraSelections"
PLAIN = "no highlights at all"


def run() -> list[Row]:
    return [*_redrawn(), *_applied(), *_scrolled()]


def marks(text: str, count: int, chance: random.Random) -> list[TextMark]:
    """So many marks of 20 to 200 characters, anywhere, overlapping as they fall."""
    verdicts = list(Verdict)
    made = []
    for number in range(1, count + 1):
        start = chance.randrange(0, len(text) - 20)
        made.append(TextMark(start, min(len(text), start + chance.randrange(20, 200)), number, number, verdicts[number % len(verdicts)]))
    return made


class Sheet:
    """One text three times: in our pane, in a QTextEdit for ExtraSelections, and in one for nothing."""

    def __init__(self, length: int, size: tuple[int, int]) -> None:
        rig.app()
        self.chance = random.Random(11)
        self.text = article_text(self.chance, length)[:length]
        self.ours = ReadingView()
        self.ours.setFont(fonts.reading(12.5))
        sentences = sentence_spans(self.text)
        self.ours.show_text(self.text, (), lambda part: [s for s in sentences if s.overlaps(part)], "made up")
        self.extra, self.plain = QTextEdit(), QTextEdit()
        for edit in (self.extra, self.plain):
            edit.setReadOnly(True)
            edit.setFont(fonts.reading(12.5))
            edit.setPlainText(self.text)
        for widget in (self.ours, self.extra, self.plain):
            widget.resize(*size)
            widget.show()
        rig.app().processEvents()

    def close(self) -> None:
        for widget in (self.ours, self.extra, self.plain):
            widget.close()
            widget.deleteLater()
        rig.app().processEvents()

    def select(self, found: list[TextMark]) -> None:
        """The same spans as ExtraSelections."""
        selections = []
        for mark in found:
            each = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.extra.document())
            cursor.setPosition(mark.start)
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
            each.cursor = cursor
            each.format.setBackground(QColor(200, 220, 255, 90))
            selections.append(each)
        self.extra.setExtraSelections(selections)


def _redrawn() -> list[Row]:
    sheet = Sheet(5000, WHOLE)
    first, second = (marks(sheet.text, 300, sheet.chance) for _ in range(2))
    turn = [first]

    def ours() -> float:
        turn[0] = second if turn[0] is first else first
        clock = Clock()
        sheet.ours.set_marks(turn[0])
        _painted(sheet.ours)
        return clock.ms()

    def extra() -> float:
        clock = Clock()
        sheet.select(turn[0])
        _painted(sheet.extra)
        return clock.ms()

    taken = medians(in_turn(21, ours, extra, _painting(sheet.plain)))
    sheet.close()
    what = "300 overlapping highlights in 5,000 characters redrawn"
    return [
        row(what, taken[0], peer=EXTRA, theirs=taken[1], most=50),
        row(f"{what}, above the floor", taken[0], peer=PLAIN, theirs=taken[2]),
    ]


def _applied() -> list[Row]:
    sheet = Sheet(100_000, PANE)
    found = marks(sheet.text, 5000, sheet.chance)

    def ours() -> float:
        clock = Clock()
        sheet.ours.set_marks(found)
        return clock.ms()

    def extra() -> float:
        clock = Clock()
        sheet.select(found)
        return clock.ms()

    ours_ms, extra_ms = medians(in_turn(9, ours, extra))
    sheet.close()
    return [row("5,000 highlights in 100 KB applied", ours_ms, peer=EXTRA, theirs=extra_ms, most=30)]


def _scrolled() -> list[Row]:
    sheet = Sheet(100_000, PANE)
    found = marks(sheet.text, 5000, sheet.chance)
    sheet.ours.set_marks(found)
    sheet.select(found)
    edits = (sheet.ours, sheet.extra, sheet.plain)
    places = [sheet.chance.random() for _ in range(SCROLLS)]
    at = [iter([0.5, *places]) for _ in edits]

    def frame(number: int) -> Callable[[], float]:
        edit = edits[number]

        def once() -> float:
            bar = edit.verticalScrollBar()
            clock = Clock()
            bar.setValue(int(next(at[number]) * bar.maximum()))
            _painted(edit)
            return clock.ms()

        return once

    taken = in_turn(SCROLLS, *(frame(number) for number in range(3)))
    worst = [p95(times) for times in taken]
    sheet.close()
    what = "a frame while scrolling 5,000 highlights in 100 KB, p95"
    return [
        row(what, worst[0], peer=EXTRA, theirs=worst[1], most=10),
        row(f"{what}, above the floor", worst[0], peer=PLAIN, theirs=worst[2]),
    ]


def _painting(edit: QTextEdit) -> Callable[[], float]:
    def once() -> float:
        clock = Clock()
        _painted(edit)
        return clock.ms()

    return once


def _painted(edit: QTextEdit) -> None:
    """Let the event loop paint what has changed, all of it, beside the words too."""
    painted = rig.Painted([edit.viewport()])
    edit.viewport().update()
    rig.until(painted)
    rig.app().processEvents()
