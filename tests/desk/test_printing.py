"""Printing as it came out: the chosen pages in the chosen order, read back from the file, and a plain word where nothing came out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QSpinBox

from tests.journeys.driver import Analyst
from workbench.desk.compare.printed import Printed as Across
from workbench.desk.memo import printing
from workbench.desk.memo.printing import Order, ask_printer, print_pdf
from workbench.desk.window import Window

NINE = 9


@pytest.fixture(scope="module")
def nine() -> bytes:
    """Nine pages, each with a black bar whose height tells its number."""
    bars = "\n#pagebreak()\n".join(
        f"#place(bottom, rect(width: 100%, height: {number * 10}%, fill: black))" for number in range(1, NINE + 1)
    )
    pdf = typst.compile(f'#set page("a4", margin: 0pt)\n{bars}'.encode(), format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


def numbers(path: Path) -> list[int]:
    """Which pages came out, by the height of their bars."""
    document = pdfium.PdfDocument(path.read_bytes())
    found = []
    for page in document:
        gray = page.render(scale=0.5).to_numpy().mean(axis=2)
        middle = gray[:, gray.shape[1] // 2] < 128
        found.append(round(float(middle.mean()) * 10))
    document.close()
    return found


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setFullPage(True)
    printer.setOutputFileName(str(path))
    return printer


Printed = Callable[[QPrinter], str]


@pytest.fixture
def printed(blank: Window, nine: bytes) -> Printed:
    """Prints the nine pages; what is said of it."""
    analyst = Analyst(blank)

    def run(printer: QPrinter) -> str:
        told: list[str] = []
        print_pdf(blank.desk, printer, nine, " Good luck.", told.append)
        analyst.wait()
        assert analyst.said[-1] == told[-1]
        return told[-1]

    return run


@pytest.mark.parametrize(
    ("first", "last", "said", "pages"),
    [
        (2, 2, "page 2 of 9", [2]), (1, 9, "9 pages", list(range(1, 10))), (0, 0, "9 pages", list(range(1, 10))),
        (3, 5, "pages 3–5 of 9", [3, 4, 5]), (8, 20, "pages 8–9 of 9", [8, 9]),
    ],
)  # fmt: skip
def test_the_chosen_pages_come_out(printed: Printed, tmp_path: Path, first: int, last: int, said: str, pages: list[int]) -> None:
    printer = to_file(tmp_path / "out.pdf")
    printer.setFromTo(first, last)
    assert printed(printer) == f"Printed to {tmp_path / 'out.pdf'}: {said}. Good luck."
    assert numbers(tmp_path / "out.pdf") == pages


def test_several_ranges_copies_and_the_last_page_first(printed: Printed, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    ranges = printer.pageRanges()
    ranges.addPage(1)
    ranges.addRange(3, 4)
    printer.setPageRanges(ranges)
    printer.setCopyCount(2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printed(printer) == f"Printed to {tmp_path / 'out.pdf'}: pages 1, 3–4 of 9, 2 copies, last page first. Good luck."
    assert numbers(tmp_path / "out.pdf") == [4, 3, 1, 4, 3, 1]
    printer.setCollateCopies(False)
    printed(printer)
    assert numbers(tmp_path / "out.pdf") == [4, 4, 3, 3, 1, 1]


@pytest.mark.skipif(sys.platform != "linux", reason="another system has a dialog of its own")
@pytest.mark.parametrize(("first", "last", "backwards", "pages"), [(2, 2, False, [2]), (7, 8, True, [8, 7])])
def test_what_the_dialog_says_is_what_comes_out(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int, last: int, backwards: bool, pages: list[int]
) -> None:
    """The system's own dialog, its fields filled in as a hand would."""

    def fill(dialog: QPrintDialog) -> int:
        dialog.show()
        dialog.findChild(QLineEdit, "filename").setText(str(tmp_path / "out.pdf"))
        dialog.findChild(QRadioButton, "printRange").click()
        assert dialog.findChild(QSpinBox, "to").maximum() == NINE
        for name, number in (("from", first), ("to", last)):
            dialog.findChild(QSpinBox, name).setValue(number)
        dialog.findChild(QCheckBox, "reverse").setChecked(backwards)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(printing.QPrintDialog, "exec", fill)
    printer = ask_printer(QApplication.activeWindow(), NINE)
    assert printer is not None
    printer.setFullPage(True)
    assert printed(printer).startswith(f"Printed to {tmp_path / 'out.pdf'}: page")
    assert numbers(tmp_path / "out.pdf") == pages


def test_a_table_is_printed_across_the_paper_with_the_pages_chosen(
    blank: Window, nine: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
        dialog.printer().setFromTo(2, 2)
        return 1

    monkeypatch.setattr(printing.QPrintDialog, "exec", choose)
    analyst = Analyst(blank)
    Across(blank, blank.desk).print_page(lambda: nine, " Rows in order.")
    analyst.wait()
    assert analyst.said[-1] == f"Printed to {tmp_path / 'out.pdf'}: page 2 of 9. Rows in order."
    document = pdfium.PdfDocument((tmp_path / "out.pdf").read_bytes())
    assert [width > height for width, height in (page.get_size() for page in document)] == [True]
    document.close()
    monkeypatch.setattr(printing.QPrintDialog, "exec", lambda _: 0)
    Across(blank, blank.desk).print_page(lambda: nine)
    analyst.wait()
    assert len(analyst.said) == 1


def test_pages_that_are_not_there_are_said(printed: Printed, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    printer.setFromTo(12, 14)
    assert printed(printer) == "Nothing was printed: there are 9 pages, and those that were chosen are none of them."
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_cannot_be_opened_is_said(printed: Printed, blank: Window) -> None:
    said = printed(QPrinter(QPrinter.PrinterMode.HighResolution))  # there is none here, and no file was named
    assert said == "Nothing was printed: no printer could be opened. Choose another one, or save it as a PDF."
    assert blank.message.isVisible()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_file_that_cannot_be_written_is_said(printed: Printed, tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "out.pdf"
    assert printed(to_file(target)) == f"Nothing was printed: {target} cannot be written."


class Jammed(QPrinter):
    """One that takes two pages."""

    taken = 0

    def newPage(self) -> bool:
        self.taken += 1
        return self.taken < 2 and super().newPage()


def test_a_printer_that_stops_is_said(printed: Printed, tmp_path: Path) -> None:
    printer = Jammed(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert printed(printer) == "Printing stopped after 2 of 9 pages: the printer takes no more."


@pytest.mark.parametrize("state", [QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error])
def test_one_that_is_cancelled_or_fails_at_the_end_is_said(printed: Printed, tmp_path: Path, state: QPrinter.PrinterState) -> None:
    class Failing(QPrinter):
        def printerState(self) -> QPrinter.PrinterState:
            return state

    printer = Failing(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert printed(printer) == f"Not everything was printed: {printing.FAILED[state]}."


def test_a_file_that_was_cut_off_is_no_print(printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a full disk, of which Qt says nothing."""
    target, whole = tmp_path / "out.pdf", printing._whole
    monkeypatch.setattr(printing, "_whole", lambda path: bool(path.write_bytes(path.read_bytes()[:-40])) and whole(path))
    said = printed(to_file(target))
    assert said == f"Not everything was printed: {target} could not be written to its end. Is the disk full?"


RANGES = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda r: (min(r), max(r))), max_size=3)
ORDERS = st.builds(Order, RANGES.map(tuple), st.booleans(), st.integers(1, 4), st.booleans())


@given(ORDERS, st.integers(1, 12))
def test_every_chosen_page_comes_out_as_often_as_there_are_copies(order: Order, count: int) -> None:
    pages, chosen = order.sequence(count), order.chosen(count)
    assert sorted(pages) == sorted(chosen * order.copies)
    assert all(1 <= page <= count for page in pages)
    assert set(chosen) == {n for n in range(1, count + 1) if not order.ranges or any(a <= n <= b for a, b in order.ranges)}
    once = list(dict.fromkeys(pages))
    assert once == sorted(once, reverse=order.backwards)
    if order.collated:
        assert pages == once * order.copies
    if chosen:
        assert str(len(chosen) if len(chosen) == count else chosen[-1]) in order.words(count)
