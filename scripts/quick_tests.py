"""The tests that belong to what was changed since a commit: `python scripts/quick_tests.py [COMMIT]` (HEAD without one).

Those are the tests that were changed themselves, those that import a changed module, and the rules of the house. Properties are tried with
few examples. What this passes may still fail elsewhere: `make test` decides.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ALWAYS = ("tests/architecture",)
SLOW = ("tests/crash", "tests/hostile")
"""Whole stories of a machine's troubles: minutes, not seconds."""


def changed(since: str) -> list[str]:
    """Files that differ from a commit, new ones among them, as paths from the root."""
    told = [["git", "diff", "--name-only", since], ["git", "ls-files", "--others", "--exclude-standard"]]
    lines = (subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n") for command in told)
    return sorted({line for each in lines for line in each if line.endswith(".py")})


def importing(module: str) -> re.Pattern[str]:
    """What a test writes that imports a module: its whole name, or its last part from the package above."""
    package, _, last = module.rpartition(".")
    return re.compile(rf"\b{re.escape(module)}\b|from {re.escape(package)} import [^\n]*\b{re.escape(last)}\b")


def chosen(files: list[str]) -> list[str]:
    """The test files for some changed files."""
    modules = [file.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for file in files if file.startswith("workbench/")]
    forms = [importing(module) for module in modules]
    found = {file for file in files if Path(file).name.startswith("test_") and (ROOT / file).exists()}
    for test in ROOT.glob("tests/**/test_*.py"):
        name = test.relative_to(ROOT).as_posix()
        text = test.read_text(encoding="utf-8")
        if not name.startswith(SLOW) and any(form.search(text) for form in forms):
            found.add(name)
    return sorted(found)


def main(arguments: list[str]) -> int:
    tests = chosen(changed(arguments[0] if arguments else "HEAD"))
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *ALWAYS, *tests]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
