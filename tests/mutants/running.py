"""A small change tried: the tests that reach it run in a process in which the changed source is loaded instead of the file's.

That process is forked from one that has loaded pytest and the libraries already, and nothing of the program.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import resource
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import alembic
import hypothesis.strategies
import PySide6.QtTest
import PySide6.QtWidgets
import pytest
import sqlalchemy.orm  # noqa: F401 -- loaded once for all

from tests.mutants.changes import Mutation

ROOT = Path(__file__).resolve().parents[2]
BUSY, SECONDS = 120, 600
"""How long the tests of one change may compute, and may take: a change that makes them hang is caught, a busy machine is not one."""
LIBRARIES = (alembic, hypothesis.strategies, PySide6.QtTest, PySide6.QtWidgets)
OPTIONS = ("-q", "-n", "0", "-p", "no:randomly", "--no-header", "--tb=no", "-W", "ignore::pytest.PytestAssertRewriteWarning")
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
"""Found by every Python that the tests start with its folder on the path (sitecustomize): the changed source instead of the file's."""
FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change: "caught" when a test failed (`by` names those that did), "hung" when they took too long, "unclear" when
    pytest named none, else "survived". A process that crashes, or cannot even load the
    program, is caught."""

    what: str
    by: tuple[str, ...] = ()


def outcome(mutation: Mutation, tests: list[str], folder: Path) -> Outcome:
    """What came of a change, by the tests given, which stop at the first that fails."""
    if not tests:
        return Outcome("survived")
    code, said = run_changed(mutation, ["-x", *tests], folder, SECONDS)
    if code is None or code == -signal.SIGXCPU:
        return Outcome("hung")
    by = failed(said)
    return Outcome("caught" if by or code < 0 or "ImportError while loading conftest" in said else "unclear" if code else "survived", by)


def failing_unchanged(found: list[Outcome], folder: Path) -> set[str]:
    """Of the tests that caught something, those that fail with nothing changed as well."""
    tests = sorted({test for outcome in found for test in outcome.by})
    if not tests:
        return set()
    return set(failed(run_changed(Mutation(Path(__file__), 1, 1, 0, 0, ""), tests, folder, None)[1]))


def failed(said: str) -> tuple[str, ...]:
    """The tests that pytest names as failed."""
    return tuple(re.findall(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", said, re.MULTILINE))


def run_changed(mutation: Mutation, arguments: list[str], folder: Path, seconds: float | None) -> tuple[int | None, str]:
    """A run of pytest in which the change is made: its exit code, None when it took too long, and what it said."""
    own = Path(tempfile.mkdtemp(dir=folder))
    (own / "sitecustomize.py").write_text(LOADER, encoding="utf-8")
    (own / "changed.py").write_bytes(mutation.source())
    process = FORK.Process(target=_run, args=(str(mutation.file), own, arguments))
    process.start()
    process.join(seconds)
    late = process.is_alive()
    if late:
        os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
    return None if late else process.exitcode, (own / "said").read_text(encoding="utf-8", errors="replace")


def _run(file: str, own: Path, arguments: list[str]) -> None:
    """The forked process, in a group of its own: what its tests start goes with it."""
    os.setsid()
    os.chdir(ROOT)
    resource.setrlimit(resource.RLIMIT_CPU, (BUSY, BUSY + 5))
    said = os.open(own / "said", os.O_WRONLY | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(said, stream)
    os.environ |= {"PYTHONPATH": str(own), "MUTANT": f"{file}{os.pathsep}{own / 'changed.py'}", "QT_QPA_PLATFORM": "offscreen"}
    loaded = [name for name in sys.modules if name.partition(".")[0] == "workbench"]
    assert not loaded, f"loaded before the change was made: {loaded}"
    exec(LOADER, {})
    code = int(pytest.main([*OPTIONS, f"--basetemp={own / 'temp'}", *arguments]))
    sys.stdout.flush()
    os._exit(code)
