"""A change is caught by a test that notices it and by no other; what pytest could not run has caught nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRIED = """
import sys
from pathlib import Path
from tests.mutants.changes import mutations
from tests.mutants.running import ROOT, Outcome, failing_unchanged, outcome
folder, tests = Path(sys.argv[1]), "tests/mutants/lines_counted.py::"
counting = next(m for m in mutations(ROOT / "workbench" / "domain" / "spans.py") if str(m) == "+ -> -")
noticing, other = tests + "test_the_first_line_is_number_one", tests + "test_nothing_at_all"
print(outcome(counting, [other, noticing], folder) == Outcome("caught", (noticing,)))
print(outcome(counting, [other], folder).what, outcome(counting, [tests + "test_that_is_not_there"], folder).what)
print(failing_unchanged([Outcome("caught", (noticing,))], folder))
"""


def test_what_comes_of_a_change(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", TRIED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert done.stdout.splitlines() == ["True", "survived unclear", "set()"], done.stderr
