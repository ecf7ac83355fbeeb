"""`python -m tests.mutants [--seed N] [--sample N] [--part N/M] [--workers N]`: break the program in small ways; does a test fail?

Which tests reach which line is measured first. Each change is made in memory alone, for one process and what it starts, and its tests
run until one fails. As a control, every test that caught one is run once more with nothing changed: what fails then has caught nothing.
Exit code 0 when WANTED of those that are not argued equivalent (equivalent.txt) are caught.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change: "caught" when a test failed (`by` names those that did), "hung" when they took too long, else "survived"."""

    what: str
    by: tuple[str, ...] = ()


def reached(folder: Path, workers: int) -> CoverageData:
    """Which tests reach which lines of the rooms."""
    where = folder / "reached"
    rooms = [f"--cov=workbench/{room}" for room in ROOMS]
    near = [f"tests/{name}" for name in NEAR]
    command = [*PYTEST[:3], "-q", "-n", str(workers), "--dist", "worksteal", *near, *rooms, "--cov-context=test", "--cov-report="]
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


def outcome(mutation: Mutation, tests: list[str], folder: Path) -> Outcome:
    """What came of a change, by the tests given, which stop at the first that fails."""
    if not tests:
        return Outcome("survived")
    try:
        done = run_changed(mutation, ["-x", *tests], folder, SECONDS)
    except subprocess.TimeoutExpired:
        return Outcome("hung")
    return Outcome("caught", failed(done.stdout)) if done.returncode else Outcome("survived")


def run_changed(mutation: Mutation, arguments: list[str], folder: Path, seconds: float | None) -> subprocess.CompletedProcess[str]:
    """A run of pytest in which the change is made. Raises subprocess.TimeoutExpired."""
    own = Path(tempfile.mkdtemp(dir=folder))
    (own / "sitecustomize.py").write_text(LOADER, encoding="utf-8")
    (own / "changed.py").write_bytes(mutation.source())
    env = os.environ | {
        "PYTHONPATH": str(own),
        "MUTANT": f"{mutation.file}{os.pathsep}{own / 'changed.py'}",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [*PYTEST, f"--basetemp={own / 'temp'}", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, errors="replace", check=False, timeout=seconds)


def failed(said: str) -> tuple[str, ...]:
    """The tests that pytest names as failed."""
    return tuple(re.findall(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", said, re.MULTILINE))


def failing_unchanged(found: list[Outcome], folder: Path) -> set[str]:
    """Of the tests that caught something, those that fail with nothing changed as well."""
    tests = sorted({test for outcome in found for test in outcome.by})
    if not tests:
        return set()
    nothing = Mutation(Path(__file__), 1, 1, 0, 0, "")
    return set(failed(run_changed(nothing, tests, folder, None).stdout))


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
        found = outcome(mutation, nearest(data, mutation), folder)
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
    caught = sum(outcome.what != "survived" for outcome in found)
    share = caught / len(rest) if rest else 1.0
    seconds = time.monotonic() - begun
    print(f"seed {told.seed}: {caught} of {len(rest)} caught ({share:.1%}), {len(left_out)} left out, {seconds:.0f} s")
    return 0 if share >= WANTED else 1


if __name__ == "__main__":
    raise SystemExit(main())
