"""The memory that importing a batch of large files takes above the program, in a process of its own, and what the reader takes."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.fiction import article_text
from benchmarks.harness import Row, row
from workbench.case import Case
from workbench.importers.limits import LARGEST_FILE

ROOT = Path(__file__).resolve().parents[1]
FEW, MANY = 6, 24
"""Files of 10 to 20 MB; the whole batch of MANY is about 350 MB. More can be asked for: `python -m benchmarks.bench_memory 68`."""


def run() -> list[Row]:
    if not Path("/proc/self/status").exists():
        return []  # the peak of a process is read where Linux says it
    few, many = _measured(FEW), _measured(MANY)
    name = f"memory above the program for a batch of {MANY} files of 10–20 MB"
    return [
        row(name, many["parent"], unit="MB", peer=f"a batch of {FEW}", theirs=few["parent"], most=300),
        row("memory of the reading child in it, its libraries included", many["child"], unit="MB"),
    ]


def _measured(count: int) -> dict[str, float]:
    with _batch(count) as folder:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.bench_memory", str(folder)], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "WORKBENCH_HOME": str(folder / ".home")},
        )  # fmt: skip
        return {name: float(value) for name, value in json.loads(done.stdout).items()}


@contextmanager
def _batch(count: int) -> Iterator[Path]:
    """So many invented articles, each of a size between half the largest file and all of it."""
    chance = random.Random(11)
    paragraphs = [article_text(chance, 4000) for _ in range(50)]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            size, said = chance.randrange(LARGEST_FILE // 2, LARGEST_FILE - 100_000), 0
            with (Path(folder) / f"{number}.txt").open("w", encoding="utf-8") as file:
                while said < size:
                    said += file.write(f"{number}/{said} {chance.choice(paragraphs)}\n\n")
        yield Path(folder)


def _peak() -> float:
    """The most memory this process ever held, in MB."""
    line = next(line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1000


def import_all(folder: Path) -> dict[str, float]:
    """Import a folder into a new case; MB above the program for this process and the peak of its child. Raises ValueError."""
    import resource

    from workbench.importers import isolated, registry  # noqa: F401 - loaded by the first import, and part of the program

    with closing(Case.create(folder / ".bench.case", lambda: "bench")) as case:
        before = _peak()
        report = case.imports.files([folder])
        if report.refused or not report.added:
            raise ValueError(report.summary)
    return {"parent": _peak() - before, "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000}


if __name__ == "__main__":
    if sys.argv[1].isdecimal():
        print(_measured(int(sys.argv[1])))
    else:
        print(json.dumps(import_all(Path(sys.argv[1]))))
