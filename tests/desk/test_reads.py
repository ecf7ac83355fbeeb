"""How often the case is read for one key: the desk asks the case, and the case reads once a step."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from sqlalchemy import Engine, event

from tests.journeys.driver import Analyst
from workbench.desk.window import Window

TRANSACTIONS, STATEMENTS_TO_STEP, STATEMENTS_TO_DECIDE = 3, 15, 20


@dataclass
class Reads:
    """What was asked of the file: transactions that only read, and every statement (the journal's own are not counted)."""

    transactions: int = 0
    statements: list[str] = field(default_factory=list)
    writing: bool = False


@contextmanager
def counted(*, window_only: bool = False) -> Iterator[Reads]:
    """Everything that any connection of this process asks while the block runs; of the window alone, without the background."""
    reads = Reads()

    def asked(connection: object, cursor: object, statement: str, *_: object) -> None:
        if window_only and threading.current_thread() is not threading.main_thread():
            return
        if statement == "BEGIN DEFERRED":
            reads.transactions += 1
        elif statement == "BEGIN IMMEDIATE":
            reads.writing = True
        elif not reads.writing:
            reads.statements.append(statement)

    def ended(_: object) -> None:
        reads.writing = False

    event.listen(Engine, "before_cursor_execute", asked)
    event.listen(Engine, "commit", ended)
    try:
        yield reads
    finally:
        event.remove(Engine, "before_cursor_execute", asked)
        event.remove(Engine, "commit", ended)


def _at_work(window: Window) -> Analyst:
    """Four articles open, a claim chosen, everything at rest."""
    analyst = Analyst(window)
    analyst.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    analyst.wait()
    analyst.press(Qt.Key.Key_J)
    while any(timer.isActive() for timer in (*window.detail.findChildren(QTimer), *window.claims.findChildren(QTimer))):
        QTest.qWait(5)  # what waits until the window has been painted reads, too
    analyst.wait()
    assert window.desk.claim
    return analyst


def test_the_next_claim_is_read_once(sample: Window) -> None:
    analyst = _at_work(sample)
    before = sample.desk.claim
    with counted() as reads:
        analyst.press(Qt.Key.Key_J)
        analyst.wait()
    assert sample.desk.claim != before
    assert reads.transactions <= TRANSACTIONS, reads.transactions
    assert len(reads.statements) <= STATEMENTS_TO_STEP, "\n".join(reads.statements)


def test_a_status_reads_the_claim_once(sample: Window) -> None:
    analyst = _at_work(sample)
    with counted(window_only=True) as reads:  # the index follows a moment later in the background
        analyst.press(Qt.Key.Key_0)
        analyst.wait()
    assert reads.transactions <= TRANSACTIONS, reads.transactions
    assert len(reads.statements) <= STATEMENTS_TO_DECIDE, "\n".join(s[:150].replace("\n", " ") for s in reads.statements)
