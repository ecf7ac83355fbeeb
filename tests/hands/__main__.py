"""`python -m tests.hands [SEEDS [ACTIONS [FIRST]]]` (also `make hands`): random hands on the example, each seed in a process of its own.
After each the file must be sound, and undoing everything and doing it again must give the same case. Exit code 0 when nothing failed."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from workbench.desk.past import show_past
from workbench.desk.workplace import Opener

LONGEST = 900  # seconds for one seed


def one(seed: int, actions: int) -> int:
    """Let the hands of a seed work; 0 when nothing failed."""
    faulthandler.enable()
    from tests.hands.hands import Hands
    from workbench.app import make_app
    from workbench.case import Case
    from workbench.case.example import make_example
    from workbench.desk import fonts, theme
    from workbench.desk.desk import Desk
    from workbench.desk.window import Window
    from workbench.domain.errors import WorkbenchError
    from workbench.settings import Settings

    app = make_app(["workbench"])
    fonts.use()
    theme.apply("light")
    with tempfile.TemporaryDirectory() as name:
        os.environ["WORKBENCH_HOME"] = name
        path = make_example(Path(name) / "example.case", lambda: "Rhea")
        window = Window(Desk(Case.open(path, lambda: "Rhea"), Settings()), Opener(past=show_past))
        window.resize(1400, 900)
        window.show()
        window.start()
        hands = Hands(window, seed, Path(name))
        hands.analyst.wait()
        hands.work(actions)
        hands.tidy()
        hands.analyst.wait()
        case, wrong = window.desk.case, list(hands.failures.values())
        before = case.claims.views(), case.origins.all(), case.queries.all(), case.articles.all()
        wrong += [f"not sound: {fault}\n" for fault in case.integrity.faults()]
        undone = 0
        with contextlib.suppress(WorkbenchError):
            while True:
                case.undo()
                undone += 1
        for _ in range(undone):
            case.redo()
        if (case.claims.views(), case.origins.all(), case.queries.all(), case.articles.all()) != before:
            wrong.append("undone and done again, the case is another one\n")
        wrong += [f"not sound after undo and redo: {fault}\n" for fault in case.integrity.faults()]
        window.close()
        app.processEvents()
    sys.stdout.write(f"seed {seed:4}   {actions} actions   {undone:4} steps undone and done again   {len(wrong)} wrong\n" + "".join(wrong))
    return 1 if wrong else 0


def main(seeds: int = 8, actions: int = 2500, first: int = 1) -> int:
    failed = 0
    for seed in range(first, first + seeds):
        done = subprocess.run(
            [sys.executable, "-m", "tests.hands", "one", str(seed), str(actions)],
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )
        sys.stdout.write(done.stdout or f"seed {seed:4} ended with {done.returncode}\n{done.stderr[-3000:]}\n")
        sys.stdout.flush()
        failed += done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(one(*map(int, sys.argv[2:])) if sys.argv[1:2] == ["one"] else main(*map(int, sys.argv[1:])))
