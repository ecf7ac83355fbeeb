"""All tests, and those that fail once more, each alone: `python scripts/run_tests.py [pytest's own arguments]`.

Red twice fails the run; red and then green is named in the last lines as unsteady, to be mended before anything new. Not run again, and
red at once: what could not be collected, a run that stopped early (-x, an interrupt, a crash of pytest itself) or ran no test, and
failures in such number that they are no accident. The last line counts: "N passed, N failed".
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

AT_MOST = 12
"""Failures that are looked at again one by one."""
RECORD = "WORKBENCH_TEST_RECORD"
FAILED, OK = pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.OK


class Record:
    """What became of each test: the worst of its set-up, its run and its clearing up. Kept where all workers' reports arrive."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.outcomes: dict[str, str] = {}
        self.whole = True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        worst = ("failed", "skipped", "passed")
        before = self.outcomes.get(report.nodeid, report.outcome)
        self.outcomes[report.nodeid] = min(before, report.outcome, key=worst.index)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.whole &= not report.failed

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self.whole &= not (session.shouldstop or session.shouldfail)
        self.path.write_text(json.dumps({"outcomes": self.outcomes, "whole": self.whole}), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    if RECORD in os.environ and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Record(Path(os.environ[RECORD])))


def run(arguments: list[str], record: Path | None = None) -> int:
    """pytest's exit code, in a process of its own."""
    path = os.pathsep.join(filter(None, (str(Path(__file__).resolve().parent), os.environ.get("PYTHONPATH"))))
    env = {name: value for name, value in os.environ.items() if name != RECORD} | {"PYTHONPATH": path}
    env |= {RECORD: str(record)} if record else {}
    plugin = ["-p", Path(__file__).stem] if record else []
    return subprocess.run([sys.executable, "-m", "pytest", *plugin, *arguments], env=env, check=False).returncode


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.json"
        code = run(arguments, record)
        told: dict[str, Any] = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {"outcomes": {}, "whole": False}
    outcomes: dict[str, str] = told["outcomes"]
    failed = [test for test, outcome in outcomes.items() if outcome == "failed"]
    if code != FAILED or not told["whole"] or not 0 < len(failed) <= AT_MOST:
        return code
    print(f"\n{len(failed)} failed. Each is run once more, alone.", flush=True)
    twice = [test for test in failed if run(["-n", "0", test]) != OK]
    unsteady = [test for test in failed if test not in twice]
    print()
    for words, tests in (("failed twice", twice), ("unsteady, to be mended: failed once, passed alone", unsteady)):
        for test in tests:
            print(f"{words}: {test}")
    skipped = sum(outcome == "skipped" for outcome in outcomes.values())
    passed = len(outcomes) - skipped - len(twice)
    print(f"{passed} passed, {len(twice)} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if twice else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
