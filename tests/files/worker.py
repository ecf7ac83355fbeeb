"""A process that works on a case as it is told, line by line, and says what it did.

    python -m tests.files.worker CASE [tended]

`add TEXT` makes a claim and answers `saved`; `fold` writes the log back; `wait` answers with the file's path once the thread that tends it
has told of a move; `close` closes the case and ends. `tended` looks after the file by itself, as a window does.
"""

from __future__ import annotations

import queue
import sys
from pathlib import Path

from workbench.case import Case


def main(path: str, tended: bool) -> None:
    moves: queue.Queue[object] = queue.Queue()
    case = Case.open(Path(path), lambda: "Rhea")
    if tended:
        case.file.tend(moves.put)
    print("open", flush=True)  # noqa: T201 it is the answer
    for line in sys.stdin:
        command, _, text = line.strip().partition(" ")
        if command == "add":
            case.claims.add(text)
            print("saved", flush=True)  # noqa: T201
        elif command == "fold":
            case.file.fold()
            print("folded", flush=True)  # noqa: T201
        elif command == "wait":
            moves.get()
            print(case.path, flush=True)  # noqa: T201
        elif command == "close":
            case.close()
            print("closed", flush=True)  # noqa: T201
            return


if __name__ == "__main__":
    main(sys.argv[1], "tended" in sys.argv[2:])
