"""The index is put in order when nobody works, and gets out of the way at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from workbench.case import Case
from workbench.case.indexing import CaseIndex
from workbench.desk.desk import Desk
from workbench.search import IndexDocument
from workbench.settings import Settings

if TYPE_CHECKING:
    from tests.search.conftest import Desk as SearchDesk


@pytest.fixture
def desk(qtbot: QtBot, case: Case, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(case, Settings(tmp_path / "settings.json"))
    made._quiet.setInterval(1)
    made._idle.setInterval(30)
    yield made
    made.questions.close()
    made._stop_tidying()
    made.jobs.close()


def work(qtbot: QtBot, desk: Desk, times: int) -> None:
    """Changes, each followed by the index before the next."""
    for at in range(times):
        with qtbot.waitSignal(desk.indexed, timeout=20_000):
            desk.do(lambda at=at: desk.case.claims.add(f"Claim {at} about zeppelins"))  # type: ignore[misc]


def test_small_pieces_are_merged_when_it_has_been_quiet(qtbot: QtBot, desk: Desk) -> None:
    desk._idle.setInterval(10_000)
    work(qtbot, desk, 4)
    assert desk.case.index.untidy
    assert desk._idle.isActive()
    desk._idle.setInterval(30)
    work(qtbot, desk, 1)
    qtbot.waitUntil(lambda: desk.jobs.idle and not desk.case.index.untidy, timeout=20_000)
    results = desk.case.index.search("zeppelins")[1]
    assert results is not None
    assert results.total == 5
    assert desk.case.index.behind() == 0


def test_nothing_is_started_when_there_is_nothing_to_merge(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CaseIndex, "tidy", lambda *_: pytest.fail("it has nothing to do"))
    work(qtbot, desk, 1)
    assert not desk.case.index.untidy
    qtbot.waitUntil(lambda: not desk._idle.isActive(), timeout=20_000)
    qtbot.wait(50)
    assert desk.jobs.idle


@pytest.mark.parametrize("begun", ["a change", "a job"])
def test_new_work_ends_it(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, begun: str) -> None:
    tidying, ended = threading.Event(), threading.Event()

    def endless(_: CaseIndex, cancelled: Callable[[], bool]) -> None:
        tidying.set()
        while not cancelled():
            ended.wait(0.002)
        ended.set()

    monkeypatch.setattr(CaseIndex, "tidy", endless)
    monkeypatch.setattr(CaseIndex, "untidy", True)
    work(qtbot, desk, 1)
    qtbot.waitUntil(tidying.is_set, timeout=20_000)
    monkeypatch.setattr(CaseIndex, "untidy", False)
    if begun == "a change":
        with qtbot.waitSignal(desk.indexed, timeout=20_000):
            desk.do(lambda: desk.case.claims.add("Another about ferries"))
    else:
        done: list[int] = []
        desk.job("Work", lambda _: 7, done.append)
        qtbot.waitUntil(lambda: done == [7], timeout=20_000)
    assert ended.is_set()


def test_a_merge_that_is_cancelled_leaves_everything_as_it_was(desk_of: Callable[..., SearchDesk]) -> None:
    desk = desk_of(*(IndexDocument("note", n, f"zebra {n}") for n in range(3)))
    for step in range(2, 6):
        assert desk.index.update([IndexDocument("note", 10 + step, f"zebra {step}"), IndexDocument("note", 1, "lion")], [], step)
    files = {path.name for path in desk.folder.iterdir()}
    assert desk.index.untidy
    desk.index.optimise(lambda: True)
    assert desk.index.untidy
    assert {path.name for path in desk.folder.iterdir()} == files
    assert desk.index.step == 5
    assert not desk.index.fault
    desk.index.optimise(lambda: False)
    assert not desk.index.untidy
    assert desk.another().open()
