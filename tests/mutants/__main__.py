"""`python -m tests.mutants [--seed N] [--sample N] [--part N/M] [--workers N]`: break the program in small ways; does a test fail?

Which tests reach which line is measured first. Each change is made in memory alone, for one process and what it starts, and its tests
run until one fails. As a control, every test that caught one is run once more with nothing changed: what fails then has caught nothing.
Exit code 0 when WANTED of those that are not argued equivalent (equivalent.txt) are caught.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from coverage import CoverageData

from tests.mutants.changes import Mutation, mutations
from tests.mutants.running import ROOT, Outcome, failing_unchanged, outcome

ROOMS = ("domain", "storage", "memo")
NEAR = ("domain", "storage", "memo", "case", "files", "casefiles", "hostile/test_case_files.py", "hostile/test_second_files.py")
"""Tests that are looked among, below tests/."""
AT_MOST = 30
"""Tests for one change, at first;"""
MORE = 300
"""further ones for a change that those do not notice: of a test with many parameters, few are among the nearest."""
WANTED = 0.85


def reached(folder: Path, workers: int) -> CoverageData:
    """Which tests reach which lines of the rooms."""
    where = folder / "reached"
    rooms = [f"--cov=workbench/{room}" for room in ROOMS]
    near = [f"tests/{name}" for name in NEAR]
    python = [sys.executable, "-m", "pytest", "-q", "-n", str(workers), "--dist", "worksteal"]
    command = [*python, *near, *rooms, "--cov-context=test", "--cov-report="]
    config = folder / "coveragerc"
    if not where.exists():
        folder.mkdir(parents=True, exist_ok=True)
        config.write_text("[run]\nbranch = False\n", encoding="utf-8")
        done = subprocess.run([*command, f"--cov-config={config}"], cwd=ROOT, env=os.environ | {"COVERAGE_FILE": str(where)}, check=False)
        if done.returncode:
            raise SystemExit("The tests fail as it is: nothing can be told of changes.")
    data = CoverageData(str(where))
    data.read()
    return data


def nearest(data: CoverageData, mutation: Mutation) -> list[str]:
    """The tests that reach a changed line, those with the room's or the file's name first, then those that reach most of the file.

    For a line that is run when it is imported: those that reach any line of the file, or, where no test is known to, any of the room.
    """
    lines = {
        line: {name.rpartition("|")[0] for name in names if name} for line, names in data.contexts_by_lineno(str(mutation.file)).items()
    }
    reach = Counter(name for names in lines.values() for name in names)
    there = {name for line in range(mutation.first, mutation.last + 1) for name in lines.get(line, ())} or set(reach)
    room, stem = mutation.file.relative_to(ROOT / "workbench").parts[0], mutation.file.stem
    there = there or {name.rpartition("|")[0] for name in data.measured_contexts() if name.startswith(f"tests/{room}/")}
    order = sorted(there, key=lambda name: (stem not in name, f"tests/{room}/" not in name, -reach[name], name))
    taken: Counter[str] = Counter()
    turns = []
    for name in order:  # one set of parameters of each test, then a second one of each
        function = name.split("[")[0]
        turns.append((taken[function], len(turns), name))
        taken[function] += 1
    return [name for _, _, name in sorted(turns)]


def equivalent() -> dict[tuple[str, str, str], str]:
    """Changes that change nothing, by file, line of text and change, with the reason."""
    lines = (Path(__file__).with_name("equivalent.txt")).read_text(encoding="utf-8").splitlines()
    told = (line.split(" | ") for line in lines if line.strip() and not line.startswith("#"))
    return {(file, text, change): reason for file, text, change, reason in told}


def key(mutation: Mutation) -> tuple[str, str, str]:
    text = mutation.file.read_text(encoding="utf-8").splitlines()[mutation.first - 1].strip()
    return str(mutation.file.relative_to(ROOT)), text, str(mutation)


def sample(seed: int, size: int) -> list[Mutation]:
    files = sorted(file for room in ROOMS for file in (ROOT / "workbench" / room).rglob("*.py"))
    everything = [mutation for file in files for mutation in mutations(file)]
    return random.Random(seed).sample(everything, min(size, len(everything)))


def tried(chosen: list[Mutation], data: CoverageData, folder: Path, workers: int) -> list[Outcome]:
    """What came of each change, told as it goes."""

    def one(mutation: Mutation) -> Outcome:
        tests = nearest(data, mutation)
        found = outcome(mutation, tests[:AT_MOST], folder)
        if found.what == "survived" and tests[AT_MOST:]:
            found = outcome(mutation, tests[AT_MOST:][:MORE], folder)
        by = f"  by {found.by[0]}" if found.by else ""
        print(f"{found.what}  {mutation.file.relative_to(ROOT)}:{mutation.first}  {mutation}{by}", flush=True)
        return found

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(one, chosen))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--part", default="1/1", help="2/4: the second quarter of the sample")
    parser.add_argument("--workers", type=int, default=2, help="how many processes at once")
    parser.add_argument("--map", type=Path, help="a folder where what the tests reach is kept for the next part")
    told = parser.parse_args()
    part, parts = (int(number) for number in told.part.split("/"))
    chosen = sample(told.seed, told.sample)[part - 1 :: parts]
    begun, argued = time.monotonic(), equivalent()
    left_out = [mutation for mutation in chosen if key(mutation) in argued]
    rest = [mutation for mutation in chosen if key(mutation) not in argued]
    with tempfile.TemporaryDirectory() as scratch:
        found = tried(rest, reached(told.map or Path(scratch), told.workers), Path(scratch), told.workers)
        doubtful = failing_unchanged(found, Path(scratch))
    for test in sorted(doubtful):
        print(f"fails with nothing changed: {test}")
    found = [replace(outcome, what="survived") if outcome.by and doubtful.issuperset(outcome.by) else outcome for outcome in found]
    for mutation in left_out:
        print(f"left out  {mutation.file.relative_to(ROOT)}:{mutation.first}  {mutation}: {argued[key(mutation)]}")
    caught = sum(outcome.what in ("caught", "hung") for outcome in found)
    share = caught / len(rest) if rest else 1.0
    seconds = time.monotonic() - begun
    print(f"seed {told.seed}: {caught} of {len(rest)} caught ({share:.1%}), {len(left_out)} left out, {seconds:.0f} s")
    return 0 if share >= WANTED else 1


if __name__ == "__main__":
    raise SystemExit(main())
