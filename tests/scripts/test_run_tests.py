"""A test that fails is run once more, alone: red twice is red, red and then green is named, and nothing else turns green."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "run_tests.py"
ONCE = """
from pathlib import Path
def first_time(name):
    seen = Path(__file__).with_name(name)
    if seen.exists():
        return False
    seen.write_text("")
    return True
"""
GOOD = "def test_good(): pass\n"
BAD = "def test_bad(): assert False\n"
UNSTEADY = ONCE + "def test_unsteady(): assert not first_time('seen')\n"
CRASHING = ONCE + "import os\ndef test_crashing():\n    if first_time('seen'): os._exit(3)\n"
CRASHING_ALWAYS = "import os\ndef test_crashing(): os._exit(3)\n"
SLOW = ONCE + "import time\ndef test_slow():\n    if first_time('seen'): time.sleep(60)\n"
CLEARING = (
    ONCE + "import pytest\n@pytest.fixture\ndef thing():\n    yield\n    assert not first_time('seen')\ndef test_clearing(thing): pass\n"
)
PARAMETRIC = (
    ONCE + "import pytest\n@pytest.mark.parametrize('said', ['a b', 'ü::x[1]'])\ndef test_said(said): assert not first_time(said[0])\n"
)
SKIPPED = "import pytest\n@pytest.mark.skip\ndef test_skipped(): pass\n"
BROKEN = "import no_such_module\n"


def ran(folder: Path, *files: str, arguments: tuple[str, ...] = ()) -> tuple[int, list[str]]:
    """The exit code and the lines of a run of a project with these files of tests."""
    for number, text in enumerate(files):
        (folder / f"test_{number}.py").write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -q -p no:cacheprovider -p xdist.plugin -p pytest_timeout\n", encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_", "WORKBENCH_"))}
    env["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # the window's plugin takes a second to load, and none is needed here
    command = [sys.executable, str(SCRIPT), *arguments]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=200)
    return done.returncode, [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_all_green_is_green_and_nothing_is_run_again(tmp_path: Path, workers: str) -> None:
    code, lines = ran(tmp_path, GOOD, SKIPPED, arguments=("-n", workers))
    assert code == 0
    assert lines[-1].startswith("1 passed, 1 skipped")


@pytest.mark.parametrize("workers", ["0", "2"])
@pytest.mark.parametrize(
    ("text", "name"), [(UNSTEADY, "test_unsteady"), (CLEARING, "test_clearing")], ids=["fails once", "fails once in clearing up"]
)
def test_red_and_then_green_is_named_unsteady(tmp_path: Path, workers: str, text: str, name: str) -> None:
    code, lines = ran(tmp_path, GOOD, text, SKIPPED, arguments=("-n", workers))
    assert code == 0, lines
    assert lines[-2:] == [f"unsteady, to be mended: failed once, passed alone: test_1.py::{name}", "2 passed, 0 failed, 1 skipped"]


def test_red_twice_is_red(tmp_path: Path) -> None:
    code, lines = ran(tmp_path, GOOD, BAD, UNSTEADY)
    assert code == 1
    assert lines[-3:] == [
        "failed twice: test_1.py::test_bad",
        "unsteady, to be mended: failed once, passed alone: test_2.py::test_unsteady",
        "2 passed, 1 failed",
    ]


def test_a_test_is_found_again_whatever_it_is_called(tmp_path: Path) -> None:
    code, lines = ran(tmp_path, PARAMETRIC, arguments=("-n", "2"))
    assert (code, lines[-1]) == (0, "2 passed, 0 failed"), lines


def test_a_worker_that_crashes_is_a_failure_like_others(tmp_path: Path) -> None:
    code, lines = ran(tmp_path, GOOD, CRASHING, arguments=("-n", "2"))
    assert (code, lines[-1]) == (0, "2 passed, 0 failed"), lines


def test_one_that_crashes_twice_is_red(tmp_path: Path) -> None:
    code, lines = ran(tmp_path, GOOD, CRASHING_ALWAYS, arguments=("-n", "2"))
    assert (code, lines[-1]) == (1, "1 passed, 1 failed"), lines


def test_one_that_takes_too_long_is_run_again(tmp_path: Path) -> None:
    code, lines = ran(tmp_path, GOOD, SLOW, arguments=("--timeout", "2"))
    assert (code, lines[-1]) == (0, "2 passed, 0 failed"), lines


@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_cannot_be_collected_is_red_at_once(tmp_path: Path, workers: str) -> None:
    code, lines = ran(tmp_path, GOOD, BROKEN, UNSTEADY, arguments=("-n", workers, "--continue-on-collection-errors"))
    assert code != 0
    assert not [line for line in lines if "alone" in line]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_run_that_stopped_early_stays_red(tmp_path: Path, workers: str) -> None:
    """What was not run may be broken, whatever the first failure says when it is run again."""
    code, lines = ran(tmp_path, UNSTEADY, GOOD, arguments=("-x", "-n", workers, "-p", "no:randomly"))
    assert code != 0, lines
    assert not [line for line in lines if "alone" in line]


def test_no_test_at_all_is_red(tmp_path: Path) -> None:
    assert ran(tmp_path, arguments=("-n", "0"))[0] == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_crash_of_pytest_itself_is_red(tmp_path: Path) -> None:
    assert ran(tmp_path, GOOD, CRASHING, arguments=("-n", "0"))[0] == 3


def test_very_many_failures_are_no_accident(tmp_path: Path) -> None:
    many = ONCE + "import pytest\n@pytest.mark.parametrize('n', range(13))\ndef test_n(n): assert not first_time(str(n))\n"
    code, lines = ran(tmp_path, many)
    assert code == 1
    assert not [line for line in lines if "alone" in line]
