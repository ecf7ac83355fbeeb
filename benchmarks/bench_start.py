"""Start: a process of its own each time, the desk and a bare PySide6 window in turn."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import rig
from benchmarks.harness import Clock, Row, in_turn, medians, row
from workbench.case.example import build_example

REPEATS = 7
ROOT = Path(__file__).resolve().parents[1]


def run() -> list[Row]:
    heavy: set[str] = set()
    with _worked_home():
        taken = in_turn(
            REPEATS, lambda: _until("shell", "painted", heavy), lambda: _until("bare", "painted"), lambda: _until("desk", "ready")
        )
    shell, bare, desk = medians(taken)
    return [
        row("start to first paint of the shell", shell, peer="bare PySide6 window", theirs=bare, times=1.5),
        row("heavy libraries imported before it", len(heavy), unit="libraries", most=0),
        row(
            "start until the last case's panes show text and take a key",
            desk,
            peer="bare PySide6 window, first paint",
            theirs=bare,
            most=1200,
        ),
    ]


@contextmanager
def _worked_home() -> Iterator[None]:
    """A user who has worked on the example before: it is the last case, with panes, a chosen claim, an index and today's backup."""
    with rig.home() as folder:
        path = folder / "example.case"
        build_example(path, lambda: "bench").close()
        window = rig.open_window(path)
        window.desk.choose(3)
        rig.settle(window)
        window.desk.settings.set("last", str(path))
        rig.close(window)
        yield


def _environment() -> dict[str, str]:
    """Python as a user has it: with compiled modules, which the first, untimed turn leaves in a folder of this run."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(os.environ["WORKBENCH_HOME"]) / "compiled")}


def _until(what: str, word: str, imported: set[str] | None = None) -> float:
    """Milliseconds from starting the process until it says the word. Raises RuntimeError when it ends without."""
    command = [sys.executable, "-m", "benchmarks.fresh", what]
    environment = _environment()
    clock = Clock()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said, *rest = line.split()
            if said == word:
                spent = clock.ms()
                if imported is not None:
                    imported.update(rest)
                process.stdout.read()
                process.wait()
                return spent
    raise RuntimeError(f"{what} ended with {process.returncode} and never was {word}")
