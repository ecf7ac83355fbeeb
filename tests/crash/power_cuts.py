"""Cut the power at random points of a recorded run, and look at what is on the disk then."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.after import look
from tests.crash.disk import WAYS, Disk
from tests.crash.system_calls import Call, record


@dataclass
class Cuts:
    """What came of cutting one recorded run. `lost` cuts took something that was said to be saved; `unsound` ones broke the file."""

    level: str
    calls: Counter[str]
    done: int = 0
    lost: int = 0
    unsound: int = 0
    wrong: list[str] = field(default_factory=list)

    def rows(self) -> list[tuple[str, str]]:
        calls = self.calls
        return [
            (f"power cuts, synchronous={self.level}", str(self.done)),
            ("… steps said to be saved", str(calls["saved"])),
            ("… writes, syncs recorded", f"{calls['write']}, {calls['sync']}"),
            ("… with saved work lost", str(self.lost)),
            ("… with a file unsound or not to be opened", str(self.unsound)),
        ]


def cut_often(folder: Path, cuts: int, seed: int, level: str = "FULL", *, enough: int | None = None) -> Cuts:
    """Record a run in `folder` and cut it `cuts` times after its first saved step; stop when `enough` cuts went wrong.

    Raises FileNotFoundError with what to install when nothing can be recorded.
    """
    work = folder / "disk"
    work.mkdir(parents=True)
    path = work.resolve() / "bridge.case"
    calls = record(work, ["-m", "tests.crash.traced_process", str(path), *([] if level == "FULL" else [level])])
    tally = Cuts(level, Counter(call.what for call in calls))
    chance = random.Random(seed)
    first = next(at for at, call in enumerate(calls) if call.what == "saved") + 1
    moments = sorted(chance.randint(first, len(calls)) for _ in range(cuts))
    for number, (moment, saved, disk) in enumerate(_played(calls, moments)):
        way = WAYS[number % len(WAYS)]
        _put(disk.cut(way, chance), work)
        after = look(path, max(saved), saved)
        tally.done += 1
        lost = any(words.startswith("lost") for words in after.wrong)
        tally.lost += lost
        tally.unsound += bool(after.wrong) and not lost
        tally.wrong += [f"cut after call {moment} of {len(calls)} ({way} kept): {words}" for words in after.wrong]
        if enough is not None and tally.lost + tally.unsound >= enough:
            break
    return tally


def _played(calls: list[Call], moments: list[int]) -> Iterator[tuple[int, dict[int, str], Disk]]:
    """The disk at each of the moments, with the steps that were said to be saved before it, and their hashes."""
    disk, saved, done = Disk(), {}, 0
    for moment in moments:
        for call in calls[done:moment]:
            if call.what == "saved":
                saved[call.at] = call.data.decode()
            else:
                disk.do(call)
        done = moment
        yield moment, saved, disk


def _put(files: dict[str, bytes], folder: Path) -> None:
    """Make these the files of the folder."""
    shutil.rmtree(folder)
    folder.mkdir()
    for path, content in files.items():
        Path(path).write_bytes(content)
