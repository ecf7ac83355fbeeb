"""The main job through the window by keyboard and mouse: from dropped files to a memo, then everything again after a restart."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt

from tests.journeys import story
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.desk.memo.preview import Preview
from workbench.desk.window import Window

pytestmark = pytest.mark.journey


def memo_text(analyst: Analyst) -> str:
    (preview,) = analyst.window.findChildren(Preview)
    document = pdfium.PdfDocument(preview.pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(char for char in text if char.isalnum())


def state(window: Window) -> list[tuple[object, ...]]:
    """All that the case holds, as the window's own lists show it."""
    return [(v.claim, v.appearances, v.evidence, v.meter) for v in window.claims.views]


def finished(analyst: Analyst, told: list[story.Told]) -> None:
    views = analyst.window.claims.views
    assert [v.claim.status.value for v in views] == [t.status for t in told]
    assert [len(v.appearances) for v in views] == [len(t.places) for t in told], analyst.said
    assert [len(v.evidence) for v in views] == [len(t.links) for t in told], analyst.said
    assert all(v.claim.basis for v in views)
    words = memo_text(analyst)
    for view in views:
        assert "".join(c for c in view.claim.text if c.isalnum()) in words
        assert view.claim.verdict.label in words


@pytest.mark.skipif(not story.SEOUL.is_dir(), reason="the Seoul case is not beside the project")
def test_seoul_case_in_fewer_than_80_actions_where_shared_is_there(open_window, tmp_path: Path) -> None:
    analyst = Analyst(open_window())
    paths, told = story.seoul()
    story.whole_job(analyst, paths, told)
    finished(analyst, told)
    views = analyst.window.claims.views
    assert (len(views), sum(len(v.appearances) for v in views), sum(len(v.evidence) for v in views)) == (8, 20, 6)
    assert analyst.actions < 80, f"{analyst.actions} actions"


def test_example_case_from_files_to_memo_and_back_after_a_restart(open_window) -> None:
    window = open_window()
    analyst = Analyst(window)
    paths, told = story.sample()
    story.whole_job(analyst, paths, told)
    finished(analyst, told)
    before = state(window)
    shown = [(p.article_id, p.view.position()) for p in window.area.panes]
    chosen = window.desk.claim
    path = window.desk.case.path
    window.close()
    assert [f.name for f in path.parent.iterdir()] == [path.name], "a closed case is one single file"

    again = open_window(path)
    Analyst(again).wait()
    assert state(again) == before
    assert [(p.article_id, p.view.position()) for p in again.area.panes] == shown
    assert again.desk.claim == chosen


def test_undo_takes_back_the_whole_day_across_restarts_and_redo_brings_it_again(open_window) -> None:
    window = open_window()
    analyst = Analyst(window)
    paths, told = story.sample()
    analyst.drop(paths)
    analyst.press(Qt.Key.Key_5, CTRL)
    story.work(analyst, told[:3])
    analyst.wait()
    before = state(window)
    path = window.desk.case.path
    window.close()

    window = open_window(path)
    analyst = Analyst(window)
    analyst.wait()
    steps = 0
    while window.desk.case.undo_names()[0]:
        analyst.press(Qt.Key.Key_Z, CTRL)
        steps += 1
        assert steps < 200
    analyst.wait()
    assert not window.claims.views
    assert not window.articles.rows, "the import is undone as well"
    for _ in range(steps):
        analyst.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert state(window) == before
    analyst.wait()
    assert len(window.articles.rows) == len(paths)
