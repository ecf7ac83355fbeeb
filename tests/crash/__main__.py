"""`python -m tests.crash [--kills N] [--cuts N] [--writers SECONDS] [--seed S]` (also `make crash`): kills of the desk and of imports,
power cuts with their controls, and writers that take turns, as a table. Runs with other seeds add up. Exit code 0 when nothing was lost
and the control without synchronising failed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.kills import kill_often
from tests.crash.power_cuts import Cuts, cut, record_run
from tests.crash.writers import write_by_turns

WRITERS = 8


def tell(rows: list[tuple[str, str]]) -> None:
    for what, how_many in rows:
        sys.stdout.write(f"{what:56}{how_many:>14}\n")
    sys.stdout.flush()


def cut_at(folder: Path, level: str, cuts: int, seed: int) -> Cuts:
    run = record_run(folder / level, level)
    tally = cut(run, run.random_moments(cuts, seed), seed)
    tell(tally.rows())
    return tally


def cut_power(folder: Path, cuts: int, seed: int) -> list[str]:
    """Cuts at random moments and while the case is opened, closed or folded; the controls must fail."""
    own = cut_at(folder, "FULL", cuts, seed)
    control = [cut_at(folder, level, min(cuts, 300), seed) for level in ("NORMAL", "OFF")]
    switching = cut(own.run, own.run.moments_with_a_rollback_journal(), seed)
    folding = cut(own.run, own.run.moments_of_folding(), seed)
    tell(
        [
            ("power cuts while it is opened or closed", str(switching.done)),
            ("power cuts while the log is folded back", str(folding.done)),
            ("… that lost or broke something", str(len(switching.wrong) + len(folding.wrong))),
        ]
    )
    wrong = [*own.wrong, *switching.wrong, *folding.wrong]
    if not any(tally.lost + tally.unsound for tally in control[1:]):
        wrong.append("the control with synchronous=OFF lost nothing: the simulation proves nothing")
    return wrong


def main(arguments: list[str]) -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.crash")
    asked.add_argument("--kills", type=int, default=100, help="half of the desk, half of imports")
    asked.add_argument("--cuts", type=int, default=300)
    asked.add_argument("--writers", type=float, default=20, help="seconds")
    asked.add_argument("--seed", type=int, default=20)
    called = asked.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun, wrong = time.perf_counter(), list[str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["WORKBENCH_HOME"] = str(folder / "home")
        if called.cuts:
            wrong += cut_power(folder, called.cuts, called.seed)
        for importing, kills in ((False, called.kills // 2), (True, called.kills - called.kills // 2)):
            if kills:
                killed = kill_often(folder / f"documents {importing}" / "desk", kills, called.seed, importing=importing)
                tell(killed.rows())
                wrong += killed.wrong
        if called.writers:
            turns = write_by_turns(folder / "shared", WRITERS, called.writers)
            tell(turns.rows())
            wrong += turns.wrong
    tell([("time, all of it", f"{time.perf_counter() - begun:.0f} s")])
    sys.stdout.write("".join(f"WRONG {words}\n" for words in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
