"""python -m workbench, and the `workbench` command."""

from __future__ import annotations

import os
import sys

from workbench.screen import has_screen


def main() -> int:
    """Open the desk when there is nothing to do without one; else run the command. Returns the exit code."""
    if getattr(sys, "frozen", False) and sys.argv[1:] == ["--reader"]:  # a frozen program has no other Python to read documents with
        from workbench.importers.child import main as read

        read()
        return 0
    if len(sys.argv) == 1 or (len(sys.argv) == 2 and sys.argv[1].endswith(".case")):
        if not (has_screen() or os.environ.get("QT_QPA_PLATFORM")):
            sys.stderr.write("workbench: there is no screen here. `workbench --help` lists what can be done without one.\n")
            return 1
        from workbench.app import run_desk

        return run_desk(sys.argv[1] if len(sys.argv) == 2 else None)
    from workbench.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
