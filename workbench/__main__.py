"""python -m workbench, and the `workbench` command."""

from __future__ import annotations

import os
import sys

from workbench import terminal
from workbench.screen import has_screen


def main() -> int:
    """Open the desk when there is nothing to do without one; else run the command. Returns the exit code."""
    if getattr(sys, "frozen", False) and sys.argv[1:] == ["--reader"]:  # a frozen program has no other Python to read documents with
        from workbench.importers.child import main as read

        read()
        return 0
    return terminal.guarded(lambda: _main(sys.argv[1:]))


def _main(arguments: list[str]) -> int:
    if len(arguments) > 1 and all(map(_is_case, arguments)):
        terminal.complain("one case at a time, please: each has a window of its own.")
        return 2
    if not arguments or (len(arguments) == 1 and _is_case(arguments[0])):
        return _desk(arguments)
    from workbench.cli import run

    return run(arguments)


def _is_case(argument: str) -> bool:
    """Whether it names a case, however its ending is written, and not a command."""
    return argument.lower().endswith(".case")


def _desk(arguments: list[str]) -> int:
    from workbench import places
    from workbench.domain.errors import WorkbenchError

    try:
        wanted = str(places.a_case(arguments[0])) if arguments else None
    except WorkbenchError as error:
        terminal.complain(str(error))
        return error.exit_code
    if not (has_screen() or os.environ.get("QT_QPA_PLATFORM")):
        terminal.complain("there is no screen here. `workbench --help` lists what can be done without one.")
        return 1
    from workbench.app import run_desk

    return run_desk(wanted)


if __name__ == "__main__":
    sys.exit(main())
