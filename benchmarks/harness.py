"""Timing side by side: what is ours and its floor or peer, taken in turn, and the medians of both as a row."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

Row = dict[str, Any]
"""{name, unit, median, peer, peer_median, ratio, target, met}; `target` says whether it bounds the median or the ratio (×)."""

KEYS = ("name", "unit", "median", "peer", "peer_median", "ratio", "target", "met")
Timed = Callable[[], float]
"""Does its work once and returns the milliseconds (or whatever the unit is) that count."""


def row(
    name: str, ours: float, *, unit: str = "ms", peer: str = "", theirs: float = 0.0, most: float | None = None, times: float | None = None
) -> Row:
    """One row. `most` bounds our median, `times` our median as a multiple of the peer's; without either it is there to compare."""
    ratio = ours / theirs if theirs else None
    bounds = [] if most is None else [(f"≤ {most:g} {unit}", ours <= most)]
    bounds += [] if times is None or ratio is None else [(f"≤ {times:g} ×", ratio <= times)]
    return {
        "name": name, "unit": unit, "median": round(ours, 2), "peer": peer, "peer_median": round(theirs, 2) if peer else None,
        "ratio": None if ratio is None else round(ratio, 2), "target": " and ".join(text for text, _ in bounds),
        "met": all(met for _, met in bounds) if bounds else None,
    }  # fmt: skip


def in_turn(repeats: int, *timed: Timed, warm: int = 1) -> list[list[float]]:
    """The times of each function, called in turn (A B A B …) so that what else the machine does falls on all alike."""
    taken: list[list[float]] = [[] for _ in timed]
    for turn in range(warm + repeats):
        for times, function in zip(taken, timed, strict=True):
            value = function()
            if turn >= warm:
                times.append(value)
    return taken


def medians(taken: Sequence[Sequence[float]]) -> list[float]:
    return [statistics.median(times) for times in taken]


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 stay within."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


class Clock:
    """Milliseconds since the clock was made."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()

    def ms(self) -> float:
        return (time.perf_counter() - self._begun) * 1000


def timed(work: Callable[[], object]) -> Timed:
    """The whole of a function as what counts."""

    def once() -> float:
        clock = Clock()
        work()
        return clock.ms()

    return once


@contextmanager
def quiet() -> Iterator[None]:
    """Take out the garbage before, so that it does not fall into what is timed. The collector itself stays on, as in use."""
    gc.collect()
    yield


def normal(found: Row) -> Row:
    """A row of another maker in our form: a bare number as target becomes words, by what it was compared with."""
    target = found["target"]
    if isinstance(target, (int, float)):
        value = found["median"] if found["ratio"] is None else found["ratio"]
        sign = "≤" if (value <= target) == bool(found["met"]) else "≥"
        target = f"{sign} {target:g} {found['unit'] if found['ratio'] is None else '×'}"
    return {key: target if key == "target" else found.get(key) for key in KEYS}


def line(found: Row) -> str:
    """A row of the table as printed."""
    ratio = "" if found["ratio"] is None else f"{found['ratio']:.2f}"
    peer = f"{found['peer_median']:>9} {found['peer']}" if found["peer"] else ""
    met = {True: "met", False: "NOT MET", None: ""}[found["met"]]
    return f"{found['name']:<74.74} {found['median']:>9} {found['unit']:<10.10} {ratio:>7}  {found['target']:<14} {met:<8} {peer}"


def heading() -> str:
    return f"{'what':<74} {'median':>9} {'unit':<10} {'ratio':>7}  {'target':<14} {'':<8} {'':>9} floor or peer"
