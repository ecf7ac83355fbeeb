"""Cases for the tests of the window: made from invented texts, closed, then opened in a window."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.driver import Analyst
from workbench.case import Case
from workbench.desk.popup import Chooser, Form, Popup
from workbench.desk.window import Window
from workbench.domain.spans import Span

_MADE: dict[tuple[str, ...], bytes] = {}


def case_of(folder: Path, *texts: str) -> Case:
    """An open case with these texts as Ex. 1, 2, …, each read as a plain text file; the same texts are read once."""
    path = folder / "made.case"
    if texts not in _MADE:
        case = Case.create(path, lambda: "Rhea")
        files = [folder / f"text-{number}.txt" for number in range(1, len(texts) + 1)]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        assert case.imports.files(files).added == tuple(range(1, len(texts) + 1))
        case.close()
        _MADE[texts] = path.read_bytes()
    path.write_bytes(_MADE[texts])
    return Case.open(path, lambda: "Rhea")


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def steps(analyst: Analyst) -> int:
    """How many steps the journal has."""
    with analyst.window.desk.case.file.read() as reader:
        return int(reader.head()[0])


def settle(window: Window) -> None:
    """Wait until what stands beside the text has followed the last change."""
    QTest.qWait(1)
    until = time.monotonic() + 10
    while window.desk.unsettled:
        assert time.monotonic() < until
        QTest.qWait(5)
    QApplication.processEvents()  # new rows are shown by an event of their own


def hinted(window: Window) -> str:
    """What the line of hints says, once it has followed the last key."""
    until = time.monotonic() + 10
    while window._hinting.isActive():
        assert time.monotonic() < until
        QTest.qWait(5)
    return str(window.hints.line.accessibleName())


def form(parent: QWidget) -> Form:
    """The one form that is open in a window."""
    QApplication.processEvents()
    (found,) = [f for f in parent.findChildren(Form) if f.isVisible()]
    return found


def forms(parent: QWidget) -> list[Form]:
    QApplication.processEvents()
    return [f for f in parent.findChildren(Form) if f.isVisible()]


def popups(parent: QWidget, kind: type[Popup] = Popup) -> list[Popup]:
    """Whatever small choice or form is open in a window."""
    QApplication.processEvents()
    return [p for p in parent.findChildren(kind) if p.isVisible()]


def chooser(parent: QWidget) -> Chooser:
    """The one choice that is open in a window."""
    QApplication.processEvents()
    (found,) = [f for f in parent.findChildren(Chooser) if f.isVisible()]
    return found


def fill(found: Form, **values: str) -> None:
    """Put words into the lines of a form by their names (spaces as underscores) and say OK."""
    lines = {line.accessibleName().replace(" ", "_"): line for line in found.lines}
    for name, value in values.items():
        lines[name].setText(value)
    found.accept()
    QApplication.processEvents()
