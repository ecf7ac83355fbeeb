"""Several processes that all want to write to one case: all that each was told is saved is there, and each gets in by and by."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from workbench.case import Case

ROOT = Path(__file__).resolve().parents[2]
AT_LEAST_EVERY = 5.0
"""Seconds within which each writer is to get in;"""
ROUNDS = 3
"""or, on a machine that is busy with other things, so many times what a round of all of them takes."""
WRITER = """
import sys, time
from pathlib import Path
from workbench.case import Case
until, name, n = time.monotonic() + float(sys.argv[2]), sys.argv[3], 0
print("ready", flush=True)
while time.monotonic() < until:
    case = Case.open(Path(sys.argv[1]), lambda: name, patience=60)
    case.claims.add(f"{name} {n}")
    case.close()
    n += 1
    print(f"{time.monotonic()} {name} {n - 1}", flush=True)
"""


@dataclass
class Turns:
    """What came of it; `longest` is the longest time that one writer waited between two steps, `taken` the time from the first step
    to the last, both in seconds."""

    writers: int
    seconds: float
    saved: int = 0
    taken: float = 0
    longest: float = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def patience(self) -> float:
        """Seconds that one of them may have to wait."""
        return max(AT_LEAST_EVERY, ROUNDS * self.writers * self.taken / max(1, self.saved))

    def rows(self) -> list[tuple[str, str]]:
        return [
            (f"{self.writers} writers for {self.seconds:.0f} s: steps saved", str(self.saved)),
            ("… longest wait of one of them", f"{self.longest:.1f} s"),
            ("… lost, unsound or wrong", str(len(self.wrong))),
        ]


def write_by_turns(folder: Path, writers: int, seconds: float) -> Turns:
    """Let them write, and look at the case afterwards. WORKBENCH_HOME must be set."""
    folder.mkdir(parents=True)
    path = folder / "inquiry.case"
    Case.create(path, lambda: "Rhea").close()
    tally = Turns(writers, seconds)
    begun = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(seconds), f"w{n}"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for n in range(writers)
    ]
    told, moments = list[str](), list[float]()
    for process in begun:
        said, _ = process.communicate()
        lines = said.splitlines()[1:]
        told += [line.partition(" ")[2] for line in lines]
        times = [float(line.split()[0]) for line in lines]
        waits = [b - a for a, b in zip(times, times[1:], strict=False)]
        moments += times
        tally.longest = max([tally.longest, *waits])
        tally.wrong += [f"a writer ended with code {process.returncode}"] if process.returncode else []
        tally.wrong += [] if lines else ["a writer never got in"]
    tally.saved, tally.taken = len(told), max(moments, default=0) - min(moments, default=0)
    case = Case.open(path, lambda: "Rhea")
    found = {view.claim.text for view in case.claims.views()}
    tally.wrong += [f"lost: {text}" for text in told if text not in found] + case.integrity.faults()
    case.close()
    if tally.longest > tally.patience:
        tally.wrong.append(f"a writer waited {tally.longest:.1f} s")
    return tally
