"""Reading: a text laid out and painted, marks changed, jumps in short and very long texts, all panes brought to one claim."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from benchmarks import rig
from benchmarks.bench_highlights import PANE, marks
from benchmarks.fiction import article_text
from benchmarks.harness import Clock, Row, in_turn, medians, p95, row
from workbench.case.example import build_example
from workbench.desk import fonts
from workbench.desk.reading.view import ReadingView
from workbench.domain.spans import Span
from workbench.importers.sentences import sentence_spans

REPEATS = 9
WORDS = 12
LETTERS = 40
PLAIN = "the same text in a plain QTextEdit"


def run() -> list[Row]:
    rig.app()
    return [*_loaded(), *_in_memory(), *_one_line(), *_marked(), *_jumps(), _five_panes(), *_typed()]


def _view() -> ReadingView:
    view = ReadingView()
    view.setFont(fonts.reading(12.5))
    view.resize(*PANE)
    view.show()
    rig.app().processEvents()  # a window that is not on the screen yet paints nothing
    return view


def _show(view: ReadingView, text: str) -> float:
    clock = Clock()
    view.show_text(text, (), lambda part: [Span(s.start + part.start, s.end + part.start) for s in sentence_spans(text[slice(*part)])], "x")
    view.viewport().repaint()
    return clock.ms()


def _plain(text: str) -> float:
    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.setFont(fonts.reading(12.5))
    edit.resize(*PANE)
    edit.show()
    rig.app().processEvents()
    clock = Clock()
    edit.setPlainText(text)
    edit.viewport().repaint()
    spent = clock.ms()
    edit.deleteLater()
    return spent


def _loaded() -> list[Row]:
    chance, view = random.Random(5), _view()
    short = article_text(chance, 100_000)
    ours, floor = medians(in_turn(REPEATS, lambda: _show(view, short), lambda: _plain(short)))
    rows = [row("100 KB laid out and painted", ours, peer=PLAIN, theirs=floor, most=60, times=1.3)]
    view.close()
    return rows


def _in_memory() -> list[Row]:
    """In a process of its own, beside the same process before the text."""
    ran = subprocess.run([sys.executable, "-m", "benchmarks.fresh", "text", "5000000"], capture_output=True, text=True, check=True)
    _, readable, more = ran.stdout.split()
    return [
        row("5 MB until its top can be read", float(readable), most=1000),
        row("5 MB in a pane, memory above the same program without it", float(more), unit="MB", most=80),
    ]


def _one_line() -> list[Row]:
    """1 MB in one line: how long until its top can be read, and the longest that the event loop waits until all is quiet."""
    line, view = article_text(random.Random(5), 1_000_000).replace("\n", " "), _view()
    shown, gaps = [], []
    for _ in range(3):
        shown.append(_show(view, line))
        gap = 0.0
        for _ in range(50):
            gap = max(gap, _timed(rig.app().processEvents))
        gaps.append(max(gap, shown[-1]))
    view.close()
    (ours,) = medians([shown])
    return [
        row("1 MB in one line until its top can be read", ours, most=150),
        row("1 MB in one line, longest gap of the event loop", max(gaps), most=100),
    ]


def _marked() -> list[Row]:
    chance, view = random.Random(6), _view()
    text = article_text(chance, 100_000)[:100_000]
    _show(view, text)
    rows = []
    for count, most in ((5_000, 20), (20_000, 80)):
        made = marks(text, count, chance)
        (ours,) = medians(in_turn(REPEATS, lambda m=made: _timed(lambda: view.set_marks(m))))  # type: ignore[misc]
        rows.append(row(f"{count:,} marks applied in 100 KB", ours, most=most))
    made = marks(text, 5_000, chance)
    view.set_marks(made)

    def change() -> None:
        made[7] = made[7]._replace(claim=made[7].claim + 1)
        view.set_marks(made)
        view.viewport().repaint()

    (ours,) = medians(in_turn(REPEATS, lambda: _timed(change)))
    view.close()
    return [*rows, row("one of 5,000 marks changed and painted", ours, most=16)]


def _jumps() -> list[Row]:
    chance, view = random.Random(7), _view()
    rows = []
    for name, size, most in (("100 KB", 100_000, 30), ("1 MB", 1_000_000, 150), ("5 MB", 5_000_000, 300)):
        text = article_text(chance, size)
        _show(view, text)
        places = [chance.randrange(len(text) - 50) for _ in range(15)]
        _jump(view, places[0])  # the first turn is not counted
        times = [_timed(lambda at=at: _jump(view, at)) for at in places]  # type: ignore[misc]
        rows.append(row(f"a jump to a claim in {name}, p95", p95(times), most=most))
    view.close()
    return rows


def _jump(view: ReadingView, at: int) -> None:
    view.go_to(Span(at, at + 40))
    view.viewport().repaint()


def _five_panes() -> Row:
    """Every pane of the example to one claim, painted."""
    with rig.home() as folder:
        path = folder / "bench.case"
        build_example(path, lambda: "bench").close()
        window = rig.open_window(path)
        window.area.set_count(5, window.articles.ids)
        rig.settle(window)
        claims = [v.claim.id for v in window.claims.views]
        turn = iter(claims * 20)

        def bring() -> float:
            claim = next(turn)
            clock = Clock()
            window.desk.choose(claim)
            window.area.bring_to(claim)
            for pane in window.area.panes:
                pane.view.viewport().repaint()
            spent = clock.ms()
            rig.settle(window)
            return spent

        (ours,) = medians(in_turn(REPEATS, bring))
        rig.close(window)
    return row("five panes brought to one claim", ours, most=60)


def _typed() -> list[Row]:
    """The longest of the frames while a claim's text is typed and while the end of a mark is moved, with five panes open."""
    with rig.home() as folder:
        path = folder / "bench.case"
        build_example(path, lambda: "bench").close()
        window = rig.open_window(path)
        window.area.set_count(5, window.articles.ids)
        rig.settle(window)
        pane = next(p for p in window.area.panes if any(a.passage_id for a in p.appearances))
        here = next(a for a in pane.contents.appearances if a.passage_id)
        pane.view.setFocus()
        window.desk.choose(here.claim_id)
        span = pane.view.span_of(here.id) or Span(0, 0)
        pane.view.go_to(Span(span.start + 1, span.start + 1))
        rig.settle(window)
        both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        moved = [_timed(lambda: _pressed(pane.view, Qt.Key.Key_Right, both)) for _ in range(WORDS)]
        if pane.view.span_of(here.id) == span:
            raise ValueError("the end of the mark did not move")
        rig.settle(window)
        _pressed(pane.view, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
        line = QApplication.focusWidget()
        typed = [_timed(lambda: _pressed(line, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)) for _ in range(LETTERS)]
        rig.close(window)
    return [
        row("typing a claim's text beside five panes, longest frame", max(typed), most=33),
        row("moving a mark's end by a word beside five panes, longest frame", max(moved), most=33),
    ]


def _pressed(widget: QWidget | None, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """A key, and everything that it makes the window do until it has painted."""
    if widget is None:
        raise ValueError("nothing has the keyboard")
    QTest.keyClick(widget, key, modifiers)
    rig.app().processEvents()


def _timed(work: Callable[[], object]) -> float:
    clock = Clock()
    work()
    return clock.ms()
