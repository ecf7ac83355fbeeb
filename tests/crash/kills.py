"""Kill the desk at random moments, again and again on one case file, and look at the file after each."""

from __future__ import annotations

import random
import signal
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.after import look
from tests.journeys import story
from workbench.case import Case

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0
"""Seconds until a desk must have shown what is waited for."""
STEPS = 24
"""A kill comes after so many steps shown, at most,"""
BATCHES = 3
"""and for imports after so many batches;"""
MOMENT = 0.3
"""and so many seconds, at most: longer than a step takes;"""
STARTING = 1.5
"""or, one in EARLY, within so many seconds of the start of the process."""
EARLY = 8


@dataclass
class Kills:
    """What came of it. `unshown` counts kills that came after a commit and before the status bar said so."""

    story: str
    done: int = 0
    before_a_window: int = 0
    steps_shown: int = 0
    unshown: int = 0
    logs_left: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds_to_check: list[float] = field(default_factory=list)

    def rows(self) -> list[tuple[str, str]]:
        return [
            ("kill -9 of the desk, story", self.story),
            ("kills", str(self.done)),
            ("… before the window showed anything", str(self.before_a_window)),
            ("… between a commit and its words", str(self.unshown)),
            ("… that left a log (-wal) to recover", str(self.logs_left)),
            ("steps shown as saved", str(self.steps_shown)),
            ("lost, unsound or wrong", str(len(self.wrong))),
            ("opened and checked, median", f"{statistics.median(self.seconds_to_check) * 1000:.0f} ms"),
        ]


def kill_often(folder: Path, kills: int, seed: int, *, importing: bool = False) -> Kills:
    """Work and kill `kills` times on a new case in `folder`: the desk, or with `importing` a process that imports batch after batch.

    WORKBENCH_HOME must be set: desk and check share one index.
    """
    folder.mkdir(parents=True)
    path = folder / "inquiry.case"
    Case.create(path, lambda: "Rhea").close()
    chance = random.Random(seed)
    tally = Kills("imports" if importing else "seoul" if story.SEOUL.is_dir() else "sample")
    head, known = 1, dict[int, str]()
    for kill in range(kills):
        shown = _work_and_kill(path, tally, chance, early=kill % EARLY == EARLY - 1)
        log = path.with_name(path.name + "-wal")
        tally.logs_left += log.exists() and log.stat().st_size > 0
        begun = time.perf_counter()
        after = look(path, max(shown, head), known, index=not importing)
        tally.seconds_to_check.append(time.perf_counter() - begun)
        tally.done += 1
        tally.before_a_window += not shown
        tally.steps_shown += max(shown - head, 0)
        tally.unshown += bool(shown) and after.head - 2 > shown
        tally.wrong += [f"kill {kill + 1}: {words}" for words in after.wrong]
        head, known = after.head, after.hashes
        if not head:
            break  # a case that does not open any more cannot be worked on
    return tally


def _work_and_kill(path: Path, tally: Kills, chance: random.Random, *, early: bool) -> int:
    """Start the desk, kill it at a random moment, and give back the last step that it showed; 0 when it showed none."""
    complaints = path.parent.with_name("complaints.txt")
    what = ["import_process", str(path), str(_files(path))] if tally.story == "imports" else ["desk_process", str(path), tally.story]
    with complaints.open("w+b") as errors:
        command = [sys.executable, "-m", f"tests.crash.{what[0]}", *what[1:]]
        desk = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors)
        assert desk.stdout is not None
        try:
            seen = b"" if early else _lines(desk, chance.randint(1, STEPS if tally.story != "imports" else BATCHES))
            time.sleep(chance.uniform(0, STARTING if early else MOMENT))
        finally:
            desk.kill()
            code = desk.wait()
        lines = (seen + desk.stdout.read()).split(b"\n")[:-1]
        desk.stdout.close()
        errors.seek(0)
        killed = code in (-signal.SIGKILL, 1) if sys.platform == "win32" else code == -signal.SIGKILL
        assert killed, f"the desk ended by itself (code {code}):\n{errors.read().decode(errors='replace')}"
    return int(lines[-1]) if lines else 0


def _files(path: Path) -> Path:
    """A folder beside the case's for the files that are imported."""
    folder = path.parent.with_name("files")
    folder.mkdir(exist_ok=True)
    return folder


def _lines(desk: subprocess.Popen[bytes], count: int) -> bytes:
    """Wait for so many steps to be shown; a desk that does not come to them in time is killed, and there are fewer."""
    assert desk.stdout is not None
    late = threading.Timer(PATIENCE, desk.kill)
    late.start()
    try:
        return b"".join(desk.stdout.readline() for _ in range(count))
    finally:
        late.cancel()
