"""Cut the power at points of a recorded run, and look at what is on the disk then."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.after import look
from tests.crash.disk import WAYS, Disk
from tests.crash.system_calls import Call, record


@dataclass(frozen=True, slots=True)
class Run:
    """A recorded run on the case at `path`, with `synchronous` at a level; FULL is the program's own."""

    level: str
    path: Path
    calls: list[Call]

    def random_moments(self, count: int, seed: int) -> list[int]:
        """So many numbers of calls that were done before a cut, ascending, all after the first step that was saved."""
        chance = random.Random(seed)
        first = next(at for at, call in enumerate(self.calls, 1) if call.what == "saved")
        return sorted(chance.randint(first, len(self.calls)) for _ in range(count))

    def moments_with_a_rollback_journal(self) -> list[int]:
        """Every moment after the first saved step at which SQLite keeps one: while the case is being opened or closed."""
        there, saved, found = False, False, []
        for done, call in enumerate(self.calls, 1):
            saved = saved or call.what == "saved"
            if call.path.endswith("-journal"):
                there = call.what != "unlink"
            if saved and (there or call.path.endswith("-journal")):
                found.append(done)
        return found

    def moments_of_folding(self) -> list[int]:
        """Every moment after the first saved step, in the middle of work, at which the log is written back into the file."""
        saved, found = False, []
        log = f"{self.path}-wal"
        there = False
        for done, call in enumerate(self.calls, 1):
            saved = saved or call.what == "saved"
            there = there or call.path == log
            if saved and there and (call.path == str(self.path) or (call.path == log and call.what == "truncate")):
                found.append(done)
        return found


@dataclass
class Cuts:
    """What came of cutting a run. `lost` cuts took something that was said to be saved; `unsound` ones broke the file."""

    run: Run
    done: int = 0
    lost: int = 0
    unsound: int = 0
    wrong: list[str] = field(default_factory=list)

    def rows(self) -> list[tuple[str, str]]:
        calls = Counter(call.what for call in self.run.calls)
        return [
            (f"power cuts, synchronous={self.run.level}", str(self.done)),
            ("… steps said to be saved", str(calls["saved"])),
            ("… writes, syncs recorded", f"{calls['write']}, {calls['sync']}"),
            ("… with saved work lost", str(self.lost)),
            ("… with a file unsound or not to be opened", str(self.unsound)),
        ]


def record_run(folder: Path, level: str = "FULL") -> Run:
    """Work on a new case under strace. Raises FileNotFoundError with what to install when nothing can be recorded."""
    disk = folder.resolve() / "disk"
    disk.mkdir(parents=True)
    path = disk / "bridge.case"
    return Run(level, path, record(disk, ["-m", "tests.crash.traced_process", str(path), *([] if level == "FULL" else [level])]))


def cut(run: Run, moments: Sequence[int], seed: int, *, enough: int | None = None) -> Cuts:
    """Cut the power at each of the moments, ascending, and look at the case; stop when `enough` cuts went wrong."""
    tally = Cuts(run)
    for described, saved in cuts_put_in_place(run, moments, seed):
        after = look(run.path, max(saved), saved)
        tally.done += 1
        lost = any(words.startswith("lost") for words in after.wrong)
        tally.lost += lost
        tally.unsound += bool(after.wrong) and not lost
        tally.wrong += [f"{described}: {words}" for words in after.wrong]
        if enough is not None and tally.lost + tally.unsound >= enough:
            break
    return tally


def cuts_put_in_place(run: Run, moments: Sequence[int], seed: int) -> Iterator[tuple[str, dict[int, str]]]:
    """For each cut its description and the hashes of the steps said to be saved before it; what it left is in the run's folder."""
    disk, saved, done, chance = Disk(), dict[int, str](), 0, random.Random(seed)
    for number, moment in enumerate(moments):
        for call in run.calls[done:moment]:
            if call.what == "saved":
                saved[call.at] = call.data.decode()
            else:
                disk.do(call)
        done, way = moment, WAYS[number % len(WAYS)]
        _put(disk.cut(way, chance), run.path.parent)
        yield f"cut after call {moment} of {len(run.calls)} ({way} kept)", saved


def _put(files: dict[str, bytes], folder: Path) -> None:
    """Make these the files of the folder."""
    shutil.rmtree(folder)
    folder.mkdir()
    for path, content in files.items():
        Path(path).write_bytes(content)
