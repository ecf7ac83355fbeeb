"""A case of 10,000 claims with 50,000 appearances: the claims list, a status, the matrix, the history, and the case as it was."""

from __future__ import annotations

from contextlib import closing
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks import rig
from benchmarks.fiction import build_fiction
from benchmarks.harness import Clock, Row, in_turn, medians, quiet, row
from workbench.case import Case
from workbench.case.claims import Decision
from workbench.desk.claims.list import ClaimList
from workbench.desk.compare.matrix import Matrix
from workbench.desk.desk import Desk
from workbench.desk.window import Window
from workbench.domain.statuses import Basis, Status
from workbench.settings import Settings

ARTICLES, CLAIMS, EACH = 1000, 10_000, 5
MATRIX = (50, 200)
UNDO_STEPS = 10_000
REPEATS = 7
WIDE = (3840, 2160)  # a large screen


def run() -> list[Row]:
    rows = []
    with rig.home() as folder:
        rig.app()
        path = folder / "large.case"
        build_fiction(path, ARTICLES, CLAIMS, each=EACH).close()
        rows += _list(path)
        rows += _past(path)
        rows += _undo(path)
    with rig.home() as folder:
        path = folder / "matrix.case"
        build_fiction(path, *MATRIX, each=EACH).close()
        rows += _matrix(path)
    return rows


def _list(path: Path) -> list[Row]:
    """In a real window: the list made anew until painted, letters typed, a status set until the list has painted it."""
    what = "10,000 claims, 50,000 appearances"
    with closing(Case.open(path, lambda: "bench")) as case:
        (opened,) = medians(in_turn(REPEATS, lambda: _open_list(case)))
    window = rig.open_window(path)
    rig.settle(window)
    letters = cycle(("ferry", "ferry al", "barge", ""))
    (typed,) = medians(in_turn(REPEATS * 2, lambda: _type(window, next(letters))))
    window.claims.filter.clear()
    (status,) = medians(in_turn(REPEATS, lambda: _status(window), warm=2))
    rig.close(window)
    return [
        row(f"claims list opens until painted ({what})", opened, most=120),
        row("claims list narrowed by letters until painted", typed, most=50),
        row("a status set until the list has painted it", status, most=50),
    ]


def _open_list(case: Case) -> float:
    desk = Desk(case, Settings())
    with quiet():
        clock = Clock()
        made = ClaimList(desk)
        made.resize(400, 700)
        made.show()
        rig.until(rig.Painted([made.list.viewport()]))
        spent = clock.ms()
    if len(made.model.rows) != CLAIMS:
        raise ValueError("the list does not show every claim")
    made.rest()
    made.close()
    made.deleteLater()
    desk.questions.close()
    desk.jobs.close()
    rig.app().processEvents()
    return spent


def _type(window: Window, letters: str) -> float:
    with quiet():
        clock = Clock()
        painted = rig.Painted([window.claims.list.viewport()])
        window.claims.filter.setText(letters)
        rig.until(painted)
        return clock.ms()


def _status(window: Window) -> float:
    desk, number = window.desk, 7
    decision = Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN)
    if desk.case.claims.view(number).claim.status is Status.UNCONFIRMED:
        decision = Decision(Status.OPEN)
    desk.choose(number)
    rig.settle(window)
    with quiet():
        clock = Clock()
        painted = rig.Painted([window.claims.list.viewport()])
        desk.do(lambda: desk.case.claims.set_status(number, decision))
        rig.until(painted)
        return clock.ms()


def _past(path: Path) -> list[Row]:
    with closing(Case.open(path, lambda: "bench")) as case:
        clock = Clock()
        case.history.read_ahead()
        first = clock.ms()
        numbers = cycle(range(1, CLAIMS, 997))
        (history,) = medians(in_turn(REPEATS * 3, lambda: _history(case, next(numbers))))
        with case.file.read() as reader:
            last = reader.head()[0]
        (early, middle) = medians(in_turn(REPEATS, lambda: _as_of(case, 2), lambda: _as_of(case, last // 2)))
        clock = Clock()
        case.history.since(last // 2)
        since = clock.ms()
    return [
        row("history of a claim (10,000 claims, 50,000 appearances)", history, most=30),
        row("the journal read through, once in a session, in the background", first),
        row("the whole case as it was after its second step", early, most=1000),
        row("the whole case as it was half way", middle, most=1000),
        row("what changed since half way, in words, in the background", since),
    ]


def _history(case: Case, number: int) -> float:
    with quiet():
        clock = Clock()
        events = case.history.of_claim(number)
        spent = clock.ms()
    if not events:
        raise ValueError("a claim has no history")
    return spent


def _as_of(case: Case, step: int) -> float:
    """Until the past has answered what claims it had."""
    with quiet():
        clock = Clock()
        with closing(case.as_of(step)) as past:
            past.info.get()
            spent = clock.ms()
    return spent


def _undo(path: Path) -> list[Row]:
    """Ten thousand steps taken back and done again, one by one, without fsync (its time is the disk's)."""
    with closing(Case.open(path, lambda: "bench")) as case:
        rig.synchronise(case.file, "OFF")
        for number in range(UNDO_STEPS):
            case.claims.edit(number % CLAIMS + 1, note=f"note {number}")
        (back, again) = (_walk(case, case.undo), _walk(case, case.redo))
        if case.claims.view(UNDO_STEPS % CLAIMS or CLAIMS).claim.note != f"note {UNDO_STEPS - 1}":
            raise ValueError("redo did not bring back the last note")
    return [
        row(f"a step of {UNDO_STEPS:,} taken back", back / UNDO_STEPS, most=50),
        row(f"a step of {UNDO_STEPS:,} done again", again / UNDO_STEPS, most=50),
    ]


def _walk(case: Case, step: object) -> float:
    clock = Clock()
    for _ in range(UNDO_STEPS):
        step()  # type: ignore[operator]
    return clock.ms()


def _matrix(path: Path) -> list[Row]:
    window = rig.open_window(path)
    rig.settle(window)
    (drawn, whole) = medians(in_turn(REPEATS, lambda: _draw(window, None), lambda: _draw(window, WIDE)))
    rig.close(window)
    return [
        row("matrix of 200 × 50 opened until drawn", drawn, most=150),
        row("matrix of 200 × 50 on a whole screen of 3840 × 2160", whole),
    ]


def _draw(window: Window, size: tuple[int, int] | None) -> float:
    with quiet():
        clock = Clock()
        matrix = Matrix(window, window.desk, window.work.go_to, window.claims.known_views)
        if size:
            matrix.resize(*size)
        matrix.show()
        rig.until(rig.Painted([matrix.table.viewport()]))
        spent = clock.ms()
    QTest.keyClick(matrix, Qt.Key.Key_Escape)
    rig.app().processEvents()
    return spent
