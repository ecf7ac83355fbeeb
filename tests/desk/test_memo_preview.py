"""The memo's preview: pages appear, Save writes the bytes that are shown, printing gives one page for each."""

from __future__ import annotations

import hashlib
import threading
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.journeys.driver import CTRL, Analyst
from workbench.desk.memo.pages import Pages
from workbench.desk.memo.preview import Preview
from workbench.desk.memo.printing import print_pdf
from workbench.desk.widgets import alive
from workbench.desk.window import Window


@pytest.fixture
def shown(sample: Window) -> Preview:
    analyst = Analyst(sample)
    analyst.press(Qt.Key.Key_P, CTRL)
    analyst.wait()
    (preview,) = sample.findChildren(Preview)
    return preview


def pages(pdf: bytes | Path) -> int:
    document = pdfium.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


def test_ctrl_p_shows_every_page(shown: Preview) -> None:
    count = pages(shown.pdf)
    assert count >= 3
    assert shown.isVisible()
    (column,) = shown.findChildren(Pages)
    assert column.accessibleName() == f"The memo, {count} pages"
    assert str(count) in shown.words.text()
    boxes = column.boxes()
    assert len(boxes) == count
    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    assert column.height() >= boxes[-1].bottom()
    picture = column.grab().toImage()
    for box in boxes:
        spots = [
            (int(box.left() + box.width() * x / 60), int(box.top() + box.height() * y / 60)) for x in range(4, 57) for y in range(4, 57)
        ]
        assert len({picture.pixel(*spot) for spot in spots}) > 10, "every page has words on it"


def test_save_writes_the_bytes_that_are_shown(shown: Preview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "memo.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown.save_button.click()
    assert target.read_bytes() == shown.pdf
    assert "Saved" in shown.words.text()


def test_a_place_that_cannot_be_written_is_told(shown: Preview, tmp_path: Path) -> None:
    shown.save_to(tmp_path / "no such folder" / "memo.pdf")
    assert "Not saved" in shown.words.text()


def test_printing_gives_one_page_for_each(shown: Preview, sample: Window, tmp_path: Path) -> None:
    target, analyst = tmp_path / "printed.pdf", Analyst(sample)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    print_pdf(shown.desk, printer, shown.pdf)
    analyst.wait()
    assert analyst.said[-1] == f"Printed to {target}: {pages(target)} pages."
    assert pages(target) == pages(shown.pdf)
    document = pdfium.PdfDocument(target)
    for page in document:
        colors = page.render(scale=0.3).to_numpy()
        assert colors.min() < 128 < colors.max(), "words on paper, not an empty page"
    document.close()


def test_ctrl_p_again_brings_the_same_preview_forward(shown: Preview, sample: Window) -> None:
    analyst = Analyst(sample)
    sample.activateWindow()
    sample.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_P, CTRL)
    analyst.wait()
    assert sample.findChildren(Preview) == [shown]


def test_a_memo_that_waits_to_be_set_gives_way_to_a_newer_one(shown: Preview, sample: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    memos, begun, held, count = sample.desk.case.memos, threading.Event(), threading.Event(), [0]
    render = memos.render

    def slow(kind: str) -> bytes:
        count[0] += 1
        begun.set()
        held.wait(20)
        return render(kind)

    monkeypatch.setattr(memos, "render", slow)
    shown.render_memo()
    while not begun.is_set():
        QTest.qWait(5)
    shown.render_memo()
    shown.render_memo()
    held.set()
    Analyst(sample).wait()
    assert count == [2], "the one that was begun, and the last"


def test_a_preview_closed_while_it_is_set_is_let_go(sample: Window) -> None:
    analyst = Analyst(sample)
    analyst.press(Qt.Key.Key_P, CTRL)
    (preview,) = sample.findChildren(Preview)
    analyst.press(Qt.Key.Key_Escape)
    analyst.wait()
    assert not alive(preview)
    assert sample.findChildren(Preview) == []


def test_the_same_case_gives_the_same_bytes(shown: Preview) -> None:
    again = shown.desk.case.memos.render(".pdf")
    assert hashlib.sha256(again).hexdigest() == hashlib.sha256(shown.pdf).hexdigest()


def test_nothing_can_be_saved_before_there_is_something(sample: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: asked.append(a) or ("", ""))
    preview = Preview(sample, sample.desk)
    assert not preview.save_button.isEnabled()
    assert not preview.print_button.isEnabled()
    preview.save()
    preview.print_memo()
    assert not asked
    preview.close()
    preview.deleteLater()
