"""`python -m tests.hostile [--seed N] [--count N] [--part 1/4] [--minutes N] [--bombs]`: files made to cost too much, each brought in
alone; then a good case damaged in random ways, and lived with. With --bombs only the first of these.

Prints how often, and what went wrong: an error that nobody foresaw, a hang, a file called sound though its data differ, a memo without
its DRAFT banner. Number n of a seed is the same damage in every run, so that a long run can be added up from parts. Exit code 0 when
nothing went wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _bombs(folder: Path, names: Sequence[str]) -> int:
    """Let bombs go off, one after the other, each in a case of its own; how many did not end as they should."""
    from tests.hostile.blasting import blast
    from tests.hostile.bombs import BOMBS
    from workbench.case import Case

    wrong = 0
    for number, name in enumerate(names or BOMBS):
        case = Case.create(folder / f"bomb{number}.case", lambda: "hostile")
        found = blast(case, folder, name, BOMBS[name])
        case.close()
        wrong += bool(found.wrong)
        _tell(
            f"{name:28}{found.seconds:6.1f} s{found.memory / 1e6:8,.0f} MB  {'WRONG: ' + found.wrong if found.wrong else found.said[:90]}"
        )
    _tell(f"{'bombs that did not end as they should':58}{wrong:>10}")
    return wrong


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--count", type=int, default=5000)
    options.add_argument("--part", default="1/1", help="which part of how many, 2/4 for the second quarter")
    options.add_argument("--minutes", type=float, default=float("inf"), help="begin no further one after so long")
    options.add_argument("--bombs", nargs="*", metavar="NAME", help="only let bombs go off: these, or all")
    called = options.parse_args()
    part, parts = (int(number) for number in called.part.split("/"))
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        os.environ["WORKBENCH_HOME"] = str(Path(name) / "home")
        wrong = _bombs(Path(name), called.bombs or ()) if part == 1 else 0
        if called.bombs is not None:
            return 1 if wrong else 0
        from tests.hostile.mutations import mutate

        numbers = range(part - 1, called.count, parts)
        in_time = takewhile(lambda _: time.perf_counter() - begun < called.minutes * 60, numbers)
        tally = mutate(Path(name), called.seed, in_time, _tell)
    for what, how_many in (*tally.rows(), ("time, all of it", f"{time.perf_counter() - begun:.0f} s")):
        _tell(f"{what:58}{how_many:>10}")
    return 1 if tally.wrong or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
