"""Who uses an open file: many at once, one alone, and nobody waits for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from workbench.storage.gate import Gate

SOON = 20.0
"""Seconds within which a thread that may go on has gone on, on the slowest machine."""


def started(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_many_are_inside_at_once_and_one_that_is_may_pass_again() -> None:
    gate, together = Gate(), threading.Barrier(3)

    def use() -> bool:
        with gate.passed(), gate.passed():
            together.wait(SOON)
            return gate.entered

    with ThreadPoolExecutor(3) as pool:
        assert [done.result(SOON) for done in [pool.submit(use) for _ in range(3)]] == [True, True, True]
    assert not gate.entered
    with gate.closed(SOON):
        pass


def test_whoever_comes_while_one_is_alone_waits_until_then_and_no_longer() -> None:
    gate, passed = Gate(), threading.Event()

    def use() -> None:
        with gate.passed():
            passed.set()

    with gate.closed(SOON):
        waiting = started(use)
        assert not passed.wait(0.2)
    waiting.join(SOON)
    assert passed.is_set()


def test_whoever_is_alone_may_use_the_file() -> None:
    gate = Gate()
    with gate.closed(SOON), gate.passed():
        assert gate.entered


def test_who_came_while_another_waited_in_vain_to_be_alone_goes_on() -> None:
    gate, inside, done, passed = Gate(), threading.Event(), threading.Event(), threading.Event()

    def stay() -> None:
        with gate.passed():
            inside.set()
            done.wait(SOON * 3)

    def come() -> None:
        with gate.passed():
            passed.set()

    staying = started(stay)
    assert inside.wait(SOON)

    def be_alone() -> None:
        with pytest.raises(TimeoutError), gate.closed(1.0):
            pass

    alone = started(be_alone)
    until = time.monotonic() + SOON
    while not gate._alone and alone.is_alive() and time.monotonic() < until:
        time.sleep(0.01)
    coming = started(come)
    alone.join(SOON)
    assert passed.wait(SOON)
    done.set()
    for thread in (staying, coming):
        thread.join(SOON)


def test_who_is_inside_goes_on_while_another_waits_to_be_alone() -> None:
    gate, inside, told = Gate(), threading.Event(), threading.Event()

    def use() -> None:
        with gate.passed():
            inside.set()
            told.wait(SOON)
            with gate.passed():
                pass

    using = started(use)
    assert inside.wait(SOON)
    alone = started(lambda: _alone(gate))
    told.set()
    using.join(SOON)
    alone.join(SOON)
    assert not using.is_alive()
    assert not alone.is_alive()


def _alone(gate: Gate) -> None:
    with gate.closed(SOON):
        pass


def test_who_cannot_be_alone_in_time_gives_up_and_nothing_stays_shut() -> None:
    gate, inside, done = Gate(), threading.Event(), threading.Event()

    def use() -> None:
        with gate.passed():
            inside.set()
            done.wait(SOON)

    using = started(use)
    assert inside.wait(SOON)
    with pytest.raises(TimeoutError), gate.closed(0.05):
        pass
    with gate.passed():
        pass
    done.set()
    using.join(SOON)
    with gate.closed(SOON), ThreadPoolExecutor(1) as pool, pytest.raises(TimeoutError):
        pool.submit(lambda: gate.closed(0.05).__enter__()).result(SOON)
    with gate.closed(SOON):
        pass
