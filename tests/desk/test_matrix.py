"""Claims by articles: every cell says what the case holds and on which root it rests, opens its passage, and prints on one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from workbench.case.appearances import Attribution
from workbench.case.comparison import LETTERS, RAISED
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.desk import theme
from workbench.desk.compare.matrix import ORDERS, SUMS, Matrix
from workbench.desk.memo.printing import print_pdf
from workbench.desk.window import Window
from workbench.domain.independence import root_of
from workbench.domain.vocabulary import DiscrepancyType, Severity, Stance

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def opened(window: Window) -> Matrix:
    next(c for c in window.commands if c.spec.name == "matrix").trigger()
    QApplication.processEvents()
    matrix = next(w for w in window.findChildren(Matrix) if w.isVisible())
    assert QTest.qWaitForWindowExposed(matrix)
    return matrix


def a_cell(matrix: Matrix, wanted: Callable[[int, int], bool]) -> tuple[int, int]:
    rows, columns = range(matrix.model.rowCount()), range(len(SUMS), matrix.model.columnCount())
    return next((r, c) for r in rows for c in columns if wanted(r, c))


def test_every_cell_says_what_the_case_holds(sample: Window) -> None:
    matrix = opened(sample)
    model, case = matrix.model, sample.desk.case
    views, origins = case.claims.views(), case.origins.all()
    assert [model.headerData(i, Qt.Orientation.Vertical).split()[1] for i in range(model.rowCount())] == [v.claim.number for v in views]
    for row, view in enumerate(views):
        for column, article in enumerate(model.articles, len(SUMS)):
            mine = [a for a in view.appearances if a.article_id == article.id]
            signs = set(model.data(model.index(row, column)).split())
            assert {sign.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹") for sign in signs} == {LETTERS[a.stance] for a in mine}
            for a in mine:
                number = model.grid.signs[a.origin_id] if a.origin_id else ""
                assert LETTERS[a.stance] + str(number).translate(RAISED) in signs
                if a.origin_id:
                    assert model.grid.roots[int(number) - 1] == origins[root_of(a.origin_id, origins)].name
        sums = [model.data(model.index(row, i)) for i in (0, 1)]
        one = view.meter.articles > 1 and any(w.rule == "two-origin" for w in view.warnings)
        assert sums == [str(view.meter.articles), f"{'⚠ ' if one else ''}{len(view.meter.roots)}"], (
            "where the desk warns, so does the table"
        )
    assert len(set(LETTERS.values())) == len(Stance)
    matrix.close()


def test_as_many_signs_as_roots_stand_in_the_carrying_cells_of_a_claim(sample: Window) -> None:
    """The same root has the same number, so "five articles, one origin" can be seen in the row."""
    grid = sample.desk.case.comparison.grid()
    for view in grid.views:
        numbers = {grid.signs[a.origin_id] for a in view.appearances if a.carries and a.origin_id}
        assert len(numbers) == len(
            {root_of(a.origin_id, sample.desk.case.origins.all()) for a in view.appearances if a.carries and a.origin_id}
        )
    assert len(set(grid.roots)) == len(grid.roots)


def test_a_gap_and_not_mentioned_are_told_apart_without_colour(sample: Window) -> None:
    matrix = opened(sample)
    model = matrix.model
    row, column = a_cell(matrix, lambda r, c: not model.cell(r, c))
    claim, article = model.views[row].claim, model.article(column)
    assert article is not None

    def shades_in_the_corner() -> int:
        QApplication.processEvents()
        rect = matrix.table.visualRect(matrix.model.index(row, column)).adjusted(3, 3, -3, -3)
        rect.setSize(rect.size() / 3)
        image = matrix.table.viewport().grab(rect).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return len({image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())})

    matrix.table.scrollTo(model.index(row, column))
    assert model.data(model.index(row, column), ACCESSIBLE).endswith("not looked for yet")
    assert shades_in_the_corner() > 1
    sample.desk.do(lambda: sample.desk.case.appearances.not_mentioned(claim.id, article.id))
    QApplication.processEvents()
    assert matrix.model.data(matrix.model.index(row, column)) == "–"
    assert matrix.model.data(matrix.model.index(row, column), ACCESSIBLE).endswith("not mentioned")
    assert shades_in_the_corner() == 1
    matrix.close()


@pytest.mark.parametrize("how", ["click", "enter"])
def test_a_cell_opens_its_passage_and_the_matrix_follows_a_change(sample: Window, how: str) -> None:
    matrix = opened(sample)
    row, column = a_cell(matrix, lambda r, c: any(a.passage_id for a in matrix.model.cell(r, c)))
    claim = matrix.model.views[row].claim
    index = matrix.model.index(row, column)
    if how == "click":
        QTest.mouseClick(matrix.table.viewport(), Qt.MouseButton.LeftButton, pos=matrix.table.visualRect(index).center())
    else:
        matrix.table.setCurrentIndex(index)
        QTest.keyClick(matrix.table, Qt.Key.Key_Return)
    assert sample.desk.claim == claim.id
    pane = sample.area.current
    assert pane is not None
    assert pane.article_id == matrix.model.articles[column - len(SUMS)].id
    assert pane.aim.claim() == claim.id
    sample.desk.do(lambda: sample.desk.case.claims.delete(claim.id))
    QApplication.processEvents()
    assert claim.id not in [v.claim.id for v in matrix.model.views]
    sample.desk.undo()
    QApplication.processEvents()
    assert claim.id in [v.claim.id for v in matrix.model.views]
    matrix.close()


def test_enter_again_goes_to_the_next_passage_of_the_cell(sample: Window) -> None:
    claim = next(v for v in sample.desk.case.claims.views() if any(a.passage_id for a in v.appearances))
    article = next(a.article_id for a in claim.appearances if a.passage_id)
    sample.desk.do(lambda: sample.desk.case.appearances.add(claim.claim.id, Mark(article, 0, 12), Attribution()))
    matrix = opened(sample)
    row, column = a_cell(matrix, lambda r, c: len([a for a in matrix.model.cell(r, c) if a.passage_id]) > 1)
    with sample.desk.case.file.read() as reader:
        starts = [reader.passages(id=a.passage_id)[a.passage_id].anchor.start for a in matrix.model.cell(row, column) if a.passage_id]
    matrix.table.setCurrentIndex(matrix.model.index(row, column))
    gone: list[int] = []
    matrix.go_to = lambda _, start: gone.append(start)
    for _ in range(len(starts) + 1):
        QTest.keyClick(matrix.table, Qt.Key.Key_Return)
    assert gone == [*starts, starts[0]]
    matrix.close()


def test_rows_are_ordered_by_what_is_asked_and_the_chosen_cell_stays(sample: Window) -> None:
    matrix = opened(sample)
    passages = [a.passage_id for v in matrix.model.views for a in v.appearances if a.passage_id][:2]
    last = matrix.model.views[-1].claim.id
    with sample.desk.case.file.read() as reader:
        marks = [(p.article_id, p.anchor.start, p.anchor.end) for p in reader.passages(id=passages).values()]
    new = NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, tuple(Mark(*m) for m in marks), "they differ", last)
    sample.desk.do(lambda: sample.desk.case.queries.add(new))
    QApplication.processEvents()
    matrix.table.setCurrentIndex(matrix.model.index(2, 3))
    chosen = matrix.model.views[2].claim.id

    def keys() -> dict[str, list[object]]:
        views = matrix.model.views
        return {
            "Number": [v.claim.id for v in views], "Status": [v.claim.verdict for v in views],
            "Articles": [v.meter.articles for v in views], "Origins": [len(v.meter.roots) for v in views],
            "Queries": [matrix.model.grid.queries.get(v.claim.id, (0, 0)) for v in views],
        }  # fmt: skip

    for name in ORDERS:
        matrix.order.setFocus()
        matrix.order.setCurrentIndex(ORDERS.index(name))
        matrix.order.activated.emit(ORDERS.index(name))
        found = keys()[name]
        if name == "Status":
            assert len([1 for a, b in zip(found, found[1:], strict=False) if a != b]) == len(set(found)) - 1
        else:
            assert found == sorted(found, reverse=name in ("Articles", "Queries"))  # type: ignore[type-var]
        assert matrix.model.views[matrix.table.currentIndex().row()].claim.id == chosen
    header = matrix.table.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().topLeft() + _middle(matrix, len(SUMS)))
    ranks = [matrix.model.article_rank(v, 1) for v in matrix.model.views]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1
    matrix.close()


def _middle(matrix: Matrix, column: int) -> QPoint:
    header = matrix.table.horizontalHeader()
    return QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)


def test_it_is_one_landscape_page_with_text_that_can_be_selected(
    sample: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    matrix = opened(sample)
    matrix.sort_by("Origins")
    target = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.keyClick(matrix, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: target.exists() and target.stat().st_size > 0, timeout=20_000)
    document = pdfium.PdfDocument(target.read_bytes())
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    page = document[0].get_textpage()
    text = " ".join(page.get_text_range().split())
    page.close()
    document.close()
    numbers = [v.claim.number for v in matrix.model.views]
    assert [text.index(f" {number} ") for number in numbers] == sorted(text.index(f" {number} ") for number in numbers)
    for name in matrix.model.grid.roots:
        assert " ".join(name.split())[:20] in text
    again = sample.desk.case.comparison.grid_pdf(matrix.model.grid)
    assert again == target.read_bytes()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pdf(sample.desk, printer, again)
    qtbot.waitUntil(lambda: sample.desk.jobs.idle, timeout=20_000)
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    matrix.close()


def test_a_file_that_cannot_be_written_is_said(sample: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    matrix = opened(sample)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "where.pdf"), ""))
    matrix.save()
    qtbot.waitUntil(lambda: "could not be written" in sample.message.words.text(), timeout=20_000)
    matrix.close()


def test_it_draws_in_both_themes(sample: Window) -> None:
    for name in ("light", "dark"):
        theme.apply(name)
        matrix = opened(sample)
        assert not matrix.grab().toImage().isNull()
        matrix.close()
        QApplication.processEvents()
