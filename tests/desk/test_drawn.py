"""Ten thousand random texts: what is drawn, what Qt says is selected and what is copied is the stored quote."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QApplication

from workbench.desk import fonts
from workbench.desk.reading import geometry, sight
from workbench.desk.reading.marks import TextMark
from workbench.desk.reading.offsets import shown
from workbench.desk.reading.view import ReadingView
from workbench.domain.spans import Span
from workbench.domain.statuses import Verdict

TEXTS = 10_000
AT_ONCE = 100
ODD = "  abc\u00a0\u0301\u200d\u200f\u202e\u2066\ufdd0\ufdd1\ufeff\u0645\u05d0\u0e01\uac00\t\U0001f468\U0001f3fd\U00010348\ufffd\uffff"
ODD += "😀한글العربيةעבריתไทยé"

Drawn = dict[str, list[tuple[int, int]]]


@pytest.fixture
def view(qapp: QApplication) -> Iterator[ReadingView]:
    fonts.load()
    made = ReadingView()
    made.setFont(fonts.reading(8))
    made.resize(700, 9000)  # all of a hundred texts is in sight, and so drawn
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """By line (block, first unit): the units for which boxes were made while painting; a box without width would be none."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    made = geometry.line_rects

    def spied(block: QTextBlock, line: QTextLine, start: int, end: int, simple: bool) -> list[tuple[float, float]]:
        boxes = made(block, line, start, end, simple)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if start < last and end > first:
            assert all(left <= right for left, right in boxes) or not simple or block.layout().textOption().textDirection()
            found[block.blockNumber(), first].append((block.position() + max(start, first), block.position() + min(end, last)))
        return boxes

    monkeypatch.setattr(sight, "line_rects", spied)
    monkeypatch.setattr(geometry, "line_rects", spied)
    return found


def some_text(chance: random.Random) -> str:
    words = "".join(chance.choices(ODD, k=chance.randrange(1, 60)))
    return words.replace("\n", " ")


def in_units(text: str, start: int, end: int) -> str:
    """What stands between two UTF-16 positions, by the codec."""
    return text.encode("utf-16-le", "surrogatepass")[start * 2 : end * 2].decode("utf-16-le", "surrogatepass")


def test_what_is_drawn_selected_and_copied_is_the_stored_quote(view: ReadingView, drawn: dict) -> None:
    chance = random.Random(1950)
    for _ in range(TEXTS // AT_ONCE):
        texts = [some_text(chance) for _ in range(AT_ONCE)]
        whole, spans, at = "\n".join(texts), [], 0
        for text in texts:
            start = chance.randrange(len(text))
            spans.append(Span(at + start, at + chance.randrange(start, len(text)) + 1))
            at += len(text) + 1
        view.show_text(whole, (), lambda _: (), "random")
        view.set_marks([TextMark(*span, n, n, Verdict.CONFIRMED) for n, span in enumerate(spans, 1)])
        drawn.clear()
        view.viewport().grab()
        blocks: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (block, _first), boxes in sorted(drawn.items()):
            blocks[block] += boxes
        for number, span in enumerate(spans):
            quote = whole[span.start : span.end]
            units = "".join(in_units(whole, *box) for box in blocks[number])
            assert units == quote, f"{quote!r} is stored, {units!r} is drawn"
            cursor = QTextCursor(view.document())
            cursor.setPosition(view.offsets.unit(span.start))
            cursor.setPosition(view.offsets.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == shown(quote)
            view.setTextCursor(cursor)
            assert view.selection() == span
            assert view.createMimeDataFromSelection().text() == quote


def test_a_box_lies_where_its_words_are(view: ReadingView) -> None:
    """In text of one direction: the letter under each end of a box is the first and the last of the quote."""
    chance = random.Random(7)
    texts = [" ".join("".join(chance.choices("abcdefghij", k=chance.randrange(1, 9))) for _ in range(30)) for _ in range(60)]
    view.show_text("\n".join(texts), (), lambda _: (), "plain")
    view.viewport().grab()
    block = view.document().begin()
    for text in texts:
        line = block.layout().lineAt(0)
        last = line.textLength()
        start, end = sorted(chance.sample(range(last), 2))
        ((left, right),) = geometry.line_rects(block, line, start, end, geometry.left_to_right(block))
        inside = QTextLine.CursorPosition.CursorOnCharacter
        assert (line.xToCursor(left + 0.5, inside), line.xToCursor(right - 0.5, inside)) == (start, end - 1), text
        block = block.next()
