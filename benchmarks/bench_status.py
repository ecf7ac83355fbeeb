"""A status by keyboard: from the key event of the basis letter until pane and claims list have painted it, commit included."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks import rig
from benchmarks.fiction import build_fiction
from benchmarks.harness import Clock, Row, in_turn, medians, quiet, row
from benchmarks.seoul import build_seoul, there
from workbench.case.claims import Decision
from workbench.case.example import build_example
from workbench.desk.window import Window
from workbench.domain.spans import Span
from workbench.domain.statuses import Basis, Status

REPEATS = 7


def run() -> list[Row]:
    rows = [_in("the example", lambda path: build_example(path, lambda: "bench").close())]
    if there():
        rows.append(_in("the Seoul case", lambda path: build_seoul(path, lambda: "bench").close()))
    rows.append(_in("1,000 articles, 5,000 claims", lambda path: build_fiction(path, 1000, 5000).close()))
    return rows


def _in(what: str, build: object) -> Row:
    with rig.home() as folder:
        path = folder / "bench.case"
        build(path)  # type: ignore[operator]
        window = rig.open_window(path)
        rig.settle(window)
        claim_id = _to_a_claim(window)
        ours, commit = medians(in_turn(REPEATS, lambda: _status(window, claim_id), lambda: _commit(window, claim_id), warm=2))
        rig.close(window)
    return row(f"a status, key event to painted pixel ({what})", ours, peer="its commit alone", theirs=commit, most=50)


def _to_a_claim(window: Window) -> int:
    """Choose the first claim of the first pane, as a click in the list does: keys are about it. The cursor stands in it."""
    window.activateWindow()
    window.area.focus(1)
    pane = window.area.current
    assert pane is not None
    claim_id = next(appearance.claim_id for appearance in pane.contents.appearances if appearance.passage_id)
    window.desk.choose(claim_id)
    span = pane.contents.first(claim_id)
    assert span is not None
    pane.view.go_to(Span(span.start, span.start))
    rig.settle(window)
    return claim_id


def _status(window: Window, claim_id: int) -> float:
    """1 and W, timed from W; the claim is open again before."""
    _reopen(window, claim_id)
    pane = window.area.current
    assert pane is not None
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_1)
    rig.app().processEvents()
    asked = QApplication.focusWidget()
    assert asked is not None
    assert asked is not pane.view
    with quiet():
        clock = Clock()
        painted = rig.Painted([pane.view.viewport(), window.claims.list.viewport()])
        QTest.keyClick(asked, Qt.Key.Key_W)
        rig.until(painted)
        spent = clock.ms()
    if window.desk.case.claims.view(claim_id).claim.basis is not Basis.OWN_WORDS:
        raise ValueError("the key did not set the status")
    return spent


def _commit(window: Window, claim_id: int) -> float:
    """The same operation without the window, which is told only after."""
    _reopen(window, claim_id)
    with quiet():
        clock = Clock()
        changes = window.desk.case.claims.set_status(claim_id, Decision(Status.CONFIRMED, Basis.OWN_WORDS))
        spent = clock.ms()
    window.desk.announce(changes)
    rig.settle(window)
    return spent


def _reopen(window: Window, claim_id: int) -> None:
    window.desk.announce(window.desk.case.claims.set_status(claim_id, Decision(Status.OPEN)))
    rig.settle(window)
