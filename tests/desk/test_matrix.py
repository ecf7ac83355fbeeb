"""Claims by articles: every cell says what the case holds, and opens its passage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.desk.compare.matrix import LETTERS, Matrix
from workbench.desk.window import Window
from workbench.domain.vocabulary import Stance


def opened(window: Window) -> Matrix:
    next(c for c in window.commands if c.spec.name == "matrix").trigger()
    QApplication.processEvents()
    return next(w for w in window.findChildren(Matrix) if w.isVisible())


def test_every_cell_says_what_the_case_holds(sample: Window) -> None:
    matrix = opened(sample)
    model = matrix.model
    views = sample.desk.case.claims.views()
    assert [model.headerData(i, Qt.Orientation.Vertical).split()[0] for i in range(model.rowCount())] == [v.claim.number for v in views]
    for row, view in enumerate(views):
        for column, article in enumerate(model.articles):
            stances = {a.stance for a in view.appearances if a.article_id == article.id}
            assert set(model.data(model.index(row, column))) == {LETTERS[s] for s in stances}
        sums = [model.data(model.index(row, len(model.articles) + i)) for i in (0, 1)]
        assert sums == [str(view.meter.articles), str(len(view.meter.roots))]
    assert len(set(LETTERS.values())) == len(Stance)
    matrix.close()


def test_enter_goes_to_the_passage_and_the_matrix_follows_a_change(sample: Window) -> None:
    matrix = opened(sample)
    row, column = next(
        (r, c)
        for r in range(matrix.model.rowCount())
        for c in range(len(matrix.model.articles))
        if any(a.passage_id for a in matrix.model.cell(r, c))
    )
    claim = matrix.model.views[row].claim
    matrix.table.setCurrentIndex(matrix.model.index(row, column))
    QTest.keyClick(matrix.table, Qt.Key.Key_Return)
    assert sample.desk.claim == claim.id
    pane = sample.area.current
    assert pane is not None
    assert pane.article_id == matrix.model.articles[column].id
    assert pane.view.claim_at_cursor() == claim.id
    sample.desk.do(lambda: sample.desk.case.claims.delete(claim.id))
    assert claim.id not in [v.claim.id for v in matrix.model.views]
    matrix.close()
