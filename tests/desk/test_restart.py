"""What a restart brings back, and a second window on a case that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.app import Program
from workbench.case import Case
from workbench.desk.window import Window
from workbench.domain.errors import CaseLocked
from workbench.settings import Settings


def test_layout_articles_places_and_the_chosen_claim_come_back(sample: Window, open_window: Callable[..., Window]) -> None:
    analyst = Analyst(sample)
    analyst.press(Qt.Key.Key_3, CTRL)
    analyst.press(Qt.Key.Key_2, ALT)
    view = sample.area.panes[1].view
    place = len(view.text) * 3 // 4
    view.go_to(type(view.sentences[0])(place, place))
    sample.desk.choose(4)
    sample.across.setSizes([300, 960, 420])
    analyst.press(Qt.Key.Key_2, ALT)
    QApplication.processEvents()
    analyst.press(Qt.Key.Key_Plus, CTRL)
    size = sample.area.panes[0].view.font().pointSizeF()
    kept = (
        [p.article_id for p in sample.area.panes], [p.view.position() for p in sample.area.panes], sample.across.sizes(),
        sample.area.splitter.sizes(), sample.desk.claim, sample.area.panes.index(sample.area.current or sample.area.panes[0]),
        sample.size(),
    )  # fmt: skip
    path = sample.desk.case.path
    sample.close()

    again = open_window(path)
    Analyst(again).wait()
    assert kept == (
        [p.article_id for p in again.area.panes], [p.view.position() for p in again.area.panes], again.across.sizes(),
        again.area.splitter.sizes(), again.desk.claim, again.area.panes.index(again.area.current or again.area.panes[0]),
        again.size(),
    )  # fmt: skip
    view = again.area.panes[1].view
    assert view.font().pointSizeF() == size
    assert view.viewport().rect().intersects(view.cursorRect()), "the place is in sight"
    assert again.claims.list.currentIndex().row() == 3


def test_what_is_gone_meanwhile_is_left_out(sample: Window, open_window: Callable[..., Window]) -> None:
    sample.desk.choose(5)
    path = sample.desk.case.path
    sample.close()
    case = Case.open(path, lambda: "Ida")
    case.articles.delete(2)
    case.claims.delete(5)
    case.close()
    again = open_window(path)
    assert 2 not in [p.article_id for p in again.area.panes]
    assert again.area.panes
    assert again.desk.claim == 0


def test_a_closed_case_is_one_file(sample: Window) -> None:
    Analyst(sample).wait()
    path = sample.desk.case.path
    sample.close()
    assert [f.name for f in path.parent.glob(f"{path.name}*")] == [path.name]


def test_a_second_case_object_is_refused_while_the_first_is_open(sample: Window) -> None:
    with pytest.raises(CaseLocked):
        Case.open(sample.desk.case.path, lambda: "Ida")


def test_a_second_window_on_the_same_case_reads_only_and_says_so(sample: Window, tmp_path: Path) -> None:
    first = Analyst(sample)
    program = Program(QApplication.instance(), Settings(tmp_path / "other.json"))  # type: ignore[arg-type]
    program.open_path(sample.desk.case.path)
    second = program.window
    assert second is not None
    try:
        Analyst(second).wait()
        assert second.desk.case.read_only
        assert second.windowTitle().endswith("(read only)")
        assert "Opened here to read only" in second.message.words.text()
        assert second.saved.text() == "Read only"
        assert [v.claim for v in second.claims.views] == [v.claim for v in sample.claims.views]
        second.activateWindow()
        second.desk.choose(1)
        second.desk.do(lambda: second.desk.case.claims.edit(1, note="from the second window"))
        assert "read" in second.message.words.text().casefold(), "the refusal is told"
        assert sample.desk.case.claims.view(1).claim.note != "from the second window"
        first.window.desk.do(lambda: sample.desk.case.claims.edit(1, note="from the first"))
        assert second.desk.case.claims.view(1).claim.note == "from the first"
    finally:
        second.close()
        second.deleteLater()
    assert sample.desk.case.claims.view(1).claim.note == "from the first"
