"""`python -m tests.mutants [--seed N] [--sample N] [--part N/M]`: break the program in small ways and see whether a test fails.

Which tests reach which line is measured first. Each change is made in memory alone, for one process and what it starts, and its tests
run until one fails. Exit code 0 when WANTED of those that are not argued equivalent (equivalent.txt) are caught.
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
from pathlib import Path

from coverage import CoverageData

from tests.mutants.changes import Mutation, mutations

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("domain", "storage", "memo")
NEAR = ("domain", "storage", "memo", "case", "casefiles", "hostile/test_case_files.py", "hostile/test_second_files.py")
"""Tests that are looked among, below tests/."""
AT_MOST = 30
"""Tests for one change."""
SECONDS = 120
"""What they may take; a change that makes them hang is caught."""
WANTED = 0.85
PYTEST = (sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:randomly", "--no-header", "--tb=no")
LOADER = """
import importlib.machinery, os
target, changed = os.environ["MUTANT"].split(os.pathsep)
whole = importlib.machinery.SourceFileLoader.get_code
def get_code(self, name):
    if os.path.abspath(self.path) != target:
        return whole(self, name)
    with open(changed, "rb") as file:
        return compile(file.read(), target, "exec", dont_inherit=True)
importlib.machinery.SourceFileLoader.get_code = get_code
"""
"""Found by every Python that is started with its folder on the path (sitecustomize): the changed source instead of the file's."""


def reached(folder: Path) -> CoverageData:
    """Which tests reach which lines of the rooms."""
    where = folder / "reached"
    rooms = [f"--cov=workbench/{room}" for room in ROOMS]
    near = [f"tests/{name}" for name in NEAR]
    command = [*PYTEST[:3], "-q", "-n", "2", "--dist", "worksteal", *near, *rooms, "--cov-context=test", "--cov-report="]
    config = folder / "coveragerc"
    if not where.exists():
        config.write_text("[run]\nbranch = False\n", encoding="utf-8")
        done = subprocess.run([*command, f"--cov-config={config}"], cwd=ROOT, env=os.environ | {"COVERAGE_FILE": str(where)}, check=False)
        if done.returncode:
            raise SystemExit("The tests fail as it is: nothing can be told of changes.")
    data = CoverageData(str(where))
    data.read()
    return data


def nearest(data: CoverageData, mutation: Mutation) -> list[str]:
    """The tests that reach a changed line, those with the room's or the file's name first, then those that reach most of the file.

    For a line that is run when it is imported: those that reach any line of the file.
    """
    lines = {
        line: {name.rpartition("|")[0] for name in names if name} for line, names in data.contexts_by_lineno(str(mutation.file)).items()
    }
    reach = Counter(name for names in lines.values() for name in names)
    there = {name for line in range(mutation.first, mutation.last + 1) for name in lines.get(line, ())} or set(reach)
    room, stem = mutation.file.relative_to(ROOT / "workbench").parts[0], mutation.file.stem
    order = sorted(there, key=lambda name: (stem not in name, f"tests/{room}/" not in name, -reach[name], name))
    taken: Counter[str] = Counter()
    turns = []
    for name in order:  # one set of parameters of each test, then a second one of each
        function = name.split("[")[0]
        turns.append((taken[function], len(turns), name))
        taken[function] += 1
    return [name for _, _, name in sorted(turns)][:AT_MOST]


def outcome(mutation: Mutation, tests: list[str], folder: Path) -> str:
    """With the change made: "caught" when one of the tests fails, "hung" when they take too long, else "survived"."""
    if not tests:
        return "survived"
    own = Path(tempfile.mkdtemp(dir=folder))
    (own / "sitecustomize.py").write_text(LOADER, encoding="utf-8")
    (own / "changed.py").write_bytes(mutation.source())
    env = os.environ | {
        "PYTHONPATH": str(own),
        "MUTANT": f"{mutation.file}{os.pathsep}{own / 'changed.py'}",
        "QT_QPA_PLATFORM": "offscreen",
    }
    try:
        done = subprocess.run(
            [*PYTEST, "-x", f"--basetemp={own / 'temp'}", *tests], cwd=ROOT, env=env, capture_output=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return "hung"
    return "caught" if done.returncode else "survived"


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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--part", default="1/1", help="2/4: the second quarter of the sample")
    parser.add_argument("--map", type=Path, help="a folder where what the tests reach is kept for the next part")
    told = parser.parse_args()
    part, parts = (int(number) for number in told.part.split("/"))
    chosen = sample(told.seed, told.sample)[part - 1 :: parts]
    begun, argued = time.monotonic(), equivalent()
    left_out = [mutation for mutation in chosen if key(mutation) in argued]
    rest = [mutation for mutation in chosen if key(mutation) not in argued]
    with tempfile.TemporaryDirectory() as scratch:
        data = reached(told.map or Path(scratch))
        with ThreadPoolExecutor(2) as two:
            found = list(two.map(lambda mutation: outcome(mutation, nearest(data, mutation), Path(scratch)), rest))
    for mutation, what in zip(rest, found, strict=True):
        if what != "caught":
            print(f"{what}  {mutation.file.relative_to(ROOT)}:{mutation.first}  {mutation}")
    for mutation in left_out:
        print(f"left out  {mutation.file.relative_to(ROOT)}:{mutation.first}  {mutation}: {argued[key(mutation)]}")
    caught = len(rest) - found.count("survived")
    share = caught / len(rest) if rest else 1.0
    seconds = time.monotonic() - begun
    print(f"seed {told.seed}: {caught} of {len(rest)} caught ({share:.1%}), {len(left_out)} left out, {seconds:.0f} s")
    return 0 if share >= WANTED else 1


if __name__ == "__main__":
    raise SystemExit(main())
