"""python -m workbench, and the `workbench` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the desk when there is nothing to do without one; else run the command. Returns the exit code."""
    if len(sys.argv) == 1 or (len(sys.argv) == 2 and sys.argv[1].endswith(".case")):
        from workbench.app import run_desk

        return run_desk(sys.argv[1] if len(sys.argv) == 2 else None)
    from workbench.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
