"""`python -m tests.crash [KILLS [CUTS]]` (also `make crash`): 100 kills, 300 power cuts and the controls, as a table. Exit code 0 when
nothing was lost and the control without synchronising failed."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.kills import kill_often
from tests.crash.power_cuts import Cuts, cut, record_run

SEED = 20


def tell(rows: list[tuple[str, str]]) -> None:
    for what, how_many in rows:
        sys.stdout.write(f"{what:48}{how_many:>14}\n")
    sys.stdout.flush()


def cut_at(folder: Path, level: str, cuts: int) -> Cuts:
    run = record_run(folder / level, level)
    tally = cut(run, run.random_moments(cuts, SEED), SEED)
    tell(tally.rows())
    return tally


def main(kills: int = 100, cuts: int = 300) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["WORKBENCH_HOME"] = str(folder / "home")
        own = cut_at(folder, "FULL", cuts)
        control = cut_at(folder, "NORMAL", cuts), cut_at(folder, "OFF", cuts)
        switching = cut(own.run, own.run.moments_with_a_rollback_journal(), SEED)
        tell(
            [
                ("power cuts while it is opened or closed", str(switching.done)),
                ("… that lost or broke something", str(len(switching.wrong))),
            ]
        )
        killed = kill_often(folder / "documents", kills, SEED)
        tell([*killed.rows(), ("time, all of it", f"{time.perf_counter() - begun:.0f} s")])
    wrong = [*own.wrong, *switching.wrong, *killed.wrong]
    if not any(tally.lost + tally.unsound for tally in control[1:]):
        wrong.append("the control with synchronous=OFF lost nothing: the simulation proves nothing")
    sys.stdout.write("".join(f"WRONG {words}\n" for words in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
