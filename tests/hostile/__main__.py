"""`python -m tests.hostile [--seed N] [--count N] [--part 1/4] [--minutes N]`: a good case damaged in random ways, and lived with.

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
from itertools import takewhile
from pathlib import Path


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--count", type=int, default=5000)
    options.add_argument("--part", default="1/1", help="which part of how many, 2/4 for the second quarter")
    options.add_argument("--minutes", type=float, default=float("inf"), help="begin no further one after so long")
    called = options.parse_args()
    part, parts = (int(number) for number in called.part.split("/"))
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        os.environ["WORKBENCH_HOME"] = str(Path(name) / "home")
        from tests.hostile.mutations import mutate

        numbers = range(part - 1, called.count, parts)
        in_time = takewhile(lambda _: time.perf_counter() - begun < called.minutes * 60, numbers)
        tally = mutate(Path(name), called.seed, in_time, _tell)
    for what, how_many in (*tally.rows(), ("time, all of it", f"{time.perf_counter() - begun:.0f} s")):
        _tell(f"{what:58}{how_many:>10}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
