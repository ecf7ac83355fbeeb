"""The memo of a worked case as PDF: the first of a session in a process of its own, and every later one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import typst

from benchmarks import rig, seoul
from benchmarks.harness import Row, in_turn, medians, row, timed
from workbench.case import Case
from workbench.case.example import build_example

REPEATS = 5
EMPTY = b"= Memo\n#lorem(50)"


def run() -> list[Row]:
    rows = _rendered("the example", build_example)
    return rows + (_rendered("the Seoul case", seoul.build_seoul) if seoul.there() else [])


def _rendered(what: str, build: Callable[[Path, Callable[[], str]], Case]) -> list[Row]:
    with rig.home() as folder:
        path = folder / "bench.case"
        build(path, lambda: "bench").close()
        case = Case.open(path, lambda: "bench")
        later, first, bare = medians(
            in_turn(REPEATS, timed(lambda: case.memos.render(".pdf")), lambda: _first(path), timed(lambda: typst.compile(EMPTY)))
        )
        case.close()
    peer = "Typst on one paragraph"
    return [
        row(f"memo of {what}, first of a session", first, peer=peer, theirs=bare, most=1500),
        row(f"memo of {what}, every later one", later, peer=peer, theirs=bare, most=1500),
    ]


def _first(path: Path) -> float:
    """Milliseconds from an open case to the PDF in a new process, libraries and fonts included, Python's own start not."""
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.fresh", "memo", str(path)], cwd=root, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[1])
