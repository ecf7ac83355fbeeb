"""The desk as a process of its own: it takes a folder of documents in, reads, searches, marks, prints a memo, and is closed.

    python -m tests.hostile.inquiry_process CASE FOLDER WORDS PDF

WORDS are searched and made a claim; the memo is printed to PDF. What was read is said as JSON: exhibits with their texts, hits, pages.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.crash.desk_process import fail, sit_down
from tests.journeys.driver import CTRL, Analyst
from workbench.app import Program, make_app
from workbench.case import Case
from workbench.desk import fonts, theme
from workbench.desk.memo.preview import Preview
from workbench.desk.memo.printing import print_pdf
from workbench.desk.reading.page_sheet import PageSheet
from workbench.settings import Settings

PRINTING = ".saved.pdf"
"""The file that is saved last before anything is printed ends in it."""


def read_all(analyst: Analyst) -> list[str]:
    """Each article is opened in a pane, folded and unfolded, and its first page shown as a picture where it has one."""
    window, texts = analyst.window, []
    for number in window.articles.ids():
        pane = window.area.open(number)
        analyst.press(Qt.Key.Key_F)
        analyst.press(Qt.Key.Key_F)
        texts.append(pane.view.text)
        analyst.press(Qt.Key.Key_V)
        analyst.wait()
        for sheet in window.findChildren(PageSheet):
            sheet.close()
            analyst.settle()
    return texts


def search(analyst: Analyst, words: str) -> int:
    """Found everywhere by its words: how many hits are in the list."""
    analyst.press(Qt.Key.Key_K, CTRL)
    analyst.type(f'"{words}"')
    analyst.wait()
    time.sleep(0.3)  # the question is asked once the keys rest
    analyst.wait()
    found = analyst.window.found.list.model().rowCount()
    analyst.press(Qt.Key.Key_Escape)
    return found


def confirm(analyst: Analyst, words: str) -> None:
    """The words in the first article that has them become a claim with a status."""
    case = analyst.window.desk.case
    exhibit = next(number for number in analyst.window.articles.ids() if words in case.articles.text(number))
    analyst.window.area.open(exhibit)
    analyst.settle()
    analyst.drag_over(exhibit, words)
    analyst.press(Qt.Key.Key_1)
    analyst.press(Qt.Key.Key_W)
    analyst.wait()


def print_memo(analyst: Analyst, path: Path) -> int:
    """The memo is set, shown, saved beside `path` and printed to it: the length in bytes of what was printed."""
    analyst.press(Qt.Key.Key_P, CTRL)
    analyst.wait()
    (preview,) = analyst.window.findChildren(Preview)
    preview.save_to(path.with_suffix(PRINTING))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # as the dialog does
    printer.setOutputFileName(str(path))
    print_pdf(analyst.window.desk, printer, preview.pdf)
    analyst.wait()
    return path.stat().st_size


def main() -> None:
    sys.excepthook = fail
    path, folder, words, printed = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
    settings = Settings()
    program = Program(make_app(sys.argv[:1]), settings)
    fonts.use()
    theme.apply(settings.get("theme"))
    Case.create(path, lambda: "Rhea").close()
    analyst = sit_down(program, path)
    analyst.drop([folder])
    texts = read_all(analyst)
    hits = search(analyst, words)
    confirm(analyst, words)
    told = {"texts": texts, "hits": hits, "claims": len(analyst.window.claims.views), "printed": print_memo(analyst, printed)}
    analyst.window.close()
    QApplication.processEvents()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
